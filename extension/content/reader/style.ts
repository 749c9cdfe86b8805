// How the reader mode looks: Chinese set for long reading, in four themes, and on paper.
import { DARK, FORCED, LIGHT } from "../panel/style/palette";

const SEPIA = `
  --paper: #f5ecda; --raised: #fbf4e4; --thumb: #fffaee; --wash: #ebe0c9; --rule: #dccfb4; --edge: #857a63; --ink: #3f3426;
  --quiet: #695c46; --accent: #7a4a12; --accent-wash: #eadcbd; --on-accent: #fff8ea; --planned: #3b5288; --reported: #6f4e0c;
  --denied: #96301f; --recurring: #624080; --mark: #f3cf74;
`;

/** The panel has a palette of its own; in the reader mode it takes the reader's. */
const NAMES = [...new Set(LIGHT.match(/--[a-z-]+(?=:)/g))];
const INHERITED = NAMES.map((name) => `${name}: inherit;`).join(" ");

const FACES = `
  --song: "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", STSong, NSimSun, SimSun, serif;
  --hei: var(--sans);
  --mono: ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace;
  --kai: "Kaiti SC", STKaiti, "LXGW WenKai", KaiTi, "AR PL UKai CN", "TW-Kai", serif;
`;

const FRAME = `
:host { all: initial !important; }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
dialog {
  ${LIGHT} ${FACES}
  position: fixed; inset: 0; width: auto; height: auto; max-width: none; max-height: none;
  margin: 0; padding: 0; border: 0; overflow: hidden;
  color: var(--ink); background: var(--paper); color-scheme: light;
  font: 400 16px/1.6 var(--sans); -webkit-text-size-adjust: none; text-size-adjust: none;
}
dialog::backdrop { background: transparent; }
dialog[data-theme=sepia] { ${SEPIA} }
dialog[data-theme=dark] { ${DARK} color-scheme: dark; }
@media (prefers-color-scheme: dark) { dialog[data-theme=auto] { ${DARK} color-scheme: dark; } }
@media (forced-colors: active) { dialog[data-theme] { ${FORCED} color-scheme: light dark; } }
.beside > div { ${INHERITED} }
button, input { font: inherit; color: inherit; }
button { background: none; border: 0; cursor: pointer; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
/* It is all of the window: a ring around it would only be in the way. */
.scroller:focus-visible { outline: none; }
.scroller {
  height: 100%; overflow: hidden auto; overscroll-behavior: contain; scrollbar-gutter: stable;
  scrollbar-width: thin; scrollbar-color: var(--edge) transparent;
}
/* A little more than fits: the wheel stays in here, also over a short article. */
.page { min-height: calc(100% + 1px); padding: 0 20px; }
.progress {
  position: fixed; inset: 0 0 auto 0; height: 3px; z-index: 3; background: var(--accent);
  transform: scaleX(var(--read, 0)); transform-origin: 0 50%;
}
@media (forced-colors: active) { .progress { background: Highlight; forced-color-adjust: none; } }
`;

const BAR = `
.bar {
  position: sticky; top: 0; z-index: 2; display: flex; align-items: center; gap: 4px; min-height: 48px;
  /* As wide as the text: what stands in the margin does not cover it. The words of the buttons stand above its edges. */
  margin: 0 max(-10px, calc((100% - max(var(--measure) * var(--size), 24em) - 20px) / 2));
  background: var(--paper); color: var(--quiet); font-size: 14px;
}
.bar .gap { flex: 1; }
.bar > button, .menu-of > button {
  min-height: 32px; min-width: 32px; padding: 4px 10px; border-radius: 7px; white-space: nowrap;
}
.bar button:hover, .bar button[aria-expanded=true] { color: var(--ink); background: var(--wash); }
.bar kbd { font: inherit; font-size: 12px; margin-inline-start: .5em; padding: 0 .4em; border: 1px solid var(--rule); border-radius: 4px; }
.menu-of { position: relative; }
.menu {
  position: absolute; top: calc(100% + 4px); inset-inline-end: 0; width: max-content; max-width: min(340px, calc(100vw - 32px));
  max-height: calc(100vh - 72px); overflow: auto; padding: 14px 16px; border: 1px solid var(--rule); border-radius: 12px;
  color: var(--ink); background: var(--raised); box-shadow: var(--shadow);
}
.menu ol { margin: 0; padding: 0; list-style: none; }
.menu ol button { display: block; width: 100%; padding: 6px 8px; border-radius: 6px; text-align: start; line-height: 1.5; white-space: normal; }
.menu ol button[data-level="3"] { padding-inline-start: 24px; font-size: 13px; }
.menu ol button[data-level="4"] { padding-inline-start: 40px; font-size: 13px; }
.menu ol button[aria-current] { color: var(--accent); font-weight: 600; }
fieldset { display: flex; align-items: center; gap: 6px; min-width: 0; margin: 0; padding: 0; border: 0; }
fieldset + fieldset { margin-top: 10px; }
legend { float: left; width: 3.6em; padding: 0; color: var(--quiet); }
.choice { position: relative; flex: 1; }
.choice input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.choice span {
  display: block; padding: 4px 9px; border: 1px solid var(--rule); border-radius: 7px; text-align: center; white-space: nowrap;
}
.choice input:checked + span { border-color: var(--accent); color: var(--accent); background: var(--accent-wash); font-weight: 600; }
.choice input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { .choice input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; } }
.steps button { flex: 1; min-height: 32px; border: 1px solid var(--rule); border-radius: 7px; }
.steps output { min-width: 3em; text-align: center; font-variant-numeric: tabular-nums; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.said {
  position: fixed; inset: auto 0 28px; z-index: 4; width: max-content; max-width: calc(100vw - 32px); margin: 0 auto; padding: 8px 16px;
  border-radius: 8px; font-size: 14px; color: var(--paper); background: var(--ink); pointer-events: none;
}
.said:empty { visibility: hidden; }
@media (max-width: 560px) { .bar kbd, .bar .wordy { display: none; } }
`;

