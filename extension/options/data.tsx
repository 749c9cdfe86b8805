// All settings as one file, and back.
import { useEffect, useState } from "preact/hooks";

import { backupOf, LARGEST, settingsFrom } from "../shared/backup";
import { download } from "../shared/files";
import { loadSettings, loadUnread, saveSettings } from "../shared/settings";
import { t } from "../shared/text";
import { FileButton } from "./files";
import { Section } from "./section";

export function Data() {
  const [said, setSaid] = useState({ words: "", fault: false });
  const bring = async (file: File): Promise<void> => {
    setSaid(await taken(file).catch((error: unknown) => ({ words: String(error), fault: true })));
  };
  return (
    <Section name="data">
      <p class="said">{t("optionsDataSaid")}</p>
      <div class="buttons">
        <FileButton id="data-import" accept=".json,application/json" chosen={(file) => void bring(file)}>
          {t("optionsImport")}
        </FileButton>
        <button class="plain" id="data-export" onClick={() => void save()}>
          {t("optionsExport")}
        </button>
      </div>
      <p id="data-said" role="status" class={said.fault ? "fault" : "said"}>
        {said.words}
      </p>
      <Unread />
    </Section>
  );
}

/** What the store holds and this version cannot read: the defaults stand in for it, and it is not lost. */
function Unread() {
  const [unread, setUnread] = useState<Record<string, unknown>>({});
  useEffect(() => void loadUnread().then(setUnread), []);
  const names = Object.keys(unread);
  if (names.length === 0) {
    return null;
  }
  const save = (): void => download("qingdu-unread.json", "application/json", `${JSON.stringify(unread, null, 2)}\n`);
  return (
    <p class="fault row" id="unread">
      <span class="name">{t("optionsUnread", names.join(", "))}</span>
      <button class="plain" id="unread-export" onClick={save}>
        {t("optionsExport")}
      </button>
    </p>
  );
}

async function save(): Promise<void> {
  download("qingdu-settings.json", "application/json", backupOf(await loadSettings()));
}

/** Takes a file in, or says why not; then nothing has changed. */
async function taken(file: File): Promise<{ words: string; fault: boolean }> {
  if (file.size > LARGEST) {
    return { words: t("backupFault_large"), fault: true };
  }
  const read = settingsFrom(await file.text());
  if ("fault" in read) {
    return { words: t(`backupFault_${read.fault}`, read.part), fault: true };
  }
  await saveSettings(read.settings);
  return { words: t("optionsImported"), fault: false };
}
