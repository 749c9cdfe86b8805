// Text that goes without an element of its own: a bare text node, or a part of one. A span is put around it;
// letting go leaves the same nodes with the same text.
import * as dom from "./dom";
import { addWrapper, isWrapper } from "./own";

interface Split {
  first: Text;
  rest: Text[];
}

export class Wraps {
  private readonly spans = new Map<Text, HTMLElement>();
  private readonly splits: Split[] = [];

  /** The span around a text node. */
  around(text: Text): HTMLElement | null {
    const known = this.spans.get(text);
    if (known !== undefined && dom.parentNode(text) === known) {
      return known;
    }
    const parent = dom.parentNode(text);
    if (parent === null) {
      return null;
    }
    const span = dom.createElement("span");
    addWrapper(span);
    dom.insertBefore(parent, span, text);
    dom.insertBefore(span, text, null);
    this.spans.set(text, span);
    return span;
  }

  /** The node that holds `data[start .. end]` of a text node, and nothing else. */
  part(text: Text, start: number, end: number): Text {
    const { node, offset } = this.place(text, start);
    const length = end - start;
    const middle = offset > 0 ? this.cut(text, node, offset) : node;
    if (length < dom.data(middle).length) {
      this.cut(text, middle, length);
    }
    return middle;
  }

  /** Where a place in a text node as it was stands now. At a border it is the end of the piece before it where `asEnd`. */
  place(text: Text, offset: number, asEnd = false): { node: Text; offset: number } {
    let node = text;
    let left = offset;
    for (const piece of this.splits.find((split) => split.first === text)?.rest ?? []) {
      const length = dom.data(node).length;
      if (left < length || (asEnd && left === length)) {
        break;
      }
      left -= length;
      node = piece;
    }
    return { node, offset: Math.min(left, dom.data(node).length) };
  }

  /** Takes the span off again. */
  release(text: Text): void {
    const span = this.spans.get(text);
    this.spans.delete(text);
    const parent = span === undefined ? null : dom.parentNode(span);
    if (span === undefined || parent === null) {
      return;
    }
    for (let child = dom.firstChild(span); child !== null; child = dom.firstChild(span)) {
      dom.insertBefore(parent, child, span);
    }
    dom.removeChild(parent, span);
  }

  /** Takes all spans off and makes one text node of what was one. */
  clear(): void {
    for (const text of [...this.spans.keys()]) {
      this.release(text);
    }
    for (const { first, rest } of this.splits.splice(0).reverse()) {
      for (const piece of rest) {
        if (dom.nextSibling(first) !== piece) {
          break; // The page has put something between; its text is all there.
        }
        dom.appendData(first, dom.data(piece));
        const parent = dom.parentNode(piece);
        if (parent !== null) {
          dom.removeChild(parent, piece);
        }
      }
    }
  }

  private cut(first: Text, node: Text, offset: number): Text {
    const piece = dom.splitText(node, offset);
    let split = this.splits.find((known) => known.first === first);
    if (split === undefined) {
      split = { first, rest: [] };
      this.splits.push(split);
    }
    split.rest.splice(split.rest.indexOf(node) + 1, 0, piece);
    // A piece cut off inside a span belongs beside it.
    const parent = dom.parentNode(piece);
    const outer = parent !== null && isWrapper(parent) ? dom.parentNode(parent) : null;
    if (parent !== null && outer !== null) {
      dom.insertBefore(outer, piece, dom.nextSibling(parent));
    }
    return piece;
  }
}
