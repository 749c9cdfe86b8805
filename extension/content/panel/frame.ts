// The element that the page gets, and the shadow tree in it.
import { dressRoot } from "../dress";
import { el, rootElement, set } from "./dom";
import { type Layout, type Mode, layoutFor } from "./layout";
import { PANEL_CSS } from "./style/index";

export interface Frame {
  root: ShadowRoot;
  aside: HTMLElement;
  /** Looks at the room beside the text. */
  layout(wanted: number | null): Layout;
  apply(layout: Layout, open: boolean): void;
  /** How much of the window's bottom the open panel covers. */
  hidden(): number;
  destroy(): void;
}

export function frame(article: () => Element | null, lang: string, parent: Node = rootElement()): Frame {
  const host = el("div");
  const root = host.attachShadow({ mode: "open" });
  dressRoot(root, PANEL_CSS);
  const aside = el("aside", { class: "panel", "aria-labelledby": "title", lang });
  root.append(aside);
  keepToItself(root);
  // Behind <body>, where no script of the page looks for content.
  parent.appendChild(host);
  let mode: Mode = "beside";

  return {
    root,
    aside,
    layout(wanted) {
      const { clientWidth: width, clientHeight: height } = rootElement();
      const box = article()?.getBoundingClientRect();
      const known = box && box.width > 0 ? { left: box.left, right: box.right } : null;
      // In quirks mode the root's height is that of its content.
      return layoutFor({ window: { width: width || innerWidth, height: Math.min(height, innerHeight) }, article: known, wanted });
    },
    apply(layout, open) {
      mode = layout.mode;
      set(aside, "data-mode", layout.mode);
      set(aside, "hidden", !open);
      for (const strip of root.querySelectorAll(".strip")) {
        set(strip, "data-place", layout.strip ? "margin" : "corner");
        set(strip, "hidden", open);
      }
      aside.style.setProperty("--width", `${layout.width}px`);
    },
    hidden() {
      return mode === "sheet" && !aside.hasAttribute("hidden") ? aside.getBoundingClientRect().height : 0;
    },
    destroy() {
      host.remove();
    },
  };
}

/** Keys and clicks meant for the panel must not reach the page's shortcuts or its "click outside". */
function keepToItself(root: ShadowRoot): void {
  for (const type of ["keydown", "keyup", "keypress", "click", "pointerdown", "pointerup", "mousedown", "mouseup", "touchstart"]) {
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
}
