// Copying from the popup, and what came of it.
import { writeClipboard } from "../shared/clipboard";
import type { CopyForm } from "../shared/copying";
import { download, fileName } from "../shared/files";
import { askBackground, askPage, type CopyText } from "../shared/protocol";
import { t } from "../shared/text";

type Listener = (said: string) => void;
const listeners = new Set<Listener>();

/** Calls back with every outcome, as a line to show. */
export function onCopied(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Copies the article of a tab. */
export async function copyHere(tab: number, form: CopyForm): Promise<void> {
  await outcome(tab, async () => {
    const copied = await askPage(tab, "copyText", { form });
    await writeClipboard(copied);
    const said = t("copiedArticle", copied.letters.toLocaleString(chrome.i18n.getUILanguage()));
    return form === "markdown" ? t("copiedAs", said, "Markdown") : said;
  });
}

/** Copies what a page could not copy itself. */
export async function copyGiven(tab: number, text: CopyText, said: string): Promise<void> {
  await outcome(tab, async () => {
    await writeClipboard(text);
    return said;
  });
}

async function outcome(tab: number, work: () => Promise<string>): Promise<void> {
  try {
    say(await work());
    await askBackground("copied", { tab });
  } catch {
    say(t("copyFailed"));
  }
}

/** The files that an article is saved as. */
export const FILES = {
  txt: { form: "plain", type: "text/plain" },
  md: { form: "markdown", type: "text/markdown" },
  html: { form: "rich", type: "text/html" },
} as const satisfies Record<string, { form: CopyForm; type: string }>;

/** Saves the article of a tab as a file. */
export async function saveHere(tab: number, ending: keyof typeof FILES): Promise<void> {
  const { form, type } = FILES[ending];
  try {
    const { plain, html, title } = await askPage(tab, "copyText", { form });
    const name = `${fileName(title, t("untitled"))}.${ending}`;
    download(name, `${type};charset=utf-8`, ending === "html" ? documentOf(title, html) : `${plain}\n`);
    say(t("savedAs", name));
  } catch {
    say(t("saveFailed"));
  }
}

/** A page of its own: the core's HTML, in which every text is escaped, and the title, which is here. */
function documentOf(title: string, html: string): string {
  const safe = title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${safe}</title>`,
    "<style>body{max-width:38em;margin:2em auto;padding:0 1em;line-height:1.75}img{max-width:100%}</style>",
    `${html}\n</html>\n`,
  ].join("\n");
}

function say(said: string): void {
  for (const listener of listeners) {
    listener(said);
  }
}
