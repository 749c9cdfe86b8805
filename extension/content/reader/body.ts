// The article's paragraphs as elements: headings, lists, quotations, tables, pictures, in their order.
import type { Paragraph, Span } from "engine";

import { t } from "../../shared/text";
import type { Article } from "../article";
import * as dom from "../dom";
import { el } from "../panel/dom";
import { headings, isSubhead } from "./headings";
import { Pictures, pictureElement } from "./pictures";
import { around, depthOf, isBrokenLine, rowsOf, spanOf } from "./structure";
import { SetText } from "./text";
import { Typeset, type Edit } from "./typeset";

/** A longer line is a paragraph, whatever parts it from the next one. */
const SHORT_LINE = 32;

export interface Heading {
  text: string;
  level: number;
  element: HTMLElement;
}

/** A paragraph where it is shown. */
export interface Shown {
  /** Its position among the article's paragraphs. */
  at: number;
  element: HTMLElement;
  text: SetText;
}

export interface Body {
  nodes: HTMLElement[];
  shown: Shown[];
  outline: Heading[];
}

/** Makes the body of an article. `toPage` leads to a paragraph in the page, for what can only be seen there. */
export function bodyOf(article: Article, edits: Edit[][], toPage: (paragraph: number) => void): Body {
  return new Builder(article, edits, toPage).build();
}

class Builder {
  private readonly body: Body = { nodes: [], shown: [], outline: [] };
  private readonly paragraphs: Paragraph[];
  private readonly pictures: Pictures;
  private readonly levels: number[];
  /** How far the numbered lists have counted. */
  private readonly counted = new Map<Element | null, number>();

  constructor(
    private readonly article: Article,
    private readonly edits: Edit[][],
    private readonly toPage: (paragraph: number) => void,
  ) {
    this.paragraphs = article.cleaning.paragraphs;
    const all = this.paragraphs.flatMap(({ pictures }) => pictures);
    this.pictures = new Pictures(all.map(({ node }) => article.nodeAt(node)));
    this.levels = headings(this.paragraphs);
  }

  build(): Body {
    for (let at = 0; at < this.paragraphs.length; ) {
      at = this.next(at);
    }
    return this.body;
  }

  /** Makes what begins at a paragraph; gives the one that comes after it. */
  private next(at: number): number {
    const paragraph = this.paragraphs[at];
    if (paragraph === undefined) {
      return at + 1;
    }
    if (paragraph.folded) {
      return this.folded(at);
    }
    switch (paragraph.kind) {
      case "item":
        return this.list(at);
      case "quote":
        return this.quote(at);
      case "paragraph":
        return this.lines(at);
      case "cell":
        return this.table(at);
      case "picture":
        return this.figure(at);
      default:
        this.add(...this.flow(at, paragraph));
        return at + 1;
    }
  }

  private add(...nodes: HTMLElement[]): void {
    this.body.nodes.push(...nodes);
  }

  /** How far a run of paragraphs goes. */
  private runFrom(at: number, belongs: (paragraph: Paragraph) => boolean): number {
    let end = at;
    for (let next = this.paragraphs[end]; next !== undefined && !next.folded && belongs(next); next = this.paragraphs[end]) {
      end += 1;
    }
    return Math.max(end, at + 1);
  }

  /** A paragraph's pictures and its text, as they stand in running text. */
  private flow(at: number, paragraph: Paragraph): HTMLElement[] {
    const figures = paragraph.pictures.length > 0 ? this.frames(at, paragraph) : [];
    if (paragraph.text === "") {
      return figures;
    }
    return [...figures, this.line(at, paragraph)];
  }

  /** A paragraph; or lines of one that the page broke, as of a poem or an address: they stay together. */
  private lines(at: number): number {
    const first = this.paragraphs[at];
    if (first === undefined) {
      return at + 1;
    }
    const isLine = ({ kind, text, pictures, bold }: Paragraph): boolean =>
      kind === "paragraph" && text !== "" && text.length <= SHORT_LINE && pictures.length === 0 && bold === first.bold;
    const goesOn = (next: number): boolean => {
      const [before, after] = [this.paragraphs[next - 1]?.nodes.at(-1), this.paragraphs[next]?.nodes[0]];
      return this.levels[next] === 0 && isBrokenLine(this.article.nodeAt(before ?? -1), this.article.nodeAt(after ?? -1));
    };
    let end = at + 1;
    if (isLine(first) && this.levels[at] === 0) {
      for (let next = this.paragraphs[end]; next !== undefined && !next.folded && isLine(next) && goesOn(end); next = this.paragraphs[end]) {
        end += 1;
      }
    }
    if (end === at + 1) {
      this.add(...this.flow(at, first));
      return end;
    }
    const rows = this.paragraphs.slice(at, end).map((paragraph, by) => this.filled(at + by, paragraph, el("span")));
    this.add(el("p", { class: "lines" }, ...rows.flatMap((row, by) => (by === 0 ? [row] : [el("br"), row]))));
    return end;
  }

