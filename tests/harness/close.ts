// Closing a browser that may be gone already, or go before it has answered.
import type { Browser } from "puppeteer-core";

/** So long a browser may take to close; then its process is ended. */
const PATIENCE = 8000;

/** Closes a browser; settles whatever becomes of it. */
export async function closeBrowser(browser: Browser): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  // The timer also keeps Node from ending in the middle: a connection that is cut leaves nothing else to wait for.
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([browser.close(), patience]);
  clearTimeout(timer);
  const running = browser.process();
  if (running !== null && running.exitCode === null && running.signalCode === null) {
    running.kill("SIGKILL");
  }
}
