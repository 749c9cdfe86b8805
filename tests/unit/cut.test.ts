import assert from "node:assert/strict";
import { describe, it } from "node:test";

import type { Paragraph } from "engine";

import { cutTo, joined } from "../../extension/content/cut";
import { copyState, COPY_DEFAULTS } from "../../extension/shared/copying";
import { fileName } from "../../extension/shared/files";
import { MENU_DEFAULTS, menuState } from "../../extension/shared/menus";

const WHOLE: Paragraph = {
  ...{ kind: "quote", text: "见官网的公告，以及报告。", bold: false, nodes: [4], runs: [0, 5, 0, 12], folded: false, aside: false },
  links: [{ start: 1, end: 6, href: "https://example.org/a" }, { start: 9, end: 11, href: "https://example.org/b" }],
  pictures: [{ node: 9, source: "https://example.org/c.png", alt: "" }],
};

describe("a paragraph that is cut", () => {
  it("keeps the links as far as they reach, and pictures with its beginning", () => {
    const cut = cutTo(WHOLE, [{ start: 3, end: 7 }, { start: 9, end: 12 }]);
    assert.equal(cut.text, "的公告，报告。");
    assert.deepEqual(
      cut.links.map(({ start, end }) => cut.text.slice(start, end)),
      ["的公告", "报告"],
    );
    assert.deepEqual([cut.kind, cut.pictures], ["quote", []]);
    assert.deepEqual(cutTo(WHOLE, [{ start: 0, end: 12 }]), { ...WHOLE, runs: [] });
  });

  it("takes stretches that touch or overlap as one, in their order", () => {
    const given = [{ start: 8, end: 9 }, { start: 0, end: 3 }, { start: 2, end: 5 }, { start: 5, end: 6 }];
    assert.deepEqual(joined(given), [{ start: 0, end: 6 }, { start: 8, end: 9 }]);
  });
});

describe("what is stored of copying and the menu", () => {
  it("is the default where it has another shape", () => {
    for (const value of [undefined, null, 7, "x", [], { title: "no", spacing: "wide", form: 3, timeline: 1 }]) {
      assert.deepEqual(copyState(value), COPY_DEFAULTS);
      assert.deepEqual(menuState(value), MENU_DEFAULTS);
    }
    assert.deepEqual(copyState({ line: false, form: "markdown" }), { ...COPY_DEFAULTS, line: false, form: "markdown" });
    assert.deepEqual(menuState({ link: false, other: true }), { ...MENU_DEFAULTS, link: false });
  });
});

describe("a title as the name of a file", () => {
  it("has no letter that a disk refuses, and is never empty", () => {
    const names = [["火箭/返回：<成了>", "火箭 返回： 成了"], ["..隐藏", "隐藏"], ["", "文章"], ["///", "文章"], ["字".repeat(99), "字".repeat(60)]];
    for (const [title = "", name] of names) {
      assert.equal(fileName(title, "文章"), name, title);
    }
  });
});
