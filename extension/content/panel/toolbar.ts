// The head of the panel: what it is, and what can be done with it.
import { el, set } from "./dom";
import { icon } from "./icons";
import { type Menu, type MenuItem, menu } from "./menu";
import type { Order, PanelHost } from "./types";

export interface ToolbarActions {
  order(order: Order): void;
  collapse(): void;
}

export interface Toolbar {
  element: HTMLElement;
  /** How many entries are shown, of how many, and over which years. */
  summary(text: string): void;
  filtering(count: number): void;
  /** Shows or hides the button for filters. */
  filterable(useful: boolean): void;
  menu: Menu;
}

export interface ToolbarParts {
  t: PanelHost["t"];
  order: Order;
  published: HTMLElement;
  filters: HTMLElement;
  exports: MenuItem[];
}

export function toolbar({ t, order, published, filters, exports }: ToolbarParts, actions: ToolbarActions): Toolbar {
  const summary = el("p", { class: "summary" });
  const share = tool("share", t("panelExport"));
  const menuOf = menu(share, t("panelExport"), exports);
  const collapse = tool("collapse", t("panelCollapse"));
  collapse.classList.add("collapse");
  collapse.addEventListener("click", actions.collapse);

  const count = el("span", { class: "number", hidden: true });
  const filter = el("button", { type: "button", class: "filter", "aria-expanded": "false", "aria-controls": "filters" }, icon("filter"), t("panelFilter"), count);
  filter.addEventListener("click", () => {
    const opened = filters.hasAttribute("hidden");
    set(filters, "hidden", !opened);
    set(filter, "aria-expanded", opened ? "true" : "false");
  });

  const element = el(
    "header",
    {},
    el(
      "div",
      { class: "head" },
      el("div", { class: "titles" }, el("h2", { id: "title", tabindex: -1 }, t("panelTitle")), summary),
      el("div", { class: "tools" }, menuOf.element, collapse),
    ),
    published,
    el("div", { class: "controls" }, orderSwitch(t, order, actions.order), filter),
  );
  return {
    element,
    menu: menuOf,
    summary(text) {
      summary.textContent = text;
    },
    filtering(active) {
      count.textContent = active > 0 ? String(active) : "";
      set(count, "hidden", active === 0);
    },
    filterable(useful) {
      set(filter, "hidden", !useful);
    },
  };
}

function tool(name: Parameters<typeof icon>[0], label: string): HTMLButtonElement {
  return el("button", { type: "button", class: "tool", "aria-label": label, title: label }, icon(name));
}

/** Native radio buttons: one tab stop and arrow keys come with them. */
function orderSwitch(t: PanelHost["t"], chosen: Order, onOrder: (order: Order) => void): HTMLElement {
  const choice = (order: Order, label: string) => {
    const input = el("input", { type: "radio", name: "order", value: order });
    input.checked = order === chosen;
    input.addEventListener("change", () => onOrder(order));
    return el("label", {}, input, el("span", {}, label));
  };
  return el(
    "div",
    { class: "switch", role: "radiogroup", "aria-label": t("panelOrder") },
    choice("time", t("panelByTime")),
    choice("text", t("panelByText")),
  );
}
