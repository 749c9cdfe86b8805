import { useState } from "preact/hooks";

import type { Removed } from "../shared/protocol";
import { t } from "../shared/text";
import { Item, type Acts } from "./item";

/** What was removed: how many of each kind, and under each kind what and why. */
export function RemovedList({ removed, acts }: { removed: Removed[]; acts: Acts }) {
  const gone = removed.filter(({ back }) => !back).length;
  const none = removed.length === 0;
  return (
    <section class="removed">
      <div class="row">
        {none ? (
          <p class="said">{t("removedNone")}</p>
        ) : (
          <h2 id="removed-count">{t("removedCount", String(gone))}</h2>
        )}
        <button class="plain" id="pick" onClick={acts.pick}>
          {t("pickMore")}
        </button>
        {!none && (
          <button class="plain" id="put-back-all" onClick={() => acts.putBack(null, gone > 0)}>
            {t(gone > 0 ? "putBackAll" : "removeAll")}
          </button>
        )}
      </div>
      <ul>
        {byKind(removed).map(([category, parts]) => (
          <Kind key={category} category={category} parts={parts} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function Kind({ category, parts, acts }: { category: string; parts: Removed[]; acts: Acts }) {
  const [open, setOpen] = useState(false);
  const gone = parts.filter(({ back }) => !back).length;
  return (
    <li class="kind">
      <button class="head" aria-expanded={open} onClick={() => setOpen(!open)} data-category={category}>
        <span class="name">{t(`category_${category}`)}</span>
        <span class="count">{gone === parts.length ? gone : `${gone}/${parts.length}`}</span>
      </button>
      {open && (
        <ul>
          {parts.map((part) => (
            <Item key={part.key} part={part} acts={acts} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** What stands around the article and not in it: less is to be said of it, so it comes last. */
const AROUND = new Set(["site_chrome", "related_reading", "comment_ui", "share_ui", "wechat_chrome", "app_download"]);

/** The parts of each kind: those out of the article first, and of those the kind with the most. */
function byKind(removed: Removed[]): [string, Removed[]][] {
  const kinds = new Map<string, Removed[]>();
  for (const part of removed) {
    const parts = kinds.get(part.category);
    if (parts === undefined) {
      kinds.set(part.category, [part]);
    } else {
      parts.push(part);
    }
  }
  const isAround = (category: string): number => (AROUND.has(category) ? 1 : 0);
  return [...kinds].sort(
    ([one, parts], [other, others]) => isAround(one) - isAround(other) || others.length - parts.length,
  );
}
