// What Chromium itself says of the extension: nothing wrong with its manifest, no error while it runs.
import assert from "node:assert/strict";
import { it } from "node:test";

import { DESKTOP } from "../harness/articles";
import { inEachBrowser } from "../harness/each";

interface Info {
  id: string;
  manifestErrors: { message: string }[];
  runtimeErrors: { message: string }[];
}

inEachBrowser("the browser's own report", (scene) => {
  it("has no error and no warning", async (context) => {
    if (scene.reader.driver.name !== "chromium") {
      context.skip("only Chromium has such a report; web-ext lint speaks for Firefox");
      return;
    }
    await scene.on("chrome://extensions", async (page) => {
      const report = async (reload: boolean): Promise<Info | undefined> =>
        page.evaluate(async (again) => {
          const { developerPrivate } = chrome as unknown as { developerPrivate: Record<string, (...args: unknown[]) => Promise<Info[]>> };
          await developerPrivate["updateProfileConfiguration"]?.({ inDeveloperMode: true });
          const [info] = (await developerPrivate["getExtensionsInfo"]?.({})) ?? [];
          if (again && info !== undefined) {
            await developerPrivate["reload"]?.(info.id, { failQuietly: true, populateErrorForUnpacked: true });
          }
          return info;
        }, reload);
      await scene.on(DESKTOP, async (article) => {
        await scene.reader.until(article, ({ timeline }) => timeline.state === "ready");
      });
      const running = await report(true);
      assert.deepEqual(running?.runtimeErrors.map(({ message }) => message), []);
      const reloaded = await report(false);
      assert.deepEqual(reloaded?.manifestErrors.map(({ message }) => message), []);
    });
  });
});
