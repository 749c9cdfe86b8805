// Pointing at a block: an outline, how much would go, and the way up and down. Everything stands over the page in a
// closed shadow tree; the page is only looked at.
import { t } from "../../shared/text";
import * as dom from "../dom";
import { dressRoot } from "../dress";
import { addView, isView } from "../own";
import { el, rootElement } from "../panel/dom";
import type { Amount } from "./amount";
import { PICKER_CSS } from "./style";

export interface PickerHost {
  amountOf(element: Element): Amount;
  /** What was confirmed, or nothing; the view is gone by then. */
  done(element: Element | null): void;
}

/** From this part of an article on it is asked once more. */
export const MOST = 0.5;

export class PickerView {
  readonly host = el("div", { popover: "manual" });
  private readonly root = this.host.attachShadow({ mode: "closed" });
  private readonly life = new AbortController();
  private readonly catcher = el("div", { class: "catch" });
  private readonly box = el("div", { class: "box" });
  private readonly amount = el("p", { class: "amount", id: "amount", role: "status" });
  private readonly name = el("p", { class: "name", "aria-hidden": "true" });
  private readonly warning = el("p", { class: "warning", role: "alert" });
  private readonly remove = this.button("pickRemove", "main", "⏎", () => this.confirm());
  private readonly up = this.button("pickUp", "", "↑", () => this.go(this.parent()));
  private readonly down = this.button("pickDown", "", "↓", () => this.go(this.child()));
  private readonly card: HTMLElement;
  private readonly before = dom.activeElement(document);
  private target: Element | null = null;
  /** The way down again, where it was gone up. */
  private path: Element[] = [];
  /** Chosen by a click: the pointer no longer chooses by passing by. */
  private held = false;
  private sure = false;
  private at: { x: number; y: number } | null = null;
  private frame = 0;

  constructor(
    private readonly owner: PickerHost,
    first: Element | null,
  ) {
    const cancel = this.button("pickCancel", "", "Esc", () => this.leave(null));
    const buttons = el("div", { class: "buttons" }, this.remove, cancel, el("span", { class: "gap" }), this.up, this.down);
    const language = t("panelLanguage") === "en" ? "en" : "zh-CN";
    const title = el("h2", { id: "title" }, t("pickTitle"));
    this.card = el(
      "div",
      { class: "card", role: "dialog", tabindex: -1, lang: language, "aria-labelledby": "title", "aria-describedby": "amount" },
      ...[title, this.amount, this.name, this.warning, buttons],
    );
    addView(this.host);
    dressRoot(this.root, PICKER_CSS);
    this.root.append(this.catcher, this.box, this.card);
    this.listen();
    this.target = first;
  }

  open(): void {
    rootElement().append(this.host);
    this.host.showPopover();
    this.go(this.target ?? this.elementAt(innerWidth / 2, innerHeight / 2));
    this.card.focus({ preventScroll: true });
  }

  /** Takes it away. */
  destroy(): void {
    this.life.abort();
    cancelAnimationFrame(this.frame);
    this.host.remove();
    if (this.before instanceof HTMLElement && this.before.isConnected) {
      this.before.focus({ preventScroll: true });
    }
  }

  private leave(element: Element | null): void {
    this.destroy();
    this.owner.done(element);
  }

  private listen(): void {
    const { signal } = this.life;
    const { catcher } = this;
    const only = (act: (event: PointerEvent | MouseEvent) => void) => (event: PointerEvent | MouseEvent) => {
      if (event.isTrusted) {
        act(event);
      }
    };
    catcher.addEventListener("pointermove", only(({ clientX, clientY }) => this.pass(clientX, clientY)), { signal });
    catcher.addEventListener("click", only(({ clientX, clientY }) => this.hold(clientX, clientY)), { signal });
    catcher.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    // Before the page has the key: it may have a use of its own for it.
    addEventListener("keydown", (event) => this.pressed(event), { signal, capture: true });
    for (const type of ["scroll", "resize"]) {
      addEventListener(type, () => this.soon(), { signal, capture: true, passive: true });
    }
    for (const type of ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "keyup", "keypress"]) {
      this.root.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  private pass(x: number, y: number): void {
    // A page that scrolls below a pointer that rests has not been pointed at.
    if (this.held || (this.at?.x === x && this.at.y === y)) {
      return;
    }
    this.at = { x, y };
    this.go(this.elementAt(x, y));
  }

  private hold(x: number, y: number): void {
    const element = this.elementAt(x, y);
    this.held = true;
    this.go(element);
    this.card.focus({ preventScroll: true });
  }

  private pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const act = this.actionOf(event.key);
    if (act !== null) {
      event.preventDefault();
      event.stopImmediatePropagation();
      act();
    }
  }

  private actionOf(key: string): (() => void) | null {
    switch (key) {
      case "Escape":
        return () => this.leave(null);
      case "ArrowUp":
        return () => this.step(this.parent());
      case "ArrowDown":
        return () => this.step(this.child());
      case "ArrowLeft":
        return () => this.step(this.beside(dom.previousSibling));
      case "ArrowRight":
        return () => this.step(this.beside(dom.nextSibling));
      case "Enter":
        // On a button it means the button.
        return this.root.activeElement instanceof HTMLButtonElement ? null : () => this.confirm();
      default:
        return null;
    }
  }

