// The lines of a text that do not hold, each with the way to it.
import type { RefObject } from "preact";

import { t } from "../shared/text";

/** So many faults are listed; the rest is counted. */
const LISTED = 50;

export interface LineFault {
  line: number;
  words: string;
}

interface Props {
  area: RefObject<HTMLTextAreaElement>;
  faults: LineFault[];
}

export function FaultList({ area, faults }: Props) {
  return (
    <ul class="faults">
      {faults.slice(0, LISTED).map(({ line, words }) => (
        <li key={line}>
          <button class="plain" onClick={() => showLine(area.current, line)}>
            {t("optionsLine", String(line))}
          </button>{" "}
          <span class="fault">{words}</span>
        </li>
      ))}
      {faults.length > LISTED && <li class="fault">{t("optionsMoreFaults", String(faults.length - LISTED))}</li>}
    </ul>
  );
}

/** Selects a line of the text. */
function showLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) {
    return;
  }
  const lines = area.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
}
