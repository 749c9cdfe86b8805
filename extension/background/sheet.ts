// The style sheet of a page, in and out.
import { isToken, sheet } from "../shared/style";

/** Puts it in. Twice is once. */
export async function style(tab: number, token: string): Promise<void> {
  await chrome.scripting.insertCSS(injection(tab, token));
}

/** Takes it out. */
export async function unstyle(tab: number, token: string): Promise<void> {
  await chrome.scripting.removeCSS(injection(tab, token));
}

function injection(tab: number, token: string): chrome.scripting.CSSInjection {
  if (!isToken(token)) {
    throw new Error("not a token of ours");
  }
  return { target: { tabId: tab, frameIds: [0] }, origin: "USER", css: sheet(token) };
}
