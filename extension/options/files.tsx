// Files to and from the reader's disk.
import type { ComponentChildren } from "preact";

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

interface FileProps {
  id: string;
  /** The endings that are offered. */
  accept: string;
  children: ComponentChildren;
  chosen: (file: File) => void;
}

/** A button that asks for a file. The same file may be chosen again. */
export function FileButton({ id, accept, children, chosen }: FileProps) {
  return (
    <label class="plain file">
      {children}
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) {
            chosen(file);
          }
          currentTarget.value = "";
        }}
      />
    </label>
  );
}
