// Copying from the popup, and what came of it.
import { writeClipboard } from "../shared/clipboard";
import { askPage } from "../shared/protocol";
import { t } from "../shared/text";

type Listener = (said: string) => void;
const listeners = new Set<Listener>();

/** Calls back with every outcome, as a line to show. */
export function onCopied(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Copies the article of a tab. */
export async function copyHere(tab: number): Promise<void> {
  let said: string;
  try {
    const copied = await askPage(tab, "copyText", null);
    await writeClipboard(copied);
    said = t("copiedHere", String(copied.letters));
  } catch {
    said = t("copyFailed");
  }
  for (const listener of listeners) {
    listener(said);
  }
}
