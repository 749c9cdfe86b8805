// How the reader mode looks and when it comes, as the reader has chosen.
import { chosenFor } from "./pattern";

/** Whether the reader mode comes by itself on a site; a site that is not named follows the switch for all. */
export type Coming = "auto" | "never";

export interface ReaderState {
  /** Sites by their key. */
  sites: Record<string, Coming>;
  /** Whether it comes on every page that is an article. */
  all: boolean;
  /** Size of the letters in px. */
  size: number;
  /** Letters in a line. */
  measure: number;
  face: Face;
  theme: Theme;
  spacing: Spacing;
}

export const FACES = ["song", "hei", "kai"] as const;
export const THEMES = ["auto", "light", "sepia", "dark"] as const;
export const SPACINGS = ["tight", "as-is", "spaced"] as const;
export const MEASURES = [28, 34, 40] as const;
export const SIZE = { least: 14, most: 32, step: 1 } as const;

export type Face = (typeof FACES)[number];
export type Theme = (typeof THEMES)[number];
/** 紧排 (no spaces between Han and Latin), 保留原样, 盘古 (a space between them). */
export type Spacing = (typeof SPACINGS)[number];

export const READER_DEFAULTS: ReaderState = {
  ...{ sites: {}, all: false, size: 20, measure: 34, face: "song", theme: "auto", spacing: "tight" },
};

/** Whether the reader mode comes by itself on a site. */
export function comesByItself(state: ReaderState, site: string): boolean {
  const coming = chosenFor(state.sites, site);
  return coming === undefined ? state.all : coming === "auto";
}

/** What is stored, with the defaults for what is not there or of another shape. */
export function readerState(value: unknown): ReaderState {
  if (typeof value !== "object" || value === null) {
    return READER_DEFAULTS;
  }
  const state = value as Partial<Record<keyof ReaderState, unknown>>;
  return {
    sites: comings(state.sites),
    all: state.all === true,
    size: sizeWithin(typeof state.size === "number" ? state.size : READER_DEFAULTS.size),
    measure: oneOf(MEASURES, state.measure) ?? READER_DEFAULTS.measure,
    face: oneOf(FACES, state.face) ?? READER_DEFAULTS.face,
    theme: oneOf(THEMES, state.theme) ?? READER_DEFAULTS.theme,
    spacing: oneOf(SPACINGS, state.spacing) ?? READER_DEFAULTS.spacing,
  };
}

/** A size that letters may have. */
export function sizeWithin(size: number): number {
  return Number.isFinite(size) ? Math.min(Math.max(Math.round(size), SIZE.least), SIZE.most) : READER_DEFAULTS.size;
}

/** The value, where it is one of those that there are. */
export function oneOf<Value>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((one) => one === value);
}

function comings(value: unknown): Record<string, Coming> {
  if (typeof value !== "object" || value === null) {
    return {};
  }
  const known = Object.entries(value).filter(([, coming]) => coming === "auto" || coming === "never");
  return Object.fromEntries(known);
}
