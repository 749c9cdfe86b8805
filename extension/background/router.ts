// Who may ask what. A message from anyone else is not answered.
import {
  isMessage,
  replyOf,
  type BackgroundKind,
  type Message,
  type Reply,
  type ToBackground,
} from "../shared/protocol";
import { isSample } from "./first";

type Sender = chrome.runtime.MessageSender;

/** A content script in the top frame of a tab, the sample article's among them, or one of our own pages. */
type From = "page" | "own";

type Handler<K extends BackgroundKind> = (
  ask: ToBackground[K]["ask"],
  tab: number,
) => Promise<ToBackground[K]["answer"]>;

export type Handlers = { [K in BackgroundKind]: { from: readonly From[]; answer: Handler<K> } };

/** Answers questions with the handlers; `shared/line.ts` asks them. */
export function route(handlers: Handlers): void {
  chrome.runtime.onConnect.addListener((port) => {
    const { sender } = port;
    const from = sender === undefined ? undefined : origin(sender);
    if (from === undefined) {
      port.disconnect();
      return;
    }
    port.onMessage.addListener((question: unknown) => {
      if (isQuestion(question)) {
        const work = answerTo(handlers, question.message, from, sender?.tab?.id ?? -1);
        void replyOf(work).then((reply) => {
          post(port, { id: question.id, reply });
        });
      }
    });
  });
}

async function answerTo(handlers: Handlers, message: Message, from: From, tab: number): Promise<unknown> {
  if (!isKind(handlers, message.kind) || !handlers[message.kind].from.includes(from)) {
    throw new Error(`no answer to ${message.kind}`);
  }
  // The map of handlers ties kind and ask together; the wire does not.
  const answer = handlers[message.kind].answer as (ask: unknown, tab: number) => Promise<unknown>;
  return await answer(message.ask, tab);
}

function post(port: chrome.runtime.Port, answer: { id: number; reply: Reply<unknown> }): void {
  try {
    port.postMessage(answer);
  } catch {
    // The page has gone: nobody waits for the answer.
  }
}

function isQuestion(value: unknown): value is { id: number; message: Message } {
  return typeof value === "object" && value !== null && "id" in value && "message" in value && isMessage(value.message);
}

/** Where a message comes from, or nothing where it is not ours to answer. */
export function origin(sender: Sender): From | undefined {
  if (sender.id !== chrome.runtime.id) {
    return undefined;
  }
  const inTab = sender.tab?.id !== undefined && sender.frameId === 0;
  if (sender.url?.startsWith(chrome.runtime.getURL("")) === true) {
    return inTab && isSample(sender.url) ? "page" : "own";
  }
  return inTab ? "page" : undefined;
}

function isKind(handlers: Handlers, kind: string): kind is BackgroundKind {
  return Object.hasOwn(handlers, kind);
}
