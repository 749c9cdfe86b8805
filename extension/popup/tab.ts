// The tab that the popup speaks about.
import type { CopyState } from "../shared/copying";
import { isOpen } from "../shared/granting";
import { newVersion } from "../shared/news";
import { chosenFor } from "../shared/pattern";
import { askBackground, askPage, type PageStatus } from "../shared/protocol";
import type { ReaderState } from "../shared/reading";
import { isOn, loadSettings, siteOf } from "../shared/settings";

/** What the popup knows of the tab. */
export interface View {
  tab: number;
  /** The site's key, where the browser tells us the address. */
  site: string | null;
  /** Whether the browser keeps all extensions out. */
  barred: boolean;
  /** What the reader chose for the site; `null`: nothing. */
  chosen: boolean | null;
  /** Whether we are to work there by ourselves, and whether the browser lets us. */
  wanted: boolean;
  open: boolean;
  copy: CopyState;
  timelineOn: boolean;
  reader: ReaderState;
  /** The version that the reader has not heard of yet. */
  news: string | null;
  /** Nothing where no content script of ours runs there. */
  status: PageStatus | null;
}

/** A page that is being read is asked again after this many milliseconds. */
const PATIENCE = 120;
const TRIES = 25;

/** Looks at the tab; `wait`: of a page that is still being read it waits for the outcome. */
export async function look(wait = true): Promise<View> {
  const [tab, settings, news] = await Promise.all([target(), loadSettings(), newVersion()]);
  const url = tab.url === undefined ? null : new URL(tab.url);
  const isWeb = url !== null && ["http:", "https:"].includes(url.protocol);
  const site = isWeb ? siteOf(url.hostname) : null;
  const [status, open] = await Promise.all([settled(tab.id, wait ? TRIES : 0), site === null || isOpen(site)]);
  return {
    ...{ tab: tab.id, site, status, open },
    // Without an address nothing is known of the page; what may be touched says so by answering.
    barred: status === null && !isWeb,
    chosen: site === null ? null : (settings.sites[site] ?? null),
    wanted: site !== null && (isOn(settings, site) || chosenFor(settings.reader.sites, site) === "auto"),
    copy: settings.copy,
    timelineOn: settings.timeline,
    reader: settings.reader,
    news,
  };
}

/** Starts the content script in the tab and reads the page. */
export async function readByHand(tab: number): Promise<void> {
  await askBackground("inject", { tab });
  await askPage(tab, "run", { on: true });
}

/** Opens the reader mode in the tab, whether or not the content script runs there yet. */
export async function readInReader(tab: number): Promise<PageStatus> {
  await askBackground("inject", { tab });
  return askPage(tab, "reader", { open: true });
}

/** Lets the reader point at a block of the page. The popup goes, so that the page has the pointer and the keys. */
export async function pickHere(tab: number): Promise<void> {
  await askPage(tab, "pick", { fromMenu: false });
  if (!isTab()) {
    close();
  }
}

/** Opened as a page of its own it is no popup, and stays. */
export function isTab(): boolean {
  return new URLSearchParams(location.search).has("tab");
}

async function target(): Promise<{ id: number; url: string | undefined }> {
  // Opened as a page of its own, the popup is told which tab it is about.
  const named = Number(new URLSearchParams(location.search).get("tab") ?? NaN);
  const tab = Number.isInteger(named)
    ? await chrome.tabs.get(named)
    : (await chrome.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) {
    throw new Error("no tab");
  }
  return { id: tab.id, url: tab.url };
}

async function settled(tab: number, most: number): Promise<PageStatus | null> {
  for (let tries = 0; ; tries += 1) {
    const status = await askPage(tab, "status", null).catch(() => null);
    if (status?.state !== "reading" || tries >= most) {
      return status;
    }
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}
