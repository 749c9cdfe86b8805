// How often a page that keeps adding to itself is read again: soon at first, then ever more seldom, and soon again after
// it was quiet. Never more than a share of the time, however long a reading takes.

/** Waits between readings, in milliseconds; the last one stays. */
const WAITS = [60, 150, 300, 500, 800, 1200, 2000, 4000, 8000, 15000];
/** Whoever adds as much as an article waits no longer, in milliseconds. */
const FOR_MUCH = 800;
/** Every so many milliseconds without a change take one step back. */
const REST = 5000;
/** Reading takes at most one part of so many of the time. */
const SHARE = 20;

export class Pace {
  private steps = 0;
  private ended = -Infinity;
  private took = 0;

  /** How long a change that comes now waits for its reading. */
  wait(now: number, much: boolean): number {
    const quiet = now - this.ended;
    const step = Math.max(0, this.steps - Math.floor(quiet / REST));
    const wait = WAITS[step] ?? 0;
    this.steps = Math.min(step + 1, WAITS.length - 1);
    return Math.max(much ? Math.min(wait, FOR_MUCH) : wait, this.took * SHARE - quiet);
  }

  /** How long a change still waits that brings much, where one that brought little waits for longer. */
  hurry(now: number, left: number): number {
    return Math.min(left, Math.max(FOR_MUCH, this.took * SHARE - (now - this.ended)));
  }

  /** A reading that took so long has ended. */
  read(now: number, took: number): void {
    this.ended = now;
    this.took = took;
  }
}
