import type { Language } from "../dates/index";
import type { Entry, Published } from "../types";
import { type Row, byTime } from "../order";
import { kindKey } from "../selection";

/** What an export needs besides the entries. */
export interface ExportContext {
  title: string;
  /** The page's address. */
  url: string;
  published: Published | null;
  language: Language;
  /** When it is exported, ISO 8601 in UTC (`2025-11-12T02:00:00Z`): calendars ask for it. */
  now: string;
  t(key: string, ...substitutions: string[]): string;
}

/** Entries in order of time; those with only a vague time come last. */
export function inOrder(entries: Entry[], { published }: ExportContext): { dated: Entry[]; vague: Entry[] } {
  const rows: Row[] = entries.map((entry, id) => ({ id, entry }));
  const { years, vague } = byTime(rows, published);
  return { dated: years.flatMap((year) => year.rows).map((row) => row.entry), vague: vague.map((row) => row.entry) };
}

/** The words for what marks an entry: 计划, 推定. */
export function marksOf(entry: Entry, { t }: ExportContext): string[] {
  const kind = entry.kind === "happened" ? [] : [t(kindKey(entry.kind))];
  return entry.inferred && entry.start !== null ? [...kind, t("panelInferred")] : kind;
}
