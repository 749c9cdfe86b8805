// The panel in real browsers, as a content script on a page with a strict policy and careless styles:
// node --test tests/panel/panel.browser.mjs
import assert from "node:assert/strict";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pale } from "./harness/contrast.mjs";
import { launch, prepare } from "./harness/start.mjs";
import { click, focused, highlighted, hover, inPanel, isOpen, reported, settle, tell, text, texts } from "./harness/reader.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Rules about whole pages, which the article of the harness need not keep. */
const PAGE_RULES = ["landmark-one-main", "region", "page-has-heading-one", "html-has-lang"];

async function violations(page) {
  // axe itself cannot do without the properties that the page shadows.
  await page.evaluate(() => document.querySelector(".shadows").remove());
  await page.evaluate(`{ ${axe} }`);
  const found = await page.evaluate((skipped) => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: Object.fromEntries(skipped.map((rule) => [rule, { enabled: false }])),
  }).then(({ violations: all }) => all.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, target: node.target.flat().join(" "), why: node.failureSummary })))), PAGE_RULES);
  return found.filter(({ target }) => target.startsWith("div"));
}

for (const name of (process.env.BROWSERS ?? "chromium,firefox").split(",")) {
  describe(name, () => {
    let harness;
    let session;
    const pages = [];
    const open = async (query = "", size = { width: 1440, height: 900 }) => {
      const page = await session.open(harness.url + query);
      pages.push(page);
      await page.setViewport(size);
      await settle(150);
      return page;
    };
    let downloads;
    before(async () => {
      harness = await prepare();
      downloads = join(harness.folder, "downloads");
      await mkdir(downloads);
      session = await launch(name, harness.folder, { downloads });
    });
    after(async () => {
      await session?.browser.close();
      await harness?.close();
    });

    test("opens by itself beside the text, and covers none of it", async () => {
      const page = await open();
      assert.equal(await isOpen(page), true);
      const [article, panel] = await Promise.all([
        page.evaluate(() => document.querySelector("#article").getBoundingClientRect().right),
        inPanel(page, (root) => root.querySelector(".panel").getBoundingClientRect().left),
      ]);
      assert.ok(panel >= article + 20, `${panel} ${article}`);
      assert.equal(await focused(page), null, "the focus stays with the reader");
      const style = await inPanel(page, (root) => {
        const { opacity, textTransform, letterSpacing, transform, display } = getComputedStyle(root.host);
        return { opacity, textTransform, letterSpacing, transform, display };
      });
      assert.deepEqual(style, { opacity: "1", textTransform: "none", letterSpacing: "normal", transform: "none", display: "block" });
    });

    test("with too few dated events, or no room, it waits as a strip", async () => {
      assert.equal(await isOpen(await open("?few=1")), false);
      const page = await open("", { width: 700, height: 900 });
      assert.equal(await isOpen(page), false);
      assert.equal(await text(page, ".strip"), "时间线 25");
      await page.setViewport({ width: 1440, height: 900 });
      await settle(200);
      assert.equal(await isOpen(page), true, "there is room now");
      await page.setViewport({ width: 900, height: 900 });
      await settle(200);
      assert.equal(await isOpen(page), false, "and now there is none");
      assert.equal(await reported(page, "state"), null, "none of which the reader chose");
    });

    test("a long list folds to its main events and opens", async () => {
      const page = await open();
      assert.equal((await texts(page, ".row")).length, 8);
      assert.equal(await text(page, ".more"), "显示全部 25 条");
      await click(page, ".more");
      assert.equal((await texts(page, ".row")).length, 25);
      const years = await texts(page, "h3.year");
      assert.deepEqual(years, ["2011年", "2012年", "2014年", "2023年", "2024年", "2025年", "2026年", "时间不明"]);
      const times = await inPanel(page, (root) => [...root.querySelectorAll("time")].map((time) => time.dateTime));
      assert.ok(times.includes("2025-11-11T03:20") && times.includes("2011-07") && times.includes("2009"), times.join());
    });

    test("what the text says otherwise is shown, each sentence leading to its place", async () => {
      const page = await open();
      await click(page, ".more");
      const at = (await texts(page, ".row")).findIndex((row) => row.includes("文内说法不一"));
      await click(page, ".row", at);
      await settle(300);
      const both = await texts(page, ".conflicts .otherwise");
      assert.equal(both.length, 2);
      for (const [place, sentence] of both.entries()) {
        await click(page, ".conflicts .otherwise", place);
        await settle(300);
        assert.equal((await highlighted(page))[0], sentence);
      }
    });

    test("a click brings the sentence into view, highlighted, the document untouched", async () => {
      const page = await open();
      const untouched = await page.evaluate(() => document.body.innerHTML);
      await click(page, ".row", 4);
      await settle(300);
      const [sentence, expression] = await highlighted(page);
      assert.ok(sentence.startsWith("11 月 11 日凌晨 3 时 20 分，随着盾构机"));
      assert.equal(expression, "11 月 11 日凌晨 3 时 20 分");
      assert.equal(await page.evaluate(() => document.body.innerHTML), untouched);
      // The highlight has a look: the style reached the document.
      const look = await page.evaluate(() => {
        const names = [...CSS.highlights.keys()];
        return names.map((highlight) => getComputedStyle(document.querySelector("p"), `::highlight(${highlight})`).backgroundColor);
      });
      assert.ok(look.every((colour) => /rgba?\(255, 1/.test(colour)), look.join());
      assert.equal(await inPanel(page, (root) => root.querySelector("[aria-current=true]")?.dataset.id), "18");
    });

    test("the mentions of an event are reached one after the other", async () => {
      const page = await open();
      await click(page, ".row", 4);
      assert.equal(await text(page, ".count"), "1 / 3");
      await click(page, ".steps button:last-child");
      await settle();
      assert.equal(await text(page, ".count"), "2 / 3");
      assert.ok((await highlighted(page))[0].startsWith("指挥部里没有人鼓掌"));
      assert.equal(await inPanel(page, (root) => root.activeElement.getAttribute("aria-label")), "下一处", "the focus stays on the button");
      await click(page, ".row", 4);
      assert.equal(await text(page, ".count"), "3 / 3");
      await page.keyboard.press("ArrowRight");
      assert.equal(await text(page, ".count"), "1 / 3");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await text(page, ".count"), "3 / 3");
    });

    test("the current entry follows the scroll", async () => {
      const page = await open();
      const current = () => inPanel(page, (root) => root.querySelector("[aria-current=true] .headline")?.textContent ?? null);
      await page.evaluate(() => scrollTo(0, 0));
      await settle();
      assert.equal(await current(), "全长 6.4 公里的澜江隧道全线贯通");
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await settle();
      assert.match(await current(), /^公交集团|^隧道定于/);
    });

    test("hovering shows sentence and derivation, and hints at the place in the text", async () => {
      const page = await open();
      await click(page, ".more");
      const at = (await texts(page, ".headline")).indexOf("项目部把夜班改成了四班倒");
      await inPanel(page, (root, place) => root.querySelectorAll(".row")[place].scrollIntoView({ block: "center", behavior: "instant" }), at);
      await settle();
      await hover(page, ".row", at);
      await settle();
      assert.equal(await text(page, ".why"), "上个月→2025年10月因为发布于 2025年11月12日");
      assert.equal(await text(page, ".sentence"), "上个月，项目部把夜班改成了四班倒。");
      assert.equal(await text(page, ".sentence mark"), "上个月");
      assert.deepEqual(await highlighted(page), ["上个月，项目部把夜班改成了四班倒。"]);
    });

    test("the keyboard alone: arrows, Enter, Escape, and back", async () => {
      const page = await open();
      await inPanel(page, (root) => root.querySelector(".row[tabindex='0']").focus());
      await page.keyboard.press("Home");
      assert.match(await focused(page), /^1994年前后/);
      await page.keyboard.press("ArrowDown");
      assert.match(await focused(page), /^2009年/);
      await page.keyboard.press("End");
      assert.match(await focused(page), /2026年6月28日|6月28日/);
      await page.keyboard.press("Enter");
      await settle(200);
      assert.ok((await highlighted(page))[0].includes("定于 2026 年 6 月 28 日通车"));
      await page.keyboard.press("Escape");
      assert.equal(await isOpen(page), false);
      assert.equal(await focused(page), "时间线 25");
      assert.equal((await reported(page, "state")).collapsed, true);
      assert.deepEqual(await highlighted(page), []);
      await page.keyboard.press("Enter");
      assert.equal(await isOpen(page), true);
      assert.match(await focused(page), /6月28日/, "back at the entry that was read");
    });

    test("the order is switched, and remembered", async () => {
      const page = await open();
      await inPanel(page, (root) => root.querySelector("input[value=time]").focus());
      await page.keyboard.press("ArrowRight");
      const headlines = await texts(page, ".headline");
      assert.equal(headlines[0], "全长 6.4 公里的澜江隧道全线贯通");
      assert.match((await texts(page, ".when"))[0], /^2025年11月11日/);
      assert.equal((await reported(page, "state")).order, "text");
    });

    test("filters by kind and by participant", async () => {
      const page = await open();
      await click(page, ".filter");
      await click(page, ".filters .chip", 1);
      assert.deepEqual(await texts(page, ".headline"), ["公交集团预计明年第一季度公布三条过江线路的走向", "隧道定于 2026 年 6 月 28 日通车", "就说这条路是一寸一寸挪过去的"]);
      assert.equal(await text(page, ".summary"), "3 / 25 件事");
      const chips = await texts(page, ".filters .chip");
      await click(page, ".filters .chip", chips.findIndex((chip) => chip.startsWith("沈望舒")));
      assert.equal(await text(page, ".nothing"), "没有符合筛选的事");
      await click(page, ".filters .link");
      assert.equal((await texts(page, ".row")).length, 8);
    });

    test("its width changes by pointer and by keyboard, within the room", async () => {
      const page = await open();
      const width = () => inPanel(page, (root) => root.querySelector(".panel").getBoundingClientRect().width);
      await inPanel(page, (root) => root.querySelector(".resizer").focus());
      await page.keyboard.press("ArrowLeft");
      assert.equal(await width(), 368);
      assert.equal((await reported(page, "state")).width, 368);
      await page.keyboard.press("End");
      const most = await width();
      const left = await inPanel(page, (root) => root.querySelector(".panel").getBoundingClientRect().left);
      await page.mouse.move(left, 400);
      await page.mouse.down();
      await page.mouse.move(left + 90, 400, { steps: 4 });
      await page.mouse.up();
      assert.equal(await width(), most - 90);
      assert.equal((await reported(page, "state")).width, most - 90);
    });

    test("the menu copies", async () => {
      if (name === "chromium") await session.browser.defaultBrowserContext().overridePermissions(new URL(harness.url).origin, ["clipboard-read", "clipboard-sanitized-write"]);
      const page = await open();
      await page.bringToFront();
      await click(page, ".tools .tool");
      assert.equal(await focused(page), "复制为文本");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await settle(300);
      assert.equal(await text(page, ".status"), "已复制 25 条");
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^## \[澜江盾构隧道贯通/);
      assert.equal(copied.match(/#:~:text=/g).length, 25);
      await click(page, ".tools .tool");
      await page.keyboard.press("Escape");
      assert.equal(await isOpen(page), true, "Escape closes the menu only");
    });

    test("the menu saves files, under the page's policy", async () => {
      const page = await open();
      for (const [item, ending, start] of [[2, ".ics", "BEGIN:VCALENDAR"], [3, ".csv", "\ufeffstart,end"], [4, ".jsonld", "{"], [5, ".json", "{"]]) {
        await click(page, ".tools .tool");
        await click(page, "[role=menuitem]", item);
        let found;
        for (let tries = 0; !found && tries < 50; tries += 1) {
          await settle(60);
          found = (await readdir(downloads)).find((file) => file.endsWith(ending));
        }
        assert.equal(found, `澜江盾构隧道贯通：一座城市等了三十年的过江路${ending}`);
        await settle(100);
        const saved = await readFile(join(downloads, found), "utf8");
        assert.ok(saved.startsWith(start), saved.slice(0, 40));
      }
      assert.equal(await page.evaluate(() => document.querySelectorAll("a[download]").length), 0);
    });

    test("on narrow windows a sheet along the bottom, and the sentence above it", async () => {
      const page = await open("", { width: 700, height: 900 });
      await click(page, ".strip");
      await click(page, ".row", 2);
      await settle(300);
      const [top, bottom] = await page.evaluate(() => {
        const range = [...CSS.highlights.values()].flatMap((highlight) => [...highlight])[0];
        const rect = range.getBoundingClientRect();
        return [rect.top, rect.bottom];
      });
      const sheet = await inPanel(page, (root) => root.querySelector(".panel").getBoundingClientRect().top);
      assert.ok(top >= 0 && bottom <= sheet, `${top} ${bottom} ${sheet}`);
      assert.equal(await isOpen(page), true);
    });

    test("over the text it goes out of the way of what was asked for", async () => {
      const page = await open("", { width: 1000, height: 760 });
      await click(page, ".strip");
      await click(page, ".row", 2);
      await settle(200);
      assert.equal(await isOpen(page), false);
      assert.ok((await highlighted(page))[0].startsWith("2012 年 5 月 7 日"));
    });

    test("with motion: a jump glides there, and the entry stays current until the reader scrolls", async () => {
      const moving = await launch(name, harness.folder, { still: false });
      try {
        const page = await moving.open(harness.url);
        await settle(300);
        const current = () => inPanel(page, (root) => root.querySelector("[aria-current=true] .headline")?.textContent ?? null);
        await click(page, ".row", 3);
        await settle(1500);
        assert.ok(await page.evaluate(() => scrollY) > 300);
        assert.equal(await current(), "“望江号”在北岸下井");
        await click(page, "input[value=text]");
        await settle(500);
        assert.equal(await current(), "“望江号”在北岸下井", "another order is no scrolling");
        await page.mouse.move(300, 400);
        await page.mouse.wheel({ deltaY: -4000 });
        await settle(800);
        assert.equal(await current(), "全长 6.4 公里的澜江隧道全线贯通");
      } finally {
        await moving.browser.close();
      }
    });

    test("the publication time can be corrected", async () => {
      assert.equal((await texts(await open(), ".published-on .link")).length, 0, "not offered where nobody would take it");
      const page = await open("?correct");
      await click(page, ".published-on .link");
      await inPanel(page, (root) => {
        root.querySelector("input[type=datetime-local]").value = "2024-03-01T08:05";
      });
      await click(page, "[type=submit]");
      assert.match(await text(page, ".published-on"), /^发布于 2024年3月1日 8:05/);
      assert.equal(await text(page, "li.published"), "本文发布 2024年3月1日", "the mark moved up with it");
      assert.ok(page.url().endsWith("?correct"), "the page is not left");
    });

    test("the toolbar's wish is remembered, except over the text", async () => {
      const page = await open();
      await tell(page, "collapse");
      assert.equal((await reported(page, "state")).collapsed, true);
      await tell(page, "open");
      assert.equal((await reported(page, "state")).collapsed, false);
      assert.equal(await reported(page, "open"), true);
      const narrow = await open("", { width: 700, height: 900 });
      await tell(narrow, "open");
      await tell(narrow, "collapse");
      assert.equal(await reported(narrow, "state"), null);
    });

    test("an ordered list under every year, each time for machines too", async () => {
      const page = await open();
      await click(page, ".more");
      const groups = await inPanel(page, (root) => [...root.querySelectorAll(".list .group")].map((group) => ({
        year: group.querySelector("h3").textContent,
        lists: group.querySelectorAll("ol").length,
        loose: [...group.querySelector("ol").children].filter((child) => child.localName !== "li").length,
        times: [...group.querySelectorAll("time")].map((time) => time.getAttribute("datetime")),
        rows: group.querySelectorAll(".row").length,
      })));
      const years = groups.map(({ year }) => Number(/^\d+/.exec(year)?.[0])).filter((year) => year > 0);
      assert.deepEqual(years, [...years].sort((a, b) => a - b));
      assert.ok(years.length >= 5, "year groups");
      for (const { year, lists, loose, times, rows } of groups) {
        assert.deepEqual([lists, loose], [1, 0], year);
        for (const time of times) assert.match(time, /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?)?$/);
        assert.ok(rows > 0);
      }
      assert.ok(groups.flatMap(({ times }) => times).length >= 12);
    });

    test("how exact a time is shows in the shape of its mark, an approximate one is broken", async () => {
      const page = await open();
      await click(page, ".more");
      const marks = await inPanel(page, (root) => Object.fromEntries([...root.querySelectorAll(".row")].map((row) => {
        const outline = row.querySelector(".outline");
        const { strokeDasharray } = getComputedStyle(outline);
        return [row.querySelector(".headline").textContent, [outline.getAttribute("d"), strokeDasharray]];
      })));
      const shape = (headline) => marks[headline][0];
      const shapes = [
        "北岸的棉纺厂陆续停工", "方案改了七稿，没有一稿走出会议室", "江城市政府把过江隧道写进了城市总体规划", "北岸的始发井开挖", "澜江隧道剩下最后 120 米",
        "始发井发生涌水，工程停工", "工地上长出了一人高的芦苇", "江底的地质数据每天更新一次", "全长 6.4 公里的澜江隧道全线贯通",
      ].map(shape);
      assert.equal(new Set(shapes).size, shapes.length, "decade, before, year, quarter, month, day, range, after, clock");
      assert.equal(shape("铁道勘测院的一支小队在江心洲钻了十一个孔"), shape("江城市政府把过江隧道写进了城市总体规划"));
      assert.notEqual(marks["铁道勘测院的一支小队在江心洲钻了十一个孔"][1], marks["江城市政府把过江隧道写进了城市总体规划"][1]);
    });

    test("where motion is not wanted, a jump is there at once", async () => {
      const page = await open();
      await click(page, ".row", 5);
      await settle(60);
      const at = await page.evaluate(() => scrollY);
      await settle(500);
      assert.ok(at > 100);
      assert.equal(await page.evaluate(() => scrollY), at);
      const running = await inPanel(page, (root) => root.querySelector(".panel").getAnimations({ subtree: true }).filter(({ playState }) => playState === "running").length);
      assert.equal(running, 0);
    });

    test("at 200 % everything is within reach, and nothing runs out sideways", async () => {
      const page = await open("", { width: 720, height: 450, deviceScaleFactor: 2 });
      await click(page, ".strip");
      await settle(200);
      const tools = await inPanel(page, (root) => [...root.querySelectorAll(".panel button, .panel input")].filter((each) => each.checkVisibility()).map((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return { what: each.textContent || each.getAttribute("aria-label") || each.value, left, right, width };
      }));
      assert.ok(tools.length > 8);
      for (const { what, left, right } of tools) assert.ok(left >= 0 && right <= 720, `${what} ${left} ${right}`);
      const wide = await inPanel(page, (root) => [...root.querySelectorAll(".panel, .scroller")].filter((each) => each.scrollWidth > each.clientWidth + 1).length);
      assert.equal(wide, 0);
      await click(page, ".row", 2);
      await settle(300);
      const [sentence, panel] = await Promise.all([
        page.evaluate(() => [...CSS.highlights.values()].flatMap((all) => [...all])[0].getBoundingClientRect().bottom),
        inPanel(page, (root) => root.querySelector(".panel").getBoundingClientRect().top),
      ]);
      assert.ok(sentence <= panel, `the sentence ${sentence} is under the sheet ${panel}`);
    });

    test("in English every word of its own is English", async () => {
      const page = await open("?lang=en");
      await click(page, ".more");
      await click(page, ".filter");
      const words = await inPanel(page, (root) => [...root.querySelectorAll(".panel *")].flatMap((each) => {
        const own = [...each.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data);
        return each.closest("[lang=zh-CN], .chip") ? [] : [...own, each.getAttribute("aria-label") ?? "", each.getAttribute("title") ?? ""];
      }));
      // A derivation names the article's words: 上个月 → Oct 2025, counted from “2009 年” above.
      const own = words.map((word) => word.replace(/^[^→]*→|^\p{Script=Han}+, |“[^”]*”/gu, ""));
      assert.deepEqual(own.filter((word) => /\p{Script=Han}/u.test(word)), []);
    });

    test("in forced colours marks, borders and the current entry keep apart from their ground", async () => {
      const plain = await launch(name, harness.folder, { forced: true });
      try {
        const page = await plain.open(harness.url);
        await settle(300);
        assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
        await click(page, ".row", 2);
        await settle(200);
        const seen = await inPanel(page, (root) => {
          const style = (selector) => getComputedStyle(root.querySelector(selector));
          const current = style("[aria-current=true]");
          return {
            paper: style(".panel").backgroundColor, ink: style(".headline").color, mark: style(".row .outline").stroke,
            border: style(".panel").borderLeftColor, width: style(".panel").borderLeftWidth, outline: current.outlineStyle,
          };
        });
        assert.notEqual(seen.ink, seen.paper);
        assert.notEqual(seen.mark, seen.paper);
        assert.notEqual(seen.border, seen.paper);
        assert.deepEqual([seen.width, seen.outline], ["1px", "solid"]);
      } finally {
        await plain.browser.close();
      }
    });

    test("gone without a trace", async () => {
      const page = await open();
      const state = () => page.evaluate(() => [
        document.querySelector(":root").children.length,
        Object.getOwnPropertyDescriptor(Document.prototype, "adoptedStyleSheets").get.call(document).length,
        CSS.highlights.size,
        document.querySelector(":root").getAttributeNames().join(),
        document.body.getAttributeNames().join(),
      ]);
      await click(page, ".row", 4);
      await settle();
      await tell(page, "destroy");
      assert.deepEqual(await state(), [2, 0, 0, "lang", ""]);
      await page.evaluate(() => scrollTo(0, 500));
      await settle();
      await tell(page, "mount");
      assert.equal(await isOpen(page), true);
      await tell(page, "update");
      assert.equal((await texts(page, ".row")).length, 5);
    });

    for (const [view, query, size, act] of [
      ["beside the text", "", { width: 1440, height: 900 }, async (page) => {
        await click(page, ".more");
        await click(page, ".filter");
        await click(page, ".row", 3);
        await inPanel(page, (root) => root.querySelector(".legend").setAttribute("open", ""));
      }],
      ["with its menu open, in English", "?lang=en", { width: 1440, height: 900 }, (page) => click(page, ".tools .tool")],
      ["as a strip", "?few=1", { width: 1440, height: 900 }, null],
      ["as a sheet", "", { width: 700, height: 900 }, (page) => click(page, ".strip")],
    ]) {
      test(`axe finds nothing ${view}`, async () => {
        const page = await open(query, size);
        await act?.(page);
        await settle(200);
        assert.deepEqual(await violations(page), []);
        assert.deepEqual(await pale(page), []);
        if (name === "chromium") {
          await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
          await settle(200);
          assert.deepEqual(await pale(page), [], "in the dark");
        }
      });
    }
  });
}
