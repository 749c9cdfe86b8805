// Pictures as the page has them: the ones that it has loaded, and those that it would load later.
import type { Picture } from "engine";

import * as dom from "../dom";
import { el } from "../panel/dom";
import { webAddress } from "./address";

const image = HTMLImageElement.prototype;
const get = <K extends keyof HTMLImageElement>(name: K): ((this: HTMLImageElement) => HTMLImageElement[K]) =>
  Object.getOwnPropertyDescriptor(image, name)?.get as (this: HTMLImageElement) => HTMLImageElement[K];
const [currentSrc, complete] = [get("currentSrc"), get("complete")];
const [naturalWidth, naturalHeight] = [get("naturalWidth"), get("naturalHeight")];

/** Smaller than this it is a dot that counts visits, or a sign within the text. */
const SMALL = 48;

/** A smaller one may stand in the place of a picture that comes later. */
const SURE = 100;

export interface Shot {
  source: string;
  alt: string;
  /** Its size, where it is known before it is loaded. */
  size: { width: number; height: number } | null;
}

/** The pictures of a page by their elements: what is shown of each; nothing of dots and of addresses not of the web. */
export class Pictures {
  private readonly loaded = new Map<string, number>();

  /** `all`: the elements of every picture. One address under many of them stands in their place until they load. */
  constructor(all: (Node | undefined)[]) {
    for (const node of all) {
      const source = loadedSource(node);
      if (source !== null) {
        this.loaded.set(source, (this.loaded.get(source) ?? 0) + 1);
      }
    }
  }

  shot(picture: Picture, node: Node | undefined): Shot | null {
    const later = webAddress(picture.source);
    const now = loadedSource(node);
    const size = now === null ? null : sizeOf(node as HTMLImageElement);
    if (size !== null && (size.width < SMALL || size.height < SMALL) && (later === null || later === now)) {
      return null;
    }
    const sure = now !== null && size !== null && size.width >= SURE && this.loaded.get(now) === 1;
    if (sure || (now !== null && now === later)) {
      return { source: now, alt: picture.alt, size };
    }
    return later === null ? null : { source: later, alt: picture.alt, size: statedSize(node) };
  }
}

/** A picture in a frame that keeps its room: nothing below it moves when it comes. */
export function pictureElement({ source, alt, size }: Shot): HTMLElement {
  const dimensions = size ?? { width: null, height: null };
  const picture = el("img", { src: source, alt, decoding: "async", loading: size === null ? "lazy" : null, ...dimensions });
  if (size === null) {
    picture.classList.add("unknown");
    picture.addEventListener("load", () => settle(picture), { once: true });
    picture.addEventListener("error", () => picture.classList.add("broken"), { once: true });
  }
  return picture;
}

/** Takes its own shape at once where nobody sees it, else when it has gone out of sight. */
function settle(picture: HTMLImageElement): void {
  const observer = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting === false) {
      observer.disconnect();
      picture.width = picture.naturalWidth;
      picture.height = picture.naturalHeight;
      picture.classList.remove("unknown");
    }
  });
  observer.observe(picture);
}

function loadedSource(node: Node | undefined): string | null {
  if (!(node instanceof HTMLImageElement) || !complete.call(node) || naturalWidth.call(node) < 2) {
    return null;
  }
  return webAddress(currentSrc.call(node));
}

function sizeOf(node: HTMLImageElement): { width: number; height: number } {
  return { width: naturalWidth.call(node), height: naturalHeight.call(node) };
}

/** The size that the page states in attributes. */
function statedSize(node: Node | undefined): { width: number; height: number } | null {
  if (node === undefined || !dom.isElement(node)) {
    return null;
  }
  const stated = (...names: string[]): number =>
    names.map((name) => Number(dom.getAttribute(node, name) ?? NaN)).find((value) => value >= SMALL) ?? 0;
  const [width, height] = [stated("data-w", "data-width", "width"), stated("data-h", "data-height", "height")];
  const ratio = Number(dom.getAttribute(node, "data-ratio") ?? NaN);
  if (width > 0 && height > 0) {
    return { width, height };
  }
  return width > 0 && ratio > 0 ? { width, height: Math.round(width * ratio) } : null;
}
