// Bundles the TypeScript. Unminified: what a reviewer or a reader opens is what runs.
import { build } from "esbuild";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { writeLocales } from "./locales.mjs";
import { withoutHtmlStrings } from "./preact.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = `${root}/build/bundle`;

const common = {
  absWorkingDir: root,
  outdir,
  bundle: true,
  minify: false,
  charset: "utf8",
  legalComments: "inline",
  target: ["chrome121", "firefox140"],
  jsx: "automatic",
  jsxImportSource: "preact",
  alias: { engine: `${root}/build/engine/qingdu.js` },
  plugins: [withoutHtmlStrings],
  logLevel: "warning",
};

await rm(outdir, { recursive: true, force: true });
await Promise.all([
  writeLocales(),
  // A content script is a classic script; the others are modules.
  build({ ...common, format: "iife", entryPoints: { content: "extension/content/index.ts" } }),
  build({
    ...common,
    format: "esm",
    entryPoints: {
      background: "extension/background/index.ts",
      options: "extension/options/index.tsx",
      popup: "extension/popup/index.tsx",
      welcome: "extension/welcome/index.tsx",
    },
  }),
]);
