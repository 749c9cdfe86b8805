// Copying in the popup: one button, two forms; with the timeline or without; as a file.
import { useEffect, useState } from "preact/hooks";

import type { PageStatus } from "../shared/protocol";
import { changeCopy } from "../shared/settings";
import { Switch } from "../shared/switch";
import { t } from "../shared/text";
import { copyHere, FILES, onCopied, saveHere } from "./copying";
import type { View } from "./tab";

interface Part {
  view: View;
  status: PageStatus;
  after: (work: Promise<unknown>) => void;
}

export function CopyRow({ view: { tab, copy, timelineOn }, status, after }: Part) {
  const [said, setSaid] = useState("");
  const shift = useShift();
  useEffect(() => onCopied(setSaid), []);
  const isMarkdown = shift || copy.form === "markdown";
  return (
    <section class="copy">
      <button
        class="main"
        id="copy"
        aria-describedby="copy-hint"
        onClick={({ shiftKey }) => {
          // In Firefox a click by key knows no Shift.
          void copyHere(tab, shiftKey || shift ? "markdown" : copy.form);
        }}
      >
        {t(isMarkdown ? "copyMarkdown" : "copy")}
      </button>
      <p class="hint" id="copy-hint">
        {said === "" && copy.form !== "markdown" ? t("copyHint") : ""}
      </p>
      <p class="said" role="status">
        {said}
      </p>
      {timelineOn && status.timeline.events > 0 && (
        <div class="row choice">
          <span>{t("copyWithTimeline")}</span>
          <Switch
            label={t("copyWithTimeline")}
            on={copy.timeline}
            turn={(timeline) => {
              after(changeCopy({ timeline }));
            }}
          />
        </div>
      )}
      <div class="row choice" role="group" aria-label={t("saveAs")}>
        <span aria-hidden="true">{t("saveAs")}</span>
        {(Object.keys(FILES) as (keyof typeof FILES)[]).map((ending) => (
          <button
            key={ending}
            class="plain save"
            data-ending={ending}
            aria-label={t("saveAsFile", ending.toUpperCase())}
            onClick={() => void saveHere(tab, ending)}
          >
            {ending.toUpperCase()}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Whether Shift is held, so that the button says what it would do. */
function useShift(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const look = ({ shiftKey }: KeyboardEvent): void => setHeld(shiftKey);
    const leave = (): void => setHeld(false);
    addEventListener("keydown", look);
    addEventListener("keyup", look);
    addEventListener("blur", leave);
    return () => {
      removeEventListener("keydown", look);
      removeEventListener("keyup", look);
      removeEventListener("blur", leave);
    };
  }, []);
  return held;
}
