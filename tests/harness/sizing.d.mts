import type { Browser } from "puppeteer-core";

export function allowSizing(browser: Browser): void;
