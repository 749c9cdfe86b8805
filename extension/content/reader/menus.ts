// The two menus of the bar: the outline, and how the text is set.
import { FACES, MEASURES, SIZE, SPACINGS, THEMES, type ReaderState } from "../../shared/reading";
import { t } from "../../shared/text";
import { el, set } from "../panel/dom";
import type { Heading } from "./body";

export interface Menu {
  element: HTMLElement;
  isOpen(): boolean;
  close(): void;
}

/** A button with what it opens. */
function menu(label: string, name: string, inside: HTMLElement): Menu & { button: HTMLButtonElement } {
  const panel = el("div", { class: "menu", hidden: true, role: "group", "aria-label": name }, inside);
  const button = el("button", { type: "button", "aria-expanded": "false", "aria-label": name, title: name }, label);
  const turn = (open: boolean): void => {
    set(panel, "hidden", !open);
    set(button, "aria-expanded", open ? "true" : "false");
  };
  button.addEventListener("click", () => turn(panel.hasAttribute("hidden")));
  const element = el("div", { class: "menu-of" }, button, panel);
  element.addEventListener("focusout", (event) => {
    const to = event.relatedTarget;
    if (to instanceof Node && !element.contains(to)) {
      turn(false);
    }
  });
  return {
    element,
    button,
    isOpen: () => !panel.hasAttribute("hidden"),
    close: () => {
      const inside = panel.contains((panel.getRootNode() as ShadowRoot).activeElement);
      turn(false);
      if (inside) {
        button.focus();
      }
    },
  };
}

export interface Outline extends Menu {
  show(headings: Heading[]): void;
  /** The heading that the reader is under. */
  current(at: number): void;
}

export function outline(go: (heading: Heading) => void): Outline {
  const list = el("ol");
  const own = menu(t("readerOutline"), t("readerOutline"), list);
  let buttons: HTMLButtonElement[] = [];
  return {
    ...own,
    show(headings) {
      buttons = headings.map((heading) => {
        const button = el("button", { type: "button", "data-level": heading.level }, heading.text);
        button.addEventListener("click", () => {
          own.close();
          go(heading);
        });
        return button;
      });
      list.replaceChildren(...buttons.map((button) => el("li", {}, button)));
      set(own.element, "hidden", headings.length < 2);
    },
    current(at) {
      for (const [index, button] of buttons.entries()) {
        set(button, "aria-current", index === at ? "true" : null);
      }
    },
  };
}

export interface Looks extends Menu {
  show(state: ReaderState): void;
}

type Choice = "face" | "theme" | "measure" | "spacing";

/** Face, size, width, theme and spacing. */
export function looks(state: ReaderState, change: (part: Partial<ReaderState>) => void): Looks {
  const inputs: { key: Choice; value: string; input: HTMLInputElement }[] = [];
  const choice = (key: Choice, values: readonly (string | number)[]): HTMLElement => {
    const options = values.map((value) => {
      const input = el("input", { type: "radio", name: key, value });
      input.addEventListener("change", () => change({ [key]: value }));
      inputs.push({ key, value: String(value), input });
      return el("label", { class: "choice" }, input, el("span", {}, t(`reader_${key}_${String(value).replace("-", "_")}`)));
    });
    return el("fieldset", {}, el("legend", {}, t(`reader_${key}`)), ...options);
  };
  const size = el("output", {});
  let now = state.size;
  const step = (by: number, label: string, name: string): HTMLElement => {
    const button = el("button", { type: "button", "aria-label": name, title: name }, label);
    button.addEventListener("click", () => change({ size: now + by }));
    return button;
  };
  const smaller = step(-SIZE.step, "−", t("readerSmaller"));
  const steps = el("fieldset", { class: "steps" }, el("legend", {}, t("reader_size")), smaller, size, step(SIZE.step, "+", t("readerLarger")));
  const own = menu("Aa", t("readerLooks"), el("div", {}, choice("face", FACES), steps, choice("measure", MEASURES), choice("theme", THEMES), choice("spacing", SPACINGS)));
  return {
    ...own,
    show(next) {
      now = next.size;
      size.textContent = String(next.size);
      for (const { key, value, input } of inputs) {
        input.checked = String(next[key]) === value;
      }
    },
  };
}
