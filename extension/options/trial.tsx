// Trying a rule on a page that is open before it is one of the rules: what would go, without touching the page.
import { useEffect, useState } from "preact/hooks";

import { askPage, type ToPage } from "../shared/protocol";
import { addRule } from "../shared/rules";
import { t } from "../shared/text";

interface OpenPage {
  tab: number;
  title: string;
}

type Outcome = ToPage["tryRules"]["answer"] | "failed" | null;

export function Trial() {
  const pages = useOpenPages();
  const [chosen, setChosen] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [rule, setRule] = useState("");
  const tab = pages.some((page) => page.tab === chosen) ? chosen : (pages[0]?.tab ?? null);
  const run = (): void => {
    if (tab !== null) {
      askPage(tab, "tryRules", { rules: rule }).then(setOutcome, () => setOutcome("failed"));
    }
  };
  return (
    <div class="trial" role="group" aria-labelledby="trial-title">
      <h3 id="trial-title">{t("optionsTrial")}</h3>
      <div class="row">
        <input
          id="trial-rule"
          type="text"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-label={t("optionsTrialRule")}
          placeholder="##p:has-text(/^广告/)"
          value={rule}
          onInput={({ currentTarget }) => {
            setRule(currentTarget.value);
            setOutcome(null);
          }}
        />
        <button
          class="plain"
          id="trial-add"
          disabled={rule.trim() === ""}
          onClick={() => void addRule(rule.trim()).then(() => setRule(""))}
        >
          {t("optionsTrialAdd")}
        </button>
      </div>
      {pages.length === 0 ? (
        <p class="said">{t("optionsTrialNone")}</p>
      ) : (
        <div class="row">
          <select
            id="trial-page"
            aria-label={t("optionsTrialPage")}
            value={String(tab)}
            onChange={({ currentTarget }) => {
              setChosen(Number(currentTarget.value));
              setOutcome(null);
            }}
          >
            {pages.map((page) => (
              <option key={page.tab} value={String(page.tab)}>
                {page.title}
              </option>
            ))}
          </select>
          <button class="plain" id="trial-run" disabled={rule.trim() === ""} onClick={run}>
            {t("optionsTrialRun")}
          </button>
        </div>
      )}
      <div id="trial-outcome" role="status">
        <Outcomes outcome={outcome} />
      </div>
    </div>
  );
}

function Outcomes({ outcome }: { outcome: Outcome }) {
  if (outcome === null) {
    return null;
  }
  if (outcome === "failed" || outcome.overrun) {
    return <p class="fault">{t(outcome === "failed" ? "optionsTrialFailed" : "rulesTooSlow")}</p>;
  }
  return (
    <>
      <p class="said">{t(outcome.removed.length === 0 ? "optionsTrialNothing" : "optionsTrialGoes", String(outcome.removed.length))}</p>
      <ul>
        {outcome.removed.map(({ rule, text }, at) => (
          <li key={at} class="row kept">
            <span class="name">
              <span class="text">{text === "" ? t("withoutText") : text}</span>
              <code class="said">{rule}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The pages on which we run, as they come and go. */
function useOpenPages(): OpenPage[] {
  const [pages, setPages] = useState<OpenPage[]>([]);
  useEffect(() => {
    const look = (): void => void openPages().then(setPages);
    look();
    addEventListener("focus", look);
    return () => removeEventListener("focus", look);
  }, []);
  return pages;
}

async function openPages(): Promise<OpenPage[]> {
  const tabs = await chrome.tabs.query({});
  const asked = tabs.map(async ({ id, title }): Promise<OpenPage[]> => {
    const status = id === undefined ? null : await askPage(id, "status", null).catch(() => null);
    const name = status?.title === "" ? title : status?.title;
    return id === undefined || status === null ? [] : [{ tab: id, title: name ?? t("untitled") }];
  });
  return (await Promise.all(asked)).flat();
}
