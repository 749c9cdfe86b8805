// The entries of the page's context menu. The browsers keep them while the background sleeps, so they are made when
// something of them may have changed, and at no other time. A click on one is a gesture: it opens the tab to us.
import { hasMenus, MENUS, type MenuName } from "../shared/menus";
import { askPage } from "../shared/protocol";
import { loadSettings, onSettings } from "../shared/settings";
import { t } from "../shared/text";
import { inject } from "./commands";
import { readLink } from "./linked";

const PAGES = ["http://*/*", "https://*/*"];

type Context = `${chrome.contextMenus.ContextType}`;

/** Where an entry stands. A block may be a picture or a link as well. */
const CONTEXTS: Record<MenuName, [Context, ...Context[]]> = {
  selection: ["selection"],
  article: ["page"],
  link: ["link"],
  block: ["page", "image", "link", "video", "audio"],
};

/** Makes the menu and hears it. */
export function followMenus(): void {
  if (!hasMenus()) {
    return;
  }
  chrome.runtime.onInstalled.addListener(() => void make());
  // The language may be another one, and Chrome forgets what an unpacked extension made.
  chrome.runtime.onStartup.addListener(() => void make());
  onSettings(() => void make());
  chrome.contextMenus.onClicked.addListener((info, tab) => {
    void clicked(info, tab).catch(() => {
      // A page that no extension may touch: the entry does nothing.
    });
  });
}

let made = "";
let work: Promise<void> = Promise.resolve();

/** One after the other: each looks at how things stand when its turn comes. */
function make(): Promise<void> {
  work = work.then(makeNow, makeNow);
  return work;
}

async function makeNow(): Promise<void> {
  const { menus } = await loadSettings();
  const wanted = MENUS.filter((name) => menus[name]);
  if (made === wanted.join(" ")) {
    return;
  }
  await chrome.contextMenus.removeAll();
  for (const id of wanted) {
    const targets = id === "link" ? { targetUrlPatterns: PAGES } : {};
    chrome.contextMenus.create(
      { id, title: t(`menu_${id}`), contexts: CONTEXTS[id], documentUrlPatterns: PAGES, ...targets },
      () => void chrome.runtime.lastError,
    );
  }
  made = wanted.join(" ");
}

async function clicked(info: chrome.contextMenus.OnClickData, tab: chrome.tabs.Tab | undefined): Promise<void> {
  if (info.menuItemId === "link") {
    // The question for access counts as long as the click does: nothing may come before it.
    await readLink(info.linkUrl ?? "", tab);
    return;
  }
  if (tab?.id === undefined) {
    return;
  }
  await inject(tab.id);
  if (info.menuItemId === "block") {
    await askPage(tab.id, "pick", { fromMenu: true });
  } else if (info.menuItemId === "article" || info.menuItemId === "selection") {
    await askPage(tab.id, "copy", { of: info.menuItemId, given: info.selectionText ?? "" });
  }
}
