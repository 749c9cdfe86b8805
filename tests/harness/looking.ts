// What a reader sees of a page.
import type { Page } from "puppeteer-core";

/** The text that is rendered, without the white space between blocks. */
export async function visibleText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** The whole document as a string, and how many nodes it has. */
export async function serialised(page: Page): Promise<{ html: string; nodes: number }> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let nodes = 0;
    while (walker.nextNode() !== null) {
      nodes += 1;
    }
    return { html: document.documentElement.outerHTML, nodes };
  });
}

/** Waits until something holds in the page. */
export async function eventually(page: Page, holds: () => boolean | Promise<boolean>, patience = 5000): Promise<void> {
  await page.waitForFunction(holds, { timeout: patience, polling: 50 });
}
