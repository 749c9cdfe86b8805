// What is certain at sight: most articles are many full paragraphs, one behind the other in one element, and no list, no
// feed and no forum is. Asks the browser for the paragraphs and walks nothing.
import * as dom from "../dom";

/** So many full paragraphs in one element, with so many letters in all, are an article. */
const ENOUGH = { paragraphs: 5, letters: 400 };

/** A paragraph with fewer letters may be a caption, a comment, a cut beginning. */
const FULL = 32;

/** More are not looked at. */
const MOST = 4000;

const SENTENCE = /[。！？]/;
/** Someone who talks: an interview has them, and a room full of people. */
const SPEAKER = /^.{1,10}[:：]/;
/** What the elements are called in which readers write, and those that list. */
const OTHERS = /comment|reply|pinglun|feed|list/i;

interface Tally {
  full: Element[];
  letters: number;
  /** Full paragraphs that begin with a name. */
  speakers: number;
  /** Paragraphs that are not full. */
  rest: number;
}

/** Whether the document, as far as it is there, is an article for certain. `false` says nothing. */
export function isSurelyArticle(of: Document): boolean {
  const tallies = new Map<Node, Tally>();
  let all = 0;
  for (const paragraph of dom.elementsByTag(of, "p", MOST)) {
    const parent = dom.parentNode(paragraph);
    const text = (dom.textContent(paragraph) ?? "").trim();
    if (parent === null || text === "") {
      continue;
    }
    const tally = tallies.get(parent) ?? { full: [], letters: 0, speakers: 0, rest: 0 };
    tallies.set(parent, tally);
    if (text.length < FULL || !SENTENCE.test(text)) {
      tally.rest += 1;
      continue;
    }
    all += text.length;
    tally.full.push(paragraph);
    tally.letters += text.length;
    tally.speakers += SPEAKER.test(text) ? 1 : 0;
  }
  return [...tallies].some(([parent, tally]) => isBody(parent, tally, all));
}

function isBody(parent: Node, { full, letters, speakers, rest }: Tally, all: number): boolean {
  const { length } = full;
  return (
    length >= ENOUGH.paragraphs &&
    letters >= ENOUGH.letters &&
    letters * 5 >= all * 3 &&
    rest <= length &&
    speakers * 2 <= length &&
    dom.isElement(parent) &&
    dom.elementsByTag(parent, "a", length + 1).length <= length / 2 &&
    !isNamedOtherwise(parent) &&
    full.filter((paragraph) => dom.isVisible(paragraph)).length * 2 > length
  );
}

function isNamedOtherwise(element: Element): boolean {
  for (let at: Node | null = element; at !== null && dom.isElement(at); at = dom.parentNode(at)) {
    if (OTHERS.test(`${dom.getAttribute(at, "class") ?? ""} ${dom.getAttribute(at, "id") ?? ""}`) && dom.localName(at) !== "body") {
      return true;
    }
  }
  return false;
}
