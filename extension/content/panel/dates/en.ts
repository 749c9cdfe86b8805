// Times in English: late Aug 2025.
import { type Moment, pad } from "./calendar";
import { type DayPart, type Part, type Shape, dayPartOf, same, seasonOf } from "./shape";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAY_PARTS: Record<DayPart, string> = {
  small: "early hours", dawn: "early morning", morning: "morning", noon: "noon", afternoon: "afternoon",
  dusk: "early evening", evening: "evening", night: "late night",
};
const PARTS: Record<Part, string> = {
  early: "early ", mid: "mid-", late: "late ", firstHalf: "first half of ", secondHalf: "second half of ",
};

/** A shape in words. `within` is the year of the group it stands in, which is not said again. */
export function english(shape: Shape, within: number | null): string {
  switch (shape.form) {
    case "open": {
      const { at, unit } = shape;
      const name = one({ form: "one", unit, first: at, last: at, part: null, approx: false }, within);
      return `${shape.side === "after" ? "since" : "before"} ${name}`;
    }
    case "range":
      return (shape.approx ? "about " : "") + range(shape, within);
    case "one":
      return one(shape, within);
  }
}

/** The name of a year: 2025, 221 BC. */
export function englishYear(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function century(year: number): string {
  return year > 0 ? `${ordinal(Math.floor(year / 100) + 1)} century` : `${ordinal(Math.floor(-year / 100) + 1)} century BC`;
}

function year(moment: Moment, within: number | null): string {
  return moment.year === within ? "" : ` ${englishYear(moment.year)}`;
}

function name(moment: Moment): string {
  return MONTHS[moment.month - 1] ?? "";
}

function day(moment: Moment, within: number | null): string {
  return `${moment.day} ${name(moment)}${year(moment, within)}`;
}

function clock(moment: Moment): string {
  return `${pad(moment.hour)}:${pad(moment.minute)}`;
}

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[value % 10] ?? "th");
  return `${value}${ending}`;
}

function one(shape: Extract<Shape, { form: "one" }>, within: number | null): string {
  const { unit, first, last, part, approx } = shape;
  const before = part ? PARTS[part] : approx ? "around " : "";
  switch (unit) {
    case "century":
      return `${before}${century(first.year)}`;
    case "decade":
      return `${before}${Math.floor(first.year / 10) * 10}s`;
    case "year":
      return before + englishYear(first.year);
    case "half":
      return `${before}H${first.month <= 6 ? 1 : 2}${year(first, within)}`;
    case "season":
      return `${seasonOf(first)}${year(first, within)}`;
    case "quarter":
      return `${before}Q${Math.floor((first.month - 1) / 3) + 1}${year(first, within)}`;
    case "month":
      return `${before}${name(first)}${year(first, within)}`;
    case "week":
      return same(first, last, "day") ? day(first, within) : range({ unit: "day", first, last }, within);
    case "day":
      return `${before}${day(first, within)}`;
    case "part":
      return `${day(first, within)}, ${DAY_PARTS[dayPartOf(first, last)]}`;
    case "hour":
    case "minute":
      return `${day(first, within)}, ${approx ? "about " : ""}${clock(first)}`;
  }
}

function range(shape: Pick<Extract<Shape, { form: "range" }>, "unit" | "first" | "last">, within: number | null): string {
  const { unit, first, last } = shape;
  if (unit === "year") {
    return first.year > 0 ? `${first.year}–${last.year}` : `${englishYear(first.year)} – ${englishYear(last.year)}`;
  }
  const sameYear = first.year === last.year;
  const from = sameYear ? first.year : null;
  const to = sameYear ? within : null;
  if (unit === "month") {
    return sameYear ? `${name(first)}–${name(last)}${year(last, within)}` : `${name(first)}${year(first, null)} – ${name(last)}${year(last, null)}`;
  }
  if (unit === "day") {
    return same(first, last, "month") ? `${first.day}–${day(last, to)}` : `${day(first, from)} – ${day(last, to)}`;
  }
  return same(first, last, "day")
    ? `${day(first, within)}, ${clock(first)}–${clock(last)}`
    : `${day(first, from)}, ${clock(first)} – ${day(last, to)}, ${clock(last)}`;
}
