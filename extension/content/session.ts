// One page from its first reading to its last: read, ask, mark, watch; and the way back.
import type { Cleaning, Paragraph } from "engine";

import { askBackground, type PageState, type PageStatus, type Removed, type ToBackground, type Why } from "../shared/protocol";
import { comesByItself } from "../shared/reading";
import { isOn, loadSettings, siteOf, type Settings } from "../shared/settings";
import { forgetOn, keepOn } from "../shared/keep";
import { newToken } from "../shared/style";
import { Article, type Part } from "./article";
import { Button } from "./button";
import { changesReading, optionsOf } from "./choices";
import type { Wish } from "./copy";
import { crossing } from "./crossing";
import * as dom from "./dom";
import { ignore, isOrphaned, messageOf } from "./faults";
import { Marks } from "./marks";
import { reveal, wholeText } from "./reveal";
import type { Cover } from "./reader/cover";
import { mayBeOne, refusalOf } from "./reader/decision";
import { hasProse } from "./reader/likely";
import { ReaderMode } from "./reader/mode";
import { selectedOf, selectedRanges } from "./selected";
import { Timeline } from "./timeline";
import { putSheet } from "./sheet";
import { hideToast } from "./toast";
import { walk } from "./walker";
import { Watcher } from "./watcher";

export class Session {
  readonly site = siteOf(location.hostname);
  article: Article | null = null;
  /** What is marked: the article or, where there is none, what the reader's rules hide. */
  private marked: Article | null = null;
  private readonly marks = new Marks(newToken());
  private readonly calmly = (work: () => void): void => {
    this.quietly(work);
  };
  private readonly timeline = new Timeline(this.marks, this.calmly);
  readonly reader: ReaderMode;
  /** The page is read for the reader mode alone: it is not marked, and has no panel. */
  private bare = false;
  private watcher: Watcher | null = null;
  private state: PageState = "off";
  private why: Why | null = null;
  private detail = "";
  /** The style sheet, on its way or there. */
  private styled: Promise<null> | null = null;
  private readings = 0;
  private readonly button = new Button();
  private readonly back = new Set<string>();
  private readonly isBack = (key: string): boolean => this.back.has(key);
  private settings: Settings | null = null;
  private timing = { walk: 0, answer: 0, marks: 0 };

  constructor(cover: Cover) {
    this.reader = new ReaderMode({ site: this.site, marks: this.marks, quietly: this.calmly, left: () => this.leftReader() }, cover);
  }

  /** Reads the page if the reader has the site on, or reads here in the reader mode. */
  async begin(): Promise<void> {
    const loading = loadSettings();
    // Meanwhile: what is plainly no article is not covered for longer than it takes to see it.
    if (this.reader.isCovered && !mayBeOne(this.marks)) {
      this.reader.uncover();
    }
    this.settings = await loading;
    this.reader.expect(this.settings);
    if (isOn(this.settings, this.site)) {
      await this.run();
    } else if (comesByItself(this.settings.reader, this.site)) {
      await this.start(true);
    } else {
      this.enter("off");
    }
  }

  /** Reads the page and marks it. */
  async run(): Promise<void> {
    await this.start(false);
  }

  /** Opens the reader mode; says whether there is an article to read. */
  async openReader(): Promise<boolean> {
    this.settings ??= await loadSettings();
    if (this.reader.isOpen) {
      return true;
    }
    const text = this.text();
    if (text !== null) {
      await this.reader.show(text, this.settings);
      this.reader.setEntries(this.timeline.entries ?? []);
      this.showInToolbar();
      return true;
    }
    this.reader.want();
    await this.start(this.state === "off");
    return this.reader.isOpen;
  }

  /** Reads a page that is left alone, and leaves no mark on it; says whether it is to be let go of again. */
  async peek(): Promise<boolean> {
    if (this.article !== null || this.state !== "off") {
      return false;
    }
    await this.start(true);
    return true;
  }

  /** The article with what was put back, as it is read and copied. */
  text(): Article | null {
    return this.article?.withBack(this.isBack) ?? null;
  }

  /** What the reader wants of a copy. */
  async wish(): Promise<Wish> {
    const { copy, reader } = await loadSettings();
    return { copy, spacing: this.reader.spacing ?? reader.spacing, entries: this.timeline.entries ?? [] };
  }

  /** What is selected of the article, in the reader mode where it is open. */
  selected(): Paragraph[] {
    const text = this.text();
    if (text === null) {
      return [];
    }
    return this.reader.isOpen ? this.reader.selected() : selectedOf(text, this.marks, selectedRanges());
  }

  private leftReader(): void {
    const stays = this.settings !== null && comesByItself(this.settings.reader, this.site);
    if (this.bare && !stays) {
      this.release();
    }
    this.showInToolbar();
  }

