// The timeline of an article beside Mozilla Readability on its page, in one run, as a ratio of medians. The time is
// from the answer that cleans the page to the timeline: the page-local dictionary is built in it, and the marks are
// made meanwhile, so it is no less than what the timeline takes. `--smoke` runs fewer rounds and fails only where
// the ratio is far beyond.
import { Reader, type Driver } from "../tests/harness/driver";
import { setSite } from "../tests/harness/settings";
import { inBrowsers } from "./browsers";
import { pageOf, USUAL } from "./page";
import { loadReadability, median, pause, readability } from "./peer";

const PAGE = "www.myzaker.com/article/69b9fdc0000000000000be1e";
/** What was promised: less than Readability's time. */
const PROMISED = 1;
/** The article that was promised about, in letters; the page's is no shorter. */
const LETTERS = 3500;

const smoke = process.argv.includes("--smoke");
const rounds = smoke ? 8 : 30;
const tolerance = smoke ? 2 : 1;
const WARM_UP = 4;

await inBrowsers({ [PAGE]: pageOf({ ...USUAL, paragraphs: 39 }) }, bench);

async function bench(driver: Driver): Promise<boolean> {
  const reader = await Reader.start(driver);
  await setSite(reader, false);
  const page = await driver.open(`https://${PAGE}`);
  await reader.until(page, ({ state }) => state === "off");
  await loadReadability(page);
  const letters = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("#content p")].map((paragraph) => paragraph.textContent);
    return texts.join("").replace(/\s/gu, "").length;
  });
  if (letters < LETTERS) {
    throw new Error(`the article has ${letters} letters, ${LETTERS} were promised about`);
  }
  const [ours, alone, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const first = round % 2 === 0 ? await readability(page) : null;
    const { timing } = await reader.ask(page, "run", { on: true });
    await reader.ask(page, "run", { on: false });
    // The toolbar's button is drawn after that; it is no part of the next reading.
    await pause(60);
    const peer = first ?? (await readability(page));
    if (round >= WARM_UP) {
      ours.push(timing.marks + timing.timeline);
      alone.push(timing.timeline);
      theirs.push(peer);
    }
  }
  const ratio = median(ours) / median(theirs);
  const waited = `of it ${median(alone).toFixed(1)} behind the marks`;
  const told = `timeline ${median(ours).toFixed(1)} ms (${waited}), Readability ${median(theirs).toFixed(1)} ms`;
  console.log(`${driver.name}: ${letters} letters, medians of ${rounds}: ${told}, ratio ${ratio.toFixed(2)}`);
  return ratio > PROMISED * tolerance;
}
