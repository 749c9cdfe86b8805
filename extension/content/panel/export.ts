// The timeline in the formats of other programs. Pure functions of entries and context: no DOM, no clock.
export type { ExportContext } from "./export/context";
export { toText } from "./export/text";
export { toMarkdown } from "./export/markdown";
export { toIcs } from "./export/ics";
export { toJsonLd } from "./export/jsonld";
export { toCsv } from "./export/csv";
export { toTimelineJs } from "./export/timelinejs";
export { fragmentLink } from "./export/fragment";
