// What the tests ask of a browser, the same for both.
import type { Page } from "puppeteer-core";

import type { PageKind, PageStatus, ToPage } from "../../extension/shared/protocol";

export interface Driver {
  readonly name: "chromium" | "firefox";
  /** A page of the web in a tab of its own. */
  open(url: string): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  openOwn(path: string): Promise<Page>;
  /** The real popup over a page, opened as by a click on the button; null where the browser lets no test in. */
  openPopup(page: Page): Promise<Page | null>;
  /** Presses one of the extension's keys while a page is in front. */
  press(command: string, page: Page): Promise<void>;
  /** Whether an entry of ours stands in the context menu. */
  hasEntry(name: string): Promise<boolean>;
  /** Chooses an entry of the context menu over a page, or over a link of it: the click reaches the background's own listener. */
  choose(name: string, page: Page, link?: string): Promise<void>;
  /** Lets the extension have what it asks for, without a question; says whether this browser lets a test do that. */
  grantAll(): Promise<boolean>;
  /** Hands the background an event of the browser's; in Chromium alone. */
  tell(event: "onInstalled", details: object): Promise<void>;
  /** How many tabs of ours the installation opened; they were closed again. */
  readonly welcomed: number;
  /** Stops the background, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Lets the tests of a page see into closed shadow trees: their hosts, children of the root, get a `shadowRoot`. */
  openShadows(page: Page): Promise<void>;
  /** What stands on the clipboard. */
  clipboard(page: Page): Promise<{ plain: string; html: string }>;
  /** Settles when the browser is gone, whoever closed it. */
  untilClosed(): Promise<void>;
  close(): Promise<void>;
}

/** A browser with the extension's own page beside it, from which tabs can be asked. */
export class Reader {
  private constructor(
    readonly driver: Driver,
    private readonly own: Page,
  ) {}

  static async start(driver: Driver): Promise<Reader> {
    return new Reader(driver, await driver.openOwn("popup.html?tab=-1"));
  }

  /** The id of the tab that shows an address. */
  async tabOf(page: Page): Promise<number> {
    // Of our own pages puppeteer knows no address in Firefox, nor of a state that a page has pushed in Firefox 140.
    const url = await page.evaluate(() => location.href);
    if (!url.startsWith("http")) {
      // Our own pages know their tab; Chrome told their addresses to nobody until lately.
      return page.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? -1);
    }
    const id = await this.own.evaluate(async (wanted) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === wanted)?.id ?? -1;
    }, url);
    if (id < 0) {
      throw new Error(`no tab shows ${url}`);
    }
    return id;
  }

  /** The tabs that show a page of ours. */
  async tabsWith(path: string): Promise<number[]> {
    return this.privileged(async (wanted) => {
      const documentUrls = [chrome.runtime.getURL(wanted)];
      const shown = await chrome.runtime.getContexts({ contextTypes: [chrome.runtime.ContextType.TAB], documentUrls });
      return shown.map(({ tabId }) => tabId);
    }, path);
  }

  /** Asks the content script of a page. */
  async ask<K extends PageKind>(page: Page, kind: K, ask: ToPage[K]["ask"]): Promise<ToPage[K]["answer"]> {
    const tab = await this.tabOf(page);
    const reply: unknown = await this.own.evaluate(
      async (to, message) => (await chrome.tabs.sendMessage(to, message)) as unknown,
      tab,
      { kind, ask },
    );
    const { ok, answer, error } = reply as { ok: boolean; answer: ToPage[K]["answer"]; error: string };
    if (!ok) {
      throw new Error(error);
    }
    return answer;
  }

  /** How wide and high the popup's own page is drawn. */
  static readonly POPUP = { width: 320, height: 600 };

  /** Waits until a page stands as wanted. */
  async until(page: Page, wanted: (status: PageStatus) => boolean, patience = 8000): Promise<PageStatus> {
    const end = Date.now() + patience;
    let last = "no answer";
    while (Date.now() < end) {
      const status = await this.ask(page, "status", null).catch(() => null);
      if (status !== null && wanted(status)) {
        return status;
      }
      last = JSON.stringify(status);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the page did not come to stand as wanted; last: ${last}`);
  }

  /** Runs something in the extension's own page, with its privileges. */
  async privileged<Args extends unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Awaited<Result>> {
    // Puppeteer's own type takes handles apart, which no argument here is.
    return this.own.evaluate(work as (...args: unknown[]) => unknown, ...args) as Promise<Awaited<Result>>;
  }

  /** The popup, for a page. */
  async popup(page: Page): Promise<Page> {
    const popup = await this.driver.openOwn(`popup.html?tab=${await this.tabOf(page)}`);
    await popup.setViewport(Reader.POPUP);
    await popup.waitForSelector("main");
    return popup;
  }

  async close(): Promise<void> {
    await this.driver.close();
  }
}
