// The popup and the options for readers who do not see it, or not well.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";

/** Where axe finds fault, as `rule: element`. */
async function faults(page: Page, where: object | null = null): Promise<string[]> {
  // Evaluated from outside: no policy of the page is asked.
  await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
  return page.evaluate(async (part) => {
    const { axe } = globalThis as unknown as {
      axe: { run(where: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(part ?? document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, where);
}

inEachBrowser("the popup's accessibility", (scene) => {
  it("has no fault that axe finds, closed and opened", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      const popup = await scene.reader.popup(page);
      try {
        assert.deepEqual(await faults(popup), []);
        const { scrollWidth, offsetHeight } = await popup.evaluate(() => {
          const { scrollWidth } = document.documentElement;
          return { scrollWidth, offsetHeight: document.body.offsetHeight };
        });
        assert.ok(scrollWidth <= 320, "wider than the popup");
        // No browser gives a popup more than 600: all of it is to be seen at once.
        assert.ok(offsetHeight <= 600, `${offsetHeight} high`);
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

inEachBrowser("the options' accessibility", (scene) => {
  it("has no fault that axe finds, with faults shown and a site listed, wide and at 200 %", async () => {
    await scene.reader.privileged(async () => {
      await chrome.storage.local.set({
        rules: "##p:hover",
        sites: { "news.example": true },
        keep: { "news.example": [{ key: "k1", category: "byline", text: "记者 林晓" }] },
      });
    });
    const options = await scene.reader.driver.openOwn("options.html");
    try {
      await options.waitForSelector(".faults li");
      await options.click("details.list summary");
      await options.type("#sites-text", "news.example tidy");
      await options.waitForSelector("#sites-faults li");
      for (const [width, height] of [
        [1100, 900],
        [550, 450],
        [320, 480],
      ] as const) {
        await options.setViewport({ width, height });
        assert.deepEqual(await faults(options), [], String(width));
        assert.ok(await options.evaluate(() => document.documentElement.scrollWidth <= innerWidth), String(width));
      }
    } finally {
      await options.close();
    }
  });
});

inEachBrowser("the first steps' accessibility", (scene) => {
  it("has no fault that axe finds in the guide, wide, narrow and at 200 %, and can be worked by keys", async () => {
    const page = await scene.reader.driver.openOwn("welcome.html");
    try {
      await page.waitForSelector(">>> #try-page");
      for (const [width, height] of [
        [1280, 900],
        [640, 450],
        [320, 480],
      ] as const) {
        await page.setViewport({ width, height });
        assert.deepEqual(await faults(page), [], String(width));
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), String(width));
      }
      await page.setViewport({ width: 1280, height: 900 });
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state === "ready");
      assert.deepEqual(await faults(page), []);
    } finally {
      await page.close();
    }
  });
});

inEachBrowser("the accessibility of pointing at a block", (scene) => {
  it("has no fault that axe finds, before and after the warning", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      await scene.reader.driver.choose("block", page);
      await page.waitForSelector("html > [popover]");
      await scene.reader.driver.openShadows(page);
      // Only what is ours: the page below is not.
      const ours = { include: ["html > [popover]"] };
      assert.deepEqual(await faults(page, ours), []);
      for (let steps = 0; steps < 9; steps += 1) {
        await page.keyboard.press("ArrowUp");
      }
      await page.keyboard.press("Enter");
      assert.deepEqual(await faults(page, ours), []);
      await page.keyboard.press("Escape");
    });
  });
});
