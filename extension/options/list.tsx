// The sites as a text: for many at once, and for wildcards. It is stored when every line holds; until then nothing is.
import { useEffect, useRef, useState } from "preact/hooks";

import { dropSite } from "../shared/granting";
import { listOf, readList, type ListFault, type SiteChoices } from "../shared/pattern";
import { loadSettings, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { FaultList } from "./faults";

/** How long the hand rests before the list is read, in milliseconds. */
const REST = 400;

export function SiteList({ settings: { sites, reader } }: { settings: Settings }) {
  const stored = listOf({ sites, coming: reader.sites });
  const [text, setText] = useState(stored);
  const [faults, setFaults] = useState<ListFault[]>([]);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Whoever is writing is not written over.
    if (document.activeElement !== area.current) {
      setText(stored);
      setFaults([]);
    }
  }, [stored]);
  const read = (typed: string): void => {
    const { choices, faults: found } = readList(typed);
    setFaults(found);
    if (found.length === 0) {
      void store(choices);
    }
  };
  const settle = (): void => {
    if (waiting.current !== null) {
      clearTimeout(waiting.current.timer);
      read(waiting.current.text);
      waiting.current = null;
    }
  };
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(waiting.current?.timer);
    waiting.current = { text: typed, timer: setTimeout(settle, REST) };
  };
  useEffect(() => {
    addEventListener("pagehide", settle);
    return () => removeEventListener("pagehide", settle);
  }, []);
  return (
    <details class="list">
      <summary>{t("optionsList")}</summary>
      <label class="said" for="sites-text">
        {t("optionsListSaid")}
      </label>
      <textarea
        id="sites-text"
        ref={area}
        rows={6}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={text}
        placeholder={"news.example clean reader\n*.example.com -clean"}
        aria-describedby="sites-faults"
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={settle}
      />
      <div id="sites-faults" role="status">
        <FaultList
          area={area}
          faults={faults.map(({ line, what, part }) => ({ line, words: t(`listFault_${what}`, part) }))}
        />
        {faults.length > 0 && <p class="said">{t("optionsListUnsaved")}</p>}
      </div>
    </details>
  );
}

/** Stores a list. A site that is no longer in it gives its permission back. */
async function store({ sites, coming }: SiteChoices): Promise<void> {
  const { sites: before, reader } = await loadSettings();
  await saveSettings({ sites, reader: { ...reader, sites: coming } });
  const gone = [...Object.keys(before), ...Object.keys(reader.sites)].filter(
    (site) => !Object.hasOwn(sites, site) && !Object.hasOwn(coming, site),
  );
  for (const site of new Set(gone)) {
    await dropSite(site);
  }
}
