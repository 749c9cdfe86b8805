// The settings as a file: what differs from the defaults, and the version of the form. A file is taken as a whole or
// not at all.
import { DEFAULTS, settingsOf, type Settings } from "./settings";
import { isRecord, within } from "./within";

/** The version of the form that is written, and the newest that is read. */
export const VERSION = 1;

/** The largest file that is read, in bytes: the browser stores no more. */
export const LARGEST = 5_000_000;

/** Why a file is no settings: not JSON, of something else, of a newer version, or with a value out of shape. */
export type BackupFault = "json" | "other" | "newer" | "shape" | "large";

/** The settings as the text of a file. */
export function backupOf(settings: Settings): string {
  return `${JSON.stringify({ qingdu: VERSION, settings: difference(settings, DEFAULTS) }, null, 2)}\n`;
}

/** The settings of a file, or what is wrong with it; `part` names the value that is out of shape. */
export function settingsFrom(text: string): { settings: Settings } | { fault: BackupFault; part: string } {
  if (text.length > LARGEST) {
    return { fault: "large", part: "" };
  }
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { fault: "json", part: "" };
  }
  const version = isRecord(file) ? file["qingdu"] : undefined;
  if (!isRecord(file) || typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return { fault: "other", part: "" };
  }
  if (version > VERSION) {
    return { fault: "newer", part: String(version) };
  }
  if (!isRecord(file["settings"])) {
    return { fault: "shape", part: "settings" };
  }
  return checked(file["settings"]);
}

/** What the guards of the store would drop or change, they may not drop silently here. */
function checked(given: Record<string, unknown>): ReturnType<typeof settingsFrom> {
  const settings = settingsOf(given);
  const read = settings as unknown as Record<string, unknown>;
  const wrong = Object.entries(given).find(([key, value]) => !Object.hasOwn(read, key) || !within(value, read[key]));
  return wrong === undefined ? { settings } : { fault: "shape", part: wrong[0] };
}

/** The fields, one level down as well, that are not as in the defaults. */
function difference(settings: object, defaults: object): Record<string, unknown> {
  const others = Object.entries(settings).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify((defaults as Record<string, unknown>)[key]),
  );
  return Object.fromEntries(
    others.map(([key, value]: [string, unknown]) => {
      const usual = (defaults as Record<string, unknown>)[key];
      return [key, isRecord(value) && isRecord(usual) ? difference(value, usual) : value];
    }),
  );
}
