// The context menu: its entries come and go with the settings, outlive the background, and do what they say. No test
// can click a browser's own menu: the click is put to the background's listener where the browser would put it.
import assert from "node:assert/strict";
import { afterEach, before, it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP, fixture, MOBILE } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { shownInReader } from "../harness/reading";
import { forget } from "../harness/settings";

const ENTRIES = ["selection", "article", "link", "block"];

async function standing(scene: Scene): Promise<string[]> {
  const there = await Promise.all(ENTRIES.map((name) => scene.reader.driver.hasEntry(name)));
  return ENTRIES.filter((_, at) => there[at]);
}

async function until(holds: () => Promise<boolean>, what: string, patience = 6000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (await holds().catch(() => false)) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  throw new Error(`it did not come to hold: ${what}`);
}

inEachBrowser("the context menu", (scene) => {
  before(async () => {
    await until(async () => (await standing(scene)).length === ENTRIES.length, "all entries after the installation");
  });
  afterEach(async () => {
    await forget(scene.reader);
    await until(async () => (await standing(scene)).length === ENTRIES.length, "all entries by default");
  });

  it("has the entries that are switched on, at once", async () => {
    const options = await scene.reader.driver.openOwn("options.html");
    try {
      await options.waitForSelector("#tools");
      const switches = await options.$$("#tools .group [role=switch]");
      assert.equal(switches.length, ENTRIES.length);
      await switches[1]?.click();
      await until(async () => (await standing(scene)).join() === "selection,link,block", "without the article's");
      await switches[1]?.click();
      await until(async () => (await standing(scene)).join() === ENTRIES.join(), "with it again");
    } finally {
      await options.close();
    }
  });

  it("keeps its entries while the background sleeps, and a click wakes it", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.driver.stopBackground();
      // Anything of ours that asks it starts it anew.
      await scene.reader.ask(page, "copyText", { form: "plain" });
      assert.deepEqual(await standing(scene), ENTRIES);
      await scene.reader.driver.choose("article", page);
      await until(async () => (await scene.reader.driver.clipboard(page)).plain.startsWith("首飞成功"), "the article copied");
    });
  });

  it("copies an article of a page that is left alone without touching it", async () => {
    await scene.reader.privileged(async () => {
      await chrome.storage.local.set({ sites: { "myzaker.com": false } });
    });
    await scene.on(MOBILE, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "off");
      await scene.reader.driver.choose("article", page);
      await until(async () => (await scene.reader.driver.clipboard(page)).plain.includes("码头上的鱼市"), "the article copied");
      assert.doesNotMatch((await scene.reader.driver.clipboard(page)).plain, /限时特惠|海岛民宿/);
      assert.equal((await scene.reader.ask(page, "status", null)).state, "off");
    });
  });

  it("opens a link of an open site in the reader mode", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.driver.choose("link", page, MOBILE);
      const opened = async (): Promise<Page | undefined> => (await page.browser().pages()).find((one) => one.url() === MOBILE);
      await until(async () => (await opened()) !== undefined, "the tab");
      const other = await opened();
      assert.ok(other);
      try {
        await scene.reader.until(other, ({ reader }) => reader);
        // What was open before stays open.
        const open = await scene.reader.privileged(() => chrome.permissions.contains({ origins: ["*://*.myzaker.com/*"] }));
        assert.equal(open, true);
      } finally {
        await other.close();
      }
    });
  });

  it("asks for a site that is closed at the moment of use, for one page, and gives it back", async (context) => {
    if (!(await scene.reader.driver.grantAll())) {
      context.skip("in Chromium only a person can say yes");
      return;
    }
    const address = "linked.example.test/2026/03/18/bailu.html";
    scene.web.serve(address, { body: fixture("zaker-desktop").replaceAll("myzaker.com", "example.test") });
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.privileged(() => {
        const told: string[] = [];
        Object.assign(globalThis, { told });
        chrome.permissions.onAdded.addListener(({ origins = [] }) => told.push(`+ ${origins.join()}`));
        chrome.permissions.onRemoved.addListener(({ origins = [] }) => told.push(`- ${origins.join()}`));
      });
      await scene.reader.driver.choose("link", page, `https://${address}`);
      const told = async (): Promise<string> =>
        scene.reader.privileged(() => (globalThis as unknown as { told: string[] }).told.join());
      await until(async () => (await told()).includes("-"), "given back");
      assert.equal(await told(), "+ *://linked.example.test/*,- *://linked.example.test/*");
      const other = (await page.browser().pages()).find((one) => one.url().includes(address));
      assert.ok(other);
      await scene.reader.driver.openShadows(other);
      assert.equal((await shownInReader(other))[0], "首飞成功，「白鹭一号」一子级稳稳落回海上");
      await other.close();
    });
  });
});