const TEXT = `
article {
  font-family: var(--song); font-size: var(--size); line-height: 1.75; width: min(calc(var(--measure) * 1em), 100%);
  margin: 0 auto; padding: 1.2em 0 4em;
  line-break: strict; overflow-wrap: anywhere; text-autospace: no-autospace; text-spacing-trim: trim-start;
  font-variant-east-asian: normal; text-align: justify; hanging-punctuation: allow-end;
}
dialog[data-face=hei] article { font-family: var(--hei); }
dialog[data-face=kai] article { font-family: var(--kai); }
dialog[data-spacing=tight] article { text-autospace: normal; }
h1, h2, h3, h4 { text-align: start; text-wrap: balance; line-height: 1.4; font-weight: 700; scroll-margin-top: 64px; }
h1 { margin: 0; font-size: 1.6em; }
h2 { margin: 2em 0 .8em; font-size: 1.25em; }
h3 { margin: 1.7em 0 .7em; font-size: 1.1em; }
h4 { margin: 1.5em 0 .6em; font-size: 1em; }
.about { margin: .9em 0 2em; font: 14px/1.7 var(--sans); color: var(--quiet); text-align: start; }
.about span { display: inline-block; }
.about span:not(:last-child)::after { content: "·"; margin: 0 .5em; }
p { margin: 0 0 1em; }
.strong, strong { font-weight: 700; }
/* Chinese is not slanted: what stands out in it has a dot under every letter. */
em.han { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
code { font: .88em/1.4 var(--mono); padding: .1em .3em; background: var(--wash); border-radius: 4px; text-autospace: no-autospace; }
pre code { font: inherit; padding: 0; background: none; }
sub, sup { font-size: .7em; line-height: 0; }
.lines { text-align: start; }
a { color: var(--accent); text-decoration: underline 1px; text-underline-offset: .22em; }
/* An address breaks anywhere: the line before it is not pulled apart. */
.address { word-break: break-all; }
p:has(.address) { text-align: start; }
blockquote { margin: 1.2em 0; padding: 0 0 0 1.1em; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
blockquote p:last-child, li > p:last-child, td > p:last-child, th > p:last-child { margin-bottom: 0; }
ol, ul { margin: 0 0 1em; padding-inline-start: 1.8em; }
li { margin-bottom: .35em; }
article ol { list-style-type: decimal; }
pre {
  margin: 1.2em 0; padding: .9em 1.1em; overflow: auto; background: var(--wash); border-radius: 8px; text-align: start;
  font: .82em/1.6 var(--mono); text-autospace: no-autospace;
}
figure { margin: 1.4em 0; text-align: center; }
img { display: block; max-width: 100%; height: auto; margin: 0 auto; border-radius: 4px; background: var(--wash); }
img.unknown { width: 100%; aspect-ratio: 3 / 2; object-fit: contain; }
img.broken { aspect-ratio: auto; min-height: 3em; }
figcaption, .caption { margin-top: .6em; font: .78em/1.6 var(--sans); color: var(--quiet); text-align: center; }
.elsewhere { width: 100%; padding: 1.6em; border: 1px dashed var(--edge); border-radius: 8px; font: 15px/1.5 var(--sans); color: var(--quiet); }
details { margin: 1.2em 0; font-size: .88em; color: var(--quiet); }
summary { cursor: pointer; font-family: var(--sans); }
.wide { margin: 1.4em 0; overflow: auto; }
table { border-collapse: collapse; margin: 0 auto; font: .82em/1.6 var(--sans); font-variant-numeric: tabular-nums; text-align: start; }
td, th { padding: .4em .8em; border: 1px solid var(--rule); vertical-align: top; }
th { background: var(--wash); font-weight: 600; }
.end { margin: 3em 0 0; padding-top: 1.2em; border-top: 1px solid var(--rule); font: 14px/1.6 var(--sans); text-align: center; }
.end button { padding: 7px 16px; border: 1px solid var(--edge); border-radius: 8px; color: var(--quiet); }
.end button:hover { color: var(--ink); background: var(--wash); }
`;

/** On paper there is the article and nothing else, black on white, wherever the reader stands in it. */
const PRINT = `
@media print {
  dialog, dialog[data-theme] {
    position: static; height: auto; overflow: visible; color: #000; background: none;
    --ink: #000; --quiet: #444; --paper: #fff; --wash: none; --rule: #bbb; --accent: #000;
  }
  .bar, .progress, .beside, .end, .said { display: none !important; }
  .scroller { height: auto; overflow: visible; }
  .page { padding: 0; min-height: 0; }
  article { width: auto; padding: 0; font-size: 11.5pt; }
  h1, h2, h3, h4 { break-after: avoid; }
  figure, blockquote, tr, pre { break-inside: avoid; }
  img { max-height: 90vh; }
  p { orphans: 2; widows: 2; }
}
`;

export const READER_CSS = FRAME + BAR + TEXT + PRINT;
