// What every section is made of.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { Switch } from "../shared/switch";
import { t } from "../shared/text";

interface SectionProps {
  name: string;
  /** Brings the section back to the defaults. */
  reset?: () => Promise<void>;
  children: ComponentChildren;
}

export function Section({ name, reset, children }: SectionProps) {
  return (
    <section id={name} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{t(`options_${name}`)}</h2>
        {reset !== undefined && <Reset of={name} reset={reset} />}
      </header>
      {children}
    </section>
  );
}

/** Asks once more, in the same place; whatever else is done takes the question back. */
function Reset({ of, reset }: { of: string; reset: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(!asked);
    if (asked) {
      void reset();
    }
  };
  const label = t(asked ? "optionsResetSure" : "optionsReset");
  return (
    <button
      class={asked ? "plain reset sure" : "plain reset"}
      aria-label={`${label} (${t(`options_${of}`)})`}
      onClick={press}
      onBlur={() => {
        setAsked(false);
      }}
    >
      {label}
    </button>
  );
}

export function SwitchRow({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <div class="row">
      <span class="name">{label}</span>
      <Switch label={label} on={on} turn={turn} />
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  id: string;
  label: string;
  value: Value;
  /** The values and their words. */
  choices: readonly (readonly [Value, string])[];
  choose: (value: Value) => void;
}

export function ChoiceRow<Value extends string>({ id, label, value, choices, choose }: ChoiceProps<Value>) {
  return (
    <div class="row">
      <label class="name" for={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={({ currentTarget }) => choose(currentTarget.value as Value)}>
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
