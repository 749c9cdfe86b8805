// The options: one page, drawn once it knows what to show, and stored at every change.
import { render } from "preact";

import { loadSettings } from "../shared/settings";
import { t } from "../shared/text";
import { App } from "./app";

document.documentElement.lang = chrome.i18n.getUILanguage();
document.title = `${t("shortName")} · ${t("options")}`;

render(<App first={await loadSettings()} />, document.body);
