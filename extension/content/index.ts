// The content script: one session a page, and the messages of the popup and the keys.
import {
  isMessage,
  replyWith,
  type Message,
  type PageKind,
  type Reply,
  type ToPage,
} from "../shared/protocol";
import { dropRule } from "../shared/rules";
import { loadSettings, onSettings } from "../shared/settings";
import { reportOf, tried } from "./aside";
import { article, copyHere, pressed } from "./commands";
import { listenToMenu, pick } from "./picker";
import { coverEarly, parsed } from "./reader/early";
import { rendered } from "./rendered";
import { Session } from "./session";

type Handlers = { [K in PageKind]: (ask: ToPage[K]["ask"]) => Promise<ToPage[K]["answer"]> };

/** Our world's own mark: a script that was injected again finds the one that is there. */
const RUNNING = "qingduRunning";

const session = new Session(coverEarly());

/** The first look at the page: what is asked for before it waits for its outcome. */
let begun = Promise.resolve();

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
      await begun;
      await session.openReader();
    } else {
      session.reader.leave();
    }
    return session.status();
  },
  copyText: async ({ form }) => {
    const copied = await article(session, form);
    if (copied === null) {
      throw new Error("nothing to copy");
    }
    return copied;
  },
  copy: async ({ of, given }) => {
    await begun;
    await copyHere(session, of, given);
    return null;
  },
  report: async () => reportOf(session),
  pick: async ({ fromMenu }) => {
    await begun;
    await pick(session, fromMenu);
    return null;
  },
  dropRule: async ({ rule }) => {
    await dropRule(rule);
    await session.follow(await loadSettings());
    return session.status();
  },
  tryRules: async ({ rules }) => tried(session, rules),
  command: async ({ name }) => {
    await begun;
    await pressed(session, name);
    return null;
  },
};

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
  listenToMenu();
}

function isKind(message: Message): message is Message<PageKind> {
  return Object.hasOwn(handlers, message.kind);
}

if (!Object.hasOwn(globalThis, RUNNING)) {
  Object.defineProperty(globalThis, RUNNING, { value: true });
  listen();
  begun = parsed()
    .then(rendered)
    .then(() => session.begin());
}
