// Leads the reader to something that was removed and is back.
import * as dom from "./dom";

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

/** Scrolls to the first of some nodes that can be seen, and lets it light up. */
export function reveal(nodes: Node[]): void {
  const live = nodes.filter((node) => node.isConnected);
  const elements = live.flatMap((node) => {
    const element = dom.isElement(node) ? node : dom.parentNode(node);
    return element !== null && dom.isElement(element) ? [element] : [];
  });
  const first = elements.find((element) => element.getClientRects().length > 0);
  if (first === undefined) {
    return;
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  // An animation leaves no trace in the document.
  for (const element of elements) {
    element.animate(
      [{ boxShadow: "0 0 0 4px rgb(63 111 95 / 70%)" }, { boxShadow: "0 0 0 4px rgb(63 111 95 / 0%)" }],
      { duration: 2400, easing: "ease-in" },
    );
  }
}
