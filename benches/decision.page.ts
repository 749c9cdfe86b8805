// Runs in the page: ours and the peer side by side, in one world.
import initialise, { refusal } from "engine";

import { crossing } from "../extension/content/crossing";
import * as dom from "../extension/content/dom";
import { isSurelyArticle } from "../extension/content/reader/surely";
import { walk } from "../extension/content/walker";

const UNMARKED = { token: "q", isMarked: () => false };

/** How a decision went, in milliseconds. */
export interface Decision {
  isArticle: boolean;
  /** Whether it was certain at sight. */
  sure: boolean;
  sight: number;
  walk: number;
  core: number;
}

/** Decides as the extension does: at sight, else by the walk and the core. */
function decide(): Decision {
  const started = performance.now();
  const sure = isSurelyArticle(document);
  const seen = performance.now();
  if (sure) {
    return { isArticle: true, sure, sight: seen - started, walk: 0, core: 0 };
  }
  const page = walk(dom.documentElement(document), location.href, dom.title(document), UNMARKED, "decision");
  if (page === null) {
    throw new Error("the page is too large");
  }
  const { nodes, attributes, words } = crossing(page.snapshot);
  const walked = performance.now();
  const isArticle = refusal(nodes, attributes, words) === "null";
  const answered = performance.now();
  return { isArticle, sure, sight: seen - started, walk: walked - seen, core: answered - walked };
}

async function load(bytes: string): Promise<void> {
  await initialise({ module_or_path: Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) });
}

Object.assign(globalThis, { ours: { decide, load } });
