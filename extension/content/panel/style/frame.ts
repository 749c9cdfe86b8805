// The panel as a whole and its three places: beside the text, over its edge, along the bottom.
export const FRAME_CSS = `
/* The page's rules for the host element win over plain ones of ours, but not over important ones. */
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 0 auto auto !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483646 !important;
  color-scheme: light dark !important;
}
@media print { :host { display: none !important; } }

*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, h3, p, ol, ul, li, blockquote { margin: 0; padding: 0; font: inherit; }
ol, ul { list-style: none; }
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button { background: none; border: 0; padding: 0; margin: 0; cursor: pointer; text-align: start; }
.unseen {
  position: absolute !important; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.panel, .strip {
  position: fixed;
  font: 400 .9375em/1.6 var(--sans);
  color: var(--ink);
  background: var(--paper);
  font-variant-numeric: tabular-nums;
  text-autospace: normal;
  text-spacing-trim: trim-start;
  line-break: strict;
  overflow-wrap: anywhere;
  -webkit-text-size-adjust: none;
  text-size-adjust: none;
}
.panel {
  inset: 0 0 0 auto;
  width: var(--width, 352px);
  max-width: 100vw;
  display: flex;
  flex-direction: column;
  border-inline-start: 1px solid var(--rule);
}
.panel[data-mode=drawer] { box-shadow: var(--shadow); border-inline-start: 0; }
.panel[data-mode=sheet] {
  inset: auto 0 0 0;
  width: auto;
  max-width: 760px;
  margin-inline: auto;
  height: min(60vh, 34em);
  height: min(60dvh, 34em);
  padding-bottom: env(safe-area-inset-bottom);
  border: 0;
  border-radius: 14px 14px 0 0;
  box-shadow: var(--shadow);
}
/* A wide sheet is low: list and footnote stand side by side, the head is one line. */
@media (min-width: 600px) {
  .panel[data-mode=sheet] {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr) 40%;
    height: min(48vh, 26em);
    height: min(48dvh, 26em);
    min-height: 260px;
  }
  [data-mode=sheet] :is(header, .filters) { grid-column: 1 / -1; }
  [data-mode=sheet] header { display: flex; align-items: center; gap: 16px; padding-block: 12px 10px; }
  [data-mode=sheet] .head { display: contents; }
  [data-mode=sheet] .tools { order: 3; margin-top: 0; }
  [data-mode=sheet] .controls { order: 2; flex: 1; margin-top: 0; }
  [data-mode=sheet] .published-on { display: none; }
  [data-mode=sheet] .scroller:last-of-type { grid-column: 1 / -1; }
  [data-mode=sheet] .footnote { display: flex; flex-direction: column; min-height: 0; margin-inline-start: 6px; padding-top: 6px; box-shadow: none; clip-path: none; }
  [data-mode=sheet] .footnote .text { flex: 1; height: auto !important; min-height: 0; }
}

@media (forced-colors: active) { .panel, .strip { border: 1px solid CanvasText !important; } }

@media (prefers-reduced-motion: no-preference) {
  .panel { animation: enter 220ms cubic-bezier(.2, .7, .2, 1); }
  .panel[data-mode=sheet] { animation-name: rise; }
  @keyframes enter { from { transform: translateX(24px); opacity: 0; } }
  @keyframes rise { from { transform: translateY(24px); opacity: 0; } }
}

.resizer {
  position: absolute;
  inset: 0 auto 0 -5px;
  width: 9px;
  cursor: ew-resize;
  touch-action: none;
  z-index: 3;
}
.resizer::after {
  content: "";
  position: absolute;
  inset: 0 3px 0 4px;
  background: transparent;
  transition: background-color 120ms;
}
.resizer:hover::after, .resizer:active::after { background: var(--accent); }
.resizer:focus-visible { outline: 0; }
.resizer:focus-visible::after { inset-inline: 3px 2px; background: var(--accent); }
[data-mode=sheet] .resizer { display: none; }
@media (forced-colors: active) { .resizer:is(:hover, :focus-visible)::after { background: Highlight; forced-color-adjust: none; } }

.scroller {
  flex: 1 1 0;
  min-height: 6em;
  overflow: hidden auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  scrollbar-color: var(--rule) transparent;
  /* Not under the sticky year, nor in the footnote's fade. */
  scroll-padding: 44px 0 20px;
  padding: 2px 10px 18px;
}

.strip {
  display: flex;
  align-items: center;
  gap: 8px;
  cursor: pointer;
  color: var(--quiet);
  border: 1px solid var(--rule);
  box-shadow: 0 1px 6px rgb(50 44 30 / .08);
  transition: color 120ms, transform 240ms cubic-bezier(.2, .7, .2, 1), opacity 240ms;
}
.strip:hover { color: var(--accent); }
.strip:focus-visible { outline-offset: -2px; }
.strip .name { letter-spacing: .08em; }
.strip .number { color: var(--accent); font-weight: 600; }
.strip[data-place=margin] {
  inset: 22vh 0 auto auto;
  width: 36px;
  padding: 14px 0;
  flex-direction: column;
  border-inline-end: 0;
  border-radius: 9px 0 0 9px;
  font-size: .8125em;
}
.strip[data-place=margin] .name { writing-mode: vertical-rl; letter-spacing: .22em; margin-block-end: -.22em; }
.strip[data-place=corner] {
  inset: auto 16px calc(16px + env(safe-area-inset-bottom)) auto;
  min-height: 44px;
  padding: 0 16px 0 12px;
  border-radius: 22px;
  box-shadow: var(--shadow);
}
.strip[data-place=corner].away:not(:focus-visible) { transform: translateY(80px); opacity: 0; }
@media (prefers-reduced-motion: reduce) { .strip { transition: none; } }
`;
