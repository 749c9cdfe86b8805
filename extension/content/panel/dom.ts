// Builds nodes one by one; no HTML string is ever parsed.
// A page can shadow `document.createElement` with an element of that name (in Chrome also for content
// scripts), so the methods are taken from the prototypes.

const { createElementNS, hasFocus } = Document.prototype;
const documentElement = getterOf("documentElement");
const scrollingElement = getterOf("scrollingElement");

function getterOf(name: "documentElement" | "scrollingElement"): () => Element | null {
  // Both are accessors of every Document: without them there is no page to work on.
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get as () => Element | null;
}

type Value = string | number | boolean | null | undefined;
export type Attributes = Record<string, Value>;
export type Child = Node | string | null;

/** An element. Attributes that are null or false are left out, true ones are empty. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = createElementNS.call(document, "http://www.w3.org/1999/xhtml", tag) as HTMLElementTagNameMap[K];
  return fill(element, attributes, children);
}

/** An SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = createElementNS.call(document, "http://www.w3.org/2000/svg", tag) as SVGElementTagNameMap[K];
  return fill(element, attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) set(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute, or takes it away. */
export function set(element: Element, name: string, value: Value): void {
  if (value === null || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** The page's root element. */
export function rootElement(): HTMLElement {
  return documentElement.call(document) as HTMLElement;
}

/** The element that scrolls when the window does. */
export function pageScroller(): Element | null {
  return scrollingElement.call(document);
}

/** Whether the page has the focus, rather than the browser's own surface. */
export function pageHasFocus(): boolean {
  return hasFocus.call(document);
}

/** Whether the reader wants less motion. */
export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
