// The reader mode in the popup: opening it, and when it comes by itself.
import { askPage } from "../shared/protocol";
import type { Coming } from "../shared/reading";
import { t } from "../shared/text";
import { turnAll, turnComing } from "../shared/granting";
import { Switch } from "../shared/switch";
import { isTab, readInReader, type View } from "./tab";

interface Part {
  view: View;
  after: (work: Promise<unknown>) => void;
}

/** What a select says of no choice. */
const DEFAULT = "default";

export function ReaderRow({ view, after }: Part) {
  const { site, reader } = view;
  return (
    <section class="reader">
      <div class="row">
        <h2>{t("readerMode")}</h2>
        {site !== null && (
          <select
            id="reader-coming"
            aria-label={t("readerComing", site)}
            title={t("readerComing", site)}
            value={reader.sites[site] ?? DEFAULT}
            onChange={({ currentTarget: { value } }) =>
              after(turnComing(site, value === DEFAULT ? null : (value as Coming), reader))
            }
          >
            {["auto", "never", DEFAULT].map((coming) => (
              <option key={coming} value={coming}>
                {t(`readerComing_${coming}`)}
              </option>
            ))}
          </select>
        )}
        <button class="plain" id="reader-open" onClick={() => void openAndClose(view, after)}>
          {t("readerOpen")}
        </button>
      </div>
      <div class="row choice">
        <span>{t("readerAll")}</span>
        <Switch label={t("readerAll")} on={reader.all} turn={(on) => after(turnAll(on))} />
      </div>
    </section>
  );
}

/** The popup goes, so that the keys are the reader's; where nothing could be opened, it says why. */
async function openAndClose({ tab }: View, after: (work: Promise<unknown>) => void): Promise<void> {
  const opened = await readInReader(tab).catch((fault: unknown) => {
    after(Promise.reject(fault instanceof Error ? fault : new Error(String(fault))));
    return null;
  });
  if (opened?.reader === true) {
    if (isTab()) {
      after(askPage(tab, "status", null));
    } else {
      close();
    }
  } else if (opened !== null) {
    after(Promise.resolve());
  }
}
