// The reader mode as the tests see it.
import { readdirSync, readFileSync } from "node:fs";

import type { Page } from "puppeteer-core";

import type { Scene } from "./each";

export interface ReaderPage {
  name: string;
  url: string;
  html: string;
  /** Title, the line below it, then the body a line each. */
  expected: string[];
}

/** The pages in `tests/pages/reader`, in the templates of known sites. */
export function readerPages(): ReaderPage[] {
  const folder = "tests/pages/reader";
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return names.map((file) => {
    const html = readFileSync(`${folder}/${file}`, "utf8");
    const url = /<!-- url: (.*) -->/.exec(html)?.[1] ?? "";
    const expected = readFileSync(`${folder}/${file.replace(".html", ".txt")}`, "utf8").trim().split("\n");
    return { name: file.replace(".html", ""), url, html: html.slice(html.indexOf("<!doctype")), expected };
  });
}

/** Opens the reader mode over a page by hand, and lets the test see into it. */
export async function openReader(scene: Scene, page: Page): Promise<void> {
  await inject(scene, page);
  await scene.reader.ask(page, "reader", { open: true });
  await scene.reader.until(page, ({ reader }) => reader);
  await scene.reader.driver.openShadows(page);
}

/** Starts the content script in a page, as the popup does. */
async function inject(scene: Scene, page: Page): Promise<void> {
  const tab = await scene.reader.tabOf(page);
  await scene.reader.privileged(async (id) => {
    await chrome.scripting.executeScript({ target: { tabId: id }, files: ["content.js"] });
  }, tab);
}

/** What the reader mode shows: title, the line below it, then the body a line each; pictures as `〔图〕`. */
export async function shownInReader(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = [...document.documentElement.children].map((one) => one.shadowRoot).find((one) => one?.querySelector("dialog"));
    const article = root?.querySelector("article");
    const about = [...(article?.querySelectorAll(".about > span") ?? [])].map((span) => span.textContent.replaceAll(/\s/g, ""));
    const lines: string[] = [article?.querySelector("h1")?.textContent ?? "", about.join("·")];
    for (const element of article?.querySelectorAll("h2, h3, h4, p, figcaption, pre, img, .elsewhere") ?? []) {
      if (!element.classList.contains("about")) {
        lines.push(element.localName === "img" ? "〔图〕" : element.textContent);
      }
    }
    return lines;
  });
}
