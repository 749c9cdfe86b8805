// A text of many lines, each of which may have a fault.
import type { ComponentChildren, RefObject } from "preact";

import type { Draft } from "./draft";
import { FaultList, type LineFault } from "./faults";

interface Props {
  /** Its name: `NAME-text` and `NAME-faults` are the elements. */
  name: string;
  label: string;
  rows: number;
  placeholder: string;
  area: RefObject<HTMLTextAreaElement>;
  draft: Draft;
  faults: LineFault[];
  /** What is said below the faults. */
  children: ComponentChildren;
}

export function Editor({ name, label, rows, placeholder, area, draft: { text, type, settle }, faults, children }: Props) {
  return (
    <>
      <label class="said" for={`${name}-text`}>
        {label}
      </label>
      <textarea
        id={`${name}-text`}
        ref={area}
        rows={rows}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        value={text}
        placeholder={placeholder}
        aria-describedby={`${name}-faults`}
        aria-invalid={faults.length > 0}
        onInput={({ currentTarget }) => type(currentTarget.value)}
        onBlur={settle}
      />
      <div id={`${name}-faults`} role="status">
        <FaultList area={area} faults={faults} />
        {children}
      </div>
    </>
  );
}
