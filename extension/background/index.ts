// The background: a service worker in Chrome, an event page in Firefox. It holds no state of its own that
// it could not make again.
import { hasClipboard, writeClipboard } from "../shared/clipboard";
import * as commands from "./commands";
import * as engine from "./engine";
import { followInstallation, pressOnSample } from "./first";
import { followMenus } from "./menus";
import { route } from "./router";
import { style } from "./sheet";
import { followGrants } from "./sites";
import { showCopied, showState } from "./toolbar";

route({
  clean: { from: ["page"], answer: engine.readPage },
  decide: { from: ["page"], answer: engine.decide },
  timelineOf: { from: ["page"], answer: ({ key }) => engine.datedEventsOf(key) },
  timeline: { from: ["page"], answer: engine.datedEvents },
  report: { from: ["page"], answer: engine.reportOf },
  checkRules: { from: ["own"], answer: engine.ruleFaults },
  typeset: { from: ["page"], answer: engine.typesetTexts },
  wake: {
    from: ["page"],
    answer: async () => {
      await engine.start();
      return null;
    },
  },
  copyText: { from: ["page"], answer: engine.copyText },
  style: {
    from: ["page"],
    answer: async (ask, tab) => {
      await style(tab, ask);
      return null;
    },
  },
  badge: {
    from: ["page"],
    answer: async ({ state, removed }, tab) => {
      await showState(tab, state, removed);
      return null;
    },
  },
  copyForPage: {
    from: ["page"],
    answer: async ({ text, said }, tab) => {
      if (hasClipboard()) {
        await writeClipboard(text);
        return "written";
      }
      // The popup finds out what it was opened for, and copies.
      await chrome.storage.session.set({ copyNext: { tab, text, said } });
      await chrome.action.openPopup();
      return "popup";
    },
  },
  copied: {
    from: ["page", "own"],
    answer: async ({ tab: named }, tab) => {
      // Nobody waits for the mark to go again.
      void showCopied(named ?? tab).catch(() => undefined);
      return Promise.resolve(null);
    },
  },
  press: { from: ["page"], answer: ({ name }, tab) => pressOnSample(name, tab) },
  inject: {
    from: ["own"],
    answer: async ({ tab }) => {
      await commands.inject(tab);
      return null;
    },
  },
});
commands.listen();
followGrants();
followMenus();
followInstallation();
