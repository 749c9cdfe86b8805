// The timeline beside the article.
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP, MOBILE } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { forget } from "../harness/settings";

/** A row of the panel: its button says date and headline. */
interface Row {
  text: string;
}

async function rows(page: Page): Promise<Row[]> {
  return page.evaluate(() => {
    const root = [...document.documentElement.children].map((host) => host.shadowRoot).find((one) => one?.querySelector("aside"));
    const items = [...(root?.querySelectorAll("aside [role=listitem], aside li") ?? [])];
    return items.map((item) => ({ text: item.textContent.replaceAll(/\s+/g, " ").trim() }));
  });
}

async function ready(scene: Scene, page: Page): Promise<number> {
  const status = await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
  return status.timeline.events;
}

inEachBrowser("the timeline", (scene) => {
  afterEach(async () => {
    await forget(scene.reader);
  });

  it("opens by itself where there is room, with the events in order of time", async () => {
    await scene.on(DESKTOP, async (page) => {
      assert.ok((await ready(scene, page)) >= 6);
      assert.equal((await scene.reader.ask(page, "status", null)).timeline.open, true);
      const shown = (await rows(page)).map(({ text }) => text).join("\n");
      const order = ["2019", "在宁波创办云帆航天", "公司完成第一轮融资", "完成 500 秒全程试车", "公布了海上回收方案", "倒计时 12 秒时中止"];
      let at = -1;
      for (const words of order) {
        const next = shown.indexOf(words);
        assert.ok(next > at, `not in its place: ${words}\n${shown}`);
        at = next;
      }
      assert.ok(!shown.includes("榜单"), "the advertisement's date is on the timeline");
    });
  });

  it("waits as a strip where there is no room, and opens on a wish", async () => {
    await scene.on(MOBILE, async (page) => {
      await page.setViewport({ width: 420, height: 800 });
      await page.reload({ waitUntil: "load" });
      await ready(scene, page);
      assert.equal((await scene.reader.ask(page, "status", null)).timeline.open, false);
      const { timeline } = await scene.reader.ask(page, "timeline", { open: true });
      assert.equal(timeline.open, true);
    });
  });

  it("leads from an event to its sentence and highlights it", async () => {
    await scene.on(DESKTOP, async (page) => {
      await ready(scene, page);
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      // A late event: its sentence stands below the window.
      const row = await page.waitForSelector("html > div >>> aside ::-p-text(第一次发射任务在倒计时)", { timeout: 3000 });
      assert.ok(row);
      await row.click();
      await page.waitForFunction(
        () => {
          const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight.values()]);
          const range = ranges
            .filter((one) => one instanceof Range)
            .find((one) => one.toString().includes("第一次发射任务"));
          const box = range?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        },
        { timeout: 4000 },
      );
      assert.ok((await page.evaluate(() => scrollY)) > 100);
    });
  });

  it("remembers that it was collapsed", async () => {
    await scene.on(DESKTOP, async (page) => {
      await ready(scene, page);
      await scene.reader.ask(page, "timeline", { open: false });
      await page.reload({ waitUntil: "load" });
      await ready(scene, page);
      assert.equal((await scene.reader.ask(page, "status", null)).timeline.open, false);
    });
  });

  it("goes by the popup's switch, and leaves nothing behind", async () => {
    await scene.on(DESKTOP, async (page) => {
      await ready(scene, page);
      const popup = await scene.reader.popup(page);
      try {
        await popup.click("section.row [role=switch]");
        await scene.reader.until(page, ({ timeline }) => timeline.state === "waiting");
        assert.deepEqual(await rows(page), []);
        await popup.click("section.row [role=switch]");
        await ready(scene, page);
      } finally {
        await popup.close();
      }
    });
  });
});
