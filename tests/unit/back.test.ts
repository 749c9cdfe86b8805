// What the reader put back, among the paragraphs of the article.
import assert from "node:assert/strict";
import { describe, it } from "node:test";

import type { Back, Paragraph } from "engine";

import { moved, restored } from "../../extension/content/back";

function paragraph(text: string, node: number, runs = [0, node, 0, text.length]): Paragraph {
  return { kind: "paragraph", text, bold: false, nodes: [node], runs, links: [], pictures: [], folded: false, aside: false };
}

const put = (at: number, replaces: boolean, one: Paragraph): Back => ({ at, replaces, paragraph: one });

const BEFORE = [paragraph("盐场重新开晒。", 3), { ...paragraph("本文不构成建议。", 9), folded: true }, paragraph("第一批盐月底收。", 12)];

describe("a text with what was put back", () => {
  it("has every part in its place, in the order of the page, and what was folded open", () => {
    const back = [
      put(2, false, paragraph("关注我们", 11)),
      put(3, false, paragraph("点个在看", 20)),
      put(2, false, paragraph("相关阅读", 10)),
      put(1, true, paragraph("本文不构成建议。", 9)),
      put(0, false, paragraph("点击蓝字", 1)),
    ];
    const { paragraphs, places } = restored(BEFORE, back);
    assert.deepEqual(
      paragraphs.map(({ text }) => text),
      ["点击蓝字", "盐场重新开晒。", "本文不构成建议。", "相关阅读", "关注我们", "第一批盐月底收。", "点个在看"],
    );
    assert.deepEqual(paragraphs.map(({ folded }) => folded).filter(Boolean), []);
    assert.deepEqual(places, [1, 2, 5]);
  });

  it("is the text before where nothing was", () => {
    assert.deepEqual(restored(BEFORE, []), { paragraphs: BEFORE, places: [0, 1, 2] });
  });
});

describe("a place of a paragraph that lost a part", () => {
  // `点个赞。盐场开晒。谢谢` lost its beginning and its end.
  const trimmed = paragraph("盐场开晒。", 4, [0, 4, 4, 5]);
  const whole = paragraph("点个赞。盐场开晒。谢谢", 4, [0, 4, 0, 11]);

  it("is at the same letter of the whole", () => {
    assert.deepEqual([moved(trimmed, whole, 0, false), moved(trimmed, whole, 2, false), moved(trimmed, whole, 5, true)], [4, 6, 9]);
    assert.equal(moved(whole, whole, 3, false), 3);
  });

  it("is in the other text node where the paragraph has several", () => {
    const two = paragraph("盐场开晒。", 4, [0, 4, 4, 2, 2, 6, 0, 3]);
    const all = paragraph("点个赞。盐场开晒。", 4, [0, 4, 0, 6, 6, 6, 0, 3]);
    assert.deepEqual([moved(two, all, 2, false), moved(two, all, 2, true), moved(two, all, 4, false)], [6, 6, 8]);
  });
});
