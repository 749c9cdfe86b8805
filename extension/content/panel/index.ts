// Placeholder until the timeline's own branch is merged: it shows nothing.
import type { Entry } from "engine";

import type { PanelState } from "../../shared/settings";

export interface PanelHost {
  entries: Entry[];
  title: string;
  published: { value: string; precision: string; from: string } | null;
  rangeOf(mention: { paragraph: number; start: number; end: number }): Range | null;
  articleElement(): Element | null;
  state: PanelState;
  saveState(state: PanelState): void;
  copy?(entries: Entry[]): void;
  onClose?(): void;
  t(key: string, ...subst: string[]): string;
}

export interface Panel {
  update(entries: Entry[]): void;
  open(): void;
  collapse(): void;
  destroy(): void;
  readonly isOpen: boolean;
}

export function mountPanel(host: PanelHost): Panel {
  let open = host.state.collapsed === false;
  return {
    update: () => undefined,
    open: () => {
      open = true;
    },
    collapse: () => {
      open = false;
    },
    destroy: () => {
      open = false;
    },
    get isOpen() {
      return open;
    },
  };
}
