// The reader mode over the page: one host element, a closed shadow tree, a modal dialog in it. The browser itself keeps
// the focus in a modal dialog, takes the page below out of reach and puts the focus back; the page's nodes stay as they are.
import type { Entry, Paragraph } from "engine";

import { comesByItself, type ReaderState } from "../../shared/reading";
import { t } from "../../shared/text";
import { dated, type Article, type Place } from "../article";
import { dressDocument, dressRoot, type Undress } from "../dress";
import { formatPublished } from "../panel/dates/index";
import { el, rootElement, set } from "../panel/dom";
import { mountPanel, type Panel, type PanelState } from "../panel";
import { scrollToRange } from "../panel/scroll";
import type { Marks } from "../marks";
import { addView } from "../own";
import { bar, type Bar } from "./bar";
import { bodyOf, type Body, type Heading } from "./body";
import { listenToKeys } from "./keys";
import { bringToPage, standing, standingInPage, type Spot } from "./place";
import { followPrinting } from "./printing";
import { READER_CSS } from "./style";
import { selectedIn } from "./selected";
import { SetText } from "./text";
import { Typeset, type Edit } from "./typeset";

/** The line below the bar: what stands under it is being read. */
const LINE = 56;

/** In the page there is no bar. */
const PAGE_LINE = 8;

/** Letters that are read in a minute. */
const PACE = 255;

/** What the core changed: the title, then the paragraphs. */
export interface Edits {
  title: Edit[];
  paragraphs: Edit[][];
}

export interface ViewHost {
  article: Article;
  edits: Edits;
  marks: Marks;
  site: string;
  state: ReaderState;
  panel: PanelState;
  change(part: Partial<ReaderState>): void;
  never(): void;
  savePanel(state: PanelState): void;
  copy(text: string): Promise<void>;
  /** After it was left by the reader. */
  left(): void;
}

export class ReaderView {
  readonly host = el("div");
  private readonly root = this.host.attachShadow({ mode: "closed" });
  private readonly life = new AbortController();
  private readonly dialog = el("dialog", { "aria-labelledby": "title", lang: t("panelLanguage") === "en" ? "en" : "zh-CN" });
  private readonly scroller = el("div", { class: "scroller", tabindex: 0, autofocus: true, role: "region", "aria-labelledby": "title" });
  private readonly progress = el("div", { class: "progress", "aria-hidden": "true" });
  private readonly said = el("p", { class: "said", role: "status" });
  private readonly text = el("article", { lang: "zh-CN" });
  private readonly beside = el("div", { class: "beside" });
  private undressPage: Undress | null = null;
  private readonly bar: Bar;
  private panel: Panel | null = null;
  private panelState: PanelState;
  private body: Body = { nodes: [], shown: [], outline: [] };
  private title: SetText | null = null;
  private article: Article;
  private edits: Edits;
  private readonly pageAt = { x: scrollX, y: scrollY };
  private began = 0;
  private frame = 0;

  constructor(private readonly owner: ViewHost) {
    this.article = owner.article;
    this.edits = owner.edits;
    this.panelState = owner.panel;
    this.bar = bar(owner.state, {
      leave: () => this.leave(),
      never: comesByItself(owner.state, owner.site) ? owner.never : null,
      go: (heading) => this.go(heading),
      change: owner.change,
    });
    this.assemble();
  }

  /** Shows it, at the sentence at which the page stands. */
  open(): void {
    const spot = standingInPage(this.article, this.owner.marks, PAGE_LINE);
    this.write();
    this.apply(this.owner.state);
    this.undressPage = dressDocument({ of: "reader" });
    rootElement().append(this.host);
    this.dialog.showModal();
    this.scroller.focus({ preventScroll: true });
    if (spot !== null) {
      this.scrollTo(spot);
    }
    this.began = this.scroller.scrollTop;
    this.read();
  }

