import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { chosenFor, listOf, readList } from "../../extension/shared/pattern";

describe("a choice for sites", () => {
  const record = { "news.example": 1, "*.example.com": 2, "*.deep.example.com": 3, "a.example.com": 4 };

  it("is found by the name first, then by the narrowest wildcard", () => {
    const cases: [site: string, found: number | undefined][] = [
      ["news.example", 1],
      ["www.news.example", undefined],
      ["example.com", 2],
      ["b.example.com", 2],
      ["a.example.com", 4],
      ["x.deep.example.com", 3],
      ["notexample.com", undefined],
      ["", undefined],
      ["constructor", undefined],
    ];
    for (const [site, found] of cases) {
      assert.equal(chosenFor(record, site), found, site);
    }
  });
});

describe("sites as a list", () => {
  it("are the same after they were written and read", () => {
    const choices = {
      sites: { "news.example": true, "*.example.com": false },
      coming: { "news.example": "auto", "other.example": "never" },
    } as const;
    const text = listOf(choices);
    assert.equal(text, "*.example.com -clean\nnews.example clean reader\nother.example -reader\n");
    assert.deepEqual(readList(text), { choices, faults: [] });
    assert.equal(listOf({ sites: {}, coming: {} }), "");
  });

  it("take blank lines, remarks and any case, and names in any script", () => {
    const { choices, faults } = readList("\n\r\n# mine\n! not mine\n  News.Example \t clean  \n新闻.example -reader\n\n");
    assert.deepEqual(faults, []);
    assert.deepEqual(choices, { sites: { "news.example": true }, coming: { [new URL("http://新闻.example").hostname]: "never" } });
  });

  it("name each line that does not hold, and why", () => {
    const cases: [line: string, what: string, part: string][] = [
      ["https://news.example/a clean", "site", "https://news.example/a"],
      ["* clean", "site", "*"],
      ["news.*.example clean", "site", "news.*.example"],
      ["-news.example clean", "site", "-news.example"],
      ["news.example", "none", "news.example"],
      ["news.example tidy", "word", "tidy"],
    ];
    for (const [line, what, part] of cases) {
      assert.deepEqual(readList(`\n${line}\n`).faults, [{ line: 2, what, part }], line);
    }
    assert.deepEqual(readList("a.example clean\nA.example -clean").faults, [{ line: 2, what: "twice", part: "a.example" }]);
  });
});
