import { useEffect, useState } from "preact/hooks";

import { onSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { Cleaning } from "./cleaning";
import { Copying } from "./copying";
import { Data } from "./data";
import { Privacy } from "./privacy";
import { Reading } from "./reading";
import { Rules } from "./rules";
import { Shortcuts } from "./shortcuts";
import { Sites } from "./sites";
import { TimelineOptions } from "./timeline";
import { Tools } from "./tools";

const PARTS = [
  ["cleaning", Cleaning],
  ["reading", Reading],
  ["timeline", TimelineOptions],
  ["copy", Copying],
  ["sites", Sites],
  ["rules", Rules],
  ["tools", Tools],
  ["shortcuts", Shortcuts],
  ["data", Data],
  ["privacy", Privacy],
] as const;

/** The page follows the store, whoever writes it. */
export function App({ first }: { first: Settings }) {
  const [settings, setSettings] = useState(first);
  useEffect(() => {
    onSettings(setSettings);
  }, []);
  return (
    <>
      <nav aria-label={t("options")}>
        <p class="brand">
          <img src="icons/on-32.png" width="24" height="24" alt="" />
          {t("shortName")}
        </p>
        <ul>
          {PARTS.map(([name]) => (
            <li key={name}>
              <a href={`#${name}`}>{t(`options_${name}`)}</a>
            </li>
          ))}
        </ul>
        <p class="about">
          {chrome.runtime.getManifest().version} · <a href="welcome.html">{t("welcomeAgain")}</a>
        </p>
      </nav>
      <main>
        <h1>{t("options")}</h1>
        {PARTS.map(([name, Part]) => (
          <Part key={name} settings={settings} />
        ))}
      </main>
    </>
  );
}
