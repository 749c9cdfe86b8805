// The finished extension, as it lies in dist.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

import { CATEGORIES } from "../../extension/shared/categories";

interface Manifest {
  permissions: string[];
  commands: Record<string, { suggested_key: { default: string } }>;
  content_scripts: { matches: string[] }[];
  web_accessible_resources?: unknown;
  content_security_policy: { extension_pages: string };
}

function manifest(browser: string): Manifest {
  return JSON.parse(readFileSync(`dist/${browser}/manifest.json`, "utf8")) as Manifest;
}

function messages(browser: string, language: string): Record<string, { message: string }> {
  const text = readFileSync(`dist/${browser}/_locales/${language}/messages.json`, "utf8");
  return JSON.parse(text) as Record<string, { message: string }>;
}

for (const browser of ["chrome", "firefox"]) {
  describe(`the package for ${browser}`, () => {
    it("asks for no more than it needs", () => {
      const { permissions, content_scripts, web_accessible_resources } = manifest(browser);
      assert.deepEqual(permissions, ["storage", "scripting", "activeTab", "contextMenus"]);
      assert.deepEqual(content_scripts.flatMap(({ matches }) => matches), ["*://*.myzaker.com/*"]);
      assert.equal(web_accessible_resources, undefined);
    });

    it("lets its pages run no string and reach no network", () => {
      const policy = manifest(browser).content_security_policy.extension_pages;
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /connect-src 'self'/);
      assert.match(policy, /trusted-types 'none'/);
      assert.doesNotMatch(policy, /unsafe-(inline|eval)(?<!wasm-unsafe-eval)'/);
    });

    it("parses no string of HTML, not even in what it brings along", () => {
      const scripts = readdirSync(`dist/${browser}`).filter((name) => name.endsWith(".js"));
      assert.ok(scripts.length >= 5);
      for (const name of scripts) {
        const text = readFileSync(`dist/${browser}/${name}`, "utf8");
        assert.doesNotMatch(text, /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser)\b/, name);
      }
    });

    it("suggests keys that Chrome assigns: at most four, none with Alt+Shift", () => {
      const keys = Object.values(manifest(browser).commands).map(({ suggested_key }) => suggested_key.default);
      assert.ok(keys.length <= 4);
      assert.ok(keys.every((key) => !key.startsWith("Alt+Shift")));
    });

    it("has every message that it uses, in both languages", () => {
      const used = usedKeys();
      for (const language of ["zh_CN", "en"]) {
        const known = messages(browser, language);
        const missing = [...used].filter((key) => !(key in known));
        assert.deepEqual(missing, [], language);
        for (const [key, { message }] of Object.entries(known)) {
          assert.ok(message.length > 0, `${language} ${key}`);
        }
      }
    });

    it("is the same archive from the same files", () => {
      const archive = readdirSync("dist").find((name) => name.endsWith(`${browser}.zip`)) ?? "";
      const listed = execFileSync("node", ["-e", LIST, `dist/${archive}`], { encoding: "utf8" }).trim().split("\n");
      assert.ok(listed.includes("manifest.json") && listed.includes("engine.wasm"));
      assert.deepEqual(listed, [...listed].sort());
    });
  });
}

describe("the two languages", () => {
  it("have the same keys with the same places to fill", () => {
    const [zh, en] = [messages("chrome", "zh_CN"), messages("chrome", "en")];
    assert.deepEqual(Object.keys(zh).sort(), Object.keys(en).sort());
    const places = (text: string): string[] => [...new Set(text.match(/\$\d/g))].sort();
    for (const [key, { message }] of Object.entries(zh)) {
      assert.deepEqual(places(message), places(en[key]?.message ?? ""), key);
    }
  });
});

describe("the words of the interface", () => {
  it("are all used: each key stands somewhere as it is, or fits a key that is put together", () => {
    const sources = readdirSync("extension", { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(ts|tsx)$/.test(name))
      .map((name) => readFileSync(`extension/${name}`, "utf8"));
    const text = [...sources, readFileSync("manifest.json", "utf8")].join("\n");
    const whole = new Set([...text.matchAll(/"([a-zA-Z]\w+)"|__MSG_(\w+)__/g)].map(([, key, named]) => key ?? named ?? ""));
    const beginnings = new Set([...text.matchAll(/`([a-zA-Z]{3}\w*)\$\{/g)].map(([, start]) => start ?? ""));
    const isUsed = (key: string): boolean => whole.has(key) || [...beginnings].some((start) => key.startsWith(start));
    assert.deepEqual(Object.keys(messages("chrome", "en")).filter((key) => !isUsed(key)), []);
    assert.equal(isUsed("noSuchKeyAnywhere"), false);
  });
});

describe("the options", () => {
  it("have a switch for every category of the core but the reader's own rules", () => {
    const switched = Object.values<readonly string[]>(CATEGORIES).flat();
    assert.deepEqual([...switched, "user_rule"].sort(), categories().sort());
  });
});

/** Keys that the sources name: t("key"), and __MSG_key__ of the manifest; and the categories of the core. */
function usedKeys(): Set<string> {
  const sources = readdirSync("extension", { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|tsx)$/.test(name) && !name.includes("panel"))
    .map((name) => readFileSync(`extension/${name}`, "utf8"));
  const keys = sources.flatMap((source) => [...source.matchAll(/\bt\(\s*"(\w+)"/g)].map(([, key]) => key ?? ""));
  const named = [...readFileSync("manifest.json", "utf8").matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? "");
  return new Set([...keys, ...named, ...categories().map((name) => `category_${name}`)]);
}

/** The categories of the core, by their names on the outside. */
function categories(): string[] {
  const source = readFileSync("crate/core/src/boilerplate/mod.rs", "utf8");
  const body = /pub enum Category \{([^}]*)\}/.exec(source)?.[1] ?? "";
  const names = [...body.matchAll(/^\s*([A-Z]\w+),/gm)].map(([, name]) => name ?? "");
  assert.ok(names.length > 20);
  return names.map((name) => name.replaceAll(/(?<!^)([A-Z])/g, "_$1").toLowerCase());
}

/** Lists the names in an archive's central directory. */
const LIST = `
const bytes = require("node:fs").readFileSync(process.argv[1]);
for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
  const [name, extra, comment] = [28, 30, 32].map((by) => bytes.readUInt16LE(at + by));
  console.log(bytes.toString("utf8", at + 46, at + 46 + name));
  at += 46 + name + extra + comment;
}`;
