// Whether the page is rendered yet. Firefox tells that a document is there before its style sheets are, and until they
// are nothing in it counts as visible: the page would read as empty.
import * as dom from "./dom";

/** So long a page may take, in milliseconds; one that hides itself for longer is read as it is. */
const PATIENCE = 5000;

const PAUSE = 30;

/** Settles when the page's root is rendered: at once, in most cases. */
export async function rendered(): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!dom.isVisible(dom.documentElement(document)) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
