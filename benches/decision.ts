// "Is this an article?": walk and core beside Mozilla Readability on the same page of 5,000 nodes, in the same world of
// the same browser. Wanted is a third of its time; `--smoke`, for busy machines, fails only where it is far beyond.
import { readFileSync } from "node:fs";

import { build } from "esbuild";
import type { Page } from "puppeteer-core";

import { startChromium } from "../tests/harness/chromium";
import type { Driver } from "../tests/harness/driver";
import { startFirefox } from "../tests/harness/firefox";
import { startWeb, type Web } from "../tests/harness/server";
import { LARGE, pageOf } from "./page";

const ADDRESS = "www.zaker-bench.test/2026/0318/5000.html";
const WANTED = 1 / 3;

const smoke = process.argv.includes("--smoke");
const rounds = smoke ? 15 : 60;
/** A browser compiles both better the longer they run: these rounds are not counted. */
const warmUp = smoke ? 5 : 150;
const tolerance = smoke ? 4 : 1;

interface Round {
  walk: number;
  core: number;
  readability: number;
}

const bundled = await build({
  entryPoints: ["benches/decision.page.ts"],
  bundle: true,
  write: false,
  format: "iife",
  alias: { engine: `${process.cwd()}/build/engine/qingdu.js` },
  define: { "import.meta.url": '""' },
  logLevel: "error",
});
const script = bundled.outputFiles[0]?.text ?? "";
const engine = readFileSync("build/engine/qingdu_bg.wasm").toString("base64");

const web = await startWeb();
try {
  web.serve(ADDRESS, { body: pageOf(LARGE) });
  for (const start of [startChromium, startFirefox]) {
    if (await bench(start)) {
      process.exitCode = 1;
    }
  }
} finally {
  await web.close();
}

async function bench(start: (web: Web) => Promise<Driver>): Promise<boolean> {
  const driver = await start(web);
  try {
    const page = await driver.open(`https://${ADDRESS}`);
    await page.evaluate(script);
    await page.evaluate(`(() => { ${readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8")}; globalThis.Readability = Readability; })()`);
    await page.evaluate((bytes) => (globalThis as unknown as World).ours.load(bytes), engine);
    const samples: Round[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const sample = await once(page, round % 2 === 0);
      if (round >= warmUp) {
        samples.push(sample);
      }
    }
    return report(driver.name, await nodesOf(page), samples);
  } finally {
    await driver.close();
  }
}

interface World {
  ours: { decide(): { walk: number; core: number; isArticle: boolean }; load(bytes: string): Promise<void> };
  Readability: new (of: Document) => { parse(): unknown };
}

async function once(page: Page, oursFirst: boolean): Promise<Round> {
  return page.evaluate((first) => {
    const { ours, Readability } = globalThis as unknown as World;
    const theirs = (): number => {
      const before = performance.now();
      new Readability(document.cloneNode(true) as Document).parse();
      return performance.now() - before;
    };
    const early = first ? null : theirs();
    const { walk, core, isArticle } = ours.decide();
    if (!isArticle) {
      throw new Error("the page is an article");
    }
    return { walk, core, readability: early ?? theirs() };
  }, oursFirst);
}

async function nodesOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    let nodes = 0;
    while (walker.nextNode() !== null) {
      nodes += 1;
    }
    return nodes;
  });
}

function report(name: string, nodes: number, samples: Round[]): boolean {
  const of = (key: keyof Round): number => median(samples.map((sample) => sample[key]));
  const ours = median(samples.map(({ walk, core }) => walk + core));
  const ratio = ours / of("readability");
  console.log(
    `${name}: ${nodes} nodes; decision ${ours.toFixed(1)} ms (walk ${of("walk").toFixed(1)}, core ${of("core").toFixed(1)}), ` +
      `Readability ${of("readability").toFixed(1)} ms, ratio ${ratio.toFixed(2)} (wanted ${WANTED.toFixed(2)})`,
  );
  return ratio > WANTED * tolerance;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
