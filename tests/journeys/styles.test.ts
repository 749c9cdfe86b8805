// Pages whose style sheets come later than their text.
import assert from "node:assert/strict";
import { it } from "node:test";

import { bare, DESKTOP, fixture } from "../harness/articles";
import { inEachBrowser } from "../harness/each";

inEachBrowser("a page with a slow style sheet", (scene) => {
  it("is read when it is rendered, and not as an empty one before", async () => {
    const url = `${DESKTOP.slice(0, -4)}d4d4`;
    const link = '<link rel="stylesheet" href="/slow.css">';
    scene.web.serve(bare(url), { body: fixture("zaker-desktop").replace("</head>", `${link}</head>`) });
    scene.web.serve("www.myzaker.com/slow.css", { body: "p { color: #333 }", type: "text/css", after: 700 });
    await scene.on(url, async (page) => {
      const { removed } = await scene.reader.until(page, ({ state }) => state === "clean");
      assert.ok(removed.length > 5, String(removed.length));
    });
  });
});
