// Until it is known whether the page is an article, a page that will be covered by the reader mode is not shown: it would
// be seen for a moment. Only on sites where the reader wants that, only where the address speaks for an article, never for
// long, and without a node in the page: one adopted style sheet, put in before anything is painted, or else animations that
// stand still. The background's sheets would come too late.
import type { ReaderState } from "../../shared/reading";
import * as dom from "../dom";
import { adoptAtOnce } from "../dress";
import { isSurelyArticle } from "./surely";

/** A page that takes longer than this to arrive is shown as it comes; one that is an article for certain, somewhat later. */
const PATIENCE = { unsure: 600, sure: 2000 };

type Theme = ReaderState["theme"];

const PAPER: Record<Theme, string> = {
  auto: "light-dark(#fbfaf6, #1c1d1e)",
  light: "#fbfaf6",
  sepia: "#f5ecda",
  dark: "#1c1d1e",
};

export interface Cover {
  /** Takes the colour of the theme that the reader has chosen. */
  tint(theme: ReaderState["theme"]): void;
  lift(): void;
}

export const NO_COVER: Cover = { tint: () => undefined, lift: () => undefined };

/** Covers the page; it is lifted by itself after a while. */
export function cover(): Cover {
  const veil = coverBySheet("auto") ?? coverByAnimation("auto");
  const lift = (): void => {
    clearTimeout(timer);
    veil.lift();
  };
  let timer = setTimeout(() => {
    if (isSurelyArticle(document)) {
      timer = setTimeout(lift, PATIENCE.sure - PATIENCE.unsure);
    } else {
      lift();
    }
  }, PATIENCE.unsure);
  return { tint: veil.tint, lift };
}

function coverBySheet(theme: Theme): Cover | null {
  const sheet = adoptAtOnce(css(theme));
  return sheet === null ? null : { tint: (next) => sheet.write(css(next)), lift: sheet.undress };
}

/** So long the animations stand; they are cancelled before. */
const STILL = { duration: 10 * PATIENCE.sure };

/**
 * The same by animations, which win over all of the page's rules but its `!important`, and of which nothing is left in
 * the document: the root has the colour of the paper, the body, as soon as there is one, is not seen.
 */
function coverByAnimation(theme: Theme): Cover {
  let paper: Animation | null = null;
  let body: Animation | null = null;
  const tint = (next: Theme): void => {
    const background = PAPER[next];
    paper?.cancel();
    paper = dom.animate(dom.documentElement(document), { colorScheme: ["light dark", "light dark"], backgroundColor: [background, background] }, STILL);
  };
  const look = (): void => {
    const element = dom.body(document) as HTMLElement | null;
    if (element !== null) {
      coming.disconnect();
      body = dom.animate(element, { opacity: [0, 0] }, STILL);
    }
  };
  const coming = new MutationObserver(look);
  coming.observe(document, { childList: true, subtree: true });
  tint(theme);
  look();
  return {
    tint: (next) => {
      if (paper !== null) {
        tint(next);
      }
    },
    lift: () => {
      coming.disconnect();
      paper?.cancel();
      body?.cancel();
      paper = body = null;
    },
  };
}

function css(theme: Theme): string {
  return `
    :root:not(#q_1#q_2) { color-scheme: light dark; background: ${PAPER[theme]} !important; }
    :root > body:not(#q_1#q_2) { opacity: 0 !important; transition: none !important; animation: none !important; }
  `;
}

/**
 * Whether an address may be that of an article: it names one by a number, a date or an id. A home page, a channel, a
 * search never does.
 */
export function mayBeArticle({ pathname, search }: Pick<Location, "pathname" | "search">): boolean {
  const last = pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const isListing = /^(index|list|search|channel|tag|home|default)[._\d-]*(\.\w+)?$/i.test(last);
  const named = /\d{4,}|[0-9a-f]{12,}/i;
  return !isListing && (named.test(last) || (/\d{4}[-/]?\d{2}/.test(pathname) && last !== "") || /[?&](id|pk|aid|docid|articleid|newsid)=\w{4,}/i.test(search));
}
