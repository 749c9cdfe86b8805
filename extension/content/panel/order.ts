// In which order the entries stand, and under which years.
import { dayBefore, dayNumber, minuteNumber, parseIso } from "./dates/calendar";
import { shapeOf } from "./dates/shape";
import type { Entry, Published } from "./types";

/** An entry with its position in the list that the host gave: what the panel knows it by. */
export interface Row {
  id: number;
  entry: Entry;
}

/** Entries under one year. */
export interface YearGroup {
  year: number;
  rows: Row[];
  /** How many of the rows stand before the publication; null: the publication is not marked in this group. */
  publishedAfter: number | null;
}

export interface ByTime {
  years: YearGroup[];
  /** Those with only a vague time, in order of the text. */
  vague: Row[];
}

export function isDated(entry: Entry): boolean {
  return shapeOf(entry) !== null;
}

/** Where the text first speaks of an entry; the title comes before the body. */
export function inText(a: Row, b: Row): number {
  const [one, other] = [a.entry.mentions[0], b.entry.mentions[0]];
  if (!one || !other) return Number(!one) - Number(!other) || a.id - b.id;
  return one.paragraph - other.paragraph || one.start - other.start
    || one.expressionStart - other.expressionStart || a.id - b.id;
}

interface Key {
  at: number;
  length: number;
  year: number;
}

/** By time. A plan that the publication does not lie behind yet never stands in the past. */
export function byTime(rows: Row[], published: Published | null): ByTime {
  const now = published ? parseIso(published.value) : null;
  const keyed: { row: Row; key: Key }[] = [];
  const vague: Row[] = [];
  for (const row of rows) {
    const key = keyOf(row.entry, now);
    if (key) keyed.push({ row, key });
    else vague.push(row);
  }
  keyed.sort((a, b) => a.key.at - b.key.at || b.key.length - a.key.length || inText(a.row, b.row));
  const border = now ? (dayNumber(now.year, now.month, now.day) + 1) * 1440 : null;
  return { years: mark(group(keyed), keyed, border), vague: vague.sort(inText) };
}

function keyOf(entry: Entry, now: ReturnType<typeof parseIso>): Key | null {
  const start = entry.start === null ? null : parseIso(entry.start);
  const end = entry.end === null ? null : parseIso(entry.end);
  const first = start ?? (end ? dayBefore(end) : null);
  if (!first) return null;
  const at = minuteNumber(first);
  const until = end ? minuteNumber(end) : Number.POSITIVE_INFINITY;
  const length = start ? until - at : 0;
  if (now && entry.kind === "planned") {
    const tomorrow = (dayNumber(now.year, now.month, now.day) + 1) * 1440;
    // "今年" of a plan began long ago, but what is planned lies ahead. What was meant to begin long ago and has no end is over.
    const overNight = end ? until > tomorrow : at >= tomorrow - 1440;
    if (overNight && at < tomorrow) return { at: tomorrow, length, year: now.year };
  }
  // "2003 年以前" sorts before 2003 and is looked for under it.
  return { at, length, year: start ? first.year : (end?.year ?? first.year) };
}

function group(keyed: { row: Row; key: Key }[]): YearGroup[] {
  const years: YearGroup[] = [];
  for (const { row, key } of keyed) {
    let last = years.at(-1);
    if (!last || last.year !== key.year) {
      last = { year: key.year, rows: [], publishedAfter: null };
      years.push(last);
    }
    last.rows.push(row);
  }
  return years;
}

/** Marks where what is to come parts from what has been; where nothing is to come, it would part nothing. */
function mark(years: YearGroup[], keyed: { key: Key }[], border: number | null): YearGroup[] {
  let before = border === null ? 0 : keyed.filter(({ key }) => key.at < border).length;
  if (before === 0 || before === keyed.length) return years;
  for (const year of years) {
    if (before <= year.rows.length) {
      year.publishedAfter = before;
      break;
    }
    before -= year.rows.length;
  }
  return years;
}
