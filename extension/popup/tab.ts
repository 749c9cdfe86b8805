// The tab that the popup speaks about.
import { askBackground, askPage, type PageStatus } from "../shared/protocol";
import type { ReaderState } from "../shared/reading";
import { isOn, loadSettings, siteOf } from "../shared/settings";

/** What the popup knows of the tab. */
export interface View {
  tab: number;
  /** The site's key, where the browser tells us the address. */
  site: string | null;
  host: string;
  on: boolean;
  timelineOn: boolean;
  reader: ReaderState;
  /** Nothing where no content script of ours runs there. */
  status: PageStatus | null;
}

/** A page that is being read is asked again after this many milliseconds. */
const PATIENCE = 120;
const TRIES = 25;

/** Looks at the tab; of a page that is still being read it waits for the outcome. */
export async function look(): Promise<View> {
  const tab = await target();
  const settings = await loadSettings();
  const host = tab.url === undefined ? "" : new URL(tab.url).hostname;
  const site = host === "" ? null : siteOf(host);
  const status = await settled(tab.id);
  return {
    ...{ tab: tab.id, host, site, status },
    on: site !== null && isOn(settings, site),
    timelineOn: settings.timeline,
    reader: settings.reader,
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

async function settled(tab: number): Promise<PageStatus | null> {
  for (let tries = 0; ; tries += 1) {
    const status = await askPage(tab, "status", null).catch(() => null);
    if (status?.state !== "reading" || tries === TRIES) {
      return status;
    }
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
  }
}
