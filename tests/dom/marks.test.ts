// Marks on thousands of chosen nodes, and the way back: the document must be what it was, node for node.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import type { Browser, Page } from "puppeteer-core";

import { fixture } from "../harness/articles";
import type * as inside from "./inside";
import { openInside, startInside } from "./open";

declare const qingdu: typeof inside;

describe("walker and marks, in a page", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await startInside();
  });
  after(async () => {
    await browser.close();
  });

  async function open(html: string): Promise<void> {
    page = await openInside(browser, html);
  }

  it("give the document back whatever was marked", async () => {
    await open(fixture("zaker-desktop"));
    for (let seed = 1; seed <= 40; seed += 1) {
      const outcome = await page.evaluate(
        (from) => {
          // A small generator, so that a failing round can be run again.
          let state = from;
          const random = (): number => {
            state = (state * 1664525 + 1013904223) >>> 0;
            return state / 4294967296;
          };
          const all = (): Node[] => {
            const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
            const nodes: Node[] = [];
            while (walker.nextNode() !== null) {
              nodes.push(walker.currentNode);
            }
            return nodes;
          };
          const nodesBefore = all();
          const htmlBefore = document.documentElement.outerHTML;
          const marks = new qingdu.Marks(qingdu.newToken());
          const content = document.querySelector("#content");
          const candidates = nodesBefore.filter((node) => content?.contains(node) === true && node !== content);
          const pick = (count: number): Node[] =>
            Array.from({ length: count }, () => candidates[Math.floor(random() * candidates.length)]).filter(
              (node) => node !== undefined,
            );
          const wanted = () =>
            pick(1 + Math.floor(random() * 12)).map((node, at) => {
              const length = node instanceof Text ? node.data.length : 0;
              const isTrim = length > 2 && random() < 0.6;
              const start = Math.floor(random() * (length - 1));
              const end = start + 1 + Math.floor(random() * (length - start));
              return {
                key: String(at),
                level: random() < 0.3 ? ("fold" as const) : ("hide" as const),
                category: "like_share",
                nodes: isTrim ? [] : [node],
                trims: isTrim ? [{ node: node as Text, start, end: Math.min(end, length) }] : [],
              };
            });
          // Twice: what was marked before must come back when other things are.
          const first = wanted();
          marks.show(first, () => random() < 0.5);
          marks.show(first.filter(() => random() < 0.5), () => true);
          marks.show(first, () => false);
          const text = document.body.textContent;
          marks.clear();
          const nodesAfter = all();
          return {
            sameHtml: document.documentElement.outerHTML === htmlBefore,
            sameNodes: nodesAfter.length === nodesBefore.length && nodesAfter.every((node, at) => node === nodesBefore[at]),
            textKept: text.length,
          };
        },
        seed,
      );
      assert.ok(outcome.sameHtml, `another document after seed ${seed}`);
      assert.ok(outcome.sameNodes, `other nodes after seed ${seed}`);
    }
    await page.close();
  });

  it("read a marked page as the page that it was", async () => {
    await open(fixture("zaker-desktop"));
    const [before, during] = await page.evaluate(() => {
      const marks = new qingdu.Marks("qaaaaaaaaaaaa");
      const style = document.createElement("style");
      style.textContent = qingdu.marksCss(marks.token);
      document.head.append(style);
      const read = (): string => {
        return JSON.stringify(qingdu.walk(document.documentElement, "", "", marks)?.snapshot);
      };
      const once = read();
      const bare = [...(document.querySelector("#content")?.childNodes ?? [])].filter(
        (node) => node instanceof Text && node.data.trim() !== "",
      );
      const lines = [...document.querySelectorAll("#content > p")].slice(-4);
      const part = (nodes: Node[], level: "hide" | "fold") => ({ key: level, level, category: "like_share", nodes, trims: [] });
      marks.show([part(bare, "hide"), part(lines, "fold")], () => true);
      return [once, read()];
    });
    assert.ok(before === during, "a marked page reads differently");
    await page.close();
  });

  it("see what is rendered and what is not, and stop at the limits", async () => {
    await open(`<body><p id="a">一</p><p style="display:none">二<b>三</b></p><div hidden><p>四</p></div><p>五</p></body>`);
    const { strings, flags, over } = await page.evaluate(() => {
      const none = { token: "qaaaaaaaaaaaa", isMarked: () => false };
      const walk = qingdu.walk(document.documentElement, "", "", none);
      const strings: string[] = walk?.snapshot.strings ?? [];
      const nodes: number[] = walk?.snapshot.nodes ?? [];
      const flags: string[] = [];
      for (let at = 0; at < nodes.length; at += 3) {
        const name = nodes[at + 1] ?? -1;
        if (name >= 0 && nodes[at + 2] === 1) {
          flags.push(strings[name] ?? "");
        }
      }
      for (let count = 0; count <= qingdu.LIMITS.nodes; count += 1) {
        document.body.append(document.createTextNode("x"));
      }
      return { strings, flags, over: qingdu.walk(document.documentElement, "", "", none) === null };
    });
    assert.deepEqual(flags, ["p", "div"]);
    assert.ok(strings.includes("一") && strings.includes("五"));
    assert.ok(!strings.includes("三") && !strings.includes("四"), "what is hidden was read");
    assert.equal(over, true);
    await page.close();
  });
});
