// What is copied: the article or what is selected of it, in the form that is wished for.
import type { CopyHead, Entry, Paragraph, Published } from "engine";

import { spacingOf, type CopyForm, type CopyState } from "../shared/copying";
import { askBackground, type CopyText, type ToPage } from "../shared/protocol";
import { copyOnClick, hasClipboard, writeClipboard } from "../shared/clipboard";
import type { Spacing } from "../shared/reading";
import { t } from "../shared/text";
import type { Article } from "./article";
import { formatDate } from "./panel/dates/index";
import { fragmentLink } from "./panel/export/fragment";
import { inOrder } from "./panel/export/context";
import { toast } from "./toast";
import { seen } from "./unseen";

export type Copied = ToPage["copyText"]["answer"];

/** How the reader wants it. */
export interface Wish {
  copy: CopyState;
  /** How the reader mode sets text. */
  spacing: Spacing;
  /** The events of the article. */
  entries: Entry[];
}

/** The whole article, with what was put back. */
export async function copyOf(article: Article, { copy, spacing, entries }: Wish, form: CopyForm): Promise<Copied> {
  const { title, source, author, published } = article.cleaning.article;
  const time = published == null ? "" : readable(published);
  const paragraphs = seen(article, article.shown());
  const line = [source, author === source ? "" : author, time].filter((part) => part !== "").join(" · ");
  const head: CopyHead = {
    title: copy.title ? title : "",
    line: copy.line ? line : "",
    url: copy.address ? location.href : "",
    spacing: spacingOf(copy, spacing),
  };
  const events = copy.timeline ? timelineOf(entries, article) : [];
  const text: CopyText = await askBackground("copyText", { head, paragraphs: [...paragraphs, ...events], form });
  return { ...text, title, letters: lettersOf(paragraphs), of: "article" };
}

/** What is selected of an article. */
export async function copyPart(paragraphs: Paragraph[], { copy, spacing }: Wish, form: CopyForm): Promise<Copied> {
  const head: CopyHead = { title: "", line: "", url: "", spacing: spacingOf(copy, spacing) };
  const text = await askBackground("copyText", { head, paragraphs, form });
  return { ...text, title: "", letters: lettersOf(paragraphs), of: "selection" };
}

/** What is selected beside an article. */
export function copyPlain(plain: string): Copied {
  return { plain, html: "", title: "", letters: plain.replaceAll(/\s/g, "").length, of: "selection" };
}

function lettersOf(paragraphs: Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.replaceAll(/\s/g, "").length, 0);
}

/** A time as it is read: no more of it than is known. */
function readable({ value, precision }: Published): string {
  const [day = "", clock = ""] = value.split("T");
  return precision === "minute" || precision === "second" ? `${day} ${clock.slice(0, 5)}` : day;
}

/** The events as paragraphs behind the text, so that every form writes them in its own way. */
function timelineOf(entries: Entry[], article: Article): Paragraph[] {
  const { title, published = null } = article.cleaning.article;
  const context = { title, url: location.href, published, language: "zh", now: "", t } as const;
  const events = inOrder(entries, context).dated.map((entry): Paragraph => {
    const date = `${formatDate(entry, "zh") ?? ""} `;
    const href = fragmentLink(location.href, entry.mentions[0]?.sentence ?? "");
    const links = [{ start: date.length, end: date.length + entry.headline.length, href }];
    return { ...NO_PARAGRAPH, kind: "item", text: date + entry.headline, links };
  });
  return events.length === 0 ? [] : [{ ...NO_PARAGRAPH, kind: "heading", level: 2, text: t("timeline") }, ...events];
}

const NO_PARAGRAPH: Paragraph = {
  ...{ kind: "paragraph", text: "", bold: false, nodes: [], runs: [], links: [], pictures: [], folded: false, aside: false },
};

/** Puts something on the clipboard, from here where the page may write, else through the background; and says so. */
export async function deliver(copied: Copied, form: CopyForm): Promise<void> {
  const said = saidOf(copied, form);
  const done = await written(copied, said).catch(() => "failed" as const);
  if (done === "written") {
    toast(said);
    // The button's mark is a courtesy: nothing waits for it.
    askBackground("copied", { tab: null }).catch(() => undefined);
  } else if (done === "failed") {
    toast(t("copyFromPopup"));
  }
}

/** What was copied, as it is said. */
function saidOf({ letters, of }: Copied, form: CopyForm): string {
  const count = letters.toLocaleString(chrome.i18n.getUILanguage());
  const said = t(of === "article" ? "copiedArticle" : "copiedSelection", count);
  return form === "markdown" ? t("copiedAs", said, "Markdown") : said;
}

async function written({ plain, html }: CopyText, said: string): Promise<"written" | "popup"> {
  const text = { plain, html };
  if (hasClipboard()) {
    try {
      await writeClipboard(text);
      return "written";
    } catch {
      // The document is not in front, or the browser wants a click: the background has other ways.
    }
  } else if (copyOnClick(text)) {
    return "written";
  }
  return askBackground("copyForPage", { text, said });
}

/** Copies what the reader clicked on in the page. */
export async function copyClicked(plain: string): Promise<void> {
  const text = { plain, html: "" };
  if (hasClipboard()) {
    await writeClipboard(text);
  } else if (!copyOnClick(text)) {
    await askBackground("copyForPage", { text, said: "" });
  }
}
