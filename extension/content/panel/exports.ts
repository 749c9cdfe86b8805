// The export menu: copying, and files to save.
import { fileName } from "../../shared/files";
import { el, rootElement } from "./dom";
import type { Language } from "./dates/index";
import { type ExportContext, toCsv, toIcs, toJsonLd, toMarkdown, toText, toTimelineJs } from "./export";
import type { MenuItem } from "./menu";
import type { Entry, PanelHost, Published } from "./types";

export interface ExportActions {
  /** What is to be exported: what the filter leaves. */
  entries(): Entry[];
  published(): Published | null;
  say(text: string): void;
}

const FILES = [
  { key: "panelSaveIcs", build: toIcs, type: "text/calendar", ending: "ics" },
  { key: "panelSaveCsv", build: toCsv, type: "text/csv", ending: "csv" },
  { key: "panelSaveJsonLd", build: toJsonLd, type: "application/ld+json", ending: "jsonld" },
  { key: "panelSaveTimelineJs", build: toTimelineJs, type: "application/json", ending: "json" },
] as const;

export function exportItems(host: PanelHost, language: Language, { entries, published, say }: ExportActions): MenuItem[] {
  const { t } = host;
  const context = (): ExportContext => ({
    title: host.title, url: location.href, published: published(), language, now: new Date().toISOString(), t,
  });
  const copy = async (build: typeof toText) => {
    const chosen = entries();
    const text = build(chosen, context());
    try {
      await (host.copy ? host.copy(chosen, text) : navigator.clipboard.writeText(text));
      say(t("panelCopied", String(chosen.length)));
    } catch {
      say(t("panelCopyFailed"));
    }
  };
  return [
    { label: t("panelCopyText"), run: () => void copy(toText) },
    { label: t("panelCopyMarkdown"), run: () => void copy(toMarkdown) },
    ...FILES.map(({ key, build, type, ending }, at) => ({
      label: t(key),
      parted: at === 0,
      run: () => {
        save(build(entries(), context()), type, `${fileName(host.title, "timeline")}.${ending}`);
        say(t("panelSaved"));
      },
    })),
  ];
}

/** Hands a text to the browser as a file. */
function save(text: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = el("a", { href: url, download: name, hidden: true });
  // Firefox follows only links that stand in the document.
  rootElement().append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
