// The style sheet of the marks, on its way into the page.
import { askBackground } from "../shared/protocol";
import type { PageSheet } from "../shared/style";
import { dressDocument } from "./dress";

/** Puts it in, of USER origin. Into the sample article, a page of our own, no browser lets an extension put one. */
export async function putSheet(token: string): Promise<null> {
  const sheet: PageSheet = { of: "marks", token };
  if (location.origin === new URL(chrome.runtime.getURL("")).origin) {
    dressDocument(sheet);
    return null;
  }
  return askBackground("style", { sheet, on: true });
}
