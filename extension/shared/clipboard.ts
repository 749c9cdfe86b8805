// One write with both forms, so that a paste takes the one it wants.
import type { CopyText } from "./protocol";

/** Whether there is a clipboard here: not in a service worker, not on a page over http. */
export function hasClipboard(): boolean {
  return (navigator as Partial<Navigator>).clipboard !== undefined;
}

/** Writes to the clipboard; fails where the browser does not let this document do it. */
export async function writeClipboard({ plain, html }: CopyText): Promise<void> {
  const item = new ClipboardItem({
    "text/plain": new Blob([plain], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  });
  await navigator.clipboard.write([item]);
}
