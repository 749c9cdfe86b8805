// Leads the reader to something that was removed and is back.
import * as dom from "./dom";
import { createHighlighter, type Highlighter } from "./highlight";
import { scrollToRange } from "./panel/scroll";

/** So much text of one part is shown at most. */
const LONGEST = 4000;

/** The whole text of a part as it stands in the page. */
export function wholeText(nodes: Node[], trims: { node: Text; start: number; end: number }[]): string {
  const parts = [
    ...nodes.map((node) => dom.textContent(node) ?? ""),
    ...trims.map(({ node, start, end }) => dom.data(node).slice(start, end)),
  ];
  const text = parts.map((part) => part.replaceAll(/\s+/g, " ").trim()).filter((part) => part !== "");
  return text.join("\n").slice(0, LONGEST);
}

/** So long the place is lit, in milliseconds. */
const LIT = 2400;

let lit: { light: Highlighter; timer: ReturnType<typeof setTimeout> } | null = null;

/** Scrolls to some nodes and lets them light up; the document is not touched. */
export function reveal(nodes: Node[]): void {
  const live = nodes.filter((node) => node.isConnected);
  const [first, last] = [live[0], live.at(-1)];
  if (first === undefined || last === undefined) {
    return;
  }
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  scrollToRange(range, 0);
  darken();
  const light = createHighlighter();
  light.show(range, null);
  lit = { light, timer: setTimeout(darken, LIT) };
  // A picture has no text to light up.
  for (const element of live.filter(dom.isElement)) {
    const glow = (share: number): Keyframe => ({ boxShadow: `0 0 0 4px rgb(255 160 0 / ${share}%)` });
    element.animate([glow(70), glow(0)], { duration: LIT, easing: "ease-in" });
  }
}

function darken(): void {
  if (lit !== null) {
    clearTimeout(lit.timer);
    lit.light.destroy();
    lit = null;
  }
}
