// The core. One instance, started by the first question; the worker may die at any time and loses nothing
// but the start-up.
import init, {
  __wbg_reset_state as reset,
  check_rules,
  copy_text,
  has_dictionary,
  load_dictionary,
  PageReading,
  refusal,
  report,
  timeline,
  typeset,
} from "engine";

import type { CopyText, CrossingPage, ToBackground } from "../shared/protocol";

let started: Promise<unknown> | undefined;
let dictionary: Promise<void> | undefined;

/** The page that was read last: the question after its timeline follows at once, and need not bring the text again. */
let last: { key: string; reading: PageReading } | undefined;

/** Reads a page. */
export async function readPage({ key, page, options }: ToBackground["clean"]["ask"]): Promise<string> {
  await start();
  return guarded(() => {
    last?.reading.free();
    last = undefined;
    last = { key, reading: new PageReading(page.nodes, page.attributes, page.words, options) };
    return last.reading.cleaning();
  });
}

/** Says why a page is no article, if it is none. */
export async function decide({ nodes, attributes, words }: CrossingPage): Promise<string> {
  await start();
  return guarded(() => refusal(nodes, attributes, words));
}

/** Dates the events of a page that was just read; nothing where another was read since. */
export async function datedEventsOf(key: string): Promise<string | null> {
  await start();
  if (last?.key === key && last.reading.is_article()) {
    await words();
  }
  // Another page may have been read while the dictionary came.
  return guarded(() => (last?.key === key ? last.reading.timeline() : null));
}

/** Dates the events of a text. */
export async function datedEvents(input: string): Promise<string> {
  await start();
  await words();
  return guarded(() => timeline(input));
}

/** Says what is wrong with rules of the reader's own. */
export async function ruleFaults(text: string): Promise<ToBackground["checkRules"]["answer"]> {
  await start();
  return guarded(() => check_rules(text));
}

/** What the core sees of a page, for an issue. */
export async function reportOf({ page, options }: ToBackground["report"]["ask"]): Promise<string> {
  await start();
  return guarded(() => report(page.nodes, page.attributes, page.words, options));
}

/** Sets texts as Chinese is set. */
export async function typesetTexts(input: string): Promise<string> {
  await start();
  return guarded(() => typeset(input));
}

/** Writes a text for the clipboard. */
export async function copyText({ head, paragraphs, form }: ToBackground["copyText"]["ask"]): Promise<CopyText> {
  await start();
  return guarded(() => ({
    plain: copy_text(head, paragraphs, form === "markdown" ? "markdown" : "plain"),
    html: form === "rich" ? copy_text(head, paragraphs, "html") : "",
  }));
}

/** Starts the core, once. */
export function start(): Promise<unknown> {
  started ??= ownFile("engine.wasm")
    .then((response) => init({ module_or_path: response }))
    .catch((fault: unknown) => {
      started = undefined;
      throw fault;
    });
  return started;
}

function words(): Promise<void> {
  if (!has_dictionary()) {
    dictionary ??= ownFile("dictionary.pack")
      .then((response) => response.arrayBuffer())
      .then((buffer) => {
        load_dictionary(new Uint8Array(buffer));
      })
      .finally(() => {
        dictionary = undefined;
      });
  }
  return dictionary ?? Promise.resolve();
}

/** The one place that fetches, and it fetches only what the extension itself brought along. */
function ownFile(name: string): Promise<Response> {
  // eslint-disable-next-line no-restricted-globals -- the extension's own file
  return fetch(chrome.runtime.getURL(name));
}

/** After a trap the instance's memory cannot be trusted: the next question gets a new instance. */
function guarded<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof WebAssembly.RuntimeError) {
      last = undefined;
      reset();
    }
    throw fault;
  }
}
