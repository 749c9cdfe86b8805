// Sites other than ZAKER, which the reader has opened to us one by one: the browser's own list of granted
// hosts is the only list there is. Where the reader mode comes by itself on a site, the script starts before the page
// is there, ZAKER's too.
import { comesByItself } from "../shared/reading";
import { loadSettings, onSettings, ZAKER, type Settings } from "../shared/settings";

const SCRIPT = "sites";
const EARLY = "early";

/** Keeps the content script registered for exactly the hosts that are granted. */
export function followGrants(): void {
  chrome.permissions.onAdded.addListener(() => void register());
  chrome.permissions.onRemoved.addListener(() => void register());
  chrome.runtime.onInstalled.addListener(() => void register());
  onSettings(() => void register());
}

let work: Promise<void> = Promise.resolve();

/** One after the other: each looks at how things stand when its turn comes. */
function register(): Promise<void> {
  work = work.then(registerNow, registerNow);
  return work;
}

async function registerNow(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const settings = await loadSettings();
  const own = new Set(chrome.runtime.getManifest().host_permissions as string[] | undefined);
  await put(SCRIPT, origins.filter((origin) => !own.has(origin)), "document_end");
  await put(EARLY, early(settings, origins), "document_start");
}

/** The sites on which the reader mode comes by itself, as far as they are open to us. */
function early({ reader }: Settings, origins: string[]): string[] {
  const everywhere = origins.includes("*://*/*") || origins.includes("<all_urls>");
  const sites = Object.keys(reader.sites).filter((site) => comesByItself(reader, site));
  const patterns = sites.map((site) => (site === ZAKER ? `*://*.${ZAKER}/*` : `*://${site}/*`));
  return patterns.filter((pattern) => everywhere || origins.includes(pattern));
}

async function put(id: string, matches: string[], runAt: "document_start" | "document_end"): Promise<void> {
  const [known] = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
  if (known?.matches?.join() === matches.join()) {
    return;
  }
  if (known !== undefined) {
    await chrome.scripting.unregisterContentScripts({ ids: [id] });
  }
  if (matches.length > 0) {
    await chrome.scripting.registerContentScripts([
      { id, matches, js: ["content.js"], runAt, persistAcrossSessions: true },
    ]);
  }
}
