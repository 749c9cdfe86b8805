import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { backupOf, LARGEST, settingsFrom, VERSION } from "../../extension/shared/backup";
import { DEFAULTS, settingsOf, unreadOf, type Settings } from "../../extension/shared/settings";

const CHOSEN: Settings = {
  sites: { "news.example": true, "myzaker.com": false },
  off: ["byline"],
  rules: "##.promo\n\n",
  keep: { "news.example": [{ key: "k1", category: "byline", text: "记者 林晓" }] },
  timeline: false,
  panel: { ...DEFAULTS.panel, order: "text" },
  reader: { ...DEFAULTS.reader, size: 24, sites: { "news.example": "never" } },
  copy: { ...DEFAULTS.copy, timeline: true, form: "markdown" },
  menus: { ...DEFAULTS.menus, link: false },
  counter: true,
};

describe("the settings as a file", () => {
  it("hold what differs from the defaults, and give the same settings", () => {
    for (const settings of [CHOSEN, DEFAULTS]) {
      assert.deepEqual(settingsFrom(backupOf(settings)), { settings });
    }
    assert.deepEqual(JSON.parse(backupOf(DEFAULTS)), { qingdu: VERSION, settings: {} });
    assert.deepEqual(JSON.parse(backupOf({ ...DEFAULTS, reader: { ...DEFAULTS.reader, size: 24 } })), {
      qingdu: VERSION,
      settings: { reader: { size: 24 } },
    });
  });

  it("are refused as a whole where anything of them cannot be read", () => {
    const of = (settings: unknown): string => JSON.stringify({ qingdu: VERSION, settings });
    const refused: [text: string, fault: string, part: string][] = [
      ["", "json", ""],
      [backupOf(CHOSEN).slice(0, -9), "json", ""],
      ["[]", "other", ""],
      ["{}", "other", ""],
      [JSON.stringify({ qingdu: "1", settings: {} }), "other", ""],
      [JSON.stringify({ qingdu: 0, settings: {} }), "other", ""],
      [JSON.stringify({ qingdu: VERSION + 1, settings: {} }), "newer", String(VERSION + 1)],
      [JSON.stringify({ qingdu: VERSION }), "shape", "settings"],
      [of([]), "shape", "settings"],
      [of({ off: ["byline", 7] }), "shape", "off"],
      [of({ sites: { "news.example": "yes" } }), "shape", "sites"],
      [of({ reader: { size: 900 } }), "shape", "reader"],
      [of({ reader: { colour: "red" } }), "shape", "reader"],
      [of({ keep: { "news.example": [{ key: 1 }] } }), "shape", "keep"],
      [of({ timeline: null }), "shape", "timeline"],
      [of({ unknown: true }), "shape", "unknown"],
      [" ".repeat(LARGEST + 1), "large", ""],
    ];
    for (const [text, fault, part] of refused) {
      assert.deepEqual(settingsFrom(text), { fault, part }, text.slice(0, 80));
    }
  });
});

describe("a store out of shape", () => {
  it("gives the defaults where it says nothing, and keeps what it says", () => {
    const scraps: unknown[] = [null, 7, "x", [], [null], { a: { b: [] } }, { sites: [] }];
    for (const scrap of scraps) {
      const keys = Object.keys(DEFAULTS).filter((key) => !(key === "rules" && typeof scrap === "string"));
      const { keep, ...others } = settingsOf(Object.fromEntries(keys.map((key) => [key, scrap])));
      const { keep: none, ...usual } = DEFAULTS;
      assert.deepEqual(others, usual, JSON.stringify(scrap));
      assert.ok(Object.values({ ...none, ...keep }).every((list) => list.length === 0), JSON.stringify(scrap));
    }
    const sites = settingsOf({ sites: { "news.example": true, "other.example": "on" } }).sites;
    assert.deepEqual(sites, { "news.example": true });
  });

  it("is told from one that only says less than the defaults", () => {
    assert.deepEqual(unreadOf({}), {});
    assert.deepEqual(unreadOf({ ...CHOSEN, reader: { size: 24 }, updated: "0.2.0" }), {});
    const newer = { reader: { size: 24, voice: "slow" }, sites: { "news.example": "weekdays" }, off: ["byline"] };
    assert.deepEqual(unreadOf(newer), { reader: newer.reader, sites: newer.sites });
    assert.deepEqual(unreadOf({ rules: ["##p"], timeline: "yes" }), { rules: ["##p"], timeline: "yes" });
  });
});
