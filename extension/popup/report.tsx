// Something was missed, or too much was taken: the page's structure as a text for an issue.
import { useState } from "preact/hooks";

import { writeClipboard } from "../shared/clipboard";
import { askPage } from "../shared/protocol";
import { t } from "../shared/text";

export function Report({ tab }: { tab: number }) {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await writeClipboard({ plain: await askPage(tab, "report", null), html: "" });
      setSaid(t("reportCopied"));
    } catch {
      setSaid(t("copyFailed"));
    }
  };
  return (
    <>
      <button class="plain" id="report" title={t("reportSaid")} onClick={() => void copy()}>
        {t("report")}
      </button>
      <p class="said reported" role="status">
        {said}
      </p>
    </>
  );
}
