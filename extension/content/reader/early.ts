// Where the script starts before the page is there: on sites where the reader mode comes by itself.
import { askBackground } from "../../shared/protocol";
import { cover, mayBeArticle, NO_COVER, type Cover } from "./cover";

/** The cover, where this page is to be covered. The background is woken meanwhile. */
export function coverEarly(): Cover {
  if (document.readyState !== "loading") {
    return NO_COVER;
  }
  void askBackground("wake", null).catch(() => undefined);
  return mayBeArticle(location) ? cover() : NO_COVER;
}

/** Settles when all of the document is there. */
export function parsed(): Promise<void> {
  if (document.readyState !== "loading") {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
  });
}
