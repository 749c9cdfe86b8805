// What the stores are told, beside what is so.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

/** The longest summary that Chrome's store takes. */
const SUMMARY = 132;

const manifest = JSON.parse(readFileSync("manifest.json", "utf8")) as Record<string, string[]>;

for (const language of ["zh_CN", "en"]) {
  describe(`the listing in ${language}`, () => {
    const text = readFileSync(`docs/store/${language}.md`, "utf8");
    const sections = text.split(/^## /m).slice(1);
    const messages = JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8")) as Record<string, { message: string }>;
    const lines = (at: number): string => (sections[at] ?? "").split("\n").slice(1).filter((line) => !line.startsWith("<!--")).join("\n").trim();

    it("has the extension's own name, and a summary that fits", () => {
      assert.equal(lines(0), messages["extensionName"]?.message);
      assert.ok(lines(1).length > 20 && lines(1).length <= SUMMARY, String(lines(1).length));
      assert.ok((messages["extensionDescription"]?.message ?? "").length <= SUMMARY);
    });

    it("justifies each permission, and none that is not asked for", () => {
      const table = sections.find((section) => section.includes("`activeTab`")) ?? "";
      const named = [...table.matchAll(/^\| .*?`([^`]+)` \|/gm)].map(([, name]) => name ?? "");
      const hosts = [...(manifest["host_permissions"] ?? []), ...(manifest["optional_host_permissions"] ?? [])];
      const asked = [...(manifest["permissions"] ?? []), ...hosts].map((name) => name.replace("*://*.myzaker.com/*", "*.myzaker.com"));
      assert.deepEqual(named, asked);
      const policy = readFileSync("docs/PRIVACY.md", "utf8");
      for (const name of manifest["permissions"] ?? []) {
        assert.ok(policy.includes(`| \`${name}\` |`), name);
      }
    });

    it("has pictures of the size that the stores want", () => {
      const pictures = readdirSync(`docs/store/${language}`).filter((name) => name.endsWith(".png"));
      assert.ok(pictures.length >= 3 && pictures.length <= 5, String(pictures.length));
      for (const name of pictures) {
        const bytes = readFileSync(`docs/store/${language}/${name}`);
        assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1280, 800], name);
      }
    });
  });
}
