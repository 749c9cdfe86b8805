// The keys as the browser has them, and the way to where they are changed.
import { useEffect, useState } from "preact/hooks";

import { t } from "../shared/text";
import { Section } from "./section";

/** Firefox opens its list itself; Chrome has an address for it. */
type Commands = typeof chrome.commands & { openShortcutSettings?: () => Promise<void> };

export function Shortcuts() {
  const [commands, setCommands] = useState<chrome.commands.Command[]>([]);
  useEffect(() => {
    const look = (): void => void chrome.commands.getAll().then(setCommands);
    look();
    // Changed in another tab, they are looked at again on the way back.
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  const named = commands.filter(({ description }) => description !== undefined && description !== "");
  return (
    <Section name="shortcuts">
      <dl>
        {named.map(({ name, description, shortcut }) => (
          <div key={name} class="row">
            <dt class="name">{description}</dt>
            <dd>{shortcut === undefined || shortcut === "" ? t("optionsNoKey") : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="said">{t(isFirefox() ? "optionsKeysFirefox" : "optionsKeysChrome")}</p>
      <div class="buttons">
        <button class="plain" id="keys-change" onClick={() => void change()}>
          {t("optionsKeysChange")}
        </button>
      </div>
    </Section>
  );
}

function isFirefox(): boolean {
  return "openShortcutSettings" in chrome.commands;
}

async function change(): Promise<void> {
  const { openShortcutSettings } = chrome.commands as Commands;
  if (openShortcutSettings !== undefined) {
    await openShortcutSettings();
  } else {
    await chrome.tabs.create({ url: "chrome://extensions/shortcuts" });
  }
}
