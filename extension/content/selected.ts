// What the reader has selected, as paragraphs of the article: what is hidden or goes is in none of them, whatever the
// page says to a copy. A selection beside the article is its text as it is seen.
import type { Paragraph } from "engine";

import type { Article } from "./article";
import { covered, cutTo, joined, type Stretch } from "./cut";
import * as dom from "./dom";
import type { Marks } from "./marks";
import { isView } from "./own";
import { looking } from "./unseen";

/** The ranges that are selected in the page; a field's own selection is none. */
export function selectedRanges(): Range[] {
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, at) => selection?.getRangeAt(at));
  return ranges.filter((range) => range !== undefined).filter(({ collapsed }) => !collapsed);
}

/** What ranges of the page take of an article, paragraph by paragraph. */
export function selectedOf(article: Article, marks: Marks, ranges: Range[]): Paragraph[] {
  const here = ranges.filter(({ startContainer }) => startContainer.getRootNode() === document);
  return cutOut(article, (paragraph) => here.flatMap((range) => takenOf(paragraph, article, marks, range)));
}

/** The paragraphs cut to what `taken` says of them, with the pictures between the first and the last. */
export function cutOut(article: Article, taken: (paragraph: Paragraph, at: number) => Stretch[]): Paragraph[] {
  const look = looking(article);
  const found = article.cleaning.paragraphs.map((paragraph, at) => ({
    paragraph,
    stretches: paragraph.folded ? [] : common(joined(taken(paragraph, at)), look(paragraph)),
  }));
  const first = found.findIndex(({ stretches }) => stretches.length > 0);
  const last = found.findLastIndex(({ stretches }) => stretches.length > 0);
  return found.flatMap(({ paragraph, stretches }, at) => {
    if (stretches.length > 0) {
      return [cutTo(paragraph, stretches)];
    }
    return paragraph.text === "" && !paragraph.folded && first < at && at < last ? [paragraph] : [];
  });
}

/** What lies in one of the first and in one of the second; `null` is everywhere. */
function common(ones: Stretch[], others: Stretch[] | null): Stretch[] {
  if (others === null) {
    return ones;
  }
  const pairs = ones.flatMap((one) =>
    others.map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) })),
  );
  return pairs.filter(({ start, end }) => start < end);
}

/** A range takes one stretch of a paragraph: from the first run that it meets to the last, with the space between. */
function takenOf({ runs }: Paragraph, article: Article, marks: Marks, range: Range): Stretch[] {
  let [from, to] = [-1, -1];
  for (let run = 0; run + 3 < runs.length; run += 4) {
    const [start = 0, position = -1, offset = 0, length = 0] = runs.slice(run, run + 4);
    const node = article.nodeAt(position);
    if (node?.isConnected !== true || !dom.isText(node)) {
      continue;
    }
    const stretch = covered(range, length, (at, asEnd) => marks.place(node, offset + at, asEnd));
    if (stretch !== null) {
      from = from < 0 ? start + stretch.start : from;
      to = start + stretch.end;
    }
  }
  return from < to ? [{ start: from, end: to }] : [];
}

/** The text in ranges beside an article, a block a line: what is not shown, and what is ours, stays out. */
export function plainIn(ranges: Range[]): string {
  const lines: string[] = [];
  for (const range of ranges) {
    let before: Element | null = null;
    for (const { node, text } of textsIn(range)) {
      const block = blockOf(node);
      const line = block === before ? lines.pop() : undefined;
      lines.push((line ?? "") + text);
      before = block;
    }
  }
  const folded = lines.map((line) => line.replaceAll(/\s+/g, " ").trim());
  return folded.filter((line) => line !== "").join("\n");
}

function* textsIn(range: Range): Generator<{ node: Text; text: string }> {
  const root = range.commonAncestorContainer;
  const walker = dom.walkerOf(root, (node) =>
    dom.isElement(node) && (isView(node) || !dom.isVisible(node) || SILENT.has(dom.localName(node)))
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    const here = node;
    if (dom.isText(here)) {
      const text = dom.data(here);
      const stretch = covered(range, text.length, (at) => ({ node: here, offset: at }));
      if (stretch !== null) {
        yield { node: here, text: text.slice(stretch.start, stretch.end) };
      }
    }
  }
}

const SILENT = new Set(["script", "style", "noscript", "template", "textarea", "select"]);

/** The element that begins a line for a text. */
function blockOf(node: Node): Element | null {
  let at = dom.parentNode(node);
  while (at !== null && dom.isElement(at) && getComputedStyle(at).display.startsWith("inline")) {
    at = dom.parentNode(at);
  }
  return at !== null && dom.isElement(at) ? at : null;
}
