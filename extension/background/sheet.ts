// The style sheet of a page.
import { isToken, sheet } from "../shared/style";

/** Puts it in. Twice is once. */
export async function style(tab: number, token: string): Promise<void> {
  if (!isToken(token)) {
    throw new Error("not a token of ours");
  }
  await chrome.scripting.insertCSS({ target: { tabId: tab, frameIds: [0] }, origin: "USER", css: sheet(token) });
}
