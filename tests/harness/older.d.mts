import type { Browser, Page } from "puppeteer-core";

export function allowSizing(browser: Browser): void;
export function waitByAsking(page: Page): Page;
