// Reporting that something was missed: what is copied can be shown to strangers.
import assert from "node:assert/strict";
import { it } from "node:test";

import { bare, DESKTOP, fixture } from "../harness/articles";
import { inEachBrowser } from "../harness/each";
import { eventually } from "../harness/looking";

inEachBrowser("a report of a miss", (scene) => {
  it("has the page's blocks and verdicts, the same cleaned and not, and none of the article's sentences", async () => {
    const shared = `${DESKTOP}?from=friend`;
    scene.web.serve(bare(shared), { body: fixture("zaker-desktop") });
    await scene.on(shared, async (page) => {
      const { title, removed } = await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      const report = await scene.reader.ask(page, "report", null);
      const lines = report.trim().split("\n");
      assert.equal(lines[0], "qingdu report 1");
      assert.equal(lines[1], `address: ${new URL(DESKTOP).origin}/article/${"00x0xxx" + "0".repeat(13)}x0x0`);
      assert.equal(lines[2], "article: yes");
      assert.ok(lines.length > 15, report);
      for (const { rule, category } of removed.filter((one) => one.category !== "site_chrome")) {
        assert.ok(lines.some((line) => line.includes(` | ${category} | ${rule} | `)), rule);
      }
      assert.ok(!report.includes(title) && !report.includes("friend"));
      const prose = await page.evaluate(() => [...document.querySelectorAll("p")].map(({ textContent }) => textContent.trim()));
      for (const text of prose.filter(({ length }) => length > 30)) {
        assert.ok(!report.includes(text.slice(0, 12)), text);
      }

      await scene.reader.ask(page, "run", { on: false });
      assert.equal(await scene.reader.ask(page, "report", null), report);
    });
  });

  it("is copied from the popup, which says so", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ timeline }) => timeline.state === "ready");
      const popup = await scene.reader.popup(page);
      try {
        await popup.click("#report");
        await eventually(popup, () => document.querySelector(".reported")?.textContent !== "");
      } finally {
        await popup.close();
      }
      const { plain } = await scene.reader.driver.clipboard(page);
      assert.match(plain, /^qingdu report 1\n/);
    });
  });
});
