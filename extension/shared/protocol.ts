// The one map of every message: who may send it, what it asks, what it is answered.
import type { CleanOptions, CopyHead, Paragraph, RuleFault } from "engine";

import type { CopyForm } from "./copying";
import type { Kept } from "./keep";
import { askOverLine } from "./line";
import type { PageSheet } from "./style";

/** A page, as `content/crossing.ts` writes it. */
export interface CrossingPage {
  nodes: string;
  attributes: string;
  words: string;
}

/** To the background. */
export interface ToBackground {
  /** Reads a page; a `Cleaning` as JSON, which crosses faster than many small values. The key names the reading. */
  clean: { ask: { key: string; page: CrossingPage; options: CleanOptions }; answer: string };
  /** Whether a page is an article, of a walk for that decision: why it is none, or null, as JSON. */
  decide: { ask: CrossingPage; answer: string };
  /** What the core sees of a page, block by block, redacted: a text for an issue. */
  report: { ask: { page: CrossingPage; options: CleanOptions }; answer: string };
  /** Dates the events of a reading, by its key; null where the background no longer has it. */
  timelineOf: { ask: { key: string }; answer: string | null };
  /** Dates the events of a text: a `TimelineInput` and an array of `Entry`, both as JSON. */
  timeline: { ask: string; answer: string };
  /** What is wrong with rules of the reader's own: the lines that do not hold. */
  checkRules: { ask: string; answer: RuleFault[] };
  /** Sets texts as Chinese is set: `{ spacing, texts }`, and for each text its changes in UTF-16, both as JSON. */
  typeset: { ask: string; answer: string };
  /** Starts the background before it is needed. */
  wake: { ask: null; answer: null };
  /** Writes a text for the clipboard. */
  copyText: { ask: { head: CopyHead; paragraphs: Paragraph[]; form: CopyForm }; answer: CopyText };
  /** Puts a style sheet into the page, or takes it out. */
  style: { ask: { sheet: PageSheet; on: boolean }; answer: null };
  /** Says how the page stands, for the toolbar. */
  badge: { ask: { state: ShownState; removed: number }; answer: null };
  /**
   * Writes to the clipboard where the page may not (http:). Firefox's event page can; Chrome's worker has no
   * clipboard, so the popup opens, copies and says `said`.
   */
  copyForPage: { ask: { text: CopyText; said: string }; answer: "written" | "popup" };
  /** Something of a tab was copied: the toolbar's button says so for a moment. A page speaks for its own tab. */
  copied: { ask: { tab: number | null }; answer: null };
  /** Does on the page what a key would do: the guide beside the sample article asks. */
  press: { ask: { name: string }; answer: null };
  /** Starts the content script in a tab that the reader pointed at. */
  inject: { ask: { tab: number }; answer: null };
}

/** A page on its way to the core: `content/crossing.ts`. */
export interface CrossingPage {
  nodes: string;
  attributes: string;
  words: string;
}

/** To a page's content script. */
export interface ToPage {
  status: { ask: null; answer: PageStatus };
  /** Puts something back, or takes it out again; all of it without a key. */
  putBack: { ask: { key: string | null; back: boolean }; answer: PageStatus };
  /** The whole text of something that was removed. */
  whole: { ask: { key: string }; answer: string };
  /** Puts something back and leads the reader there. */
  reveal: { ask: { key: string }; answer: PageStatus };
  /** Never removes it again on this site; or does again what is kept under that key. */
  keep: { ask: { key: string; on: boolean }; answer: PageStatus };
  /** Reads the page now, whatever the site's setting, or lets go of it. */
  run: { ask: { on: boolean }; answer: PageStatus };
  /** Opens or closes the timeline. */
  timeline: { ask: { open: boolean }; answer: PageStatus };
  /** Opens or leaves the reader mode. */
  reader: { ask: { open: boolean }; answer: PageStatus };
  /** The text as it is copied, and what to say about it. */
  copyText: { ask: { form: CopyForm }; answer: CopyText & { title: string; letters: number; of: "article" | "selection" } };
  /** The page for an issue: its structure and the verdicts, without its text. */
  report: { ask: null; answer: string };
  /** Copies from the page: what is selected, or the article. `given` is what is selected in a frame of its own. */
  copy: { ask: { of: "article" | "selection"; given: string }; answer: null };
  /** Lets the reader point at something that is to go on this site. */
  pick: { ask: { fromMenu: boolean }; answer: null };
  /** Takes a rule of the reader's out again. */
  dropRule: { ask: { rule: string }; answer: PageStatus };
  /** What rules would hide on the page, without hiding it. */
  tryRules: { ask: { rules: string }; answer: { removed: { rule: string; text: string }[]; overrun: boolean } };
  /** A key of the reader's. */
  command: { ask: { name: string }; answer: null };
}

