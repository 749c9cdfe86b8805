// Chromium with the extension, over the DevTools protocol.
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";

import puppeteer, { TargetType, type Browser, type Page, type Target } from "puppeteer-core";

import { closeBrowser } from "./close";
import type { Driver } from "./driver";
import type { Web } from "./server";
import { spoken } from "./spoken";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The page that the extension opens once it is installed. */
export const WELCOME = "welcome.html";

export interface Options {
  dark?: boolean;
  width?: number;
  height?: number;
  language?: string;
  headless?: boolean;
  /** Hosts are granted without a question, which no test can answer: in Chromium from the start, until given back. */
  yes?: boolean;
}

export async function startChromium(web: Web, options: Options = {}): Promise<Driver> {
  const executablePath = process.env["CHROMIUM"] ?? PLACES.find((place) => existsSync(place));
  if (executablePath === undefined) {
    throw new Error("no Chromium was found; set CHROMIUM to its path");
  }
  const { width = 1440, height = 900, language = "zh-CN", headless = true } = options;
  const folder = await spoken("dist/chrome", language);
  const rules = `MAP *:80 127.0.0.1:${web.plain}, MAP *:443 127.0.0.1:${web.secure}, EXCLUDE localhost`;
  const browser = await puppeteer.launch({
    executablePath,
    headless,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: true,
    defaultViewport: headless ? { width, height } : null,
    env: { ...process.env, LANGUAGE: language.replace("-", "_") },
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync", "--ignore-certificate-errors"],
      // ZAKER has http: pages, and the tests go to them.
      "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
      ...[`--host-resolver-rules=${rules}`, `--lang=${language}`, `--window-size=${width},${height}`],
      ...(options.dark === true ? ["--force-dark-mode"] : []),
    ],
  });
  try {
    const { id, welcomed } = await (options.yes === true ? installAsked(browser, folder) : install(browser, folder));
    return new Chromium(browser, folder, id, options.dark === true, welcomed);
  } catch (fault) {
    await browser.close();
    throw fault;
  }
}

interface Installed {
  id: string;
  /** How many tabs of ours that opened. */
  welcomed: number;
}

async function install(browser: Browser, folder: string): Promise<Installed> {
  const id = await browser.installExtension(folder);
  return { id, welcomed: await closeWelcome(browser, `chrome-extension://${id}/${WELCOME}`) };
}

/**
 * A build to which all hosts are granted, as an older version had them: what was granted then and is optional now, stays
 * granted until it is given back.
 */
async function installAsked(browser: Browser, folder: string): Promise<Installed> {
  const manifest = await readFile(`${folder}/manifest.json`, "utf8");
  const { host_permissions: own, ...rest } = JSON.parse(manifest) as { host_permissions: string[] };
  await writeFile(`${folder}/manifest.json`, JSON.stringify({ ...rest, host_permissions: [...own, "*://*/*"] }));
  const { welcomed } = await install(browser, folder);
  await writeFile(`${folder}/manifest.json`, manifest);
  return { id: await browser.installExtension(folder), welcomed };
}

class Chromium implements Driver {
  readonly name = "chromium";

  constructor(
    private readonly browser: Browser,
    private readonly folder: string,
    private readonly id: string,
    private readonly dark: boolean,
    readonly welcomed: number,
  ) {}

  async open(url: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(url, { waitUntil: "load" });
    return page;
  }

