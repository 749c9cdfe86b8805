// How much would go with an element.
import type { Article } from "../article";
import * as dom from "../dom";

export interface Amount {
  letters: number;
  pictures: number;
  /** The part of the article's letters, or of the page's where there is no article: 0 to 1. */
  share: number;
  /** Whether some of the article's text is in it. */
  prose: boolean;
}

/** Smaller pictures are marks and lines, in px. */
const PICTURE = 24;

export function amountOf(element: Element, article: Article | null): Amount {
  const letters = lettersIn(element);
  const pictures = dom.selectIn(element, "img, video, canvas, iframe, svg").filter(isPicture).length;
  const own = isPicture(element) && /^(img|video|canvas|iframe|svg)$/.test(dom.localName(element)) ? 1 : 0;
  const counted = { letters, pictures: pictures + own };
  if (article === null) {
    const all = lettersIn(dom.body(document));
    return { ...counted, share: all === 0 ? 0 : letters / all, prose: false };
  }
  let [inside, all] = [0, 0];
  for (const { runs } of article.cleaning.paragraphs.filter(({ folded }) => !folded)) {
    for (let run = 0; run + 3 < runs.length; run += 4) {
      const [node, length] = [article.nodeAt(runs[run + 1] ?? -1), runs[run + 3] ?? 0];
      all += length;
      inside += node !== undefined && dom.contains(element, node) ? length : 0;
    }
  }
  return { ...counted, share: all === 0 ? 0 : inside / all, prose: inside > 0 };
}

function isPicture(element: Element): boolean {
  const { width, height } = dom.boxOf(element);
  return width >= PICTURE && height >= PICTURE;
}

function lettersIn(element: Element): number {
  return element instanceof HTMLElement ? lettersOf(dom.innerText(element)) : 0;
}

function lettersOf(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}
