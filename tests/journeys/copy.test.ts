// The text on the clipboard, read back from it.
import assert from "node:assert/strict";
import { it } from "node:test";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";

inEachBrowser("copying", (scene) => {
  it("puts plain text and HTML on the clipboard with one key, and says so", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      await scene.reader.driver.press("copy", page);
      await page.waitForFunction(
        () =>
          [...document.documentElement.children].some((element) =>
            element.shadowRoot?.querySelector("[role=status]")?.textContent.includes("白鹭一号"),
          ),
        { timeout: 5000 },
      );
      const { plain, html } = await scene.reader.driver.clipboard(page);
      check(plain, html);
    });
  });

  it("has what the reader has put back, in its place, and no more", async () => {
    await scene.on(DESKTOP, async (page) => {
      const { removed } = await scene.reader.until(page, ({ state }) => state === "clean");
      const without = (await scene.reader.ask(page, "copyText", null)).plain;
      const parts = removed.filter(({ text }) => text.includes("一键三连") || text.includes("免责声明"));
      assert.ok(parts.length >= 1, JSON.stringify(removed.map(({ text }) => text)));
      for (const { key, text } of parts) {
        const start = text.slice(0, 12);
        assert.ok(!without.includes(start));
        await scene.reader.ask(page, "putBack", { key, back: true });
        const { plain, html } = await scene.reader.ask(page, "copyText", null);
        assert.ok(plain.includes(start) && html.includes(start), `not copied: ${start}`);
        const rest = plain.split("\n").filter((line) => !line.includes(start));
        assert.deepEqual(rest.filter((line) => line !== ""), without.split("\n").filter((line) => line !== ""));
        await scene.reader.ask(page, "putBack", { key, back: false });
        assert.equal((await scene.reader.ask(page, "copyText", null)).plain, without);
      }
      await scene.reader.ask(page, "putBack", { key: null, back: true });
      const all = (await scene.reader.ask(page, "copyText", null)).plain;
      assert.ok(parts.every(({ text }) => all.includes(text.slice(0, 12))));
      assert.ok(!all.includes("关于ZAKER"), "what is no part of the article is not in its text");
    });
  });

  it("copies from the popup", async () => {
    await scene.on(DESKTOP, async (page) => {
      await scene.reader.until(page, ({ state }) => state === "clean");
      const popup = await scene.reader.popup(page);
      try {
        await popup.bringToFront();
        await popup.click("#copy");
        await popup.waitForFunction(() => /\d/.test(document.querySelector(".copy .said")?.textContent ?? ""));
      } finally {
        await popup.close();
      }
      const { plain, html } = await scene.reader.driver.clipboard(page);
      check(plain, html);
    });
  });
});

function check(plain: string, html: string): void {
  assert.ok(plain.startsWith("首飞成功，「白鹭一号」一子级稳稳落回海上\n"), plain.slice(0, 60));
  for (const text of [plain, html]) {
    assert.ok(text.includes("星轨笔记"));
    assert.ok(text.includes("八分半钟后，一子级垂直降落在回收平台上。"));
    assert.ok(text.includes("https://example.org/sea-recovery-notes"));
    assert.ok(!text.includes("一键三连") && !text.includes("关于ZAKER"));
  }
  assert.match(html, /<p[ >]/);
  assert.doesNotMatch(plain, /<p[ >]/);
}
