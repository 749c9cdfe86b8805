import { useEffect, useState } from "preact/hooks";

/** An on/off switch that says what it switches to a screen reader. It moves at once; the page follows. */
export function Switch({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  const [shown, setShown] = useState(on);
  useEffect(() => {
    setShown(on);
  }, [on]);
  const flip = () => {
    setShown(!shown);
    turn(!shown);
  };
  return (
    <button class="switch" role="switch" aria-checked={shown} aria-label={label} title={label} onClick={flip}>
      <span />
    </button>
  );
}
