// What the reader does not want removed again, by site. A text is known by a key that the core makes of its words,
// a part of the page by the rule that hides it; the text is here only to be shown.
import { loadSettings, saveSettings } from "./settings";

export interface Kept {
  key: string;
  category: string;
  text: string;
}

/** So many a site; the oldest goes first. */
const MOST = 200;

/** Leaves something in sight on a site from now on. */
export async function keepOn(site: string, kept: Kept): Promise<void> {
  const { keep } = await loadSettings();
  const others = (keep[site] ?? []).filter(({ key }) => key !== kept.key);
  await saveSettings({ keep: { ...keep, [site]: [...others, kept].slice(-MOST) } });
}

/** Takes that back. */
export async function forgetOn(site: string, key: string): Promise<void> {
  const { keep } = await loadSettings();
  const { [site]: here = [], ...elsewhere } = keep;
  const left = here.filter((kept) => kept.key !== key);
  await saveSettings({ keep: left.length > 0 ? { ...elsewhere, [site]: left } : elsewhere });
}

/** What is stored, where it has the right shape. */
export function keptBySite(value: unknown): Record<string, Kept[]> {
  if (typeof value !== "object" || value === null) {
    return {};
  }
  const sites = Object.entries(value).map(([site, list]) => [site, Array.isArray(list) ? list.filter(isKept) : []]);
  return Object.fromEntries(sites) as Record<string, Kept[]>;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { key, category, text } = value as Record<keyof Kept, unknown>;
  return typeof key === "string" && typeof category === "string" && typeof text === "string";
}
