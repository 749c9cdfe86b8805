// A page with our code in it, and no extension around it.
import { existsSync } from "node:fs";

import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

export async function startInside(): Promise<Browser> {
  const path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  return puppeteer.launch({
    executablePath: process.env["CHROMIUM"] ?? path ?? "",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
  });
}

/** Opens some HTML, with `inside.ts` as `globalThis.qingdu`. */
export async function openInside(browser: Browser, html: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  const { outputFiles } = await build({
    entryPoints: ["tests/dom/inside.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "qingdu",
    banner: { js: "globalThis.chrome = { i18n: { getMessage: (key) => key } };" },
  });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  return page;
}
