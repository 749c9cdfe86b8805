// The peer, Mozilla Readability, on the page that ours reads; and what every bench needs.
import { readFileSync } from "node:fs";

import type { Page } from "puppeteer-core";

/** Readability as it is in a reader extension: in the world of content scripts. */
export async function loadReadability(page: Page): Promise<void> {
  await isolated(page).evaluate((source) => {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the peer, from its own package
    const load = new Function(`${source};return Readability`) as () => unknown;
    (globalThis as unknown as { Readability: unknown }).Readability = load();
  }, readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8"));
}

/** How long it takes, in ms. It changes the document that it reads, so it gets a copy, as everywhere. */
export function readability(page: Page): Promise<number> {
  return isolated(page).evaluate(() => {
    const { Readability } = globalThis as unknown as { Readability: new (of: Document) => { parse(): unknown } };
    const before = performance.now();
    new Readability(document.cloneNode(true) as Document).parse();
    return performance.now() - before;
  });
}

/** The world of content scripts, which puppeteer has for itself and does not name. */
function isolated(page: Page): Pick<Page, "evaluate"> {
  return (page.mainFrame() as unknown as { isolatedRealm(): Pick<Page, "evaluate"> }).isolatedRealm();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
