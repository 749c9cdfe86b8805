// Holds what is shown and lets the parts of the panel speak to each other.
import { announcer } from "./announce";
import { el, pageHasFocus, set } from "./dom";
import { type Language, formatYear } from "./dates/index";
import { parseIso } from "./dates/calendar";
import { type ExportActions, exportItems } from "./exports";
import { filterView } from "./filters";
import { follow } from "./follow";
import { footnoteView } from "./footnote";
import { frame as makeFrame } from "./frame";
import { createHighlighter } from "../highlight/index";
import { legend } from "./legend";
import { type ListView, listView } from "./list";
import { type Row, isDated } from "./order";
import { resizer } from "./resizer";
import { Places } from "./places";
import { publishedLine } from "./published";
import { scrollToRange } from "./scroll";
import { type Filter, NO_FILTER, isFiltering, mainRows, matching } from "./selection";
import { strip as makeStrip } from "./strip";
import { toolbar as makeToolbar } from "./toolbar";
import type { Entry, Kind, Mention, Order, Panel, PanelHost, PanelState, Published } from "./types";

/** Fewer dated entries than this are no timeline: the panel waits to be asked. */
const ENOUGH = 2;

export class TimelinePanel implements Panel {
  readonly #host: PanelHost;
  readonly #language: Language;
  readonly #life = new AbortController();
  readonly #highlighter = createHighlighter();
  readonly #places: Places;
  readonly #announcer = announcer();
  readonly #frame;
  readonly #strip;
  readonly #publishedLine;
  readonly #toolbar;
  readonly #filters;
  readonly #list: ListView;
  readonly #footnote;
  readonly #resizer;
  readonly #follower;
  readonly #more = el("button", { type: "button", class: "more" });
  readonly #nothing;

  #rows: Row[] = [];
  /** Those that neither filter nor folding leaves out. */
  #shown: ReadonlySet<number> = new Set();
  #published: Published | null;
  #state: PanelState;
  #filter: Filter = NO_FILTER;
  #unfolded = false;
  #open = false;
  /** Closed by a lack of room, not by the reader: it comes back when there is room again. */
  #waiting = false;
  #selected: { id: number; mention: number } | null = null;
  #focused: number | null = null;
  #hovered: number | null = null;
  #current: number | null = null;

