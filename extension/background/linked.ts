// "Open link in reader": a new tab, with the reader mode over its page as soon as that is there. On a site that is not
// open to us yet the browser asks, and what was given for this one page is given back with it.
import { chosenFor } from "../shared/pattern";
import { askPage } from "../shared/protocol";
import { isOn, loadSettings, siteOf, ZAKER } from "../shared/settings";
import { inject } from "./commands";

/** So long a page may take to come, in milliseconds. A worker that is asked nothing for longer is stopped anyway. */
const PATIENCE = 25_000;

export async function readLink(address: string, from: chrome.tabs.Tab | undefined): Promise<void> {
  const url = webAddress(address);
  if (url === null) {
    return;
  }
  const site = siteOf(url.hostname);
  const origins = [site === ZAKER ? `*://*.${ZAKER}/*` : `*://${url.hostname}/*`];
  // Both at once, while the click counts, and in this order: a browser may grant without asking what it granted before.
  const before = chrome.permissions.contains({ origins });
  const asked = chrome.permissions.request({ origins }).catch(() => false);
  const had = await before;
  const granted = had || (await asked);
  const opener = from?.id === undefined ? {} : { openerTabId: from.id, index: from.index + 1 };
  const tab = await chrome.tabs.create({ url: url.href, ...opener });
  try {
    if (granted && tab.id !== undefined) {
      await readAsSoonAsThere(tab.id);
    }
  } finally {
    await giveBack(site, origins, had);
  }
}

function webAddress(address: string): URL | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url !== null && ["http:", "https:"].includes(url.protocol) ? url : null;
}

/** Tries whenever the tab moves on: which of its documents is the article's, only they can say. */
async function readAsSoonAsThere(tab: number): Promise<void> {
  await new Promise<void>((resolve) => {
    let trying = Promise.resolve(false);
    const end = (): void => {
      clearTimeout(timer);
      chrome.tabs.onUpdated.removeListener(moved);
      chrome.tabs.onRemoved.removeListener(gone);
      resolve();
    };
    const attempt = (): void => {
      trying = trying.then((done) => done || opened(tab));
      void trying.then((done) => {
        if (done) {
          end();
        }
      });
    };
    const moved = (id: number, { status }: chrome.tabs.OnUpdatedInfo): void => {
      if (id === tab && status !== undefined) {
        attempt();
      }
    };
    const gone = (id: number): void => {
      if (id === tab) {
        end();
      }
    };
    const timer = setTimeout(end, PATIENCE);
    chrome.tabs.onUpdated.addListener(moved);
    chrome.tabs.onRemoved.addListener(gone);
    attempt();
  });
}

async function opened(tab: number): Promise<boolean> {
  try {
    await inject(tab);
    return (await askPage(tab, "reader", { open: true })).reader;
  } catch {
    return false;
  }
}

/** What was there before, or is wanted by now, stays. */
async function giveBack(site: string, origins: string[], had: boolean): Promise<void> {
  const settings = await loadSettings();
  if (!had && site !== ZAKER && !isOn(settings, site) && chosenFor(settings.reader.sites, site) !== "auto") {
    await chrome.permissions.remove({ origins });
  }
}
