// Removing a block by pointing at it: seen before it goes, kept as a rule, undone in the ledger.
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare, DESKTOP } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { serialised, visibleText } from "../harness/looking";
import { forget } from "../harness/settings";

const LIST = "https://www.myzaker.com/channel/14";

/** What the picker says at the moment. */
interface Said {
  name: string;
  amount: string;
  warning: string;
}

async function open(scene: Scene, page: Page): Promise<void> {
  await scene.reader.driver.choose("block", page);
  await eventually(scene, page, ({ name }) => name !== "");
}

async function said(page: Page): Promise<Said> {
  return page.evaluate(() => {
    const hosts = [...document.documentElement.children].map((one) => one.shadowRoot);
    const root = hosts.find((one) => one?.querySelector(".card") !== null && one?.querySelector(".card") !== undefined);
    const text = (selector: string): string => root?.querySelector(selector)?.textContent ?? "";
    return { name: text(".name"), amount: text(".amount"), warning: text(".warning") };
  });
}

async function eventually(scene: Scene, page: Page, holds: (words: Said) => boolean): Promise<Said> {
  let last: Said = { name: "", amount: "", warning: "" };
  for (const end = Date.now() + 5000; Date.now() < end; ) {
    await scene.reader.driver.openShadows(page).catch(() => undefined);
    last = await said(page);
    if (holds(last)) {
      return last;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the picker did not come to say what it should: ${JSON.stringify(last)}`);
}

async function clean(scene: Scene, page: Page): Promise<void> {
  await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state !== "waiting");
}

async function rules(scene: Scene): Promise<string> {
  return scene.reader.privileged(async () => (await chrome.storage.local.get<{ rules?: string }>("rules")).rules ?? "");
}

/** The middle of the first text with some words. */
async function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() !== null) {
      if (walker.currentNode.textContent?.includes(wanted) === true) {
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        walker.currentNode.parentElement?.scrollIntoView({ block: "center" });
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
    }
    throw new Error(`not there: ${wanted}`);
  }, words);
}

/** The document without what was said last: a line that goes by itself. */
async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(
    () => ![...document.documentElement.children].some((one) => one.shadowRoot?.querySelector("p[role=status]") != null),
    { timeout: 6000 },
  );
}

inEachBrowser("removing a block", (scene) => {
  afterEach(async () => {
    await forget(scene.reader);
  });

  it("shows by mouse how much would go, makes it a rule of the site, and gives the same document back", async () => {
    await scene.on(DESKTOP, async (page) => {
      await clean(scene, page);
      const before = await serialised(page);
      const place = await middleOf(page, "图源直播画面");
      await open(scene, page);
      await page.mouse.move(place.x, place.y);
      const words = await eventually(scene, page, ({ name }) => name === "p");
      assert.match(words.amount, /^1\d 字 · 占正文 [1-4]%$/);
      await page.mouse.click(place.x, place.y);
      await page.keyboard.press("Enter");
      await scene.reader.until(page, ({ removed }) => removed.some(({ category }) => category === "user_rule"));
      assert.ok(!(await visibleText(page)).includes("图源直播画面"));
      // By its words: its place is another paragraph in the next article.
      assert.equal(await rules(scene), "www.myzaker.com##p:has-text(/^△ 一子级着陆瞬间，图源直播画面$/)\n");
      const popup = await scene.reader.popup(page);
      try {
        await popup.click('[data-category="user_rule"]');
        await popup.waitForSelector(".drop-rule");
        await popup.click(".drop-rule");
        await page.waitForFunction(() => document.body.innerText.includes("图源直播画面"), { timeout: 8000 });
        await popup.waitForFunction(() => document.querySelector('[data-category="user_rule"]') === null);
      } finally {
        await popup.close();
      }
      assert.equal(await rules(scene), "");
      await quiet(page);
      assert.deepEqual(await serialised(page), before);
    });
  });

  it("goes by key from part to part, asks again before most of the article goes, and is left by Escape", async () => {
    await scene.on(DESKTOP, async (page) => {
      await clean(scene, page);
      const before = await serialised(page);
      await open(scene, page);
      const first = (await said(page)).name;
      for (let steps = 0; steps < 12 && !(await said(page)).name.startsWith("div#content"); steps += 1) {
        await page.keyboard.press("ArrowUp");
      }
      assert.match((await said(page)).amount, /占正文 100%/);
      await page.keyboard.press("Enter");
      assert.match((await said(page)).warning, /100%/);
      assert.equal(await rules(scene), "");
      await page.keyboard.press("ArrowDown");
      assert.equal((await said(page)).warning, "");
      for (let steps = 0; steps < 12 && (await said(page)).name !== first; steps += 1) {
        await page.keyboard.press("ArrowDown");
      }
      assert.equal((await said(page)).name, first);
      await page.keyboard.press("Escape");
      assert.deepEqual(await serialised(page), before);
      assert.equal(await rules(scene), "");
    });
  });

  it("begins at the centre of the window by key from the popup, and removes with one more key", async () => {
    await scene.on(DESKTOP, async (page) => {
      await clean(scene, page);
      const popup = await scene.reader.popup(page);
      try {
        await popup.focus("#pick");
        await popup.keyboard.press("Enter");
        await new Promise((resolve) => setTimeout(resolve, 200));
      } finally {
        await popup.close();
      }
      await page.bringToFront();
      await eventually(scene, page, ({ name }) => name !== "");
      for (let steps = 0; steps < 40 && (await said(page)).name !== "p"; steps += 1) {
        await page.keyboard.press(steps % 2 === 0 ? "ArrowUp" : "ArrowRight");
      }
      const { amount } = await said(page);
      await page.keyboard.press("Enter");
      const { removed } = await scene.reader.until(page, (status) => status.removed.some(({ category }) => category === "user_rule"));
      const mine = removed.filter(({ category }) => category === "user_rule");
      assert.equal(mine.length, 1, amount);
      assert.ok((mine[0]?.rule ?? "").startsWith("www.myzaker.com##"));
    });
  });

  it("takes a part of a page that is no article by the name that it has there", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `<li class="css-1q2w3e"><a href="/article/${at}">今日要闻第 ${at} 条</a></li>`);
    const body = `<!doctype html><title>科技频道</title><link rel="icon" href="data:,"><div class="css-9x8y7z"><div class="promo-bar">限时特惠</div></div><ul>${rows.join("")}</ul>`;
    scene.web.serve(bare(LIST), { body });
    await scene.on(LIST, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "nothing");
      await open(scene, page);
      const place = await middleOf(page, "限时特惠");
      await page.mouse.move(place.x, place.y);
      await eventually(scene, page, ({ name }) => name === "div.promo-bar");
      await page.mouse.click(place.x, place.y);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => !document.body.innerText.includes("限时特惠"), { timeout: 8000 });
      assert.equal(await rules(scene), "www.myzaker.com##.promo-bar\n");
      await page.reload();
      await scene.reader.until(page, ({ removed }) => removed.length === 1);
      await page.waitForFunction(() => !document.body.innerText.includes("限时特惠"), { timeout: 8000 });
    });
  });
});
