// The list of entries: by year or in order of the text, with one tab stop and arrow keys.
import { el, set, wantsStillness } from "./dom";
import { type Language, formatPublished, formatYear, saysYear } from "./dates/index";
import { type Row, byTime, inText } from "./order";
import { type RowView, rowView } from "./row";
import type { Order, PanelHost, Published } from "./types";

export interface ListActions {
  jump(id: number): void;
  /** Moves among the mentions of an entry. */
  step(id: number, by: number): void;
  focus(id: number): void;
  hover(id: number | null): void;
}

export interface Contents {
  rows: Row[];
  order: Order;
  published: Published | null;
}

export interface ListView {
  element: HTMLElement;
  /** Takes other entries. */
  reset(rows: Row[]): void;
  render(contents: Contents): void;
  /** The entry that the reader is at. */
  current(id: number | null): void;
  mention(id: number, at: number | null): void;
  /** Moves the focus to an entry; without one, to the tab stop. */
  focus(id?: number | null): void;
  /** The entry after another one or before it; without another one, the first or the last. */
  beside(id: number | null, by: 1 | -1): number | null;
  /** Brings an entry into view within the list. */
  reveal(id: number): void;
}

export function listView(t: PanelHost["t"], language: Language, actions: ListActions): ListView {
  const element = el("div", { class: "list" });
  let views = new Map<number, RowView>();
  let order: number[] = [];
  let stop: number | null = null;
  let at: number | null = null;

  const setStop = (id: number | null) => {
    if (stop !== null) views.get(stop)?.button.setAttribute("tabindex", "-1");
    stop = id !== null && order.includes(id) ? id : (order[0] ?? null);
    if (stop !== null) views.get(stop)?.button.setAttribute("tabindex", "0");
  };
  const focus = (id: number | null | undefined) => {
    setStop(id ?? stop);
    if (stop !== null) views.get(stop)?.button.focus();
  };

  element.addEventListener("keydown", (event) => {
    const id = idOf(event.target);
    if (id === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = order.indexOf(id);
    const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: order.length - 1 }[event.key];
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (to !== undefined) focus(order[Math.min(Math.max(to, 0), order.length - 1)]);
    else if (by !== undefined) actions.step(id, by);
    else return;
    event.preventDefault();
  });
  element.addEventListener("click", (event) => {
    const id = idOf(event.target);
    if (id !== null) actions.jump(id);
  });
  element.addEventListener("focusin", (event) => {
    const id = idOf(event.target);
    if (id === null) return;
    setStop(id);
    actions.focus(id);
  });
  element.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") actions.hover(idOf(event.target));
  });
  element.addEventListener("pointerleave", () => actions.hover(null));

  const place = (rows: Row[], within: number | null): HTMLLIElement[] => rows.flatMap(({ id }) => {
    const view = views.get(id);
    if (!view) return [];
    order.push(id);
    view.date(within);
    return [view.item];
  });

  const sections = ({ rows, order: by, published }: Contents): HTMLElement[] => {
    if (by === "text") return [el("ol", { class: "entries" }, ...place([...rows].sort(inText), null))];
    const { years, vague } = byTime(rows, published);
    const groups = years.map(({ year, rows: ofYear, publishedAfter }) => {
      const items: HTMLElement[] = place(ofYear, year);
      if (publishedAfter !== null) items.splice(publishedAfter, 0, publishedMark(t, published, language, year));
      // An entry that says its year itself needs no heading to say it again.
      const only = ofYear.length === 1 ? ofYear[0] : undefined;
      const solo = only !== undefined && saysYear(only.entry, year);
      const heading = el("h3", { class: solo ? "unseen" : "year" }, formatYear(year, language));
      return el("section", { class: solo ? "group solo" : "group" }, heading, el("ol", { class: "entries" }, ...items));
    });
    if (vague.length > 0) {
      const heading = el("h3", { class: "year shelf" }, t("panelShelf"));
      groups.push(el("section", { class: "group vague" }, heading, el("ol", { class: "entries" }, ...place(vague, null))));
    }
    return groups;
  };

  return {
    element,
    reset(rows) {
      views = new Map(rows.map((row) => [row.id, rowView(row, language, t)]));
      [stop, at] = [null, null];
    },
    render(contents) {
      const active = (element.getRootNode() as ShadowRoot).activeElement;
      const focused = active && element.contains(active) ? idOf(active) : null;
      const from = positions(views);
      order = [];
      element.replaceChildren(...sections(contents));
      setStop(stop ?? at);
      if (focused !== null) focus(order.includes(focused) ? focused : null);
      glide(views, from);
    },
    current(id) {
      if (at !== null) set(views.get(at)?.button ?? element, "aria-current", null);
      at = id;
      const button = id === null ? undefined : views.get(id)?.button;
      if (button) set(button, "aria-current", "true");
    },
    mention(id, place) {
      views.get(id)?.mention(place);
    },
    focus,
    beside(id, by) {
      const place = id === null ? -1 : order.indexOf(id);
      const next = place < 0 ? order.at(by > 0 ? 0 : -1) : order[place + by];
      return next ?? null;
    },
    reveal(id) {
      const item = views.get(id)?.item;
      const scroller = element.parentElement;
      if (!item?.isConnected || !scroller) return;
      // Not scrollIntoView, which would scroll the page as well.
      const [box, frame] = [item.getBoundingClientRect(), scroller.getBoundingClientRect()];
      if (box.top >= frame.top + 48 && box.bottom <= frame.bottom - 8) return;
      const behavior = wantsStillness() ? "instant" : "smooth";
      scroller.scrollBy({ top: box.top - frame.top - frame.height / 3, behavior });
    },
  };
}

function idOf(target: EventTarget | null): number | null {
  const button = target instanceof Element ? target.closest("[data-id]") : null;
  return button ? Number(button.getAttribute("data-id")) : null;
}

/** Where what comes next parts from what has been: the article's own day. */
function publishedMark(t: PanelHost["t"], published: Published | null, language: Language, within: number): HTMLLIElement {
  const day = published ? formatPublished(published.value, "day", language, within) : "";
  return el("li", { class: "published" }, el("span", {}, t("panelPublishedHere", day)));
}

function positions(views: Map<number, RowView>): Map<number, number> {
  const connected = [...views.values()].filter(({ item }) => item.isConnected);
  return new Map(connected.map(({ id, item }) => [id, item.getBoundingClientRect().top]));
}

/** Lets entries glide to their new places, so that the eye can follow one. */
function glide(views: Map<number, RowView>, from: Map<number, number>): void {
  if (wantsStillness()) return;
  for (const { id, item } of views.values()) {
    const before = from.get(id);
    if (before === undefined || !item.isConnected) continue;
    const by = before - item.getBoundingClientRect().top;
    if (Math.abs(by) < 1 || Math.abs(by) > 2000) continue;
    item.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: 260, easing: "cubic-bezier(.2,.7,.2,1)" });
  }
}
