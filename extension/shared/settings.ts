// What the reader has chosen, in storage.local: it never leaves the machine.
import { COPY_DEFAULTS, copyState, type CopyState } from "./copying";
import { keptBySite, type Kept } from "./keep";
import { MENU_DEFAULTS, menuState, type MenuState } from "./menus";
import { chosenFor } from "./pattern";
import { READER_DEFAULTS, readerState, type Coming, type ReaderState } from "./reading";
import { isRecord, within } from "./within";

export interface Settings {
  /** Sites by their key: on or off, where the reader has said so. */
  sites: Record<string, boolean>;
  /** Categories that are left alone. */
  off: string[];
  /** The reader's own rules, one a line. */
  rules: string;
  /** What is not removed again, by the site's key. */
  keep: Record<string, Kept[]>;
  /** Whether articles get a timeline. */
  timeline: boolean;
  panel: PanelState;
  reader: ReaderState;
  copy: CopyState;
  /** The entries of the context menu. */
  menus: MenuState;
  /** Whether the toolbar's button counts what was removed. */
  counter: boolean;
}

export interface PanelState {
  collapsed: boolean | null;
  width: number | null;
  order: "time" | "text";
}

export const DEFAULTS: Settings = {
  sites: {},
  off: [],
  rules: "",
  keep: {},
  timeline: true,
  panel: { collapsed: null, width: null, order: "time" },
  reader: READER_DEFAULTS,
  copy: COPY_DEFAULTS,
  menus: MENU_DEFAULTS,
  counter: false,
};

/** The settings as they are stored. */
export async function loadSettings(): Promise<Settings> {
  return settingsOf(await chrome.storage.local.get(Object.keys(DEFAULTS)));
}

/** The settings, with the defaults where nothing, or something of another shape, is stored. */
export function settingsOf(stored: Record<string, unknown>): Settings {
  return {
    sites: flags(stored["sites"]),
    off: Array.isArray(stored["off"]) ? stored["off"].filter((name) => typeof name === "string") : DEFAULTS.off,
    rules: typeof stored["rules"] === "string" ? stored["rules"] : DEFAULTS.rules,
    keep: keptBySite(stored["keep"]),
    timeline: typeof stored["timeline"] === "boolean" ? stored["timeline"] : DEFAULTS.timeline,
    panel: panelState(stored["panel"]),
    reader: readerState(stored["reader"]),
    copy: copyState(stored["copy"]),
    menus: menuState(stored["menus"]),
    counter: typeof stored["counter"] === "boolean" ? stored["counter"] : DEFAULTS.counter,
  };
}

/** Where values are kept that could not be read and were written over. */
const UNREAD = "unread";

/** Stores a part of the settings. What stood there and could not be read, of a newer version or damaged, is kept. */
export async function saveSettings(part: Partial<Settings>): Promise<void> {
  const lost = unreadOf(await chrome.storage.local.get(Object.keys(part)));
  if (Object.keys(lost).length > 0) {
    await chrome.storage.local.set({ [UNREAD]: { ...(await keptUnread()), ...lost } });
  }
  await chrome.storage.local.set(part);
}

/** The stored values of which something could not be read. */
export function unreadOf(stored: Record<string, unknown>): Record<string, unknown> {
  const read = settingsOf(stored) as unknown as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(stored).filter(([key, value]) => Object.hasOwn(read, key) && !within(value, read[key])),
  );
}

/** All that could not be read, now or before it was written over. */
export async function loadUnread(): Promise<Record<string, unknown>> {
  return { ...(await keptUnread()), ...unreadOf(await chrome.storage.local.get(Object.keys(DEFAULTS))) };
}

async function keptUnread(): Promise<Record<string, unknown>> {
  const { [UNREAD]: kept } = await chrome.storage.local.get(UNREAD);
  return isRecord(kept) ? kept : {};
}

/** Turns a site on or off; `null`: as everywhere. */
export async function setSite(site: string, on: boolean | null): Promise<void> {
  const { sites } = await loadSettings();
  await saveSettings({ sites: { ...without(sites, site), ...(on === null ? {} : { [site]: on }) } });
}

/** Forgets what was chosen for a site, as if it had never been visited; what is kept there stays kept. */
export async function forgetSite(site: string): Promise<void> {
  const { sites, reader } = await loadSettings();
  await saveSettings({ sites: without(sites, site), reader: { ...reader, sites: without(reader.sites, site) } });
}

/** Changes what is copied. */
export async function changeCopy(change: Partial<CopyState>): Promise<void> {
  const { copy } = await loadSettings();
  await saveSettings({ copy: { ...copy, ...change } });
}

/** Changes how the reader mode looks, or when it comes. */
export async function changeReader(change: Partial<ReaderState>): Promise<void> {
  const { reader } = await loadSettings();
  await saveSettings({ reader: { ...reader, ...change } });
}

/** Says when the reader mode comes on a site; `null`: as everywhere. */
export async function setComing(site: string, coming: Coming | null): Promise<void> {
  const { reader } = await loadSettings();
  const named = coming === null ? {} : { [site]: coming };
  await saveSettings({ reader: { ...reader, sites: { ...without(reader.sites, site), ...named } } });
}

/** Calls back whenever a setting changes, wherever it was changed. */
export function onSettings(changed: (settings: Settings) => void): void {
  chrome.storage.onChanged.addListener((_, area) => {
    if (area === "local") {
      void loadSettings().then(changed);
    }
  });
}

/** Whether a site is read without being asked. */
export function isOn(settings: Settings, site: string): boolean {
  return chosenFor(settings.sites, site) ?? site === ZAKER;
}

/** ZAKER's key, whichever of its hosts. */
export const ZAKER = "myzaker.com";

/** The key of the site of an address. */
export function siteOf(hostname: string): string {
  return hostname === ZAKER || hostname.endsWith(`.${ZAKER}`) ? ZAKER : hostname;
}

function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

function flags(value: unknown): Record<string, boolean> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return {};
  }
  return Object.fromEntries(Object.entries(value).filter(([, flag]) => typeof flag === "boolean"));
}

function panelState(value: unknown): PanelState {
  if (typeof value !== "object" || value === null) {
    return DEFAULTS.panel;
  }
  const state = value as Partial<Record<keyof PanelState, unknown>>;
  return {
    collapsed: typeof state.collapsed === "boolean" ? state.collapsed : null,
    width: typeof state.width === "number" && Number.isFinite(state.width) ? state.width : null,
    order: state.order === "text" ? "text" : "time",
  };
}
