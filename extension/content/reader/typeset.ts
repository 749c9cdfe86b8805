// A text as it is set, beside the text as the page has it: the core says what changes, places move with it.

/** One change, in UTF-16 of the text before: `[at, removed, inserted]`. The core gives them in order. */
export type Edit = [at: number, removed: number, inserted: string];

export class Typeset {
  readonly text: string;

  constructor(
    original: string,
    private readonly edits: Edit[],
  ) {
    let text = "";
    let from = 0;
    for (const [at, removed, inserted] of edits) {
      text += original.slice(from, at) + inserted;
      from = at + removed;
    }
    this.text = text + original.slice(from);
  }

  /** Where a place of the page's text stands in the set text; a place inside a change goes to the end of it. */
  to(place: number): number {
    let shift = 0;
    for (const [at, removed, inserted] of this.edits) {
      if (place <= at) {
        break;
      }
      if (place < at + removed) {
        return at + shift + inserted.length;
      }
      shift += inserted.length - removed;
    }
    return place + shift;
  }

  /** The way back; a place inside what was put in goes to where it was put. */
  from(place: number): number {
    let shift = 0;
    for (const [at, removed, inserted] of this.edits) {
      if (place <= at + shift) {
        break;
      }
      if (place < at + shift + inserted.length) {
        return at;
      }
      shift += inserted.length - removed;
    }
    return place - shift;
  }
}
