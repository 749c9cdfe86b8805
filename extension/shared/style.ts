// The one style sheet that a page gets, of USER origin: it wins over the page's own !important, and the page
// cannot see it. It speaks only of one attribute, whose name is random.

/** The values of that attribute. */
export const MARK = {
  hidden: "h",
  folded: "f",
  opened: "o",
  topFree: "t",
  bottomFree: "b",
} as const;

const TOKEN = /^q[a-z]{12}$/;

/** A new name for the attribute. */
export function newToken(): string {
  const letters = crypto.getRandomValues(new Uint8Array(12));
  return `q${Array.from(letters, (letter) => String.fromCharCode(97 + (letter % 26))).join("")}`;
}

/** Whether a name is one of ours: a page's content script may be out of hand, its style sheet may not. */
export function isToken(value: unknown): value is string {
  return typeof value === "string" && TOKEN.test(value);
}

/** The style sheet for an attribute of that name. */
export function sheet(token: string): string {
  return [
    `[${token}="${MARK.hidden}"],[${token}="${MARK.folded}"]{display:none!important}`,
    `[${token}="${MARK.topFree}"]{padding-top:0!important}`,
    `[${token}="${MARK.bottomFree}"]{padding-bottom:0!important}`,
  ].join("\n");
}
