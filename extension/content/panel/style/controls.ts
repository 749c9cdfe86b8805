// The head, the filters, the menu and the footnote.
export const CONTROLS_CSS = `
header { padding: 16px 16px 12px 20px; position: relative; z-index: 2; }
.head { display: flex; align-items: flex-start; justify-content: space-between; gap: 8px; }
.titles { display: flex; align-items: baseline; flex-wrap: wrap; gap: 0 10px; min-width: 0; padding-top: 1px; }
h2 { font: 600 1.25em/1.4 var(--serif); letter-spacing: .06em; }
h2:lang(en) { letter-spacing: 0; }
.summary, .published-on { color: var(--quiet); font-size: .8125em; line-height: 1.6; }
.published-on { margin-top: 1px; }
.published-on { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; }
.published-on .link { margin: 0; min-height: 24px; font-size: 1em; }
.published-on form { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.published-on input { min-height: 30px; padding: 2px 8px; border: 1px solid var(--edge); border-radius: 7px; background: var(--raised); color: var(--ink); }
.published-on form button { min-height: 30px; padding: 2px 12px; border-radius: 7px; border: 1px solid var(--rule); color: var(--ink); background: var(--raised); }
.published-on form button[type=submit] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
@media (forced-colors: active) { .published-on form button[type=submit] { forced-color-adjust: none; } }
.tools { display: flex; gap: 2px; flex: none; margin: -1px -4px 0 0; }
.tool {
  display: grid; place-items: center; width: 32px; height: 32px; border-radius: 7px; color: var(--quiet);
  transition: background-color 120ms, color 120ms;
}
.tool:hover, .tool[aria-expanded=true] { background: var(--wash); color: var(--ink); }
.tool.small { width: 26px; height: 26px; }
.icon { display: block; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.icon .bead { fill: var(--paper); }
.filter .icon { width: 17px; height: 17px; }
.small .icon { width: 17px; height: 17px; }
.icon { flex: none; }
[data-mode=sheet] .collapse .icon { rotate: 90deg; }

.controls { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin-top: 11px; }
.switch { display: flex; padding: 2px; border-radius: 8px; background: var(--wash); }
.switch label { position: relative; cursor: pointer; }
.switch input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.switch span { display: block; padding: 2px 12px; border-radius: 6px; font-size: .8125em; line-height: 1.7; color: var(--quiet); transition: color 120ms; }
.switch input:checked + span { background: var(--thumb); color: var(--ink); box-shadow: 0 0 0 .5px var(--rule), 0 1px 2px rgb(50 44 30 / .1); font-weight: 500; }
.switch input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 1px; }
.switch label:hover span { color: var(--ink); }
@media (forced-colors: active) {
  .switch { border: 1px solid CanvasText; }
  .switch input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
.filter {
  display: flex; align-items: center; gap: 5px; min-height: 30px; padding: 0 10px 0 8px; border-radius: 7px;
  font-size: .8125em; color: var(--quiet); transition: background-color 120ms, color 120ms;
}
.filter:hover, .filter[aria-expanded=true] { background: var(--wash); color: var(--ink); }
.filter .number {
  min-width: 1.5em; padding: 0 .4em; border-radius: 1em; text-align: center; font-size: .8571em; line-height: 1.5;
  background: var(--accent); color: var(--on-accent);
}
@media (forced-colors: active) { .filter .number { forced-color-adjust: none; } }

.filters { padding: 0 20px 14px; max-height: 40%; overflow: hidden auto; overscroll-behavior: contain; flex: none; scrollbar-width: thin; }
.facet + .facet { margin-top: 12px; }
.facet-name { display: block; margin-bottom: 6px; font-size: .75em; letter-spacing: .04em; color: var(--quiet); }
.chips, .people { display: flex; flex-wrap: wrap; gap: 6px; }
.chip {
  max-width: 100%; min-height: 26px; padding: 1px 10px; border: 1px solid var(--rule); border-radius: 14px;
  font-size: .8125em; line-height: 1.6; color: var(--ink); background: var(--raised); transition: border-color 120ms, background-color 120ms;
}
.chip .number { color: var(--quiet); font-size: .9em; margin-inline-start: 1px; }
.chip:hover { border-color: var(--edge); }
.chip[aria-pressed=true] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.chip[aria-pressed=true] .number { color: inherit; }
@media (forced-colors: active) {
  .chip[aria-pressed=true] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
.link { margin-top: 10px; min-height: 26px; font-size: .8125em; color: var(--accent); text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; }

.menu-anchor { position: relative; }
.menu {
  position: absolute; inset: calc(100% + 4px) 0 auto auto; z-index: 5; min-width: 13.5em; padding: 5px;
  background: var(--raised); border-radius: 10px; box-shadow: var(--shadow);
}
.menu button { display: block; width: 100%; min-height: 34px; padding: 4px 12px; border-radius: 6px; font-size: .875em; white-space: nowrap; }
.menu button:is(:hover, :focus-visible) { background: var(--wash); outline-offset: -2px; }
.menu .parted { margin-top: 11px; }
.menu .parted::before { content: ""; position: absolute; inset-inline: 12px; margin-top: -10px; border-top: 1px solid var(--rule); }
@media (forced-colors: active) { .menu { border: 1px solid CanvasText; } }

.footnote { position: relative; flex: none; padding: 0 20px 12px; background: var(--paper); box-shadow: 0 -10px 12px var(--paper); clip-path: inset(-24px 0 0); }
/* The short rule of a printed footnote. */
.footnote::before { content: ""; display: block; width: 4.5em; margin-bottom: 9px; border-top: 1px solid var(--edge); }
.footnote .text { height: 8.6em; overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--rule) transparent; border-radius: 4px; padding-bottom: 12px; mask-image: linear-gradient(#000 calc(100% - 14px), transparent); }
.why { font-size: .8125em; line-height: 1.65; color: var(--quiet); }
.why .expression { color: var(--ink); font-weight: 500; border-bottom: 2px solid var(--mark); }
.why .expression, .why .value, .why .reason { display: inline-block; }
.why .value { margin-inline-end: .7em; }
.why .arrow { margin-inline: .5em; }
.why .value { color: var(--accent); font-weight: 600; }
.sentence { margin-top: 5px; font-size: .875em; line-height: 1.7; color: var(--ink); }
.sentence mark { background: linear-gradient(transparent 60%, var(--mark) 60%); color: inherit; }
@media (forced-colors: active) { .sentence mark { background: Mark; color: MarkText; } }
.conflict ul { margin: 0; padding: 0; list-style: none; }
.conflicts .conflict { margin-top: 8px; }
.otherwise { display: block; width: 100%; min-height: 24px; padding: 2px 0; border: 0; background: none; font: inherit; font-size: .875em; text-align: start; text-decoration: underline dotted var(--edge); text-underline-offset: .25em; cursor: pointer; }
.otherwise:hover { text-decoration-style: solid; }
.under { display: flex; align-items: center; justify-content: space-between; gap: 8px; min-height: 28px; margin-top: 8px; }
.people { flex: 1; flex-wrap: nowrap; overflow: hidden; mask-image: linear-gradient(to right, #000 calc(100% - 16px), transparent); padding: 2px 16px 2px 2px; margin: -2px; }
.people:focus-within { flex-wrap: wrap; mask-image: none; }
.people .chip { flex: none; font-size: .75em; min-height: 24px; padding-inline: 9px; }
.steps { display: flex; align-items: center; flex: none; color: var(--quiet); font-size: .8125em; margin-inline-start: auto; }
.steps .count { min-width: 3.2em; text-align: center; }
[data-mode=sheet] .footnote .text { height: 6em; }
@media (max-height: 560px) { .footnote .text { height: 5em; } .published-on { display: none; } }

.status:not(.unseen) {
  position: absolute; inset: auto 20px 20px; z-index: 6; padding: 8px 14px; border-radius: 8px;
  background: var(--ink); color: var(--paper); font-size: .875em; text-align: center; box-shadow: var(--shadow);
}
`;
