// A text that is typed, and stored when the hand rests.
import { useEffect, useRef, useState } from "preact/hooks";

/** How long the hand rests before what was typed is stored, in milliseconds. */
const REST = 300;

export interface Draft {
  text: string;
  type: (typed: string) => void;
  /** Stores what is still waiting, now. */
  settle: () => void;
}

/** What is stored elsewhere in the meantime takes the place of the text, unless it is busy. */
export function useDraft(stored: string, store: (typed: string) => void, isBusy: () => boolean): Draft {
  const [text, setText] = useState(stored);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const settle = (): void => {
    if (waiting.current !== null) {
      clearTimeout(waiting.current.timer);
      store(waiting.current.text);
      waiting.current = null;
    }
  };
  useEffect(() => {
    if (waiting.current === null && !isBusy()) {
      setText(stored);
    }
  }, [stored]);
  useEffect(() => {
    addEventListener("pagehide", settle);
    return () => removeEventListener("pagehide", settle);
  }, []);
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(waiting.current?.timer);
    waiting.current = { text: typed, timer: setTimeout(settle, REST) };
  };
  return { text, type, settle };
}
