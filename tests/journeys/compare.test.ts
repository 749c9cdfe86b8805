// What README's table says of others, as far as it can be run here: Mozilla's Readability, which Firefox's Reader View
// is made of, on the sample article.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";

import { inEachBrowser } from "../harness/each";

/** The promotion of the sample article: a piece of every line. */
const PROMOTION = ["点击上方蓝字", "一键三连", "评论区留言", "创新榜", "粉丝交流群", "点亮星标", "打开云汀晚报", "老桥怎么办"];

inEachBrowser("README's table", (scene) => {
  it("is right in what it says of Readability and of us on the sample article", async () => {
    const page = await scene.reader.driver.openOwn("welcome.html");
    try {
      await page.evaluate(readFileSync("node_modules/@mozilla/readability/Readability.js", "utf8").replace("function Readability(", "globalThis.Readability = Readability;\nfunction Readability("));
      const text = await page.evaluate(() => {
        const { Readability } = globalThis as unknown as {
          Readability: new (page: Document, options: object) => { parse(): { content: Node } | null };
        };
        // Nodes and not a string: this page parses none.
        const options = { serializer: (node: Node) => node };
        return new Readability(document.cloneNode(true) as Document, options).parse()?.content.textContent ?? "";
      });
      assert.ok(text.includes("以后豆浆送到还是烫的"));
      const kept = PROMOTION.filter((piece) => text.includes(piece));
      assert.equal(kept.length, 8, kept.join());

      await scene.reader.ask(page, "run", { on: true });
      const own = await scene.reader.ask(page, "copyText", { form: "plain" });
      assert.ok(own.plain.includes("以后豆浆送到还是烫的"));
      assert.deepEqual(PROMOTION.filter((piece) => own.plain.includes(piece)), []);
    } finally {
      await page.close();
    }
  });
});
