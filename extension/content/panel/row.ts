// One entry of the list.
import { el, set } from "./dom";
import { type Language, formatDate, formatYear, machineDate } from "./dates/index";
import { derivationText, derive } from "./derivation";
import { markerOf } from "./marker";
import type { Row } from "./order";
import { phrases } from "./phrases";
import { kindKey } from "./selection";
import type { PanelHost } from "./types";

export interface RowView {
  id: number;
  item: HTMLLIElement;
  button: HTMLButtonElement;
  /** Writes the date; a year that stands above it already is only read out. */
  date(within: number | null): void;
  /** Which of its mentions was jumped to, where it has several. */
  mention(at: number | null): void;
}

export function rowView({ id, entry }: Row, language: Language, t: PanelHost["t"]): RowView {
  const when = el("span", { class: "when" });
  const times = el("span", { class: "times" });
  const badges = badgesOf(entry, t);
  const headline = el("span", { class: "headline", lang: "zh-CN" }, ...phrases(entry.headline));
  const why = el("span", { id: `why-${id}`, hidden: true });
  const first = entry.mentions[0];
  if (first) why.textContent = derivationText(derive(entry, first, language, t), t);
  const button = el(
    "button",
    { class: "row", type: "button", tabindex: -1, "aria-describedby": why.textContent ? why.id : null, "data-id": id },
    el("span", { class: "rail" }, markerOf(entry)),
    el("span", { class: "body" }, el("span", { class: "line" }, when, ...badges, times), headline),
  );
  const item = el("li", { class: `entry ${entry.kind}` }, button, why);
  const total = entry.mentions.length;
  const view: RowView = {
    id,
    item,
    button,
    date(within) {
      when.replaceChildren(...dateNodes(entry, language, within, t));
    },
    mention(at) {
      set(times, "hidden", total < 2);
      times.textContent = at === null ? t("panelTimes", String(total)) : `${at + 1}/${total}`;
    },
  };
  view.mention(null);
  return view;
}

function badgesOf({ kind, inferred, start, conflicts }: Row["entry"], t: PanelHost["t"]): HTMLElement[] {
  const badges: HTMLElement[] = [];
  if (kind !== "happened") badges.push(el("span", { class: `badge ${kind}` }, t(kindKey(kind))));
  if (inferred && start !== null) badges.push(el("span", { class: "badge inferred" }, t("panelInferred")));
  if (conflicts.length > 0) badges.push(el("span", { class: "badge conflict" }, t("panelConflict")));
  return badges;
}

function dateNodes(entry: Row["entry"], language: Language, within: number | null, t: PanelHost["t"]): Node[] {
  const text = formatDate(entry, language, within);
  if (text === null) {
    const expression = entry.mentions.find((mention) => mention.expression.trim())?.expression.trim();
    const words = expression ? el("span", { lang: "zh-CN" }, expression) : t("panelVague");
    return [el("span", { class: "vague" }, words)];
  }
  const machine = machineDate(entry);
  const whole = formatDate(entry, language) ?? text;
  const time = machine ? el("time", { datetime: machine }) : el("span");
  // Heard without its heading an entry still says its year.
  if (within !== null && whole !== text) {
    time.append(el("span", { class: "unseen" }, formatYear(within, language), language === "en" ? ", " : ""));
  }
  time.append(text);
  return [time];
}
