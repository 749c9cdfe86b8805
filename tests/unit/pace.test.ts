import assert from "node:assert/strict";
import { describe, it } from "node:test";

import { Pace } from "../../extension/content/pace";

/** How often a page is read in so many milliseconds that adds something every 50, where a reading takes so long. */
function readings(time: number, took: number, much: boolean): number {
  const pace = new Pace();
  let count = 0;
  for (let now = 0; now < time; ) {
    now += Math.max(50, pace.wait(now, much)) + took;
    pace.read(now, took);
    count += 1;
  }
  return count;
}

describe("the pace of reading a page again", () => {
  it("is bounded whatever a page adds and however long a reading takes", () => {
    assert.ok(readings(600_000, 20, false) < 60, "something small in every frame");
    assert.ok(readings(600_000, 20, true) < 800, "an article in every frame");
    for (const took of [20, 200, 2000]) {
      assert.ok(readings(600_000, took, true) * took <= 600_000 / 20 + took, `readings of ${took} ms`);
    }
  });

  it("does not slow down over articles that come one after the other, however many", () => {
    const pace = new Pace();
    for (let now = 0, article = 0; article < 100; article += 1) {
      now += 20_000;
      assert.ok(pace.wait(now, true) <= 800, `article ${article}`);
      pace.read(now + 30, 30);
    }
  });

  it("lets an advertisement that comes soon not wait for a slow first reading", () => {
    const pace = new Pace();
    pace.wait(100, false);
    pace.read(500, 340);
    assert.ok(pace.wait(700, false) <= 150);
  });

  it("is quick again after a rest", () => {
    const pace = new Pace();
    let now = 0;
    for (let change = 0; change < 20; change += 1) {
      now += pace.wait(now, false);
      pace.read(now, 1);
    }
    assert.ok(pace.wait(now, false) >= 8000);
    pace.read(now, 1);
    assert.ok(pace.wait(now + 60_000, false) <= 60);
  });
});
