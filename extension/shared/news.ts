// That the extension was updated: noted until the reader has looked. It is no setting, and stands in no export.
const KEY = "updated";

/** Notes that this version is new. */
export async function noteUpdate(): Promise<void> {
  await chrome.storage.local.set({ [KEY]: chrome.runtime.getManifest().version });
}

/** The version that the reader has not heard of yet, or nothing. */
export async function newVersion(): Promise<string | null> {
  const { [KEY]: version } = await chrome.storage.local.get(KEY);
  return typeof version === "string" && version !== "" ? version : null;
}

/** The reader has looked. */
export async function forgetUpdate(): Promise<void> {
  await chrome.storage.local.remove(KEY);
}