/** A text in the two forms of the clipboard. */
export interface CopyText {
  plain: string;
  /** Empty: plain text alone. */
  html: string;
}

/** How a page stands. */
export type PageState = "reading" | "clean" | "nothing" | "off" | "failed";

/** How the toolbar's button shows it. */
export type ShownState = PageState | "reader";

/** Why nothing was done. */
export type Why = "challenge" | "empty" | "list" | "other" | "too-large" | "engine";

/** Something that was removed, as the popup shows it. */
export interface Removed {
  key: string;
  category: string;
  reason: string;
  /** The row of the tables, or the reader's own rule. */
  rule: string;
  /** Its beginning; the whole of it is asked for. */
  text: string;
  /** Whether it can be known again, and so be kept on this site. */
  keepable: boolean;
  level: "hide" | "fold";
  back: boolean;
}

/** What the popup shows. */
export interface PageStatus {
  state: PageState;
  why: Why | null;
  /** The fault in the engine's own words, where there is one. */
  detail: string;
  title: string;
  removed: Removed[];
  /** What is kept on this site. */
  kept: Kept[];
  /** The reader's rules were too much work on this page: none of them held. */
  overrun: boolean;
  /** The timeline: not asked for yet, without events, or there. */
  timeline: { state: "waiting" | "none" | "ready"; events: number; open: boolean };
  /** Whether the reader mode is there. */
  reader: boolean;
  /** Milliseconds of the last reading: walk, answer, marks; and of the timeline. */
  timing: { walk: number; answer: number; marks: number; timeline: number };
}

/** A message on its way. */
export interface Message<Kind extends string = string, Ask = unknown> {
  kind: Kind;
  ask: Ask;
}

/** An answer on its way: errors do not cross by themselves. */
export type Reply<Answer> = { ok: true; answer: Answer } | { ok: false; error: string };

export type BackgroundKind = keyof ToBackground;
export type PageKind = keyof ToPage;

/** Asks the background. */
export async function askBackground<K extends BackgroundKind>(
  kind: K,
  ask: ToBackground[K]["ask"],
): Promise<ToBackground[K]["answer"]> {
  return opened(kind, (await askOverLine({ kind, ask })) as Reply<ToBackground[K]["answer"]>);
}

/** Asks the content script of a tab. */
export async function askPage<K extends PageKind>(
  tab: number,
  kind: K,
  ask: ToPage[K]["ask"],
): Promise<ToPage[K]["answer"]> {
  const reply: Reply<ToPage[K]["answer"]> | undefined = await chrome.tabs.sendMessage(
    tab,
    { kind, ask },
    { frameId: 0 },
  );
  return opened(kind, reply);
}

function opened<Answer>(kind: string, reply: Reply<Answer> | undefined): Answer {
  if (reply === undefined) {
    throw new Error(`no answer to ${kind}`);
  }
  if (!reply.ok) {
    throw new Error(reply.error);
  }
  return reply.answer;
}

/** Answers over `sendResponse`, later: both browsers keep the channel open for a `true`. */
export function replyWith<Answer>(work: Promise<Answer>, sendResponse: (reply: Reply<Answer>) => void): true {
  void replyOf(work).then(sendResponse);
  return true;
}

/** How some work ended, as it crosses. */
export async function replyOf<Answer>(work: Promise<Answer>): Promise<Reply<Answer>> {
  try {
    return { ok: true, answer: await work };
  } catch (fault) {
    return { ok: false, error: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** Whether something that came over the wire is a reply. */
export function isReply(value: unknown): value is Reply<unknown> {
  return typeof value === "object" && value !== null && "ok" in value && typeof value.ok === "boolean";
}

/** Whether something that came over the wire is a message at all. */
export function isMessage(value: unknown): value is Message {
  return typeof value === "object" && value !== null && "kind" in value && typeof value.kind === "string";
}
