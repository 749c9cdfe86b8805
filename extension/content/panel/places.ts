// The DOM ranges of the mentions, asked for once and again when the document has changed under them.
import type { Located } from "./follow";
import type { Row } from "./order";
import type { Mention, PanelHost, Place } from "./types";

export class Places {
  readonly #host: PanelHost;
  /** null: looked for in vain; a jump looks again. */
  readonly #ranges = new Map<string, Range | null>();
  #mentions: { id: number; mention: Mention }[] = [];

  constructor(host: PanelHost) {
    this.#host = host;
  }

  reset(rows: Row[]): void {
    this.#ranges.clear();
    this.#mentions = rows.flatMap(({ id, entry }) => entry.mentions.map((mention) => ({ id, mention })));
  }

  sentence({ paragraph, start, end }: Mention, again = false): Range | null {
    return this.#range({ paragraph, start, end }, again);
  }

  expression({ paragraph, expressionStart: start, expressionEnd: end }: Mention): Range | null {
    return end > start ? this.#range({ paragraph, start, end }) : null;
  }

  /** The mentions of the entries that are shown, with their places; those that cannot be found are left out. */
  located(shown: ReadonlySet<number>): Located[] {
    return this.#mentions.flatMap(({ id, mention }) => {
      if (!shown.has(id)) return [];
      const range = this.sentence(mention);
      return range ? [{ id, range }] : [];
    });
  }

  #range(place: Place, again = false): Range | null {
    const key = `${place.paragraph}:${place.start}:${place.end}`;
    const known = this.#ranges.get(key);
    if (known === null && !again) return null;
    if (known && !known.collapsed && known.startContainer.isConnected) return known;
    const found = this.#host.rangeOf(place);
    this.#ranges.set(key, found);
    return found;
  }
}
