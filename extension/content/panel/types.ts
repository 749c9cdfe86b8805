// The shapes of crate/wasm/src/view.rs. The engine's generated types are assignable to them and they to it:
// only their names are repeated here, so that the panel builds and its tests run without a Rust toolchain.

/** What kind of entry it is. */
export type Kind = "happened" | "planned" | "reported" | "denied" | "recurring";

/** Where the text speaks of an event. Offsets are UTF-16 in the paragraph. */
export interface Mention {
  expression: string;
  sentence: string;
  derivation: string;
  /** -1 is the title. */
  paragraph: number;
  start: number;
  end: number;
  expressionStart: number;
  expressionEnd: number;
}

/** One event of the timeline. */
export interface Entry {
  start: string | null;
  /** Exclusive. */
  end: string | null;
  precision: string;
  approx: boolean;
  inferred: boolean;
  kind: Kind;
  headline: string;
  participants: string[];
  importance: number;
  mentions: Mention[];
  conflicts: Conflict[];
}

/** Two sentences about one event that cannot both be right; the words that differ are their expressions. */
export interface Conflict {
  about: "day" | "number";
  mentions: [Mention, Mention];
}

/** When the article was published. */
export interface Published {
  value: string;
  precision: string;
  from: string;
}

/** A stretch of a paragraph. */
export interface Place {
  paragraph: number;
  start: number;
  end: number;
}

export type Order = "time" | "text";

/** What the panel remembers. */
export interface PanelState {
  /** What the reader chose last; null: nothing yet. */
  collapsed: boolean | null;
  width: number | null;
  order: Order;
}

/** What the panel needs of the page it is on. */
export interface PanelHost {
  entries: Entry[];
  title: string;
  published: Published | null;
  /** The DOM range of a sentence or an expression; null where it cannot be found. */
  rangeOf(place: Place): Range | null;
  /** The element that holds the article's text: the panel takes the room beside it. */
  articleElement(): Element | null;
  /** Where the text is not the page itself: what holds the panel, and what scrolls the text. */
  surroundings?: { parent: Node; scroller: Element };
  state: PanelState;
  saveState(state: PanelState): void;
  /** Copies on the panel's behalf: pages on http: give content scripts no clipboard. */
  copy?(entries: Entry[], text: string): void | Promise<void>;
  /** Takes another publication time, ISO 8601 local to the page, and answers with `update`. */
  correctPublished?(value: string): void;
  onClose?(): void;
  t(key: string, ...substitutions: string[]): string;
}

/** The mounted panel. */
export interface Panel {
  /** Takes other entries, and another publication time where that was corrected. */
  update(entries: Entry[], published?: Published | null): void;
  open(): void;
  collapse(): void;
  /** Leads to the next entry of the list, or the one before; says whether there is one. */
  step(by: 1 | -1): boolean;
  /** Takes everything away that the panel brought. */
  destroy(): void;
  readonly isOpen: boolean;
}
