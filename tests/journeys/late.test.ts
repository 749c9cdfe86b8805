// What a page adds after it was read: the next article of a page that scrolls without end, bars that make room for
// themselves late, and a page that never stops adding.
import assert from "node:assert/strict";
import { it } from "node:test";

import type { Page } from "puppeteer-core";

import { DESKTOP, MOBILE } from "../harness/articles";
import { inEachBrowser, onQuiet } from "../harness/each";
import { serialised, visibleText } from "../harness/looking";

const SECOND = [
  "点击上方蓝字关注我们，每天带你看海",
  "熄灭九年之后，黄礁岛的老灯塔在周三晚上重新亮起，岛上的居民站满了码头。",
  "今年 2 月，航标处更换了透镜和电路，守塔人的儿子周海生也参加了施工。",
  "他说，父亲在世时最放心不下的就是这盏灯，如今总算可以告诉他，灯又亮了。",
  "按照计划，灯塔的底层将在夏天开放参观，陈列旧航海日志和手摇雾号。",
  "觉得不错，点个在看",
  "关注海岸日报，每天带你看海",
];

const DISCLAIMER = "免责声明：本文内容仅供参考，不代表本站立场，如有侵权请联系我们删除。";

/** Puts another article behind the one that is there, as a page does that scrolls without end. */
async function append(page: Page, texts: string[]): Promise<void> {
  await page.evaluate((lines) => {
    const build = (name: string, className: string, children: (string | Node)[]): Element => {
      const element = document.createElement(name);
      element.className = className;
      element.append(...children);
      return element;
    };
    const heading = build("div", "article_header", [build("h1", "", ["老灯塔重新亮起"])]);
    const content = build("div", "", lines.map((line) => build("p", "", [line])));
    content.id = "content";
    document.querySelector(".article_more")?.before(heading, build("div", "article_content", [content]));
  }, texts);
}

inEachBrowser("a page that adds to itself", (scene) => {
  it("has its next article cleaned as well, and keeps the timeline of the first", async () => {
    await scene.on(DESKTOP, async (page) => {
      const before = await scene.reader.until(
        page,
        ({ state, timeline }) => state === "clean" && timeline.state === "ready",
      );
      await append(page, SECOND);
      await page.waitForFunction(() => !/点个在看|每天带你看海/.test(document.body.innerText), { timeout: 4000 });
      const text = await visibleText(page);
      for (const line of SECOND.slice(1, 5)) {
        assert.ok(text.includes(line), `lost: ${line}`);
      }
      assert.ok(!text.includes("一键三连"), "the first article's promotion is back");
      const after = await scene.reader.until(page, ({ removed }) => removed.length === before.removed.length + 3);
      assert.equal(after.title, before.title);
      assert.deepEqual(after.timeline, before.timeline);
      const copied = await scene.reader.ask(page, "copyText", { form: "rich" });
      assert.ok(!copied.plain.includes("灯塔"), "the next article was copied along");
    });
  });

  it("has every further article cleaned, folded and trimmed, however many come", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      const first = await scene.reader.ask(page, "copyText", { form: "rich" });
      // More than a page that only ticks is read in this time.
      for (let count = 1; count <= 15; count += 1) {
        const kept = `第 ${count} 盏灯的守塔人也来了，他说这一带的海面上已经很久没有这么亮过。`;
        await append(page, [...SECOND, `${kept}看完记得点赞转发`, DISCLAIMER]);
        await page.waitForFunction(
          () => !/点个在看|每天带你看海|记得点赞转发|如有侵权/.test(document.body.innerText),
          { timeout: 8000 },
        );
        assert.ok((await visibleText(page)).includes(kept), `lost: ${kept}`);
      }
      // A line a disclaimer, with articles between them.
      const lines = await page.$$(">>> button[aria-expanded=false]");
      assert.ok(lines.length >= 15, `${lines.length} lines that open`);
      assert.equal((await scene.reader.ask(page, "copyText", { form: "rich" })).plain, first.plain);
    });
  });

  it("is left alone once the extension is off", async () => {
    await onQuiet(scene, async (page) => {
      await scene.reader.ask(page, "run", { on: true });
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.ask(page, "run", { on: false });
      await append(page, SECOND);
      const { html } = await serialised(page);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal((await serialised(page)).html, html);
      assert.ok((await visibleText(page)).includes("点个在看"));
    });
  });

  it("loses the room that a bar makes for itself later, and gets it back", async () => {
    await onQuiet(
      scene,
      async (page) => {
        await page.evaluate(() => {
          document.body.style.paddingBottom = "";
        });
        const before = await serialised(page);
        await scene.reader.ask(page, "run", { on: true });
        await scene.reader.until(page, ({ state }) => state === "clean");
        for (const side of ["paddingBottom", "paddingTop"] as const) {
          await page.evaluate((name) => {
            document.body.style[name] = "44px";
          }, side);
          await page.waitForFunction((name) => getComputedStyle(document.body)[name] === "0px", { timeout: 8000 }, side);
          await page.evaluate((name) => {
            document.body.style[name] = "";
          }, side);
        }
        await page.evaluate(() => {
          document.body.style.paddingBottom = "44px";
        });
        await scene.reader.ask(page, "run", { on: false });
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).paddingBottom), "44px");
        await page.evaluate(() => {
          document.body.style.paddingBottom = "";
        });
        assert.equal((await serialised(page)).html, before.html);
      },
      MOBILE,
    );
  });

  it("is not read without end", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      // A page that adds something in every frame: what it costs must be bounded.
      const added = await page.evaluate(async () => {
        const begin = performance.now();
        let count = 0;
        while (performance.now() - begin < 2500) {
          document.querySelector(".footer")?.append(document.createElement("i"));
          count += 1;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return count;
      });
      assert.ok(added > 20);
      const readings = await scene.reader.until(page, ({ state }) => state === "clean");
      assert.ok(readings.removed.length > 0);
      assert.ok((await visibleText(page)).includes("等了整整七年"));
    });
  });
});
