// Text that the page has put between the words so that a copy shows it and the eye does not: letters of no size, of
// the paper's own colour, without ink. Only inside of text that is seen: what waits as a whole to fade in is no trap.
import type { Paragraph } from "engine";

import type { Article } from "./article";
import { cutTo, joined, type Stretch } from "./cut";
import * as dom from "./dom";

/** Letters smaller than this are no letters, in px. */
const READABLE = 3;

/** So much of an article, as a share of its letters, may be a trap. */
const MOST = 1 / 3;

/** The paragraphs without what of their text is not seen. */
export function seen(article: Article, paragraphs: Paragraph[]): Paragraph[] {
  const look = looking(article);
  return paragraphs.map((paragraph) => {
    const stretches = look(paragraph);
    return stretches === null ? paragraph : cutTo(paragraph, stretches);
  });
}

/** Tells of paragraph after paragraph which stretches are seen; `null`: all of it. */
export function looking(article: Article): (paragraph: Paragraph) => Stretch[] | null {
  const looks = new Map<Element, boolean>();
  let [unseen, all] = [0, 0];
  const found = new Map<Paragraph, Stretch[]>();
  for (const paragraph of article.cleaning.paragraphs) {
    const parts = partsOf(article, paragraph, looks);
    const shown = parts.filter((part) => part.shown);
    if (shown.length > 0 && shown.length < parts.length) {
      found.set(paragraph, joined(shown));
    }
    unseen += lengthOf(parts) - lengthOf(shown);
    all += lengthOf(parts);
  }
  // More than that is no trap: the page is drawn in a way that we do not see through, white letters on a dark canvas say.
  return unseen > all * MOST ? () => null : (paragraph) => found.get(paragraph) ?? null;
}

function lengthOf(stretches: Stretch[]): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The runs of a paragraph, and whether they are seen. */
function partsOf(article: Article, { runs, text }: Paragraph, looks: Map<Element, boolean>): (Stretch & { shown: boolean })[] {
  const parts: (Stretch & { shown: boolean })[] = [];
  for (let run = 0; run + 3 < runs.length; run += 4) {
    const [start = 0, position = -1] = runs.slice(run, run + 2);
    // White space between two runs stands in neither: it goes with the one before it.
    const end = runs[run + 4] ?? text.length;
    parts.push({ start: run === 0 ? 0 : start, end, shown: isSeen(article.nodeAt(position), looks) });
  }
  return parts;
}

function isSeen(node: Node | undefined, looks: Map<Element, boolean>): boolean {
  const parent = node === undefined || !node.isConnected ? null : dom.parentNode(node);
  if (parent === null || !dom.isElement(parent)) {
    return true;
  }
  let shown = looks.get(parent);
  if (shown === undefined) {
    shown = hasInk(parent);
    looks.set(parent, shown);
  }
  return shown;
}

function hasInk(element: Element): boolean {
  const { visibility, fontSize, opacity, color, backgroundClip } = getComputedStyle(element);
  if (visibility !== "visible" || Number.parseFloat(fontSize) < READABLE || opacity === "0") {
    return false;
  }
  // Letters that are cut out of a picture have no colour of their own.
  return backgroundClip === "text" || color !== paperOf(element);
}

/** The colour on which an element's text stands, where it is one colour. */
function paperOf(element: Element): string | null {
  for (let at: Node | null = element; at !== null && dom.isElement(at); at = dom.parentNode(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== "none") {
      return null;
    }
    if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) {
      return backgroundColor;
    }
  }
  return "rgb(255, 255, 255)";
}