  async openOwn(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(`chrome-extension://${this.id}/${path}`, { waitUntil: "load" });
    return page;
  }

  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    const extension = (await this.browser.extensions()).get(this.id);
    if (extension === undefined) {
      throw new Error("the extension is not there");
    }
    await page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget((one) => one.url() === `chrome-extension://${this.id}/popup.html`);
    return target.asPage();
  }

  async press(command: string, page: Page): Promise<void> {
    await page.bringToFront();
    const worker = await this.worker();
    await worker.evaluate(async (name) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      // The event itself: no synthetic key reaches a command.
      (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch(name, tab);
    }, command);
  }

  async tell(event: "onInstalled", details: object): Promise<void> {
    const worker = await this.worker();
    await worker.evaluate(
      (name, given) => {
        (chrome.runtime[name] as unknown as { dispatch(details: object): void }).dispatch(given);
      },
      event,
      details,
    );
  }

  async hasEntry(name: string): Promise<boolean> {
    const worker = await this.worker();
    // Chrome lists no entries; it says when there is none to change.
    return worker.evaluate(
      (id) =>
        new Promise<boolean>((resolve) => {
          chrome.contextMenus.update(id, {}, () => resolve(chrome.runtime.lastError === undefined));
        }),
      name,
    );
  }

  async choose(name: string, page: Page, link?: string): Promise<void> {
    await page.bringToFront();
    const worker = await this.worker();
    await worker.evaluate(
      async (menuItemId, linkUrl) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const onClicked = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: unknown): void };
        onClicked.dispatch({ menuItemId, linkUrl, editable: false }, tab);
      },
      name,
      link,
    );
  }

  /** A click that a test puts to the worker is no gesture: nothing can be asked for with it. */
  async grantAll(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async stopBackground(): Promise<void> {
    const running = this.browser.targets().find((one) => this.isWorker(one));
    // A worker that is looked into does not stop: closing it also looks away.
    await (await running?.worker())?.close();
  }

  async openShadows(page: Page): Promise<void> {
    const session = await page.createCDPSession();
    try {
      const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
      const html = root.children?.find(({ localName }) => localName === "html");
      const hosts = html?.children?.filter(({ shadowRoots }) => shadowRoots?.[0]?.shadowRootType === "closed") ?? [];
      for (const { backendNodeId, shadowRoots = [] } of hosts) {
        const host = await session.send("DOM.resolveNode", { backendNodeId });
        const inside = await session.send("DOM.resolveNode", { backendNodeId: shadowRoots[0]?.backendNodeId ?? 0 });
        await session.send("Runtime.callFunctionOn", {
          functionDeclaration: `function (host, inside) { (${SHOW_SHADOW})(host, inside); }`,
          objectId: host.object.objectId ?? "",
          arguments: [{ objectId: host.object.objectId ?? "" }, { objectId: inside.object.objectId ?? "" }],
        });
      }
    } finally {
      await session.detach();
    }
  }

  async clipboard(page: Page): Promise<{ plain: string; html: string }> {
    await page.bringToFront();
    const permission = { permission: { name: "clipboard-read" }, state: "granted" } as const;
    await this.browser.defaultBrowserContext().setPermission(new URL(page.url()).origin, permission);
    return page.evaluate(readClipboard);
  }

  async untilClosed(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.browser.once("disconnected", () => resolve());
      // Chromium lives on without a window as long as it is driven.
      this.browser.on("targetdestroyed", () => {
        if (!this.browser.targets().some((target) => target.type() === TargetType.PAGE)) {
          resolve();
        }
      });
    });
  }

  async close(): Promise<void> {
    await closeBrowser(this.browser);
    await rm(this.folder, { recursive: true, force: true });
  }

  private isWorker(target: Target): boolean {
    return target.type() === TargetType.SERVICE_WORKER && target.url().includes(this.id);
  }

  private async newPage(): Promise<Page> {
    const page = await this.browser.newPage();
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: this.dark ? "dark" : "light" }]);
    return page;
  }

  private async worker() {
    const target = await this.browser.waitForTarget((one) => this.isWorker(one));
    const worker = await target.worker();
    if (worker === null) {
      throw new Error("the service worker cannot be reached");
    }
    return worker;
  }
}

/** The tab that opens after the installation is another test's matter: it goes before the first one begins. */
async function closeWelcome(browser: Browser, address: string): Promise<number> {
  await browser.waitForTarget((one) => one.url() === address, { timeout: 15_000 });
  const opened = browser.targets().filter((one) => one.url() === address);
  for (const target of opened) {
    await (await target.asPage()).close();
  }
  return opened.length;
}

/** Shows a host its closed shadow tree, in the page's own world. */
export const SHOW_SHADOW = `(host, inside) => {
  Object.defineProperty(host, "shadowRoot", { value: inside, configurable: true });
}`;

export async function readClipboard(): Promise<{ plain: string; html: string }> {
  const [item] = await navigator.clipboard.read();
  const read = async (type: string): Promise<string> =>
    item?.types.includes(type) === true ? (await item.getType(type)).text() : "";
  return { plain: await read("text/plain"), html: await read("text/html") };
}
