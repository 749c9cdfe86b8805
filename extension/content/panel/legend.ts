// What the marks mean.
import { el } from "./dom";
import { draw } from "./marker";
import { KINDS, kindKey } from "./selection";
import type { PanelHost } from "./types";

export function legend(t: PanelHost["t"]): HTMLElement {
  const outlines = [
    ["clock", "panelLegendClock"], ["day", "panelLegendDay"], ["month", "panelLegendMonth"], ["season", "panelLegendSeason"],
    ["year", "panelLegendYear"], ["range", "panelLegendRange"], ["before", "panelLegendBefore"], ["after", "panelLegendAfter"],
  ] as const;
  const items = [
    ...outlines.map(([outline, key]) => [draw(outline, "happened"), t(key)] as const),
    [draw("month", "happened", true), t("panelLegendApprox")] as const,
    [draw("day", "happened", false, true), t("panelLegendInferred")] as const,
    ...KINDS.map((kind) => [draw("day", kind), t(kindKey(kind))] as const),
  ];
  return el(
    "details",
    { class: "legend" },
    el("summary", {}, t("panelLegend")),
    el("ul", {}, ...items.map(([mark, name]) => el("li", {}, el("span", { class: "sample" }, mark), name))),
  );
}
