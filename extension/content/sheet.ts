// The style sheet of the marks, on its way into the page.
import { askBackground } from "../shared/protocol";
import { sheet } from "../shared/style";
import { sheetFor } from "./view";

/** Puts it in, of USER origin. Into the sample article, a page of our own, no browser lets an extension put one. */
export async function putSheet(token: string): Promise<null> {
  if (location.origin === new URL(chrome.runtime.getURL("")).origin) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheetFor(sheet(token))];
    return null;
  }
  return askBackground("style", { token });
}
