// The reader's own rules. What is typed is stored when the hand rests; a line with a fault does nothing, the others
// hold.
import type { RuleFault } from "engine";
import { useEffect, useRef, useState } from "preact/hooks";

import { LARGEST } from "../shared/backup";
import { download } from "../shared/files";
import { askBackground } from "../shared/protocol";
import { DEFAULTS, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { useDraft } from "./draft";
import { Editor } from "./editor";
import { FileButton } from "./files";
import { Section } from "./section";
import { Trial } from "./trial";

export function Rules({ settings: { rules } }: { settings: Settings }) {
  const draft = useDraft(
    rules,
    (typed) => void saveSettings({ rules: typed }),
    () => false,
  );
  const { faults, failed } = useFaults(rules);
  const [said, setSaid] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const bring = async (file: File): Promise<void> => {
    setSaid("");
    if (file.size > LARGEST) {
      setSaid(t("backupFault_large"));
      return;
    }
    await saveSettings({ rules: joined(rules, await file.text()) });
  };
  return (
    <Section name="rules" reset={() => saveSettings({ rules: DEFAULTS.rules })}>
      <Editor
        {...{ name: "rules", label: t("optionsRulesSaid"), rows: 8, area, draft }}
        placeholder={"example.com##.promo\n##p:has-text(/^广告/)"}
        faults={faults.map(({ line, what, part }) => ({ line, words: t(`ruleFault_${what}`, part) }))}
      >
        {(failed || said !== "") && <p class="fault">{failed ? t("optionsRulesUnread") : said}</p>}
      </Editor>
      <div class="buttons">
        <FileButton id="rules-import" accept=".txt,text/plain" chosen={(file) => void bring(file)}>
          {t("optionsImport")}
        </FileButton>
        <button
          class="plain"
          id="rules-export"
          onClick={() => {
            download("qingdu-rules.txt", "text/plain", draft.text);
          }}
        >
          {t("optionsExport")}
        </button>
      </div>
      <Trial />
    </Section>
  );
}

function useFaults(rules: string) {
  const [answer, setAnswer] = useState<{ faults: RuleFault[]; failed: boolean }>({ faults: [], failed: false });
  useEffect(() => {
    let asked = true;
    const show = (faults: RuleFault[], failed: boolean): void => {
      if (asked) {
        setAnswer({ faults, failed });
      }
    };
    askBackground("checkRules", rules).then(
      (faults) => show(faults, false),
      () => show([], true),
    );
    return () => {
      asked = false;
    };
  }, [rules]);
  return answer;
}

/** Rules of a file behind those that are there; a line that is there already does not come twice. */
function joined(rules: string, more: string): string {
  const known = new Set(rules.split("\n").map((line) => line.trim()));
  const added = more.split(/\r?\n/).filter((line) => line.trim() === "" || !known.has(line.trim()));
  return rules === "" || rules.endsWith("\n") ? rules + added.join("\n") : `${rules}\n${added.join("\n")}`;
}
