// One article with a keyboard and nothing else: clean, undo, jump by the timeline, read, copy.
import assert from "node:assert/strict";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";
import { visibleText } from "../harness/looking";
import { setSite } from "../harness/settings";

/** Presses Tab until what has the focus fits. */
async function tabTo(page: Page, fits: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    if (fits.test(await focused(page))) {
      return;
    }
  }
  throw new Error(`no way by Tab to ${String(fits)}; the focus ended on ${await focused(page)}`);
}

/** What has the focus, in closed trees too: its role or name, its label, its words. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement != null) {
      at = at.shadowRoot.activeElement;
    }
    const label = at?.getAttribute("aria-label") ?? "";
    return `${at?.id ?? ""} ${at?.getAttribute("role") ?? at?.localName ?? ""} ${label} ${at?.textContent.slice(0, 60) ?? ""}`;
  });
}

inEachBrowser("a reader with a keyboard alone", (scene) => {
  it("cleans, undoes, jumps by the timeline, reads and copies", async () => {
    await setSite(scene.reader, false);
    await scene.on(DESKTOP, async (page) => {
      const { reader } = scene;
      await reader.until(page, ({ state }) => state === "off");
      assert.ok((await visibleText(page)).includes("一键三连"));

      // Clean.
      await reader.driver.press("page", page);
      await reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state === "ready");
      assert.ok(!(await visibleText(page)).includes("一键三连"));

      // Undo one part, in the popup.
      const popup = await reader.popup(page);
      try {
        await popup.bringToFront();
        // A list that scrolls is a stop of its own in Firefox, with all its words.
        await tabTo(popup, /button .*点赞与转发/);
        await popup.keyboard.press("Enter");
        await tabTo(popup, /button .*放回/);
        await popup.keyboard.press("Enter");
        await reader.until(page, ({ removed }) => removed.filter(({ back }) => back).length === 1);
        assert.ok((await visibleText(page)).includes("一键三连"));
      } finally {
        await popup.close();
      }

      // Jump: the key brings the timeline, Tab leads into it, Enter to the sentence.
      await page.bringToFront();
      await reader.driver.openShadows(page);
      if (!(await reader.ask(page, "status", null)).timeline.open) {
        await reader.driver.press("timeline", page);
        await reader.until(page, ({ timeline }) => timeline.open);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await tabTo(page, /button.*(工程师许知远|公司完成第一轮融资|可回收火箭|总设计师林岚|全程试车)/);
      await page.keyboard.press("End");
      assert.match(await focused(page), /再次飞行/);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => scrollY > 200, { timeout: 5000 });

      // Read; Escape leads back.
      await reader.driver.press("reader", page);
      await reader.until(page, ({ reader: open }) => open);
      await page.keyboard.press("Escape");
      await reader.until(page, ({ reader: open }) => !open);

      // Copy.
      await reader.driver.press("copy", page);
      for (const end = Date.now() + 5000; ; ) {
        const { plain } = await reader.driver.clipboard(page);
        if (plain.startsWith("首飞成功")) {
          break;
        }
        assert.ok(Date.now() < end, "nothing was copied");
        await new Promise((resolve) => setTimeout(resolve, 60));
      }

      // And the page as it was.
      await reader.driver.press("page", page);
      await reader.until(page, ({ state }) => state === "off");
      assert.ok((await visibleText(page)).includes("欢迎到评论区说说"));
    });
  });
});
