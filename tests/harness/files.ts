// Files that a page of ours hands over.
import type { Page } from "puppeteer-core";

/** What the page hands over as a file at the press of a button, and under which name. */
export async function handedOver(page: Page, button: string): Promise<{ name: string; type: string; text: string }> {
  return page.evaluate(async (selector) => {
    const original = URL.createObjectURL;
    const blob = new Promise<Blob>((resolve) => {
      URL.createObjectURL = (given: Blob) => {
        resolve(given);
        return original.call(URL, given);
      };
    });
    const name = new Promise<string>((resolve) => {
      const look = (event: MouseEvent): void => {
        const link = event.target as HTMLAnchorElement;
        if (link.matches("a[download]")) {
          // The disk is the browser's own matter.
          event.preventDefault();
          removeEventListener("click", look, { capture: true });
          resolve(link.download);
        }
      };
      addEventListener("click", look, { capture: true });
    });
    document.querySelector<HTMLElement>(selector)?.click();
    const given = await blob;
    URL.createObjectURL = original;
    return { name: await name, type: given.type, text: await given.text() };
  }, button);
}
