// How a time follows from the words of the text, for people.
import { type Language, formatDate, localizeDays } from "./dates/index";
import type { Entry, Mention } from "./types";

export interface Derivation {
  /** The words of the text; null where no time word dates it. */
  expression: string | null;
  /** The time they mean; null where they are vague. */
  value: string | null;
  /** Why. */
  reason: string;
  /** Whether the reason is in Chinese, whatever the reader's language. */
  chinese: boolean;
}

type Translate = (key: string, ...substitutions: string[]) => string;

export function derive(entry: Entry, mention: Mention, language: Language, t: Translate): Derivation {
  const expression = mention.expression.trim() || null;
  const value = formatDate(entry, language);
  return { expression, value, ...reasonOf(entry, mention, language, t) };
}

/** The engine writes "上个月 → 2025 年 10 月，因为发布于 2025-11-12": what stands before the reason is shown by itself. */
function reasonOf(entry: Entry, mention: Mention, language: Language, t: Translate): Pick<Derivation, "reason" | "chinese"> {
  const text = mention.derivation.trim();
  const because = text.indexOf("因为");
  const reason = because >= 0 ? text.slice(because + 2).trim() : text.includes("→") ? "" : text;
  const published = /^发布于\s*(\d{4}-\d\d-\d\d)$/.exec(reason);
  if (published?.[1] && language === "en") {
    return { reason: t("panelBecausePublished", localizeDays(published[1], language)), chinese: false };
  }
  if (reason) return { reason: localizeDays(reason, "zh"), chinese: true };
  return { reason: entry.inferred ? t("panelInferredWhy") : "", chinese: false };
}

/** The derivation as one sentence, for screen readers and exports. */
export function derivationText(derivation: Derivation, t: Translate): string {
  const { expression, value, reason } = derivation;
  const arrow = expression && value ? `${expression} → ${value}` : (expression ?? value ?? "");
  if (!reason) return arrow;
  return arrow ? t("panelBecause", arrow, reason) : reason;
}

/** The sentence in three: before the expression, the expression, after it. */
export function splitSentence(mention: Mention): [string, string, string] {
  const { sentence, start, expressionStart, expressionEnd } = mention;
  const [from, to] = [expressionStart - start, expressionEnd - start];
  if (from < 0 || to <= from || to > sentence.length) return [sentence, "", ""];
  return [sentence.slice(0, from), sentence.slice(from, to), sentence.slice(to)];
}
