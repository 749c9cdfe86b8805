// Puppeteer waits for a function by making it anew from its text in the page, which the policy of our own pages forbids: in
// Firefox 140 to tests too. Where it is asked from here, again and again, no text becomes code.
import type { JSHandle, Page } from "puppeteer-core";

const PATIENCE = 30_000;

/** Lets a page of ours be waited for. */
export function waitByAsking(page: Page): Page {
  const wait = async (holds: (...args: unknown[]) => unknown, { timeout = PATIENCE } = {}, ...args: unknown[]): Promise<JSHandle> => {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      const answer = await page.evaluateHandle(holds, ...args);
      if (await answer.evaluate((value) => Boolean(value))) {
        return answer;
      }
      await answer.dispose();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited ${timeout} ms in vain: ${holds.toString()}`);
  };
  page.waitForFunction = wait as Page["waitForFunction"];
  return page;
}
