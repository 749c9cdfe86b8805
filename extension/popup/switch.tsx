/** An on/off switch that says what it switches to a screen reader. */
export function Switch({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <button class="switch" role="switch" aria-checked={on} aria-label={label} title={label} onClick={() => turn(!on)}>
      <span />
    </button>
  );
}
