// The page's DOM, read and written with getters and methods taken from the prototypes. A form with an
// `<input name="firstChild">` shadows the property on the form itself, in Chrome also for us; the
// prototype's own getter still tells the truth.

type Keys<T, V> = { [K in keyof T]: T[K] extends V ? K : never }[keyof T] & string;

function getter<T extends object, K extends keyof T & string>(prototype: T, key: K): (of: T) => T[K] {
  // Properties of interfaces are accessors; a browser without one of these could not run the extension.
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (get === undefined) {
    throw new TypeError(`no getter: ${key}`);
  }
  return (of) => get.call(of) as T[K];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any method will do: its own type comes back out
type Method = (...args: any[]) => unknown;

function method<T extends object, K extends Keys<T, Method>>(
  prototype: T,
  key: K,
): T[K] extends (...args: infer A) => infer R ? (of: T, ...args: A) => R : never {
  // `call`, bound to the method: passing the arguments on one by one would cost the walk a tenth of its time.
  return Function.prototype.call.bind(prototype[key] as Method) as ReturnType<typeof method<T, K>>;
}

export const nodeType = getter(Node.prototype, "nodeType");
export const firstChild = getter(Node.prototype, "firstChild");
export const nextSibling = getter(Node.prototype, "nextSibling");
export const previousSibling = getter(Node.prototype, "previousSibling");
export const parentNode = getter(Node.prototype, "parentNode");
export const textContent = getter(Node.prototype, "textContent");
export const insertBefore = method(Node.prototype, "insertBefore");
export const removeChild = method(Node.prototype, "removeChild");
export const contains = method(Node.prototype, "contains");

export const localName = getter(Element.prototype, "localName");
export const className = getter(Element.prototype, "className");
export const id = getter(Element.prototype, "id");
export const attributeNames = method(Element.prototype, "getAttributeNames");
export const getAttribute = method(Element.prototype, "getAttribute");
export const setAttribute = method(Element.prototype, "setAttribute");
export const removeAttribute = method(Element.prototype, "removeAttribute");
export const isVisible = method(Element.prototype, "checkVisibility");

export const animate = method(Element.prototype, "animate");
export const boxOf = method(Element.prototype, "getBoundingClientRect");
export const innerText = getter(HTMLElement.prototype, "innerText");

export const data = getter(CharacterData.prototype, "data");
export const appendData = method(CharacterData.prototype, "appendData");
export const splitText = method(Text.prototype, "splitText");

export const documentElement = getter(Document.prototype, "documentElement");
export const body = getter(Document.prototype, "body");
export const title = getter(Document.prototype, "title");
export const activeElement = getter(Document.prototype, "activeElement");

const all: (of: Document, selector: string) => NodeListOf<Element> = method(Document.prototype, "querySelectorAll");
const below: (of: Element, selector: string) => NodeListOf<Element> = method(Element.prototype, "querySelectorAll");
const under: (of: Document, x: number, y: number) => Element[] = method(Document.prototype, "elementsFromPoint");

const newRange: (of: Document) => Range = method(Document.prototype, "createRange");
const newWalker: (of: Document, root: Node, show: number, filter: (node: Node) => number) => TreeWalker = method(
  Document.prototype,
  "createTreeWalker",
);

export function createRange(): Range {
  return newRange(document);
}

/** Walks the nodes below a root; what `filter` rejects is left out with all that is in it. */
export function walkerOf(root: Node, filter: (node: Node) => number): TreeWalker {
  return newWalker(document, root, NodeFilter.SHOW_ALL, filter);
}

/** The elements of the page that a selector selects. */
export function select(selector: string): Element[] {
  return [...all(document, selector)];
}

/** Those below an element. */
export function selectIn(element: Element, selector: string): Element[] {
  return [...below(element, selector)];
}

/** The elements at a place of the window, the topmost first. */
export function elementsAt(x: number, y: number): Element[] {
  return under(document, x, y);
}

const tagged = { document: method(Document.prototype, "getElementsByTagName"), element: method(Element.prototype, "getElementsByTagName") };

/** The first elements of a name below a document or an element, in order, `most` of them. */
export function elementsByTag(below: Document | Element, name: string, most: number): Element[] {
  const live = (isElement(below) ? tagged.element(below, name) : tagged.document(below, name));
  return Array.prototype.slice.call(live, 0, most) as Element[];
}

const create: (of: Document, name: string) => unknown = method(Document.prototype, "createElement");

export function createElement(name: string): HTMLElement {
  return create(document, name) as HTMLElement;
}

// Kept here: in Firefox every look at `Node.ELEMENT_NODE` goes through a wrapper, and the walk would take most
// of its time for it.
export const { ELEMENT_NODE, TEXT_NODE } = Node;

export function isElement(node: Node): node is Element {
  return nodeType(node) === ELEMENT_NODE;
}

export function isText(node: Node): node is Text {
  return nodeType(node) === TEXT_NODE;
}

/** Whether an element is `display: none`, looking at itself alone. */
export function isUndisplayed(element: Element): boolean {
  return getComputedStyle(element).display === "none";
}
