// The timeline beside the text.
import { TimelinePanel } from "./panel";
import type { Panel, PanelHost } from "./types";

export type { Entry, Kind, Mention, Order, Panel, PanelHost, PanelState, Place, Published } from "./types";

/** Mounts the panel: open where there is a timeline and room for it beside the text, else as a strip. */
export function mountPanel(host: PanelHost): Panel {
  return new TimelinePanel(host);
}
