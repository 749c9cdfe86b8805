// "Is this an article?": ours beside Mozilla Readability on the same pages of 5,000 nodes, in the same world of the same
// browser: one page that is certain at sight, and the same text in a form that is not, which takes the walk and the core.
// Wanted is a third of its time; `--smoke`, for busy machines, fails only where it is far beyond.
import { readFileSync } from "node:fs";

import { build } from "esbuild";
import type { Page } from "puppeteer-core";

import { startChromium } from "../tests/harness/chromium";
import type { Driver } from "../tests/harness/driver";
import { startFirefox } from "../tests/harness/firefox";
import { startWeb, type Web } from "../tests/harness/server";
import type { Decision } from "./decision.page";
import { LARGE, pageOf } from "./page";

const PAGES = [
  { address: "www.zaker-bench.test/2026/0318/5000.html", body: pageOf(LARGE), sure: true },
  // The same text as bare lines with breaks between them.
  {
    address: "www.zaker-bench.test/2026/0318/5001.html",
    body: pageOf(LARGE).replace(/<p>([^<]*（之\d+）)<\/p>/g, "$1<br>"),
    sure: false,
  },
];
const WANTED = 1 / 3;

const smoke = process.argv.includes("--smoke");
const rounds = smoke ? 15 : 60;
/** A browser compiles both better the longer they run: these rounds are not counted. */
const warmUp = smoke ? 5 : 150;
const tolerance = smoke ? 4 : 1;

type Round = Decision & { readability: number };

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
  for (const { address, body } of PAGES) {
    web.serve(address, { body });
  }
  for (const start of [startChromium, startFirefox]) {
    for (const page of PAGES) {
      if (await bench(start, page)) {
        process.exitCode = 1;
      }
    }
  }
} finally {
  await web.close();
}

async function bench(start: (web: Web) => Promise<Driver>, { address, sure }: (typeof PAGES)[number]): Promise<boolean> {
  const driver = await start(web);
  try {
    const page = await driver.open(`https://${address}`);
    await page.evaluate(script);
    await page.evaluate(`(() => { ${readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8")}; globalThis.Readability = Readability; })()`);
    await page.evaluate((bytes) => (globalThis as unknown as World).ours.load(bytes), engine);
    const samples: Round[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const sample = await once(page, round % 2 === 0);
      if (round >= warmUp) {
        samples.push(sample);
      }
      if (!sample.isArticle || sample.sure !== sure) {
        throw new Error(`the page is an article${sure ? ", and certain at sight" : ""}`);
      }
    }
    return report(driver.name, await nodesOf(page), samples);
  } finally {
    await driver.close();
  }
}

interface World {
  ours: { decide(): Decision; load(bytes: string): Promise<void> };
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
    const decision = ours.decide();
    return { ...decision, readability: early ?? theirs() };
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
  const of = (key: "sight" | "walk" | "core" | "readability"): string =>
    median(samples.map((sample) => sample[key])).toFixed(2);
  const ratio = median(samples.map(({ sight, walk, core }) => sight + walk + core)) / median(samples.map(({ readability }) => readability));
  console.log(
    `${name}: ${nodes} nodes; ratio ${ratio.toFixed(2)} (wanted ${WANTED.toFixed(2)}): ` +
      `sight ${of("sight")} + walk ${of("walk")} + core ${of("core")} ms, Readability ${of("readability")} ms`,
  );
  return ratio > WANTED * tolerance;
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
