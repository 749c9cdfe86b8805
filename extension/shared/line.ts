// The way to the background: one channel that stays open while questions come, because to open one for every
// question costs more than most questions do.
import { isReply, type Message, type Reply } from "./protocol";

interface Question {
  message: Message;
  /** Whether it may be asked again where the channel breaks: a background may stop in the middle of an answer. */
  again: boolean;
  settle: (reply: Reply<unknown>) => void;
  fail: (fault: Error) => void;
}

let port: chrome.runtime.Port | undefined;
let count = 0;
const asked = new Map<number, Question>();

/** Asks the background; fails where it cannot be reached, or breaks off twice. */
export function askOverLine(message: Message): Promise<Reply<unknown>> {
  return new Promise((settle, fail) => {
    send({ message, again: true, settle, fail });
  });
}

function send(question: Question): void {
  port ??= connect();
  count += 1;
  asked.set(count, question);
  port.postMessage({ id: count, message: question.message });
}

function connect(): chrome.runtime.Port {
  const line = chrome.runtime.connect();
  line.onMessage.addListener((answer: unknown) => {
    if (isAnswer(answer)) {
      const question = asked.get(answer.id);
      asked.delete(answer.id);
      question?.settle(answer.reply);
    }
  });
  line.onDisconnect.addListener(() => {
    const why = chrome.runtime.lastError?.message ?? "the background is gone";
    port = undefined;
    const broken = [...asked.values()];
    asked.clear();
    for (const question of broken) {
      retry(question, why);
    }
  });
  return line;
}

function retry(question: Question, why: string): void {
  if (!question.again) {
    question.fail(new Error(why));
    return;
  }
  try {
    send({ ...question, again: false });
  } catch (fault) {
    question.fail(fault instanceof Error ? fault : new Error(String(fault)));
  }
}

function isAnswer(value: unknown): value is { id: number; reply: Reply<unknown> } {
  return typeof value === "object" && value !== null && "id" in value && "reply" in value && isReply(value.reply);
}
