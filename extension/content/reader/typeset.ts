// A text as it is set, beside the text as the page has it: the core says what changes, places move with it.

/** One change, in UTF-16 of the text before: `[at, removed, inserted]`. The core gives them in order. */
export type Edit = [at: number, removed: number, inserted: string];

/** A change by where it stands before and after. */
interface Change {
  before: { start: number; end: number };
  after: { start: number; end: number };
}

export class Typeset {
  readonly text: string;
  private readonly changes: Change[] = [];

  constructor(original: string, edits: Edit[]) {
    const parts: string[] = [];
    let [from, shift] = [0, 0];
    for (const [at, removed, inserted] of edits) {
      parts.push(original.slice(from, at), inserted);
      from = at + removed;
      this.changes.push({ before: { start: at, end: from }, after: { start: at + shift, end: at + shift + inserted.length } });
      shift += inserted.length - removed;
    }
    this.text = parts.join("") + original.slice(from);
  }

  /** Where a place of the page's text stands in the set text; a place inside a change goes to the end of it. */
  to(place: number): number {
    const change = lastBelow(this.changes, ({ before }) => before.start < place);
    return change === undefined ? place : Math.max(place, change.before.end) - change.before.end + change.after.end;
  }

  /** The way back; a place inside what was put in goes to where it was put. */
  from(place: number): number {
    const change = lastBelow(this.changes, ({ after }) => after.start < place);
    if (change === undefined) {
      return place;
    }
    return place < change.after.end ? change.before.start : place - change.after.end + change.before.end;
  }
}

/** The last of the changes of which something holds that holds of all before it. */
function lastBelow(changes: Change[], holds: (change: Change) => boolean): Change | undefined {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = changes[middle];
    if (change !== undefined && holds(change)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return changes[low - 1];
}
