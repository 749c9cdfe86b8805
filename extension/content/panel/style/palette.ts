// Colours and type. Every pair of text and ground has a contrast of at least 4.5 in both palettes. The reader mode
// takes them too, and sets them by its own theme.
export const LIGHT = `
  --paper: #fbfaf6;
  --raised: #fffefb;
  --thumb: #fffefb;
  --wash: #f1eee5;
  --rule: #e3dfd3;
  --edge: #8d8779;
  --ink: #24221d;
  --quiet: #686357;
  --accent: #1c6a66;
  --accent-wash: #e2efec;
  --on-accent: #ffffff;
  --planned: #3b5aa6;
  --reported: #7d5a12;
  --denied: #a3372c;
  --recurring: #6b4a8c;
  --mark: #ffdf8e;
  --shadow: 0 0 1px rgb(50 44 30 / .28), 0 8px 32px rgb(50 44 30 / .16);
  --sans: "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif;
  --serif: "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", Georgia, serif;
`;

export const DARK = `
  --paper: #1c1d1e;
  --raised: #27282a;
  --thumb: #3d3f41;
  --wash: #292a2b;
  --rule: #37383a;
  --edge: #85827a;
  --ink: #e6e2d8;
  --quiet: #a7a296;
  --accent: #74c4b9;
  --accent-wash: #213735;
  --on-accent: #10201e;
  --planned: #9db6f2;
  --reported: #dbb668;
  --denied: #f09a8e;
  --recurring: #c8a9e6;
  --mark: #6b5215;
  --shadow: 0 0 1px rgb(0 0 0 / .8), 0 8px 32px rgb(0 0 0 / .5);
`;

export const FORCED = `
  --paper: Canvas; --raised: Canvas; --thumb: Canvas; --wash: Canvas; --rule: CanvasText; --edge: CanvasText; --ink: CanvasText;
  --quiet: CanvasText; --accent: Highlight; --accent-wash: Canvas; --on-accent: HighlightText; --planned: CanvasText;
  --reported: CanvasText; --denied: CanvasText; --recurring: CanvasText; --mark: Mark; --shadow: none;
`;

export const PALETTE_CSS = `
:host {${LIGHT}}
@media (prefers-color-scheme: dark) { :host {${DARK}} }
@media (forced-colors: active) { :host {${FORCED}} }
`;
