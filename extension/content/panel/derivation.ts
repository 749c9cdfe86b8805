// How a time follows from the words of the text, for people.
import { type Language, formatDate, localizeDays } from "./dates/index";
import type { Entry, Mention } from "./types";

export interface Derivation {
  /** The words of the text; null where no time word dates it. */
  expression: string | null;
  /** The time they mean; null where they are vague. */
  value: string | null;
  /** Why, in steps. */
  reasons: Reason[];
}

export interface Reason {
  text: string;
  /** Whether it is in Chinese, whatever the reader's language. */
  chinese: boolean;
}

type Translate = (key: string, ...substitutions: string[]) => string;

/** The steps that the engine takes (crate/core/src/timex/explain.rs), each with the message that says it. */
const STEPS: readonly { form: RegExp; key: string }[] = [
  { form: /^因为发布于 ([\d-]+)/, key: "panelWhyPublished" },
  { form: /^从上文“(.+?)”算起/, key: "panelWhyCounted" },
  { form: /^年份承上文“(.+?)”/, key: "panelWhyYear" },
  { form: /^年月承上文“(.+?)”/, key: "panelWhyMonth" },
  { form: /^日期承上文“(.+?)”/, key: "panelWhyDay" },
  { form: /^取发布日 ([\d-]+) 之前最近的一个/, key: "panelWhyLatest" },
  { form: /^取离发布日 ([\d-]+) 最近的一个/, key: "panelWhyNearest" },
  { form: /^取发布日 ([\d-]+) 之后最近的一个/, key: "panelWhyNext" },
  { form: /^文中说“(.+?)”/, key: "panelWhySays" },
  { form: /^文中没有写明时间，按发布日 ([\d-]+) 推定/, key: "panelWhyInferred" },
  { form: /^发布之前，具体时间不详/, key: "panelWhyBefore" },
  { form: /^发布之时/, key: "panelWhyThen" },
  { form: /^发布之后，具体时间不详/, key: "panelWhyAfter" },
];

export function derive(entry: Entry, mention: Mention, language: Language, t: Translate): Derivation {
  const expression = mention.expression.trim() || null;
  const value = formatDate(entry, language);
  const reasons = reasonsOf(whyOf(mention, value !== null), language, t);
  if (reasons.length === 0 && entry.inferred) reasons.push({ text: t("panelInferredWhy"), chinese: false });
  return { expression, value, reasons };
}

/** What the engine's "上个月 → 2025 年 10 月，因为发布于 2025-11-12" says beyond expression and value, which are shown by themselves. */
function whyOf({ expression, derivation }: Mention, dated: boolean): string {
  const words = expression.trim();
  const text = derivation.trim();
  const arrow = text.indexOf("→", text.startsWith(words) ? words.length : 0);
  const meaning = text.slice(arrow + 1).trim();
  // Without an arrow it is the meaning alone; without a time word, the reason alone.
  if (!dated || !words) return meaning;
  const comma = meaning.indexOf("，");
  return arrow < 0 || comma < 0 ? "" : meaning.slice(comma + 1);
}

function reasonsOf(why: string, language: Language, t: Translate): Reason[] {
  const reasons: Reason[] = [];
  for (let rest = why; rest !== ""; ) {
    const step = STEPS.map(({ form, key }) => ({ key, found: form.exec(rest) })).find(({ found }) => found !== null);
    const said = step?.found?.[0] ?? rest;
    const part = step?.found?.[1];
    const told = step ? t(step.key, ...(part === undefined ? [] : [localizeDays(part, language)])) : localizeDays(rest, "zh");
    reasons.push({ text: told, chinese: step === undefined });
    rest = rest.slice(said.length).replace(/^[，；,\s]+/u, "");
  }
  return reasons;
}

/** The derivation as one sentence, for screen readers. */
export function derivationText({ expression, value, reasons }: Derivation, t: Translate): string {
  const arrow = expression && value ? `${expression} → ${value}` : (expression ?? value ?? "");
  return [arrow, ...reasons.map(({ text }) => text)].filter((part) => part).join(t("panelReasonLink"));
}

/** The sentence in three: before the expression, the expression, after it. */
export function splitSentence(mention: Mention): [string, string, string] {
  const { sentence, start, expressionStart, expressionEnd } = mention;
  const [from, to] = [expressionStart - start, expressionEnd - start];
  if (from < 0 || to <= from || to > sentence.length) return [sentence, "", ""];
  return [sentence.slice(0, from), sentence.slice(from, to), sentence.slice(to)];
}
