// Questions about the page from which nothing follows on it.
import type { Cleaning } from "engine";

import { askBackground, type ToPage } from "../shared/protocol";
import type { Session } from "./session";

/** The page as the core sees it now, for an issue. */
export async function reportOf(session: Session): Promise<string> {
  return askBackground("report", await session.aside());
}

/** What rules would hide on the page; nothing is marked. */
export async function tried(session: Session, rules: string): Promise<ToPage["tryRules"]["answer"]> {
  const { page, options } = await session.aside();
  const answer = await askBackground("clean", { key: "trial", page, options: { ...options, rules } });
  const { removed, overrun } = JSON.parse(answer) as Cleaning;
  const own = removed.filter(({ category }) => category === "user_rule");
  return { removed: own.map(({ rule, text }) => ({ rule, text: text.slice(0, 120) })), overrun };
}
