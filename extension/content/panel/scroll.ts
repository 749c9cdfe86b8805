// Brings a stretch of text into view.
import { pageScroller, wantsStillness } from "./dom";

/** Where on the visible part of the page a sentence comes to rest, from its top. */
const REST = 0.3;

/** Scrolls every scroller around a range so that it stands in the visible part; `hidden` px of the window's bottom are covered. */
export function scrollToRange(range: Range, hidden: number): void {
  // A page behind another one (the popup, on a phone) would not get to move.
  const behavior: ScrollBehavior = wantsStillness() || document.hidden ? "instant" : "smooth";
  for (const scroller of scrollersOf(range.startContainer)) {
    const box = scroller.getBoundingClientRect();
    const rect = range.getBoundingClientRect();
    scroller.scrollBy({ top: rect.top - box.top - box.height * REST, behavior: "instant" });
  }
  const rect = range.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) {
    // Not rendered as it stands (folded away, say): its element may still have a place.
    parentOf(range.startContainer)?.scrollIntoView({ block: "center", behavior });
    return;
  }
  const room = innerHeight - hidden;
  if (rect.top >= room * 0.12 && rect.bottom <= room * 0.8) return;
  scrollBy({ top: rect.top - room * REST, behavior });
}

/** The elements around a node that scroll by themselves, innermost first; the window is not one of them. */
export function scrollersOf(node: Node): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(node); at && at !== pageScroller(); at = parentOf(at)) {
    if (at.scrollHeight <= at.clientHeight + 1) continue;
    const { overflowY } = getComputedStyle(at);
    if (overflowY === "auto" || overflowY === "scroll") found.push(at);
  }
  return found;
}

/** The element around a node, across the borders of shadow trees. */
function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
