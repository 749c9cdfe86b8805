// How what we show gets its looks, whatever the page's policy forbids. A shadow tree and the document adopt a sheet where
// the browser lets a content script do that; Firefox 140 does not. There a shadow tree gets a <style> of its own, and the
// document, which stays as it is, one sheet of USER origin from the background.
import { askBackground } from "../shared/protocol";
import { cssOf, type PageSheet } from "../shared/style";
import * as dom from "./dom";
import { ignore } from "./faults";

/** Takes the looks away again; twice is once. */
export type Undress = () => void;

/** A page can shadow the property of its document with an element of that name. */
const ofDocument = Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets");

let known: boolean | undefined;

/** Whether sheets can be adopted here: it is tried, once, on a shadow tree that nobody sees. */
export function canAdopt(): boolean {
  known ??= tryToAdopt();
  return known;
}

function tryToAdopt(): boolean {
  try {
    adopt(dom.createElement("div").attachShadow({ mode: "closed" }), new CSSStyleSheet(), true);
    return true;
  } catch (fault) {
    // Firefox throws a plain Error from its wrapper around the page's objects; nothing else can go wrong here.
    if (fault instanceof Error) {
      return false;
    }
    throw fault;
  }
}

/** Dresses a shadow tree. */
export function dressRoot(root: ShadowRoot, css: string): Undress {
  if (canAdopt()) {
    return adoptedBy(root, css);
  }
  const style = dom.createElement("style");
  // Not as a text node: only what a content script writes so is let through by the page's policy.
  style.textContent = css;
  root.prepend(style);
  return () => style.remove();
}

/** What is asked of the background, one after the other: what is put in is there before it is taken out. */
let asked: Promise<unknown> = Promise.resolve();

/** Dresses the document; where the background does it, a moment later. */
export function dressDocument(sheet: PageSheet): Undress {
  if (canAdopt()) {
    return adoptedBy(document, cssOf(sheet));
  }
  const put = (on: boolean): void => {
    asked = asked.then(() => askBackground("style", { sheet, on })).catch(ignore);
  };
  put(true);
  let isOn = true;
  return () => {
    if (isOn) {
      isOn = false;
      put(false);
    }
  };
}

/** A sheet that the document has at once, and that can be written anew; nothing where the browser does not let it. */
export function adoptAtOnce(css: string): { write(css: string): void; undress: Undress } | null {
  if (!canAdopt()) {
    return null;
  }
  const sheet = sheetOf(css);
  adopt(document, sheet, true);
  return { write: (next) => sheet.replaceSync(next), undress: () => adopt(document, sheet, false) };
}

function adoptedBy(root: Document | ShadowRoot, css: string): Undress {
  const sheet = sheetOf(css);
  adopt(root, sheet, true);
  return () => adopt(root, sheet, false);
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Puts a sheet on a document or a shadow tree, or takes it away; the page's own stay. */
function adopt(root: Document | ShadowRoot, sheet: CSSStyleSheet, on: boolean): void {
  const before = (root instanceof Document ? ofDocument?.get?.call(root) : root.adoptedStyleSheets) as CSSStyleSheet[];
  const after = [...before].filter((other) => other !== sheet);
  if (on) {
    after.push(sheet);
  }
  if (root instanceof Document) {
    ofDocument?.set?.call(root, after);
  } else {
    root.adoptedStyleSheets = after;
  }
}
