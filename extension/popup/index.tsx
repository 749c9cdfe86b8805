// The popup. It is drawn once it knows what to show: no empty frame, no jump.
import { render } from "preact";

import type { CopyText } from "../shared/protocol";
import { t } from "../shared/text";
import { App } from "./app";
import { copyGiven } from "./copying";
import { look } from "./tab";

document.documentElement.lang = chrome.i18n.getUILanguage();
document.title = t("extensionName");

// What is known at once is shown at once; what is still being read follows.
const view = await look(false);
render(<App first={view} />, document.body);

// Opened by the copy key on a page that may not write to the clipboard itself.
const { copyNext } = await chrome.storage.session.get<{ copyNext?: { tab: number; text: CopyText; said: string } }>("copyNext");
if (copyNext?.tab === view.tab) {
  await chrome.storage.session.remove("copyNext");
  await copyGiven(view.tab, copyNext.text, copyNext.said);
}
