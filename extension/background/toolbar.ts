// The button in the toolbar: its shape says how the page stands, its badge how much was removed.
import type { PageState } from "../shared/protocol";
import { t } from "../shared/text";

const SHAPES: Record<PageState, string> = {
  reading: "idle",
  clean: "on",
  nothing: "idle",
  off: "off",
  failed: "failed",
};

/** Shows the state of a tab's page. The tab may be gone by then. */
export async function showState(tab: number, state: PageState, removed: number): Promise<void> {
  const shape = SHAPES[state];
  const path = { 16: `icons/${shape}-16.png`, 32: `icons/${shape}-32.png` };
  await chrome.action.setIcon({ tabId: tab, path });
  await chrome.action.setBadgeText({ tabId: tab, text: removed > 0 ? String(removed) : "" });
  await chrome.action.setTitle({ tabId: tab, title: t(`toolbar_${state}`, String(removed)) });
  await chrome.action.setBadgeBackgroundColor({ tabId: tab, color: "#3f6f5f" });
}
