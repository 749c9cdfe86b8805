// A button with a menu under it.
import { el, set } from "./dom";

export interface MenuItem {
  label: string;
  run(): void;
  /** A line above it parts it from what comes before. */
  parted?: boolean;
}

export interface Menu {
  element: HTMLElement;
  button: HTMLButtonElement;
  close(): void;
}

export function menu(button: HTMLButtonElement, label: string, items: MenuItem[]): Menu {
  const buttons = items.map(({ label: name, parted }) => {
    return el("button", { type: "button", role: "menuitem", tabindex: -1, class: parted ? "parted" : null }, name);
  });
  const list = el("div", { class: "menu", role: "menu", "aria-label": label, hidden: true }, ...buttons);
  const element = el("div", { class: "menu-anchor" }, button, list);
  set(button, "aria-haspopup", "menu");
  set(button, "aria-expanded", "false");

  const close = () => {
    set(list, "hidden", true);
    set(button, "aria-expanded", "false");
  };
  const open = (at: number) => {
    set(list, "hidden", false);
    set(button, "aria-expanded", "true");
    buttons.at(at)?.focus();
  };
  button.addEventListener("click", () => (list.hasAttribute("hidden") ? open(0) : close()));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  list.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((item) => item === event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) buttons.at(to % buttons.length)?.focus();
    else if (event.key === "Escape") {
      close();
      button.focus();
    } else return;
    event.preventDefault();
    // Escape closes the menu only, not the panel around it.
    event.stopPropagation();
  });
  list.addEventListener("click", (event) => {
    const at = buttons.findIndex((item) => item === event.target);
    if (at < 0) return;
    close();
    button.focus();
    items[at]?.run();
  });
  element.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node) || !element.contains(event.relatedTarget)) close();
  });
  return { element, button, close };
}
