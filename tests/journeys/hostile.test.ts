// Pages that want no reader, or that are no article.
import assert from "node:assert/strict";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare, DESKTOP, fixture } from "../harness/articles";
import { inEachBrowser, onQuiet, type Scene } from "../harness/each";
import { eventually, serialised, visibleText } from "../harness/looking";

const HOST = "https://www.myzaker.com/article/69b9fdc00000000000000";

/** Serves a page and does something with it once the extension is done with it. */
async function served(scene: Scene, id: string, body: string, work: (page: Page) => Promise<void>): Promise<void> {
  const url = `${HOST}${id}`;
  scene.web.serve(bare(url), { body });
  await scene.on(url, work);
}

/** The page is left alone, and the popup says why. */
async function refused(scene: Scene, id: string, body: string, why: string): Promise<void> {
  await served(scene, id, body, async (page) => {
    const status = await scene.reader.until(page, ({ state }) => state === "nothing", 20_000);
    assert.equal(status.why, why);
    assert.equal(status.removed.length, 0);
    const popup = await scene.reader.popup(page);
    try {
      const said = await popup.$eval("#why", (line) => line.textContent);
      assert.ok(said.length > 8 && !said.startsWith("why_"), said);
    } finally {
      await popup.close();
    }
  });
}

inEachBrowser("a page that is not to be read", (scene) => {
  it("is left alone where it asks for a person", async () => {
    const challenge = `<!doctype html><html><head><title>安全检测</title></head><body><div id="app"></div>
      <script>window.captcha = { key: "x" };</script><p>请完成安全验证后继续访问</p></body></html>`;
    await refused(scene, "ca1", challenge, "challenge");
  });

  it("is left alone where it is empty", async () => {
    await refused(scene, "e01", "<!doctype html><html><head></head><body></body></html>", "empty");
  });

  it("is left alone where it is a list", async () => {
    const titles = ["深海观测站迎来第一批访客", "老城区的最后一家修表铺", "山里的风电场开始并网", "这座桥终于通车了"];
    const rows = Array.from({ length: 40 }, (_, at) => {
      const id = `69b8aa00000000000000${String(at).padStart(4, "0")}`;
      return `<li><a href="/article/${id}">${titles[at % titles.length] ?? ""}（${at}）</a><span>2小时前</span></li>`;
    });
    const list = `<!doctype html><html><head><title>科技_ZAKER新闻</title></head><body><ul>${rows.join("")}</ul></body></html>`;
    scene.web.serve("www.myzaker.com/channel/13", { body: list });
    await scene.on("https://www.myzaker.com/channel/13", async (page) => {
      const before = await visibleText(page);
      const status = await scene.reader.until(page, ({ state }) => state === "nothing");
      assert.equal(status.why, "list");
      assert.equal(await visibleText(page), before);
    });
  });

  it("is left alone where it has 20 MB", async () => {
    const paragraph = `<p>${"这一段话很长，长得没有人会读完它。".repeat(40)}</p>`;
    const count = Math.ceil(20e6 / Buffer.byteLength(paragraph));
    const numbered = Array.from({ length: count }, (_, at) => paragraph.replace("<p>", `<p>${at} `));
    await refused(scene, "b16", fixture("zaker-desktop").replace("<p>参考链接：</p>", numbered.join("")), "too-large");
  });
});

inEachBrowser("a hostile page", (scene) => {
  it("cannot hide its tree behind a form that shadows every property", async () => {
    const names = ["firstChild", "nextSibling", "parentNode", "childNodes", "attributes", "localName", "nodeType"];
    const more = ["getAttribute", "setAttribute", "insertBefore", "removeChild", "textContent", "checkVisibility"];
    const inputs = [...names, ...more].map((name) => `<input type="hidden" name="${name}">`).join("");
    const images = ["body", "title", "documentElement", "createElement"].map((name) => `<img name="${name}" alt="">`);
    const body = fixture("zaker-desktop")
      .replace('<div id="content">', `<form id="content">${inputs}`)
      .replace("<p>参考链接：</p>", `${images.join("")}<p>参考链接：</p>`)
      .replace(/<\/div>\n<\/div>\n<div class="article_more">/, '</form>\n</div>\n<div class="article_more">');
    await served(scene, "f0a", body, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      const text = await page.$eval("form", (form) => (form as HTMLElement).innerText);
      assert.ok(!text.includes("一键三连"), "the promotion is still there");
      assert.ok(text.includes("难，不等于不值得走。"));
    });
  });

  it("is read under a strict policy of its own", async () => {
    const url = `${HOST}c5f`;
    const policy = "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'";
    scene.web.serve(bare(url), { body: fixture("zaker-desktop"), headers: { "content-security-policy": policy } });
    await scene.on(url, async (page) => {
      await scene.reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state === "ready");
      assert.ok(!(await visibleText(page)).includes("一键三连"));
      // What stands in the page has its looks, which reach the document's own text and go again.
      await scene.reader.ask(page, "timeline", { open: true });
      const panel = await page.waitForSelector("html > div >>> aside");
      assert.equal(await panel?.evaluate((aside) => getComputedStyle(aside).position), "fixed");
      const row = await page.waitForSelector("html > div >>> aside ::-p-text(第一次发射任务在倒计时)");
      await row?.click();
      await eventually(page, () => {
        const line = document.querySelector("p") ?? document.body;
        const names = [...CSS.highlights.keys()];
        return names.length > 0 && names.every((name) => getComputedStyle(line, `::highlight(${name})`).backgroundColor.startsWith("rgba(255"));
      });
      const names = await page.evaluate(() => [...CSS.highlights.keys()]);
      await scene.reader.ask(page, "run", { on: false });
      await eventually(page, () => CSS.highlights.size === 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const left = await page.evaluate((all) => {
        const line = document.querySelector("p") ?? document.body;
        return all.map((name) => getComputedStyle(line, `::highlight(${name})`).backgroundColor);
      }, names);
      assert.ok(names.length > 0 && left.every((colour) => !colour.startsWith("rgba(255")), left.join());
    });
  });

  it("cannot win against the marks with an important style of its own", async () => {
    const body = fixture("zaker-desktop").replace(
      "<p>一键三连",
      '<p id="stubborn" style="display:block!important">一键三连',
    );
    await served(scene, "a55", body, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      assert.equal(await page.$eval("#stubborn", (line) => line.checkVisibility()), false);
    });
  });

  it("is read over http too", async () => {
    await scene.on(DESKTOP.replace("https:", "http:"), async (page) => {
      assert.equal(await page.evaluate(() => isSecureContext), false);
      await scene.reader.until(page, ({ state }) => state === "clean");
      assert.ok(!(await visibleText(page)).includes("一键三连"));
    });
  });

  it("gets its changes since back with the rest", async () => {
    await onQuiet(scene, async (page) => {
      await scene.reader.ask(page, "run", { on: true });
      await scene.reader.until(page, ({ state }) => state === "clean");
      const before = await page.evaluate(() => {
        // A script of the page takes out a part that is hidden, and changes another.
        const promoted = [...document.querySelectorAll("#content > p")];
        promoted.find((line) => line.textContent.startsWith("一键三连"))?.remove();
        const comment = promoted.find((line) => line.textContent.includes("欢迎到评论区"));
        comment?.append("（已修改）");
        return promoted.length;
      });
      assert.ok(before > 10);
      await scene.reader.ask(page, "run", { on: false });
      const { html } = await serialised(page);
      assert.ok(!html.includes("一键三连") && html.includes("（已修改）"));
      assert.ok(!/ q[a-z]{12}=/.test(html), "a mark is still there");
    });
  });
});
