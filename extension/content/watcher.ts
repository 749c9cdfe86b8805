// Looks out for what the page adds after it was read: ads that come 700 ms later, the next article of a
// single-page site. Batched, within a budget, and then it stops.

import * as dom from "./dom";

/** Waits between readings, in milliseconds: quick at first, then ever slower; after the last one none. */
const WAITS = [60, 150, 300, 500, 800, 1200, 2000, 4000, 8000, 8000, 15000, 15000];

export class Watcher {
  private readonly observer = new MutationObserver((records) => {
    this.see(records);
  });
  private readonly styles = new MutationObserver(() => {
    this.padded();
  });
  private readonly end = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private spent = 0;
  private address = location.href;

  /**
   * `changed` is called after nodes were added, `moved` when the address is another one, `padded` when a script has
   * styled the body: it makes room for its bars so.
   */
  constructor(
    private readonly changed: () => void,
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
    if (this.lookAtAddress() || this.timer !== undefined || !records.some(({ addedNodes }) => addedNodes.length > 0)) {
      return;
    }
    const wait = WAITS[this.spent];
    if (wait === undefined) {
      this.observer.disconnect();
      return;
    }
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.spent += 1;
      this.changed();
    }, wait);
  }

  private lookAtAddress(): boolean {
    if (location.href.split("#")[0] === this.address.split("#")[0]) {
      return false;
    }
    this.address = location.href;
    this.spent = 0;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.observe();
    this.moved();
    return true;
  }
}
