// One removal: what, why, and what can be done about it.
import { useEffect, useRef, useState } from "preact/hooks";

import type { Removed } from "../shared/protocol";
import { t } from "../shared/text";

/** What the list asks the page to do. */
export interface Acts {
  putBack: (key: string | null, back: boolean) => void;
  /** The whole text of a part. */
  whole: (key: string) => Promise<string>;
  /** Shows a part where it stands. */
  reveal: (key: string) => void;
  /** Never removes it again on this site, or does so again. */
  keep: (key: string, on: boolean) => void;
  /** Lets the reader point at more that is to go. */
  pick: () => void;
  /** Takes a rule of the reader's out. */
  dropRule: (rule: string) => void;
}

/** What goes by a rule of the reader's goes no more when the rule is taken out. */
const USER_RULE = "user_rule";

/** A pointer that only passes by asks for nothing. */
const HOVER = 350;

export function Item({ part, acts }: { part: Removed; acts: Acts }) {
  const { key, reason, level, back, keepable } = part;
  const { text, look, leave } = usePreview(part, acts);
  return (
    <li class={back ? "item back" : "item"}>
      <button
        class={text === null ? "text" : "text whole"}
        title={t("showPlace")}
        onMouseEnter={() => {
          look(HOVER);
        }}
        onFocus={() => {
          look(0);
        }}
        onMouseLeave={leave}
        onBlur={leave}
        onClick={() => {
          acts.reveal(key);
        }}
      >
        {text ?? (part.text === "" ? t("withoutText") : part.text)}
      </button>
      <p class="reason">{level === "fold" ? t("foldedBecause", reason) : reason}</p>
      <div class="acts">
        <button
          class="plain put-back"
          onClick={() => {
            acts.putBack(key, !back);
          }}
        >
          {t(back ? "removeAgain" : "putBack")}
        </button>
        {part.category === USER_RULE && (
          <button class="plain drop-rule" title={part.rule} onClick={() => acts.dropRule(part.rule)}>
            {t("dropRule")}
          </button>
        )}
        {keepable && (part.category !== USER_RULE || part.rule.startsWith("##")) && (
          <button
            class="plain keep"
            title={t("keepHereTitle")}
            onClick={() => {
              acts.keep(key, true);
            }}
          >
            {t("keepHere")}
          </button>
        )}
      </div>
    </li>
  );
}

/** The whole text while the pointer or the focus is on it. */
function usePreview(part: Removed, acts: Acts) {
  const [text, setText] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const leave = (): void => {
    clearTimeout(waiting.current ?? undefined);
    waiting.current = null;
    setText(null);
  };
  const look = (after: number): void => {
    clearTimeout(waiting.current ?? undefined);
    const mine = setTimeout(() => {
      const show = (whole: string): void => {
        // Whoever has left in the meantime is shown nothing.
        if (waiting.current === mine && whole !== "") {
          setText(whole);
        }
      };
      acts.whole(part.key).then(show, leave);
    }, after);
    waiting.current = mine;
  };
  useEffect(() => leave, []);
  return { text, look, leave };
}
