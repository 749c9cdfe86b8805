// The reader mode by hand: what it shows, and that it leaves no trace.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, it } from "node:test";

import type { Page } from "puppeteer-core";

import { bare } from "../harness/articles";
import { inEachBrowser, type Scene } from "../harness/each";
import { serialised } from "../harness/looking";
import { openReader, readerPages, shownInReader } from "../harness/reading";
import { picture } from "../harness/server";

const PAGES = readerPages();

/** A page whose paragraphs have more in them than letters. */
const STYLED = {
  url: "https://www.myzaker.com/reader/styled.html",
  html: `<!doctype html><html lang="zh-CN"><head><title>湖水的颜色从哪里来_晨光网</title></head><body><h1>湖水的颜色从哪里来</h1>
<p>2026-03-12 09:20 来源：晨光网</p><div class="article-content">
<p>研究人员说，<strong>湖水变绿</strong>并不<em>总是</em>坏事，水里的 CO<sub>2</sub> 浓度升高了 3×10<sup>2</sup> 倍，<a href="https://example.org/lake">监测<b>报告</b></a>写得很清楚。</p>
<p>他们用 <code>lake --depth 3 , --all</code> 读出每一层的温度,<del>三年前</del>四年前的数据也在<a href="javascript:alert(1)">这里</a>。</p>
<p>站里的墙上贴着一首诗：</p>
<p>湖水一层绿，<br>山色一层青。<br>船来问深浅，<br>风过不留名。</p>
<p>第二天一早，他们又把船划到了湖心，把仪器一节一节放下去，等着读数慢慢稳下来，这样的日子他们过了十一年。<br>有人问值不值得，站长没有回答，只把当天的数字念了一遍，又把本子收进防水袋里，说明天还要再来一次。</p>
</div></body></html>`,
};

function pageOf(name: string): (typeof PAGES)[number] {
  const page = PAGES.find((one) => one.name === name);
  assert.ok(page);
  return page;
}

