// Turning a site on or off. Other sites than ZAKER are asked for one by one, when the reader wants them.
import { setSite, ZAKER } from "../shared/settings";

/** Called from a click: the browser asks the reader, and in Firefox the popup closes while it does. */
export async function turnSite(site: string, on: boolean): Promise<void> {
  if (site === ZAKER) {
    await setSite(site, on);
    return;
  }
  const origins = { origins: [`*://${site}/*`] };
  if (!on) {
    await setSite(site, false);
    await chrome.permissions.remove(origins);
    return;
  }
  // First the question, while the click counts; the background follows what is granted.
  const granted = chrome.permissions.request(origins);
  await setSite(site, true);
  if (!(await granted)) {
    await setSite(site, false);
  }
}
