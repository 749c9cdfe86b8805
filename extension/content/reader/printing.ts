// What is printed is the reader. A modal dialog stands outside the flow, on one sheet of paper; for as long as the page is
// printed it is an ordinary one.

export function followPrinting(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const turn = (modal: boolean): void => {
    if (dialog.open) {
      dialog.close();
      if (modal) {
        dialog.showModal();
      } else {
        dialog.show();
      }
    }
  };
  addEventListener("beforeprint", () => turn(false), { signal });
  addEventListener("afterprint", () => turn(true), { signal });
}
