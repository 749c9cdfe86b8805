import { type Moment, dayBefore, isMidnight, parseIso } from "../dates/calendar";
import { formatDate } from "../dates/index";
import type { Entry } from "../types";
import { type ExportContext, inOrder, marksOf } from "./context";
import { fragmentLink } from "./fragment";

const COARSE: Record<string, number> = { century: 1, decade: 1, year: 1, half: 2, season: 2, quarter: 2, month: 2 };

/** The dated entries as TimelineJS JSON. */
export function toTimelineJs(entries: Entry[], context: ExportContext): string {
  const { dated } = inOrder(entries, context);
  const events = dated.flatMap((entry, at) => slide(entry, at, context));
  const timeline = {
    scale: "human",
    title: { text: { headline: html(context.title), text: anchor(context.url, context.url) } },
    events,
  };
  return `${JSON.stringify(timeline, null, 2)}\n`;
}

function slide(entry: Entry, at: number, context: ExportContext): object[] {
  const start = entry.start === null ? null : parseIso(entry.start);
  const end = entry.end === null ? null : parseIso(entry.end);
  const last = end ? (isMidnight(end) ? dayBefore(end) : end) : null;
  const first = start ?? last;
  if (!first) return [];
  const parts = COARSE[entry.precision] ?? (first.hour + first.minute > 0 ? 5 : 3);
  const sentence = entry.mentions[0]?.sentence ?? "";
  const marks = marksOf(entry, context);
  return [{
    unique_id: `entry-${at + 1}`,
    start_date: date(first, parts),
    ...(start && last ? { end_date: date(last, Math.max(parts, 3)) } : {}),
    display_date: html(formatDate(entry, context.language) ?? ""),
    ...(marks[0] ? { group: marks[0] } : {}),
    text: { headline: html(entry.headline), text: sentence ? `<p>${anchor(fragmentLink(context.url, sentence), sentence)}</p>` : "" },
  }];
}

function date(moment: Moment, parts: number): object {
  const { year, month, day, hour, minute } = moment;
  return Object.fromEntries(Object.entries({ year, month, day, hour, minute }).slice(0, parts));
}

/** TimelineJS puts its texts into the page as HTML. */
function html(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function anchor(url: string, text: string): string {
  return /^https?:/i.test(url) ? `<a href="${html(url)}">${html(text)}</a>` : html(text);
}
