// The style sheets that a page gets. Those of USER origin win over the page's own !important, and the page cannot see
// them. A content script names a sheet, and this is the one place that writes it: what gets hold of a content script
// cannot style the page through the background.

/** The values of the attribute of the marks, whose name is random. */
export const MARK = {
  hidden: "h",
  folded: "f",
  opened: "o",
  topFree: "t",
  bottomFree: "b",
} as const;

/** A sheet of a page: of its marks, of the highlights of the timeline, of the page below the reader mode. */
export type PageSheet = { of: "marks" | "highlights"; token: string } | { of: "reader" };

const TOKEN = /^q[a-z]{12}$/;

/** A new name for the attribute, or for highlights. */
export function newToken(): string {
  const letters = crypto.getRandomValues(new Uint8Array(12));
  return `q${Array.from(letters, (letter) => String.fromCharCode(97 + (letter % 26))).join("")}`;
}

/** Whether a name is one of ours: a page's content script may be out of hand, its style sheet may not. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && TOKEN.test(value);
}

/** Whether something that came over the wire names a sheet. */
export function isPageSheet(value: unknown): value is PageSheet {
  if (typeof value !== "object" || value === null || !("of" in value)) {
    return false;
  }
  const { of } = value;
  return of === "reader" || ((of === "marks" || of === "highlights") && "token" in value && isToken(value.token));
}

/** What is written in a sheet. */
export function cssOf(sheet: PageSheet): string {
  switch (sheet.of) {
    case "marks":
      return marksCss(sheet.token);
    case "highlights":
      return highlightsCss(highlightNames(sheet.token));
    case "reader":
      return READER_PAGE_CSS;
  }
}

/** It speaks only of one attribute. */
export function marksCss(token: string): string {
  return [
    `[${token}="${MARK.hidden}"],[${token}="${MARK.folded}"]{display:none!important}`,
    `[${token}="${MARK.topFree}"]{padding-top:0!important}`,
    `[${token}="${MARK.bottomFree}"]{padding-bottom:0!important}`,
  ].join("\n");
}

export interface HighlightNames {
  sentence: string;
  expression: string;
  hint: string;
}

/** Random as the token, so that neither the page's own highlights are hit nor ours looked for. */
export function highlightNames(token: string): HighlightNames {
  return { sentence: `${token}s`, expression: `${token}e`, hint: `${token}h` };
}

/** Translucent, so that they stand on light pages and on dark ones, whatever the page's colours. */
function highlightsCss({ sentence, expression, hint }: HighlightNames): string {
  return `
::highlight(${hint}) { background-color: rgb(148 138 110 / .2); }
::highlight(${sentence}) { background-color: rgb(255 193 7 / .3); }
::highlight(${expression}) {
  background-color: rgb(255 160 0 / .28);
  text-decoration: underline 2px rgb(214 118 0);
}
@media (forced-colors: active) {
  ::highlight(${hint}) { text-decoration: underline dotted; }
  ::highlight(${sentence}), ::highlight(${expression}) { background-color: Mark; color: MarkText; }
}`;
}

/**
 * What the page itself is given while the reader mode is there: its scroll bar is not seen beside the reader's, though
 * it keeps its room so that nothing moves; and what is printed is the reader.
 */
const READER_PAGE_CSS = `
:root { scrollbar-color: transparent transparent !important; }
@media print {
  :root { height: auto !important; overflow: visible !important; background: none !important; }
  :root > body:not(#q_1#q_2) { display: none !important; }
}
`;
