// The panel's few icons, drawn as paths on a grid of 20.
import { svg } from "./dom";

const PATHS = {
  timeline: "M5.5 2.5v15M10 6.5h6.5M10 13.5h4.5",
  filter: "M3.5 5.5h13M6 10h8M8.5 14.5h3",
  share: "M10 3v9.5M6.5 9l3.5 3.5L13.5 9M4 16.5h12",
  collapse: "M7.5 5l5 5-5 5M15.5 4v12",
  close: "M5.5 5.5l9 9M14.5 5.5l-9 9",
  previous: "M12 5l-5 5 5 5",
  next: "M8 5l5 5-5 5",
  jump: "M15.5 4.5v4a3 3 0 0 1-3 3H5M8.5 8L5 11.5 8.5 15",
  legend: "M10 9.2v4.6M10 6.3v.2M17 10a7 7 0 1 1-14 0a7 7 0 0 1 14 0Z",
} as const;

export function icon(name: keyof typeof PATHS): SVGSVGElement {
  const drawing = svg("svg", {
    class: "icon", viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true", focusable: "false",
  });
  drawing.append(svg("path", { d: PATHS[name] }));
  if (name === "timeline") drawing.append(...[6.5, 13.5].map((cy) => svg("circle", { class: "bead", cx: 5.5, cy, r: 2.2 })));
  return drawing;
}
