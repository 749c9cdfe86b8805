// The decision and the reading of a page, with the core, in a real page: `globalThis.deciding` of the test's page.
import initialise, { PageReading, refusal } from "engine";

import { crossing } from "../../extension/content/crossing";
import { isSurelyArticle } from "../../extension/content/reader/surely";
import { walk, type Depth } from "../../extension/content/walker";

const UNMARKED = { token: "q", isMarked: () => false };

function page(url: string, depth: Depth): ReturnType<typeof crossing> {
  const walked = walk(document.documentElement, url, document.title, UNMARKED, depth);
  if (walked === null) {
    throw new Error("the page is too large");
  }
  return crossing(walked.snapshot);
}

/** What is certain at sight, what the decision says, and what the whole reading says; `null`: an article. */
export function decisions(url: string): { sure: boolean; decided: unknown; read: unknown } {
  const [sketch, whole] = [page(url, "decision"), page(url, "whole")];
  const reading = new PageReading(whole.nodes, whole.attributes, whole.words, { now: "2025-11-12T10:00:00+08:00" });
  const { article } = JSON.parse(reading.cleaning()) as { article: { refusal: unknown } };
  reading.free();
  const decided: unknown = JSON.parse(refusal(sketch.nodes, sketch.attributes, sketch.words));
  return { sure: isSurelyArticle(document), decided, read: article.refusal };
}

export async function load(bytes: string): Promise<void> {
  await initialise({ module_or_path: Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)) });
}
