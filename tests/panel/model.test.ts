// What is shown, in which order, and where.
import assert from "node:assert/strict";
import { it } from "node:test";
import { derivationText, derive, splitSentence } from "../../extension/content/panel/derivation";
import { layoutFor } from "../../extension/content/panel/layout";
import { type Row, byTime } from "../../extension/content/panel/order";
import { NO_FILTER, kindsOf, mainRows, matching, participantsOf } from "../../extension/content/panel/selection";
import messages from "../../extension/content/panel/messages.json";
import type { Entry, Mention } from "../../extension/content/panel/types";

const PUBLISHED = { value: "2025-11-12T09:30+08:00", precision: "minute", from: "shown" };

function entry(headline: string, start: string | null, end: string | null, rest: Partial<Entry> = {}): Entry {
  return {
    headline, start, end, precision: "day", approx: false, inferred: false, kind: "happened", participants: [], importance: 50, mentions: [], conflicts: [], ...rest,
  };
}

function rows(...entries: Entry[]): Row[] {
  return entries.map((each, id) => ({ id, entry: each }));
}

function told(entries: Entry[]): string[] {
  const { years, vague } = byTime(rows(...entries), PUBLISHED);
  const lines = years.flatMap((group) => {
    const names = group.rows.map((row) => row.entry.headline);
    if (group.publishedAfter !== null) names.splice(group.publishedAfter, 0, "|");
    return [`${group.year}:`, ...names];
  });
  return vague.length > 0 ? [...lines, "?:", ...vague.map((row) => row.entry.headline)] : lines;
}

void it("entries stand by time under their years, the longer before the shorter", () => {
  const lines = told([
    entry("day", "2025-10-03", "2025-10-04"),
    entry("month", "2025-10-01", "2025-11-01", { precision: "month" }),
    entry("first day", "2025-10-01", "2025-10-02"),
    entry("old", "2013-01-01", "2014-01-01", { precision: "year" }),
    entry("before our era", "-0220-01-01", "-0219-01-01", { precision: "year" }),
    entry("vague", null, null),
    entry("until", null, "2013-01-01", { precision: "year" }),
  ]);
  assert.deepEqual(lines, ["-220:", "before our era", "2013:", "until", "old", "2025:", "month", "first day", "day", "?:", "vague"]);
});

void it("a plan never stands in the past, and the publication parts both", () => {
  const lines = told([
    entry("this year's plan", "2025-01-01", "2026-01-01", { kind: "planned", precision: "year" }),
    entry("news", "2025-11-12", "2025-11-13"),
    entry("opening", "2026-06-28", "2026-06-29", { kind: "planned" }),
    entry("july", "2025-07-01", "2025-08-01"),
  ]);
  assert.deepEqual(lines, ["2025:", "july", "news", "|", "this year's plan", "2026:", "opening"]);
});

void it("a plan that is over stands where it was meant to be, not among what is to come", () => {
  const lines = told([
    entry("meant to begin, without an end", "2024-05-01", null, { kind: "planned", precision: "month" }),
    entry("meant to open", "2024-10-01", "2024-11-01", { kind: "planned", precision: "month" }),
    entry("news", "2025-11-12", "2025-11-13"),
    entry("opening", "2026-06-28", "2026-06-29", { kind: "planned" }),
  ]);
  assert.deepEqual(lines, ["2024:", "meant to begin, without an end", "meant to open", "2025:", "news", "|", "2026:", "opening"]);
});

void it("the publication is not marked where all is past, or all is to come", () => {
  assert.deepEqual(told([entry("a", "2025-07-01", "2025-07-02")]), ["2025:", "a"]);
  assert.deepEqual(told([entry("a", "2026-07-01", "2026-07-02")]), ["2026:", "a"]);
  assert.deepEqual(told([entry("a", "2025-07-01", "2025-07-02"), entry("b", "2026-07-01", "2026-07-02")]), ["2025:", "a", "|", "2026:", "b"]);
});

void it("only long lists fold, to the most important entries", () => {
  const many = (count: number) => rows(...Array.from({ length: count }, (_, at) => entry(String(at), null, null, { importance: at % 10 })));
  assert.equal(mainRows(many(11)).length, 11);
  const main = mainRows(many(20));
  assert.deepEqual(main.map((row) => row.id), [6, 7, 8, 9, 16, 17, 18, 19]);
});

void it("filters: any participant of the chosen, and any kind of the chosen", () => {
  const all = rows(
    entry("a", null, null, { participants: ["甲", "乙"] }),
    entry("b", null, null, { participants: ["乙"], kind: "planned" }),
    entry("c", null, null, { kind: "planned" }),
  );
  const names = (filter: Parameters<typeof matching>[1]) => matching(all, filter).map((row) => row.entry.headline);
  assert.deepEqual(names(NO_FILTER), ["a", "b", "c"]);
  assert.deepEqual(names({ participants: new Set(["甲", "乙"]), kinds: new Set() }), ["a", "b"]);
  assert.deepEqual(names({ participants: new Set(["乙"]), kinds: new Set(["planned"]) }), ["b"]);
  assert.deepEqual(participantsOf(all), [{ name: "乙", count: 2 }, { name: "甲", count: 1 }]);
  assert.deepEqual(kindsOf(all), [{ kind: "happened", count: 1 }, { kind: "planned", count: 2 }]);
});

