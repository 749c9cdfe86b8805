// The same sentence in the page and in the reader mode.
import type { Article } from "../article";
import type { Marks } from "../marks";
import { scrollersOf } from "../panel/scroll";
import type { Shown } from "./body";

/** A place in the article, in UTF-16 of a paragraph of the page. */
export interface Spot {
  paragraph: number;
  start: number;
}

/** Where the reader stands: what is read first below a line of the window, and how far below the window's top. */
export interface Standing extends Spot {
  top: number;
}

/** What of the shown paragraphs stands first below a line. */
export function standing(shown: Shown[], line: number): Standing | null {
  const first = shown.find(({ element }) => element.checkVisibility() && element.getBoundingClientRect().bottom > line + 2);
  if (first === undefined) {
    return null;
  }
  const { top } = first.element.getBoundingClientRect();
  const start = top >= line ? 0 : first.text.placeBelow(line + 2);
  const box = first.text.range(start, start + 1)?.getBoundingClientRect();
  return { paragraph: first.at, start, top: box?.top ?? top };
}

/** Where the page stands: the first paragraph below a line; nothing where the article's beginning is still in sight. */
export function standingInPage(article: Article, marks: Marks, line: number): Spot | null {
  const { paragraphs } = article.cleaning;
  for (const [paragraph, { text, folded }] of paragraphs.entries()) {
    if (folded || text === "") {
      continue;
    }
    const box = article.rangeOf({ paragraph, start: 0, end: text.length }, marks)?.getBoundingClientRect();
    if (box === undefined || box.height === 0) {
      continue;
    }
    if (box.top >= 0) {
      return isFirst(article, paragraph) ? null : { paragraph, start: 0 };
    }
    if (box.bottom > line) {
      return { paragraph, start: letterBelow(article, marks, paragraph, line) };
    }
  }
  return null;
}

/** Scrolls the page at once so that a place stands at a height of the window. */
export function bringToPage(article: Article, marks: Marks, { paragraph, start, top }: Standing): void {
  const range = article.rangeOf({ paragraph, start, end: start + 1 }, marks);
  if (range === null) {
    return;
  }
  for (const scroller of scrollersOf(range.startContainer)) {
    scroller.scrollBy({ top: range.getBoundingClientRect().top - top, behavior: "instant" });
  }
  scrollBy({ top: range.getBoundingClientRect().top - top, behavior: "instant" });
}

function isFirst(article: Article, paragraph: number): boolean {
  return article.cleaning.paragraphs.findIndex(({ text, folded }) => text !== "" && !folded) === paragraph;
}

/** The first letter of a paragraph of the page below a line. */
function letterBelow(article: Article, marks: Marks, paragraph: number, line: number): number {
  const length = article.cleaning.paragraphs[paragraph]?.text.length ?? 0;
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = article.rangeOf({ paragraph, start: middle, end: middle + 1 }, marks)?.getBoundingClientRect();
    // A space that the core folded together has no place, and none of the lines is so low that it would matter.
    if (box === undefined || box.height === 0 || box.bottom <= line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.min(low, Math.max(length - 1, 0));
}
