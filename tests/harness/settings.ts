// The reader's settings, written as the popup writes them.
import type { Reader } from "./driver";

/** Turns ZAKER on or off. */
export async function setSite(reader: Reader, on: boolean): Promise<void> {
  await reader.privileged(async (value) => {
    await chrome.storage.local.set({ sites: { "myzaker.com": value } });
  }, on);
}

/** Forgets all settings. */
export async function forget(reader: Reader): Promise<void> {
  await reader.privileged(async () => {
    await chrome.storage.local.clear();
  });
}
