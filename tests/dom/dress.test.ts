// How what we show gets its looks, where a browser lets us adopt style sheets and where, like Firefox 140, it does not.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import type { Browser, Page } from "puppeteer-core";

import type * as inside from "./inside";
import { openInside, startInside } from "./open";

declare const qingdu: typeof inside;

const HTML = "<!doctype html><title>老灯塔</title><body><p>黄礁岛的老灯塔重新亮起。</p><div id=host></div></body>";

describe("what is shown in a page is dressed", () => {
  let browser: Browser;
  before(async () => {
    browser = await startInside();
  });
  after(async () => {
    await browser.close();
  });

  /** Opens a page; `refuses`: a browser that lets nobody adopt. */
  async function open(refuses: boolean): Promise<Page> {
    const page = await openInside(browser, HTML);
    await page.evaluate((is) => {
      const own = new CSSStyleSheet();
      own.replaceSync("p { opacity: .5 }");
      document.adoptedStyleSheets = [own];
      if (is) {
        const refuse = (): never => {
          throw new Error("Accessing from Xray wrapper is not supported.");
        };
        for (const { prototype } of [ShadowRoot, Document]) {
          Object.defineProperty(prototype, "adoptedStyleSheets", { get: refuse, set: refuse });
        }
      }
    }, refuses);
    return page;
  }

  for (const refuses of [false, true]) {
    it(`in a shadow tree, ${refuses ? "by an element of its own" : "by an adopted sheet"}, and undressed again`, async () => {
      const page = await open(refuses);
      const seen = await page.evaluate(() => {
        const root = document.querySelector("#host")?.attachShadow({ mode: "open" });
        if (root === undefined) {
          throw new Error("no host");
        }
        const line = document.createElement("p");
        root.append(line);
        const colours: string[] = [];
        const look = (): unknown => colours.push(getComputedStyle(line).color);
        const undress = qingdu.dressRoot(root, "p { color: rgb(1, 2, 3) }");
        look();
        const styles = root.querySelectorAll("style").length;
        undress();
        undress();
        look();
        return { can: qingdu.canAdopt(), colours, styles, left: root.childNodes.length };
      });
      assert.deepEqual(seen, { can: !refuses, colours: ["rgb(1, 2, 3)", "rgb(0, 0, 0)"], styles: refuses ? 1 : 0, left: 1 });
      await page.close();
    });
  }

  it("the document, by a sheet beside the page's own", async () => {
    const page = await open(false);
    const seen = await page.evaluate(() => {
      const html = document.documentElement.outerHTML;
      const counts = [document.adoptedStyleSheets.length];
      const undress = qingdu.dressDocument({ of: "marks", token: "qaaaaaaaaaaaa" });
      document.body.setAttribute("qaaaaaaaaaaaa", "h");
      const display = getComputedStyle(document.body).display;
      document.body.removeAttribute("qaaaaaaaaaaaa");
      counts.push(document.adoptedStyleSheets.length);
      undress();
      undress();
      counts.push(document.adoptedStyleSheets.length);
      return { counts, display, same: document.documentElement.outerHTML === html };
    });
    assert.deepEqual(seen, { counts: [1, 2, 1], display: "none", same: true });
    await page.close();
  });

  it("the document, by the background, which takes nothing out before it is in", async () => {
    const page = await open(true);
    const seen = await page.evaluate(async () => {
      const asked: string[] = [];
      let answer: ((value: unknown) => void) | undefined;
      const port = {
        postMessage: ({ id, message: { ask } }: { id: number; message: { ask: { sheet: { of: string }; on: boolean } } }) => {
          asked.push(`${ask.sheet.of} ${ask.on ? "in" : "out"}`);
          setTimeout(() => {
            asked.push("done");
            answer?.({ id, reply: { ok: true, answer: null } });
          }, 30);
        },
        onMessage: { addListener: (listener: (value: unknown) => void) => (answer = listener) },
        onDisconnect: { addListener: () => undefined },
      };
      Object.assign(chrome, { runtime: { connect: () => port } });
      const html = document.documentElement.outerHTML;
      const undress = qingdu.dressDocument({ of: "reader" });
      undress();
      undress();
      qingdu.dressDocument({ of: "reader" });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { asked, same: document.documentElement.outerHTML === html };
    });
    assert.deepEqual(seen, { asked: ["reader in", "done", "reader out", "done", "reader in", "done"], same: true });
    await page.close();
  });
});
