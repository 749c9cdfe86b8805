// The popup: what was removed and why, and the switches.
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP, fixture } from "../harness/articles";
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

async function stored(scene: Scene, key: string): Promise<unknown> {
  return scene.reader.privileged(async (name) => (await chrome.storage.local.get<Record<string, unknown>>(name))[name], key);
}

async function waitFor(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 6000; Date.now() < end; ) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not come to show: ${what}`);
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

  it("keeps what is chosen for the site, and forgets it for the default", async () => {
    await withPopup(scene, async (popup) => {
      for (const [choice, sites] of [
        ["never", { "myzaker.com": false }],
        ["auto", { "myzaker.com": true }],
        ["default", {}],
      ] as const) {
        await popup.select("#site-choice", choice);
        await waitFor(async () => JSON.stringify(await stored(scene, "sites")) === JSON.stringify(sites), choice);
      }
    });
  });

  it("shows on the button how the page stands: a count only where it is wanted, a mark after copying", async () => {
    await withPopup(scene, async (_, page) => {
      const tab = await scene.reader.tabOf(page);
      const button = async (): Promise<{ badge: string; title: string }> =>
        scene.reader.privileged(
          async (tabId) => ({
            badge: await chrome.action.getBadgeText({ tabId }),
            title: await chrome.action.getTitle({ tabId }),
          }),
          tab,
        );
      const { removed } = await scene.reader.ask(page, "status", null);
      await waitFor(async () => (await button()).title.includes(String(removed.length)), "the count in the title");
      assert.equal((await button()).badge, "");
      await scene.reader.privileged(() => chrome.storage.local.set({ counter: true }));
      await waitFor(async () => (await button()).badge === String(removed.length), "the count");
      await scene.reader.driver.press("copy", page);
      await waitFor(async () => (await button()).badge === "✓", "the mark");
      await waitFor(async () => (await button()).badge === String(removed.length), "the count again");
      await scene.reader.ask(page, "reader", { open: true });
      await waitFor(async () => (await button()).title === "清读：阅读模式", "the reader mode");
      await scene.reader.ask(page, "reader", { open: false });
      await waitFor(async () => (await button()).title !== "清读：阅读模式", "the page");
      await scene.reader.ask(page, "run", { on: false });
      await waitFor(async () => (await button()).title === "清读：已关闭", "off");
    });
  });

  it("says that a page is closed to extensions, and offers nothing there", async () => {
    const own = await scene.reader.driver.openOwn("options.html");
    try {
      const popup = await scene.reader.driver.openOwn(`popup.html?tab=${await scene.reader.tabOf(own)}`);
      try {
        await popup.waitForSelector("#why");
        assert.match(await popup.$eval("#why", (line) => line.textContent), /浏览器不让扩展/);
        assert.equal(await popup.$("#read, #reader-open, #site-choice, #copy"), null);
      } finally {
        await popup.close();
      }
    } finally {
      await own.close();
    }
  });

  it("says where a site that was chosen is not open to it", async () => {
    const address = "chosen.example.test/2026/03/18/bailu.html";
    scene.web.serve(address, { body: fixture("zaker-desktop").replaceAll("myzaker.com", "example.test") });
    await scene.reader.privileged(() => chrome.storage.local.set({ sites: { "chosen.example.test": true } }));
    await scene.on(`https://${address}`, async (page) => {
      const popup = await scene.reader.driver.openPopup(page);
      if (popup === null) {
        return; // This browser shows its real popup to no test.
      }
      await popup.waitForSelector("#allow");
      assert.equal(await popup.$eval("#site-choice", (choice) => (choice as HTMLSelectElement).value), "auto");
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
