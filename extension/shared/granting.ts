// Turning a site on or off, and the reader mode's coming by itself. Other sites than ZAKER are asked for one by one,
// when the reader wants them, and given back when nothing wants them any more.
import { chosenFor } from "./pattern";
import type { Coming, ReaderState } from "./reading";
import { changeReader, forgetSite, isOn, loadSettings, setComing, setSite, ZAKER } from "./settings";

/** All sites. */
const EVERYWHERE = { origins: ["*://*/*"] };

/**
 * Turns a site on or off, or to the default; `before` is what holds again where the browser is told no.
 * Called from a click: the browser asks the reader, and in Firefox the popup closes while it does.
 */
export async function turnSite(site: string, on: boolean | null, before: boolean | null = false): Promise<void> {
  if (on === true) {
    await granted(site, () => setSite(site, true), () => setSite(site, before));
  } else {
    await setSite(site, on);
    await giveBack(site);
  }
}

/** When the reader mode comes on a site. */
export async function turnComing(site: string, coming: Coming | null, before: ReaderState): Promise<void> {
  if (coming === "auto") {
    await granted(site, () => setComing(site, "auto"), () => setComing(site, before.sites[site] ?? null));
  } else {
    await setComing(site, coming);
    await giveBack(site);
  }
}

/** Whether the reader mode comes on all pages that are articles. */
export async function turnAll(on: boolean): Promise<void> {
  if (!on) {
    await changeReader({ all: false });
    await giveAllBack();
    return;
  }
  const asked = chrome.permissions.request(EVERYWHERE);
  await changeReader({ all: true });
  if (!(await asked)) {
    await changeReader({ all: false });
  }
}

/** Forgets what was chosen for a site. */
export async function dropSite(site: string): Promise<void> {
  await forgetSite(site);
  await giveBack(site);
}

/** Whether the browser lets us on a site. */
export function isOpen(site: string): Promise<boolean> {
  return chrome.permissions.contains(originsOf(site));
}

/** Asks for a site that is wanted already: by a file from another machine, or ZAKER, which the browser took back. */
export async function openSite(site: string): Promise<void> {
  await chrome.permissions.request(originsOf(site));
}

/** First the question, while the click counts; the background follows what is granted. */
async function granted(site: string, set: () => Promise<void>, unset: () => Promise<void>): Promise<void> {
  const asked = site === ZAKER ? Promise.resolve(true) : chrome.permissions.request(originsOf(site));
  await set();
  if (!(await asked)) {
    await unset();
  }
}

async function giveBack(site: string): Promise<void> {
  const settings = await loadSettings();
  if (site !== ZAKER && !isOn(settings, site) && chosenFor(settings.reader.sites, site) !== "auto") {
    await chrome.permissions.remove(originsOf(site));
  }
}

/** Chromium takes ZAKER along with all sites, even where those were never granted: then it is asked for again. */
async function giveAllBack(): Promise<void> {
  if (await chrome.permissions.contains(EVERYWHERE)) {
    await chrome.permissions.remove(EVERYWHERE);
    if (!(await isOpen(ZAKER))) {
      await openSite(ZAKER);
    }
  }
}

function originsOf(site: string): { origins: string[] } {
  return { origins: [site === ZAKER ? `*://*.${ZAKER}/*` : `*://${site}/*`] };
}
