// The sites as a text: for many at once, and for wildcards. It is stored when every line holds; until then nothing is.
import { useEffect, useRef, useState } from "preact/hooks";

import { dropSite } from "../shared/granting";
import { listOf, readList, type ListFault, type SiteChoices } from "../shared/pattern";
import { loadSettings, saveSettings, type Settings } from "../shared/settings";
import { t } from "../shared/text";
import { useDraft } from "./draft";
import { Editor } from "./editor";

export function SiteList({ settings: { sites, reader } }: { settings: Settings }) {
  const stored = listOf({ sites, coming: reader.sites });
  const [faults, setFaults] = useState<ListFault[]>([]);
  const area = useRef<HTMLTextAreaElement>(null);
  const read = (typed: string): void => {
    const { choices, faults: found } = readList(typed);
    setFaults(found);
    if (found.length === 0) {
      void store(choices);
    }
  };
  // Whoever is writing is not written over.
  const isWriting = (): boolean => document.activeElement === area.current;
  const draft = useDraft(stored, read, isWriting);
  useEffect(() => {
    if (!isWriting()) {
      setFaults([]);
    }
  }, [stored]);
  return (
    <details class="list">
      <summary>{t("optionsList")}</summary>
      <Editor
        {...{ name: "sites", label: t("optionsListSaid"), rows: 6, area, draft }}
        placeholder={"news.example clean reader\n*.example.com -clean"}
        faults={faults.map(({ line, what, part }) => ({ line, words: t(`listFault_${what}`, part) }))}
      >
        {faults.length > 0 && <p class="said">{t("optionsListUnsaved")}</p>}
      </Editor>
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
