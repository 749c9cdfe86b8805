// Choosing entries by participant and by kind.
import { el, set } from "./dom";
import type { Row } from "./order";
import { type Filter, kindKey, kindsOf, participantsOf } from "./selection";
import type { Kind, PanelHost } from "./types";

/** More names than this are seldom looked through. */
const NAMES = 14;

export interface FilterActions {
  toggleParticipant(name: string): void;
  toggleKind(kind: Kind): void;
  clear(): void;
}

export interface FilterView {
  element: HTMLElement;
  reset(rows: Row[]): void;
  update(filter: Filter): void;
  /** Whether there is anything to choose. */
  readonly useful: boolean;
}

export function filterView(t: PanelHost["t"], actions: FilterActions): FilterView {
  const element = el("div", { class: "filters", id: "filters", hidden: true });
  const clear = el("button", { type: "button", class: "link" }, t("panelFilterClear"));
  clear.addEventListener("click", actions.clear);
  let chips: { chip: HTMLButtonElement; on(filter: Filter): boolean }[] = [];
  return {
    element,
    get useful() {
      return chips.length > 1;
    },
    reset(rows) {
      const kinds = kindsOf(rows).map(({ kind, count }) => {
        const chip = chipOf(t(kindKey(kind)), count, null);
        chip.addEventListener("click", () => actions.toggleKind(kind));
        return { chip, on: (filter: Filter) => filter.kinds.has(kind) };
      });
      const people = participantsOf(rows).slice(0, NAMES).map(({ name, count }) => {
        const chip = chipOf(name, count, "zh-CN");
        chip.addEventListener("click", () => actions.toggleParticipant(name));
        return { chip, on: (filter: Filter) => filter.participants.has(name) };
      });
      const groups = [groupOf(t("panelKinds"), kinds.length > 1 ? kinds : []), groupOf(t("panelParticipants"), people)];
      chips = [...(kinds.length > 1 ? kinds : []), ...people];
      element.replaceChildren(...groups.filter((group) => group !== null), clear);
    },
    update(filter) {
      for (const { chip, on } of chips) set(chip, "aria-pressed", on(filter) ? "true" : "false");
      const none = filter.kinds.size + filter.participants.size === 0;
      set(clear, "hidden", none);
    },
  };
}

function chipOf(name: string, count: number, lang: string | null): HTMLButtonElement {
  return el("button", { type: "button", class: "chip" }, el("span", { lang }, name), " ", el("span", { class: "number" }, String(count)));
}

function groupOf(name: string, chips: { chip: HTMLButtonElement }[]): HTMLElement | null {
  if (chips.length === 0) return null;
  return el(
    "div",
    { class: "facet", role: "group", "aria-label": name },
    el("span", { class: "facet-name", "aria-hidden": "true" }, name),
    el("div", { class: "chips" }, ...chips.map(({ chip }) => chip)),
  );
}
