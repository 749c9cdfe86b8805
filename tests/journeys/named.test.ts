// A page that no table knows, with parts inside the article which it names as promotion itself; and what the reader puts
// back, in the reader mode.
import assert from "node:assert/strict";
import { before, it } from "node:test";

import { bare } from "../harness/articles";
import { inEachBrowser, onQuiet } from "../harness/each";
import { eventually, serialised, visibleText } from "../harness/looking";
import { openReader, shownInReader } from "../harness/reading";

const ADDRESS = "https://www.myzaker.com/reader/named.html";

const PAGE = `<!doctype html><html lang="zh-CN"><head><title>河口盐场重新开晒_晨光网</title></head><body><h1>河口盐场重新开晒</h1>
<p>2026-04-12 09:20 来源：晨光网</p><div class="article-content">
<p>河口镇的盐场在停产六年之后，于今年 3 月重新开晒，第一批海盐预计在本月下旬收上来。</p>
<div class="related-news"><h4>相关阅读</h4><ul><li><a href="/a/1.html">老盐工的最后一担盐</a></li><li><a href="/a/2.html">海边小镇的一百二十天</a></li></ul></div>
<p>场长林世安说，今年 2 月修好的盐池一共有四十二口，最老的一口是他祖父那辈人挖的。</p>
<div class="inner-ads"><p>山泉酿造的老酱油，一口就是小时候的味道</p></div>
<p>县农业局的数字显示，全县的盐田面积从高峰时的三千亩减少到了如今的四百亩。</p>
<div class="recommend-reason"><p>评委会认为，这座盐场把两百年前的晒法完整地留了下来，值得保护。</p></div>
<p>点击上方蓝字关注我们！镇上的中学在盐场边上开了一门选修课，教学生看天气、测卤水、记潮汐，去年 9 月开课。</p>
<p>看完别忘了点赞转发！</p>
</div></body></html>`;

const RELATED = "老盐工的最后一担盐";
const ADVERTISEMENT = "山泉酿造的老酱油";
const JURY = "评委会认为，这座盐场把两百年前的晒法完整地留了下来，值得保护。";
const LIKE = "看完别忘了点赞转发！";
const TRIM = "点击上方蓝字关注我们！";

inEachBrowser("a page that names its promotion", (scene) => {
  before(() => {
    scene.web.serve(bare(ADDRESS), { body: PAGE });
  });

  it("shows the article alone, one line for what is only likely, and tells of each part", async () => {
    await scene.on(ADDRESS, async (page) => {
      const { removed } = await scene.reader.until(page, ({ state }) => state === "clean");
      const text = await visibleText(page);
      assert.ok(!text.includes(RELATED) && !text.includes("相关阅读") && !text.includes(ADVERTISEMENT) && !text.includes(LIKE));
      assert.ok(text.includes(JURY) && text.includes("记潮汐"));
      const related = removed.find(({ rule }) => rule === "named-related");
      const advertisement = removed.find(({ rule }) => rule === "named-ads");
      assert.deepEqual([related?.category, related?.level], ["related_reading", "hide"]);
      assert.deepEqual([advertisement?.category, advertisement?.level], ["ad_product", "fold"]);
      assert.ok(removed.every(({ reason }) => reason !== ""));
      const { plain } = await scene.reader.ask(page, "copyText", { form: "rich" });
      assert.ok(plain.includes(JURY) && !plain.includes(RELATED) && !plain.includes(ADVERTISEMENT));
      // Read once more, it says the same.
      await page.evaluate(() => {
        document.body.append(document.createElement("p"));
      });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.deepEqual((await scene.reader.ask(page, "status", null)).removed, removed);
      assert.equal(await visibleText(page), text);
    });
  });

  it("is the same document again with everything put back, and when it is let go of", async () => {
    await onQuiet(scene, async (page) => {
      const earlier = await serialised(page);
      await scene.reader.ask(page, "run", { on: true });
      await scene.reader.until(page, ({ state }) => state === "clean");
      const cleaned = (await serialised(page)).html;
      await scene.reader.ask(page, "putBack", { key: null, back: true });
      const all = (await serialised(page)).html.replace("</body><div></div></html>", "</body></html>");
      assert.equal(all, earlier.html);
      await scene.reader.ask(page, "putBack", { key: null, back: false });
      assert.equal((await serialised(page)).html, cleaned);
      await scene.reader.ask(page, "run", { on: false });
      assert.deepEqual(await serialised(page), earlier);
    }, ADDRESS);
  });

  it("has what was put back in the reader mode, in its place, a trimmed paragraph whole", async () => {
    await scene.on(ADDRESS, async (page) => {
      const { removed } = await scene.reader.until(page, ({ state }) => state === "clean");
      const keyOf = (start: string): string => removed.find(({ text }) => text.includes(start))?.key ?? "";
      await scene.reader.ask(page, "putBack", { key: keyOf(RELATED), back: true });
      await openReader(scene, page);
      const lines = await shownInReader(page);
      const at = lines.findIndex((line) => line.includes("相关阅读"));
      assert.ok(lines[at - 1]?.startsWith("河口镇的盐场"), lines.join("\n"));
      assert.deepEqual(lines.slice(at + 1, at + 3), [RELATED, "海边小镇的一百二十天"]);
      assert.ok(lines[at + 3]?.includes("林世安"), lines.join("\n"));
      assert.ok(!lines.some((line) => line.includes(LIKE) || line.includes(TRIM)));
      // And while it is open.
      for (const start of [LIKE.slice(0, 6), TRIM.slice(0, 6)]) {
        await scene.reader.ask(page, "putBack", { key: keyOf(start), back: true });
      }
      await eventually(page, () => {
        const root = [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog"));
        return root?.querySelector("article")?.textContent.includes("点击上方蓝字关注我们") === true;
      });
      const all = await shownInReader(page);
      assert.ok(all.some((line) => line.startsWith(TRIM) && line.includes("记潮汐")), all.join("\n"));
      assert.equal(all.at(-1), LIKE);
      await scene.reader.ask(page, "putBack", { key: null, back: false });
      await eventually(page, () => {
        const root = [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog"));
        return root?.querySelector("article")?.textContent.includes("点击上方蓝字关注我们") === false;
      });
      const last = await shownInReader(page);
      assert.deepEqual(last.filter((line) => line.includes("相关阅读") || line.includes(LIKE)), []);
    });
  });
});
