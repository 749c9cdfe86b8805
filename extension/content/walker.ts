// From the live page to flat lists, in the form of `qingdu_core::page::PageSnapshot`. One pass, no recursion.
import type { Snapshot } from "./crossing";
import * as dom from "./dom";
import { isView, isWrapper } from "./own";

/** A page as lists, with the live node of every position. */
export interface Walk {
  snapshot: Snapshot;
  nodes: Node[];
}

/** The core's own limits: a page beyond them need not cross. */
export const LIMITS = { nodes: 200_000, bytes: 8 << 20 };

/** A longer value is a picture in the address itself, or a state of some script. */
const LONGEST_VALUE = 4096;

/** Data in a page is short; a longer script is a program. */
const LONGEST_SCRIPT = 16 << 10;

/** A longer text seldom stands twice in a page. */
const LONGEST_REPEATED = 24;

/** Nothing in these is prose. */
const CLOSED = new Set(["style", "template", "noscript", "svg", "canvas", "iframe", "object", "textarea", "select"]);

/** These take the visibility of what they stand in; asking for it would cost a style each. */
const FOLLOWING = new Set(["br", "img", "strong", "em", "b", "i", "a", "script", "meta", "link", "title", "base"]);

/** Whether a shorter text is seen does not matter for the decision whether there is an article. */
const PROSE = 12;

/** What these say of the page stands in their attributes. */
const TELLING = new Set(["meta", "time", "script"]);

/** These may be declared to hold the article. */
const HOLDING = new Set(["div", "section", "article"]);

