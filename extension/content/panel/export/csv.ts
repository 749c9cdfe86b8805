import type { Entry } from "../types";
import { type ExportContext, inOrder } from "./context";
import { fragmentLink } from "./fragment";

const HEADER = [
  "start", "end", "precision", "approx", "inferred", "kind", "headline", "participants", "importance", "expression", "sentence", "derivation", "url",
];

/** The timeline as CSV (RFC 4180), with a byte order mark: without it spreadsheets misread Chinese. */
export function toCsv(entries: Entry[], context: ExportContext): string {
  const { dated, vague } = inOrder(entries, context);
  const rows = [...dated, ...vague].map((entry) => {
    const mention = entry.mentions[0];
    return [
      entry.start ?? "", entry.end ?? "", entry.precision, String(entry.approx), String(entry.inferred), entry.kind, entry.headline,
      entry.participants.join("; "), String(entry.importance), mention?.expression ?? "", mention?.sentence ?? "", mention?.derivation ?? "",
      fragmentLink(context.url, mention?.sentence ?? ""),
    ];
  });
  return `\ufeff${[HEADER, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: string): string {
  // A spreadsheet would run a page's text as a formula; a date before our era begins with a minus and is none.
  const harmless = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
