// The keys. A key is a gesture: it opens the active tab to us, also on a site that we are not on.
import { askPage } from "../shared/protocol";

/** Hands keys to the page. */
export function listen(): void {
  chrome.commands.onCommand.addListener((name, tab) => {
    void pressed(name, tab).catch(() => {
      // A page that no extension may touch (the browser's own, the store's): the key does nothing.
    });
  });
}

async function pressed(name: string, given: chrome.tabs.Tab | undefined): Promise<void> {
  const tab = given ?? (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (tab?.id === undefined) {
    return;
  }
  await inject(tab.id);
  await askPage(tab.id, "command", { name });
}

/** Starts the content script where it does not run yet; where it does, it stays as it is. */
export async function inject(tab: number): Promise<void> {
  const answers = await askPage(tab, "status", null).then(
    () => true,
    () => false,
  );
  if (!answers) {
    await chrome.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: ["content.js"] });
  }
}
