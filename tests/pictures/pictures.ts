// The pictures of README and stores, taken in real browsers: `npm run pictures`. No picture is put together from others.
import { mkdirSync, readFileSync } from "node:fs";

import type { Page, ScreenshotClip } from "puppeteer-core";

import { bare } from "../harness/articles";
import { startChromium } from "../harness/chromium";
import { Reader, type Driver } from "../harness/driver";
import { startFirefox } from "../harness/firefox";
import { startWeb, type Web } from "../harness/server";

/** What the stores ask for. */
const STORE = { width: 1280, height: 800 };

/** The languages of the stores, by the folders below docs/store. */
const LANGUAGES = { zh_CN: "zh-CN", en: "en-US" } as const;

/** Where the sample article stands; the id holds its time. */
const ARTICLE = "https://www.myzaker.com/article/69b9fdc0000000000000c3c3";

const web = await startWeb();
try {
  serveSample(web);
  for (const [folder, language] of Object.entries(LANGUAGES)) {
    mkdirSync(`docs/store/${folder}`, { recursive: true });
    await inBrowser(await startChromium(web, { ...STORE, language }), (reader) => forStores(reader, `docs/store/${folder}`));
  }
  mkdirSync("docs/images", { recursive: true });
  await inBrowser(await startChromium(web, STORE), forReadme);
  await inBrowser(await startFirefox(web, { ...STORE, dark: true }), async (reader) => {
    const page = await openArticle(reader);
    await inReader(reader, page);
    await take(page, "docs/images/reader-dark.png");
  });
} finally {
  await web.close();
}

/** The sample article of the first steps as a page of the web: without the guide, and without our scripts. */
function serveSample(to: Web): void {
  const file = (name: string): string => readFileSync(`extension/welcome/${name}`, "utf8");
  const body = file("welcome.html")
    .replaceAll(/<script .*<\/script>/g, "")
    .replace('<div id="guide"></div>', "");
  to.serve(bare(ARTICLE), { body });
  const alone = "body { display: block; max-width: 748px; margin: 0 auto; padding: 0 24px 60vh; }";
  to.serve("www.myzaker.com/article/sample.css", { body: `${file("sample.css")}${alone}`, type: "text/css" });
  to.serve("www.myzaker.com/article/sample.svg", { body: file("sample.svg"), type: "image/svg+xml" });
}

async function inBrowser(driver: Driver, work: (reader: Reader) => Promise<void>): Promise<void> {
  try {
    await work(await Reader.start(driver));
  } finally {
    await driver.close();
  }
}

async function forStores(reader: Reader, folder: string): Promise<void> {
  const page = await openArticle(reader);
  await take(page, `${folder}/1-timeline.png`);
  await toTheEnd(page, "end");
  await take(page, `${folder}/2-clean.png`);
  await inReader(reader, page);
  await take(page, `${folder}/3-reader.png`);
  for (const [name, path] of [["4-first-steps", "welcome.html"], ["5-settings", "options.html"]] as const) {
    const own = await reader.driver.openOwn(path);
    await own.setViewport(STORE);
    await take(own, `${folder}/${name}.png`);
    await own.close();
  }
}

async function forReadme(reader: Reader): Promise<void> {
  const page = await openArticle(reader);
  await take(page, "docs/images/timeline.png");
  const popup = await reader.popup(page);
  await popup.click('[data-category="like_share"]');
  const height = await popup.evaluate(() => document.documentElement.scrollHeight);
  await popup.setViewport({ width: Reader.POPUP.width, height });
  await take(popup, "docs/images/popup.png");
  await popup.close();
  await inReader(reader, page);
  await take(page, "docs/images/reader.png");
  await page.close();

  // The same place of the same page, with and without.
  const other = await openArticle(reader);
  await reader.ask(other, "timeline", { open: false });
  await toTheEnd(other, "start");
  const clip = { x: 230, y: 0, width: 820, height: 640 };
  await take(other, "docs/images/after.png", clip);
  await reader.ask(other, "run", { on: false });
  await take(other, "docs/images/before.png", clip);
}

async function openArticle(reader: Reader): Promise<Page> {
  const page = await reader.driver.open(ARTICLE);
  await reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state === "ready");
  return page;
}

async function inReader(reader: Reader, page: Page): Promise<void> {
  await reader.ask(page, "reader", { open: true });
  await reader.until(page, (status) => status.reader);
}

/** Where the last paragraph of the article stands: below it the promotion begins. */
async function toTheEnd(page: Page, block: "start" | "end"): Promise<void> {
  await page.evaluate((edge) => {
    const paragraphs = [...document.querySelectorAll<HTMLElement>("article p")].filter(({ innerText }) => innerText.length > 40);
    paragraphs.at(-2)?.scrollIntoView({ block: edge, behavior: "instant" });
    scrollBy({ top: edge === "start" ? -40 : 260, behavior: "instant" });
  }, block);
}

async function take(page: Page, path: string, clip?: ScreenshotClip): Promise<void> {
  await page.bringToFront();
  // What opens moves a little.
  await new Promise((resolve) => setTimeout(resolve, 700));
  // A clip is a part of what is in sight; puppeteer counts from the top of the page.
  const scrolled = await page.evaluate(() => scrollY);
  const part = clip === undefined ? {} : { clip: { ...clip, y: clip.y + scrolled } };
  await page.screenshot({ path: path, captureBeyondViewport: false, ...part });
  console.log(path);
}
