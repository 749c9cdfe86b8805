// The reader's own rules. What is typed is stored when the hand rests; a line with a fault does nothing, the others
// hold.
import type { RuleFault } from "engine";
import { useEffect, useRef, useState } from "preact/hooks";

import { LARGEST } from "../shared/backup";
import { download } from "../shared/files";
import { askBackground } from "../shared/protocol";
import { DEFAULTS, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { FaultList } from "./faults";
import { FileButton } from "./files";
import { Section } from "./section";
import { Trial } from "./trial";

/** How long the hand rests before rules are stored and read, in milliseconds. */
const REST = 300;

export function Rules({ settings: { rules } }: { settings: Settings }) {
  const { text, type, store } = useDraft(rules);
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
      <label class="said" for="rules-text">
        {t("optionsRulesSaid")}
      </label>
      <textarea
        id="rules-text"
        ref={area}
        rows={8}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={text}
        placeholder={"example.com##.promo\n##p:has-text(/^广告/)"}
        aria-describedby="rules-faults"
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={store}
      />
      <div id="rules-faults" role="status">
        <FaultList
          area={area}
          faults={faults.map(({ line, what, part }) => ({ line, words: t(`ruleFault_${what}`, part) }))}
        />
        {(failed || said !== "") && <p class="fault">{failed ? t("optionsRulesUnread") : said}</p>}
      </div>
      <div class="buttons">
        <FileButton id="rules-import" accept=".txt,text/plain" chosen={(file) => void bring(file)}>
          {t("optionsImport")}
        </FileButton>
        <button
          class="plain"
          id="rules-export"
          onClick={() => {
            download("qingdu-rules.txt", "text/plain", text);
          }}
        >
          {t("optionsExport")}
        </button>
      </div>
      <Trial />
    </Section>
  );
}

/** The text as it is typed; what is stored elsewhere in the meantime takes its place. */
function useDraft(stored: string) {
  const [text, setText] = useState(stored);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const store = (): void => {
    if (waiting.current !== null) {
      clearTimeout(waiting.current.timer);
      void saveSettings({ rules: waiting.current.text });
      waiting.current = null;
    }
  };
  useEffect(() => {
    if (waiting.current === null) {
      setText(stored);
    }
  }, [stored]);
  useEffect(() => {
    addEventListener("pagehide", store);
    return () => removeEventListener("pagehide", store);
  }, []);
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(waiting.current?.timer);
    waiting.current = { text: typed, timer: setTimeout(store, REST) };
  };
  return { text, type, store };
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
