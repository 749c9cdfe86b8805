import assert from "node:assert/strict";
import { it } from "node:test";
import { dayBefore, dayNumber, parseIso } from "../../extension/content/panel/dates/calendar";
import { formatDate, formatPublished, localizeDays, machineDate, saysYear } from "../../extension/content/panel/dates/index";

interface Row {
  start: string | null;
  end: string | null;
  precision: string;
  approx?: true;
  expression?: string;
  zh: string | null;
  en: string | null;
  /** The value of `<time datetime>`. */
  machine?: string | null;
  /** Within the group of its own year. */
  short?: string;
}

const ROWS: Row[] = [
  // Day and finer.
  { start: "2025-11-12", end: "2025-11-13", precision: "day", zh: "2025年11月12日", en: "12 Nov 2025", machine: "2025-11-12", short: "11月12日" },
  { start: "2025-11-12", end: "2025-11-13", precision: "day", approx: true, zh: "2025年11月12日前后", en: "around 12 Nov 2025" },
  { start: "2025-11-11T00:00", end: "2025-11-11T06:00", precision: "part", zh: "2025年11月11日凌晨", en: "11 Nov 2025, early hours", machine: "2025-11-11" },
  { start: "2025-11-11T12:00", end: "2025-11-11T18:00", precision: "part", zh: "2025年11月11日下午", en: "11 Nov 2025, afternoon" },
  { start: "2025-11-11T18:00", end: "2025-11-12T00:00", precision: "part", zh: "2025年11月11日晚上", en: "11 Nov 2025, evening" },
  { start: "2025-11-11T15:00", end: "2025-11-11T16:00", precision: "hour", approx: true, zh: "2025年11月11日15时许", en: "11 Nov 2025, about 15:00", machine: "2025-11-11T15:00" },
  { start: "2025-11-11T03:20", end: "2025-11-11T03:21", precision: "minute", zh: "2025年11月11日 3:20", en: "11 Nov 2025, 03:20", short: "11月11日 3:20" },
  { start: "2025-11-11T03:20:05", end: "2025-11-11T03:20:06", precision: "second", zh: "2025年11月11日 3:20", en: "11 Nov 2025, 03:20" },
  { start: "2025-11-03", end: "2025-11-10", precision: "week", zh: "2025年11月3日—9日", en: "3–9 Nov 2025", short: "11月3日—9日" },
  // Months and their parts.
  { start: "2025-07-01", end: "2025-08-01", precision: "month", zh: "2025年7月", en: "Jul 2025", machine: "2025-07", short: "7月" },
  { start: "2025-07-01", end: "2025-08-01", precision: "month", approx: true, zh: "2025年7月前后", en: "around Jul 2025" },
  { start: "2025-08-21", end: "2025-09-01", precision: "month", approx: true, zh: "2025年8月底", en: "late Aug 2025", short: "8月底" },
  { start: "2025-08-21", end: "2025-09-01", precision: "month", approx: true, expression: "8 月下旬", zh: "2025年8月下旬", en: "late Aug 2025" },
  { start: "2025-08-01", end: "2025-08-11", precision: "month", approx: true, zh: "2025年8月初", en: "early Aug 2025" },
  { start: "2025-08-11", end: "2025-08-21", precision: "month", approx: true, zh: "2025年8月中旬", en: "mid-Aug 2025" },
  { start: "2025-08-01", end: "2025-08-16", precision: "month", zh: "2025年8月上半月", en: "first half of Aug 2025" },
  { start: "2024-02-01", end: "2024-03-01", precision: "month", zh: "2024年2月", en: "Feb 2024" },
  // Quarters, halves, seasons.
  { start: "2011-07-01", end: "2011-10-01", precision: "quarter", zh: "2011年第三季度", en: "Q3 2011", machine: "2011-07", short: "第三季度" },
  { start: "2011-09-01", end: "2011-10-01", precision: "quarter", approx: true, zh: "2011年第三季度末", en: "late Q3 2011" },
  { start: "2014-07-01", end: "2015-01-01", precision: "half", zh: "2014年下半年", en: "H2 2014" },
  { start: "2023-03-01", end: "2023-06-01", precision: "season", approx: true, zh: "2023年春季", en: "spring 2023" },
  { start: "2023-12-01", end: "2024-03-01", precision: "season", zh: "2023年冬季", en: "winter 2023" },
  // Years and more.
  { start: "2013-01-01", end: "2014-01-01", precision: "year", zh: "2013年", en: "2013", machine: "2013", short: "2013年" },
  { start: "1994-01-01", end: "1995-01-01", precision: "year", approx: true, zh: "1994年前后", en: "around 1994" },
  { start: "2014-11-01", end: "2015-01-01", precision: "year", approx: true, zh: "2014年底", en: "late 2014" },
  { start: "2014-01-01", end: "2014-03-01", precision: "year", approx: true, zh: "2014年初", en: "early 2014" },
  { start: "2014-05-01", end: "2014-09-01", precision: "year", approx: true, zh: "2014年年中", en: "mid-2014" },
  { start: "1990-01-01", end: "2000-01-01", precision: "decade", zh: "1990年代", en: "1990s", machine: "1990" },
  { start: "1990-01-01", end: "1994-01-01", precision: "decade", zh: "1990年代初", en: "early 1990s" },
  { start: "1901-01-01", end: "2001-01-01", precision: "century", zh: "20世纪", en: "20th century" },
  { start: "1800-01-01", end: "1900-01-01", precision: "century", zh: "19世纪", en: "19th century" },
  { start: "-0220-01-01", end: "-0219-01-01", precision: "year", zh: "公元前221年", en: "221 BC", machine: null },
  { start: "0626-01-01", end: "0627-01-01", precision: "year", zh: "626年", en: "626", machine: "0626" },
  // Ranges.
  { start: "2024-02-10", end: "2024-02-18", precision: "range", zh: "2024年2月10日—17日", en: "10–17 Feb 2024", short: "2月10日—17日" },
  { start: "2024-05-20", end: "2024-06-04", precision: "range", zh: "2024年5月20日—6月3日", en: "20 May – 3 Jun 2024" },
  { start: "2024-12-30", end: "2025-01-03", precision: "range", zh: "2024年12月30日—2025年1月2日", en: "30 Dec 2024 – 2 Jan 2025", short: "2024年12月30日—2025年1月2日" },
  { start: "2024-03-01", end: "2024-06-01", precision: "range", zh: "2024年3月—5月", en: "Mar–May 2024", short: "3月—5月" },
  { start: "2012-05-01", end: "2014-04-01", precision: "range", zh: "2012年5月—2014年3月", en: "May 2012 – Mar 2014" },
  { start: "2021-01-01", end: "2026-01-01", precision: "range", zh: "2021—2025年", en: "2021–2025" },
  { start: "2024-02-10", end: "2024-02-11", precision: "range", zh: "2024年2月10日", en: "10 Feb 2024" },
  { start: "2024-01-01", end: "2025-01-01", precision: "range", zh: "2024年", en: "2024" },
  { start: "2024-02-10T09:00", end: "2024-02-10T11:30", precision: "range", zh: "2024年2月10日 9:00—11:30", en: "10 Feb 2024, 09:00–11:30" },
  { start: "2024-02-10T22:00", end: "2024-02-11T02:00", precision: "range", zh: "2024年2月10日 22:00—11日 2:00", en: "10 Feb, 22:00 – 11 Feb 2024, 02:00" },
  { start: "2022-03-05", end: "2025-03-05", precision: "year", approx: true, zh: "约2022年3月5日—2025年3月4日", en: "about 5 Mar 2022 – 4 Mar 2025" },
  // Open ends.
  { start: "2018-01-01", end: null, precision: "year", zh: "2018年起", en: "since 2018", machine: "2018", short: "2018年起" },
  { start: "2018-06-01", end: null, precision: "month", zh: "2018年6月起", en: "since Jun 2018", short: "6月起" },
  { start: null, end: "2003-01-01", precision: "year", zh: "2003年以前", en: "before 2003", machine: null },
  { start: "2025-11-10", end: "2025-11-11", precision: "before", zh: "2025年11月10日以前", en: "before 10 Nov 2025", machine: "2025-11-10", short: "11月10日以前" },
  { start: "2030-01-01", end: "2030-01-02", precision: "before", zh: "2030年以前", en: "before 2030" },
  { start: "2025-11-10T17:00", end: "2025-11-10T17:00", precision: "before", zh: "2025年11月10日 17:00以前", en: "before 10 Nov 2025, 17:00" },
  { start: null, end: "2026-03-01", precision: "range", zh: "2026年3月以前", en: "before Mar 2026" },
  // Vague, or nothing that can be read.
  { start: null, end: null, precision: "vague", zh: null, en: null, machine: null },
  { start: "soon", end: null, precision: "day", zh: null, en: null, machine: null },
  { start: "2025-13-01", end: null, precision: "month", zh: null, en: null, machine: null },
];

