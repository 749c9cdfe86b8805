// A ZAKER article, cleaned in place and given back.
import assert from "node:assert/strict";
import { it } from "node:test";

import { DESKTOP, MOBILE } from "../harness/articles";
import { inEachBrowser, onQuiet } from "../harness/each";
import { serialised, visibleText } from "../harness/looking";

const GONE = [
  "关于ZAKER",
  "点击上方蓝字关注我们",
  "一键三连",
  "欢迎到评论区说说",
  "年度榜单申报",
  "扫码添加小助手",
  "一键关注星轨笔记 加个星标",
  "航天进展每日见",
  "24小时热榜",
];

const KEPT = [
  "首飞成功，「白鹭一号」一子级稳稳落回海上",
  "等了整整七年",
  "八分半钟后，一子级垂直降落在回收平台上。",
  "从一间旧厂房开始",
  "原因是一处阀门传感器读数异常。",
  "难，不等于不值得走。",
  "参考链接",
  "[ 1 ] https://example.org/bailu-1-first-flight",
  "[ 2 ] https://example.org/sea-recovery-notes",
];

inEachBrowser("a ZAKER article", (scene) => {
  it("loses its promotion and its chrome, and keeps everything else", async () => {
    await scene.on(DESKTOP, async (page) => {
      const status = await scene.reader.until(page, ({ state }) => state === "clean");
      const text = await visibleText(page);
      for (const line of GONE) {
        assert.ok(!text.includes(line), `still there: ${line}`);
      }
      for (const line of KEPT) {
        assert.ok(text.includes(line), `lost: ${line}`);
      }
      assert.ok(status.removed.every(({ category, reason }) => category !== "" && reason !== ""));
      const poster = await page.$eval("#img_9", (image) => image.checkVisibility());
      assert.equal(poster, false, "the poster of the advertisement is still there");
      assert.equal(await page.$eval("#img_0", (image) => image.checkVisibility()), true);
    });
  });

  it("gives one part back and takes it out again, and all of them", async () => {
    await scene.on(DESKTOP, async (page) => {
      const { removed } = await scene.reader.until(page, ({ state }) => state === "clean");
      const like = removed.find(({ category }) => category === "like_share");
      assert.ok(like);
      await scene.reader.ask(page, "putBack", { key: like.key, back: true });
      let text = await visibleText(page);
      assert.ok(text.includes("一键三连") && !text.includes("欢迎到评论区说说"));
      await scene.reader.ask(page, "putBack", { key: like.key, back: false });
      assert.ok(!(await visibleText(page)).includes("一键三连"));

      const status = await scene.reader.ask(page, "putBack", { key: null, back: true });
      assert.ok(status.removed.every(({ back }) => back));
      text = await visibleText(page);
      for (const line of [...GONE, ...KEPT]) {
        assert.ok(text.includes(line), `not back: ${line}`);
      }
    });
  });

  it("is the same document again when it is let go of", async () => {
    await onQuiet(scene, async (page) => {
      const before = await serialised(page);
      await scene.reader.ask(page, "run", { on: true });
      await scene.reader.until(page, ({ state }) => state === "clean");
      const cleaned = await serialised(page);
      assert.notEqual(cleaned.html, before.html);
      await scene.reader.ask(page, "putBack", { key: null, back: true });
      // With everything put back there is nothing of ours but the host of the timeline, behind the body.
      const all = (await serialised(page)).html.replace("</body><div></div></html>", "</body></html>");
      assert.equal(all, before.html);
      await scene.reader.ask(page, "putBack", { key: null, back: false });
      assert.equal((await serialised(page)).html, cleaned.html);
      await scene.reader.ask(page, "run", { on: false });
      assert.deepEqual(await serialised(page), before);
    });
  });

  it("loses what the page adds later, and the gap of a bar that is gone", async () => {
    await scene.on(MOBILE, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      assert.equal(await page.$("#late-ad"), null, "the advertisement came before the first reading");
      await page.waitForSelector("#late-ad");
      await page.waitForFunction(() => !/限时特惠|海岛民宿/.test(document.body.innerText), { timeout: 3000 });
      assert.equal(await page.$eval(".zk_top_barwrap", (bar) => bar.checkVisibility()), false);
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).paddingBottom), "0px");
      assert.ok((await visibleText(page)).includes("码头上的鱼市将在今年 5 月开张"));
    });
  });

  it("follows a site that shows its next article without a new document", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await page.evaluate(() => {
        history.pushState(null, "", "/article/69b9fdc0000000000000a2a2");
        document.title = "老灯塔重新亮起_ZAKER新闻";
        const line = (text: string): Element => {
          const element = document.createElement("p");
          element.textContent = text;
          return element;
        };
        const texts = [
          "熄灭九年之后，黄礁岛的老灯塔在周三晚上重新亮起，岛上的居民站满了码头。",
          "今年 2 月，航标处更换了透镜和电路，守塔人的儿子周海生也参加了施工。",
          "他说，父亲在世时最放心不下的就是这盏灯，如今总算可以告诉他，灯又亮了。",
          "按照计划，灯塔的底层将在夏天开放参观，陈列旧航海日志和手摇雾号。",
          "一键三连「赞」「藏」「转」，给守塔人加个油",
        ];
        const heading = document.querySelector("h1");
        heading?.replaceChildren("老灯塔重新亮起");
        document.querySelector("#content")?.replaceChildren(...texts.map(line));
      });
      await scene.reader.until(page, ({ title }) => title === "老灯塔重新亮起");
      await page.waitForFunction(() => !document.body.innerText.includes("一键三连"), { timeout: 4000 });
      assert.ok((await visibleText(page)).includes("灯又亮了"));
    });
  });

  it("folds what is likely no part of it under a line that opens", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      const disclaimer = "#ID_disclaimer";
      assert.equal(await page.$eval(disclaimer, (element) => element.checkVisibility()), false);
      // A line that says "folded" would take more room than this does.
      assert.ok((await visibleText(page)).includes("— 完 —"));
      await page.waitForSelector("#content >>> button[aria-expanded=false]", { timeout: 8000 });
      await page.click("#content >>> button[aria-expanded=false]");
      assert.equal(await page.$eval(disclaimer, (element) => element.checkVisibility()), true);
    });
  });
});
