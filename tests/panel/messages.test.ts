// Every message that the panel asks for exists in both languages, and none is left over.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import messages from "../../extension/content/panel/messages.json";
import { KINDS, kindKey } from "../../extension/content/panel/selection";

const table: Record<string, { zh_CN: string; en: string }> = messages;
const FOLDER = "extension/content/panel";

function keysInCode(): Set<string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const code = files.map((name) => readFileSync(join(FOLDER, name), "utf8")).join("\n");
  return new Set([...[...code.matchAll(/"(panel[A-Z]\w+)"/g)].map((found) => found[1] ?? ""), ...KINDS.map(kindKey)]);
}

void it("the code's keys and the table's are the same", () => {
  assert.deepEqual([...keysInCode()].sort(), Object.keys(table).sort());
});

void it("both languages fill in the same places", () => {
  const places = (text: string) => [...text.matchAll(/\$\d/g)].map(String).sort().join();
  for (const [key, { zh_CN: chinese, en }] of Object.entries(table)) {
    assert.ok(chinese && en, key);
    assert.equal(places(chinese), places(en), key);
  }
});