  /** By key: the pointer that rests somewhere no longer counts, and what is chosen is to be seen. */
  private step(element: Element | null): void {
    this.held = true;
    this.go(element);
    const { top, bottom } = dom.boxOf(this.target ?? this.box);
    if (bottom < 0 || top > innerHeight) {
      this.target?.scrollIntoView({ block: "center", behavior: "instant" });
    }
  }

  private go(element: Element | null): void {
    if (element === null) {
      return;
    }
    const isUp = this.target !== null && dom.parentNode(this.target) === element;
    if (isUp && this.target !== null) {
      this.path.push(this.target);
    } else if (this.path.at(-1) === element) {
      this.path.pop();
    } else {
      this.path = [];
    }
    this.target = element;
    this.sure = false;
    this.draw();
  }

  private confirm(): void {
    if (this.target === null) {
      return;
    }
    const { share } = this.owner.amountOf(this.target);
    if (share >= MOST && !this.sure) {
      this.sure = true;
      this.warning.textContent = t("pickSure", percent(share));
      this.label(this.remove, "pickRemoveSure", "⏎");
      this.box.classList.add("sure");
      return;
    }
    this.leave(this.target);
  }

  private draw(): void {
    const { target } = this;
    if (target === null) {
      return;
    }
    const { letters, pictures, share, prose } = this.owner.amountOf(target);
    const parts = [
      t("pickLetters", letters.toLocaleString(chrome.i18n.getUILanguage())),
      ...(pictures > 0 ? [t("pickPictures", String(pictures))] : []),
      ...(prose ? [t("pickShare", percent(share))] : []),
    ];
    this.amount.textContent = parts.join(" · ");
    this.name.textContent = nameOf(target);
    this.warning.textContent = "";
    this.label(this.remove, "pickRemove", "⏎");
    this.box.classList.remove("sure");
    this.up.disabled = this.parent() === null;
    this.down.disabled = this.child() === null;
    this.place();
  }

  private place(): void {
    if (this.target === null) {
      return;
    }
    const { left, top, width, height } = dom.boxOf(this.target);
    Object.assign(this.box.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
    // Where the two would meet, the card gives way, as far as there is room for it elsewhere.
    const room = this.card.offsetHeight + 32;
    this.card.classList.toggle("above", top + height > innerHeight - room && top > room);
  }

  private soon(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.place();
    });
  }

  private elementAt(x: number, y: number): Element | null {
    return dom.elementsAt(x, y).find((element) => this.isChoice(element)) ?? null;
  }

  /** The page itself cannot be chosen, nor what is ours. */
  private isChoice(node: Node | null): node is Element {
    const isPart = node !== null && dom.isElement(node) && !isView(node) && !["html", "body"].includes(dom.localName(node));
    return isPart && dom.contains(dom.body(document), node) && !isInDrawing(node);
  }

  private parent(): Element | null {
    const node = this.target === null ? null : dom.parentNode(this.target);
    return this.isChoice(node) ? node : null;
  }

  private child(): Element | null {
    const last = this.path.at(-1);
    if (last?.isConnected === true) {
      return last;
    }
    return this.target === null ? null : this.seen(dom.firstChild(this.target), dom.nextSibling);
  }

  private beside(next: (of: Node) => Node | null): Element | null {
    return this.target === null ? null : this.seen(next(this.target), next);
  }

  /** The first of some siblings that has a place of its own to be seen at. */
  private seen(from: Node | null, next: (of: Node) => Node | null): Element | null {
    for (let node = from; node !== null; node = next(node)) {
      if (this.isChoice(node) && dom.boxOf(node).height > 0) {
        return node;
      }
    }
    return null;
  }

  private button(key: string, kind: string, mark: string, act: () => void): HTMLButtonElement {
    const element = el("button", { type: "button", class: kind });
    this.label(element, key, mark);
    element.addEventListener("click", (event) => {
      if (event.isTrusted) {
        act();
      }
    });
    return element;
  }

  private label(button: HTMLButtonElement, key: string, mark: string): void {
    button.replaceChildren(t(key), el("kbd", { "aria-hidden": "true" }, mark));
  }
}

/** A drawing is one thing, whatever it is drawn with. */
function isInDrawing(element: Element): boolean {
  return element instanceof SVGElement && dom.localName(element) !== "svg";
}

function percent(share: number): string {
  const hundredths = Math.round(share * 100);
  return hundredths === 0 && share > 0 ? "<1%" : `${hundredths}%`;
}

/** What an element is called in its page, for those who know their way. */
function nameOf(element: Element): string {
  const id = dom.getAttribute(element, "id") ?? "";
  const classes = (dom.getAttribute(element, "class") ?? "").split(/\s+/).filter((name) => name !== "");
  return [dom.localName(element), id === "" ? "" : `#${id}`, ...classes.map((name) => `.${name}`)].join("").slice(0, 120);
}