void it("the panel stands beside the text only where there is room", () => {
  const at = (width: number, right: number | null, wanted: number | null = null) => {
    return layoutFor({ window: { width, height: 900 }, article: right === null ? null : { left: 0, right }, wanted });
  };
  assert.deepEqual(at(1440, 860), { mode: "beside", width: 352, least: 272, most: 556, strip: true });
  assert.equal(at(1440, 1100).width, 316, "narrower than preferred rather than over the text");
  assert.equal(at(1440, 1150).mode, "drawer");
  assert.equal(at(1440, 1420).strip, false, "the strip would cover the text");
  assert.equal(at(700, 680).mode, "sheet");
  assert.equal(at(1440, null).mode, "drawer", "nobody knows where the text is");
  assert.equal(at(1440, 860, 9999).width, 556);
  assert.equal(at(1440, 860, 10).width, 272);
});

const T = (key: string, ...rest: string[]) => [key, ...rest].join("|");

function mention(rest: Partial<Mention>): Mention {
  return { expression: "", sentence: "", derivation: "", paragraph: 0, start: 0, end: 0, expressionStart: 0, expressionEnd: 0, ...rest };
}

const STEPS: { expression: string; derivation: string; zh: string[]; keys: string[] }[] = [
  { expression: "上个月", derivation: "上个月 → 2025 年 10 月，因为发布于 2025-11-12", zh: ["因为发布于 2025年11月12日"], keys: ["panelWhyPublished|12 Nov 2025"] },
  { expression: "2018 年", derivation: "2018 年", zh: [], keys: [] },
  { expression: "9 月", derivation: "9 月 → 2023 年 9 月，年份承上文“2023 年 5 月”", zh: ["年份承上文“2023 年 5 月”"], keys: ["panelWhyYear|2023 年 5 月"] },
  { expression: "次日", derivation: "次日 → 2025-11-13，从上文“11 月 12 日”算起", zh: ["从上文“11 月 12 日”算起"], keys: ["panelWhyCounted|11 月 12 日"] },
  {
    expression: "12月", derivation: "12月 → 2025 年 12 月，文中说“将于”，取发布日 2025-11-12 之后最近的一个",
    zh: ["文中说“将于”", "取发布日 2025年11月12日之后最近的一个"], keys: ["panelWhySays|将于", "panelWhyNext|12 Nov 2025"],
  },
  {
    expression: "", derivation: "文中没有写明时间，按发布日 2025-11-12 推定",
    zh: ["文中没有写明时间，按发布日 2025年11月12日推定"], keys: ["panelWhyInferred|12 Nov 2025"],
  },
  { expression: "昨夜", derivation: "昨夜 → 2025-11-11，别的缘故", zh: ["别的缘故"], keys: ["别的缘故"] },
  { expression: "", derivation: "随上一句的 2025 年 10 月", zh: ["随上一句的 2025 年 10 月"], keys: ["随上一句的 2025 年 10 月"] },
];

void it("derivations in words, in the reader's language", () => {
  const table: Record<string, { zh_CN: string }> = messages;
  const chinese = (key: string, ...rest: string[]) => (table[key]?.zh_CN ?? key).replace(/\$(\d)/g, (_, at: string) => rest[Number(at) - 1] ?? "");
  const october = entry("", "2025-10-01", "2025-11-01", { precision: "month" });
  for (const { expression, derivation, zh, keys } of STEPS) {
    const reasons = (language: "zh" | "en", t: typeof T) => derive(october, mention({ expression, derivation }), language, t).reasons.map(({ text }) => text);
    assert.deepEqual(reasons("zh", chinese), zh, derivation);
    assert.deepEqual(reasons("en", T), keys, derivation);
  }
  const last = derive(october, mention({ expression: "上个月", derivation: "上个月 → 2025 年 10 月，因为发布于 2025-11-12" }), "zh", chinese);
  assert.equal(derivationText(last, chinese), "上个月 → 2025年10月，因为发布于 2025年11月12日");
  const vague = derive(entry("", null, null), mention({ expression: "近日", derivation: "发布之前，具体时间不详" }), "zh", chinese);
  assert.equal(derivationText(vague, chinese), "近日，发布之前，具体时间不详");
  const english = derive(entry("", null, null), mention({ expression: "近日", derivation: "发布之前，具体时间不详" }), "en", T);
  assert.deepEqual(english.reasons, [{ text: "panelWhyBefore", chinese: false }]);
  assert.deepEqual(derive({ ...october, inferred: true }, mention({}), "en", T).reasons, [{ text: "panelInferredWhy", chinese: false }]);
});

void it("a sentence is parted at the words that date it", () => {
  const sentence = "而在今年 7 月，任命公布。";
  assert.deepEqual(splitSentence(mention({ sentence, start: 10, expressionStart: 12, expressionEnd: 18 })), ["而在", "今年 7 月", "，任命公布。"]);
  assert.deepEqual(splitSentence(mention({ sentence, start: 10, expressionStart: 10, expressionEnd: 10 })), [sentence, "", ""]);
  assert.deepEqual(splitSentence(mention({ sentence, start: 10, expressionStart: 3, expressionEnd: 99 })), [sentence, "", ""]);
});
