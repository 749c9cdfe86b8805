// The first minutes: a guide beside a sample article, on which the content script runs as on any page.
import { render } from "preact";

import { t } from "../shared/text";
import { Guide } from "./guide";

const host = document.getElementById("guide");
if (host !== null) {
  host.lang = chrome.i18n.getUILanguage();
  document.title = `${document.title} - ${t("welcome")}`;
  render(<Guide />, host.attachShadow({ mode: "open" }));
}
