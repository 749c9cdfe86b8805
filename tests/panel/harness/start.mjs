// Builds the harness's extension, serves its page under a strict policy, and opens it in a real browser.
import { build } from "esbuild";
import puppeteer from "puppeteer-core";
import { createServer } from "node:http";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allowSizing, waitByAsking } from "../../harness/older.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const TYPES = { "/": "text/html; charset=utf-8", "/page.css": "text/css" };

/** The built extension's folder and the page's address. */
export async function prepare() {
  const folder = await mkdtemp(join(tmpdir(), "panel-harness-"));
  await build({
    entryPoints: [join(here, "content.ts"), join(here, "background.ts")], outdir: folder, bundle: true, format: "iife", charset: "utf8",
    target: ["chrome121", "firefox140"], logLevel: "warning",
  });
  await cp(join(here, "manifest.json"), join(folder, "manifest.json"));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const type = TYPES[pathname];
    if (!type) return response.writeHead(404).end();
    response.setHeader("content-type", type);
    response.setHeader("content-security-policy", "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'");
    response.end(await readFile(join(here, pathname === "/" ? "page.html" : pathname)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    folder,
    url: `http://127.0.0.1:${server.address().port}/`,
    async close() {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A browser with the extension in it. `dark`, `still` and `forced` are asked for by preference where the protocol cannot. */
export async function launch(name, folder, { dark = false, still = true, forced = false, downloads = tmpdir(), width = 1440, height = 900 } = {}) {
  const size = { width, height };
  const browser = await puppeteer.launch(name === "firefox"
    ? {
      browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", defaultViewport: size,
      extraPrefsFirefox: {
        "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1, "ui.prefersReducedMotion": still ? 1 : 0,
        // The reader's own colours always: what Windows' contrast themes ask for.
        ...(forced ? { "browser.display.document_color_use": 2 } : {}),
        "dom.events.testing.asyncClipboard": true,
        "browser.download.folderList": 2, "browser.download.dir": downloads, "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk": "text/calendar,text/csv,application/ld+json,application/json",
      },
    }
    : {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", pipe: true, enableExtensions: true, defaultViewport: size,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
  if (name === "firefox") allowSizing(browser);
  await browser.installExtension(folder);
  if (name === "chromium") {
    const session = await browser.target().createCDPSession();
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  }
  return {
    browser,
    async open(url) {
      const page = await browser.newPage();
      if (name === "chromium") {
        await page.emulateMediaFeatures([
          { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
          { name: "prefers-reduced-motion", value: still ? "reduce" : "no-preference" },
        ]);
      }
      // Puppeteer itself refuses this feature.
      if (name === "chromium" && forced) {
        await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
      }
      if (name === "firefox") waitByAsking(page);
      await page.goto(url);
      await page.waitForFunction(() => [...document.querySelector(":root").children].some((child) => child.shadowRoot));
      return page;
    },
  };
}