  private async start(bare: boolean): Promise<void> {
    this.bare = bare;
    if (this.watcher === null) {
      this.watcher = new Watcher(
        () => this.read(),
        () => void this.move(),
        () => {
          this.mark();
        },
      );
      this.watcher.start();
    }
    await this.read();
  }

  /** Follows a choice that the reader has made, here or in another tab. */
  async follow(settings: Settings): Promise<void> {
    const before = this.settings;
    this.settings = settings;
    this.reader.hear(settings.reader);
    if (before !== null && before.counter !== settings.counter) {
      this.button.forget();
      this.showInToolbar();
    }
    const on = isOn(settings, this.site);
    if (before !== null && on !== isOn(before, this.site)) {
      if (on) {
        await this.run();
      } else {
        this.release();
      }
    } else if (this.state !== "off" && (before === null || changesReading(before, settings, this.site))) {
      if (!settings.timeline) {
        this.timeline.clear();
      }
      await this.read();
    }
  }

  /** Gives the page back as it was. */
  release(): void {
    this.letGo();
    this.quietly(hideToast);
  }

  /** The same, but what is being said stays. */
  letGo(): void {
    this.readings += 1;
    this.bare = false;
    this.reader.close();
    this.timeline.clear();
    this.quietly(() => {
      this.marks.clear();
    });
    this.watcher?.stop();
    this.watcher = null;
    this.article = this.marked = null;
    this.enter("off");
  }

  /** Puts a part back or takes it out again; all of them without a key. */
  putBack(key: string | null, back: boolean): void {
    const keys = key === null ? (this.marked?.parts.map((part) => part.key) ?? []) : [key];
    for (const one of keys) {
      this.back[back ? "add" : "delete"](one);
    }
    this.mark();
    const text = this.text();
    if (text !== null && this.settings !== null && this.reader.isOpen) {
      void this.reader.follow(text, this.settings);
    }
    this.enter(this.state);
  }

  /** The whole text of a part. */
  wholeText(key: string): string {
    const part = this.part(key);
    return part === undefined ? "" : wholeText(part.nodes, part.trims) || part.removal.text;
  }

  /** Puts a part back and leads the reader there. */
  reveal(key: string): void {
    this.putBack(key, true);
    const part = this.part(key);
    reveal([...(part?.nodes ?? []), ...(part?.trims ?? []).map(({ node }) => node)]);
  }

  /** Never removes a part again on this site; or does again what is kept under that key. The page follows the settings. */
  async keep(key: string, on: boolean): Promise<void> {
    const removal = this.part(key)?.removal;
    if (!on) {
      await forgetOn(this.site, key);
    } else if (removal !== undefined && removal.keep !== null) {
      const { keep, category, text } = removal;
      await keepOn(this.site, { key: keep, category, text: text.slice(0, 60) });
    }
    await this.follow(await loadSettings());
  }

  /** Follows rules that were changed just now, on a page that is left alone too: it is read. */
  async obey(): Promise<void> {
    this.settings = await loadSettings();
    for (let tries = 0; tries < 3; tries += 1) {
      const reading = this.readings + 1;
      await this.run();
      // A page that changes in the meantime is read once more.
      if (this.readings === reading) {
        return;
      }
    }
  }

  /** Whether a rule of the reader's hides an element, and nothing else. */
  hidesOnly(rule: string, element: Element): boolean {
    const parts = this.marked?.parts.filter(({ removal }) => removal.rule === rule) ?? [];
    const nodes = parts.flatMap((part) => part.nodes);
    return nodes.length > 0 && nodes.every((node) => node === element);
  }

  /** The page as it would be read now, for a question aside: nothing comes of it here. */
  async aside(): Promise<Omit<ToBackground["clean"]["ask"], "key">> {
    const page = walk(dom.documentElement(document), location.href, dom.title(document), this.marks);
    if (page === null) {
      throw new Error("too large");
    }
    return { page: crossing(page.snapshot), options: optionsOf(await loadSettings(), this.site) };
  }

  turnTimeline(open: boolean): void {
    this.timeline.turn(open);
  }

  isTimelineOpen(): boolean {
    return this.timeline.status().open;
  }

  isReleased(): boolean {
    return this.state === "off";
  }

  status(): PageStatus {
    const { state, why, detail } = this;
    return {
      ...{ state, why, detail },
      title: this.article?.cleaning.article.title ?? "",
      removed: this.removed(),
      kept: this.settings?.keep[this.site] ?? [],
      overrun: this.marked?.cleaning.overrun ?? false,
      timeline: this.timeline.status(),
      reader: this.reader.isOpen,
      timing: { ...this.timing, timeline: this.timeline.took },
    };
  }

  /** Another address in the same document: nothing of the page before holds. */
  private async move(): Promise<void> {
    this.reader.close();
    if (this.settings !== null) {
      this.reader.expect(this.settings);
    }
    this.timeline.clear();
    this.quietly(() => {
      this.marks.clear();
    });
    this.article = this.marked = null;
    this.back.clear();
    await this.read();
  }

