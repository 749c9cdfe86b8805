// The popup: what was removed and why, and the switches.
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { visibleText } from "../harness/looking";
import { forget } from "../harness/settings";

async function withPopup(scene: Scene, work: (popup: Page, page: Page) => Promise<void>): Promise<void> {
  await scene.on(DESKTOP, async (page) => {
    await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state !== "waiting");
    const popup = await scene.reader.popup(page);
    try {
      await work(popup, page);
    } finally {
      await popup.close();
    }
  });
}

inEachBrowser("the popup", (scene) => {
  afterEach(async () => {
    await forget(scene.reader);
  });

  it("counts what was removed, shows what and why, and puts one part back", async () => {
    await withPopup(scene, async (popup, page) => {
      const count = await popup.$eval("#removed-count", (line) => Number(/\d+/.exec(line.textContent)?.[0]));
      const { removed } = await scene.reader.ask(page, "status", null);
      assert.equal(count, removed.length);
      await popup.click('[data-category="like_share"]');
      await popup.waitForSelector(".item");
      assert.match(await popup.$eval(".item .text", (line) => line.textContent), /一键三连/);
      assert.ok((await popup.$eval(".item .reason", (line) => line.textContent)).length > 2);
      await popup.click(".item .put-back");
      await popup.waitForSelector(".item.back");
      assert.ok((await visibleText(page)).includes("一键三连"));
    });
  });

  it("puts everything back", async () => {
    await withPopup(scene, async (popup, page) => {
      await popup.click("#put-back-all");
      await popup.waitForFunction(() => document.querySelector("#removed-count")?.textContent.includes("0"));
      assert.ok((await visibleText(page)).includes("航天进展每日见"));
    });
  });

  it("turns the site off and on, and the page follows", async () => {
    await withPopup(scene, async (popup, page) => {
      await popup.select("#site-choice", "never");
      await popup.waitForSelector("#why");
      assert.ok((await visibleText(page)).includes("一键三连"));
      await popup.select("#site-choice", "default");
      await popup.waitForSelector("#removed-count");
      assert.ok(!(await visibleText(page)).includes("一键三连"));
    });
  });

  it("asks the network for nothing", async () => {
    const before = scene.web.asked.length;
    await withPopup(scene, async (popup) => {
      await popup.click("#put-back-all");
    });
    const hosts = new Set(scene.web.asked.slice(before).map((address) => address.split("/")[0]));
    for (const host of hosts) {
      assert.match(host ?? "", /\.myzaker\.com$|^(detectportal|firefox|.*\.mozilla|.*\.google)/, String(host));
    }
  });
});
