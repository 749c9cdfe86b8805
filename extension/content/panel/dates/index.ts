// An entry's time in the reader's language, and for machines.
import { isoDay, isoYear, pad, parseIso } from "./calendar";
import { chinese, chineseYear } from "./zh";
import { english, englishYear } from "./en";
import { type Dated, type Shape, shapeOf } from "./shape";

export type Language = "zh" | "en";

/** 2025年8月底, late Aug 2025; null where the time is vague. `within`: the year that stands above it already. */
export function formatDate(entry: Dated, language: Language, within: number | null = null): string | null {
  const shape = shapeOf(entry);
  if (!shape) return null;
  return language === "zh" ? chinese(shape, within) : english(shape, within);
}

/** The heading of a group of entries. */
export function formatYear(year: number, language: Language): string {
  return language === "zh" ? chineseYear(year) : englishYear(year);
}

/** Days written as ISO 8601 within a text, in the reader's way. */
export function localizeDays(text: string, language: Language): string {
  return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => formatPublished(day, "day", language));
}

/** A publication time: its day, and the minute where it is known. */
export function formatPublished(value: string, precision: string, language: Language, within: number | null = null): string {
  const at = parseIso(value);
  if (!at) return value;
  const unit = precision === "minute" || precision === "second" ? "minute" : precision === "hour" ? "hour" : "day";
  const shape: Shape = { form: "one", unit, first: at, last: at, part: null, approx: false };
  return language === "zh" ? chinese(shape, within) : english(shape, within);
}

/** The value of `<time datetime>`; null where HTML has no form for it (before year 1, only an end). */
export function machineDate(entry: Dated): string | null {
  const first = entry.start === null ? null : parseIso(entry.start);
  if (!first || first.year < 1) return null;
  switch (entry.precision) {
    case "century":
    case "decade":
    case "year":
      return isoYear(first.year);
    case "half":
    case "season":
    case "quarter":
    case "month":
      return `${isoYear(first.year)}-${pad(first.month)}`;
    case "hour":
    case "minute":
    case "second":
      return `${isoDay(first)}T${pad(first.hour)}:${pad(first.minute)}`;
    default:
      return isoDay(first);
  }
}

/** Whether an entry's time says its year by itself, without a heading: 2009年, 1990年代, 2012年5月—2014年3月. */
export function saysYear(entry: Dated, year: number): boolean {
  const shape = shapeOf(entry);
  return shape !== null && chinese(shape, year) === chinese(shape, null);
}
