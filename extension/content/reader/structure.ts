// What the page's own elements say about the paragraphs: which items make a list, which cells a table.
import * as dom from "../dom";

/** So far up is looked: nothing that belongs together stands deeper, and no page makes this work long. */
const FAR = 32;

/** The nearest element around a node that has one of the names. */
export function around(node: Node | undefined, ...names: string[]): Element | null {
  let at: Node | null = node ?? null;
  for (let steps = 0; at !== null && steps < FAR; steps += 1) {
    if (dom.isElement(at) && names.includes(dom.localName(at))) {
      return at;
    }
    at = dom.parentNode(at);
  }
  return null;
}

/** How many lists a node stands in. */
export function depthOf(node: Node | undefined): number {
  let depth = 0;
  let list = around(node, "ol", "ul");
  while (list !== null && depth < 6) {
    depth += 1;
    list = around(dom.parentNode(list) ?? undefined, "ol", "ul");
  }
  return depth;
}

/** The rows of a table with their cells; those of tables in it are not its own. */
export function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  for (const part of elementsIn(table)) {
    const name = dom.localName(part);
    const found = name === "tr" ? [part] : ["thead", "tbody", "tfoot"].includes(name) ? elementsIn(part) : [];
    for (const row of found.filter((one) => dom.localName(one) === "tr")) {
      rows.push(elementsIn(row).filter((cell) => ["td", "th"].includes(dom.localName(cell))));
    }
  }
  return rows;
}

/** A number of columns or rows that a cell spans. */
export function spanOf(cell: Element, name: "colspan" | "rowspan"): number {
  const span = Number(dom.getAttribute(cell, name));
  return Number.isInteger(span) && span > 1 && span <= 50 ? span : 1;
}

function elementsIn(parent: Element): Element[] {
  const found: Element[] = [];
  for (let child = dom.firstChild(parent); child !== null; child = dom.nextSibling(child)) {
    if (dom.isElement(child)) {
      found.push(child);
    }
  }
  return found;
}

/** Whether a text goes on after another behind one line break, in one paragraph. */
export function isBrokenLine(before: Node | undefined, after: Node | undefined): boolean {
  const paragraph = around(before, "p");
  if (before === undefined || after === undefined || paragraph === null || paragraph !== around(after, "p")) {
    return false;
  }
  let breaks = 0;
  for (let at: Node | null = before; at !== null && at !== after; at = dom.nextSibling(at)) {
    breaks += dom.isElement(at) && dom.localName(at) === "br" ? 1 : 0;
  }
  return breaks === 1;
}
