// The reader mode by itself: on an article of a site where the reader wants it, without a blink, and on nothing else.
import assert from "node:assert/strict";
import { afterEach, before, it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { serialised, visibleText } from "../harness/looking";
import { readerPages, shownInReader } from "../harness/reading";
import { picture } from "../harness/server";
import { forget } from "../harness/settings";

const ARTICLE = readerPages().find(({ name }) => name === "zaker");
const LIST = "https://www.myzaker.com/channel/660";
/** An address like an article's over a page that is none. */
const LIKE = "https://www.myzaker.com/special/20260312";

const TITLES = ["深海观测站迎来第一批访客", "老城区的最后一家修表铺", "山里的风电场开始并网", "这座桥终于通车了", "渔港的休渔期结束了"];
const ITEMS = Array.from({ length: 40 }, (_, at) => `<li><a href="/article/${at}">${TITLES[at % TITLES.length] ?? ""}</a><span>${at}分钟前</span></li>`);
const LIST_PAGE = `<!doctype html><html><head><title>社会频道 ZAKER</title></head><body><ul>${ITEMS.join("")}</ul></body></html>`;

async function choose(scene: Scene, coming: "auto" | "never" | null, all = false): Promise<void> {
  await scene.reader.privileged(
    async (sites: Record<string, string>, everywhere: boolean) => {
      await chrome.storage.local.set({ sites: { "myzaker.com": false }, reader: { sites, all: everywhere } });
      // The background registers its scripts anew.
      const wanted = Object.values(sites).includes("auto");
      for (let tries = 0; tries < 60; tries += 1) {
        const scripts = await chrome.scripting.getRegisteredContentScripts({ ids: ["early"] });
        if (scripts.length > 0 === wanted) {
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    coming === null ? {} : { "myzaker.com": coming },
    all,
  );
}

interface Frames {
  /** Frames in which the page itself could be seen, and in which it was covered. */
  bare: number;
  covered: number;
}

/** Opens a page and counts its frames until it has come to rest. */
async function framesOf(page: Page, url: string): Promise<Frames> {
  await page.goto("https://www.myzaker.com/empty", { waitUntil: "load" });
  await page.evaluateOnNewDocument(() => {
    const frames = { bare: 0, covered: 0 };
    (globalThis as unknown as { frames: unknown }).frames = frames;
    const look = (): void => {
      const body = document.querySelector("body");
      if (body !== null && body.children.length > 0) {
        const isOver = [...document.documentElement.children].some((one) => one.localName === "div" && one.matches(":focus"));
        if (isOver || getComputedStyle(body).opacity === "0") {
          frames.covered += 1;
        } else {
          frames.bare += 1;
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url, { waitUntil: "load" });
  await new Promise((resolve) => setTimeout(resolve, 400));
  return page.evaluate(() => (globalThis as unknown as { frames: Frames }).frames);
}

inEachBrowser("the reader mode by itself", (scene) => {
  before(() => {
    assert.ok(ARTICLE);
    scene.web.serve(bare(ARTICLE.url), { body: ARTICLE.html });
    scene.web.serve("zkres2.myzaker.com/cable.jpg", { body: picture(640, 400), type: "image/png" });
    scene.web.serve(bare(LIST), { body: LIST_PAGE });
    scene.web.serve(bare(LIKE), { body: LIST_PAGE });
    scene.web.serve("www.myzaker.com/empty", { body: "<!doctype html><title>leer</title>" });
  });
  afterEach(async () => {
    await forget(scene.reader);
  });

  it("is there before the page was seen, and leaves no history", async () => {
    await choose(scene, "auto");
    await scene.on("about:blank", async (page) => {
      const frames = await framesOf(page, ARTICLE?.url ?? "");
      await scene.reader.until(page, ({ reader }) => reader);
      assert.equal(frames.bare, 0, `${frames.bare} frames of the bare page, ${frames.covered} covered`);
      await scene.reader.driver.openShadows(page);
      assert.deepEqual(await shownInReader(page), ARTICLE?.expected);
      const length = await page.evaluate(() => history.length);
      await page.keyboard.press("Escape");
      await scene.reader.until(page, ({ reader }) => !reader);
      assert.equal(await page.evaluate(() => history.length), length);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).opacity), "1");
      // It does not come back by itself, whatever the page does.
      await page.evaluate(() => document.body.append(document.createElement("p")));
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal((await scene.reader.ask(page, "status", null)).reader, false);
    });
  });

  it("never comes on a list, which is not covered for a frame", async () => {
    await choose(scene, "auto");
    await scene.on("about:blank", async (page) => {
      const frames = await framesOf(page, LIST);
      await scene.reader.until(page, ({ state }) => state === "nothing");
      assert.equal(frames.covered, 0);
      assert.ok((await visibleText(page)).includes(TITLES[0] ?? ""));
    });
  });

  it("shows a list under an article's address within a frame or so", async () => {
    await choose(scene, "auto");
    await scene.on("about:blank", async (page) => {
      const frames = await framesOf(page, LIKE);
      assert.equal((await scene.reader.until(page, ({ state }) => state === "nothing")).reader, false);
      assert.ok(frames.covered <= 2, `${frames.covered} frames covered`);
      assert.ok(frames.bare > 5);
    });
  });

  it("does not come where the reader never wants it, nor where nothing was said", async () => {
    for (const [coming, all] of [["never", true], [null, false]] as const) {
      await choose(scene, coming, all);
      await scene.on(ARTICLE?.url ?? "", async (page) => {
        const before = await serialised(page);
        await scene.reader.until(page, ({ state }) => state === "off");
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.equal((await scene.reader.ask(page, "status", null)).reader, false);
        assert.deepEqual(await serialised(page), before);
      });
    }
  });

  it("comes on all articles with the one switch, and goes from a site with one click", async () => {
    await choose(scene, null, true);
    await scene.on(ARTICLE?.url ?? "", async (page) => {
      await scene.reader.until(page, ({ reader }) => reader);
      await scene.reader.driver.openShadows(page);
      const spot = await page.evaluate(() => {
        const root = [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog"));
        const button = [...(root?.querySelectorAll(".bar > button") ?? [])][1];
        const box = button?.getBoundingClientRect();
        return { x: (box?.left ?? 0) + 5, y: (box?.top ?? 0) + 5 };
      });
      await page.mouse.click(spot.x, spot.y);
      await scene.reader.until(page, ({ reader }) => !reader);
      await page.reload({ waitUntil: "load" });
      await scene.reader.until(page, ({ state }) => state === "off");
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal((await scene.reader.ask(page, "status", null)).reader, false);
    });
  });

  it("comes with its key, and goes with it", async () => {
    await choose(scene, null);
    await scene.on(ARTICLE?.url ?? "", async (page) => {
      await scene.reader.until(page, ({ state }) => state === "off");
      await scene.reader.driver.press("reader", page);
      await scene.reader.until(page, ({ reader }) => reader);
      await scene.reader.driver.press("reader", page);
      await scene.reader.until(page, ({ reader }) => !reader);
    });
  });
});
