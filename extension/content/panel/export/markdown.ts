import { formatDate } from "../dates/index";
import type { Entry } from "../types";
import { type ExportContext, inOrder, marksOf } from "./context";
import { fragmentLink } from "./fragment";

/** The timeline as a Markdown list; every entry links to its sentence. */
export function toMarkdown(entries: Entry[], context: ExportContext): string {
  const { dated, vague } = inOrder(entries, context);
  const lines = [`## ${link(context.title, context.url)}`, "", ...dated.map((entry) => line(entry, context))];
  if (vague.length > 0) lines.push("", `### ${escape(context.t("panelShelf"))}`, "", ...vague.map((entry) => line(entry, context)));
  return `${lines.join("\n")}\n`;
}

function line(entry: Entry, context: ExportContext): string {
  const mention = entry.mentions[0];
  const date = formatDate(entry, context.language) ?? mention?.expression.trim() ?? "";
  const headline = mention ? link(entry.headline, fragmentLink(context.url, mention.sentence)) : escape(entry.headline);
  const marks = marksOf(entry, context).map((mark) => ` *${escape(mark)}*`).join("");
  return `- ${date ? `**${escape(date)}** ` : ""}${headline}${marks}`;
}

function link(text: string, url: string): string {
  // In angle brackets an address may hold parentheses, but no angle brackets.
  return `[${escape(text)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

function escape(text: string): string {
  // NUL is no letter of Markdown, and other control characters say nothing.
  return text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "").replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}
