// A page as it was last read: the core's answer beside the live nodes that it speaks of.
import type { Cleaning, Entry, Mention, Paragraph, Removal, TimelineInput } from "engine";

import * as dom from "./dom";
import type { Marks, Wanted } from "./marks";

export interface Part extends Wanted {
  removal: Removal;
  /** Where it stands, by the position of its first node. */
  at: number;
}

/** A place in the article's text, as the timeline gives it. */
export interface Place {
  paragraph: number;
  start: number;
  end: number;
}

export class Article {
  readonly parts: Part[];
  private readonly kept: number[];

  constructor(
    readonly cleaning: Cleaning,
    private readonly nodes: Node[],
  ) {
    const told = cleaning.removed.filter((removal) => !isTooShort(removal.level === "fold", removal.text));
    this.parts = keyed(told).map(({ removal, key }) => this.part(removal, key));
    const shown = cleaning.paragraphs.filter(({ folded, text }) => !folded || isTooShort(folded, text));
    this.kept = [...shown.map(({ nodes: [at] }) => at ?? -1), ...cleaning.further];
  }

  /** Whether something that stays in sight stands between two parts. */
  readonly apart = (before: Wanted, after: Wanted): boolean => {
    const [from, to] = [this.positionOf(before), this.positionOf(after)];
    return this.kept.some((at) => at > from && at < to);
  };

  /** The paragraphs that stay in sight, with what the reader has put back. */
  textWith(isBack: (key: string) => boolean): Paragraph[] {
    const back = this.parts.filter(({ key }) => isBack(key)).flatMap(({ removal }) => removal.back);
    const at = (place: number, replaces: boolean): Paragraph[] =>
      back.filter((one) => one.at === place && one.replaces === replaces).map(({ paragraph }) => paragraph);
    const { paragraphs } = this.cleaning;
    const texts = paragraphs.flatMap((paragraph, place) => {
      const [whole] = at(place, true);
      return [...at(place, false), ...(whole === undefined ? [paragraph].filter(({ folded }) => !folded) : [whole])];
    });
    return [...texts, ...at(paragraphs.length, false)];
  }

  /** What the timeline is made from. */
  timelineInput(): TimelineInput {
    const { article, paragraphs } = this.cleaning;
    const published = article.published?.value;
    return {
      title: article.title,
      ...(published === undefined ? {} : { published }),
      paragraphs: paragraphs.map(({ kind, text, folded, aside }) => ({ kind, text, folded, aside })),
    };
  }

  /** The live node at a position of the walk. */
  nodeAt(position: number): Node | undefined {
    return this.nodes[position];
  }

  /** The live text at a place, or nothing where the page has changed since. */
  rangeOf({ paragraph, start, end }: Place, marks: Marks): Range | null {
    const runs = this.cleaning.paragraphs[paragraph]?.runs;
    if (runs === undefined) {
      return paragraph < 0 ? this.titleRange() : null;
    }
    const from = this.point(runs, start, false, marks);
    const to = this.point(runs, end, true, marks);
    if (from === null || to === null || !from.node.isConnected || !to.node.isConnected) {
      return null;
    }
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The smallest element that holds the whole text. */
  element(): Element | null {
    const shown = this.cleaning.paragraphs.flatMap(({ nodes }) => nodes).map((at) => this.nodes[at]);
    const [first, last] = [shown.find(isLive), shown.findLast(isLive)];
    if (first === undefined || last === undefined) {
      return null;
    }
    const range = document.createRange();
    range.setStartBefore(first);
    range.setEndAfter(last);
    const common = range.commonAncestorContainer;
    return dom.isElement(common) ? common : null;
  }

  /** Whether another reading found the same text, so that the timeline holds. */
  saysTheSame(other: Article): boolean {
    const [ours, theirs] = [this.timelineInput(), other.timelineInput()];
    return (
      ours.title === theirs.title &&
      ours.published === theirs.published &&
      ours.paragraphs.length === theirs.paragraphs.length &&
      ours.paragraphs.every(({ text }, at) => text === theirs.paragraphs[at]?.text)
    );
  }

  private part(removal: Removal, key: string): Part {
    const live = (at: number): Node[] => this.nodes.slice(at, at + 1);
    return {
      key,
      removal,
      level: removal.level,
      category: removal.category,
      nodes: removal.nodes.flatMap(live),
      trims: removal.trims.flatMap(({ node, start, end }) =>
        live(node).flatMap((text) => (dom.isText(text) ? [{ node: text, start, end }] : [])),
      ),
      at: removal.nodes[0] ?? removal.trims[0]?.node ?? -1,
    };
  }

  private positionOf(wanted: Wanted): number {
    return this.parts.find(({ key }) => key === wanted.key)?.at ?? -1;
  }

  /** The place in a text node of a place in a paragraph; `runs` has four numbers a run. */
  private point(runs: number[], at: number, asEnd: boolean, marks: Marks): { node: Text; offset: number } | null {
    for (let run = 0; run + 3 < runs.length; run += 4) {
      const [start = 0, position = -1, offset = 0, length = 0] = runs.slice(run, run + 4);
      const inside = asEnd ? at > start && at <= start + length : at >= start && at < start + length;
      const node = this.nodes[position];
      if (inside && node !== undefined && dom.isText(node)) {
        return marks.place(node, offset + at - start, asEnd);
      }
    }
    return null;
  }

  private titleRange(): Range | null {
    const wanted = this.cleaning.article.title.replaceAll(/\s/g, "");
    const heading = this.nodes.find(
      (node) =>
        dom.isElement(node) &&
        dom.localName(node) === "h1" &&
        dom.textContent(node)?.replaceAll(/\s/g, "") === wanted,
    );
    if (heading === undefined || !heading.isConnected) {
      return null;
    }
    const range = document.createRange();
    range.selectNodeContents(heading);
    return range;
  }
}

/** How many events of a timeline have a date. */
export function dated(entries: Entry[]): number {
  return entries.filter(({ start }) => start !== null).length;
}

/** A line that says that something is folded would take more room than a few letters do: they stay. */
function isTooShort(folded: boolean, text: string): boolean {
  return folded && text !== "" && text.length < 16;
}

/** Where a mention stands: its sentence. */
export function sentenceOf({ paragraph, start, end }: Mention): Place {
  return { paragraph, start, end };
}

function isLive(node: Node | undefined): node is Node {
  return node?.isConnected === true;
}

/** A key that stays the same over readings of the same page: kind and text, and the how-manieth of that. */
function keyed(removed: Removal[]): { removal: Removal; key: string }[] {
  const seen = new Map<string, number>();
  return removed.map((removal) => {
    const name = `${removal.category}:${removal.text.slice(0, 80)}`;
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { removal, key: `${name}#${count}` };
  });
}
