// Whether a page is an article, before it is read: where the reader mode comes by itself on every page, most are none, and
// reading one costs several times as much as the answer.
import { askBackground, type Why } from "../../shared/protocol";
import { crossing } from "../crossing";
import * as dom from "../dom";
import { walk, type Marked } from "../walker";
import { hasProse } from "./likely";
import { isSurelyArticle } from "./surely";

/** Why the page is no article, `null` where it is one. `unlikely` is told as soon as it does not look like one. */
export async function refusalOf(marks: Marked, unlikely: () => void): Promise<Why | null> {
  if (isSurelyArticle(document)) {
    return null;
  }
  const page = walk(dom.documentElement(document), location.href, dom.title(document), marks, "decision");
  if (page === null) {
    return "too-large";
  }
  if (!hasProse(page.snapshot)) {
    unlikely();
  }
  return JSON.parse(await askBackground("decide", crossing(page.snapshot))) as Why | null;
}
