// Bundles tests, demo and bench for Node; packages stay outside.
import { readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = `${root}/build/tests`;
const tests = await Promise.all(
  ["unit", "dom", "panel", "journeys"].map(async (folder) =>
    (await readdir(`${root}/tests/${folder}`))
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `tests/${folder}/${name}`),
  ),
);

await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  outdir,
  outbase: ".",
  entryPoints: [
    ...tests.flat(),
    ...["tests/demo/demo.ts", "tests/pictures/pictures.ts", "benches/clean.ts", "benches/decision.ts", "benches/timeline.ts", "benches/timex/peers.ts"],
  ],
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  alias: { engine: `${root}/build/engine/qingdu.js` },
  sourcemap: "inline",
  outExtension: { ".js": ".mjs" },
  logLevel: "warning",
});
