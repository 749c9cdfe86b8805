// Sites other than ZAKER, which the reader has opened to us one by one: the browser's own list of granted
// hosts is the only list there is.
const SCRIPT = "sites";

/** Keeps the content script registered for exactly the hosts that are granted. */
export function followGrants(): void {
  chrome.permissions.onAdded.addListener(() => void register());
  chrome.permissions.onRemoved.addListener(() => void register());
  chrome.runtime.onInstalled.addListener(() => void register());
}

async function register(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  const own = new Set(chrome.runtime.getManifest().host_permissions as string[] | undefined);
  const matches = origins.filter((origin) => !own.has(origin));
  const known = await chrome.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (known.length > 0) {
    await chrome.scripting.unregisterContentScripts({ ids: [SCRIPT] });
  }
  if (matches.length > 0) {
    await chrome.scripting.registerContentScripts([
      { id: SCRIPT, matches, js: ["content.js"], runAt: "document_end", persistAcrossSessions: true },
    ]);
  }
}
