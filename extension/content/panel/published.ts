// The line that says when the article was published, and lets the reader say it better: all relative times hang on it.
import { el, set } from "./dom";
import { type Language, formatPublished } from "./dates/index";
import { isoDay, pad, parseIso } from "./dates/calendar";
import type { PanelHost, Published } from "./types";

export interface PublishedLine {
  element: HTMLElement;
  show(published: Published | null): void;
}

export function publishedLine(t: PanelHost["t"], language: Language, correct: ((value: string) => void) | undefined): PublishedLine {
  const words = el("span", {});
  const element = el("div", { class: "published-on" }, words);
  const input = el("input", { type: "datetime-local", required: true, "aria-label": t("panelPublishedTime") });
  if (correct) element.append(...corrector(t, input, correct));
  return {
    element,
    show(published) {
      words.textContent = published
        ? t("panelPublishedOn", formatPublished(published.value, published.precision, language))
        : t("panelUnpublished");
      const at = published ? parseIso(published.value) : null;
      if (at && at.year > 0) input.value = `${isoDay(at)}T${pad(at.hour)}:${pad(at.minute)}`;
    },
  };
}

function corrector(t: PanelHost["t"], input: HTMLInputElement, correct: (value: string) => void): HTMLElement[] {
  const edit = el("button", { type: "button", class: "link", "aria-expanded": "false" }, t("panelCorrect"));
  const cancel = el("button", { type: "button" }, t("panelCancel"));
  const form = el("form", { hidden: true }, input, el("button", { type: "submit" }, t("panelApply")), cancel);
  const turn = (opened: boolean) => {
    set(form, "hidden", !opened);
    set(edit, "aria-expanded", opened ? "true" : "false");
    (opened ? input : edit).focus();
  };
  edit.addEventListener("click", () => turn(form.hasAttribute("hidden")));
  cancel.addEventListener("click", () => turn(false));
  form.addEventListener("submit", (event) => {
    // Without this the page would be left for the form's own address.
    event.preventDefault();
    turn(false);
    correct(input.value);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    turn(false);
  });
  return [edit, form];
}
