// Sites other than ZAKER: asked for when the reader wants them, read by themselves from then on, and given back. The prompt
// itself is the browser's, which no test can click: Firefox is told to answer it with yes, and in Chromium the hosts are
// granted from the start, to be given back for good.
import assert from "node:assert/strict";
import { before, it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { serialised } from "../harness/looking";
import { picture } from "../harness/server";
import { readerPages, shownInReader } from "../harness/reading";

const ELSEWHERE = readerPages().filter(({ name }) => name === "people" || name === "thepaper");
const [ARTICLE, OTHER] = ELSEWHERE;
const LIST = "https://news.example.test/2026/0318/list1000.html";
const LIST_PAGE = `<!doctype html><title>滚动新闻</title><ul>${'<li><a href="/a/1.html">城东水厂检修三个街道停水</a></li>'.repeat(60)}</ul>`;
const EVERYWHERE = "*://*/*";
const OURS = "*://*.myzaker.com/*";

async function isGranted(scene: Scene, origin: string): Promise<boolean> {
  return scene.reader.privileged((one) => chrome.permissions.contains({ origins: [one] }), origin);
}

/** Waits until a host is granted or is not, and the scripts follow. */
async function granted(scene: Scene, origin: string, wanted: boolean): Promise<void> {
  await scene.reader.privileged(
    async (one, is) => {
      for (let tries = 0; tries < 100; tries += 1) {
        const scripts = await chrome.scripting.getRegisteredContentScripts({ ids: ["sites"] });
        const follows = scripts.some(({ matches = [] }) => matches.includes(one));
        if ((await chrome.permissions.contains({ origins: [one] })) === is && follows === is) {
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${one} did not become ${is ? "granted" : "free"}`);
    },
    origin,
    wanted,
  );
}

/** Opens an article of another site; the reader mode is there by itself, and shows it. */
async function comes(scene: Scene, { url, expected }: (typeof ELSEWHERE)[number]): Promise<void> {
  await scene.on(url, async (page) => {
    await scene.reader.until(page, ({ reader }) => reader);
    await scene.reader.driver.openShadows(page);
    assert.deepEqual(await shownInReader(page), expected);
    await page.keyboard.press("Escape");
    await scene.reader.until(page, ({ reader }) => !reader);
  });
}

/** Opens an article of another site; nothing of ours is there. */
async function isLeftAlone(scene: Scene, url: string): Promise<void> {
  await scene.on(url, async (page) => {
    const earlier = await serialised(page);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(await serialised(page), earlier);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 0);
    assert.equal(await page.evaluate(() => document.querySelector("html > div")), null);
  });
}

async function onOptions(scene: Scene, work: (options: Page) => Promise<void>): Promise<void> {
  const options = await scene.reader.driver.openOwn("options.html");
  try {
    await options.waitForSelector(".site");
    await work(options);
  } finally {
    await options.close();
  }
}

inEachBrowser(
  "a site that is asked for",
  (scene) => {
    before(() => {
      for (const { url, html } of ELSEWHERE) {
        scene.web.serve(bare(url), { body: html });
      }
      scene.web.serve("society.people.com.cn/NMediaFile/2026/0308/station.jpg", { body: picture(640, 400), type: "image/png" });
      scene.web.serve(bare(LIST), { body: LIST_PAGE });
    });

    it("is read with the switch for all news pages, and no longer when it is switched off", async () => {
      assert.ok(ARTICLE && OTHER);
      if (scene.reader.driver.name === "firefox") {
        await isLeftAlone(scene, ARTICLE.url);
        assert.equal(await isGranted(scene, EVERYWHERE), false);
      }
      await onOptions(scene, async (options) => {
        const all = "#reading [role=switch]";
        await options.click(all);
        await granted(scene, EVERYWHERE, true);
        await comes(scene, ARTICLE);
        await comes(scene, OTHER);
        await scene.on(LIST, async (page) => {
          assert.equal((await scene.reader.until(page, ({ state }) => state === "nothing")).reader, false);
        });
        await options.bringToFront();
        await options.waitForSelector(`${all}[aria-checked=true]`);
        await options.click(all);
        await granted(scene, EVERYWHERE, false);
        await isLeftAlone(scene, ARTICLE.url);
      });
      if (scene.reader.driver.name === "firefox") {
        // Chromium takes ZAKER along, and asks for it again in a prompt of its own.
        assert.equal(await isGranted(scene, OURS), true, "ZAKER is ours still");
      }
    });

    it("is read alone where it alone is wanted, and given back where it no longer is", async () => {
      assert.ok(ARTICLE && OTHER);
      if (scene.reader.driver.name === "chromium") {
        return; // It asks anew for what was given back.
      }
      const site = new URL(ARTICLE.url).hostname;
      const origin = `*://${site}/*`;
      await scene.reader.privileged(async (host) => {
        await chrome.storage.local.set({ sites: { "myzaker.com": true, [host]: false } });
      }, site);
      await onOptions(scene, async (options) => {
        const coming = `[data-site="${site}"] select`;
        await options.waitForSelector(coming);
        // By key: the browser asks only where the reader's own hand is at work.
        await options.focus(coming);
        await options.keyboard.press("Home");
        await granted(scene, origin, true);
        await comes(scene, ARTICLE);
        await isLeftAlone(scene, OTHER.url);
        await options.bringToFront();
        await options.focus(coming);
        await options.keyboard.press("End");
        await granted(scene, origin, false);
        await isLeftAlone(scene, ARTICLE.url);
      });
      assert.equal(await isGranted(scene, OURS), true, "ZAKER is ours still");
    });
  },
  { yes: true },
);
