import { dayBefore, isMidnight, isoDay, parseIso } from "../dates/calendar";
import { machineDate } from "../dates/index";
import type { Entry } from "../types";
import { type ExportContext, inOrder } from "./context";
import { fragmentLink } from "./fragment";

/** The dated entries as a schema.org ItemList of Events. What is denied is left out: an Event is one that takes place. */
export function toJsonLd(entries: Entry[], context: ExportContext): string {
  const events = inOrder(entries, context).dated.filter((entry) => entry.kind !== "denied" && entry.start !== null);
  const list = {
    "@context": "https://schema.org",
    "@type": "ItemList",
    name: context.title,
    isBasedOn: {
      "@type": "NewsArticle",
      headline: context.title,
      url: context.url,
      ...(context.published ? { datePublished: context.published.value } : {}),
    },
    numberOfItems: events.length,
    itemListElement: events.map((entry, at) => ({ "@type": "ListItem", position: at + 1, item: event(entry, context) })),
  };
  return `${JSON.stringify(list, null, 2)}\n`;
}

function event(entry: Entry, context: ExportContext): object {
  const sentence = entry.mentions[0]?.sentence ?? "";
  const end = entry.end === null ? null : parseIso(entry.end);
  // Ours is exclusive, schema.org's is the last day itself.
  const last = end ? (isMidnight(end) ? isoDay(dayBefore(end)) : entry.end) : null;
  return {
    "@type": "Event",
    name: entry.headline,
    startDate: machineDate(entry) ?? entry.start,
    ...(last ? { endDate: last } : {}),
    ...(entry.kind === "planned" ? { eventStatus: "https://schema.org/EventScheduled" } : {}),
    ...(sentence ? { description: sentence } : {}),
    url: fragmentLink(context.url, sentence),
    ...(entry.participants.length > 0 ? { about: entry.participants.map((name) => ({ "@type": "Thing", name })) } : {}),
  };
}
