// The background may be stopped at any time.
import assert from "node:assert/strict";
import { it } from "node:test";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";
import { visibleText } from "../harness/looking";

inEachBrowser("a stopped background", (scene) => {
  it("starts again with the next question and loses nothing", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.driver.stopBackground();
      await page.reload({ waitUntil: "load" });
      await scene.reader.until(page, ({ state }) => state === "clean");
      assert.ok(!(await visibleText(page)).includes("一键三连"));

      await scene.reader.driver.stopBackground();
      const { plain } = await scene.reader.ask(page, "copyText", { form: "rich" });
      assert.ok(plain.includes("等了整整七年"));
      assert.ok(!plain.includes("一键三连"));
    });
  });
});
