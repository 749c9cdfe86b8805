// Breaks the lines of Chinese headlines between words. Browsers break Chinese between any two letters, which in a
// short balanced line tears words apart.
import { el } from "./dom";

const OPENING = /[“‘「『《〈（(【[]$/u;
const BEGINS = /^[\p{L}\p{N}“‘「『《〈（(【[]/u;

/** What is longer than this (an address, a name in Latin letters) may break anywhere. */
const LONG = 12;

let segmenter: Intl.Segmenter | undefined;

/** A text as spans that do not break inside: its words, with the marks that belong to them. */
export function phrases(text: string): HTMLElement[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const lines: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    const last = lines.at(-1);
    if (last === undefined || mayPart(last, segment)) lines.push(segment);
    else lines[lines.length - 1] = last + segment;
  }
  return lines.map((line) => el("span", { class: line.length > LONG ? null : "phrase" }, line));
}

/** Not before a closing mark, not behind an opening one, not between a number and what it counts. */
export function mayPart(before: string, after: string): boolean {
  return !OPENING.test(before) && BEGINS.test(after) && !/[\d.%\s]$/u.test(before);
}
