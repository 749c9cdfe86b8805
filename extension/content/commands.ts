// What the reader asks for by key, from the context menu, or in the popup.
import type { CopyForm } from "../shared/copying";
import { loadSettings } from "../shared/settings";
import { t } from "../shared/text";
import { copyOf, copyPart, copyPlain, deliver, type Copied } from "./copy";
import { plainIn, selectedRanges } from "./selected";
import type { Session } from "./session";
import { toast } from "./toast";

/** Does what a key is for. */
export async function pressed(session: Session, name: string): Promise<void> {
  switch (name) {
    case "reader":
      await turnReader(session);
      return;
    case "page":
      if (session.isReleased()) {
        await session.run();
        sayNothingHere(session);
      } else {
        session.release();
      }
      return;
    case "copy":
      await copyHere(session, null);
      return;
    case "timeline":
      await turnTimeline(session);
      return;
    default:
  }
}

/**
 * Copies what is selected, or the article; `null`: what is selected, where something is. Where nothing is, and something
 * was wanted, `given` is what the browser saw.
 */
export async function copyHere(session: Session, of: "article" | "selection" | null, given = ""): Promise<void> {
  const { form } = (await loadSettings()).copy;
  const peeked = await session.peek();
  try {
    const selected = of === "article" ? null : await selection(session, form);
    const copied = selected ?? (of === "selection" ? plainOrNothing(given) : await article(session, form));
    if (copied === null) {
      toast(t(of === "selection" ? "nothingSelected" : "nothingHere"));
    } else {
      await deliver(copied, form);
    }
  } finally {
    if (peeked) {
      session.letGo();
    }
  }
}

/** The article of a page, in a form; nothing where there is none. */
export async function article(session: Session, form: CopyForm): Promise<Copied | null> {
  const text = session.text();
  return text === null ? null : copyOf(text, await session.wish(), form);
}

async function selection(session: Session, form: CopyForm): Promise<Copied | null> {
  const paragraphs = session.selected();
  if (paragraphs.length > 0) {
    return copyPart(paragraphs, await session.wish(), form);
  }
  return plainOrNothing(session.reader.isOpen ? "" : plainIn(selectedRanges()));
}

function plainOrNothing(plain: string): Copied | null {
  return plain.trim() === "" ? null : copyPlain(plain);
}

async function turnReader(session: Session): Promise<void> {
  if (session.reader.isOpen) {
    session.reader.leave();
  } else if (!(await session.openReader())) {
    toast(t("nothingHere"));
  }
}

async function turnTimeline(session: Session): Promise<void> {
  if (session.reader.isOpen) {
    session.reader.turnTimeline();
    return;
  }
  // Read for the reader mode alone, the page has no timeline beside it yet.
  if (session.article === null || session.isReleased()) {
    await session.run();
    session.turnTimeline(true);
    sayNothingHere(session);
  } else {
    session.turnTimeline(!session.isTimelineOpen());
  }
}

function sayNothingHere({ article: found }: Session): void {
  if (found === null) {
    toast(t("nothingHere"));
  }
}
