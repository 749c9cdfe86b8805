// The article's text with what the reader has put back: a part that went stands in its place again, a trimmed paragraph
// is whole.
import type { Back, Paragraph } from "engine";

/** A text, and where each paragraph of the text before stands in it; nothing where something else is in its place. */
export interface Restored {
  paragraphs: Paragraph[];
  places: number[];
}

/** Puts parts back among paragraphs, in the order of the page. */
export function restored(before: Paragraph[], back: Back[]): Restored {
  const inOrder = [...back].sort((one, other) => one.at - other.at || positionOf(one) - positionOf(other));
  const whole = new Map(inOrder.filter(({ replaces }) => replaces).map(({ at, paragraph }) => [at, paragraph]));
  const between = inOrder.filter(({ replaces }) => !replaces);
  const paragraphs: Paragraph[] = [];
  const places: number[] = [];
  let next = 0;
  for (let at = 0; at <= before.length; at += 1) {
    for (let one = between[next]; one !== undefined && one.at <= at; one = between[next]) {
      paragraphs.push(one.paragraph);
      next += 1;
    }
    const paragraph = before[at];
    if (paragraph !== undefined) {
      places.push(paragraphs.length);
      paragraphs.push(whole.get(at) ?? paragraph);
    }
  }
  return { paragraphs, places };
}

function positionOf({ paragraph }: Back): number {
  return paragraph.nodes[0] ?? -1;
}

/** Where a place of a paragraph stands in the same paragraph made whole: both say which letters of the page they have. */
export function moved(from: Paragraph, to: Paragraph, place: number, asEnd: boolean): number {
  if (from === to) {
    return place;
  }
  const first = runAt(from, (start, length) => (asEnd ? place > start : place >= start) && place <= start + length);
  if (first === null) {
    return Math.min(place, to.text.length);
  }
  const letter = first.offset + place - first.start;
  const second = runAt(to, (_, length, node, offset) => node === first.node && letter >= offset && letter <= offset + length);
  return second === null ? Math.min(place, to.text.length) : second.start + letter - second.offset;
}

interface Run {
  start: number;
  node: number;
  offset: number;
}

/** The first run of a paragraph of which something holds; `runs` has four numbers a run. */
function runAt({ runs }: Paragraph, holds: (start: number, length: number, node: number, offset: number) => boolean): Run | null {
  for (let run = 0; run + 3 < runs.length; run += 4) {
    const [start = 0, node = -1, offset = 0, length = 0] = runs.slice(run, run + 4);
    if (holds(start, length, node, offset)) {
      return { start, node, offset };
    }
  }
  return null;
}
