// What went wrong, and whether anything still can be done.

/** Whether the extension was updated or taken out while the page stayed open. */
export function isOrphaned(): boolean {
  return (chrome.runtime as Partial<typeof chrome.runtime> | undefined)?.id === undefined;
}

export function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}

/** The background is gone where the extension was just updated; there is no one to tell. */
export function ignore(): void {
  // Nothing to do.
}
