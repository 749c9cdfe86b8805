// The reader's own rules, and what the reader does not want removed again.
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare, DESKTOP } from "../harness/articles";
import { inEachBrowser, onQuiet, type Scene } from "../harness/each";
import { serialised, visibleText } from "../harness/looking";
import { forget } from "../harness/settings";

const LIST = "https://www.myzaker.com/channel/13";

async function setRules(scene: Scene, rules: string): Promise<void> {
  await scene.reader.privileged(async (text) => {
    await chrome.storage.local.set({ rules: text });
  }, rules);
}

async function withPopup(scene: Scene, page: Page, work: (popup: Page) => Promise<void>): Promise<void> {
  const popup = await scene.reader.popup(page);
  try {
    await work(popup);
  } finally {
    await popup.close();
  }
}

inEachBrowser("what the reader decides", (scene) => {
  afterEach(async () => {
    await forget(scene.reader);
  });

  it("hides by rules in the article and around it, keeps by exceptions, and follows a change", async () => {
    await setRules(scene, "! 我的规则\nmyzaker.com##p:has-text(图源直播画面)\n##.broken:hover\nmyzaker.com#@#p:has-text(一键三连)\n");
    await scene.on(DESKTOP, async (page) => {
      const status = await scene.reader.until(page, ({ state }) => state === "clean");
      let text = await visibleText(page);
      assert.ok(!text.includes("图源直播画面"));
      assert.ok(text.includes("一键三连"));
      const mine = status.removed.filter(({ category }) => category === "user_rule");
      assert.deepEqual(
        mine.map(({ rule }) => rule),
        ["myzaker.com##p:has-text(图源直播画面)"],
      );
      await scene.reader.ask(page, "putBack", { key: mine[0]?.key ?? "", back: true });
      assert.ok((await visibleText(page)).includes("图源直播画面"));
      await setRules(scene, "");
      await scene.reader.until(page, ({ removed }) => removed.every(({ category }) => category !== "user_rule"));
      text = await visibleText(page);
      assert.ok(text.includes("图源直播画面") && !text.includes("一键三连"));
    });
  });

  it("hides by rules on a page that is no article, lists it, and gives the same document back", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `<li><a href="/article/${at}">今日要闻第 ${at} 条</a></li>`);
    scene.web.serve(bare(LIST), {
      body: `<!doctype html><title>科技频道</title><link rel="icon" href="data:,"><div class="promo">限时特惠</div><ul>${rows.join("")}</ul>`,
    });
    await setRules(scene, "##.promo");
    await scene.on(LIST, async (page) => {
      const status = await scene.reader.until(page, ({ state, removed }) => state === "nothing" && removed.length > 0);
      assert.equal(status.why, "list");
      await page.waitForFunction(() => !document.body.innerText.includes("限时特惠"), { timeout: 8000, polling: 100 });
      await withPopup(scene, page, async (popup) => {
        await popup.waitForSelector("#why");
        assert.match(await popup.$eval("#removed-count", (line) => line.textContent), /1/);
        await popup.click("#put-back-all");
        await page.waitForFunction(() => document.body.innerText.includes("限时特惠"), { timeout: 8000, polling: 100 });
      });
    });
    await onQuiet(
      scene,
      async (page) => {
        const before = await serialised(page);
        await scene.reader.ask(page, "run", { on: true });
        await scene.reader.until(page, ({ removed }) => removed.length > 0);
        await scene.reader.ask(page, "run", { on: false });
        assert.deepEqual(await serialised(page), before);
      },
      LIST,
    );
  });

  it("is told what is wrong with rules, line by line", async () => {
    const faults = await scene.reader.privileged(
      () =>
        new Promise<unknown>((resolve) => {
          const port = chrome.runtime.connect();
          port.onMessage.addListener((answer: { reply: { answer: unknown } }) => {
            resolve(answer.reply.answer);
          });
          port.postMessage({ id: 1, message: { kind: "checkRules", ask: "##.ok\n||ads.example^\n##p:hover\n" } });
        }),
    );
    assert.deepEqual(faults, [
      { line: 2, what: "network", part: "" },
      { line: 3, what: "unknown", part: ":hover" },
    ]);
  });

  it("never removes again on this site what the reader keeps, until that is undone", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state !== "waiting");
      await withPopup(scene, page, async (popup) => {
        await popup.click('[data-category="like_share"]');
        await popup.waitForSelector(".item .keep");
        await popup.click(".item .keep");
        await popup.waitForSelector("#kept-count");
        await page.waitForFunction(() => document.body.innerText.includes("一键三连"), { timeout: 8000, polling: 100 });
        assert.equal(await popup.$('[data-category="like_share"]'), null);
      });
      // A new document: the words are known again, whatever stands around them.
      await page.reload();
      await scene.reader.until(page, ({ state, kept }) => state === "clean" && kept.length === 1);
      assert.ok((await visibleText(page)).includes("一键三连"));
      assert.ok((await scene.reader.ask(page, "copyText", { form: "rich" })).plain.includes("一键三连"));
      await withPopup(scene, page, async (popup) => {
        await popup.click("#kept-count");
        await popup.waitForSelector(".forget");
        await popup.click(".forget");
        await page.waitForFunction(() => !document.body.innerText.includes("一键三连"), { timeout: 8000, polling: 100 });
        await popup.waitForSelector('[data-category="like_share"]');
      });
    });
  });

  it("sees the whole of what was removed, and is led there", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state !== "waiting");
      await withPopup(scene, page, async (popup) => {
        await popup.click('[data-category="related_reading"]');
        const text = ".item button.text";
        await popup.waitForSelector(text);
        await popup.focus(text);
        await popup.waitForSelector(".item button.text.whole");
        assert.match(await popup.$eval(text, (button) => button.textContent), /老城区的最后一家修表铺/);
        await popup.click('[data-category="qr_group"]');
        await popup.evaluate(() => {
          const texts = [...document.querySelectorAll<HTMLElement>(".item button.text")];
          texts.find(({ textContent }) => textContent.includes("扫码添加"))?.click();
        });
        await page.waitForFunction(() => document.body.innerText.includes("扫码添加小助手"), { timeout: 8000, polling: 100 });
        // The test's popup is a tab, and a page behind another one does not scroll.
        await page.bringToFront();
        await page.waitForFunction(
          () => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode() !== null) {
              if (walker.currentNode.textContent?.includes("扫码添加小助手") === true) {
                const range = document.createRange();
                range.selectNodeContents(walker.currentNode);
                const { top, bottom } = range.getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight;
              }
            }
            return false;
          },
          { timeout: 4000 },
        );
      });
    });
  });

  it("gets each kind left alone by itself, and the same document back from every choice", async () => {
    await onQuiet(scene, async (page) => {
      const before = await serialised(page);
      await scene.reader.ask(page, "run", { on: true });
      const all = await scene.reader.until(page, ({ state }) => state === "clean");
      const kinds = [...new Set(all.removed.map(({ category }) => category))];
      assert.ok(kinds.length >= 6, kinds.join());
      const names = (removed: typeof all.removed): string[] => removed.map(({ key }) => key);
      for (const kind of kinds) {
        await scene.reader.privileged(async (off) => {
          await chrome.storage.local.set({ off: [off] });
        }, kind);
        const some = await scene.reader.until(page, ({ removed }) => removed.every(({ category }) => category !== kind));
        assert.deepEqual(names(some.removed), names(all.removed.filter(({ category }) => category !== kind)), kind);
      }
      await scene.reader.ask(page, "run", { on: false });
      assert.deepEqual(await serialised(page), before);
    });
  });
});
