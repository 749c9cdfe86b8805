// Calendar arithmetic on plain numbers. `Date` is not used: it has no years before 100, and a time zone.

/** A moment as exact as it is written; `day` and finer are filled in with the beginning. */
export interface Moment {
  /** Astronomical: 0 is 1 BC. */
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const ISO = /^([+-]?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d)(?::(\d\d)(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** Reads an ISO 8601 date or date and time; its zone is left aside, for the panel shows the article's own days. */
export function parseIso(value: string): Moment | null {
  const found = ISO.exec(value);
  if (!found) return null;
  const part = (at: number, otherwise: number) => (found[at] === undefined ? otherwise : Number(found[at]));
  const moment = { year: part(1, 0), month: part(2, 1), day: part(3, 1), hour: part(4, 0), minute: part(5, 0) };
  const valid = moment.month >= 1 && moment.month <= 12 && moment.day >= 1
    && moment.day <= daysInMonth(moment.year, moment.month) && moment.hour <= 24 && moment.minute < 60;
  return valid ? moment : null;
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01, proleptic Gregorian. */
export function dayNumber(year: number, month: number, day: number): number {
  // March-based years put the leap day last, so that a month's offset is a linear formula.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** Minutes since 1970-01-01: what entries are sorted by. */
export function minuteNumber(moment: Moment): number {
  return dayNumber(moment.year, moment.month, moment.day) * 1440 + moment.hour * 60 + moment.minute;
}

/** The day before a day. */
export function dayBefore({ year, month, day }: Moment): Moment {
  if (day > 1) return { year, month, day: day - 1, hour: 0, minute: 0 };
  const before = month > 1 ? { year, month: month - 1 } : { year: year - 1, month: 12 };
  return { ...before, day: daysInMonth(before.year, before.month), hour: 0, minute: 0 };
}

/** Whether a moment stands at the beginning of its day. */
export function isMidnight(moment: Moment): boolean {
  return moment.hour === 0 && moment.minute === 0;
}

/** `2025-07-01`, `-0220-01-01`. */
export function isoDay({ year, month, day }: Moment): string {
  return `${isoYear(year)}-${pad(month)}-${pad(day)}`;
}

/** `2025`, `-0220`, `0009`. */
export function isoYear(year: number): string {
  return (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
}

export function pad(value: number): string {
  return String(value).padStart(2, "0");
}
