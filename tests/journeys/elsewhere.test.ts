// Other sites: nothing runs there until the reader asks for it.
import assert from "node:assert/strict";
import { it } from "node:test";

import { fixture } from "../harness/articles";
import { inEachBrowser } from "../harness/each";
import { visibleText } from "../harness/looking";

const ADDRESS = "news.example.test/2026/03/18/bailu.html";

inEachBrowser("another site", (scene) => {
  it("is left alone, and read where the reader opens the popup and asks for it", async () => {
    scene.web.serve(ADDRESS, { body: fixture("zaker-desktop").replaceAll("myzaker.com", "example.test") });
    await scene.on(`https://${ADDRESS}`, async (page) => {
      assert.ok((await visibleText(page)).includes("一键三连"));
      assert.equal(await page.evaluate(() => document.querySelector("html > div")), null);
      const popup = await scene.reader.driver.openPopup(page);
      if (popup === null) {
        return; // This browser shows its real popup to no test.
      }
      await popup.waitForSelector("#read");
      await popup.click("#read");
      await popup.waitForSelector("#removed-count");
      assert.ok(!(await visibleText(page)).includes("一键三连"));
      assert.ok((await visibleText(page)).includes("难，不等于不值得走。"));
    });
  });
});
