// The toolbar's button, as the page tells it to look.
import { askBackground, type ShownState } from "../shared/protocol";
import { ignore } from "./faults";

export class Button {
  private shown = "";

  /** Shows how the page stands, where that is news: drawing the button takes the worker longer than reading a page. */
  show(state: ShownState, removed: number): void {
    const wanted = `${state} ${removed}`;
    if (wanted !== this.shown) {
      this.shown = wanted;
      void askBackground("badge", { state, removed }).catch(ignore);
    }
  }

  /** What is shown next is drawn in any case. */
  forget(): void {
    this.shown = "";
  }
}
