// The text of one paragraph as nodes, and every place of it.
import type { Link, Span } from "engine";

import { covered, type Stretch } from "../cut";
import { el } from "../panel/dom";
import { addressesIn, webAddress } from "./address";
import type { Typeset } from "./typeset";

/** The outermost first. */
const STYLES: Span["style"][] = ["strong", "em", "del", "code", "sub", "sup"];
const HAN = /\p{Script=Han}/u;

interface Piece {
  start: number;
  node: Text;
}

/** A paragraph as it is shown. Places are UTF-16 of the page's own text. */
export class SetText {
  private readonly pieces: Piece[] = [];
  private styles: Span[] = [];

  constructor(private readonly set: Typeset) {}

  /** Makes the nodes: text, with links to the web and with what stands out. */
  nodes(links: Link[], styles: Span[] = []): Node[] {
    const { text } = this.set;
    this.styles = styles.map(({ start, end, style }) => ({ start: this.set.to(start), end: this.set.to(end), style }));
    const made: Node[] = [];
    let from = 0;
    for (const { start, end, href, bare } of this.leading(links)) {
      if (start < from || end <= start) {
        continue;
      }
      made.push(...this.styled(from, start), el("a", { href, class: bare ? "address" : null }, ...this.styled(start, end)));
      from = end;
    }
    made.push(...this.styled(from, text.length));
    return made;
  }

  /** The nodes of a stretch, or nothing where it is empty. */
  range(start: number, end: number): Range | null {
    const [from, to] = [this.place(this.set.to(start), false), this.place(this.set.to(end), true)];
    if (from === null || to === null) {
      return null;
    }
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** What a range takes of the page's own text. */
  within(range: Range): Stretch[] {
    const taken = this.pieces.flatMap(({ start, node }) => {
      const stretch = covered(range, node.length, (at) => ({ node, offset: at }));
      return stretch === null ? [] : [{ start: start + stretch.start, end: start + stretch.end }];
    });
    const [first, last] = [taken[0], taken.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ start: this.set.from(first.start), end: this.set.from(last.end) }];
  }

  /** The first place whose letters stand at or below a line of the window. */
  placeBelow(line: number): number {
    const { length } = this.set.text;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bottomOf(middle) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.set.from(Math.min(low, Math.max(length - 1, 0)));
  }

  private bottomOf(at: number): number {
    const place = this.place(at, false);
    if (place === null) {
      return Number.POSITIVE_INFINITY;
    }
    const range = document.createRange();
    range.setStart(place.node, place.offset);
    range.setEnd(place.node, Math.min(place.offset + 1, place.node.length));
    // A space that a line break swallowed has no box: it goes with what stands before it.
    const box = range.getBoundingClientRect();
    return box.height === 0 ? Number.NEGATIVE_INFINITY : box.bottom;
  }

  /** The page's links that lead into the web, and addresses that stand there bare, in the set text. */
  private leading(links: Link[]): (Link & { bare: boolean })[] {
    const given = links.flatMap(({ start, end, href }) => {
      const address = webAddress(href);
      return address === null ? [] : [{ start: this.set.to(start), end: this.set.to(end), href: address, bare: false }];
    });
    // Where the page has a link it comes first; what overlaps it is left out as the nodes are made.
    const bare = addressesIn(this.set.text).map((link) => ({ ...link, bare: true }));
    return [...given, ...bare].sort((one, other) => one.start - other.start || Number(one.bare) - Number(other.bare));
  }

  /** A stretch with what stands out in it, the first of the styles outermost. */
  private styled(start: number, end: number, [outer, ...inner] = STYLES): Node[] {
    if (outer === undefined || this.styles.length === 0) {
      return this.piece(start, end);
    }
    const made: Node[] = [];
    let from = start;
    for (const span of this.styles) {
      const [first, last] = [Math.max(span.start, from), Math.min(span.end, end)];
      if (span.style === outer && first < last) {
        const inside = this.styled(first, last, inner);
        // Slanted Chinese is no Chinese.
        const isHan = outer === "em" && HAN.test(this.set.text.slice(first, last));
        made.push(...this.styled(from, first, inner), el(outer, { class: isHan ? "han" : null }, ...inside));
        from = last;
      }
    }
    return [...made, ...this.styled(from, end, inner)];
  }

  private piece(start: number, end: number): Text[] {
    if (end <= start) {
      return [];
    }
    const node = new Text(this.set.text.slice(start, end));
    this.pieces.push({ start, node });
    return [node];
  }

  private place(at: number, asEnd: boolean): { node: Text; offset: number } | null {
    const piece = this.pieces.find(({ start, node }) => (asEnd ? at > start : at >= start) && at <= start + node.length - (asEnd ? 0 : 1));
    return piece === undefined ? null : { node: piece.node, offset: at - piece.start };
  }
}