void it("times in both languages and for machines", () => {
  for (const { start, end, precision, approx = false, expression, ...wanted } of ROWS) {
    const entry = { start, end, precision, approx, ...(expression ? { mentions: [{ expression }] } : {}) };
    const name = `${start} ${end} ${precision}`;
    assert.equal(formatDate(entry, "zh"), wanted.zh, name);
    assert.equal(formatDate(entry, "en"), wanted.en, name);
    if (wanted.machine !== undefined) assert.equal(machineDate(entry), wanted.machine, name);
    if (wanted.short !== undefined) assert.equal(formatDate(entry, "zh", parseIso(start ?? "")?.year ?? null), wanted.short, name);
  }
});

void it("a year that an entry says itself", () => {
  const year = { start: "2009-01-01", end: "2010-01-01", precision: "year", approx: false };
  const month = { start: "2009-03-01", end: "2009-04-01", precision: "month", approx: false };
  assert.equal(saysYear(year, 2009), true);
  assert.equal(saysYear(month, 2009), false);
});

void it("publication times", () => {
  assert.equal(formatPublished("2025-11-12T02:00+08:00", "hour", "zh"), "2025年11月12日2时");
  assert.equal(formatPublished("2025-11-12T09:30:00+08:00", "minute", "en"), "12 Nov 2025, 09:30");
  assert.equal(formatPublished("2025-11-12", "day", "zh"), "2025年11月12日");
  assert.equal(formatPublished("?", "day", "zh"), "?");
  assert.equal(localizeDays("因为发布于 2025-11-12", "zh"), "因为发布于 2025年11月12日");
});

void it("days count on over leap years and before our era", () => {
  assert.equal(dayNumber(1970, 1, 1), 0);
  assert.equal(dayNumber(2000, 3, 1) - dayNumber(2000, 2, 28), 2);
  assert.equal(dayNumber(1900, 3, 1) - dayNumber(1900, 2, 28), 1);
  assert.equal(dayNumber(2025, 11, 12), Date.UTC(2025, 10, 12) / 86_400_000);
  assert.equal(dayNumber(1, 1, 1) - dayNumber(0, 12, 31), 1);
  assert.deepEqual(dayBefore({ year: 2024, month: 3, day: 1, hour: 0, minute: 0 }), { year: 2024, month: 2, day: 29, hour: 0, minute: 0 });
});