  constructor(host: PanelHost) {
    const { t } = host;
    this.#host = host;
    this.#state = { ...host.state };
    this.#published = host.published;
    this.#language = t("panelLanguage") === "en" ? "en" : "zh";
    this.#places = new Places(host);
    this.#frame = makeFrame(() => host.articleElement(), this.#language === "zh" ? "zh-CN" : "en", host.surroundings?.parent);
    this.#strip = makeStrip(t, () => this.open(), this.#life.signal);
    const toggleParticipant = (name: string) => this.#toggle("participants", name);
    this.#filters = filterView(t, {
      toggleParticipant,
      toggleKind: (kind) => this.#toggle("kinds", kind),
      clear: () => this.#refilter(NO_FILTER),
    });
    const exporting: ExportActions = {
      entries: () => matching(this.#rows, this.#filter).map(({ entry }) => entry),
      published: () => this.#published,
      say: (text) => this.#announcer.show(text),
    };
    this.#publishedLine = publishedLine(t, this.#language, host.correctPublished?.bind(host));
    this.#toolbar = makeToolbar(
      { t, order: this.#state.order, published: this.#publishedLine.element, filters: this.#filters.element, exports: exportItems(host, this.#language, exporting) },
      { order: (order) => this.#reorder(order), collapse: () => this.#close() },
    );
    this.#list = listView(t, this.#language, {
      jump: (id) => this.#jumpOn(id),
      step: (id, by) => this.#step(id, by),
      focus: (id) => this.#focus(id),
      hover: (id) => this.#hover(id),
    });
    this.#footnote = footnoteView(t, this.#language, {
      step: (id, by) => this.#step(id, by),
      toggleParticipant,
      quote: (mention) => void this.#lead(mention),
    });
    this.#resizer = resizer(t("panelResize"), (width, done) => this.#resize(width, done));
    this.#nothing = el("p", { class: "nothing", hidden: true }, t("panelNothing"));
    this.#follower = follow(() => this.#places.located(this.#shown), () => this.#frame.hidden(), (id) => this.#reach(id), this.#life.signal, host.surroundings?.scroller);
    this.#assemble();
    this.update(host.entries);
    this.#open = this.#opensByItself();
    this.#apply();
  }

  get isOpen(): boolean {
    return this.#open;
  }

  update(entries: Entry[], published = this.#published): void {
    this.#published = published;
    this.#publishedLine.show(published);
    this.#rows = entries.map((entry, id) => ({ id, entry }));
    this.#places.reset(this.#rows);
    [this.#selected, this.#focused, this.#hovered, this.#current] = [null, null, null, null];
    this.#filter = NO_FILTER;
    this.#highlighter.clear();
    this.#list.reset(this.#rows);
    this.#filters.reset(this.#rows);
    this.#toolbar.filterable(this.#filters.useful);
    this.#strip.count(entries.length);
    this.#render();
    this.#relayout();
  }

  /** Opens at the reader's wish, told by the toolbar or a shortcut. */
  open(): void {
    this.#turn(true);
    this.#remember(false);
    // The toolbar's popup has the focus while it is open; a shortcut leaves it with the page.
    if (pageHasFocus()) this.#list.focus(this.#current);
  }

  collapse(): void {
    const inside = this.#frame.root.activeElement !== null;
    this.#turn(false);
    this.#remember(true);
    if (inside) this.#strip.element.focus();
  }

  step(by: 1 | -1): boolean {
    // At the beginning nothing was reached yet, even where all of the text is in sight.
    const reached = (this.#host.surroundings?.scroller.scrollTop ?? 1) > 0 ? this.#current : null;
    const id = this.#list.beside(this.#selected?.id ?? reached, by);
    if (id !== null) this.#jump(id, 0);
    return id !== null;
  }

  destroy(): void {
    this.#life.abort();
    this.#highlighter.destroy();
    this.#frame.destroy();
  }

  #assemble(): void {
    const { aside, root } = this.#frame;
    const { t } = this.#host;
    const scroller = el("div", { class: "scroller" }, this.#list.element, this.#nothing, this.#more, legend(t));
    aside.append(this.#resizer.element, this.#toolbar.element, this.#filters.element, scroller, this.#footnote.element);
    aside.append(this.#announcer.element);
    root.append(this.#strip.element);
    this.#more.addEventListener("click", () => {
      this.#unfolded = !this.#unfolded;
      this.#render();
    });
    aside.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.#close();
    });
    const relayout = () => this.#relayout();
    addEventListener("resize", relayout, { passive: true, signal: this.#life.signal });
    // Late pictures and removed blocks change the room and the places without the window changing.
    const observer = new ResizeObserver(relayout);
    const article = this.#host.articleElement();
    if (article) observer.observe(article);
    this.#life.signal.addEventListener("abort", () => observer.disconnect());
  }

  #opensByItself(): boolean {
    const { mode } = this.#frame.layout(this.#state.width);
    if (this.#state.collapsed === true) return false;
    const dated = this.#rows.filter(({ entry }) => isDated(entry)).length;
    if (dated < (this.#state.collapsed === null ? ENOUGH : 1)) return false;
    this.#waiting = mode !== "beside";
    return mode === "beside";
  }

  #relayout(): void {
    const beside = this.#frame.layout(this.#state.width).mode === "beside";
    if (this.#open && !beside && this.#frame.aside.dataset["mode"] === "beside") {
      [this.#open, this.#waiting] = [false, true];
    } else if (!this.#open && this.#waiting && beside) {
      [this.#open, this.#waiting] = [true, false];
    }
    this.#apply();
    this.#follower.refresh();
  }

  #apply(): void {
    const layout = this.#frame.layout(this.#state.width);
    this.#frame.apply(layout, this.#open);
    this.#resizer.limits(layout.width, layout.least, layout.most);
  }

  #close(): void {
    this.collapse();
    this.#host.onClose?.();
  }

  #turn(open: boolean): void {
    [this.#open, this.#waiting] = [open, false];
    if (!open) {
      this.#highlighter.clear();
      this.#toolbar.menu.close();
    }
    this.#apply();
    this.#follower.refresh();
  }

  /** Over the text the panel is closed to read on, which is no choice against having it beside the text. */
  #remember(collapsed: boolean): void {
    if (this.#frame.aside.dataset["mode"] === "beside") this.#save({ collapsed });
  }

  #save(change: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.saveState({ ...this.#state });
  }

  #resize(width: number, done: boolean): void {
    this.#state = { ...this.#state, width };
    this.#apply();
    if (done) this.#save({ width });
  }

  #reorder(order: Order): void {
    this.#save({ order });
    this.#render();
    if (this.#current !== null) this.#list.reveal(this.#current);
  }

  #toggle(facet: "participants" | "kinds", value: string): void {
    const chosen = new Set<string>(this.#filter[facet]);
    if (!chosen.delete(value)) chosen.add(value);
    const filter = facet === "kinds"
      ? { ...this.#filter, kinds: chosen as Set<Kind> }
      : { ...this.#filter, participants: chosen };
    this.#refilter(filter);
  }

  #refilter(filter: Filter): void {
    this.#filter = filter;
    this.#render();
    this.#say(this.#summary(matching(this.#rows, filter).length));
  }

  #render(): void {
    const { t } = this.#host;
    const matched = matching(this.#rows, this.#filter);
    const main = isFiltering(this.#filter) ? matched : mainRows(matched);
    const folds = main.length < matched.length;
    const rows = this.#unfolded ? matched : main;
    this.#shown = new Set(rows.map(({ id }) => id));
    this.#list.render({ rows, order: this.#state.order, published: this.#published });
    this.#list.current(this.#current);
    set(this.#more, "hidden", !folds);
    set(this.#more, "aria-expanded", this.#unfolded ? "true" : "false");
    this.#more.textContent = this.#unfolded ? t("panelShowMain") : t("panelShowAll", String(matched.length));
    set(this.#nothing, "hidden", matched.length > 0);
    this.#nothing.textContent = t(this.#rows.length > 0 ? "panelNothing" : "panelEmpty");
    this.#filters.update(this.#filter);
    this.#toolbar.filtering(this.#filter.participants.size + this.#filter.kinds.size);
    this.#toolbar.summary(this.#summary(matched.length));
    this.#showFootnote();
    this.#follower.refresh();
  }

  #summary(matched: number): string {
    const { t } = this.#host;
    const all = this.#rows.length;
    if (isFiltering(this.#filter)) return t("panelCountOf", String(matched), String(all));
    const years = this.#rows.flatMap(({ entry }) => (entry.start === null ? [] : [parseIso(entry.start)?.year ?? []])).flat();
    const [least, most] = [Math.min(...years), Math.max(...years)];
    const count = all === 1 ? t("panelCountOne") : t("panelCount", String(all));
    if (years.length === 0) return count;
    const span = least === most ? formatYear(least, this.#language) : t("panelSpan", String(least), String(most));
    return least > 0 ? `${count} · ${span}` : count;
  }

  /** Pressing an entry again goes on to its next mention. */
  #jumpOn(id: number): void {
    const again = this.#selected?.id === id ? this.#selected.mention + 1 : 0;
    this.#jump(id, again);
  }

  #step(id: number, by: number): void {
    const at = this.#selected?.id === id ? this.#selected.mention + by : by > 0 ? 1 : -1;
    if ((this.#rows[id]?.entry.mentions.length ?? 0) > 1) this.#jump(id, at);
  }

  #jump(id: number, to: number): void {
    const mentions = this.#rows[id]?.entry.mentions ?? [];
    const mention = ((to % mentions.length) + mentions.length) % mentions.length;
    const place = mentions[mention];
    if (!place) return;
    if (this.#selected && this.#selected.id !== id) this.#list.mention(this.#selected.id, null);
    this.#selected = { id, mention };
    this.#list.mention(id, mention);
    [this.#focused, this.#hovered] = [id, null];
    if (this.#lead(place)) this.#reach(id);
    else this.#showFootnote();
  }

  /** Leads to a sentence of the text; says whether it is there. */
  #lead(mention: Mention): boolean {
    const range = this.#places.sentence(mention, true);
    if (!range) {
      this.#announcer.show(this.#host.t("panelNotFound"));
      return false;
    }
    // Over the text the panel would cover what was asked for.
    if (this.#frame.aside.dataset["mode"] === "drawer") {
      this.#turn(false);
      this.#strip.element.focus();
    }
    this.#highlighter.show(range, this.#places.expression(mention));
    this.#follower.hold();
    scrollToRange(range, this.#frame.hidden());
    this.#say(this.#host.t("panelJumped", mention.sentence));
    return true;
  }

  #focus(id: number): void {
    this.#focused = id;
    this.#hint(id);
    this.#showFootnote();
  }

  #hover(id: number | null): void {
    // On its way to the footnote's buttons the pointer crosses other entries.
    if (this.#footnote.element.contains(this.#frame.root.activeElement)) return;
    if (this.#hovered === id) return;
    this.#hovered = id;
    this.#hint(id);
    this.#showFootnote();
  }

  #hint(id: number | null): void {
    const mention = id === null || id === this.#selected?.id ? undefined : this.#rows[id]?.entry.mentions[0];
    this.#highlighter.hint(mention ? this.#places.sentence(mention) : null);
  }

  /** The reader came to an entry in the text. */
  #reach(id: number | null): void {
    this.#current = id;
    this.#list.current(id);
    const busy = this.#frame.aside.matches(":hover, :focus-within");
    if (id !== null && !busy) {
      this.#focused = null;
      this.#list.reveal(id);
    }
    this.#showFootnote();
  }

  #showFootnote(): void {
    const candidates = [this.#hovered, this.#focused, this.#current, this.#selected?.id ?? null];
    const id = candidates.find((candidate) => candidate !== null && this.#shown.has(candidate)) ?? null;
    const row = id === null ? undefined : this.#rows[id];
    const mention = row && this.#selected?.id === row.id ? this.#selected.mention : 0;
    this.#footnote.show(row ? { row, mention, chosen: this.#filter.participants } : null);
  }

  #say(text: string): void {
    this.#announcer.say(text);
  }
}
