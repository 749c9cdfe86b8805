// Puppeteer sets a window's orientation with its size, a command that Firefox 140 does not know. No test asks for it.
const COMMAND = "emulation.setScreenOrientationOverride";

/** Lets pages of a Firefox be given another size, whatever its version. */
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
