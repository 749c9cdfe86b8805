// Draws the PNGs from the SVGs, in Chromium. Run by hand after a change (`npm run icons`); the PNGs are kept.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import puppeteer from "puppeteer-core";

const folder = fileURLToPath(new URL(".", import.meta.url));
const SIZES = { on: [16, 32, 48, 128], idle: [16, 32], off: [16, 32], failed: [16, 32], reader: [16, 32] };

const browser = await puppeteer.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  const page = await browser.newPage();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".svg"))) {
    const name = file.slice(0, -".svg".length);
    const source = `data:image/svg+xml;base64,${(await readFile(folder + file)).toString("base64")}`;
    for (const size of SIZES[name] ?? []) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<body style="margin:0"><img src="${source}" width="${size}" height="${size}">`);
      await writeFile(`${folder}${name}-${size}.png`, await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
