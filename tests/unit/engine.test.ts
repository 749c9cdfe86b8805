// The core as the background holds it, with what it fetches counted.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { datedEventsOf, readPage } from "../../extension/background/engine";
import { crossing } from "../../extension/content/crossing";

const FILES: Record<string, string> = { "engine.wasm": "qingdu_bg.wasm", "dictionary.pack": "dictionary.pack" };
const fetched: string[] = [];

Object.assign(globalThis, {
  chrome: { runtime: { getURL: (name: string) => name } },
  fetch: (name: string) => {
    fetched.push(name);
    const headers = { "content-type": "application/wasm" };
    return Promise.resolve(new Response(readFileSync(`build/engine/${FILES[name] ?? ""}`), { headers }));
  },
});

const PARAGRAPHS = [
  "2025年3月4日，澜宁市图书馆新馆开工建设，总建筑面积四万平方米，预计两年后完工。市文化局表示，老馆会一直开放到搬迁之日。",
  "今年9月12日，新馆主体结构封顶，比原定计划提前了二十天。施工方介绍，工人们在雨季里把钢梁全部吊装到位，没有发生一起事故。",
  "昨天，图书馆公布了首批藏书的搬运方案，三百万册图书将分批运往新馆，读者在搬运期间仍可预约借阅。",
];

/** A page of elements with one text each, all in the body. */
function pageOf(url: string, elements: [name: string, text: string][]): ReturnType<typeof crossing> {
  const strings = ["html", "body", ...new Set(elements.flat())];
  const nodes = [-1, 0, 0, 0, 1, 0];
  for (const [name, text] of elements) {
    nodes.push(1, strings.indexOf(name), 0, nodes.length / 3, -1, strings.indexOf(text));
  }
  return crossing({ url, title: "澜宁图书馆新馆主体封顶", strings, nodes, attributes: [] });
}

test("the dictionary is fetched for an article and for no other page", async () => {
  const list = pageOf("https://www.example.cn/news/", [["p", "首页"], ["p", "国内"], ["p", "国际"]]);
  const listed = JSON.parse(await readPage({ key: "list", page: list, options: { off: [], rules: "", keep: [] } })) as { article: { isArticle: boolean } };
  assert.equal(listed.article.isArticle, false);
  assert.equal(await datedEventsOf("list"), "[]");
  assert.deepEqual(fetched, ["engine.wasm"]);

  const article = pageOf("https://www.example.cn/news/20251112/1.html", [
    ["h1", "澜宁图书馆新馆主体封顶"],
    ...PARAGRAPHS.map((text): [string, string] => ["p", text]),
  ]);
  await readPage({ key: "article", page: article, options: { off: [], rules: "", keep: [], published: "2025-11-12T10:00:00+08:00" } });
  const entries = JSON.parse((await datedEventsOf("article")) ?? "[]") as unknown[];
  assert.ok(entries.length >= 2, `${entries.length} entries`);
  assert.deepEqual(fetched, ["engine.wasm", "dictionary.pack"]);
  assert.equal(await datedEventsOf("list"), null, "another page was read since");
});
