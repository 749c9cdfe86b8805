// Addresses that the reader may lead to: http and https, nothing else.

const baseURI = Object.getOwnPropertyDescriptor(Node.prototype, "baseURI")?.get as (this: Node) => string;

/** An address of the page made whole; `null` where it is none of the web, or only a place in the page itself. */
export function webAddress(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed === "" || trimmed.startsWith("#")) {
    return null;
  }
  const base = baseURI.call(document);
  const url = URL.canParse(trimmed, base) ? new URL(trimmed, base) : null;
  const isReachable = url !== null && (["https:", "http:"].includes(url.protocol) || isOfSample(url));
  return isReachable ? url.href : null;
}

/** The sample article is a page of our own, and its picture a file of ours. */
function isOfSample({ href }: URL): boolean {
  const own = chrome.runtime.getURL("");
  return location.href.startsWith(own) && href.startsWith(own);
}

/** Addresses that stand in a text as they are, in UTF-16. */
export function addressesIn(text: string): { start: number; end: number; href: string }[] {
  const found: { start: number; end: number; href: string }[] = [];
  for (const match of text.matchAll(/https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi)) {
    // What ends the sentence is no part of the address.
    const address = match[0].replace(/[.,;:!?'")\]]+$/, "");
    const href = webAddress(address);
    if (href !== null && address.length > 10) {
      found.push({ start: match.index, end: match.index + address.length, href });
    }
  }
  return found;
}
