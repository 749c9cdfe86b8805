// A selector for one element, in the language of the reader's rules: by what is likely to be the same on the next
// page of the site, and of that by what selects nothing else on this one. Where the text of an article is pointed at,
// its words: a place in the text is another paragraph in the next article.
import * as dom from "../dom";
import { isView, isWrapper } from "../own";
import { isStable, isStableId } from "./stable";

/** Beyond this many levels an ancestor says little about an element. */
const LEVELS = 12;

/** So many letters of a text are enough to know it by. */
const LETTERS = 40;

/** Selectors for an element, the best first; `prose`: it is a piece of the article's text. */
export function selectorsOf(element: Element, prose: boolean): string[] {
  const anchors = anchorsOf(element);
  const own = named(element).filter(isOnly);
  const below = anchors.flatMap((anchor) => named(element).map((name) => joined(anchor, name))).filter(isOnly);
  const text = textSelector(element);
  const media = [mediaSelector(element)].filter((selector) => selector !== null).filter(isOnly);
  const places = structure(element, anchors[0]);
  const words = text === null ? media : [text, ...media];
  if (prose) {
    return unique([...words, ...own, ...below, places]);
  }
  const bare = anchors.slice(0, 3).map((anchor) => joined(anchor, dom.localName(element))).filter(isOnly);
  return unique([...own, ...below, ...bare, ...media, places, ...words]);
}

interface Anchor {
  selector: string;
  /** Whether it is the element's parent. */
  direct: boolean;
}

function joined({ selector, direct }: Anchor, name: string): string {
  return `${selector}${direct ? " > " : " "}${name}`;
}

/** The ancestors that a stable name tells from all other elements, the nearest first. */
function anchorsOf(element: Element): Anchor[] {
  const found: Anchor[] = [];
  let at = dom.parentNode(element);
  for (let level = 0; level < LEVELS && at !== null && dom.isElement(at); level += 1) {
    const [selector] = named(at).filter(isOnly);
    if (selector !== undefined) {
      found.push({ selector, direct: level === 0 });
    }
    at = dom.parentNode(at);
  }
  return found;
}

/** What an element is called, by names that are likely to stay: the most telling first. */
function named(element: Element): string[] {
  const tag = dom.localName(element);
  const id = dom.getAttribute(element, "id") ?? "";
  const classes = (dom.getAttribute(element, "class") ?? "").split(/\s+/).filter(isStable);
  const all = classes.map((name) => `.${name}`);
  return [
    ...(isStableId(id) ? [`#${id}`] : []),
    ...all,
    ...(all.length > 1 ? [all.join("")] : []),
    ...(all.length > 0 ? [tag + all.join("")] : []),
    ...attributesOf(element).map((attribute) => `${tag}${attribute}`),
  ];
}

const TELLING = new Set(["role", "itemprop", "name", "rel"]);

function attributesOf(element: Element): string[] {
  const found: string[] = [];
  for (const name of dom.attributeNames(element)) {
    const value = dom.getAttribute(element, name) ?? "";
    const isTelling = TELLING.has(name) || (name.startsWith("data-") && isStable(name));
    if (isTelling && isStable(value)) {
      found.push(`[${name}="${value}"]`);
    }
  }
  const foreign = foreignHost(element);
  return foreign === null ? found : [...found, foreign];
}

/** What comes from elsewhere, or leads there, is known by where. */
function foreignHost(element: Element): string | null {
  const tag = dom.localName(element);
  const name = tag === "a" ? "href" : tag === "iframe" ? "src" : null;
  const host = name === null ? undefined : /^(?:https?:)?\/\/([\w.-]+)/.exec(dom.getAttribute(element, name) ?? "")?.[1];
  return host === undefined || host === location.hostname ? null : `[${name ?? ""}*="//${host}"]`;
}

/** Whether a selector selects one element of the page: what we show ourselves does not count. */
function isOnly(selector: string): boolean {
  try {
    return dom.select(selector).filter((element) => !isView(element)).length === 1;
  } catch {
    return false;
  }
}

/** Text goes on in these; anything else begins a line. */
const INLINE = new Set(["a", "b", "strong", "em", "i", "u", "span", "font", "small", "mark", "sub", "sup", "label"]);

/** By the first line of its text. */
function textSelector(element: Element): string | null {
  const { text, whole } = firstLine(element);
  const line = text.replaceAll(/\s+/g, " ").trim();
  // A rule ends at a brace; a letter of two units is not cut.
  const begin = (line.slice(0, LETTERS).replace(/[\ud800-\udbff]$/, "").split("{")[0] ?? "").trim();
  const isWhole = whole && begin === line;
  if (begin.length < (isWhole ? 2 : 8)) {
    return null;
  }
  const pattern = begin.replaceAll(/[\\[\]()*+?}.^$|/]/g, "\\$&");
  return `${dom.localName(element)}:has-text(/^${pattern}${isWhole ? "$" : ""}/)`;
}

function firstLine(element: Element): { text: string; whole: boolean } {
  let text = "";
  const read = (parent: Node): boolean => {
    for (let child = dom.firstChild(parent); child !== null; child = dom.nextSibling(child)) {
      if (dom.isText(child)) {
        text += dom.data(child);
      } else if (dom.isElement(child) && !isView(child)) {
        if (!isWrapper(child) && !INLINE.has(dom.localName(child))) {
          return false;
        }
        if (!read(child)) {
          return false;
        }
      }
    }
    return true;
  };
  return { whole: read(element), text };
}

const SOURCES = ["src", "data-src", "data-original"];

/** By the file that it shows; of a frame around one picture, by that of the picture. */
function mediaSelector(element: Element): string | null {
  const tag = dom.localName(element);
  if (["img", "video", "audio", "embed"].includes(tag)) {
    const file = fileOf(element);
    return file === null ? null : tag + file;
  }
  const [only, more] = childrenOf(element);
  const file = only === undefined || more !== undefined || dom.localName(only) !== "img" ? null : fileOf(only);
  const isBare = (dom.textContent(element) ?? "").trim() === "";
  return file === null || !isBare ? null : `${tag}:has(> img${file})`;
}

function fileOf(element: Element): string | null {
  for (const name of SOURCES) {
    const file = /\/([\w.-]{6,100})$/.exec(dom.getAttribute(element, name) ?? "")?.[1];
    if (file !== undefined) {
      return `[${name}$="/${file}"]`;
    }
  }
  return null;
}

function childrenOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let child = dom.firstChild(element); child !== null; child = dom.nextSibling(child)) {
    if (dom.isElement(child) && !isView(child) && !isWrapper(child)) {
      found.push(child);
    }
  }
  return found;
}

/** By its place below an anchor: right on this page, and only as long as the site builds its pages so. */
function structure(element: Element, anchor: Anchor | undefined): string {
  const steps: string[] = [];
  const [end] = anchor === undefined ? [dom.body(document)] : dom.select(anchor.selector);
  let at: Node | null = element;
  while (at !== null && at !== end && dom.isElement(at)) {
    const parent: Node | null = dom.parentNode(at);
    const place = parent !== null && dom.isElement(parent) ? childrenOf(parent).indexOf(at) + 1 : 1;
    steps.unshift(`${dom.localName(at)}:nth-child(${place})`);
    at = parent;
  }
  return [anchor?.selector ?? "body", ...steps].join(" > ");
}

function unique(selectors: string[]): string[] {
  return [...new Set(selectors)];
}
