// Shows the extension at work on a sample article, under ZAKER's own host name, served from this machine.
// With a display it opens a window and waits until it is closed; without one it prints what was removed and
// the timeline, and saves pictures to out/.
import { mkdirSync } from "node:fs";

import type { Page } from "puppeteer-core";

import { DESKTOP, MOBILE, serveArticles } from "../harness/articles";
import { startChromium, type Options } from "../harness/chromium";
import { Reader, type Driver } from "../harness/driver";
import { startFirefox } from "../harness/firefox";
import { startWeb, type Web } from "../harness/server";

type Start = (web: Web, options?: Options) => Promise<Driver>;
const STARTS: Record<string, Start> = { chromium: startChromium, firefox: startFirefox };

const name = process.argv[2] ?? "chromium";
const start = STARTS[name];
if (start === undefined) {
  throw new Error(`no such browser: ${name} (chromium, firefox)`);
}
const hasDisplay = process.platform !== "linux" || [process.env["DISPLAY"], process.env["WAYLAND_DISPLAY"]].some(Boolean);
const web = await startWeb();
try {
  serveArticles(web);
  await (hasDisplay ? showWindow(start) : printAndPicture(start));
} finally {
  await web.close();
}

async function showWindow(open: Start): Promise<void> {
  const driver = await open(web, { headless: false });
  try {
    await driver.open(DESKTOP);
    console.log(`${DESKTOP} is open in ${name}; close its window to end.`);
    await driver.untilClosed();
  } finally {
    await driver.close();
  }
}

async function printAndPicture(open: Start): Promise<void> {
  mkdirSync("out", { recursive: true });
  for (const dark of [false, true]) {
    const driver = await open(web, { dark });
    try {
      const reader = await Reader.start(driver);
      const shade = dark ? "dark" : "light";
      const page = await driver.open(DESKTOP);
      await settled(reader, page);
      if (!dark) {
        await print(reader, page);
      }
      await picture(page, `${name}-${shade}-wide`);
      await pictureOfPopup(reader, page, `${name}-${shade}-popup`);
      const phone = await driver.open(MOBILE);
      await phone.setViewport({ width: 420, height: 860 });
      await settled(reader, phone);
      // The page adds advertisements 700 ms after it loads; the picture is of what stays.
      await phone.waitForSelector("#late-ad");
      await phone.waitForFunction(() => !document.body.innerText.includes("限时特惠"), { polling: 100 });
      await picture(phone, `${name}-${shade}-narrow`);
    } finally {
      await driver.close();
    }
  }
}

async function settled(reader: Reader, page: Page): Promise<void> {
  await reader.until(page, ({ state, timeline }) => state === "clean" && timeline.state !== "waiting");
}

async function print(reader: Reader, page: Page): Promise<void> {
  const { title, removed, timing } = await reader.ask(page, "status", null);
  console.log(`${name}: ${title}\n\nRemoved:`);
  for (const { category, reason, text, level } of removed) {
    console.log(`  ${level === "fold" ? "folded " : "removed"}  ${category.padEnd(20)} ${reason}：${text.slice(0, 40)}`);
  }
  console.log("\nTimeline:");
  for (const row of await rows(page)) {
    console.log(`  ${row}`);
  }
  const ms = Object.entries(timing).map(([part, took]) => `${part} ${took.toFixed(1)}`);
  console.log(`\nMilliseconds of the first reading: ${ms.join(", ")}`);
}

async function rows(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots = [...document.documentElement.children].map((host) => host.shadowRoot);
    const items = roots.flatMap((root) => [...(root?.querySelectorAll("aside li .row") ?? [])]);
    const part = (item: Element, name: string): string => item.querySelector(name)?.textContent ?? "";
    return items.map((item) => `${part(item, ".when").padEnd(12)} ${part(item, ".badge")} ${part(item, ".headline")}`);
  });
}

async function picture(page: Page, file: string): Promise<void> {
  await page.bringToFront();
  // What opens moves a little.
  await new Promise((resolve) => setTimeout(resolve, 600));
  await page.screenshot({ path: `out/${file}.png` });
  console.log(`out/${file}.png`);
}

async function pictureOfPopup(reader: Reader, page: Page, file: string): Promise<void> {
  const popup = await reader.popup(page);
  try {
    await picture(popup, file);
  } finally {
    await popup.close();
  }
}
