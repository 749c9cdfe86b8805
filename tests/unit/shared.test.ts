import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { DEFAULTS, isOn, siteOf } from "../../extension/shared/settings";
import { isToken, marksCss, newToken } from "../../extension/shared/style";

describe("the style sheet of a page", () => {
  it("speaks of one attribute with a random name, and of nothing else", () => {
    const tokens = new Set(Array.from({ length: 100 }, newToken));
    assert.equal(tokens.size, 100);
    for (const token of tokens) {
      assert.ok(isToken(token), token);
      assert.ok(marksCss(token).split("\n").every((line) => line.startsWith(`[${token}=`)));
    }
  });

  it("is not made for a name that is not ours", () => {
    for (const name of ["", "q", "class", "qabcdefghijkl]{}", "Qabcdefghijkl", 7, null]) {
      assert.equal(isToken(name), false, String(name));
    }
  });
});

describe("a site", () => {
  const settings = DEFAULTS;

  it("is ZAKER under all of ZAKER's hosts, and under no other", () => {
    assert.equal(siteOf("www.myzaker.com"), "myzaker.com");
    assert.equal(siteOf("app.myzaker.com"), "myzaker.com");
    assert.equal(siteOf("notmyzaker.com"), "notmyzaker.com");
    assert.equal(siteOf("myzaker.com.example.org"), "myzaker.com.example.org");
  });

  it("is on by itself only where it is ZAKER, and as the reader says", () => {
    assert.equal(isOn({ ...settings, off: [] }, "myzaker.com"), true);
    assert.equal(isOn({ ...settings, off: [] }, "example.org"), false);
    assert.equal(isOn({ ...settings, off: [], sites: { "myzaker.com": false } }, "myzaker.com"), false);
    assert.equal(isOn({ ...settings, off: [], sites: { "example.org": true } }, "example.org"), true);
  });
});
