// The mark of an entry on the rail: its outline says how exact the time is, its filling what kind of entry it is.
// The coarser the time, the longer the mark; nothing is said by colour alone.
import { svg } from "./dom";
import { type Dated, shapeOf } from "./dates/shape";
import type { Entry, Kind } from "./types";

type Outline = "clock" | "part" | "day" | "week" | "month" | "season" | "year" | "age" | "range" | "before" | "after" | "vague";

const WIDTH = 18;
const HEIGHTS: Record<Outline, number> = {
  clock: 16, part: 14, day: 14, week: 16, month: 20, season: 26, year: 34, age: 40, range: 34, before: 26, after: 26, vague: 14,
};
const PARTS: Record<string, Outline> = {
  minute: "clock", hour: "clock", part: "part", day: "day", week: "week", month: "month",
  quarter: "season", season: "season", half: "season", year: "year", decade: "age", century: "age",
};

export function outlineOf(entry: Dated): Outline {
  const shape = shapeOf(entry);
  if (!shape) return "vague";
  if (shape.form === "range") return "range";
  if (shape.form === "open") return shape.side;
  return PARTS[shape.unit] ?? "day";
}

/** Draws the mark of an entry. */
export function markerOf(entry: Entry): SVGSVGElement {
  return draw(outlineOf(entry), entry.kind, entry.approx, entry.inferred);
}

export function draw(outline: Outline, kind: Kind, approx = false, inferred = false): SVGSVGElement {
  const height = HEIGHTS[outline];
  const shape = outlinePath(outline, height);
  const state = `marker ${kind}${approx ? " approx" : ""}${inferred ? " inferred" : ""}`;
  const mark = svg("svg", {
    class: state, width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, "aria-hidden": "true", focusable: "false",
  });
  // A ground in the paper's colour, so that the rail does not show through a hollow mark.
  mark.append(svg("path", { class: "ground", d: shape }));
  mark.append(svg("path", { class: "outline", d: shape }));
  mark.append(...fillings(kind, outline, height));
  if (outline === "clock") mark.append(svg("path", { class: "hand", d: `M9 ${height / 2 + 0.5}V0.8` }));
  return mark;
}

function outlinePath(outline: Outline, height: number): string {
  const middle = height / 2;
  switch (outline) {
    case "clock":
      return circle(middle + 1, 4.5);
    case "day":
      return circle(middle, 4.5);
    case "part":
      return `M4 ${middle + 3}a5 5 0 0 1 10 0Z`;
    case "vague":
      return `M9 ${middle - 5.5}L14.5 ${middle}L9 ${middle + 5.5}L3.5 ${middle}Z`;
    case "range":
      return `${circle(5, 3.6)}${circle(height - 5, 3.6)}M8 8.6h2V${height - 8.6}h-2Z`;
    case "age":
      // A capsule in two: a stretch too long to be one.
      return `M4.5 ${middle - 2}V5.5a4.5 4.5 0 0 1 9 0V${middle - 2}ZM4.5 ${middle + 2}V${height - 5.5}a4.5 4.5 0 0 0 9 0V${middle + 2}Z`;
    case "before":
      return `M4.5 ${height - 1}V8.5L9 1.5L13.5 8.5V${height - 1}Z`;
    case "after":
      return `M4.5 1V${height - 8.5}L9 ${height - 1.5}L13.5 ${height - 8.5}V1Z`;
    default:
      return `M4.5 5.5a4.5 4.5 0 0 1 9 0V${height - 5.5}a4.5 4.5 0 0 1 -9 0Z`;
  }
}

function circle(y: number, r: number): string {
  return `M${9 - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`;
}

function fillings(kind: Kind, outline: Outline, height: number): SVGElement[] {
  const middle = outline === "clock" ? height / 2 + 1 : height / 2;
  switch (kind) {
    case "denied":
      return [svg("path", { class: "stroke", d: `M3 ${middle + 6}L15 ${middle - 6}` })];
    case "recurring":
      return [svg("circle", { class: "core", cx: 9, cy: middle, r: 1.8 })];
    case "reported":
      // The left half: what is told by one side.
      return [leftHalf(outlinePath(outline, height), height)];
    default:
      return [];
  }
}

/** A nested drawing of half the width clips by itself; a <clipPath> would need an id. */
function leftHalf(path: string, height: number): SVGElement {
  return svg("svg", { x: 0, y: 0, width: WIDTH / 2, height }, svg("path", { class: "half", d: path }));
}
