// Files to the reader's disk, from the extension's own pages.

/** Hands a text over as a file. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has the file by its address; that it is done with it, it does not say.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}

/** A title as the name of a file, without its ending. */
export function fileName(title: string, otherwise: string): string {
  const name = title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ").trim().slice(0, 60).trim();
  // A name that begins with a dot is hidden on some systems.
  return name.replace(/^\.+/, "") || otherwise;
}
