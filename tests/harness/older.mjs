// What tests cannot take for granted in Firefox 140.
const COMMAND = "emulation.setScreenOrientationOverride";

/** How long a page is waited for, in milliseconds. */
const PATIENCE = 30_000;

/** Lets pages be given another size: puppeteer sets the orientation with it, which no test asks for, by a newer command. */
export function allowSizing(browser) {
  const { connection } = browser;
  const send = connection.send.bind(connection);
  connection.send = async (method, params, ...rest) => {
    try {
      return await send(method, params, ...rest);
    } catch (fault) {
      if (method === COMMAND && fault instanceof Error && fault.message.includes("unknown command")) {
        return { result: {} };
      }
      throw fault;
    }
  };
}

/**
 * Lets a page with a strict policy be waited for. Puppeteer makes the function anew from its text in the page, which the
 * policy forbids to tests too; where it is asked from here, again and again, no text becomes code.
 */
export function waitByAsking(page) {
  page.waitForFunction = async (holds, { timeout = PATIENCE } = {}, ...args) => {
    const end = Date.now() + timeout;
    while (Date.now() < end) {
      const answer = await page.evaluateHandle(holds, ...args);
      if (await answer.evaluate((value) => Boolean(value))) {
        return answer;
      }
      await answer.dispose();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited ${timeout} ms in vain: ${holds}`);
  };
  return page;
}
