// Firefox with the extension, over WebDriver BiDi.
import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { resolve } from "node:path";

import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { readClipboard, SHOW_SHADOW, WELCOME, type Options } from "./chromium";
import { closeBrowser } from "./close";
import type { Driver } from "./driver";
import { allowSizing, waitByAsking } from "./older.mjs";
import type { Web } from "./server";
import { spoken } from "./spoken";

const PLACES = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

const GECKO_ID = "qingdu@qingdu.invalid";

/** The extension's address, fixed so that its pages can be opened. */
const ADDRESS = "moz-extension://5f1d9a4e-0c1b-4f7e-9d2a-3b8e6c7f0a11";

export async function startFirefox(web: Web, options: Options = {}): Promise<Driver> {
  const executablePath = process.env["FIREFOX"] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error("no Firefox was found; set FIREFOX to its path");
  }
  const { width = 1440, height = 900, language = "zh-CN", headless = true } = options;
  const folder = await spoken("dist/firefox", language);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width, height } : null,
    args: ["-remote-allow-system-access", `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [GECKO_ID]: new URL(ADDRESS).host }),
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": web.plain,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": web.plain,
      "network.proxy.allow_hijacking_localhost": false,
      "dom.events.testing.asyncClipboard": options.headless !== false,
      "dom.security.https_first": false,
      "extensions.webextOptionalPermissionPrompts": options.yes !== true,
      "intl.locale.requested": language,
      "intl.accept_languages": language,
      "privacy.reduceTimerPrecision": false,
      "layout.css.prefers-color-scheme.content-override": options.dark === true ? 0 : 1,
      "ui.systemUsesDarkTheme": options.dark === true ? 1 : 0,
    },
  });
  allowSizing(browser);
  try {
    await browser.installExtension(resolve(folder));
    const firefox = new Firefox(browser, folder);
    await firefox.closeWelcome();
    return firefox;
  } catch (fault) {
    await browser.close();
    throw fault;
  }
}

/** What puppeteer does not name: the connection, and the context of a page. */
interface Connection {
  send(method: string, params: object): Promise<{ result: Record<string, unknown> }>;
}

class Firefox implements Driver {
  readonly name = "firefox";

  /** A tab with the browser's own rights. */
  private chrome: Promise<string> | null = null;

  constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  welcomed = 0;

  /** Closes the tab that opens after the installation. The extension's own pages are no pages to puppeteer. */
  async closeWelcome(patience = 15_000): Promise<void> {
    const end = Date.now() + patience;
    while (this.welcomed === 0) {
      const tree = await this.connection().send("browsingContext.getTree", {});
      const all = tree.result["contexts"] as { context: string; url: string }[];
      for (const { context } of all.filter(({ url }) => url === `${ADDRESS}/${WELCOME}`)) {
        await this.connection().send("browsingContext.close", { context });
        this.welcomed += 1;
      }
      if (Date.now() > end) {
        throw new Error("the installation opened no page");
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async open(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url, { waitUntil: "load" });
    return waitByAsking(page);
  }

  async openOwn(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    await this.connection().send("browsingContext.navigate", {
      context,
      url: `${ADDRESS}/${path}`,
      wait: "complete",
    });
    return waitByAsking(page);
  }

  async openPopup(): Promise<null> {
    return Promise.resolve(null);
  }

  async press(command: string, page: Page): Promise<void> {
    await page.bringToFront();
    const letter = keyOf(command);
    await this.inChrome(
      `const keys = [...document.querySelectorAll("keyset[id^='ext-keyset'] key")];
       const key = keys.find((one) => one.getAttribute("key").toUpperCase() === "${letter}");
       key.doCommand();`,
    );
  }

  async tell(): Promise<void> {
    return Promise.reject(new Error("no test can hand Firefox's event page an event"));
  }

  async hasEntry(name: string): Promise<boolean> {
    const answer = await this.inChrome(
      `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
       const extension = ExtensionParent.GlobalManager.getExtension("${GECKO_ID}");
       await extension.promiseBackgroundStarted?.();
       const { ExtensionMenus } = ChromeUtils.importESModule("resource://gre/modules/ExtensionMenus.sys.mjs");
       return ExtensionMenus.getMenus(extension).has("${name}");`,
    );
    return (answer as { value: boolean }).value;
  }

  async choose(name: string, page: Page, link?: string): Promise<void> {
    await page.bringToFront();
    await this.inChrome(
      `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
       const extension = ExtensionParent.GlobalManager.getExtension("${GECKO_ID}");
       const info = { menuItemId: "${name}", editable: false, modifiers: [], linkUrl: ${JSON.stringify(link ?? null)} ?? undefined };
       extension.emit("webext-menu-menuitem-click", info, gBrowser.selectedTab);`,
    );
  }

  async grantAll(): Promise<boolean> {
    await this.inChrome(`Services.prefs.setBoolPref("extensions.webextOptionalPermissionPrompts", false);`);
    return true;
  }

  async stopBackground(): Promise<void> {
    await this.inChrome(
      `const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
       await ExtensionParent.GlobalManager.getExtension("${GECKO_ID}").terminateBackground();`,
    );
  }

  async openShadows(page: Page): Promise<void> {
    const context = (page.mainFrame() as unknown as { _id: string })._id;
    const answer = await this.connection().send("script.evaluate", {
      expression: "document.documentElement",
      target: { context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: "all" },
    });
    const { result } = answer as unknown as { result: { result: Remote } };
    for (const host of result.result.value?.children ?? []) {
      const inside = host.value?.shadowRoot;
      if (inside != null && host.value?.mode !== "open" && inside.value?.mode === "closed") {
        await this.connection().send("script.callFunction", {
          functionDeclaration: SHOW_SHADOW,
          target: { context },
          awaitPromise: false,
          arguments: [{ sharedId: host.sharedId }, { sharedId: inside.sharedId }],
        });
      }
    }
  }

  async clipboard(page: Page): Promise<{ plain: string; html: string }> {
    await page.bringToFront();
    return page.evaluate(readClipboard);
  }

  async untilClosed(): Promise<void> {
    await new Promise((resolve) => this.browser.once("disconnected", resolve));
  }

  async close(): Promise<void> {
    await closeBrowser(this.browser);
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs a script with the browser's own rights; `document` and `gBrowser` are those of its window. */
  private async inChrome(script: string): Promise<unknown> {
    this.chrome ??= this.openChrome();
    const answer = await this.connection().send("script.evaluate", {
      expression: `(async ({ document, gBrowser }) => { ${script} })(Services.wm.getMostRecentWindow("navigator:browser"))`,
      target: { context: await this.chrome },
      awaitPromise: true,
    });
    if (answer.result["type"] === "exception") {
      throw new Error(JSON.stringify(answer.result["exceptionDetails"]));
    }
    return answer.result["result"];
  }

  /** One of the browser's own pages in the background: Firefox 140 does not lead tests to its windows themselves. */
  private async openChrome(): Promise<string> {
    const made = await this.connection().send("browsingContext.create", { type: "tab", background: true });
    const context = made.result["context"] as string;
    await this.connection().send("browsingContext.navigate", { context, url: "about:config", wait: "complete" });
    return context;
  }

  private connection(): Connection {
    return (this.browser as unknown as { connection: Connection }).connection;
  }
}

/** A node as BiDi tells it. */
interface Remote {
  sharedId: string;
  value?: { mode?: string; shadowRoot?: Remote | null; children?: Remote[] };
}

/** The letter of a command's key. */
function keyOf(command: string): string {
  const manifest = JSON.parse(readFileSync("dist/firefox/manifest.json", "utf8")) as {
    commands: Record<string, { suggested_key: { default: string } }>;
  };
  return manifest.commands[command]?.suggested_key.default.split("+").at(-1) ?? "";
}
