// What is copied, and in which form, as the reader has chosen.
import { oneOf, SPACINGS, type Spacing } from "./reading";

/** Plain text and HTML in one write; plain text alone; Markdown. */
export const COPY_FORMS = ["rich", "plain", "markdown"] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

/** How copied text is set: as the reader mode sets it, or in a way of its own. */
export const COPY_SPACINGS = ["reader", ...SPACINGS] as const;

export interface CopyState {
  /** The title above the text. */
  title: boolean;
  /** Source, author and time below it. */
  line: boolean;
  /** The address of the page. */
  address: boolean;
  /** The events behind the text. */
  timeline: boolean;
  spacing: (typeof COPY_SPACINGS)[number];
  /** What the key copies. */
  form: CopyForm;
}

export const COPY_DEFAULTS: CopyState = {
  ...{ title: true, line: true, address: true, timeline: false, spacing: "reader", form: "rich" },
};

/** The parts that are on or off. */
export const COPY_PARTS = ["title", "line", "address", "timeline"] as const;

/** What is stored, with the defaults for what is not there or of another shape. */
export function copyState(value: unknown): CopyState {
  if (typeof value !== "object" || value === null) {
    return COPY_DEFAULTS;
  }
  const state = value as Partial<Record<keyof CopyState, unknown>>;
  const flag = (name: (typeof COPY_PARTS)[number]): boolean => {
    const given = state[name];
    return typeof given === "boolean" ? given : COPY_DEFAULTS[name];
  };
  return {
    ...{ title: flag("title"), line: flag("line"), address: flag("address"), timeline: flag("timeline") },
    spacing: oneOf(COPY_SPACINGS, state.spacing) ?? COPY_DEFAULTS.spacing,
    form: oneOf(COPY_FORMS, state.form) ?? COPY_DEFAULTS.form,
  };
}

/** How copied text is set, where the reader mode sets it so. */
export function spacingOf({ spacing }: CopyState, reader: Spacing): Spacing {
  return spacing === "reader" ? reader : spacing;
}
