// A page on its way to the core: two texts, because texts cross both edges, the browser's messages and the
// WebAssembly's, faster than thousands of small values, and plain, because JSON would be escaped a second time. The
// numbers stand apart from the words: their letters take half the room. Most are told as the distance from the one
// before, and most distances are one letter.
import type { CrossingPage } from "../shared/protocol";

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

/** The form in which the core reads a page: `crate/wasm/src/snapshot.rs`. */
export function crossing({ url, title, strings, nodes, attributes }: Snapshot): CrossingPage {
  return {
    nodes: digits(nearNodes(nodes)),
    attributes: digits(nearAttributes(attributes)),
    words: [url, title, ...strings].map(safe).join(BETWEEN),
  };
}

/** The first of the 32 letters for the last five bits of a number, and of those for the five bits before. */
const LAST = 0x5d;
const MORE = 0x23;

/** So many digits has a number of 32 bits and a sign. */
const MOST = 7;

/** Numbers as digits of five bits, the lowest first; the last bit is the sign. No letter of them is escaped in JSON. */
function digits(numbers: number[]): string {
  const codes = new Uint8Array(numbers.length * MOST);
  let length = 0;
  for (const number of numbers) {
    let rest = number < 0 ? -number * 2 + 1 : number * 2;
    for (; rest > 31; rest >>>= 5) {
      codes[length++] = MORE + (rest & 31);
    }
    codes[length++] = LAST + rest;
  }
  return new TextDecoder().decode(codes.subarray(0, length));
}

/** The parent as a distance (0: a root); the string of a text as a distance from that of the text before. */
function nearNodes(nodes: number[]): number[] {
  const near = nodes.slice();
  let before = 0;
  for (let at = 0; at < nodes.length; at += 3) {
    const parent = nodes[at] ?? -1;
    near[at] = parent < 0 ? 0 : at / 3 - parent;
    if (nodes[at + 1] === -1) {
      const text = nodes[at + 2] ?? 0;
      near[at + 2] = text - before;
      before = text;
    }
  }
  return near;
}

/** The node and the value as distances from those of the attribute before. */
function nearAttributes(attributes: number[]): number[] {
  const near = attributes.slice();
  for (let at = attributes.length - 3; at >= 3; at -= 3) {
    near[at] = (attributes[at] ?? 0) - (attributes[at - 3] ?? 0);
    near[at + 2] = (attributes[at + 2] ?? 0) - (attributes[at - 1] ?? 0);
  }
  return near;
}

/** Should a page hold the letter all the same, it reads as the letter for what cannot be read. */
function safe(text: string): string {
  return text.includes(BETWEEN) ? text.replaceAll(BETWEEN, "\ufffd") : text;
}
