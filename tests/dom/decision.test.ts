// The decision whether a page is an article, on every page of the fixtures: cheap as it is, it says what reading the whole
// page says, and what is certain at sight is never wrong.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { build } from "esbuild";
import puppeteer from "puppeteer-core";

import { pageOf, USUAL } from "../../benches/page";
import type * as inside from "./deciding";

declare const deciding: typeof inside;

const FOLDERS = ["crate/cli/tests/accepted", "tests/pages/reader", "crate/cli/tests/refused"];

describe("the decision whether a page is an article", () => {
  it("is that of the whole reading, on every page of the fixtures", async () => {
    const path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
    const browser = await puppeteer.launch({
      executablePath: process.env["CHROMIUM"] ?? path ?? "",
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run"],
    });
    try {
      const page = await browser.newPage();
      const { outputFiles } = await build({
        entryPoints: ["tests/dom/deciding.ts"],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "deciding",
        alias: { engine: `${process.cwd()}/build/engine/qingdu.js` },
        define: { "import.meta.url": '""' },
        logLevel: "error",
      });
      const script = outputFiles[0]?.text ?? "";
      await page.evaluate(script.replace(/^"use strict";\s*var deciding =/, "globalThis.deciding ="));
      await page.evaluate((bytes) => deciding.load(bytes), readFileSync("build/engine/qingdu_bg.wasm").toString("base64"));
      const decide = async (html: string): Promise<ReturnType<typeof inside.decisions>> =>
        page.evaluate(inPage, html, /^<!-- url: (\S+) -->/.exec(html)?.[1] ?? "");
      for (const file of FOLDERS.flatMap(pagesOf)) {
        const { sure, decided, read } = await decide(readFileSync(file, "utf8"));
        assert.equal(decided, read, `${file}: decided is not what was read`);
        assert.ok(!sure || read === null, `${file}: certain at sight, and no article`);
      }
      const usual = await decide(pageOf(USUAL));
      assert.deepEqual(usual, { sure: true, decided: null, read: null });
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page: puts another document in its place, whose scripts do not run. */
function inPage(html: string, url: string): ReturnType<typeof inside.decisions> {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
  return deciding.decisions(url);
}

function pagesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".html"))
    .map((name) => `${folder}/${name}`);
}
