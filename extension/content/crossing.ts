// A page on its way to the core: one text, because one text crosses both edges, the browser's messages and the
// WebAssembly's, faster than thousands of small values, and plain, because JSON would be escaped a second time.

/** A page as the walker wrote it; `qingdu_core::page::PageSnapshot` says what the lists hold. */
export interface Snapshot {
  url: string;
  title: string;
  strings: string[];
  nodes: number[];
  attributes: number[];
}

/** No page holds this letter: Unicode keeps it for uses like this one. Chrome refuses a script that has it written out. */
const BETWEEN = String.fromCharCode(0xffff);

/** The address, the title, both lists of numbers, then every string. */
export function crossing({ url, title, strings, nodes, attributes }: Snapshot): string {
  return [url, title].map(safe).concat(nodes.join(","), attributes.join(","), strings.map(safe)).join(BETWEEN);
}

/** Should a page hold the letter all the same, it reads as the letter for what cannot be read. */
function safe(text: string): string {
  return text.includes(BETWEEN) ? text.replaceAll(BETWEEN, "\ufffd") : text;
}
