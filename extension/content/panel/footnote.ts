// What the text says about one entry: how its time follows, and the sentence. It has its own place under the list,
// like a footnote, so that nothing moves or is covered while the pointer goes over the entries.
import { el, set } from "./dom";
import type { Language } from "./dates/index";
import { derive, splitSentence } from "./derivation";
import { icon } from "./icons";
import type { Row } from "./order";
import type { Conflict, Mention, PanelHost } from "./types";

export interface FootnoteActions {
  step(id: number, by: number): void;
  toggleParticipant(name: string): void;
  /** Leads to a sentence that says otherwise. */
  quote(mention: Mention): void;
}

export interface Shown {
  row: Row;
  mention: number;
  /** The participants that are filtered by. */
  chosen: ReadonlySet<string>;
}

export interface FootnoteView {
  element: HTMLElement;
  show(shown: Shown | null): void;
}

export function footnoteView(t: PanelHost["t"], language: Language, actions: FootnoteActions): FootnoteView {
  const why = el("p", { class: "why" });
  const quote = el("blockquote", { class: "sentence", lang: "zh-CN" });
  const otherwise = el("div", { class: "conflicts" });
  const count = el("span", { class: "count", "aria-live": "polite" });
  const previous = el("button", { type: "button", class: "tool small", "aria-label": t("panelPreviousMention"), title: t("panelPreviousMention") }, icon("previous"));
  const next = el("button", { type: "button", class: "tool small", "aria-label": t("panelNextMention"), title: t("panelNextMention") }, icon("next"));
  const steps = el("div", { class: "steps", role: "group", "aria-label": t("panelMentions") }, previous, count, next);
  const people = el("div", { class: "people", role: "group", "aria-label": t("panelParticipants") });
  // Long sentences scroll: the keyboard must reach what scrolls.
  const text = el("div", { class: "text", tabindex: 0, role: "group", "aria-label": t("panelSentence") }, why, quote, otherwise);
  const element = el("section", { class: "footnote", "aria-label": t("panelSource"), hidden: true }, text, el("div", { class: "under" }, people, steps));
  let id = -1;
  let key = "";
  previous.addEventListener("click", () => actions.step(id, -1));
  next.addEventListener("click", () => actions.step(id, 1));
  people.addEventListener("click", (event) => {
    const chip = event.target instanceof Element ? event.target.closest("button") : null;
    if (chip) actions.toggleParticipant(chip.textContent);
  });

  const fill = ({ row, mention: at }: Shown) => {
    const mention = row.entry.mentions[at];
    if (!mention) return;
    const derivation = derive(row.entry, mention, language, t);
    why.replaceChildren(...whyNodes(derivation, t));
    quote.replaceChildren(...quoted(mention));
    otherwise.replaceChildren(...row.entry.conflicts.map((conflict) => conflictNode(conflict, t, actions)));
    text.scrollTop = 0;
    const total = row.entry.mentions.length;
    set(steps, "hidden", total < 2);
    count.textContent = total < 2 ? "" : t("panelMentionOf", String(at + 1), String(total));
    people.replaceChildren(...row.entry.participants.slice(0, 6).map((name) => {
      return el("button", { type: "button", class: "chip", lang: "zh-CN", title: t("panelFilterBy", name) }, name);
    }));
    set(people, "hidden", row.entry.participants.length === 0);
  };

  return {
    element,
    show(shown) {
      set(element, "hidden", shown === null);
      if (!shown) return;
      // Filling anew would take the focus from the button that asked for it.
      const now = `${shown.row.id}:${shown.mention}`;
      if (now !== key || shown.row.id !== id) fill(shown);
      [id, key] = [shown.row.id, now];
      for (const chip of people.children) set(chip, "aria-pressed", shown.chosen.has(chip.textContent) ? "true" : "false");
    },
  };
}

function quoted(mention: Mention): (Node | string)[] {
  const [before, expression, after] = splitSentence(mention);
  return [before, ...(expression ? [el("mark", {}, expression)] : []), after];
}

/** Both sentences, each leading to its place: which is right is for the reader to say. */
function conflictNode({ mentions }: Conflict, t: PanelHost["t"], actions: FootnoteActions): HTMLElement {
  const sentences = mentions.map((mention) => {
    const button = el("button", { type: "button", class: "otherwise sentence", lang: "zh-CN" }, ...quoted(mention));
    button.addEventListener("click", () => actions.quote(mention));
    return el("li", {}, button);
  });
  const label = el("span", { class: "badge conflict" }, t("panelConflict"));
  return el("div", { class: "conflict", role: "group", "aria-label": t("panelConflict") }, label, el("ul", {}, ...sentences));
}

function whyNodes({ expression, value, reasons }: ReturnType<typeof derive>, t: PanelHost["t"]): Node[] {
  const nodes: Node[] = [];
  if (expression) nodes.push(el("span", { class: "expression", lang: "zh-CN" }, expression));
  if (expression && value) nodes.push(el("span", { class: "arrow", "aria-label": t("panelMeans"), role: "img" }, "→"));
  if (value) nodes.push(el("span", { class: "value" }, value));
  if (reasons.length > 0) {
    const words = reasons.flatMap(({ text, chinese }, at) => {
      return [at > 0 ? t("panelReasonLink") : "", el("span", { lang: chinese ? "zh-CN" : null }, text)];
    });
    nodes.push(el("span", { class: "reason" }, ...words));
  }
  return nodes;
}
