// Until it is known whether the page is an article, a page that will be covered by the reader mode is not shown: it would
// be seen for a moment. Only on sites where the reader wants that, only where the address speaks for an article, never for
// long, and without a node in the page: one style sheet, put in before anything is painted.
import { adopt } from "../panel/dom";
import { sheetFor } from "../view";
import type { ReaderState } from "../../shared/reading";
import { isSurelyArticle } from "./surely";

/** A page that takes longer than this to arrive is shown as it comes; one that is an article for certain, somewhat later. */
const PATIENCE = { unsure: 600, sure: 2000 };

const PAPER: Record<ReaderState["theme"], string> = {
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
  const sheet = sheetFor(css("auto"));
  adopt(document, sheet, true);
  const lift = (): void => {
    clearTimeout(timer);
    adopt(document, sheet, false);
  };
  let timer = setTimeout(() => {
    if (isSurelyArticle(document)) {
      timer = setTimeout(lift, PATIENCE.sure - PATIENCE.unsure);
    } else {
      lift();
    }
  }, PATIENCE.unsure);
  return {
    tint: (theme) => {
      sheet.replaceSync(css(theme));
    },
    lift,
  };
}

function css(theme: ReaderState["theme"]): string {
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
