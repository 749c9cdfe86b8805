// Pictures of the panel for the eye: node tests/panel/harness/screenshots.mjs FOLDER [chromium|firefox]
import { launch, prepare } from "./start.mjs";

const [folder = "out", only] = process.argv.slice(2);
const harness = await prepare();
const inPanel = (page, work, ...rest) => page.evaluate(`(() => {
  const root = [...document.querySelector(":root").children].find((child) => child.shadowRoot).shadowRoot;
  return (${work})(root, ...${JSON.stringify(rest)});
})()`);
const click = (page, selector, at = 0) => inPanel(page, (root, chosen, place) => root.querySelectorAll(chosen)[place].click(), selector, at);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const VIEWS = {
  start: { size: [1440, 900] },
  jumped: { size: [1440, 900], async act(page) { await click(page, ".row", 5); } },
  all: { size: [1440, 1900], async act(page) { await click(page, ".more"); } },
  text: { size: [1440, 900], async act(page) { await click(page, "input[value=text]"); } },
  filters: { size: [1440, 900], async act(page) { await click(page, ".filter"); await click(page, ".chip", 1); } },
  menu: { size: [1440, 900], async act(page) { await click(page, ".head .tool"); } },
  legend: { size: [1440, 900], async act(page) { await click(page, "summary"); await inPanel(page, (root) => root.querySelector(".scroller").scrollTo(0, 9999)); } },
  end: { size: [1440, 900], async act(page) { await click(page, ".more"); await inPanel(page, (root) => root.querySelector(".scroller").scrollTo(0, 9999)); } },
  english: { size: [1440, 900], query: "?lang=en", async act(page) { await click(page, ".row", 3); } },
  conflict: { size: [1440, 900], async act(page) { await inPanel(page, (root) => [...root.querySelectorAll(".row")].find((row) => row.querySelector(".conflict")).click()); await wait(200); await inPanel(page, (root) => root.querySelector(".conflicts").scrollIntoView({ block: "nearest" })); } },
  strip: { size: [1440, 900], async act(page) { await click(page, ".tool[aria-label='收起时间线']"); } },
  corner: { size: [700, 900] },
  sheet: { size: [700, 900], async act(page) { await click(page, ".strip"); await click(page, ".row", 4); } },
  zoom200: { size: [720, 450], scale: 2, async act(page) { await click(page, ".strip"); await click(page, ".row", 2); } },
  phone: { size: [390, 800], scale: 2, async act(page) { await click(page, ".strip"); await click(page, ".row", 4); } },
  forced: { size: [1440, 900], media: [{ name: "forced-colors", value: "active" }], only: "chromium", async act(page) { await click(page, ".more"); await click(page, ".filter"); await click(page, ".chip", 1); await click(page, ".row", 1); } },
  drawer: { size: [1000, 760], async act(page) { await click(page, ".strip"); } },
};

const views = process.env.VIEWS?.split(",") ?? Object.keys(VIEWS);
for (const name of only ? [only] : ["chromium", "firefox"]) {
  for (const dark of [false, true]) {
    const { browser, open } = await launch(name, harness.folder, { dark });
    try {
      for (const view of views) {
        const { size: [width, height], scale = 1, query = "", media, only: wanted = name, act } = VIEWS[view];
        if (wanted !== name) continue;
        const page = await open(harness.url + query);
        await page.setViewport({ width, height, deviceScaleFactor: scale });
        // Puppeteer itself refuses this feature.
        if (media) await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: media });
        await wait(200);
        await act?.(page);
        await wait(300);
        await page.screenshot({ path: `${folder}/${view}-${name}-${dark ? "dark" : "light"}.png` });
        await page.close();
      }
    } finally {
      await browser.close();
    }
  }
}
await harness.close();
