// One line in the place of what is likely no part of the article. It opens.
import { t } from "../shared/text";
import * as dom from "./dom";
import { dressRoot } from "./dress";
import type { Wanted } from "./marks";
import { addView } from "./own";

interface Fold {
  host: HTMLElement;
  elements: Element[];
  open: boolean;
}

interface Part {
  wanted: Wanted;
  elements: Element[];
}

/** A line in these would break the page's own layout; what stands there stays in sight. */
const CLOSED_PARENTS = new Set(["table", "thead", "tbody", "tfoot", "tr", "select", "ul", "ol", "dl"]);

const STYLE = `
:host { display: block !important; }
/* The colour is the page's own, so that the line is as readable as the text around it. */
button {
  all: unset; box-sizing: border-box; display: block; width: 100%; margin: 12px 0; padding: 6px 12px;
  font: 13px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  color: inherit; opacity: 0.72; border: 1px dashed currentcolor; border-radius: 6px; cursor: pointer;
}
button:hover { opacity: 1; }
button:focus-visible { opacity: 1; outline: 2px solid currentcolor; outline-offset: 2px; }
button::before { content: "▸"; display: inline-block; width: 1.2em; }
button[aria-expanded="true"]::before { content: "▾"; }
`;

export class Folds {
  private folds: Fold[] = [];

  constructor(private readonly turn: (elements: Element[], open: boolean) => void) {}

  /** Shows a line for every run of parts with nothing between them; gives the elements that stay in sight. */
  show(parts: Part[], apart: (before: Wanted, after: Wanted) => boolean): Element[] {
    const before = this.folds.splice(0);
    const shown: Element[] = [];
    for (const run of runs(parts, apart)) {
      const elements = run.flatMap((part) => part.elements);
      const labels = [...new Set(run.map((part) => t(`category_${part.wanted.category}`)))];
      const fold = takeSame(before, elements) ?? this.begin(elements, labels);
      if (fold !== null) {
        this.folds.push(fold);
      }
      if (fold?.open !== false) {
        shown.push(...elements);
      }
    }
    before.forEach(remove);
    return shown;
  }

  /** Takes the lines away. */
  clear(): void {
    this.folds.splice(0).forEach(remove);
  }

  /** A new line before the first element, where a line may stand. */
  private begin(elements: Element[], labels: string[]): Fold | null {
    const first = elements[0];
    const parent = first === undefined ? null : dom.parentNode(first);
    if (first === undefined || parent === null || !dom.isElement(parent) || CLOSED_PARENTS.has(dom.localName(parent))) {
      return null;
    }
    const fold: Fold = { host: dom.createElement("div"), elements, open: false };
    addView(fold.host);
    this.draw(fold, labels);
    dom.insertBefore(parent, fold.host, first);
    return fold;
  }

  private draw(fold: Fold, labels: string[]): void {
    const root = fold.host.attachShadow({ mode: "open" });
    const button = dom.createElement("button");
    const say = (): void => {
      button.textContent = t(fold.open ? "foldLineOpen" : "foldLine", labels.join("、"));
      button.setAttribute("aria-expanded", String(fold.open));
    };
    say();
    button.addEventListener("click", (event) => {
      if (event.isTrusted) {
        fold.open = !fold.open;
        say();
        this.turn(fold.elements, fold.open);
      }
    });
    dressRoot(root, STYLE);
    root.append(button);
  }
}

/** Takes the fold of exactly these elements out of a list, where its line still stands. */
function takeSame(folds: Fold[], elements: Element[]): Fold | null {
  const at = folds.findIndex(
    (fold) =>
      fold.elements.length === elements.length &&
      fold.elements.every((element, index) => element === elements[index]) &&
      dom.nextSibling(fold.host) === elements[0],
  );
  return at < 0 ? null : (folds.splice(at, 1)[0] ?? null);
}

function remove({ host }: Fold): void {
  const parent = dom.parentNode(host);
  if (parent !== null) {
    dom.removeChild(parent, host);
  }
}

function runs(parts: Part[], apart: (before: Wanted, after: Wanted) => boolean): Part[][] {
  const found: Part[][] = [];
  for (const part of parts) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run === undefined || last === undefined || apart(last.wanted, part.wanted)) {
      found.push([part]);
    } else {
      run.push(part);
    }
  }
  return found;
}
