// Entries as no writer would write them: every mark that is syntax somewhere, times of every kind.
import type { Entry, Kind, Mention } from "../../../extension/content/panel/types";

const PIECES = [
  "隧道贯通", "，", "。", ",", ";", ":", "\"", "'", "“通车”", "\\", "\\n", "\n", "\r\n", "\t", "[", "]", "(", ")", "![", "](", "<b>", "</script>", "&amp;", "&", "*", "**",
  "_", "`", "```", "|", "#", "~~", "=1+1", "+", "-", "@", "1.", "- ", "> ", "END:VEVENT", "BEGIN:VCALENDAR", "http://a.example/x?y=1#z", "𠮷", "👨‍👩‍👧", "é", "\u2028", "\u00a0",
  "\u3000", "\u0000", "\u0007", "\u001b", "%", "%2C", "$", "{{", "很长的一句话里没有任何标点符号一直说下去直到七十五个字节之外",
];
const KINDS: Kind[] = ["happened", "planned", "reported", "denied", "recurring"];

/** Reproducible numbers from 0 to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function text(random: () => number, most: number): string {
  return `事${Array.from({ length: Math.floor(random() * most) }, () => pick(random, PIECES)).join("")}件`;
}

function year(value: number): string {
  return value < 0 ? `-${String(-value).padStart(4, "0")}` : String(value).padStart(4, "0");
}

function times(random: () => number): Pick<Entry, "start" | "end" | "precision"> {
  const at = pick(random, [-220, -1, 0, 1, 618, 1000, 1911, 2012, 2024, 2025, 2026, 9999]);
  const next = year(at + 1);
  return pick<Pick<Entry, "start" | "end" | "precision">>(random, [
    { start: null, end: null, precision: "vague" },
    { start: `${year(at)}-01-01`, end: at === 9999 ? null : `${next}-01-01`, precision: "year" },
    { start: `${year(at)}-06-01`, end: `${year(at)}-07-01`, precision: "month" },
    { start: `${year(at)}-12-31`, end: at === 9999 ? null : `${next}-01-01`, precision: "day" },
    { start: `${year(at)}-02-28`, end: `${year(at)}-03-01`, precision: "day" },
    { start: `${year(at)}-05-07T18:00`, end: `${year(at)}-05-08T00:00`, precision: "part" },
    { start: `${year(at)}-05-07T23:00`, end: `${year(at)}-05-08T00:00`, precision: "hour" },
    { start: `${year(at)}-05-07T03:20`, end: `${year(at)}-05-07T03:21`, precision: "minute" },
    { start: `${year(at)}-05-01`, end: null, precision: "range" },
    { start: null, end: `${year(at)}-05-01`, precision: "range" },
    { start: `${year(at)}-05-01`, end: `${year(at)}-05-04`, precision: "range" },
  ]);
}

/** Some entries of a seed. */
export function strange(seed: number): Entry[] {
  const random = chance(seed);
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
    const sentence = text(random, 14);
    const mention: Mention = {
      expression: pick(random, ["近日", "2012 年", "*近*日[1]", ""]), sentence, derivation: text(random, 3),
      paragraph: Math.floor(random() * 5), start: 0, end: sentence.length, expressionStart: 0, expressionEnd: 0,
    };
    return {
      ...times(random), headline: text(random, 8), approx: random() < 0.3, inferred: random() < 0.2, kind: pick(random, KINDS),
      participants: Array.from({ length: Math.floor(random() * 3) }, () => text(random, 2)), importance: Math.floor(random() * 101),
      mentions: [mention], conflicts: [],
    };
  });
}