/** These begin and end a block: white space beside them is never seen. The core's own list, in `page/tree.rs`. */
const BLOCKS = new Set([
  ...["html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "ul", "ol", "li"],
  ...["dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "thead", "tbody", "tfoot", "tr", "td", "th"],
  ...["caption", "hr", "form", "fieldset", "address", "details", "summary", "center", "hgroup", "dialog", "head"],
  ...["h1", "h2", "h3", "h4", "h5", "h6", "script", "style", "link", "meta", "title"],
]);

const BLANK = /^[\t\n\f\r ]*$/;

/** What a node hands down to what stands in it. */
interface Context {
  /** The position of the element that it stands in. */
  parent: number;
  /** Below something that we hid. */
  marked: boolean;
  /** In the head, where nothing is rendered and everything is read. */
  head: boolean;
  /** Directly in a block. */
  block: boolean;
  /** Where white space is kept as it is. */
  pre: boolean;
}

/** What we have marked already: a marked page reads like the page that it was. */
export interface Marked {
  /** The attribute of the marks. */
  token: string;
  isMarked(element: Element): boolean;
}

/**
 * What a walk takes. The decision whether there is an article needs neither attributes but the names of elements, nor
 * the visibility of what holds no prose.
 */
export type Depth = "whole" | "decision";

/** An element whose children are being walked. */
interface Open {
  node: Element;
  name: string;
  /** What it was handed down itself. */
  context: Context;
}

/** Walks the page below `root`; `null` where it is larger than the limits. */
export function walk(root: Element, url: string, title: string, marks: Marked, depth: Depth = "whole"): Walk | null {
  const list = new Lists(root, marks.token, depth);
  const open: Open[] = [];
  let outer: Open | undefined;
  let node: Node = root;
  let context: Context = { parent: -1, marked: false, head: false, block: true, pre: false };
  // The name of the node before this one, told by the walk and not by the page: every look at a node has its price.
  let before: string | null = null;
  for (;;) {
    let name = "";
    let inner: Context | null = null;
    const type = dom.nodeType(node);
    if (type === dom.ELEMENT_NODE) {
      name = dom.localName(node as Element);
      inner = enter(node as Element, name, context, list, marks);
    } else if (type === dom.TEXT_NODE && outer !== undefined) {
      read(node as Text, context, before, outer.node, list);
    }
    if (list.isFull()) {
      return null;
    }
    const child: Node | null = inner === null ? null : dom.firstChild(node);
    if (child !== null && inner !== null) {
      outer = { node: node as Element, name, context };
      open.push(outer);
      node = child;
      context = inner;
      before = null;
      continue;
    }
    let next: Node | null = outer === undefined ? null : dom.nextSibling(node);
    while (next === null) {
      outer = open.pop();
      if (outer === undefined) {
        return list.finish(url, title);
      }
      node = outer.node;
      name = outer.name;
      context = outer.context;
      outer = open.at(-1);
      next = outer === undefined ? null : dom.nextSibling(node);
    }
    node = next;
    before = name;
  }
}

/** Writes an element down; gives the context of its children where they are to be read. */
function enter(node: Element, name: string, context: Context, list: Lists, marks: Marked): Context | null {
  if (isView(node)) {
    return null;
  }
  if (isWrapper(node)) {
    return context;
  }
  const head = context.head || name === "head";
  const marked = context.marked || marks.isMarked(node);
  const hidden = !list.isSketch && !head && !FOLLOWING.has(name) && isHidden(node, context.marked, marked);
  const parent = list.element(node, context.parent, name, hidden);
  const isRead = !hidden && (name === "script" ? isData(node) : !CLOSED.has(name));
  return isRead ? { parent, marked, head, block: BLOCKS.has(name), pre: context.pre || name === "pre" } : null;
}

/** Writes a text down that stands in an element, `before` it a node of that name. */
function read(node: Text, context: Context, before: string | null, outer: Element, list: Lists): void {
  const text = dom.data(node);
  if (isUnseen(text, context, before)) {
    return;
  }
  list.text(node, context.parent, text);
  if (list.isSketch && text.length >= PROSE) {
    list.see(context.parent, outer);
  }
}

/** Half of a page's text nodes are line breaks between blocks: they need not cross. */
function isUnseen(text: string, context: Context, before: string | null): boolean {
  if (context.pre || text.charCodeAt(0) > 32 || !BLANK.test(text)) {
    return false;
  }
  return before === null ? context.block : BLOCKS.has(before);
}

/** Whether an element is not rendered, our own marks aside: what we hid counts as it was before. */
function isHidden(element: Element, belowMark: boolean, marked: boolean): boolean {
  if (belowMark) {
    return dom.isUndisplayed(element);
  }
  return !marked && !dom.isVisible(element);
}

/** A script that may hold data of the page, and not only code. */
function isData(script: Element): boolean {
  const isLinkedData = dom.getAttribute(script, "type") === "application/ld+json";
  return isLinkedData || (dom.textContent(script) ?? "").length <= LONGEST_SCRIPT;
}

/** What an attribute does is no word about what the element is. */
function isTold(attribute: string): boolean {
  return attribute !== "style" && !attribute.startsWith("on");
}

class Lists {
  private readonly strings: string[] = [];
  private readonly positions = new Map<string, number>();
  private readonly rows: number[] = [];
  private readonly attributes: number[] = [];
  private readonly nodes: Node[] = [];
  private units = 0;
  /** The element that was looked at last, by its position. */
  private seen = -1;
  readonly isSketch: boolean;
  /** Whether anything may be declared to hold the article: on most pages nothing is, and no element is asked. */
  private readonly isDeclared: boolean;

  constructor(
    root: Element,
    private readonly token: string,
    depth: Depth,
  ) {
    this.isSketch = depth === "decision";
    this.isDeclared = this.isSketch && dom.selectIn(root, "[itemprop]").length > 0;
  }

  element(node: Element, parent: number, name: string, hidden: boolean): number {
    const at = this.add(node, parent, this.string(name), hidden ? 1 : 0);
    if (this.isSketch && !TELLING.has(name)) {
      this.names(node, name, at);
      return at;
    }
    for (const attribute of dom.attributeNames(node)) {
      if (isTold(attribute) && attribute !== this.token) {
        this.attribute(at, attribute, dom.getAttribute(node, attribute) ?? "");
      }
    }
    return at;
  }

  text(node: Text, parent: number, text: string): void {
    this.add(node, parent, -1, text.length > LONGEST_REPEATED ? this.once(text) : this.string(text));
  }

  /** Notes whether an element that holds a text is seen, what stands around it included. */
  see(at: number, element: Element): void {
    if (at !== this.seen) {
      this.seen = at;
      this.rows[at * 3 + 2] = dom.isVisible(element) ? 0 : 1;
    }
  }

  isFull(): boolean {
    return this.nodes.length > LIMITS.nodes || this.units > LIMITS.bytes;
  }

  finish(url: string, title: string): Walk | null {
    // A letter has at most three bytes a unit; only where that could be too much is it counted.
    if (this.units * 3 > LIMITS.bytes && bytesOf(this.strings) > LIMITS.bytes) {
      return null;
    }
    const { strings, rows, attributes, nodes } = this;
    return { snapshot: { url, title, strings, nodes: rows, attributes }, nodes };
  }

  /** What an element is called, by getters that are faster than looking for attributes. */
  private names(node: Element, name: string, at: number): void {
    const called = dom.className(node);
    const id = dom.id(node);
    if (called !== "") {
      this.attribute(at, "class", called);
    }
    if (id !== "") {
      this.attribute(at, "id", id);
    }
    if (this.isDeclared && HOLDING.has(name)) {
      const declared = dom.getAttribute(node, "itemprop");
      if (declared !== null) {
        this.attribute(at, "itemprop", declared);
      }
    }
  }

  private attribute(at: number, name: string, value: string): void {
    if (value.length <= LONGEST_VALUE) {
      this.attributes.push(at, this.string(name), this.string(value));
    }
  }

  private add(node: Node, parent: number, name: number, value: number): number {
    const at = this.nodes.length;
    this.nodes.push(node);
    this.rows.push(parent, name, value);
    return at;
  }

  private string(text: string): number {
    const known = this.positions.get(text);
    if (known !== undefined) {
      return known;
    }
    const at = this.once(text);
    this.positions.set(text, at);
    return at;
  }

  private once(text: string): number {
    this.units += text.length;
    return this.strings.push(text) - 1;
  }
}

function bytesOf(strings: string[]): number {
  const encoder = new TextEncoder();
  return strings.reduce((sum, text) => sum + encoder.encode(text).length, 0);
}
