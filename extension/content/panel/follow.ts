// Tells which entry the reader is at, as the page scrolls.
import { pageScroller } from "./dom";

export interface Located {
  id: number;
  range: Range;
}

export interface Follower {
  /** Looks again: the ranges or the window changed. */
  refresh(): void;
  /** Keeps still until the reader scrolls by hand: a jump's own scrolling passes other entries. */
  hold(): void;
}

/** The line of reading, as a share of the visible height. */
const LINE = 0.42;

/** At the page's end, where it scrolls no further, the line goes on down to the last sentence. */
function lineOf(visible: number, scroller: Element | null): number {
  const left = scroller ? scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop : Number.POSITIVE_INFINITY;
  return Math.max(visible * LINE, visible - left);
}

export function follow(
  places: () => Located[],
  hidden: () => number,
  onCurrent: (id: number | null) => void,
  signal: AbortSignal,
  scroller: Element | null = null,
): Follower {
  let frame = 0;
  // Held after a jump; `touched` once the reader took to the page again, so that the next scrolling is theirs.
  let [held, touched] = [false, false];
  let before: number | null = null;
  const look = () => {
    frame = 0;
    if (held) return;
    const current = lastAbove(places(), lineOf(innerHeight - hidden(), scroller ?? pageScroller()));
    if (current !== before) onCurrent(current);
    before = current;
  };
  const refresh = () => {
    frame ||= requestAnimationFrame(look);
  };
  const touch = () => {
    touched = true;
  };
  const scrolled = () => {
    if (touched) held = false;
    refresh();
  };
  // Capturing, because scrolling of inner elements does not bubble; out of a shadow tree it does not come at all.
  (scroller ?? window).addEventListener("scroll", scrolled, { capture: true, passive: true, signal });
  addEventListener("resize", refresh, { passive: true, signal });
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(type, touch, { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  return {
    refresh,
    hold() {
      [held, touched] = [true, false];
      before = null;
    },
  };
}

/** The entry whose sentence begins last above a line. Ranges without a box are passed over. */
function lastAbove(places: Located[], line: number): number | null {
  let best: { id: number; top: number; left: number } | null = null;
  for (const { id, range } of places) {
    const rect = range.getClientRects()[0];
    if (!rect || rect.top > line) continue;
    const later = !best || rect.top > best.top || (rect.top === best.top && rect.left > best.left);
    if (later) best = { id, top: rect.top, left: rect.left };
  }
  return best?.id ?? null;
}
