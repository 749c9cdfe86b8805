// Tells what changed: to screen readers, and on request to the eye as well.
import { el } from "./dom";

export interface Announcer {
  element: HTMLElement;
  /** For screen readers only. */
  say(text: string): void;
  /** Also shown for a moment. */
  show(text: string): void;
}

/** Long enough to read a few words. */
const SHOWN = 2600;

export function announcer(): Announcer {
  const element = el("div", { class: "status unseen", role: "status", "aria-live": "polite" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (text: string) => {
    // The same words again are announced only if the text changed in between.
    element.textContent = element.textContent === text ? `${text}\u00a0` : text;
    element.classList.add("unseen");
  };
  return {
    element,
    say,
    show(text) {
      say(text);
      element.classList.remove("unseen");
      clearTimeout(timer);
      timer = setTimeout(() => element.classList.add("unseen"), SHOWN);
    },
  };
}
