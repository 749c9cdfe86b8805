// The edge by which the panel's width is changed, by pointer or keyboard.
import { el, set } from "./dom";

/** A press of an arrow key. */
const STEP = 16;

export interface Resizer {
  element: HTMLElement;
  limits(width: number, least: number, most: number): void;
}

export function resizer(label: string, onWidth: (width: number, done: boolean) => void): Resizer {
  const element = el("div", {
    class: "resizer", role: "separator", tabindex: 0, "aria-orientation": "vertical", "aria-label": label,
  });
  let [width, least, most] = [0, 0, 0];
  let grip: { x: number; width: number } | null = null;

  const move = (to: number, done: boolean) => onWidth(Math.round(Math.min(Math.max(to, least), most)), done);
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, width };
    event.preventDefault();
  });
  element.addEventListener("pointermove", (event) => {
    // The panel stands at the right: it grows as its edge goes left.
    if (grip) move(grip.width + grip.x - event.clientX, false);
  });
  const release = () => {
    if (grip) move(width, true);
    grip = null;
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
  element.addEventListener("keydown", (event) => {
    const to = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: least, End: most }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to, true);
  });
  return {
    element,
    limits(now, from, to) {
      [width, least, most] = [now, from, to];
      set(element, "aria-valuenow", now);
      set(element, "aria-valuemin", from);
      set(element, "aria-valuemax", to);
    },
  };
}
