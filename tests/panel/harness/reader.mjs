// What a test does and sees of the panel, from the page's side.

/** Runs a function in the page with the panel's shadow root. */
export function inPanel(page, work, ...rest) {
  return page.evaluate(`(() => {
    const host = [...document.querySelector(":root").children].find((child) => child.shadowRoot);
    return (${work})(host?.shadowRoot ?? null, ...${JSON.stringify(rest)});
  })()`);
}

/** Clicks the middle of an element with the mouse. */
export async function click(page, selector, at = 0) {
  const box = await inPanel(page, (root, chosen, place) => {
    const element = root.querySelectorAll(chosen)[place];
    // In Firefox's headless window smooth scrolling would move the element under the pointer.
    element.scrollIntoView({ block: "nearest", behavior: "instant" });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector, at);
  await page.mouse.click(box.x, box.y);
}

export async function hover(page, selector, at = 0) {
  const box = await inPanel(page, (root, chosen, place) => {
    const { x, y, width, height } = root.querySelectorAll(chosen)[place].getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector, at);
  await page.mouse.move(box.x, box.y);
}

export const texts = (page, selector) => {
  return inPanel(page, (root, chosen) => [...root.querySelectorAll(chosen)].filter((element) => element.checkVisibility()).map((element) => element.textContent), selector);
};

export const text = async (page, selector) => (await texts(page, selector))[0] ?? null;

/** The text of the focused element of the panel. */
export const focused = (page) => inPanel(page, (root) => root?.activeElement?.textContent ?? null);

export const isOpen = (page) => inPanel(page, (root) => root !== null && !root.querySelector(".panel").hidden);

/** The texts of the highlighted ranges, longest first. */
export const highlighted = (page) => page.evaluate(() => {
  const all = [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => range.toString()));
  return all.sort((a, b) => b.length - a.length);
});

/** What the content script reported. */
export const reported = (page, name) => page.evaluate((key) => {
  return JSON.parse(document.querySelector("#article").getAttribute(`data-${key}`) ?? "null");
}, name);

export const tell = (page, what) => page.evaluate((detail) => void dispatchEvent(new CustomEvent("harness", { detail })), what);

export const settle = (ms = 120) => new Promise((resolve) => setTimeout(resolve, ms));
