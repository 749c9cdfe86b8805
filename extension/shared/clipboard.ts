// One write with both forms, so that a paste takes the one it wants.
import type { CopyText } from "./protocol";

/** Whether there is a clipboard here: not in a service worker, not on a page over http. */
export function hasClipboard(): boolean {
  return (navigator as Partial<Navigator>).clipboard !== undefined;
}

/** Writes to the clipboard; fails where the browser does not let this document do it. */
export async function writeClipboard(text: CopyText): Promise<void> {
  const parts = forms(text).map(([type, content]) => [type, new Blob([content], { type })]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts) as Record<string, Blob>)]);
}

/**
 * The older way, which needs a click but no secure page. Says whether it was let: a page that listens for copies may
 * have taken this one for itself.
 */
export function copyOnClick(text: CopyText): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent): void => {
    filled = true;
    event.preventDefault();
    event.clipboardData?.clearData();
    event.stopImmediatePropagation();
    for (const [type, content] of forms(text)) {
      event.clipboardData?.setData(type, content);
    }
  };
  // As far out as there is, so that nothing of the page that is further in can change it.
  addEventListener("copy", fill, { capture: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a page over http
    return document.execCommand("copy") && filled;
  } finally {
    removeEventListener("copy", fill, { capture: true });
  }
}

function forms({ plain, html }: CopyText): [string, string][] {
  return html === "" ? [["text/plain", plain]] : [["text/plain", plain], ["text/html", html]];
}
