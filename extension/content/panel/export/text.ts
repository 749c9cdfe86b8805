import { formatDate } from "../dates/index";
import type { Entry } from "../types";
import { type ExportContext, inOrder, marksOf } from "./context";

/** The timeline as plain text, an entry a line. */
export function toText(entries: Entry[], context: ExportContext): string {
  const { dated, vague } = inOrder(entries, context);
  const lines = [context.title, "", ...dated.map((entry) => line(entry, context))];
  if (vague.length > 0) lines.push("", context.t("panelShelf"), ...vague.map((entry) => line(entry, context)));
  return `${[...lines, "", context.url].join("\n")}\n`;
}

function line(entry: Entry, context: ExportContext): string {
  const date = formatDate(entry, context.language) ?? entry.mentions[0]?.expression.trim() ?? "";
  const marks = marksOf(entry, context).map((mark) => (context.language === "zh" ? `（${mark}）` : ` (${mark})`));
  return [date, `${entry.headline}${marks.join("")}`].filter((part) => part).join("  ");
}
