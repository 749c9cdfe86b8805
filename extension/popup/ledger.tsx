// What was removed from the page, and what the reader keeps on its site.
import { askPage, type PageStatus } from "../shared/protocol";
import { t } from "../shared/text";
import type { Acts } from "./item";
import { KeptList } from "./kept";
import { RemovedList } from "./removed";
import { pickHere } from "./tab";

interface Props {
  tab: number;
  status: PageStatus;
  /** Shows how things stand when some work is done. */
  after: (work: Promise<unknown>) => void;
}

export function Ledger({ tab, status: { state, removed, kept, overrun }, after }: Props) {
  const acts: Acts = {
    putBack: (key, back) => {
      after(askPage(tab, "putBack", { key, back }));
    },
    whole: (key) => askPage(tab, "whole", { key }),
    reveal: (key) => {
      after(askPage(tab, "reveal", { key }));
    },
    pick: () => {
      void pickHere(tab);
    },
    dropRule: (rule) => {
      after(askPage(tab, "dropRule", { rule }));
    },
    keep: (key, on) => {
      after(askPage(tab, "keep", { key, on }));
    },
  };
  return (
    <>
      {(state === "clean" || state === "nothing") && <RemovedList removed={removed} acts={acts} />}
      {overrun && <p class="fault">{t("rulesTooSlow")}</p>}
      <KeptList
        kept={kept}
        forget={(key) => {
          acts.keep(key, false);
        }}
      />
    </>
  );
}
