// The pages that the tests read: written for the project, in ZAKER's form.
import { readFileSync } from "node:fs";

import type { Web } from "./server";

export const DESKTOP = "https://www.myzaker.com/article/69b9fdc0000000000000a1a1";
export const MOBILE = "https://app.myzaker.com/news/article.php?pk=69b9fed0000000000000b2b2";

export function fixture(name: string): string {
  return readFileSync(`tests/pages/${name}.html`, "utf8");
}

/** The address without its scheme, as the server knows it. */
export function bare(url: string): string {
  return url.replace(/^https?:\/\//, "");
}

export function serveArticles(web: Web): void {
  web.serve(bare(DESKTOP), { body: fixture("zaker-desktop") });
  web.serve(bare(MOBILE), { body: fixture("zaker-mobile") });
}
