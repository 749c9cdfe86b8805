// The harness's content script: mounts the real panel on the page, with made entries and the real messages.
import { type Panel, type PanelState, mountPanel } from "../../../extension/content/panel/index";
import { entriesOf } from "./entries";
import messages from "../../../extension/content/panel/messages.json";

const table: Record<string, { zh_CN: string; en: string }> = messages;
const wanted = new URLSearchParams(location.search);
const locale = wanted.get("lang") === "en" ? "en" : "zh_CN";
const article = document.querySelector("#article") as HTMLElement;
const elements = [...article.querySelectorAll("p:not(.meta, .end)")];
const paragraphs = elements.map((element) => element.textContent);
const few = Number(wanted.get("few") ?? "0");

let state: PanelState = { collapsed: null, width: null, order: "time" };
let panel: Panel | null = null;

function mount(): void {
  const all = entriesOf(paragraphs);
  panel = mountPanel({
    entries: few > 0 ? all.slice(-few) : all,
    title: document.querySelector("h1")?.textContent ?? "",
    published: { value: "2025-11-12T09:30+08:00", precision: "minute", from: "shown" },
    rangeOf: ({ paragraph, start, end }) => {
      const text = elements[paragraph]?.firstChild;
      if (!text) return null;
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, end);
      return range;
    },
    articleElement: () => article,
    state,
    ...(wanted.has("correct")
      ? { correctPublished: (value: string) => panel?.update(all, { value, precision: "minute", from: "given" }) }
      : {}),
    saveState: (next) => {
      state = next;
      report("state", next);
    },
    t: (key, ...substitutions) => {
      const message = table[key];
      if (!message) throw new Error(`no message: ${key}`);
      return message[locale].replace(/\$(\d)/g, (_, at: string) => substitutions[Number(at) - 1] ?? "");
    },
  });
}

function report(name: string, value: unknown): void {
  // The tests look from the page's side: attributes are what both worlds see.
  article.setAttribute(`data-${name}`, JSON.stringify(value));
}

mount();
addEventListener("harness", (event) => {
  const what: unknown = event instanceof CustomEvent ? event.detail : null;
  if (what === "destroy") panel?.destroy();
  if (what === "mount") mount();
  if (what === "open") panel?.open();
  if (what === "collapse") panel?.collapse();
  if (what === "update") panel?.update(entriesOf(paragraphs).slice(0, 5));
  report("open", panel?.isOpen ?? false);
});