  private async read(): Promise<void> {
    this.readings += 1;
    const reading = this.readings;
    if (this.article === null) {
      this.enter("reading");
    }
    try {
      this.settings ??= await loadSettings();
      await this.readWith(this.settings, () => reading === this.readings);
    } catch (fault) {
      if (reading === this.readings) {
        this.fail(fault);
      }
    }
  }

  private async readWith(settings: Settings, isCurrent: () => boolean): Promise<void> {
    const started = performance.now();
    // The sheet goes in while the page is being read: without a mark it does nothing, and so it may stay.
    if (!this.bare) {
      this.styled ??= putSheet(this.marks.token);
      this.styled.catch(ignore);
    }
    if (this.bare && this.reader.isExpected) {
      const why = await refusalOf(this.marks);
      if (!isCurrent()) {
        return;
      }
      if (why !== null) {
        this.refuse(why);
        return;
      }
    }
    const page = walk(dom.documentElement(document), location.href, dom.title(document), this.marks);
    const walked = performance.now();
    if (page === null) {
      this.refuse("too-large");
      return;
    }
    if (!hasProse(page.snapshot)) {
      this.reader.uncover();
    }
    const options = optionsOf(settings, this.site);
    const key = `${this.marks.token} ${this.readings}`;
    const cleaned = askBackground("clean", { key, page: crossing(page.snapshot), options });
    // The first timeline is wanted whatever the answer says: in the same breath, so that the background goes on with
    // it while this page is being marked.
    const dated = settings.timeline && this.article === null ? askBackground("timelineOf", { key }) : null;
    dated?.catch(ignore);
    const cleaning = JSON.parse(await cleaned) as Cleaning;
    if (!isCurrent()) {
      return;
    }
    const answered = performance.now();
    const { isArticle, refusal } = cleaning.article;
    if (!isArticle && cleaning.removed.length === 0 && !cleaning.overrun) {
      this.refuse(refusal ?? "other");
      return;
    }
    const read = new Article(cleaning, page.nodes);
    const article = isArticle ? read : null;
    this.article = article;
    if (article !== null) {
      // First what is waited for: a page below the reader mode can be marked after it has come.
      await this.reader.follow(this.text() ?? article, settings);
      if (!isCurrent()) {
        return;
      }
    }
    const shown = performance.now();
    if (!this.bare) {
      this.marked = read;
      this.mark();
    }
    if (article === null) {
      // The reader's own rules hold on any page.
      this.reader.refuse();
      this.timeline.clear();
      this.enter("nothing", refusal ?? "other");
      await this.styled;
      return;
    }
    const marked = performance.now();
    this.timing = { walk: walked - started, answer: answered - walked, marks: marked - shown };
    Object.assign(this, { state: this.bare ? "off" : "clean", why: null, detail: "" });
    await Promise.all([this.styled, this.readTimeline(article, settings, dated)]);
    this.showInToolbar();
  }

  /** A timeline that fails takes nothing back: the page is clean all the same. */
  private async readTimeline(
    article: Article,
    settings: Settings,
    asked: Promise<string | null> | null,
  ): Promise<void> {
    try {
      await this.timeline.read(article, settings, { beside: !this.bare, asked });
      this.reader.setEntries(this.timeline.entries ?? []);
    } catch (fault) {
      this.detail = messageOf(fault);
    }
  }

  private mark(): void {
    const article = this.marked;
    if (article !== null) {
      this.quietly(() => {
        this.marks.show(article.gone(this.isBack), article.apart);
      });
    }
  }

  private removed(): Removed[] {
    return this.marked?.ledger(this.isBack) ?? [];
  }

  private part(key: string): Part | undefined {
    return this.marked?.parts.find((part) => part.key === key);
  }

  private refuse(why: Why): void {
    this.reader.refuse();
    this.timeline.clear();
    this.quietly(() => {
      this.marks.clear();
    });
    this.article = this.marked = null;
    this.enter("nothing", why);
  }

  /** Whatever goes wrong, the page is as it was. */
  private fail(fault: unknown): void {
    if (isOrphaned()) {
      this.release();
      return;
    }
    this.styled = null;
    this.refuse("engine");
    this.enter("failed", "engine", messageOf(fault));
  }

  private enter(state: PageState, why: Why | null = null, detail = ""): void {
    Object.assign(this, { state, why, detail });
    if (state !== "reading") {
      this.showInToolbar();
    }
  }

  /** Only outcomes, and after everything else. */
  private showInToolbar(): void {
    const removed = this.removed().filter(({ back }) => !back).length;
    this.button.show(this.reader.isOpen ? "reader" : this.state, removed);
  }

  /** Does our own work on the page without reading it anew for that. */
  quietly(work: () => void): void {
    if (this.watcher === null) {
      work();
    } else {
      this.watcher.quietly(work);
    }
  }
}
