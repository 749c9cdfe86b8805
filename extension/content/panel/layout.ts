// Where the panel goes: beside the text where there is room, else out of its way.

/** beside: a column next to the text. drawer: over the right edge, on demand. sheet: along the bottom, on demand. */
export type Mode = "beside" | "drawer" | "sheet";

export interface Layout {
  mode: Mode;
  /** The width, its least and its most. */
  width: number;
  least: number;
  most: number;
  /** Whether the strip fits into the margin; else a small button in the corner waits. */
  strip: boolean;
}

export interface Surroundings {
  /** The window, without its scroll bar. */
  window: { width: number; height: number };
  /** The sides of the article's box; null where nobody knows it. */
  article: { left: number; right: number } | null;
  /** What the reader dragged it to. */
  wanted: number | null;
}

const PREFERRED = 352;
const LEAST = 272;
const MOST = 560;
/** Between text and panel. */
const GAP = 24;
const STRIP = 44;
/** Below this width a drawer from the side would leave no column of text. */
const WIDE = 880;

export function layoutFor({ window, article, wanted }: Surroundings): Layout {
  const room = article ? Math.floor(window.width - article.right) : 0;
  const strip = room >= STRIP;
  const beside = room - GAP;
  if (beside >= LEAST) {
    const most = Math.min(MOST, beside);
    return { mode: "beside", width: within(wanted ?? PREFERRED, LEAST, most), least: LEAST, most, strip };
  }
  const most = Math.min(MOST, window.width - 48);
  const mode = window.width >= WIDE ? "drawer" : "sheet";
  return { mode, width: within(wanted ?? PREFERRED, LEAST, most), least: LEAST, most, strip };
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), most));
}
