// A line that says what was done, and goes by itself.
import * as dom from "./dom";
import { dressRoot } from "./dress";
import { addView } from "./own";

const SHOWN_FOR = 2600;

/** How long the empty line stands before its words come, in milliseconds. */
const BREATH = 80;

const STYLE = `
:host { all: initial; position: fixed; inset: auto 0 28px; z-index: 2147483647; display: flex; justify-content: center; pointer-events: none; }
p {
  all: unset; box-sizing: border-box; max-width: min(480px, calc(100vw - 32px)); padding: 9px 16px; border-radius: 8px;
  font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: #f4f6f5; background: #23302b; box-shadow: 0 4px 18px rgb(0 0 0 / 28%);
  overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
}
p:empty { visibility: hidden; }
@media (prefers-color-scheme: dark) { p { color: #1b211e; background: #dfe7e3; } }
`;

let shown: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

let elsewhere: ((text: string) => void) | null = null;

/** Says lines elsewhere: in what covers the page. */
export function toastThrough(say: ((text: string) => void) | null): void {
  elsewhere = say;
}

/** Shows a line, in the place of the one before. */
export function toast(text: string): void {
  if (elsewhere !== null) {
    elsewhere(text);
    return;
  }
  hideToast();
  const host = dom.createElement("div");
  addView(host);
  const root = host.attachShadow({ mode: "open" });
  dressRoot(root, STYLE);
  const line = dom.createElement("p");
  line.setAttribute("role", "status");
  line.setAttribute("aria-live", "polite");
  root.append(line);
  dom.insertBefore(dom.documentElement(document), host, null);
  shown = host;
  // What is there with its words is not read out: they come into a place that is there already.
  timer = setTimeout(() => {
    line.textContent = text;
    timer = setTimeout(hideToast, SHOWN_FOR);
  }, BREATH);
}

/** Takes the line away. */
export function hideToast(): void {
  clearTimeout(timer);
  const parent = shown === undefined ? null : dom.parentNode(shown);
  if (shown !== undefined && parent !== null) {
    dom.removeChild(parent, shown);
  }
  shown = undefined;
}