  /** Takes the events of the article. They stand in the margin, where it is wide enough: the text never gives way. */
  setEntries(entries: Entry[]): void {
    if (dated(entries) === 0) {
      this.panel?.destroy();
      this.panel = null;
    } else if (this.panel === null) {
      this.panel = this.mount(entries);
    } else {
      this.panel.update(entries);
    }
  }

  /** Takes another reading of the same page, or another way to set it; the place stays. */
  update(article: Article, edits: Edits): void {
    const before = standing(this.body.shown, LINE);
    const same = before === null ? -1 : this.article.sameIn(article, before.paragraph);
    const moved = this.hasScrolled();
    [this.article, this.edits] = [article, edits];
    this.write();
    if (before !== null && moved) {
      this.scrollTo({ paragraph: same < 0 ? before.paragraph : same, start: before.start }, before.top);
    } else {
      this.began = this.scroller.scrollTop;
    }
  }

  /** Takes another reading that says the same: only the way back is new. */
  refresh(article: Article): void {
    this.article = article;
  }

  apply(state: ReaderState): void {
    const before = this.body.shown.length > 0 && this.host.isConnected ? standing(this.body.shown, LINE) : null;
    const moved = this.hasScrolled();
    const { dialog } = this;
    for (const name of ["theme", "face", "spacing"] as const) {
      set(dialog, `data-${name}`, state[name]);
    }
    dialog.style.setProperty("--size", `${state.size}px`);
    dialog.style.setProperty("--measure", String(state.measure));
    this.bar.looks.show(state);
    if (before !== null && moved) {
      this.scrollTo(before, before.top);
    }
  }

  /** Leaves, to the same sentence of the page; where nothing was read on, to where the page stood. */
  leave(): void {
    if (!this.host.isConnected) {
      return;
    }
    const place = this.hasScrolled() ? standing(this.body.shown, LINE) : null;
    this.destroy();
    if (place === null) {
      scrollTo({ left: this.pageAt.x, top: this.pageAt.y, behavior: "instant" });
    } else {
      bringToPage(this.article, this.owner.marks, place);
    }
    this.owner.left();
  }

  /** Takes everything away, wherever the page stands. */
  destroy(): void {
    this.life.abort();
    cancelAnimationFrame(this.frame);
    this.panel?.destroy();
    this.panel = null;
    if (this.dialog.open) {
      this.dialog.close();
    }
    this.host.remove();
    this.undressPage?.();
  }

  turnTimeline(): void {
    if (this.panel?.isOpen === true) {
      this.panel.collapse();
    } else {
      this.panel?.open();
    }
  }

  /** What is selected of the article. */
  selected(): Paragraph[] {
    return selectedIn(this.root, this.body.shown, this.article);
  }

  say(text: string): void {
    this.said.textContent = text;
    setTimeout(() => {
      this.said.textContent = "";
    }, 2600);
  }

  rangeOf({ paragraph, start, end }: Place): Range | null {
    const text = paragraph < 0 ? this.title : this.body.shown.find(({ at }) => at === paragraph)?.text;
    return text?.range(start, end) ?? null;
  }