  private line(at: number, paragraph: Paragraph): HTMLElement {
    const level = this.levels[at] ?? 0;
    if (level > 0) {
      const heading = this.filled(at, paragraph, headingElement(level));
      this.body.outline.push({ text: heading.textContent, level, element: heading });
      return heading;
    }
    switch (paragraph.kind) {
      case "preformatted":
        return el("pre", { tabindex: 0 }, this.filled(at, paragraph, el("code")));
      case "caption":
        return this.filled(at, paragraph, el("p", { class: "caption" }));
      default:
        return this.filled(at, paragraph, el("p", { class: paragraph.bold && !isSubhead(paragraph) ? "strong" : null }));
    }
  }

  private filled<E extends HTMLElement>(at: number, paragraph: Paragraph, element: E): E {
    const styles = paragraph.styles ?? [];
    const text = new SetText(new Typeset(paragraph.text, outsideCode(this.edits[at] ?? [], styles)));
    element.append(...text.nodes(paragraph.links, styles));
    this.body.shown.push({ at, element, text });
    return element;
  }

  private folded(at: number): number {
    let end = at;
    while (this.paragraphs[end]?.folded === true) {
      end += 1;
    }
    const inside = this.paragraphs.slice(at, end).flatMap((paragraph, by) => this.flow(at + by, paragraph));
    this.add(el("details", {}, el("summary", {}, t("readerFolded", String(end - at))), ...inside));
    return end;
  }

  private quote(at: number): number {
    const end = this.runFrom(at, ({ kind }) => kind === "quote");
    const inside = this.paragraphs.slice(at, end).flatMap((paragraph, by) => this.flow(at + by, paragraph));
    this.add(el("blockquote", {}, ...inside));
    return end;
  }

  private figure(at: number): number {
    const paragraph = this.paragraphs[at];
    const frames = paragraph === undefined ? [] : this.frames(at, paragraph);
    const caption = this.paragraphs[at + 1];
    const last = frames.at(-1);
    if (last === undefined || caption?.kind !== "caption" || caption.folded) {
      this.add(...frames);
      return at + 1;
    }
    last.append(this.filled(at + 1, caption, el("figcaption")));
    this.add(...frames);
    return at + 2;
  }

  private frames(at: number, { pictures }: Paragraph): HTMLElement[] {
    return pictures.flatMap((picture) => {
      const node = this.article.nodeAt(picture.node);
      const name = node !== undefined && dom.isElement(node) ? dom.localName(node) : "";
      if (!["img", "picture", "svg", "canvas"].includes(name)) {
        return [this.elsewhere(at)];
      }
      const shot = name === "img" || name === "picture" ? this.pictures.shot(picture, node) : null;
      return shot === null ? [] : [el("figure", {}, pictureElement(shot))];
    });
  }

  /** A film or a sound plays in the page alone. */
  private elsewhere(at: number): HTMLElement {
    const button = el("button", { type: "button", class: "elsewhere" }, t("readerMedia"));
    button.addEventListener("click", (event) => {
      if (event.isTrusted) {
        this.toPage(at);
      }
    });
    return el("figure", {}, button);
  }

  /** Items in a row, lists in lists where the page has them so. */
  private list(at: number): number {
    const end = this.runFrom(at, ({ kind }) => kind === "item");
    const open: { list: HTMLElement; depth: number; own: Element | null }[] = [];
    let before: Element | null = null;
    for (let one = at; one < end; one += 1) {
      const paragraph = this.paragraphs[one];
      const node = this.article.nodeAt(paragraph?.nodes[0] ?? -1);
      const [item, own, depth] = [around(node, "li"), around(node, "ol", "ul"), depthOf(node)];
      if (paragraph === undefined) {
        continue;
      }
      const inner = this.flow(one, paragraph);
      const last = open.at(-1)?.list.lastElementChild;
      if (item !== null && item === before && last !== null && last !== undefined) {
        last.append(...inner);
        continue;
      }
      this.openList(open, own, depth, paragraph.numbered === true);
      open.at(-1)?.list.append(el("li", {}, ...inner));
      this.counted.set(own, (this.counted.get(own) ?? 0) + 1);
      before = item;
    }
    return end;
  }

