// Every format is read back by a program that others use, from entries as no writer would write them.
import assert from "node:assert/strict";
import { it } from "node:test";

import { Ajv2019 } from "ajv/dist/2019.js";
import { parse } from "csv-parse/sync";
import ICAL from "ical.js";
import MarkdownIt from "markdown-it";

import {
  type ExportContext, fragmentLink, toCsv, toIcs, toJsonLd, toMarkdown, toTimelineJs,
} from "../../extension/content/panel/export";
import messages from "../../extension/content/panel/messages.json";
import type { Entry } from "../../extension/content/panel/types";
import { strange } from "./foreign/entries";
import { ITEM_LIST, TIMELINE_JS } from "./foreign/schemas";

const table: Record<string, { zh_CN: string; en: string }> = messages;
const CONTEXT: ExportContext = {
  title: "隧道[贯通]：*三十年*, \"过江\" <b>&amp;</b>; \\",
  url: "https://news.example/a?id=1&x=(2)#part",
  published: { value: "2025-11-12T09:30+08:00", precision: "minute", from: "shown" },
  language: "zh",
  now: "2025-11-12T02:00:00.123Z",
  t: (key) => table[key]?.zh_CN ?? key,
};
const RUNS = 300;

function each(check: (entries: Entry[]) => void): void {
  for (let seed = 1; seed <= RUNS; seed++) {
    try {
      check(strange(seed));
    } catch (fault) {
      throw new Error(`seed ${seed}: ${String(fault)}`, { cause: fault });
    }
  }
}

/** Texts without white space and control characters, which formats of lines cannot hold. */
function bare(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, "");
}

void it("ICS: ical.js reads every event back, its texts unharmed", () => {
  each((entries) => {
    const text = toIcs(entries, CONTEXT);
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text), "control characters");
    const calendar = ICAL.Component.fromString(text);
    assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
    const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    const left = entries.filter((entry) => {
      const start = Number(/^\d{4}/.exec(entry.start ?? "")?.[0] ?? 0);
      return start >= 1000 && entry.kind !== "denied" && (entry.kind === "planned" || /^(?:day|part|hour|minute)$/.test(entry.precision));
    });
    assert.equal(events.length, left.length);
    for (const event of events) {
      const at = left.findIndex((entry) => bare(event.summary).startsWith(bare(entry.headline))
        && bare(event.description).startsWith(bare(entry.mentions[0]?.sentence ?? ""))
        && event.startDate.toString().slice(0, 10) === entry.start?.slice(0, 10));
      assert.ok(at >= 0, `${event.startDate.toString()} ${event.summary}`);
      assert.ok(event.endDate.compare(event.startDate) >= 0, "ends before it begins");
      left.splice(at, 1);
    }
  });
});

void it("CSV: csv-parse reads every field back", () => {
  each((entries) => {
    const records = parse<Record<string, string>>(toCsv(entries, CONTEXT), { bom: true, columns: true, record_delimiter: "\r\n" });
    assert.equal(records.length, entries.length);
    const texts = (record: Record<string, string>) => ["headline", "sentence"].map((name) => record[name]?.replace(/^'/, ""));
    const given = entries.map((entry) => [entry.headline, entry.mentions[0]?.sentence].join("\u0001")).sort();
    assert.deepEqual(records.map((record) => texts(record).join("\u0001")).sort(), given);
    for (const record of records) for (const value of Object.values(record)) assert.ok(!/^[=+@\t\r]/.test(value), value);
  });
});

void it("Markdown: markdown-it finds a list of links to the sentences, and nothing else", () => {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const known = new Set(["heading_open", "heading_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline"]);
  each((entries) => {
    const tokens = markdown.parse(toMarkdown(entries, CONTEXT), {});
    assert.deepEqual(tokens.filter(({ type }) => !known.has(type)).map(({ type, content }) => `${type} ${content}`), []);
    assert.equal(tokens.filter(({ type }) => type === "list_item_open").length, entries.length);
    const inline = tokens.flatMap((token) => token.children ?? []);
    const odd = inline.filter(({ type }) => !/^(?:text|text_special|link_open|link_close|strong_open|strong_close|em_open|em_close|softbreak)$/.test(type));
    assert.deepEqual(odd.map(({ type, content }) => `${type} ${content}`), []);
    const links: [string, string][] = [];
    for (const token of inline) {
      if (token.type === "link_open") links.push([String(token.attrGet("href")), ""]);
      else if (token.type.startsWith("text") && links.length > 0) (links.at(-1) as [string, string])[1] += token.content;
    }
    assert.equal(links.length, entries.length + 1);
    const given = entries.map((entry) => new URL(fragmentLink(CONTEXT.url, entry.mentions[0]?.sentence ?? "")).href).sort();
    assert.deepEqual(links.slice(1).map(([href]) => new URL(href).href).sort(), given);
    for (const entry of entries) assert.ok(links.some(([, text]) => bare(text).startsWith(bare(entry.headline))), entry.headline);
  });
});

void it("text fragments: both ends are the sentence's own, and no mark of theirs is syntax", () => {
  each((entries) => {
    for (const { mentions: [mention] } of entries) {
      const sentence = mention?.sentence.trim() ?? "";
      const [base, directive] = fragmentLink(CONTEXT.url, sentence).split("#:~:text=");
      assert.equal(base, "https://news.example/a?id=1&x=(2)");
      const parts = (directive ?? "").split(",");
      assert.ok(parts.length <= 2 && parts.every((part) => !/[&-]/.test(part)), directive);
      const [start = "", end] = parts.map(decodeURIComponent);
      assert.ok(sentence.startsWith(start) && (end === undefined ? start === sentence : sentence.endsWith(end)), directive);
    }
  });
});

function validates(schema: object, value: unknown): void {
  const ajv = new Ajv2019({ allErrors: true, strict: false });
  assert.ok(ajv.validate(schema, value), ajv.errorsText());
}

void it("JSON-LD: a list of Events by schema.org's definition, in order of time", () => {
  each((entries) => {
    const list = JSON.parse(toJsonLd(entries, CONTEXT)) as { itemListElement: { position: number; item: { name: string; startDate: string } }[] };
    validates(ITEM_LIST, list);
    assert.deepEqual(list.itemListElement.map(({ position }) => position), list.itemListElement.map((_, at) => at + 1));
    const given = entries.filter((entry) => entry.start !== null && entry.kind !== "denied").map(({ headline }) => headline).sort();
    assert.deepEqual(list.itemListElement.map(({ item }) => item.name).sort(), given);
  });
});

void it("TimelineJS: the documented format, and no markup but our own", () => {
  each((entries) => {
    const timeline = JSON.parse(toTimelineJs(entries, CONTEXT)) as { events: { unique_id: string; text: { headline: string; text: string } }[] };
    validates(TIMELINE_JS, timeline);
    assert.equal(timeline.events.length, entries.filter(({ start, end }) => start !== null || end !== null).length);
    assert.equal(new Set(timeline.events.map(({ unique_id }) => unique_id)).size, timeline.events.length);
    for (const { text } of timeline.events) {
      assert.ok(!text.headline.includes("<"), text.headline);
      assert.match(text.text, /^(?:<p><a href="[^"<>]*">[^<>]*<\/a><\/p>)?$/);
    }
  });
});
