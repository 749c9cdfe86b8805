// A quick look at a page that was walked, before the core is asked: whether there is prose in it at all.
import type { Snapshot } from "../crossing";

/** Fewer letters in sentences than this are no article, not even a flash. */
const ENOUGH = 60;

/** Whether a page has sentences outside of links. Costs a fraction of the walk. */
export function hasProse({ nodes, strings }: Snapshot): boolean {
  const link = strings.indexOf("a");
  const linked = new Set<number>();
  let letters = 0;
  for (let at = 0; at < nodes.length; at += 3) {
    const [parent, name, text] = [nodes[at] ?? -1, nodes[at + 1] ?? -1, nodes[at + 2] ?? 0];
    if (name >= 0) {
      if (name === link || linked.has(parent)) {
        linked.add(at / 3);
      }
    } else if (!linked.has(parent)) {
      const words = strings[text] ?? "";
      if (words.length >= 16 && /[。！？；，]/.test(words)) {
        letters += words.length;
        if (letters >= ENOUGH) {
          return true;
        }
      }
    }
  }
  return false;
}
