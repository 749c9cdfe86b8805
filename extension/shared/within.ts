// Whether one value says nothing that another one does not say as well.

/** Whether a value says nothing else than another one, which may say more. */
export function within(given: unknown, read: unknown): boolean {
  if (!isRecord(given) || !isRecord(read)) {
    return JSON.stringify(given) === JSON.stringify(read);
  }
  return Object.entries(given).every(([key, value]) => Object.hasOwn(read, key) && within(value, read[key]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
