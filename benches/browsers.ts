// The browsers that the benches run in, and the pages they find there.
import { startChromium } from "../tests/harness/chromium";
import type { Driver } from "../tests/harness/driver";
import { startFirefox } from "../tests/harness/firefox";
import { startWeb } from "../tests/harness/server";

/** Serves the pages, an address each, and runs a bench in one browser after the other; it says whether it failed. */
export async function inBrowsers(pages: Record<string, string>, bench: (driver: Driver) => Promise<boolean>): Promise<void> {
  const web = await startWeb();
  try {
    for (const [address, body] of Object.entries(pages)) {
      web.serve(address, { body });
    }
    for (const start of [startChromium, startFirefox]) {
      const driver = await start(web);
      try {
        process.exitCode = (await bench(driver)) ? 1 : process.exitCode;
      } finally {
        await driver.close();
      }
    }
  } finally {
    await web.close();
  }
}
