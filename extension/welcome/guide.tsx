// The guide: the button, what can be done, what access is for.
import { useEffect, useState } from "preact/hooks";

import { isOpen, openSite } from "../shared/granting";
import { askBackground } from "../shared/protocol";
import { ZAKER } from "../shared/settings";
import { t } from "../shared/text";

/** What can be tried, by the names of the commands. */
const STEPS = ["page", "timeline", "reader", "copy"] as const;

export function Guide() {
  return (
    <>
      <link rel="stylesheet" href="base.css" />
      <link rel="stylesheet" href="welcome.css" />
      <aside class="guide" aria-label={t("welcome")}>
        <div class="brand">
          <img src="icons/on-32.png" width="28" height="28" alt="" />
          <h1>{t("welcome")}</h1>
        </div>
        <p>{t("welcomeSaid")}</p>
        <Steps />
        <Pin />
        <Access />
        <div class="links">
          <button class="plain" id="options" onClick={() => void chrome.runtime.openOptionsPage()}>
            {t("options")}
          </button>
        </div>
      </aside>
    </>
  );
}

function Steps() {
  const keys = useKeys();
  const [failed, setFailed] = useState(false);
  const attempt = (name: string): void => {
    askBackground("press", { name }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <>
      <h2>{t("welcomeTry")}</h2>
      <ol>
        {STEPS.map((name) => (
          <li key={name}>
            <div>
              <strong>{t(`welcome_${name}`)}</strong>
              {keys[name] !== undefined && keys[name] !== "" && <>{" "}<kbd>{keys[name]}</kbd></>}
              <br />
              <span class="soft">{t(`welcomeSaid_${name}`)}</span>
            </div>
            <button class="try" id={`try-${name}`} onClick={() => attempt(name)}>
              {t(`welcome_${name}`)}
            </button>
          </li>
        ))}
      </ol>
      <p class="fault" role="status">
        {failed ? t("welcomeFailed") : ""}
      </p>
    </>
  );
}

/** The keys as the browser has them: another extension may hold one already, and the reader may have changed them. */
function useKeys(): Record<string, string | undefined> {
  const [keys, setKeys] = useState<Record<string, string | undefined>>({});
  useEffect(() => {
    const look = (): void =>
      void chrome.commands.getAll().then((all) => {
        setKeys(Object.fromEntries(all.map(({ name, shortcut }) => [name ?? "", shortcut] as const)));
      });
    return onReturn(look);
  }, []);
  return keys;
}

function Pin() {
  const pinned = usePinned();
  const [before, after] = t(isFirefox() ? "welcomePinFirefox" : "welcomePinChrome", "\n").split("\n");
  return (
    <>
      <h2>{t("welcomePin")}</h2>
      {pinned ? (
        <p class="done">✓ {t("welcomePinned")}</p>
      ) : (
        <p class="pin">
          {before}
          <Puzzle />
          {after}
        </p>
      )}
    </>
  );
}

function Puzzle() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 3.5a1.5 1.5 0 0 1 3 0V4h3.5v3.5H13a1.5 1.5 0 0 1 0 3h-.5V14H9v-.5a1.5 1.5 0 0 0-3 0v.5H2.5V4H6z" />
    </svg>
  );
}

/** Whether the button is in the toolbar, as far as the browser says so. */
function usePinned(): boolean {
  const [pinned, setPinned] = useState(false);
  useEffect(() => {
    const action = chrome.action as Partial<typeof chrome.action>;
    return onReturn(() => {
      void action.getUserSettings?.().then(({ isOnToolbar }) => setPinned(isOnToolbar));
    });
  }, []);
  return pinned;
}

function Access() {
  const [open, setOpen] = useState(true);
  useEffect(() => onReturn(() => void isOpen(ZAKER).then(setOpen)), []);
  return (
    <>
      <h2>{t("welcomeAccess")}</h2>
      <p>{t("welcomeAccessZaker")}</p>
      {!open && (
        <p class="fault">
          {t("welcomeClosed")}{" "}
          <button class="plain" id="allow" onClick={() => void openSite(ZAKER).then(() => isOpen(ZAKER)).then(setOpen)}>
            {t("welcomeOpen")}
          </button>
        </p>
      )}
      <p>{t("welcomeAccessOthers")}</p>
      <p>{t("welcomeAccessNone")}</p>
    </>
  );
}

/** Looks now, and whenever the reader comes back to the page. */
function onReturn(look: () => void): () => void {
  look();
  addEventListener("focus", look);
  return () => {
    removeEventListener("focus", look);
  };
}

/** Firefox opens its list of keys itself. */
function isFirefox(): boolean {
  return "openShortcutSettings" in chrome.commands;
}
