// Style sheets of what we show in the page.

/** A constructed sheet; page CSP does not reach it. */
export function sheetFor(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
