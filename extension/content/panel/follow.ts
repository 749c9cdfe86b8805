// Tells which entry the reader is at, as the page scrolls.

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

export function follow(
  places: () => Located[],
  hidden: () => number,
  onCurrent: (id: number | null) => void,
  signal: AbortSignal,
): Follower {
  let frame = 0;
  let held = false;
  let before: number | null = null;
  const look = () => {
    frame = 0;
    if (held) return;
    const current = lastAbove(places(), (innerHeight - hidden()) * LINE);
    if (current !== before) onCurrent(current);
    before = current;
  };
  const refresh = () => {
    frame ||= requestAnimationFrame(look);
  };
  const release = () => {
    held = false;
  };
  // Capturing, because scrolling of inner elements does not bubble.
  addEventListener("scroll", refresh, { capture: true, passive: true, signal });
  addEventListener("resize", refresh, { passive: true, signal });
  for (const type of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    addEventListener(type, release, { capture: true, passive: true, signal });
  }
  signal.addEventListener("abort", () => cancelAnimationFrame(frame));
  return {
    refresh,
    hold() {
      held = true;
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
