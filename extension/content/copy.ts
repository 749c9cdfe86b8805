// The text on the clipboard, plain and as HTML in one write.
import { askBackground, type CopyText, type ToPage } from "../shared/protocol";
import { writeClipboard } from "../shared/clipboard";
import { t } from "../shared/text";
import type { Article } from "./article";
import { toast } from "./toast";

type Copied = ToPage["copyText"]["answer"];

/** What is copied of an article. */
export async function copyOf(article: Article): Promise<Copied> {
  const { title, source, author, published } = article.cleaning.article;
  const time = published?.value.replace("T", " ").replace(/[+-]\d\d:\d\d$|Z$/, "") ?? "";
  const paragraphs = article.cleaning.paragraphs.filter(({ folded }) => !folded);
  const line = [source, author === source ? "" : author, time].filter((part) => part !== "").join(" · ");
  const head = { title, line, url: location.href };
  const text: CopyText = await askBackground("copyText", { head, paragraphs });
  const letters = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.replaceAll(/\s/g, "").length, 0);
  return { ...text, title, letters };
}

/** Copies by key: from here where the page may write, else from the popup, which opens for it. */
export async function copyByKey(article: Article): Promise<void> {
  const copied = await copyOf(article);
  try {
    await writeClipboard(copied);
    toast(t("copied", copied.title, String(copied.letters)));
  } catch {
    await askBackground("openPopup", null).catch(() => {
      toast(t("copyFromPopup"));
    });
  }
}
