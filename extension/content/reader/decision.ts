// Whether a page is an article, before it is read: where the reader mode comes by itself on every page, most are none, and
// reading one costs several times as much as the answer.
import { askBackground, type Why } from "../../shared/protocol";
import { crossing } from "../crossing";
import * as dom from "../dom";
import { walk, type Marked, type Walk } from "../walker";
import { hasProse } from "./likely";
import { isSurelyArticle } from "./surely";

/** Whether the page may be an article, by a look at it. */
export function mayBeOne(marks: Marked): boolean {
  const page = isSurelyArticle(document) ? null : sketch(marks);
  return page === null || hasProse(page.snapshot);
}

/** Why the page is no article, `null` where it is one. */
export async function refusalOf(marks: Marked): Promise<Why | null> {
  if (isSurelyArticle(document)) {
    return null;
  }
  const page = sketch(marks);
  if (page === null) {
    return "too-large";
  }
  return JSON.parse(await askBackground("decide", crossing(page.snapshot))) as Why | null;
}

function sketch(marks: Marked): Walk | null {
  return walk(dom.documentElement(document), location.href, dom.title(document), marks, "decision");
}
