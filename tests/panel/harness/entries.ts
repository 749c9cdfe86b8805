// Entries of every kind for the harness's own article; their places are found in its paragraphs.
import type { Conflict, Entry, Mention } from "../../../extension/content/panel/types";

interface Told {
  expression: string;
  sentence: string;
  why?: string;
}

type Exact = Partial<Pick<Entry, "start" | "end" | "precision" | "approx" | "inferred" | "kind" | "participants" | "importance" | "conflicts">>;

const CLAUSE_END = /[。！？]”?/u;

/** The sentence of a paragraph that holds some words. */
function sentenceWith(words: string, paragraphs: string[]): { paragraph: number; start: number; end: number } {
  const paragraph = paragraphs.findIndex((text) => text.includes(words));
  const text = paragraphs[paragraph] ?? "";
  const at = text.indexOf(words);
  if (at < 0) throw new Error(`not in the article: ${words}`);
  const before = [...text.slice(0, at).matchAll(new RegExp(CLAUSE_END, "gu"))].at(-1);
  const start = before ? before.index + before[0].length : 0;
  const after = CLAUSE_END.exec(text.slice(at));
  return { paragraph, start, end: after ? at + after.index + after[0].length : text.length };
}

function mention({ expression, sentence, why = "" }: Told, paragraphs: string[]): Mention {
  const place = sentenceWith(sentence, paragraphs);
  const text = paragraphs[place.paragraph] ?? "";
  const from = expression ? text.indexOf(expression, place.start) : place.start;
  return {
    expression,
    sentence: text.slice(place.start, place.end),
    derivation: why,
    ...place,
    expressionStart: from,
    expressionEnd: from + expression.length,
  };
}

