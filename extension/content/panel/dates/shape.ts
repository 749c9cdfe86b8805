// What an entry's time looks like, before it is put into the words of a language.
import type { Entry, Mention } from "../types";
import { type Moment, dayBefore, daysInMonth, isMidnight, parseIso } from "./calendar";

/** What is named: a year, a month, … */
export type Unit =
  | "century" | "decade" | "year" | "half" | "season" | "quarter" | "month" | "week" | "day" | "part" | "hour" | "minute";

/** Which part of its unit. */
export type Part = "early" | "mid" | "late" | "firstHalf" | "secondHalf";

export type Shape =
  | { form: "one"; unit: Unit; first: Moment; last: Moment; part: Part | null; approx: boolean; tenDays?: boolean }
  | { form: "range"; unit: "year" | "month" | "day" | "minute"; first: Moment; last: Moment; approx: boolean }
  | { form: "open"; side: "before" | "after"; unit: Unit; at: Moment; approx: boolean };

const UNITS: readonly string[] = [
  "century", "decade", "year", "half", "season", "quarter", "month", "week", "day", "part", "hour", "minute",
];

/** What of an entry tells its time; the mentions tell 下旬 from 底, which are the same days. */
export type Dated = Pick<Entry, "start" | "end" | "precision" | "approx"> & { mentions?: readonly Pick<Mention, "expression">[] };

/** The shape of an entry's time; null where it has only a vague one. */
export function shapeOf(entry: Dated): Shape | null {
  const first = entry.start === null ? null : parseIso(entry.start);
  const end = entry.end === null ? null : parseIso(entry.end);
  const unit = unitOf(entry.precision);
  const approx = entry.approx;
  // 9月10日前 stands at the day that it names.
  if (first && entry.precision === "before") return { form: "open", side: "before", unit: finest(first), at: first, approx };
  if (!first) return end ? { form: "open", side: "before", unit: unit ?? finest(end), at: end, approx } : null;
  if (!end) return { form: "open", side: "after", unit: unit ?? finest(first), at: first, approx };
  const last = isMidnight(end) ? dayBefore(end) : end;
  if (unit === null) return range(first, last, approx);
  const part = partOf(unit, first, last);
  if (part === "spans") return range(first, last, approx);
  const tenDays = entry.mentions?.some(({ expression }) => expression.includes("旬")) ?? false;
  return { form: "one", unit, first, last, part, approx, tenDays };
}

/** The engine's `second` is shown as a minute; `range` is no unit. */
function unitOf(precision: string): Unit | null {
  if (precision === "second") return "minute";
  return UNITS.includes(precision) ? (precision as Unit) : null;
}

function finest(moment: Moment): Unit {
  if (!isMidnight(moment)) return "minute";
  if (moment.day !== 1) return "day";
  return moment.month === 1 ? "year" : "month";
}

function range(first: Moment, last: Moment, approx: boolean): Shape {
  const months = first.day === 1 && isMidnight(first) && last.day === daysInMonth(last.year, last.month) && isMidnight(last);
  const years = months && first.month === 1 && last.month === 12;
  const unit = years ? "year" : months ? "month" : isMidnight(first) && isMidnight(last) ? "day" : "minute";
  const one = same(first, last, unit);
  return one && unit !== "minute"
    ? { form: "one", unit, first, last, part: null, approx }
    : { form: "range", unit, first, last, approx };
}

/** Whether two moments lie in the same year, month, day or minute. */
export function same(a: Moment, b: Moment, unit: "year" | "month" | "day" | "minute"): boolean {
  if (a.year !== b.year) return false;
  if (unit === "year") return true;
  if (a.month !== b.month) return false;
  if (unit === "month") return true;
  if (a.day !== b.day) return false;
  return unit === "day" || (a.hour === b.hour && a.minute === b.minute);
}

/** Which part of its unit a stretch is: null, all of it; "spans", more than one. */
function partOf(unit: Unit, first: Moment, last: Moment): Part | null | "spans" {
  switch (unit) {
    case "month":
      return same(first, last, "month") ? partOfMonth(first, last) : "spans";
    case "quarter":
    case "half":
    case "year":
      return partOfYears(unit, first, last);
    case "day":
      return same(first, last, "day") ? null : "spans";
    case "decade":
    case "century":
      return partOfAge(unit === "decade" ? 10 : 100, first, last);
    default:
      return null;
  }
}

function partOfMonth(first: Moment, last: Moment): Part | null | "spans" {
  const days = daysInMonth(first.year, first.month);
  const length = last.day - first.day + 1;
  if (length >= days - 1) return null;
  const [begins, ends] = [first.day === 1, last.day === days];
  if (begins) return length >= 14 ? "firstHalf" : "early";
  if (ends) return length >= 14 ? "secondHalf" : "late";
  return first.day >= 8 && last.day <= 22 ? "mid" : "spans";
}

function partOfYears(unit: "quarter" | "half" | "year", first: Moment, last: Moment): Part | null | "spans" {
  const size = { quarter: 3, half: 6, year: 12 }[unit];
  const from = first.month - ((first.month - 1) % size);
  const to = from + size - 1;
  if (first.year !== last.year || last.month > to) return "spans";
  const begins = first.month === from && first.day === 1;
  const ends = last.month === to && last.day === daysInMonth(last.year, last.month);
  if (begins && ends) return null;
  if (unit === "year" && begins && last.month === 6 && last.day === 30) return "firstHalf";
  if (unit === "year" && ends && first.month === 7 && first.day === 1) return "secondHalf";
  return begins ? "early" : ends ? "late" : "mid";
}

function partOfAge(size: number, first: Moment, last: Moment): Part | null | "spans" {
  // Centuries are counted both from …00 and from …01: one year of difference is none.
  const from = Math.floor(first.year / size) * size;
  const offset = size === 100 && first.year % 100 === 1 ? 1 : 0;
  const [begins, ends] = [first.year - from <= offset, last.year >= from + size - 1];
  if (last.year > from + size) return "spans";
  if (begins && ends) return null;
  return begins ? "early" : ends ? "late" : "mid";
}

/** The season that a time begins in. */
export function seasonOf(first: Moment): "spring" | "summer" | "autumn" | "winter" {
  if (first.month >= 3 && first.month <= 5) return "spring";
  if (first.month >= 6 && first.month <= 8) return "summer";
  return first.month >= 9 && first.month <= 11 ? "autumn" : "winter";
}

export type DayPart = "small" | "dawn" | "morning" | "noon" | "afternoon" | "dusk" | "evening" | "night";

/** The part of the day, by its middle: 晚上 and 傍晚 begin at the same hour. */
export function dayPartOf(first: Moment, last: Moment): DayPart {
  const until = same(first, last, "day") && !isMidnight(last) ? last.hour + last.minute / 60 : 24;
  const middle = (first.hour + first.minute / 60 + until) / 2;
  if (middle < 5) return "small";
  if (middle < 8) return "dawn";
  if (middle < 11.5) return "morning";
  if (middle < 13) return "noon";
  if (middle < 17.5) return "afternoon";
  if (middle < 19) return "dusk";
  return middle < 22.5 ? "evening" : "night";
}