  private assemble(): void {
    const { signal } = this.life;
    addView(this.host);
    dressRoot(this.root, READER_CSS);
    const page = el("div", { class: "page" }, this.bar.element, this.text);
    this.scroller.append(page);
    this.dialog.append(this.progress, this.scroller, this.beside, this.said);
    this.root.append(this.dialog);
    this.scroller.addEventListener("scroll", () => this.soon(), { passive: true, signal });
    addEventListener("resize", () => this.soon(), { passive: true, signal });
    // Where a phone's own gesture closes a dialog, it leaves.
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    }, { signal });
    listenToKeys(this.dialog, signal, {
      escape: () => {
        if (!this.bar.closeMenu()) {
          this.leave();
        }
      },
      size: (by) => this.owner.change({ size: this.size() + by }),
      event: (by) => {
        if (this.panel?.step(by) !== true) {
          this.say(t(this.panel === null ? "readerNoEvents" : by > 0 ? "readerLastEvent" : "readerFirstEvent"));
        }
      },
    });
    followPrinting(this.dialog, signal);
    keepToItself(this.root);
  }

  private size(): number {
    return Number.parseInt(this.dialog.style.getPropertyValue("--size"), 10);
  }

  private write(): void {
    const { article, edits } = this;
    const { title } = article.cleaning.article;
    this.title = new SetText(new Typeset(title, edits.title));
    this.body = bodyOf(article, edits.paragraphs, (paragraph) => this.leaveTo(paragraph));
    const heading = el("h1", { id: "title", tabindex: -1 }, ...this.title.nodes([]));
    const back = el("button", { type: "button" }, t("readerLeave"));
    back.addEventListener("click", (event) => {
      if (event.isTrusted) {
        this.leave();
      }
    });
    this.text.replaceChildren(heading, this.about(), ...this.body.nodes, el("div", { class: "end" }, back));
    this.bar.outline.show(this.body.outline);
  }

  /** Source, author, time, and how long it takes to read. */
  private about(): HTMLElement {
    const { source, author, published } = this.article.cleaning.article;
    const language = t("panelLanguage") === "en" ? "en" : "zh";
    const letters = this.article.cleaning.paragraphs
      .filter(({ folded }) => !folded)
      .reduce((sum, { text }) => sum + text.replaceAll(/\s/g, "").length, 0);
    const time = published == null ? null : el("time", { datetime: published.value }, formatPublished(published.value, published.precision, language));
    const parts: (string | HTMLElement | null)[] = [
      source,
      author === source ? "" : author,
      time,
      t("readerMinutes", String(Math.max(1, Math.round(letters / PACE)))),
    ];
    const shown = parts.filter((part) => part !== "" && part !== null);
    return el("p", { class: "about" }, ...shown.map((part) => el("span", {}, part)));
  }

  private mount(entries: Entry[]): Panel {
    const { article } = this.article.cleaning;
    return mountPanel({
      entries,
      title: article.title,
      published: article.published ?? null,
      rangeOf: (place) => this.rangeOf(this.article.placed(place)),
      articleElement: () => this.text,
      surroundings: { parent: this.beside, scroller: this.scroller },
      state: this.panelState,
      saveState: (state) => {
        this.panelState = state;
        this.owner.savePanel(state);
      },
      copy: (_, text) => this.owner.copy(text),
      t,
    });
  }

  private hasScrolled(): boolean {
    return Math.abs(this.scroller.scrollTop - this.began) > 2;
  }

  private scrollTo({ paragraph, start }: Spot, top = LINE + 8): void {
    const range = this.rangeOf({ paragraph, start, end: start + 1 });
    if (range !== null) {
      this.scroller.scrollBy({ top: range.getBoundingClientRect().top - top, behavior: "instant" });
    }
  }

  private go({ element }: Heading): void {
    const range = document.createRange();
    range.selectNodeContents(element);
    scrollToRange(range, 0);
    element.focus({ preventScroll: true });
  }

  private leaveTo(paragraph: number): void {
    const { article } = this;
    this.leave();
    const node = article.nodeAt(article.cleaning.paragraphs[paragraph]?.pictures[0]?.node ?? -1);
    if (node instanceof Element) {
      node.scrollIntoView({ block: "center", behavior: "instant" });
    }
  }

  private soon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.read();
    });
  }

  /** How far it is read, and under which heading. */
  private read(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.progress.style.setProperty("--read", String(scrollHeight > clientHeight + 2 ? scrollTop / (scrollHeight - clientHeight) : 1));
    const line = innerHeight * 0.35;
    this.bar.outline.current(this.body.outline.findLastIndex(({ element }) => element.getBoundingClientRect().top <= line));
  }
}

/** Keys and clicks meant for the reader mode must not reach the page's shortcuts. */
function keepToItself(root: ShadowRoot): void {
  for (const type of ["keydown", "keyup", "keypress", "click", "pointerdown", "pointerup", "mousedown", "mouseup", "touchstart", "touchend", "wheel", "contextmenu", "selectstart", "copy"]) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
}
