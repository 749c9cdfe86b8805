// Links to a sentence by text fragment.

/** Beyond this length a link names only the sentence's ends. */
const WHOLE = 36;
/** An end shorter than this stands too often on a page. */
const SHORT = 6;

/** The page's address with a text fragment for a sentence. */
export function fragmentLink(url: string, sentence: string): string {
  const base = url.split("#")[0] ?? url;
  const text = sentence.trim();
  return text ? `${base}#:~:text=${directive(text)}` : base;
}

/** Browsers match whole words, and in Chinese only they know where those end: ends are cut at punctuation. */
function directive(text: string): string {
  if (text.length <= WHOLE) return encode(text);
  const marks = [...text.matchAll(/[，。；：！？,;!?]+[”’」』）]?/gu)].map((mark) => ({ from: mark.index, to: mark.index + mark[0].length }));
  const head = marks.find(({ from }) => from >= SHORT);
  const inner = marks.filter(({ to }) => to < text.length);
  const tail = inner.findLast(({ to }) => text.length - to > SHORT);
  if (!head || !tail || tail.to <= head.from) return encode(text);
  return `${encode(text.slice(0, head.from))},${encode(text.slice(tail.to))}`;
}

/** `-`, `,` and `&` are syntax in a text directive. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[-!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
