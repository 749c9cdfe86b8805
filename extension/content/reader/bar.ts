// The bar above the text: the way back, the outline, the looks, and "not on this site".
import type { ReaderState } from "../../shared/reading";
import { t } from "../../shared/text";
import { el } from "../panel/dom";
import type { Heading } from "./body";
import { looks, outline, type Looks, type Menu, type Outline } from "./menus";

export interface BarActions {
  leave(): void;
  /** Leaves, and does not come again by itself on this site; `null` where it does not come by itself. */
  never: (() => void) | null;
  go(heading: Heading): void;
  change(part: Partial<ReaderState>): void;
}

export interface Bar {
  element: HTMLElement;
  outline: Outline;
  looks: Looks;
  /** Closes a menu that is open; says whether one was. */
  closeMenu(): boolean;
}

export function bar(state: ReaderState, actions: BarActions): Bar {
  const back = button(t("readerLeave"), actions.leave);
  back.append(el("kbd", { "aria-hidden": "true" }, "Esc"));
  const { never } = actions;
  const outlineOf = outline(actions.go);
  const looksOf = looks(state, actions.change);
  const menus: Menu[] = [outlineOf, looksOf];
  const element = el(
    "div",
    { class: "bar", role: "toolbar", "aria-label": t("readerBar") },
    back,
    el("span", { class: "gap" }),
    never === null ? null : button(t("readerNever"), never),
    outlineOf.element,
    looksOf.element,
  );
  return {
    element,
    outline: outlineOf,
    looks: looksOf,
    closeMenu() {
      const open = menus.find((menu) => menu.isOpen());
      open?.close();
      return open !== undefined;
    },
  };
}

/** A page's script may click it too; only a person is heard. */
function button(label: string, act: () => void): HTMLButtonElement {
  const element = el("button", { type: "button" }, label);
  element.addEventListener("click", (event) => {
    if (event.isTrusted) {
      act();
    }
  });
  return element;
}
