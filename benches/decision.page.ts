// Runs in the page: ours and the peer side by side, in one world.
import initialise, { is_article } from "engine";

import { crossing } from "../extension/content/crossing";
import * as dom from "../extension/content/dom";
import { walk } from "../extension/content/walker";

const UNMARKED = { token: "q", isMarked: () => false };

/** Walks the page, hands it over and asks whether it is an article; the milliseconds of each. */
function decide(): { walk: number; core: number; isArticle: boolean } {
  const started = performance.now();
  const page = walk(dom.documentElement(document), location.href, dom.title(document), UNMARKED);
  if (page === null) {
    throw new Error("the page is too large");
  }
  const { nodes, attributes, words } = crossing(page.snapshot);
  const walked = performance.now();
  const isArticle = is_article(nodes, attributes, words);
  const answered = performance.now();
  return { walk: walked - started, core: answered - walked, isArticle };
}

async function load(bytes: string): Promise<void> {
  await initialise({ module_or_path: Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) });
}

Object.assign(globalThis, { ours: { decide, load } });
