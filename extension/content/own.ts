// What we put into the page ourselves. The walker looks through the wrappers and past the rest, so that a
// page that we have marked reads like the page that it was.

const wrappers = new WeakSet<Node>();
const views = new WeakSet<Node>();
/** Most pages that are walked have nothing of ours: looking up every node would take a tenth of the walk. */
let isTouched = false;

/** A span around text that had no element of its own. */
export function addWrapper(element: HTMLElement): void {
  wrappers.add(element);
  isTouched = true;
}

/** Something that we show: a fold line, a notice. */
export function addView(element: HTMLElement): void {
  views.add(element);
  isTouched = true;
}

export function isWrapper(node: Node): boolean {
  return isTouched && wrappers.has(node);
}

export function isView(node: Node): boolean {
  return isTouched && views.has(node);
}