  private openList(open: { list: HTMLElement; depth: number; own: Element | null }[], own: Element | null, depth: number, numbered: boolean): void {
    while (open.length > 0 && open.at(-1)?.own !== own && (open.at(-1)?.depth ?? 0) >= depth) {
      open.pop();
    }
    if (open.length > 0 && open.at(-1)?.own === own) {
      return;
    }
    const counted = this.counted.get(own) ?? 0;
    const list = numbered ? el("ol", { start: counted > 0 ? counted + 1 : null }) : el("ul");
    const outer = open.at(-1)?.list;
    if (outer === undefined) {
      this.add(list);
    } else {
      (outer.lastElementChild ?? outer).append(list);
    }
    open.push({ list, depth, own });
  }

  /** Cells as the page's table has them; a table that is there for its layout alone is running text. */
  private table(at: number): number {
    const tableAt = (paragraph: Paragraph): Element | null =>
      around(this.article.nodeAt(paragraph.nodes[0] ?? paragraph.pictures[0]?.node ?? -1), "table");
    const first = this.paragraphs[at];
    const table = first === undefined ? null : tableAt(first);
    const end = this.runFrom(at, (paragraph) => (table === null ? paragraph.kind === "cell" : tableAt(paragraph) === table));
    const rows = table === null ? [] : rowsOf(table);
    if (rows.length < 2 || Math.max(...rows.map((row) => row.length)) < 2 || this.isProse(at, end)) {
      for (let one = at; one < end; one += 1) {
        const paragraph = this.paragraphs[one];
        this.add(...(paragraph === undefined ? [] : this.flow(one, paragraph)));
      }
      return end;
    }
    this.add(this.grid(at, end, rows));
    return end;
  }

  /** Whether cells hold what no table of figures holds: long paragraphs. */
  private isProse(at: number, end: number): boolean {
    return this.paragraphs.slice(at, end).some(({ text }) => text.length > 240);
  }

  private grid(at: number, end: number, rows: Element[][]): HTMLElement {
    const inside = new Map<Element, HTMLElement[]>();
    for (let one = at; one < end; one += 1) {
      const paragraph = this.paragraphs[one];
      const cell = around(this.article.nodeAt(paragraph?.nodes[0] ?? paragraph?.pictures[0]?.node ?? -1), "td", "th");
      if (paragraph !== undefined && cell !== null) {
        inside.set(cell, [...(inside.get(cell) ?? []), ...this.flow(one, paragraph)]);
      }
    }
    const filled = rows.filter((row) => row.some((cell) => inside.has(cell)));
    const lines = filled.map((row) =>
      el("tr", {}, ...row.map((cell) => cellElement(cell, inside.get(cell) ?? []))),
    );
    return el("div", { class: "wide", tabindex: 0, role: "group", "aria-label": t("readerTable") }, el("table", {}, el("tbody", {}, ...lines)));
  }
}

/** The changes that do not lie in code. */
function outsideCode(edits: Edit[], styles: Span[]): Edit[] {
  const code = styles.filter(({ style }) => style === "code");
  return edits.filter(([at, removed]) => !code.some(({ start, end }) => start < Math.max(at + removed, at + 1) && at < end));
}

function cellElement(cell: Element, inside: HTMLElement[]): HTMLElement {
  const [colspan, rowspan] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
  const attributes = { colspan: colspan > 1 ? colspan : null, rowspan: rowspan > 1 ? rowspan : null };
  // An empty heading heads nothing.
  return el(dom.localName(cell) === "th" && inside.length > 0 ? "th" : "td", attributes, ...inside);
}

function headingElement(level: number): HTMLElement {
  return level <= 2 ? el("h2", { tabindex: -1 }) : level === 3 ? el("h3", { tabindex: -1 }) : el("h4", { tabindex: -1 });
}