export function entriesOf(paragraphs: string[]): Entry[] {
  const entry = (headline: string, exact: Exact, ...told: Told[]): Entry => ({
    start: null, end: null, precision: "day", approx: false, inferred: false, kind: "happened",
    participants: [], importance: 50, conflicts: [], ...exact, headline, mentions: told.map((each) => mention(each, paragraphs)),
  });
  const differ = (one: Told, other: Told): Conflict => ({ about: "day", mentions: [mention(one, paragraphs), mention(other, paragraphs)] });
  const published = "因为发布于 2025-11-12";
  return [
    entry("北岸的棉纺厂陆续停工", { start: "1990-01-01", end: "2000-01-01", precision: "decade", importance: 30 },
      { expression: "上世纪 90 年代", sentence: "上世纪 90 年代", why: "上世纪 90 年代 → 1990 年代，因为发布于 2025-11-12" }),
    entry("铁道勘测院的一支小队在江心洲钻了十一个孔", { start: "1994-01-01", end: "1995-01-01", precision: "year", approx: true, participants: ["铁道勘测院", "周鹤年"], importance: 62 },
      { expression: "1994 年前后", sentence: "1994 年前后" }),
    entry("方案改了七稿，没有一稿走出会议室", { end: "2003-01-01", precision: "year", participants: ["周鹤年"], importance: 20 },
      { expression: "2003 年以前", sentence: "2003 年以前" }),
    entry("江城市政府把过江隧道写进了城市总体规划", { start: "2009-01-01", end: "2010-01-01", precision: "year", participants: ["江城市政府", "江城交投集团"], importance: 78 },
      { expression: "2009 年", sentence: "转机出现在 2009 年" }, { expression: "这一年", sentence: "江城市政府把过江隧道", why: "这一年 → 2009 年，从上文“2009 年”算起" }),
    entry("北岸的始发井开挖", { start: "2011-07-01", end: "2011-10-01", precision: "quarter", importance: 55 },
      { expression: "2011 年第三季度", sentence: "2011 年第三季度" }),
    entry("始发井发生涌水，工程停工", { start: "2012-05-07", end: "2012-05-08", precision: "day", participants: ["江城交投集团"], importance: 82,
      conflicts: [differ({ expression: "2012 年 5 月 7 日", sentence: "始发井发生涌水" }, { expression: "2012 年 5 月", sentence: "停工从 2012 年 5 月持续" })] },
      { expression: "2012 年 5 月 7 日", sentence: "始发井发生涌水" }),
    entry("工地上长出了一人高的芦苇", { start: "2012-05-01", end: "2014-04-01", precision: "range", importance: 34 },
      { expression: "2012 年 5 月持续到 2014 年 3 月", sentence: "停工从 2012 年 5 月持续" }),
    entry("项目更换了设计单位", { start: "2014-07-01", end: "2015-01-01", precision: "half", importance: 48 },
      { expression: "2014 年下半年", sentence: "2014 年下半年" }),
    entry("沈望舒就是在那一年年底来到江城的", { start: "2014-11-01", end: "2015-01-01", precision: "year", approx: true, participants: ["沈望舒"], importance: 58 },
      { expression: "那一年年底", sentence: "那一年年底", why: "那一年年底 → 2014 年底，从上文“2014 年下半年”算起" }),
    entry("江底的地质数据每天更新一次", { start: "2018-01-01", precision: "year", kind: "recurring", participants: ["梁启帆"], importance: 36 },
      { expression: "2018 年起", sentence: "2018 年起" }),
    entry("“望江号”在北岸下井", { start: "2023-03-01", end: "2023-06-01", precision: "season", participants: ["望江号"], importance: 66 },
      { expression: "2023 年春季", sentence: "2023 年春季" }),
    entry("机器掘进到第 1900 环时遇到孤石群", { start: "2023-08-21", end: "2023-09-01", precision: "month", approx: true, participants: ["望江号"], importance: 52 },
      { expression: "当年 8 月底", sentence: "当年 8 月底", why: "当年 8 月底 → 2023 年 8 月底，年份承上文“2023 年春季”" }),
    entry("沈望舒和四十多名工人留在隧道内值守", { start: "2024-02-10", end: "2024-02-18", precision: "range", participants: ["沈望舒"], importance: 44 },
      { expression: "2024 年 2 月 10 日至 17 日", sentence: "2024 年 2 月 10 日" }),
    entry("盾构机穿过澜江主航道", { start: "2024-12-01", end: "2024-12-11", precision: "month", approx: true, importance: 57 },
      { expression: "去年 12 月上旬", sentence: "去年 12 月上旬", why: `去年 12 月上旬 → 约 2024 年 12 月上旬，${published}` }),
    entry("掘进期间江面曾出现局部冒浆", { start: "2024-12-01", end: "2025-01-01", precision: "month", kind: "denied", inferred: true, participants: ["江城交投集团"], importance: 46 },
      { expression: "", sentence: "有媒体报道称", why: "文中没有写明时间，按发布日 2025-11-12 推定" }),
    entry("澜江隧道剩下最后 120 米", { start: "2025-07-01", end: "2025-08-01", precision: "month", importance: 54 },
      { expression: "今年 7 月", sentence: "今年 7 月", why: `今年 7 月 → 2025 年 7 月，${published}` }),
    entry("项目部把夜班改成了四班倒", { start: "2025-10-01", end: "2025-11-01", precision: "month", importance: 33 },
      { expression: "上个月", sentence: "上个月，项目部", why: `上个月 → 2025 年 10 月，${published}` }),
    entry("隧道内的机电安装招标已于 10 月下旬完成", { start: "2025-10-21", end: "2025-11-01", precision: "month", approx: true, kind: "reported", participants: ["江城交投集团"], importance: 40 },
      { expression: "10 月下旬", sentence: "10 月下旬完成", why: "10 月下旬 → 约 2025 年 10 月下旬，取发布日 2025-11-12 之前最近的一个" }),
    entry("全长 6.4 公里的澜江隧道全线贯通", { start: "2025-11-11T03:20", end: "2025-11-11T03:21", precision: "minute", participants: ["望江号", "沈望舒"], importance: 98 },
      { expression: "11 月 11 日凌晨 3 时 20 分", sentence: "11 月 11 日凌晨", why: `11 月 11 日凌晨 3 时 20 分 → 2025 年 11 月 11 日 3:20，${published}` },
      { expression: "", sentence: "指挥部里没有人鼓掌" }, { expression: "", sentence: "这条隧道的名字" }),
    entry("江城市交通局局长顾南乔在发布会上说", { start: "2025-11-12", end: "2025-11-13", precision: "day", inferred: true, participants: ["顾南乔", "江城市交通局"], importance: 60 },
      { expression: "11 月 12 日", sentence: "顾南乔 11 月 12 日", why: `11 月 12 日 → 2025 年 11 月 12 日，${published}` }),
    entry("隧道定于 2026 年 6 月 28 日通车", { start: "2026-06-28", end: "2026-06-29", precision: "day", kind: "planned", participants: ["顾南乔", "江城市交通局"], importance: 92 },
      { expression: "2026 年 6 月 28 日", sentence: "2026 年 6 月 28 日" }),
    entry("公交集团预计明年第一季度公布三条过江线路的走向", { start: "2026-01-01", end: "2026-04-01", precision: "quarter", kind: "planned", participants: ["公交集团"], importance: 64 },
      { expression: "明年第一季度", sentence: "明年第一季度", why: `明年第一季度 → 2026 年第一季度，${published}` }),
    entry("现有的两条航线明年仍将保留，每逢周末增开夜航", { start: "2026-01-01", end: "2027-01-01", precision: "year", kind: "recurring", participants: ["轮渡公司"], importance: 38 },
      { expression: "明年", sentence: "轮渡公司则表示", why: `明年 → 2026 年，${published}` }),
    entry("周鹤年近日回到江心洲看了一次", { participants: ["周鹤年"], importance: 42, precision: "vague" },
      { expression: "近日", sentence: "周鹤年近日", why: "发布之前，具体时间不详" }),
    entry("就说这条路是一寸一寸挪过去的", { participants: ["周鹤年"], importance: 10, precision: "vague", kind: "planned" },
      { expression: "日后", sentence: "日后谁要是问起来", why: "发布之后，具体时间不详" }),
  ];
}
