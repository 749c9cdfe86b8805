// The style sheets of a page.
import { cssOf, isPageSheet, type PageSheet } from "../shared/style";

/** Puts one in, or takes it out. Twice is once. */
export async function style(tab: number, { sheet, on }: { sheet: PageSheet; on: boolean }): Promise<void> {
  if (!isPageSheet(sheet)) {
    throw new Error("not a sheet of ours");
  }
  const css = { target: { tabId: tab, frameIds: [0] }, origin: "USER" as const, css: cssOf(sheet) };
  await (on ? chrome.scripting.insertCSS(css) : chrome.scripting.removeCSS(css));
}
