// What is hidden, and how it comes back. Nodes are never moved or taken out: an attribute with a random name
// says to the style sheet what to do with them.
import { MARK } from "../shared/style";
import * as dom from "./dom";
import { Folds } from "./fold";
import { Wraps } from "./wraps";

/** Something that goes. */
export interface Wanted {
  key: string;
  level: "hide" | "fold";
  /** Its kind, which the fold line names. */
  category: string;
  nodes: Node[];
  trims: { node: Text; start: number; end: number }[];
}

export class Marks {
  private readonly values = new Map<Element, string>();
  private readonly wrapped = new Set<Text>();
  private readonly wraps = new Wraps();
  private readonly folds: Folds;

  constructor(readonly token: string) {
    this.folds = new Folds((elements, open) => {
      for (const element of elements) {
        this.set(element, open ? MARK.opened : MARK.folded);
      }
    });
  }

  /** Hides exactly this, and what was hidden before comes back. `apart` tells whether text stays between two folds. */
  show(wanted: Wanted[], apart: (before: Wanted, after: Wanted) => boolean): void {
    const values = new Map<Element, string>();
    const wrapped = new Set<Text>();
    const folds: { wanted: Wanted; elements: Element[] }[] = [];
    for (const one of wanted) {
      const elements = this.elements(one, wrapped);
      if (one.level === "fold") {
        folds.push({ wanted: one, elements });
      }
      for (const element of elements) {
        values.set(element, one.level === "fold" ? MARK.folded : MARK.hidden);
      }
    }
    for (const [element, value] of freedPadding(values)) {
      values.set(element, value);
    }
    for (const element of this.folds.show(folds, apart)) {
      values.set(element, MARK.opened);
    }
    this.replace(values, wrapped);
  }

  /** Whether an element carries a mark that takes it out of sight. */
  isMarked(element: Element): boolean {
    const value = this.values.get(element);
    return value === MARK.hidden || value === MARK.folded;
  }

  /** Where a place in a text node stands, where a part of the node was cut out. */
  place(text: Text, offset: number, asEnd: boolean): { node: Text; offset: number } {
    return this.wraps.place(text, offset, asEnd);
  }

  /** Gives the document back as it was. */
  clear(): void {
    this.folds.clear();
    this.replace(new Map(), new Set());
    this.wraps.clear();
  }

  private elements({ nodes, trims }: Wanted, wrapped: Set<Text>): Element[] {
    const parts = trims.map(({ node, start, end }) => this.wraps.part(node, start, end));
    const elements: Element[] = [];
    for (const node of [...nodes, ...parts]) {
      if (dom.isElement(node)) {
        elements.push(node);
      } else if (dom.isText(node)) {
        const span = this.wraps.around(node);
        if (span !== null) {
          wrapped.add(node);
          elements.push(span);
        }
      }
    }
    return elements;
  }

  private replace(values: Map<Element, string>, wrapped: Set<Text>): void {
    for (const element of [...this.values.keys()]) {
      if (!values.has(element)) {
        dom.removeAttribute(element, this.token);
        this.values.delete(element);
      }
    }
    for (const text of [...this.wrapped]) {
      if (!wrapped.has(text)) {
        this.wraps.release(text);
        this.wrapped.delete(text);
      }
    }
    for (const [element, value] of values) {
      this.set(element, value);
    }
    for (const text of wrapped) {
      this.wrapped.add(text);
    }
  }

  private set(element: Element, value: string): void {
    if (this.values.get(element) !== value) {
      dom.setAttribute(element, this.token, value);
      this.values.set(element, value);
    }
  }
}

/** A script that shows a fixed bar pads the body for it, inline; with the bar gone the padding would be a gap. */
function freedPadding(values: Map<Element, string>): [Element, string][] {
  const body = dom.body(document);
  const style = dom.getAttribute(body, "style") ?? "";
  const side = /(?:^|[;\s])padding-(top|bottom)\s*:\s*[1-9]/.exec(style)?.[1];
  if (side === undefined || !someFixed(values)) {
    return [];
  }
  return [[body, side === "top" ? MARK.topFree : MARK.bottomFree]];
}

function someFixed(values: Map<Element, string>): boolean {
  return [...values.keys()].some((element) => getComputedStyle(element).position === "fixed");
}
