// Every format is read back by a parser of its own.
import assert from "node:assert/strict";
import { it } from "node:test";
import {
  type ExportContext, fragmentLink, toCsv, toIcs, toJsonLd, toMarkdown, toText, toTimelineJs,
} from "../../extension/content/panel/export";
import messages from "../../extension/content/panel/messages.json";
import type { Entry, Mention } from "../../extension/content/panel/types";

const table: Record<string, { zh_CN: string; en: string }> = messages;
const CONTEXT: ExportContext = {
  title: "隧道[贯通]：三十年, \"过江\"",
  url: "https://news.example/a?id=1&x=(2)#part",
  published: { value: "2025-11-12T09:30+08:00", precision: "minute", from: "shown" },
  language: "zh",
  now: "2025-11-12T02:00:00.123Z",
  t: (key) => table[key]?.zh_CN ?? key,
};

function mention(sentence: string, expression = ""): Mention {
  return { expression, sentence, derivation: "", paragraph: 0, start: 0, end: sentence.length, expressionStart: 0, expressionEnd: expression.length };
}

function entry(headline: string, rest: Partial<Entry>, ...mentions: Mention[]): Entry {
  return {
    headline, start: null, end: null, precision: "day", approx: false, inferred: false, kind: "happened", participants: [], importance: 50, mentions, conflicts: [], ...rest,
  };
}

const ENTRIES: Entry[] = [
  entry("=HYPERLINK(\"x\"), 贯通*了*", { start: "2025-11-11T03:20", end: "2025-11-11T03:21", precision: "minute", participants: ["沈望舒", "望江号"] },
    mention("11 日凌晨，隧道贯通；\n\"很久\", 她说 <b>等</b> & 等，指挥部里没有人鼓掌，只有人看着屏幕，看了很久很久。", "11 日凌晨")),
  entry("涌水停工", { start: "2012-05-07", end: "2012-05-08" }, mention("2012 年 5 月 7 日，始发井发生涌水。", "2012 年 5 月 7 日")),
  entry("通车", { start: "2026-06-01", end: "2026-07-01", precision: "month", kind: "planned" }, mention("明年 6 月通车。", "明年 6 月")),
  entry("冒浆", { start: "2024-12-05", end: "2024-12-06", kind: "denied", inferred: true }, mention("江面曾出现冒浆。")),
  entry("设郡", { start: "-0220-01-01", end: "-0219-01-01", precision: "year" }, mention("公元前 221 年设郡。", "公元前 221 年")),
  entry("停工两年", { start: "2012-05-01", end: "2014-04-01", precision: "range" }, mention("停工从 2012 年 5 月到 2014 年 3 月。")),
  entry("回访", {}, mention("他近日回访。", "近日")),
];

void it("plain text: an entry a line, in order of time, the vague ones last", () => {
  const lines = toText(ENTRIES, CONTEXT).split("\n");
  assert.equal(lines[0], CONTEXT.title);
  assert.equal(lines[2], "公元前221年  设郡");
  assert.ok(lines.includes("2024年12月5日  冒浆（否认）（推定）"));
  assert.ok(lines.includes("2026年6月  通车（计划）"));
  assert.ok(lines.indexOf("时间不明") < lines.indexOf("近日  回访"));
});

void it("Markdown: every entry links to its sentence, and no letter of the page makes syntax", () => {
  const text = toMarkdown(ENTRIES, CONTEXT);
  const links = [...text.matchAll(/\[((?:\\.|[^\]\\])*)\]\(<([^<>\s]*)>\)/g)];
  assert.equal(links.length, ENTRIES.length + 1);
  for (const [, , url] of links) assert.ok(URL.canParse(url ?? ""), url);
  assert.equal(links[0]?.[1]?.replace(/\\(.)/g, "$1"), CONTEXT.title);
  assert.ok(text.includes("贯通\\*了\\*"));
  assert.ok(text.includes("- **2012年5月7日** [涌水停工](<https://news.example/a?id=1&x=(2)#:~:text="));
});

void it("text fragments: short sentences whole, long ones by clauses at both ends", () => {
  const base = "https://news.example/a";
  assert.equal(fragmentLink(`${base}#x`, "他，来-了。"), `${base}#:~:text=${encodeURIComponent("他，来")}%2D${encodeURIComponent("了。")}`);
  const long = "这一年的春天来得很早，江边的柳树在二月就已经发了芽，人们走在堤上，谁也没有料到后来的事情会那样。";
  const [start, end] = fragmentLink(base, long).split(":~:text=")[1]?.split(",").map(decodeURIComponent) ?? [];
  assert.equal(start, "这一年的春天来得很早");
  assert.equal(end, "谁也没有料到后来的事情会那样。");
  assert.equal(fragmentLink(base, ""), base);
});

