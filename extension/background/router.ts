// Who may ask what. A message from anyone else is not answered.
import { isMessage, replyWith, type BackgroundKind, type Reply, type ToBackground } from "../shared/protocol";

type Sender = chrome.runtime.MessageSender;

/** A content script in the top frame of a tab, or one of our own pages. */
type From = "page" | "own";

type Handler<K extends BackgroundKind> = (
  ask: ToBackground[K]["ask"],
  tab: number,
) => Promise<ToBackground[K]["answer"]>;

export type Handlers = { [K in BackgroundKind]: { from: readonly From[]; answer: Handler<K> } };

/** Answers messages with the handlers. */
export function route(handlers: Handlers): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (reply: Reply<unknown>) => void) => {
    const from = origin(sender);
    if (from === undefined || !isMessage(message) || !isKind(handlers, message.kind)) {
      return false;
    }
    const handler = handlers[message.kind];
    if (!handler.from.includes(from)) {
      return false;
    }
    // The map of handlers ties kind and ask together; the wire does not.
    const answer = handler.answer as (ask: unknown, tab: number) => Promise<unknown>;
    return replyWith(answer(message.ask, sender.tab?.id ?? -1), sendResponse);
  });
}

/** Where a message comes from, or nothing where it is not ours to answer. */
export function origin(sender: Sender): From | undefined {
  if (sender.id !== chrome.runtime.id) {
    return undefined;
  }
  if (sender.url?.startsWith(chrome.runtime.getURL("")) === true) {
    return "own";
  }
  return sender.tab?.id !== undefined && sender.frameId === 0 ? "page" : undefined;
}

function isKind(handlers: Handlers, kind: string): kind is BackgroundKind {
  return Object.hasOwn(handlers, kind);
}
