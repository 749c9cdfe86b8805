// Looks out for what the page adds after it was read: ads that come 700 ms later, the next article of a page that
// scrolls without end, the next one of a single-page site. Batched, at a bounded pace, and until it is stopped.

import * as dom from "./dom";
import { Pace } from "./pace";

/** So many letters are much: an article, and no clock that ticks. */
const MUCH = 200;

export class Watcher {
  private readonly observer = new MutationObserver((records) => {
    this.see(records);
  });
  private readonly styles = new MutationObserver(() => {
    this.padded();
  });
  private readonly end = new AbortController();
  private pace = new Pace();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = 0;
  private address = location.href;

  /**
   * `changed` is called after nodes were added, `moved` when the address is another one, `padded` when a script has
   * styled the body: it makes room for its bars so.
   */
  constructor(
    private readonly changed: () => Promise<void>,
    private readonly moved: () => void,
    private readonly padded: () => void,
  ) {}

  start(): void {
    const { signal } = this.end;
    this.observe();
    const look = (): void => {
      this.lookAtAddress();
    };
    addEventListener("popstate", look, { signal });
    addEventListener("hashchange", look, { signal });
    // A page that pushes a state says so here; the content script's own world has no history to patch.
    if (Object.hasOwn(globalThis, "navigation")) {
      navigation.addEventListener("navigatesuccess", look, { signal });
    }
  }

  stop(): void {
    this.end.abort();
    this.observer.disconnect();
    this.styles.disconnect();
    clearTimeout(this.timer);
  }

  /** Does our own work on the page without seeing it. */
  quietly<Result>(work: () => Result): Result {
    this.see(this.observer.takeRecords());
    try {
      return work();
    } finally {
      this.observer.takeRecords();
    }
  }

  private observe(): void {
    this.observer.observe(document, { childList: true, subtree: true });
    const body = dom.body(document) as HTMLElement | null;
    if (body !== null) {
      this.styles.observe(body, { attributeFilter: ["style"] });
    }
  }

  private see(records: MutationRecord[]): void {
    if (this.end.signal.aborted || this.lookAtAddress() || !records.some(({ addedNodes }) => addedNodes.length > 0)) {
      return;
    }
    const now = performance.now();
    if (this.timer === undefined) {
      this.wait(now, this.pace.wait(now, bringMuch(records)));
    } else if (this.pace.hurry(now, this.due - now) < this.due - now && bringMuch(records)) {
      this.wait(now, this.pace.hurry(now, this.due - now));
    }
  }

  private wait(now: number, time: number): void {
    clearTimeout(this.timer);
    this.due = now + time;
    this.timer = setTimeout(() => void this.read(), time);
  }

  private async read(): Promise<void> {
    const begun = performance.now();
    this.timer = undefined;
    try {
      await this.changed();
    } finally {
      const now = performance.now();
      this.pace.read(now, now - begun);
    }
  }

  private lookAtAddress(): boolean {
    if (location.href.split("#")[0] === this.address.split("#")[0]) {
      return false;
    }
    this.address = location.href;
    this.pace = new Pace();
    clearTimeout(this.timer);
    this.timer = undefined;
    this.observe();
    this.moved();
    return true;
  }
}

/** Whether nodes were added that hold as much text as an article. */
function bringMuch(records: MutationRecord[]): boolean {
  let letters = 0;
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      letters += dom.isElement(node) ? (dom.textContent(node)?.length ?? 0) : 0;
      if (letters >= MUCH) {
        return true;
      }
    }
  }
  return false;
}
