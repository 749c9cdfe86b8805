// The keys of the reader mode.

export interface Keys {
  escape(): void;
  /** Larger or smaller letters. */
  size(by: 1 | -1): void;
  /** The next event, or the one before. */
  event(by: 1 | -1): void;
}

/** Listens before anything in the dialog does: its panel too has a use for Escape. */
export function listenToKeys(dialog: HTMLElement, signal: AbortSignal, keys: Keys): void {
  const pressed = (event: KeyboardEvent): void => {
    if (!event.isTrusted || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const act = actionOf(event, keys);
    if (act !== null) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
  dialog.addEventListener("keydown", pressed, { capture: true, signal });
}

function actionOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  if (event.key === "Escape") {
    return keys.escape;
  }
  if (isTyping(event.composedPath()[0])) {
    return null;
  }
  switch (event.key) {
    case "j":
      return () => keys.event(1);
    case "k":
      return () => keys.event(-1);
    case "]":
      return () => keys.size(1);
    case "[":
      return () => keys.size(-1);
    default:
      return null;
  }
}

/** Whether letters go into a field. */
function isTyping(target: EventTarget | undefined): boolean {
  const field = target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "checkbox";
  return field || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