/** Runs something in the page with the reader's shadow tree. */
async function inside<Result>(page: Page, work: (root: ShadowRoot) => Result): Promise<Result> {
  const root = await page.evaluateHandle(() =>
    [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog")),
  );
  return (root as unknown as { evaluate(of: (root: ShadowRoot) => Result): Promise<Result> }).evaluate(work);
}

async function onReaderPage(scene: Scene, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  await scene.on(pageOf(name).url, work);
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

inEachBrowser("the reader mode", (scene) => {
  before(async () => {
    for (const { url, html } of PAGES) {
      scene.web.serve(bare(url), { body: html });
    }
    // The extension may read these sites only when it was let; a test that may not click a prompt uses ZAKER's address.
    for (const { name, html } of PAGES) {
      scene.web.serve(`www.myzaker.com/reader/${name}.html`, { body: html });
    }
    for (const { html } of PAGES) {
      for (const [, address = ""] of html.matchAll(/(?:src|data-original|data-src)="https?:\/\/([^"]+\.jpg)"/g)) {
        scene.web.serve(address, { body: picture(640, 400), type: "image/png" });
      }
    }
    scene.web.serve(bare(STYLED.url), { body: STYLED.html });
    scene.web.serve("www.myzaker.com/NMediaFile/2026/0308/station.jpg", { body: picture(640, 400), type: "image/png" });
    await scene.reader.privileged(async () => {
      await chrome.storage.local.set({ sites: { "myzaker.com": false } });
    });
  });

  for (const { name, expected, url } of PAGES) {
    it(`shows title, source, time and body of a page like those of ${name}, and leaves it as it was`, async () => {
      // Where our own host permission ends, the same page stands under an address of ZAKER's.
      const address = url.includes("myzaker.com") ? url : `https://www.myzaker.com/reader/${name}.html`;
      await scene.on(address, async (page) => {
        await settled(page);
        const [earlier, length] = [await serialised(page), await page.evaluate(() => history.length)];
        await openReader(scene, page);
        assert.deepEqual(await shownInReader(page), expected);
        await page.keyboard.press("Escape");
        await scene.reader.until(page, ({ reader }) => !reader);
        assert.deepEqual(await serialised(page), earlier);
        assert.equal(await page.evaluate(() => history.length), length);
        assert.equal(await page.evaluate(() => location.href), address);
      });
    });
  }

  it("is gone in the frame of the key, to where the page stood where nothing was read on", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await page.setViewport({ width: 1200, height: 500 });
      await page.evaluate(() => scrollTo(0, 120));
      await openReader(scene, page);
      // Counts frames from the key to the first in which the page is what stands in the middle again.
      await page.evaluate(() => {
        const seen = globalThis as unknown as { frames: Promise<number> };
        seen.frames = new Promise((resolve) => {
          addEventListener("keydown", () => {
            let count = 0;
            const look = (): void => {
              count += 1;
              const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
              if (top !== null && document.body.contains(top)) {
                resolve(count);
              } else {
                requestAnimationFrame(look);
              }
            };
            requestAnimationFrame(look);
          }, { capture: true, once: true });
        });
      });
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => (globalThis as unknown as { frames: Promise<number> }).frames), 1);
      assert.equal(await page.evaluate(() => Math.round(scrollY)), 120);
    });
  });

  it("leads back to the sentence that was being read", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await page.setViewport({ width: 1200, height: 420 });
      await openReader(scene, page);
      const read = await inside(page, (root) => {
        const [heading] = [...root.querySelectorAll("h2")].slice(-1);
        const scroller = root.querySelector(".scroller");
        scroller?.scrollBy({ top: (heading?.getBoundingClientRect().top ?? 0) - 64, behavior: "instant" });
        return { text: heading?.textContent, top: heading?.getBoundingClientRect().top ?? 0 };
      });
      await page.keyboard.press("Escape");
      await scene.reader.until(page, ({ reader }) => !reader);
      const top = await page.evaluate((text) => {
        const heading = [...document.querySelectorAll("h2")].find((one) => one.textContent === text);
        return heading?.getBoundingClientRect().top ?? -1;
      }, read.text);
      // The page may be too short to bring it all the way up.
      const end = await page.evaluate(() => Math.abs(document.documentElement.scrollHeight - innerHeight - scrollY) < 2);
      assert.ok(Math.abs(top - read.top) < 30 || end, `${top} for ${read.top}`);
      assert.ok(top >= 0 && top < 420);
    });
  });

  it("opens at the sentence at which the page stands", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await page.setViewport({ width: 700, height: 300 });
      const text = await page.evaluate(() => {
        const line = [...document.querySelectorAll("#content p")].find((one) => one.textContent.includes("冷库恢复"));
        line?.scrollIntoView({ block: "start", behavior: "instant" });
        return line?.textContent.slice(0, 4) ?? "";
      });
      await openReader(scene, page);
      const first = await inside(page, (root) => {
        const shown = [...root.querySelectorAll("article p, article h2")];
        return shown.find((one) => one.getBoundingClientRect().bottom > 60)?.textContent ?? "";
      });
      assert.ok(first.startsWith(text), first);
    });
  });

  it("drops links and pictures that are none of the web, and resolves those that come later", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await openReader(scene, page);
      const found = await inside(page, (root) => ({
        links: [...root.querySelectorAll("article a")].map((one) => one.getAttribute("href")),
        pictures: [...root.querySelectorAll("article img")].map((one) => one.getAttribute("src")),
      }));
      assert.deepEqual(found.links, ["https://www.myzaker.com/topic/cable", "https://example.org/cable-notes"]);
      assert.deepEqual(found.pictures, ["https://zkres2.myzaker.com/cable.jpg"]);
    });
    await scene.on("https://www.myzaker.com/reader/weixin.html", async (page) => {
      await openReader(scene, page);
      const sources = await inside(page, (root) => [...root.querySelectorAll("article img")].map((one) => one.getAttribute("src")));
      assert.deepEqual(sources, ["https://mmbiz.qpic.cn/shop/640.jpg"]);
    });
  });

  it("keeps what stands out within a paragraph, and the lines of a poem together", async () => {
    await scene.on(STYLED.url, async (page) => {
      await openReader(scene, page);
      const [first, second, , poem, ...rest] = await inside(page, (root) =>
        [...root.querySelectorAll("article > p:not(.about)")].map((one) =>
          one.outerHTML.replace(/ class=""/g, "")),
      );
      assert.equal(
        first,
        '<p>研究人员说，<strong>湖水变绿</strong>并不<em class="han">总是</em>坏事，水里的CO<sub>2</sub>浓度升高了3×10<sup>2</sup>倍，' +
          '<a href="https://example.org/lake">监测<strong>报告</strong></a>写得很清楚。</p>',
      );
      assert.equal(
        second,
        "<p>他们用<code>lake --depth 3 , --all</code>读出每一层的温度，<del>三年前</del>四年前的数据也在这里。</p>",
      );
      assert.equal(
        poem,
        '<p class="lines"><span>湖水一层绿，</span><br><span>山色一层青。</span><br><span>船来问深浅，</span><br><span>风过不留名。</span></p>',
      );
      assert.equal(rest.length, 2, "long lines are paragraphs of their own");
      const { html } = await scene.reader.ask(page, "copyText", { form: "rich" });
      assert.match(html, /<strong>湖水变绿<\/strong>并不<em>总是<\/em>坏事/);
      assert.match(html, /CO<sub>2<\/sub>/);
      assert.match(html, /<code>lake --depth 3 , --all<\/code>/);
      assert.doesNotMatch(html, /javascript/);
    });
  });

  it("obeys j, k, [ and ], and remembers the size", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await openReader(scene, page);
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      await scene.reader.driver.openShadows(page);
      const marked = (): Promise<string> =>
        page.evaluate(() => {
          const ranges = [...CSS.highlights.values()].flatMap((one) => [...one.values()]);
          return ranges.map(String).sort((one, other) => other.length - one.length)[0] ?? "";
        });
      await page.keyboard.press("j");
      const first = await marked();
      assert.match(first, /2023年6月/);
      await page.keyboard.press("j");
      assert.match(await marked(), /去年9月/);
      await page.keyboard.press("k");
      assert.equal(await marked(), first);
      const size = (): Promise<string> => inside(page, (root) => getComputedStyle(root.querySelector("article") as Element).fontSize);
      const before = Number.parseFloat(await size());
      await page.keyboard.press("]");
      await page.keyboard.press("]");
      await page.keyboard.press("[");
      assert.equal(Number.parseFloat(await size()), before + 1);
      await page.keyboard.press("Escape");
      await scene.reader.until(page, ({ reader }) => !reader);
      await openReader(scene, page);
      assert.equal(Number.parseFloat(await size()), before + 1);
    });
  });

  it("keeps the focus, and puts it back", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await page.evaluate(() => {
        document.querySelector<HTMLElement>(".header a")?.focus();
      });
      await openReader(scene, page);
      for (let press = 0; press < 30; press += 1) {
        await page.keyboard.press("Tab");
        const [inPage, name] = await page.evaluate(() => [document.body.contains(document.activeElement) && document.activeElement !== document.body, document.activeElement?.outerHTML.slice(0, 60)]);
        assert.equal(inPage, false, String(name));
      }
      await page.keyboard.press("Escape");
      await scene.reader.until(page, ({ reader }) => !reader);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "ZAKER");
    });
  });

  it("moves nothing of the page", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      if (scene.reader.driver.name !== "chromium") {
        return; // Only Chromium tells of shifts.
      }
      await page.evaluate(() => {
        const all = globalThis as unknown as { shifts: number };
        all.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            all.shifts += (entry as unknown as { value: number }).value;
          }
        }).observe({ type: "layout-shift" });
      });
      await openReader(scene, page);
      await settled(page);
      await page.keyboard.press("Escape");
      await settled(page);
      assert.equal(await page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts), 0);
    });
  });

  it("has no fault that axe finds, its menus open too", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await openReader(scene, page);
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      await settled(page);
      await page.evaluate(readFileSync("node_modules/axe-core/axe.min.js", "utf8"));
      const faults = (): Promise<string[]> =>
        page.evaluate(async () => {
          const { axe } = globalThis as unknown as {
            axe: { run(of: Element): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
          };
          const host = [...document.documentElement.children].find((one) => one.shadowRoot?.querySelector("dialog"));
          const { violations } = await axe.run(host as Element);
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
        });
      assert.deepEqual(await faults(), []);
      await inside(page, (root) => {
        for (const button of root.querySelectorAll<HTMLElement>(".menu-of > button")) {
          button.click();
        }
      });
      assert.deepEqual(await faults(), []);
    });
  });

  it("fits a narrow window with large letters, and shows what is chosen where the system's colours rule", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      await page.setViewport({ width: 360, height: 640 });
      await openReader(scene, page);
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press("]");
      }
      const wide = await inside(page, (root) => {
        const scroller = root.querySelector(".scroller") as Element;
        const beyond = [...root.querySelectorAll(".bar *, article *")].filter(
          (one) => one.checkVisibility() && one.closest(".wide, pre") === null && one.getBoundingClientRect().right > innerWidth + 1,
        );
        return { beyond: beyond.map((one) => one.outerHTML.slice(0, 60)), over: scroller.scrollWidth - scroller.clientWidth };
      });
      assert.deepEqual(wide, { beyond: [], over: 0 });
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press("[");
      }
      if (scene.reader.driver.name !== "chromium") {
        return; // Here the system's colours are a setting of the whole browser.
      }
      const session = await page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
      const colours = await inside(page, (root) => {
        root.querySelector<HTMLElement>(".menu-of:last-of-type > button")?.click();
        const backgrounds = [...root.querySelectorAll(".choice")].map((one) => [
          one.querySelector("input")?.checked,
          getComputedStyle(one.querySelector("span") as Element).backgroundColor,
        ]);
        return { checked: backgrounds.filter(([on]) => on).map(([, colour]) => colour), not: backgrounds.filter(([on]) => !on).map(([, colour]) => colour) };
      });
      assert.ok(colours.checked.length > 0 && colours.not.length > 0);
      assert.ok(colours.checked.every((colour) => !colours.not.includes(colour)), "what is chosen looks like what is not");
      await session.detach();
    });
  });

  it("is what is printed", async () => {
    await onReaderPage(scene, "zaker", async (page) => {
      if (scene.reader.driver.name === "chromium") {
        await openReader(scene, page);
        await page.emulateMediaType("print");
        const seen = await page.evaluate(() => {
          const root = [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog"));
          const shown = (selector: string): boolean => root?.querySelector(selector)?.checkVisibility() === true;
          return { page: document.body.checkVisibility(), bar: shown(".bar"), article: shown("article") };
        });
        assert.deepEqual(seen, { page: false, bar: false, article: true });
        await page.emulateMediaType("screen");
      } else {
        await openReader(scene, page);
      }
      // On paper there is all of the article: several small sheets of it.
      const pdf = Buffer.from(await page.pdf({ width: "10cm", height: "12cm" })).toString("latin1");
      assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 3 || !pdf.includes("/Type /Page"), "one sheet alone");
      assert.equal((await scene.reader.ask(page, "status", null)).reader, true);
    });
  });
});
