// The harness's background: puts style sheets into the page where its content script may not, as the extension's does.
import { style } from "../../../extension/background/sheet";
import { isMessage, replyOf, type ToBackground } from "../../../extension/shared/protocol";

chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener(({ id, message }: { id: number; message: unknown }) => {
    if (isMessage(message) && message.kind === "style") {
      const work = style(port.sender?.tab?.id ?? -1, message.ask as ToBackground["style"]["ask"]).then(() => null);
      void replyOf(work).then((reply) => port.postMessage({ id, reply }));
    }
  });
});
