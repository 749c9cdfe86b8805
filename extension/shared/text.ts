// The words that a reader sees: all of them stand in _locales.

/** A message of the reader's language. A key without a message shows itself, which no test lets pass. */
export function t(key: string, ...subst: string[]): string {
  return chrome.i18n.getMessage(key, subst) || key;
}
