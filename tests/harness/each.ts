// One suite, both browsers: `BROWSERS=firefox` runs it in one of them.
import { after, before, describe } from "node:test";

import type { Page } from "puppeteer-core";

import { setSite } from "./settings";
import { DESKTOP, serveArticles } from "./articles";
import { startChromium, type Options } from "./chromium";
import { Reader, type Driver } from "./driver";
import { startFirefox } from "./firefox";
import { startWeb, type Web } from "./server";

const STARTS: Record<string, (web: Web, options?: Options) => Promise<Driver>> = { chromium: startChromium, firefox: startFirefox };

/** What a suite gets: filled in before its first test. */
export interface Scene {
  reader: Reader;
  web: Web;
  /** Opens a page and closes it when the work is done. */
  on(url: string, work: (page: Page) => Promise<void>): Promise<void>;
}

/** Describes a suite in every browser; a browser is closed whatever happens. */
export function inEachBrowser(name: string, suite: (scene: Scene) => void, options: Options = {}): void {
  const wanted = process.env["BROWSERS"]?.split(",") ?? Object.keys(STARTS);
  for (const browser of wanted) {
    const start = STARTS[browser];
    if (start === undefined) {
      throw new Error(`no such browser: ${browser}`);
    }
    describe(`${name}, in ${browser}`, () => {
      const scene = { on: (url, work) => onPage(scene.reader, url, work) } as Scene;
      before(async () => {
        scene.web = await startWeb();
        serveArticles(scene.web);
        const driver = await start(scene.web, options);
        try {
          scene.reader = await Reader.start(driver);
        } catch (fault) {
          await driver.close();
          throw fault;
        }
      });
      after(async () => {
        // Where `before` failed there is nothing to close.
        const { reader, web } = scene as Partial<Scene>;
        try {
          await reader?.close();
        } finally {
          await web?.close();
        }
      });
      suite(scene);
    });
  }
}

/** Opens a page that the extension leaves alone until it is told to read it. */
export async function onQuiet(scene: Scene, work: (page: Page) => Promise<void>, url = DESKTOP): Promise<void> {
  await setSite(scene.reader, false);
  try {
    await scene.on(url, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "off");
      await work(page);
    });
  } finally {
    await setSite(scene.reader, true);
  }
}

async function onPage(reader: Reader, url: string, work: (page: Page) => Promise<void>): Promise<void> {
  const page = await reader.driver.open(url);
  try {
    await work(page);
  } finally {
    await page.close();
  }
}
