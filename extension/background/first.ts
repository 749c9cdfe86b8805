// The first minutes, and what an update says: one tab after the installation, a dot in the popup after an update.
import { askPage } from "../shared/protocol";
import { noteUpdate } from "../shared/news";

const WELCOME = "welcome.html";

/** Follows the installation and the updates. */
export function followInstallation(): void {
  chrome.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    if (reason === "install") {
      void chrome.tabs.create({ url: chrome.runtime.getURL(WELCOME) });
    } else if (reason === "update" && previousVersion !== chrome.runtime.getManifest().version) {
      void noteUpdate();
    }
  });
}

/** Whether an address is that of our sample article, which is read like a page of the web. */
export function isSample(address: string): boolean {
  return address.split(/[?#]/, 1)[0] === chrome.runtime.getURL(WELCOME);
}

/** Does on the sample article what a key would do there. */
export async function pressOnSample(name: string, tab: number): Promise<null> {
  return askPage(tab, "command", { name });
}
