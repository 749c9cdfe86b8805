import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { isStable, isStableId } from "../../extension/content/picker/stable";
import { withoutRule, withRule } from "../../extension/shared/rules";

describe("a name of a page", () => {
  it("is known again tomorrow where a person wrote it", () => {
    for (const name of ["ad-box", "article_header", "zk_top_barwrap", "articleTopBanner", "QRCode", "topAD", "app-download", "推广位", "h5", "main-col2"]) {
      assert.ok(isStable(name), name);
    }
  });

  it("is not where a tool made it, or a script switches it", () => {
    const made = ["css-1q2w3e", "sc-bdVaJa", "_3xYz1", "styles__title___2kd8s", "Article-module__body--x7Fq2", "jss123", "ember1042", "data-v-7ba5bd90", "w1200", "xkcdqr"];
    const states = ["active", "is-open", "has-ad", "tab-selected", "lazyloaded", "item-hover"];
    for (const name of [...made, ...states, "", "a", "-", "9box", "x".repeat(60)]) {
      assert.equal(isStable(name), false, name);
    }
  });

  it("counts nothing where it is an id", () => {
    assert.ok(isStableId("recommend_bottom"));
    for (const id of ["id_imagebox_9", "ad1", "post-20394"]) {
      assert.equal(isStableId(id), false, id);
    }
  });
});

describe("a rule in the reader's text", () => {
  it("comes once, behind what was typed, and goes without a trace", () => {
    for (const typed of ["", "! 我的\n##.x\n", "##.x", "##.x\r\n\r\n"]) {
      const rule = "news.example##.promo";
      const more = withRule(typed, rule);
      assert.ok(more.startsWith(typed), JSON.stringify(more));
      assert.equal(withRule(more, rule), more);
      const back = withoutRule(more, rule);
      assert.equal(back.trimEnd(), typed.trimEnd());
      assert.equal(withoutRule(back, rule), back);
    }
  });
});
