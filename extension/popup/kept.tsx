// What is not removed again on this site, and the way back.
import { useState } from "preact/hooks";

import type { Kept } from "../shared/keep";
import { t } from "../shared/text";

export function KeptList({ kept, forget }: { kept: Kept[]; forget: (key: string) => void }) {
  const [open, setOpen] = useState(false);
  if (kept.length === 0) {
    return null;
  }
  return (
    <section class="kept">
      <button
        class="head"
        id="kept-count"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span class="name">{t("keptCount", String(kept.length))}</span>
      </button>
      {open && (
        <ul>
          {kept.map(({ key, category, text }) => (
            <li key={key} class="item row">
              <div>
                <p class="text">{text === "" ? t("withoutText") : text}</p>
                <p class="reason">{t(`category_${category}`)}</p>
              </div>
              <button
                class="plain forget"
                onClick={() => {
                  forget(key);
                }}
              >
                {t("forgetKept")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
