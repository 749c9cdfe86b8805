// A page as it was last read: the core's answer beside the live nodes that it speaks of.
import type { Cleaning, Entry, Mention, Paragraph, Removal, TimelineInput } from "engine";

import type { Removed } from "../shared/protocol";
import { moved, restored } from "./back";
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
    /** The article as it was read, where something was put back, and where its paragraphs stand now. */
    private readonly origin: { of: Article; places: number[] } | null = null,
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

  /** What goes and was not put back, in the order of the page: what is folded one behind the other opens as one. */
  gone(isBack: (key: string) => boolean): Part[] {
    return this.parts.filter(({ key }) => !isBack(key)).sort((one, other) => one.at - other.at);
  }

  /** What goes, as the popup lists it. */
  ledger(isBack: (key: string) => boolean): Removed[] {
    return this.parts.map(({ key, removal: { category, reason, rule, text, level, keep } }) => ({
      ...{ key, category, reason, rule, level, keepable: keep !== null },
      text: text.slice(0, 120),
      back: isBack(key),
    }));
  }

  /** The article with what the reader has put back, to be read and to be copied. */
  withBack(isBack: (key: string) => boolean): Article {
    const back = this.parts.filter(({ key }) => isBack(key)).flatMap(({ removal }) => removal.back);
    if (back.length === 0) {
      return this;
    }
    const { paragraphs, places } = restored(this.cleaning.paragraphs, back);
    return new Article({ ...this.cleaning, paragraphs }, this.nodes, { of: this, places });
  }

  /** The paragraphs that stay in sight. */
  shown(): Paragraph[] {
    return this.cleaning.paragraphs.filter(({ folded }) => !folded);
  }

  /** Where a place of the article as it was read stands, with what was put back; events are told of the former. */
  placed(place: Place): Place {
    const paragraph = this.origin?.places[place.paragraph];
    const from = this.origin?.of.cleaning.paragraphs[place.paragraph];
    const to = paragraph === undefined ? undefined : this.cleaning.paragraphs[paragraph];
    if (paragraph === undefined || from === undefined || to === undefined) {
      return place;
    }
    return { paragraph, start: moved(from, to, place.start, false), end: moved(from, to, place.end, true) };
  }

  /** The paragraph of another reading of the same page that has the same nodes as one of this; -1 where none has. */
  sameIn(other: Article, paragraph: number): number {
    const node = this.nodeAt(this.cleaning.paragraphs[paragraph]?.nodes[0] ?? -1);
    const { paragraphs } = other.cleaning;
    return node === undefined ? -1 : paragraphs.findIndex(({ nodes: [at] }) => at !== undefined && other.nodeAt(at) === node);
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
