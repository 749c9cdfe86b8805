// How often a page that keeps adding to itself is read again: soon at first, then ever more seldom, and soon again after
// it was quiet. Never more than a share of the time, however long a reading takes.

/** Waits between readings, in milliseconds; the last one stays. */
const WAITS = [60, 150, 300, 500, 800, 1200, 2000, 4000, 8000, 15000];
/** Whoever adds as much as an article waits no longer, in milliseconds. */
const FOR_MUCH = 800;
/** Every so many milliseconds without a change take one step back. */
const REST = 5000;
/** Reading takes at most one part of so many of the time that the page is open … */
const SHARE = 20;
/** … but so much at once, in milliseconds: the first readings start the engine, and advertisements come right after. */
const AT_ONCE = 1000;

export class Pace {
  private steps = 0;
  private ended = -Infinity;
  /** What the readings took; time that was not used does not add up beyond what may be taken at once. */
  private spent = 0;

  /** How long a change that comes now waits for its reading. */
  wait(now: number, much: boolean): number {
    const quiet = now - this.ended;
    const step = Math.max(0, this.steps - Math.floor(quiet / REST));
    const wait = WAITS[step] ?? 0;
    this.steps = Math.min(step + 1, WAITS.length - 1);
    return Math.max(much ? Math.min(wait, FOR_MUCH) : wait, this.owed(now));
  }

  /** How long a change still waits that brings much, where one that brought little waits for longer. */
  hurry(now: number, left: number): number {
    return Math.min(left, Math.max(FOR_MUCH, this.owed(now)));
  }

  /** A reading that took so long has ended. */
  read(now: number, took: number): void {
    this.ended = now;
    this.spent = Math.max(this.spent, now / SHARE - AT_ONCE) + took;
  }

  /** How long it takes until the readings are no more than their share. */
  private owed(now: number): number {
    return this.spent <= AT_ONCE ? 0 : Math.max(0, this.spent * SHARE - now);
  }
}
