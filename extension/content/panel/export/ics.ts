import { type Moment, dayNumber, isoDay, pad, parseIso } from "../dates/calendar";
import { formatDate } from "../dates/index";
import type { Entry } from "../types";
import { type ExportContext, inOrder, marksOf } from "./context";
import { fragmentLink } from "./fragment";

const EXACT: readonly string[] = ["day", "part", "hour", "minute", "second"];

/** The entries that a calendar can hold (those known to the day, and what is planned) as iCalendar (RFC 5545). */
export function toIcs(entries: Entry[], context: ExportContext): string {
  const { dated } = inOrder(entries, context);
  const events = dated.filter((entry) => fits(entry)).flatMap((entry) => event(entry, context));
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Qingdu//Timeline//ZH", "CALSCALE:GREGORIAN", `X-WR-CALNAME:${text(context.title)}`, ...events, "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function fits(entry: Entry): boolean {
  const start = entry.start === null ? null : parseIso(entry.start);
  // A calendar's years have four digits; what did not happen is no appointment.
  if (!start || start.year < 1000 || start.year > 9999 || entry.kind === "denied") return false;
  return entry.kind === "planned" || EXACT.includes(entry.precision);
}

function event(entry: Entry, context: ExportContext): string[] {
  const start = parseIso(entry.start ?? "");
  if (!start) return [];
  const mention = entry.mentions[0];
  const address = fragmentLink(context.url, mention?.sentence ?? "");
  const date = formatDate(entry, context.language) ?? "";
  const marks = marksOf(entry, context).join("，");
  const coarse = !EXACT.includes(entry.precision) || entry.approx;
  return [
    "BEGIN:VEVENT",
    `UID:${hash(`${context.url}\n${entry.start}\n${entry.headline}`)}@qingdu`,
    `DTSTAMP:${context.now.replace(/\.\d+/, "").replace(/[-:]/g, "")}`,
    ...times(entry, start),
    // A month that fills the calendar must say that it is not known more exactly.
    `SUMMARY:${text([entry.headline, coarse ? date : "", marks].filter((part) => part).join(" · "))}`,
    `DESCRIPTION:${text([mention?.sentence ?? "", date, address].filter((part) => part).join("\n"))}`,
    `URL:${address}`,
    `STATUS:${entry.kind === "planned" || entry.inferred || coarse ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function times(entry: Entry, start: Moment): string[] {
  const end = entry.end === null ? null : parseIso(entry.end);
  const clock = ["hour", "minute", "second"].includes(entry.precision);
  if (!clock) {
    const first = dayNumber(start.year, start.month, start.day);
    const last = end && end.hour === 0 && end.minute === 0 ? end : null;
    const until = last && dayNumber(last.year, last.month, last.day) > first ? last : null;
    return [`DTSTART;VALUE=DATE:${compact(start)}`, ...(until ? [`DTEND;VALUE=DATE:${compact(until)}`] : [])];
  }
  // Without a zone: the text names the clock of the place it speaks of.
  const later = end && entry.precision === "hour" ? [`DTEND:${compact(end)}T${pad(end.hour)}${pad(end.minute)}00`] : [];
  return [`DTSTART:${compact(start)}T${pad(start.hour)}${pad(start.minute)}00`, ...later];
}

function compact(moment: Moment): string {
  return isoDay(moment).replaceAll("-", "");
}

function text(value: string): string {
  // Calendars refuse control characters.
  return value.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");
}

/** Lines have at most 75 octets; a letter of several octets must not be cut. */
function fold(line: string): string {
  const size = (letter: string) => new TextEncoder().encode(letter).length;
  let [folded, octets] = ["", 0];
  for (const letter of line) {
    const more = size(letter);
    if (octets + more > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += letter;
    octets += more;
  }
  return folded;
}

/** FNV-1a, twice: the same entry keeps its identity, so that importing again does not double it. */
function hash(value: string): string {
  return [0x811c9dc5, 0x01234567].map((seed) => {
    let state = seed;
    for (const letter of value) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return (state >>> 0).toString(16).padStart(8, "0");
  }).join("");
}
