// The popup. It is drawn once it knows what to show: no empty frame, no jump.
import { render } from "preact";

import { t } from "../shared/text";
import { App } from "./app";
import { copyHere } from "./copying";
import { look } from "./tab";

document.documentElement.lang = chrome.i18n.getUILanguage();
document.title = t("extensionName");

const view = await look();
render(<App first={view} />, document.body);

// Opened by the copy key on a page that may not write to the clipboard itself.
const { copyNext } = await chrome.storage.session.get("copyNext");
if (copyNext === view.tab) {
  await chrome.storage.session.remove("copyNext");
  await copyHere(view.tab);
}
