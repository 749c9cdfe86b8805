// The content script: one session a page, and the messages of the popup and the keys.
import {
  isMessage,
  replyWith,
  type Message,
  type PageKind,
  type Reply,
  type ToPage,
} from "../shared/protocol";
import { onSettings } from "../shared/settings";
import { t } from "../shared/text";
import { copyByKey, copyOf } from "./copy";
import { coverEarly, parsed } from "./reader/early";
import { Session } from "./session";
import { toast } from "./toast";

type Handlers = { [K in PageKind]: (ask: ToPage[K]["ask"]) => Promise<ToPage[K]["answer"]> };

/** Our world's own mark: a script that was injected again finds the one that is there. */
const RUNNING = "qingduRunning";

const session = new Session(coverEarly());

const handlers: Handlers = {
  status: async () => Promise.resolve(session.status()),
  putBack: async ({ key, back }) => {
    session.putBack(key, back);
    return Promise.resolve(session.status());
  },
  whole: async ({ key }) => Promise.resolve(session.wholeText(key)),
  reveal: async ({ key }) => {
    session.reveal(key);
    return Promise.resolve(session.status());
  },
  keep: async ({ key, on }) => {
    await session.keep(key, on);
    return session.status();
  },
  run: async ({ on }) => {
    if (on) {
      await session.run();
    } else {
      session.release();
    }
    return session.status();
  },
  timeline: async ({ open }) => {
    session.turnTimeline(open);
    return Promise.resolve(session.status());
  },
  reader: async ({ open }) => {
    if (open) {
      await session.openReader();
    } else {
      session.reader.leave();
    }
    return session.status();
  },
  copyText: async () => {
    if (session.article === null) {
      throw new Error("nothing to copy");
    }
    return copyOf(session.article, session.text(), session.reader.spacing);
  },
  command: async ({ name }) => {
    await pressed(name);
    return null;
  },
};

async function pressed(name: string): Promise<void> {
  if (name === "reader") {
    await turnReader();
    return;
  }
  if (name === "page") {
    if (session.isReleased()) {
      await session.run();
    } else {
      session.release();
    }
    return;
  }
  if (session.article === null) {
    await session.run();
  }
  if (session.article === null) {
    toast(t("nothingHere"));
  } else if (name === "copy") {
    await copyByKey(session.article, session.text(), session.reader.spacing);
  } else if (name === "timeline") {
    await turnTimeline();
  }
}

async function turnReader(): Promise<void> {
  if (session.reader.isOpen) {
    session.reader.leave();
  } else if (!(await session.openReader())) {
    toast(t("nothingHere"));
  }
}

async function turnTimeline(): Promise<void> {
  if (session.reader.isOpen) {
    session.reader.turnTimeline();
    return;
  }
  // Read for the reader mode alone, the page has no timeline beside it yet.
  if (session.isReleased()) {
    await session.run();
  } else {
    session.turnTimeline(!session.isTimelineOpen());
  }
}

function listen(): void {
  chrome.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (reply: Reply<unknown>) => void) => {
    // From the extension itself only: its background or one of its pages, never a page's script.
    if (sender.id !== chrome.runtime.id || !isMessage(message) || !isKind(message)) {
      return false;
    }
    // The map of handlers ties kind and ask together; the wire does not.
    const answer = handlers[message.kind] as (ask: unknown) => Promise<unknown>;
    return replyWith(answer(message.ask), sendResponse);
  });
  onSettings((settings) => void session.follow(settings));
}

function isKind(message: Message): message is Message<PageKind> {
  return Object.hasOwn(handlers, message.kind);
}

if (!Object.hasOwn(globalThis, RUNNING)) {
  Object.defineProperty(globalThis, RUNNING, { value: true });
  listen();
  void parsed().then(() => session.begin());
}
