// Highlights stretches of the page's text without touching the document, by the CSS Custom Highlight API.
// Adopted style sheets carry the looks: they work from a content script in both browsers, under any page's CSP.
import { adopt } from "../panel/dom";

export interface Highlighter {
  /** The sentence that was jumped to, with the words that date it. */
  show(sentence: Range, expression: Range | null): void;
  /** The sentence of the entry under the pointer. */
  hint(sentence: Range | null): void;
  clear(): void;
  /** Takes ranges and looks away. */
  destroy(): void;
}

interface Names {
  sentence: string;
  expression: string;
  hint: string;
}

export function createHighlighter(): Highlighter {
  const names = freshNames();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(highlightCss(names));
  const dressed = new Set<Document | ShadowRoot>();

  const put = (name: string, range: Range | null, priority: number) => {
    if (!range) {
      CSS.highlights.delete(name);
      return;
    }
    dress(range, sheet, dressed);
    const highlight = new Highlight(range);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
  };
  const clear = () => {
    for (const name of [names.sentence, names.expression, names.hint]) CSS.highlights.delete(name);
  };
  return {
    show(sentence, expression) {
      put(names.hint, null, 0);
      put(names.sentence, sentence, 1);
      put(names.expression, expression, 2);
    },
    hint(sentence) {
      put(names.hint, sentence, 0);
    },
    clear,
    destroy() {
      clear();
      for (const root of dressed) adopt(root, sheet, false);
      dressed.clear();
    },
  };
}

/** The looks must live where the text lives: in the document, or in the shadow tree of the reader view. */
function dress(range: Range, sheet: CSSStyleSheet, dressed: Set<Document | ShadowRoot>): void {
  const root = range.startContainer.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot) || dressed.has(root)) return;
  adopt(root, sheet, true);
  dressed.add(root);
}

/** Random, so that neither the page's own highlights are hit nor ours looked for. */
function freshNames(): Names {
  const token = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join("");
  return { sentence: `h${token}s`, expression: `h${token}e`, hint: `h${token}h` };
}

/** Translucent, so that they stand on light pages and on dark ones, whatever the page's colours. */
export function highlightCss({ sentence, expression, hint }: Names): string {
  return `
::highlight(${hint}) { background-color: rgb(148 138 110 / .2); }
::highlight(${sentence}) { background-color: rgb(255 193 7 / .3); }
::highlight(${expression}) {
  background-color: rgb(255 160 0 / .28);
  text-decoration: underline 2px rgb(214 118 0);
}
@media (forced-colors: active) {
  ::highlight(${hint}) { text-decoration: underline dotted; }
  ::highlight(${sentence}), ::highlight(${expression}) { background-color: Mark; color: MarkText; }
}`;
}
