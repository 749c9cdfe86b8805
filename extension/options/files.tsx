// Files from the reader's disk.
import type { ComponentChildren } from "preact";

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
