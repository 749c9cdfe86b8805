// What the reader has decided about a page, as the core is told it.
import type { CleanOptions } from "engine";

import type { Settings } from "../shared/settings";

/** The options of a reading. What is not set does not cross. */
export function optionsOf(settings: Settings, site: string): CleanOptions {
  const keep = (settings.keep[site] ?? []).map(({ key }) => key);
  return {
    now: new Date().toISOString(),
    off: settings.off,
    ...(settings.rules === "" ? {} : { rules: settings.rules }),
    ...(keep.length === 0 ? {} : { keep }),
  };
}

/** Whether a page of a site is read otherwise after a change. */
export function changesReading(before: Settings, after: Settings, site: string): boolean {
  const told = (settings: Settings): string => {
    const { off, rules = "", keep = [] } = optionsOf(settings, site);
    return JSON.stringify([settings.timeline, off, rules, keep]);
  };
  return told(before) !== told(after);
}