/** RFC 4180. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    assert.ok(found, `CSV breaks at ${field.lastIndex}`);
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

void it("CSV: as many fields in every row, texts unharmed, no formulas", () => {
  const text = toCsv(ENTRIES, CONTEXT);
  assert.ok(text.startsWith("\ufeff"));
  const [header = [], ...rows] = parseCsv(text.slice(1));
  assert.equal(rows.length, ENTRIES.length);
  for (const row of rows) assert.equal(row.length, header.length);
  const records = rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]])));
  const tunnel = records.find((record) => record["precision"] === "minute");
  assert.equal(tunnel?.["headline"], `'${ENTRIES[0]?.headline}`);
  assert.equal(tunnel["sentence"], ENTRIES[0]?.mentions[0]?.sentence);
  assert.equal(tunnel["participants"], "沈望舒; 望江号");
  assert.equal(records[0]?.["start"], "-0220-01-01", "a date is no formula");
});

interface Component {
  name: string;
  properties: Map<string, string>;
}

/** RFC 5545: unfolds, checks the lines' lengths, reads the events. */
function parseIcs(text: string): Component[] {
  assert.ok(text.endsWith("\r\n"));
  const lines = text.split("\r\n").slice(0, -1);
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!line.includes("\n") && !line.includes("\ufffd"), line);
  }
  const events: Component[] = [];
  const open: string[] = [];
  for (const line of lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n")) {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    assert.ok(name && value !== undefined, `not a property: ${line}`);
    if (name === "BEGIN") {
      open.push(value);
      events.push({ name: value, properties: new Map() });
    } else if (name === "END") assert.equal(open.pop(), value);
    else events.at(-1)?.properties.set(name, value);
  }
  assert.deepEqual(open, []);
  return events;
}

void it("ICS: what is known to the day, and what is planned", () => {
  const [calendar, ...events] = parseIcs(toIcs(ENTRIES, CONTEXT));
  assert.equal(calendar?.properties.get("VERSION"), "2.0");
  const summaries = events.map((event) => event.properties.get("SUMMARY"));
  assert.deepEqual(summaries, ["涌水停工", "=HYPERLINK(\"x\")\\, 贯通*了*", "通车 · 2026年6月 · 计划"]);
  const [flood, tunnel, opening] = events as [Component, Component, Component];
  assert.equal(flood.properties.get("DTSTART;VALUE=DATE"), "20120507");
  assert.equal(flood.properties.get("DTEND;VALUE=DATE"), "20120508");
  assert.equal(tunnel.properties.get("DTSTART"), "20251111T032000");
  assert.equal(opening.properties.get("DTEND;VALUE=DATE"), "20260701");
  assert.equal(opening.properties.get("STATUS"), "TENTATIVE");
  for (const event of events) {
    assert.match(event.properties.get("DTSTAMP") ?? "", /^\d{8}T\d{6}Z$/);
    assert.match(event.properties.get("UID") ?? "", /^[0-9a-f]{16}@qingdu$/);
    assert.ok(URL.canParse(event.properties.get("URL") ?? ""));
  }
  assert.equal(new Set(events.map((event) => event.properties.get("UID"))).size, events.length);
  assert.match(tunnel.properties.get("DESCRIPTION") ?? "", /隧道贯通；\\n"很久"\\, 她说/);
});

interface ItemList {
  "@context": string;
  numberOfItems: number;
  itemListElement: { item: { name: string; startDate: string; endDate: string; eventStatus?: string; about?: { name: string }[] } }[];
}

void it("JSON-LD: Events with valid dates, nothing that was denied", () => {
  const list = JSON.parse(toJsonLd(ENTRIES, CONTEXT)) as ItemList;
  assert.equal(list["@context"], "https://schema.org");
  assert.equal(list.numberOfItems, list.itemListElement.length);
  const events = list.itemListElement.map(({ item }) => item);
  assert.deepEqual(events.map(({ name, startDate, endDate }) => [name, startDate, endDate]), [
    ["设郡", "-0220-01-01", "-0220-12-31"],
    ["停工两年", "2012-05-01", "2014-03-31"],
    ["涌水停工", "2012-05-07", "2012-05-07"],
    [ENTRIES[0]?.headline, "2025-11-11T03:20", "2025-11-11T03:21"],
    ["通车", "2026-06", "2026-06-30"],
  ]);
  assert.equal(events[4]?.eventStatus, "https://schema.org/EventScheduled");
  assert.deepEqual(events[3]?.about?.map(({ name }) => name), ["沈望舒", "望江号"]);
});

interface Slide {
  unique_id: string;
  start_date: object;
  end_date?: object;
  display_date: string;
  group?: string;
  text: { headline: string };
}

void it("TimelineJS: dates by parts, texts as harmless HTML", () => {
  const timeline = JSON.parse(toTimelineJs(ENTRIES, CONTEXT)) as { events: Slide[] };
  assert.equal(timeline.events.length, ENTRIES.length - 1);
  const by = (part: string) => timeline.events.find((slide) => slide.text.headline.includes(part));
  assert.deepEqual(by("设郡")?.start_date, { year: -220 });
  assert.deepEqual(by("通车")?.start_date, { year: 2026, month: 6 });
  assert.deepEqual(by("通车")?.end_date, { year: 2026, month: 6, day: 30 });
  assert.equal(by("通车")?.group, "计划");
  assert.deepEqual(by("贯通")?.start_date, { year: 2025, month: 11, day: 11, hour: 3, minute: 20 });
  assert.equal(by("冒浆")?.display_date, "2024年12月5日");
  assert.ok(!/<(?!\/?(?:p|a)\b)/.test(JSON.stringify(timeline)), "only our own tags");
  assert.equal(new Set(timeline.events.map((slide) => slide.unique_id)).size, timeline.events.length);
});

void it("a page's address that is no web address makes no link", () => {
  const timeline = toTimelineJs(ENTRIES, { ...CONTEXT, url: "javascript:alert(1)" });
  assert.ok(!timeline.includes("<a "));
});
