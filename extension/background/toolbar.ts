// The button in the toolbar: its shape says how the page stands. A badge says that something was copied, or that
// something is wrong; what was removed it counts where the reader wants that.
import type { ShownState } from "../shared/protocol";
import { loadSettings } from "../shared/settings";
import { t } from "../shared/text";

const SHAPES: Record<ShownState, string> = {
  reading: "idle",
  clean: "on",
  nothing: "idle",
  off: "off",
  failed: "failed",
  reader: "reader",
};

const QUIET = "#3f6f5f";
const LOUD = "#a23b2a";

/** How long "copied" stands there, in milliseconds. */
const DONE = 1800;

/** Shows the state of a tab's page. The tab may be gone by then. */
export async function showState(tab: number, state: ShownState, removed: number): Promise<void> {
  const { counter } = await loadSettings();
  const shape = SHAPES[state];
  const path = { 16: `icons/${shape}-16.png`, 32: `icons/${shape}-32.png` };
  const count = counter && removed > 0 ? String(removed) : "";
  await chrome.action.setIcon({ tabId: tab, path });
  await badge(tab, state === "failed" ? "!" : count, state === "failed" ? LOUD : QUIET);
  await chrome.action.setTitle({ tabId: tab, title: t(`toolbar_${state}`, String(removed)) });
}

/** Says for a moment that something was copied. */
export async function showCopied(tab: number): Promise<void> {
  const before = await chrome.action.getBadgeText({ tabId: tab });
  if (before === "✓") {
    return;
  }
  await badge(tab, "✓", QUIET);
  await new Promise((resolve) => setTimeout(resolve, DONE));
  if ((await chrome.action.getBadgeText({ tabId: tab })) === "✓") {
    await badge(tab, before, before === "!" ? LOUD : QUIET);
  }
}

async function badge(tab: number, text: string, color: string): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ tabId: tab, color });
  await chrome.action.setBadgeText({ tabId: tab, text });
}
