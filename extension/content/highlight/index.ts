// Highlights stretches of the page's text without touching the document, by the CSS Custom Highlight API.
import { cssOf, highlightNames, newToken, type PageSheet } from "../../shared/style";
import { dressDocument, dressRoot, type Undress } from "../dress";

export interface Highlighter {
  /** The sentence that was jumped to, with the words that date it. */
  show(sentence: Range, expression: Range | null): void;
  /** The sentence of the entry under the pointer. */
  hint(sentence: Range | null): void;
  clear(): void;
  /** Takes ranges and looks away. */
  destroy(): void;
}

export function createHighlighter(): Highlighter {
  const token = newToken();
  const names = highlightNames(token);
  const looks: PageSheet = { of: "highlights", token };
  const dressed = new Map<Node, Undress>();

  const put = (name: string, range: Range | null, priority: number) => {
    if (!range) {
      CSS.highlights.delete(name);
      return;
    }
    dress(range, looks, dressed);
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
      for (const undress of dressed.values()) undress();
      dressed.clear();
    },
  };
}

/** The looks must live where the text lives: in the document, or in the shadow tree of the reader view. */
function dress(range: Range, looks: PageSheet, dressed: Map<Node, Undress>): void {
  const root = range.startContainer.getRootNode();
  if (dressed.has(root)) return;
  if (root instanceof Document) dressed.set(root, dressDocument(looks));
  else if (root instanceof ShadowRoot) dressed.set(root, dressRoot(root, cssOf(looks)));
}
