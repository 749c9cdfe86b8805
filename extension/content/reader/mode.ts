// When the reader mode is there: opened by hand, or by itself on an article; and how it follows the page below.
import type { Entry, Paragraph } from "engine";

import { askBackground } from "../../shared/protocol";
import { comesByItself, readerState, sizeWithin, type ReaderState, type Spacing } from "../../shared/reading";
import { changeReader, saveSettings, setComing, type Settings } from "../../shared/settings";
import type { Article } from "../article";
import { copyClicked } from "../copy";
import type { Marks } from "../marks";
import { toastThrough } from "../toast";
import { NO_COVER, type Cover } from "./cover";
import type { Edit } from "./typeset";
import { ReaderView, type Edits } from "./view";

export interface ModeHost {
  site: string;
  marks: Marks;
  quietly(work: () => void): void;
  /** After the reader left it. */
  left(): void;
}

export class ReaderMode {
  private view: ReaderView | null = null;
  /** What brings it as soon as there is an article. */
  private awaited: "hand" | "itself" | null = null;
  private shown: Article | null = null;
  private entries: Entry[] = [];
  private state: ReaderState = readerState(null);
  private turn = 0;
  private touched: AbortController | null = null;
  /** Changes on their way into the storage: until the last is there, what the storage tells is old. */
  private writing = 0;
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ModeHost,
    private cover: Cover = NO_COVER,
  ) {}

  get isOpen(): boolean {
    return this.view !== null;
  }

  /** Whether the page cannot be seen yet. */
  get isCovered(): boolean {
    return this.cover !== NO_COVER;
  }

  /** Whether it would come by itself. */
  get isExpected(): boolean {
    return this.awaited === "itself";
  }

  /** How text is set, where it is open: what the storage tells may be older. */
  get spacing(): Spacing | null {
    return this.view === null ? null : this.state.spacing;
  }

  /** It comes with the first article that is read, unless the reader has begun to use the page as it is. */
  expect(settings: Settings): void {
    this.cover.tint(settings.reader.theme);
    if (!comesByItself(settings.reader, this.host.site)) {
      this.uncover();
      return;
    }
    this.awaited = "itself";
    this.touched?.abort();
    const end = new AbortController();
    this.touched = end;
    for (const type of ["wheel", "keydown", "pointerdown", "touchmove"]) {
      addEventListener(type, () => this.give(), { capture: true, passive: true, signal: end.signal });
    }
  }

  /** It comes with the next reading, by the reader's wish. */
  want(): void {
    this.awaited = "hand";
  }

  /** Shows the page as it is: it is no article, or does not look like one. */
  uncover(): void {
    this.cover.lift();
    this.cover = NO_COVER;
  }

  /** An article was read: it is shown if it is awaited, or followed if it is shown. */
  async follow(article: Article, settings: Settings): Promise<void> {
    if (this.view === null && this.awaited === null) {
      this.uncover();
      return;
    }
    if (this.view !== null && this.shown?.saysTheSame(article) === true) {
      this.shown = article;
      this.view.refresh(article);
      return;
    }
    await this.show(article, settings);
  }

  /** Shows an article, or shows it anew. */
  async show(article: Article, settings: Settings): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    const edits = await typeset(article, settings.reader.spacing);
    if (turn !== this.turn) {
      return;
    }
    this.give();
    this.shown = article;
    this.state = settings.reader;
    if (this.view === null) {
      this.mount(article, edits, settings);
    } else {
      this.view.update(article, edits);
    }
  }

  setEntries(entries: Entry[]): void {
    if (this.view !== null && this.entries !== entries) {
      this.view.setEntries(entries);
    }
    this.entries = entries;
  }

  /** Follows a change of the settings that was made elsewhere. */
  hear(next: ReaderState): void {
    if (this.writing === 0) {
      this.apply(next);
    }
  }

  /** What is selected in it. */
  selected(): Paragraph[] {
    return this.view?.selected() ?? [];
  }

  leave(): void {
    this.view?.leave();
  }

  /** Opens or closes the timeline beside the text. */
  turnTimeline(): void {
    this.view?.turnTimeline();
  }

  /** The page is no article, so far; one may still come where it is awaited. */
  refuse(): void {
    this.turn += 1;
    this.host.quietly(() => this.view?.destroy());
    const { awaited } = this;
    if (this.view !== null || awaited !== "itself") {
      this.forget();
    }
    this.uncover();
  }

  /** Takes it away: the page that it showed is gone, or is no article. */
  close(): void {
    this.turn += 1;
    this.host.quietly(() => this.view?.destroy());
    this.forget();
  }

  private mount(article: Article, edits: Edits, settings: Settings): void {
    const { site, marks } = this.host;
    const view = new ReaderView({
      ...{ article, edits, marks, site, state: settings.reader, panel: settings.panel },
      change: (part) => this.change(part),
      never: () => {
        void setComing(site, "never");
        this.leave();
      },
      savePanel: (panel) => void saveSettings({ panel }),
      copy: (text) => copyClicked(text),
      left: () => {
        this.forget();
        this.host.left();
      },
    });
    this.view = view;
    toastThrough((text) => view.say(text));
    this.host.quietly(() => view.open());
    this.uncover();
    if (this.entries.length > 0) {
      view.setEntries(this.entries);
    }
  }

  private apply(next: ReaderState): void {
    const before = this.state;
    this.state = next;
    this.view?.apply(next);
    if (this.view !== null && this.shown !== null && before.spacing !== next.spacing) {
      void this.respace(this.shown, next.spacing);
    }
  }

  private change(part: Partial<ReaderState>): void {
    const next = { ...this.state, ...part };
    next.size = sizeWithin(next.size);
    this.apply(next);
    this.writing += 1;
    const write = async (): Promise<void> => {
      try {
        await changeReader(part.size === undefined ? part : { size: next.size });
      } finally {
        this.writing -= 1;
      }
    };
    this.written = this.written.then(write, write).catch(() => undefined);
  }

  private async respace(article: Article, spacing: Spacing): Promise<void> {
    const edits = await typeset(article, spacing);
    if (this.shown === article && this.state.spacing === spacing) {
      this.view?.update(article, edits);
    }
  }

  /** Nothing brings it any more. */
  private give(): void {
    this.awaited = null;
    this.touched?.abort();
    this.touched = null;
  }

  private forget(): void {
    this.view = null;
    this.shown = null;
    this.entries = [];
    this.give();
    this.uncover();
    toastThrough(null);
  }
}

/** What the core changes of an article's texts. Text that is code stays. */
async function typeset(article: Article, spacing: Spacing): Promise<Edits> {
  const { article: about, paragraphs } = article.cleaning;
  const texts = [about.title, ...paragraphs.map(({ kind, text }) => (kind === "preformatted" ? "" : text))];
  // What cannot be set is shown as it is.
  const answer = await askBackground("typeset", JSON.stringify({ spacing, texts })).catch(() => "[]");
  const [title = [], ...rest] = JSON.parse(answer) as Edit[][];
  return { title, paragraphs: rest };
}
