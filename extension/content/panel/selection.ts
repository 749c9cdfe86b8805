// Which entries are shown: the main ones of a long list, or those that a filter asks for.
import type { Row } from "./order";
import type { Kind } from "./types";

export const KINDS: readonly Kind[] = ["happened", "planned", "reported", "denied", "recurring"];

/** Up to this many entries a list is shown whole. */
const LONG = 11;
/** How many main ones a long list folds to. */
const MAIN = 8;

export interface Filter {
  participants: ReadonlySet<string>;
  kinds: ReadonlySet<Kind>;
}

export const NO_FILTER: Filter = { participants: new Set(), kinds: new Set() };

export function isFiltering(filter: Filter): boolean {
  return filter.participants.size > 0 || filter.kinds.size > 0;
}

/** Any of the chosen participants, and any of the chosen kinds. */
export function matching(rows: Row[], filter: Filter): Row[] {
  return rows.filter(({ entry }) => {
    const who = filter.participants.size === 0 || entry.participants.some((name) => filter.participants.has(name));
    return who && (filter.kinds.size === 0 || filter.kinds.has(entry.kind));
  });
}

/** The main entries of a long list; all of a short one. */
export function mainRows(rows: Row[]): Row[] {
  if (rows.length <= LONG) return rows;
  const ranked = [...rows].sort((a, b) => b.entry.importance - a.entry.importance || a.id - b.id);
  const main = new Set(ranked.slice(0, MAIN).map((row) => row.id));
  return rows.filter((row) => main.has(row.id));
}

/** Who takes part, and in how many entries, the most frequent first. */
export function participantsOf(rows: Row[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { entry } of rows) {
    for (const name of new Set(entry.participants)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const all = [...counts].map(([name, count]) => ({ name, count }));
  return all.sort((a, b) => b.count - a.count);
}

export function kindsOf(rows: Row[]): { kind: Kind; count: number }[] {
  const all = KINDS.map((kind) => ({ kind, count: rows.filter(({ entry }) => entry.kind === kind).length }));
  return all.filter(({ count }) => count > 0);
}

/** The key of a kind's name. */
export function kindKey(kind: Kind): string {
  return `panelKind${kind[0]?.toUpperCase()}${kind.slice(1)}`;
}
