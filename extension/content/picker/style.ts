// How pointing at a block looks.
import { PALETTE_CSS } from "../panel/style/palette";

export const PICKER_CSS = `${PALETTE_CSS}
:host {
  all: initial !important; position: fixed !important; inset: 0 !important; width: auto !important; height: auto !important;
  margin: 0 !important; padding: 0 !important; border: 0 !important; overflow: hidden !important; background: none !important;
  z-index: 2147483647 !important; display: block !important;
}
*, *::before, *::after { box-sizing: border-box; }
.catch { position: absolute; inset: 0; cursor: crosshair; touch-action: pan-y; }
.box {
  position: absolute; pointer-events: none; border-radius: 3px;
  outline: 2px solid #b4532a; outline-offset: 1px; background: rgb(180 83 42 / .14);
  /* Seen on dark pages and on light ones. */
  box-shadow: 0 0 0 4px rgb(255 255 255 / .75);
}
.box.sure { background: rgb(180 83 42 / .3); }
.card {
  position: absolute; inset-inline: 0; bottom: 20px; width: min(460px, calc(100vw - 24px)); margin: 0 auto; padding: 14px 16px;
  border: 1px solid var(--rule); border-radius: 12px; color: var(--ink); background: var(--raised); box-shadow: var(--shadow);
  font: 14px/1.55 var(--sans);
}
.card.above { bottom: auto; top: 20px; }
.card:focus { outline: none; }
h2 { margin: 0; font-size: 14px; font-weight: 600; }
p { margin: 0; }
.amount { margin-top: 2px; font-variant-numeric: tabular-nums; }
.name { margin-top: 2px; color: var(--quiet); font: 12px/1.5 ui-monospace, Consolas, monospace; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.warning { margin-top: 6px; color: var(--denied); }
.warning:empty, .name:empty { display: none; }
.buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
button {
  font: inherit; font-size: 13px; padding: 4px 12px; border: 1px solid var(--edge); border-radius: 8px; color: var(--ink); background: none; cursor: pointer;
}
button:hover { border-color: var(--accent); color: var(--accent); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button:disabled { color: var(--quiet); border-color: var(--rule); cursor: default; }
button.main { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.main:hover { color: var(--on-accent); }
.gap { flex: 1; }
kbd { font: inherit; font-size: 12px; margin-inline-start: .4em; opacity: .85; }
@media (forced-colors: active) { .box { outline-color: Highlight; } button.main { border: 2px solid Highlight; } }
`;
