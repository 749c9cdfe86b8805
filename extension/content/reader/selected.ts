// What is selected in the reader mode, whose shadow tree the page's own selection does not look into.
import type { Paragraph } from "engine";

import type { Article } from "../article";
import * as dom from "../dom";
import { cutOut } from "../selected";
import type { Shown } from "./body";

/** The paragraphs of an article, cut to what is selected of what is shown. */
export function selectedIn(root: ShadowRoot, shown: Shown[], article: Article): Paragraph[] {
  const ranges = rangesIn(root);
  const texts = new Map(shown.map(({ at, text }) => [at, text]));
  return cutOut(article, (_, at) => ranges.flatMap((range) => texts.get(at)?.within(range) ?? []));
}

type Composed = Omit<Selection, "getComposedRanges"> & {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};
type Older = ShadowRoot & { getSelection?: () => Selection | null };

function rangesIn(root: ShadowRoot): Range[] {
  const selection: Composed | null = getSelection();
  // Chrome before 137 asks the tree itself; Firefox before 142 tells the page's selection all of it.
  const older: Pick<Selection, "rangeCount" | "getRangeAt"> | null = (root as Older).getSelection?.() ?? selection;
  const given: AbstractRange[] =
    selection?.getComposedRanges?.({ shadowRoots: [root] }) ??
    Array.from({ length: older?.rangeCount ?? 0 }, (_, at) => older?.getRangeAt(at)).filter((one) => one !== undefined);
  return given.filter(({ startContainer }) => startContainer.getRootNode() === root).map(live).filter(({ collapsed }) => !collapsed);
}

function live({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = dom.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}
