// Which paragraphs are headings, and of what level below the title.
import type { Paragraph } from "engine";

/** A bold line of at most so many letters, without the end of a sentence, heads what follows. */
const SHORT = 32;

export function isSubhead({ kind, bold, text, pictures }: Paragraph): boolean {
  const count = text.replaceAll(/\s/g, "").length;
  return kind === "paragraph" && bold && pictures.length === 0 && count >= 2 && count <= SHORT && !/[。；，、…：:,;]["”’」』]?$/.test(text);
}

/** For every paragraph its level as a heading, 2 to 4, or 0. No level is left out on the way down. */
export function headings(paragraphs: Paragraph[]): number[] {
  const given = paragraphs.map((paragraph, at) => {
    if (paragraph.folded) {
      return 0;
    }
    if (paragraph.kind === "heading") {
      return paragraph.level ?? 2;
    }
    // A bold line heads something only where something follows.
    const next = paragraphs.slice(at + 1, at + 3).some(({ text, folded }) => text !== "" && !folded);
    return isSubhead(paragraph) && next ? 7 : 0;
  });
  const levels = [...new Set(given.filter((level) => level > 0))].sort((one, other) => one - other);
  let before = 1;
  return given.map((level) => {
    if (level === 0) {
      return 0;
    }
    before = Math.min(levels.indexOf(level) + 2, before + 1, 4);
    return before;
  });
}
