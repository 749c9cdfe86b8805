import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { Typeset, type Edit } from "../../extension/content/reader/typeset";

describe("a text that is set", () => {
  const text = '今年 7 月,他说"好"';
  const edits: Edit[] = [[2, 1, ""], [4, 1, ""], [6, 1, "，"], [9, 1, "“"], [11, 1, "”"]];
  const set = new Typeset(text, edits);

  it("is the text with its changes", () => {
    assert.equal(set.text, "今年7月，他说“好”");
  });

  it("keeps every place that stands before a letter which stays, there and back", () => {
    for (const letter of "今年7月他说好") {
      const [here, there] = [text.indexOf(letter), set.text.indexOf(letter)];
      assert.equal(set.to(here), there, letter);
      assert.equal(set.to(here + 1), there + 1, letter);
      assert.equal(text[set.from(there + 1) - 1], letter, letter);
    }
  });

  it("puts a place inside of what was put in to where it was put", () => {
    const spaced = new Typeset("第3名", [[1, 0, " "], [2, 0, " "]]);
    assert.equal(spaced.text, "第 3 名");
    assert.deepEqual([0, 1, 2, 3, 4, 5].map((place) => spaced.from(place)), [0, 1, 1, 2, 2, 3]);
  });
});
