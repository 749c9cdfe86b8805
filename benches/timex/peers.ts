// Our tagger beside the ones that JavaScript has for Chinese, over the same articles in one process, round by
// round in turns, medians: a machine's own speed cancels out. What each finds is printed beside how long it takes,
// because to find little is quick. `--smoke` runs three rounds, to see that everything runs.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

import * as chrono from "chrono-node";

import { initSync, times } from "engine";

const PUBLISHED = "2025-11-12T10:00:00";
const rounds = process.argv.includes("--smoke") ? 3 : 11;

const reference = new Date(PUBLISHED);
// Its package is no ES module.
const dateTime = createRequire(import.meta.url)(
  "@microsoft/recognizers-text-date-time",
) as typeof import("@microsoft/recognizers-text-date-time");
const recognizers = new dateTime.DateTimeRecognizer(dateTime.Culture.Chinese).getDateTimeModel();

/** Gives how many expressions it finds in a text. */
type Tagger = (text: string) => number;

const taggers: Record<string, Tagger> = {
  "qingdu (wasm)": (text) => (JSON.parse(times(text, PUBLISHED)) as unknown[]).length,
  "chrono-node 2.10.3 (zh)": (text) => chrono.zh.hans.parse(text, reference).length,
  "Recognizers-Text 1.3.2": (text) => recognizers.parse(text, reference).length,
};

initSync({ module: readFileSync("build/engine/qingdu_bg.wasm") });
const texts = articles();
const letters = texts.reduce((sum, text) => sum + text.length, 0);
const took = new Map(Object.keys(taggers).map((name) => [name, [] as number[]]));
const found = new Map<string, number>();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, tag] of Object.entries(taggers)) {
    const before = performance.now();
    found.set(
      name,
      texts.reduce((sum, text) => sum + tag(text), 0),
    );
    took.get(name)?.push(performance.now() - before);
  }
}
report();

function report(): void {
  console.log(`${texts.length} articles, ${letters} letters, medians of ${rounds} rounds`);
  const ours = median(took.get("qingdu (wasm)") ?? []);
  for (const [name, samples] of took) {
    const ms = median(samples);
    const speed = Math.round(letters / ms).toLocaleString("en");
    const ratio = (ms / ours).toFixed(1);
    console.log(`  ${name.padEnd(24)} ${speed.padStart(8)} letters/ms  ${ratio.padStart(7)} × our time  ${found.get(name) ?? 0} found`);
  }
  // What was promised: 20 times as fast as a tool that finds as much, and faster than chrono-node, which finds half; of
  // that a half again is left to the machine.
  const promised = { "Recognizers-Text 1.3.2": 20, "chrono-node 2.10.3 (zh)": 1 / 1.5 };
  for (const [name, times] of Object.entries(promised)) {
    if (median(took.get(name) ?? []) < times * ours) {
      console.error(`less than ${times.toFixed(1)} times as fast as ${name}`);
      process.exitCode = 1;
    }
  }
}

/** The articles of the timeline's gold and of the tagger's, whose marks are taken out. */
function articles(): string[] {
  const stories = readdirSync("crate/cli/tests/timeline", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `crate/cli/tests/timeline/${name}/article.txt`);
  const tagged = readdirSync("crate/core/tests/timex/articles").map((name) => `crate/core/tests/timex/articles/${name}`);
  return [...stories, ...tagged].map((path) => readFileSync(path, "utf8").replaceAll(/\[([^\]=]*)=[^\]]*\]/g, "$1"));
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
