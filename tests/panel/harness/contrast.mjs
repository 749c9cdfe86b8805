// Contrast of every text of the panel. axe builds its picture of the page from <body> and cannot see what lies behind it.
import { inPanel } from "./reader.mjs";

/** The texts whose contrast with their ground is below 4.5. */
export const pale = (page) => inPanel(page, (root) => {
  const numbers = (colour) => {
    const parts = colour.match(/[\d.]+/g)?.map(Number) ?? [];
    const scale = colour.startsWith("color(") ? 255 : 1;
    return { rgb: parts.slice(0, 3).map((part) => part * scale), alpha: parts[3] ?? 1 };
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = numbers(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return rgb;
    }
    return [255, 255, 255];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const all = [...root.querySelectorAll("*")].filter((element) => {
    const says = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return says && element.checkVisibility() && !element.closest(".unseen");
  });
  return all.flatMap((element) => {
    const [a, b] = [light(numbers(getComputedStyle(element).color).rgb), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return ratio < 4.5 ? [`${element.className || element.localName} ${element.textContent.slice(0, 12)} ${ratio.toFixed(2)}`] : [];
  });
});
