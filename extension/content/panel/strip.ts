// What is left of the collapsed panel: a strip in the margin, or a small button in the corner.
import { el, set } from "./dom";
import { icon } from "./icons";
import type { PanelHost } from "./types";

export interface Strip {
  element: HTMLButtonElement;
  count(entries: number): void;
}

export function strip(t: PanelHost["t"], onOpen: () => void, signal: AbortSignal): Strip {
  const count = el("span", { class: "number" });
  const name = el("span", { class: "name" }, t("panelTitle"));
  const element = el("button", { type: "button", class: "strip", "aria-expanded": "false" }, icon("timeline"), name, " ", count);
  element.addEventListener("click", onOpen);
  retreat(element, signal);
  return {
    element,
    count(entries) {
      count.textContent = String(entries);
      set(element, "title", t("panelOpen", String(entries)));
    },
  };
}

/** Reading on, the corner button goes out of the way; scrolling back brings it again. */
function retreat(element: HTMLElement, signal: AbortSignal): void {
  let before = scrollY;
  addEventListener("scroll", () => {
    const by = scrollY - before;
    if (Math.abs(by) < 6) return;
    element.classList.toggle("away", by > 0 && scrollY > 80);
    before = scrollY;
  }, { passive: true, signal });
}
