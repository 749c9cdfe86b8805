// The text on the clipboard, plain and as HTML in one write.
import type { Paragraph, Published } from "engine";

import { askBackground, type CopyText, type ToPage } from "../shared/protocol";
import { copyOnClick, hasClipboard, writeClipboard } from "../shared/clipboard";
import type { Spacing } from "../shared/reading";
import { t } from "../shared/text";
import type { Article } from "./article";
import { toast } from "./toast";

type Copied = ToPage["copyText"]["answer"];

/** What is copied of an article, these paragraphs; as the page has it, or as it is set in the reader mode. */
export async function copyOf(article: Article, paragraphs: Paragraph[], spacing: Spacing = "as-is"): Promise<Copied> {
  const { title, source, author, published } = article.cleaning.article;
  const time = published == null ? "" : readable(published);
  const line = [source, author === source ? "" : author, time].filter((part) => part !== "").join(" · ");
  const head = { title, line, url: location.href, spacing };
  const text: CopyText = await askBackground("copyText", { head, paragraphs });
  const letters = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.replaceAll(/\s/g, "").length, 0);
  return { ...text, title, letters };
}

/** A time as it is read: no more of it than is known. */
function readable({ value, precision }: Published): string {
  const [day = "", clock = ""] = value.split("T");
  return precision === "minute" || precision === "second" ? `${day} ${clock.slice(0, 5)}` : day;
}

/** Copies by key: from here where the page may write, else through the background. */
export async function copyByKey(article: Article, paragraphs: Paragraph[], spacing: Spacing): Promise<void> {
  const copied = await copyOf(article, paragraphs, spacing);
  const done = await written(copied).catch(() => "failed" as const);
  if (done === "written") {
    toast(t("copied", copied.title, String(copied.letters)));
  } else if (done === "failed") {
    toast(t("copyFromPopup"));
  }
}

async function written({ plain, html }: CopyText): Promise<"written" | "popup"> {
  if (hasClipboard()) {
    try {
      await writeClipboard({ plain, html });
      return "written";
    } catch {
      // The document is not in front, or the browser wants a click: the background has other ways.
    }
  }
  return askBackground("copyForPage", { plain, html });
}

/** Copies what the reader clicked on in the page. */
export async function copyClicked(plain: string): Promise<void> {
  const text = { plain, html: "" };
  if (!hasClipboard()) {
    if (!copyOnClick(text)) {
      throw new Error("the browser did not let the page copy");
    }
    return;
  }
  await writeClipboard(text);
}
