// Parts of paragraphs: what a selection takes of them, what of them is seen.
import type { Link, Paragraph } from "engine";

/** A stretch of a text, in UTF-16. */
export interface Stretch {
  start: number;
  end: number;
}

/** A paragraph of which only some stretches stay, in their order. Pictures stay with a beginning that stays. */
export function cutTo(paragraph: Paragraph, stretches: Stretch[]): Paragraph {
  const links: Link[] = [];
  let text = "";
  for (const { start, end } of stretches) {
    const shift = text.length - start;
    for (const link of paragraph.links) {
      const [from, to] = [Math.max(link.start, start), Math.min(link.end, end)];
      if (from < to) {
        links.push({ ...link, start: from + shift, end: to + shift });
      }
    }
    text += paragraph.text.slice(start, end);
  }
  const isBegun = stretches[0]?.start === 0;
  return { ...paragraph, text, links, runs: [], pictures: isBegun ? paragraph.pictures : [] };
}

/**
 * What a range takes of a text of some length. `place` says where a place of the text stands in the document; the
 * places of a text stand in their order, so two searches find the ends.
 */
export function covered(range: Range, length: number, place: (at: number, asEnd: boolean) => Spot | null): Stretch | null {
  const side = (at: number, asEnd: boolean): number => {
    const spot = place(at, asEnd);
    return spot === null ? 1 : range.comparePoint(spot.node, spot.offset);
  };
  const start = first(length, (at) => side(at, false) >= 0);
  const end = side(length, true) <= 0 ? length : first(length, (at) => side(at, true) > 0) - 1;
  return start < end ? { start, end } : null;
}

export interface Spot {
  node: Node;
  offset: number;
}

/** The first number below a length of which something holds that holds of all behind it; else the length. */
function first(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** Stretches in their order, those that touch or overlap as one. */
export function joined(stretches: Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of [...stretches].sort((one, other) => one.start - other.start)) {
    const before = found.at(-1);
    if (before !== undefined && start <= before.end) {
      before.end = Math.max(before.end, end);
    } else {
      found.push({ start, end });
    }
  }
  return found;
}
