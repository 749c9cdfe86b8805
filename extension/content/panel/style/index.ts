import { CONTROLS_CSS } from "./controls";
import { FRAME_CSS } from "./frame";
import { LIST_CSS } from "./list";
import { PALETTE_CSS } from "./palette";

export const PANEL_CSS = FRAME_CSS + PALETTE_CSS + CONTROLS_CSS + LIST_CSS;
