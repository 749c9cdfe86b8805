// The popup for readers who do not see it, or not well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";

/** Where axe finds fault, as `rule: element`. */
async function faults(page: Page): Promise<string[]> {
  // Evaluated from outside: no policy of the page is asked.
  await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
}

inEachBrowser("the popup's accessibility", (scene) => {
  it("has no fault that axe finds, closed and opened", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      const popup = await scene.reader.popup(page);
      try {
        assert.deepEqual(await faults(popup), []);
        await popup.click('[data-category="follow_prompt"]');
        await popup.waitForSelector(".item");
        await popup.click(".item button");
        await popup.waitForSelector(".item.back");
        assert.deepEqual(await faults(popup), []);
      } finally {
        await popup.close();
      }
    });
  });
});
