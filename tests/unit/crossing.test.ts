import assert from "node:assert/strict";
import { test } from "node:test";

import { crossing } from "../../extension/content/crossing";

// The same page stands in the tests of `crate/wasm/src/snapshot.rs`, where it is read.
test("a page crosses as three texts", () => {
  const page = crossing({
    url: "https://example.cn/a",
    title: "标题",
    strings: ["p", '"引号"\n', "id", ""],
    nodes: [-1, 0, 0, 0, -1, 1, 0, 0, 1],
    attributes: [0, 2, 3, 2, 2, 2],
  });
  assert.deepEqual(page, {
    nodes: "]]]_`_a]_",
    attributes: "]acaa`",
    words: ["https://example.cn/a", "标题", "p", '"引号"\n', "id", ""].join("\uffff"),
  });
});

test("the letter between the words is no letter of a word", () => {
  const { words } = crossing({ url: "", title: "a\uffffb", strings: [], nodes: [], attributes: [] });
  assert.equal(words, "\uffffa\ufffdb");
});
