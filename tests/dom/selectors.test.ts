// The selectors by which a block is known again: what they are made of, and that they select it alone.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import type { Browser } from "puppeteer-core";

import { fixture } from "../harness/articles";
import type * as inside from "./inside";
import { openInside, startInside } from "./open";

declare const qingdu: typeof inside;

interface Case {
  what: string;
  html: string;
  prose?: boolean;
  /** The first choice for the element with `data-here`. */
  first: string;
}

const CASES: Case[] = [
  { what: "its id", html: `<div id="app-banner" data-here>x</div>`, first: "#app-banner" },
  { what: "its class, and not the one that a tool made", html: `<div class="css-1q2w3e promo-box" data-here>x</div>`, first: ".promo-box" },
  { what: "two classes where one is shared", html: `<p class="box red">a</p><p class="box note">b</p><p class="note red">c</p><div class="box red" data-here>x</div>`, first: "div.box.red" },
  { what: "its name below a part that is the only one", html: `<div class="tip">a</div><aside class="rail"><div class="tip" data-here>x</div></aside>`, first: ".rail > .tip" },
  { what: "the site that a frame comes from", html: `<iframe src="https://ads.example.org/unit?x=1" data-here></iframe><iframe></iframe>`, first: `iframe[src*="//ads.example.org"]` },
  { what: "its kind below a part that is the only one", html: `<div id="rail"><section data-here>x</section></div>`, first: "#rail > section" },
  { what: "its place, where nothing else is left", html: `<div class="css-1q2w3e"><i></i><div></div><div id="ad12" class="active" data-here></div></div>`, first: "body > div:nth-child(1) > div:nth-child(3)" },
  { what: "its words in an article", html: `<div id="body"><p>正文一。</p><p class="red" data-here>点击 关注（第 1 期）|  <b>更多</b></p></div>`, prose: true, first: String.raw`p:has-text(/^点击 关注（第 1 期）\| 更多$/)` },
  { what: "the beginning of many words", html: `<p data-here>${"一二三四五六七八九十".repeat(9)}</p>`, prose: true, first: `p:has-text(/^${"一二三四五六七八九十".repeat(4)}/)` },
  { what: "its first line, up to a block", html: `<section data-here>扫码添加小助手进群<p>第二行</p></section>`, prose: true, first: "section:has-text(/^扫码添加小助手进群/)" },
  { what: "the file of a picture", html: `<div id="body"><p>文</p><p data-here><img src="https://img.example.org/2026/qr-poster.png"></p></div>`, prose: true, first: `p:has(> img[src$="/qr-poster.png"])` },
];

describe("the selectors for a block", () => {
  let browser: Browser;
  before(async () => {
    browser = await startInside();
  });
  after(async () => {
    await browser.close();
  });

  for (const { what, html, prose = false, first } of CASES) {
    it(`know it by ${what}`, async () => {
      const page = await openInside(browser, `<!doctype html><body>${html}</body>`);
      const selectors = await page.evaluate((isProse) => {
        const here = document.querySelector("[data-here]") ?? document.body;
        here.removeAttribute("data-here");
        return qingdu.selectorsOf(here, isProse);
      }, prose);
      assert.equal(selectors[0], first);
      await page.close();
    });
  }

  it("select each element of a page alone, where they are plain CSS, and always end", async () => {
    const page = await openInside(browser, fixture("zaker-desktop"));
    const wrong = await page.evaluate(() => {
      const elements = [...document.body.querySelectorAll("*")].filter((element) => element.localName !== "script");
      return elements.flatMap((element) => {
        const plain = qingdu.selectorsOf(element, false).filter((selector) => !selector.includes(":has"));
        const bad = plain.filter((selector) => {
          const [only, more] = document.querySelectorAll(selector);
          return only !== element || more !== undefined;
        });
        return plain.length === 0 ? [element.outerHTML.slice(0, 60)] : bad;
      });
    });
    assert.deepEqual(wrong, []);
    await page.close();
  });
});
