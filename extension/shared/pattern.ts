// Sites by name or by wildcard: `news.example`, or `*.example.com` for it and all below it. A list of them as text.
import type { Coming } from "./reading";

/** What a list says of sites. */
export interface SiteChoices {
  /** Whether a site is cleaned. */
  sites: Record<string, boolean>;
  /** When the reader mode comes there. */
  coming: Record<string, Coming>;
}

/** Why a line does not hold: no site, no word behind it, a word that is none of ours, a site that stood there already. */
export interface ListFault {
  /** From 1. */
  line: number;
  what: "site" | "none" | "word" | "twice";
  part: string;
}

/** What a record says of a site: by its name first, then by the narrowest wildcard. */
export function chosenFor<Value>(record: Record<string, Value>, site: string): Value | undefined {
  if (Object.hasOwn(record, site)) {
    return record[site];
  }
  for (let rest = site; rest !== ""; rest = rest.includes(".") ? rest.slice(rest.indexOf(".") + 1) : "") {
    if (Object.hasOwn(record, `*.${rest}`)) {
      return record[`*.${rest}`];
    }
  }
  return undefined;
}

const WORDS = ["clean", "-clean", "reader", "-reader"];

/** Letters that a name may have, in any script; a wildcard stands only at its beginning, and not alone. */
const SITE = /^(\*\.)?[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?(\.[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?)*$/u;

/** The list as text, one site a line. */
export function listOf({ sites, coming }: SiteChoices): string {
  const names = [...new Set([...Object.keys(sites), ...Object.keys(coming)])].sort();
  return names.map((name) => `${[name, cleanWord(sites[name]), comingWord(coming[name])].filter(Boolean).join(" ")}\n`).join("");
}

/** Reads such a text. Blank lines and lines that begin with `#` or `!` do nothing. */
export function readList(text: string): { choices: SiteChoices; faults: ListFault[] } {
  const choices: SiteChoices = { sites: {}, coming: {} };
  const faults: ListFault[] = [];
  const seen = new Set<string>();
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line.startsWith("!")) {
      continue;
    }
    const [given = "", ...words] = line.split(/\s+/);
    const name = nameOf(given);
    const fault = faultOf(given, name, words, seen);
    if (fault !== null) {
      faults.push({ line: at + 1, ...fault });
    } else if (name !== null) {
      seen.add(name);
      take(choices, name, words);
    }
  }
  return { choices, faults };
}

function faultOf(given: string, name: string | null, words: string[], seen: Set<string>): Omit<ListFault, "line"> | null {
  if (name === null) {
    return { what: "site", part: given };
  }
  if (seen.has(name)) {
    return { what: "twice", part: name };
  }
  const wrong = words.find((word) => !WORDS.includes(word));
  if (wrong !== undefined) {
    return { what: "word", part: wrong };
  }
  return words.length === 0 ? { what: "none", part: name } : null;
}

function take(choices: SiteChoices, name: string, words: string[]): void {
  for (const word of words) {
    if (word.endsWith("clean")) {
      choices.sites[name] = word === "clean";
    } else {
      choices.coming[name] = word === "reader" ? "auto" : "never";
    }
  }
}

/** A name as the browser writes it. */
function nameOf(given: string): string | null {
  if (!SITE.test(given)) {
    return null;
  }
  const [star, bare] = given.startsWith("*.") ? ["*.", given.slice(2)] : ["", given];
  const address = `http://${bare}/`;
  return URL.canParse(address) ? `${star}${new URL(address).hostname}` : null;
}

function cleanWord(on: boolean | undefined): string {
  return on === undefined ? "" : on ? "clean" : "-clean";
}

function comingWord(coming: Coming | undefined): string {
  return coming === undefined ? "" : coming === "auto" ? "reader" : "-reader";
}
