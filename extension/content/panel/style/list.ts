// The list: years, entries, marks on the rail.
export const LIST_CSS = `
.group { position: relative; }
/* One rail runs through all years, behind the marks. */
.group::before { content: ""; position: absolute; inset: 0 auto 0 18.5px; border-inline-start: 1px solid var(--rule); }
.group:first-child::before { top: 14px; }
.group:nth-last-child(1 of .group:not(.vague))::before { bottom: 14px; }
.group.vague::before, .list > .entries::before { display: none; }
.year {
  position: sticky; top: 0; z-index: 1; padding: 10px 12px 4px 40px;
  font: 500 1.0938em/1.4 var(--serif); letter-spacing: .02em; color: var(--ink);
  background: var(--paper);
}
.group:first-child > .year { padding-top: 2px; }
/* The year's tick on the rail, which the heading's ground would interrupt. */
.year::before { content: ""; position: absolute; inset: 0 auto 0 18.5px; border-inline-start: 1px solid var(--rule); }
.group:first-child > .year::before { top: 50%; }
.year::after { content: ""; position: absolute; left: 14px; width: 10px; bottom: calc(4px + .66em); border-top: 1.5px solid var(--edge); }
.year.shelf { padding-inline-start: 10px; font: 500 .875em/1.7 var(--sans); letter-spacing: .04em; color: var(--quiet); }
.year.shelf::before, .year.shelf::after { display: none; }
.group.vague { margin: 16px 0 0; padding-top: 6px; }
.group.vague > .year { border-top: 1px dashed var(--rule); }
.solo .when { font: 500 1.3077em/1.4 var(--serif); letter-spacing: .02em; color: var(--ink); }

.entry { position: relative; }

.row {
  position: relative; display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 0 12px; width: 100%;
  padding: 8px 12px 9px 10px; border-radius: 8px; transition: background-color 120ms;
}
.row:hover { background: color-mix(in srgb, var(--wash) 75%, transparent); }
.row:focus-visible { outline-offset: -2px; }
.row[aria-current=true] { background: var(--accent-wash); }
.row[aria-current=true]::before { content: ""; position: absolute; inset: 9px auto 9px 0; width: 3px; border-radius: 2px; background: var(--accent); }
@media (forced-colors: active) {
  .row[aria-current=true] { outline: 2px solid Highlight; outline-offset: -2px; }
  .row[aria-current=true]::before { forced-color-adjust: none; background: Highlight; }
}
.rail { display: flex; justify-content: center; align-items: flex-start; padding-top: 4px; color: var(--accent); }
.body { display: block; min-width: 0; }
.line { display: flex; align-items: center; flex-wrap: wrap; gap: 0 7px; font-size: .8125em; line-height: 1.7; color: var(--quiet); }
.when { font-weight: 600; letter-spacing: .01em; color: var(--accent); }
:lang(en) .when::first-letter { text-transform: uppercase; }
.when .vague { font-weight: 500; color: var(--quiet); }
.times { margin-inline-start: auto; font-size: .9231em; }
.headline { display: block; margin-top: 1px; line-height: 1.62; color: var(--ink); text-wrap: balance; }
.phrase { white-space: nowrap; }

.badge { display: inline-block; padding: 0 5px; border: 1px solid currentColor; border-radius: 3px; font-size: .8462em; line-height: 1.5; letter-spacing: .04em; white-space: nowrap; }
.badge.planned { border-radius: 1em; padding-inline: 7px; color: var(--planned); }
.badge.reported { border-style: dashed; color: var(--reported); }
.badge.denied { color: var(--denied); }
.badge.recurring { border-radius: 1em 3px 1em 3px; padding-inline: 6px; color: var(--recurring); }
.badge.inferred { border-style: dotted; color: var(--quiet); }

.marker { display: block; overflow: visible; flex: none; color: var(--accent); }
.marker.planned { color: var(--planned); }
.marker.reported { color: var(--reported); }
.marker.denied { color: var(--denied); }
.marker.recurring { color: var(--recurring); }
.marker .ground { fill: var(--paper); stroke: var(--paper); stroke-width: 6; }
.row[aria-current=true] .ground { fill: var(--accent-wash); stroke: var(--accent-wash); }
.marker .outline { fill: var(--paper); stroke: currentColor; stroke-width: 1.5; }
.marker.happened .outline { fill: currentColor; }
.marker .half, .marker .core { fill: currentColor; }
.marker .stroke, .marker .hand { fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; }
.marker.approx .outline { stroke-dasharray: 2.2 2; }
.marker.approx.happened .outline { fill: color-mix(in srgb, currentColor 32%, var(--paper)); }
.marker.inferred .outline { fill: var(--paper); stroke-dasharray: .1 2.9; stroke-width: 2; stroke-linecap: round; }
.group.vague .marker.happened .outline { fill: var(--paper); stroke: var(--quiet); }
@media (forced-colors: active) {
  .marker { forced-color-adjust: none; color: CanvasText !important; }
  .marker .ground { fill: Canvas !important; stroke: Canvas !important; }
}

.published { position: relative; padding: 9px 12px 9px 40px; font-size: .75em; color: var(--quiet); display: flex; align-items: center; gap: 10px; letter-spacing: .02em; }
.published::before { content: ""; position: absolute; left: 15.5px; width: 7px; height: 7px; border: 1px solid var(--edge); background: var(--paper); rotate: 45deg; }
.published::after { content: ""; flex: 1; border-top: 1px dashed var(--edge); }

.more {
  display: block; width: calc(100% - 20px); margin: 12px 10px 0; min-height: 36px; padding: 4px 12px; border: 1px solid var(--rule); border-radius: 8px;
  text-align: center; font-size: .875em; color: var(--accent); background: transparent; transition: border-color 120ms, background-color 120ms;
}
.more:hover { border-color: var(--accent); background: var(--accent-wash); }
.nothing { padding: 28px 12px; text-align: center; color: var(--quiet); }

.legend { margin: 16px 10px 0; font-size: .8125em; color: var(--quiet); }
.legend summary { width: fit-content; min-height: 24px; padding: 1px 6px 1px 0; border-radius: 4px; cursor: pointer; }
.legend summary:hover { color: var(--ink); }
.legend ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.6em, 1fr)); gap: 6px 10px; padding: 10px 0 4px; }
.legend li { display: flex; align-items: center; gap: 8px; }
.sample { display: grid; place-items: center; flex: none; width: 20px; }
`;
