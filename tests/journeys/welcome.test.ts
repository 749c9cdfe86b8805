// The first minutes: one tab, on which everything can be tried without a network.
import assert from "node:assert/strict";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { eventually, visibleText } from "../harness/looking";

inEachBrowser("the first minutes", (scene) => {
  it("open one tab, and no other one later", async () => {
    assert.equal(scene.reader.driver.welcomed, 1);
    await scene.reader.driver.stopBackground();
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
    });
    const tabs = await scene.reader.privileged(async () => (await chrome.tabs.query({})).map(({ url }) => url ?? ""));
    assert.deepEqual(tabs.filter((url) => url.endsWith("/welcome.html")), []);
  });

  it("let every tool be tried on the sample article, and ask no network for anything", async () => {
    await onWelcome(scene, async (page) => {
      const asked = scene.web.asked.length;
      const before = await visibleText(page);
      assert.match(before, /一键三连/);

      await attempt(page, "page");
      await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state === "ready");
      const clean = await visibleText(page);
      for (const gone of ["点击上方蓝字", "一键三连", "评论区", "创新榜", "粉丝交流群", "点亮星标", "相关推荐", "APP"]) {
        assert.ok(!clean.includes(gone), gone);
      }
      for (const kept of ["云汀跨江大桥今日通车", "清晨的云汀跨江大桥", "合龙比计划晚了四个月", "以后豆浆送到还是烫的"]) {
        assert.ok(clean.includes(kept), kept);
      }

      const { timeline, title } = await scene.reader.ask(page, "status", null);
      assert.equal(title, "云汀跨江大桥今日通车，两岸通勤缩短到八分钟");
      assert.ok(timeline.events >= 8, String(timeline.events));
      await attempt(page, "timeline");
      await scene.reader.until(page, (status) => status.timeline.open !== timeline.open);

      await attempt(page, "reader");
      await scene.reader.until(page, ({ reader }) => reader);
      await page.keyboard.press("Escape");
      await scene.reader.until(page, ({ reader }) => !reader);

      await attempt(page, "copy");
      await eventually(page, () => /已复制/.test([...document.documentElement.children].map((one) => one.shadowRoot?.textContent ?? "").join("")));
      await attempt(page, "page");
      await scene.reader.until(page, ({ state }) => state === "off");
      assert.equal(await visibleText(page), before);
      // Chromium asks its maker whether somebody is signed in, whatever page is open.
      const own = scene.web.asked.slice(asked).filter((address) => !address.startsWith("accounts.google.com/ListAccounts"));
      assert.deepEqual(own, []);
    });
    // Chromium lets no test read the clipboard on a page of ours.
    await scene.on(DESKTOP, async (page) => {
      const { plain } = await scene.reader.driver.clipboard(page);
      assert.match(plain, /^云汀跨江大桥今日通车/);
      assert.doesNotMatch(plain, /一键三连|相关推荐/);
    });
  });

  it("name the keys as the browser has them", async () => {
    await onWelcome(scene, async (page) => {
      const keys = await page.evaluate(async () => {
        const shown = [...(document.getElementById("guide")?.shadowRoot?.querySelectorAll("kbd") ?? [])];
        const all = await chrome.commands.getAll();
        return [shown.map(({ textContent }) => textContent), all.map(({ shortcut }) => shortcut ?? "")] as const;
      });
      assert.deepEqual([...keys[0]].sort(), keys[1].filter((key) => key !== "").sort());
      assert.ok(keys[0].length > 0);
    });
  });
});

inEachBrowser("after an update", (scene) => {
  it("a dot stands in the popup until the options were opened from it, and nothing else comes", async () => {
    await scene.reader.privileged(async () => {
      await chrome.storage.local.set({ updated: "9.9.9" });
    });
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      const popup = await scene.reader.popup(page);
      try {
        const label = await popup.$eval("#options.new", (gear) => gear.getAttribute("aria-label") ?? "");
        assert.match(label, /9\.9\.9/);
        await popup.click("#options");
        await eventually(popup, async () => (await chrome.storage.local.get("updated"))["updated"] === undefined);
      } finally {
        await popup.close();
      }
      const again = await scene.reader.popup(page);
      try {
        assert.equal(await again.$("#options.new"), null);
      } finally {
        await again.close();
      }
    });
  });

  it("is told from an installation and from a reload of the same version", async (context) => {
    if (scene.reader.driver.name !== "chromium") {
      context.skip("no test can hand Firefox's event page an event");
      return;
    }
    const noted = async (details: object): Promise<unknown> => {
      await scene.reader.driver.tell("onInstalled", details);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const updated = await scene.reader.privileged(async () => {
        const { updated: version } = await chrome.storage.local.get("updated");
        await chrome.storage.local.remove("updated");
        return version ?? null;
      });
      return [updated, (await scene.reader.tabsWith("welcome.html")).length];
    };
    const version = await scene.reader.privileged(() => chrome.runtime.getManifest().version);
    assert.deepEqual(await noted({ reason: "update", previousVersion: version }), [null, 0]);
    assert.deepEqual(await noted({ reason: "chrome_update" }), [null, 0]);
    assert.deepEqual(await noted({ reason: "update", previousVersion: "0.0.1" }), [version, 0]);
  });
});

/** Opens the page of first steps and closes it again. */
async function onWelcome(scene: Scene, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await scene.reader.driver.openOwn("welcome.html");
  try {
    await eventually(page, () => document.getElementById("guide")?.shadowRoot?.querySelector("button") != null);
    await work(page);
  } finally {
    await page.close();
  }
}

/** Presses a button of the guide. */
async function attempt(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.click(`>>> #try-${name}`);
}
