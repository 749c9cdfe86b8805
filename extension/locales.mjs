// The words of each language in one file, as the browsers want them: those of _locales, and those that the
// panel, the picker, the reader mode, the options and the first steps keep beside themselves. A key that is missing in a language, or there twice, stops the build.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
export const LANGUAGES = ["zh_CN", "en"];

async function json(path) {
  return JSON.parse(await readFile(`${root}/${path}`, "utf8"));
}

/** All messages of one language, by key. */
export async function messages(language) {
  const all = await json(`extension/_locales/${language}/messages.json`);
  for (const part of ["content/panel", "content/picker", "content/reader", "options", "welcome"]) {
    for (const [key, texts] of Object.entries(await json(`extension/${part}/messages.json`))) {
      if (key in all) {
        throw new Error(`${key} stands in _locales and in the messages of ${part}, or twice`);
      }
      all[key] = { message: texts[language] };
    }
  }
  return all;
}

/** Writes `build/locales/<language>/messages.json`. */
export async function writeLocales() {
  const [first, ...others] = await Promise.all(LANGUAGES.map(messages));
  for (const [at, other] of others.entries()) {
    const missing = [...Object.keys(first).filter((key) => !(key in other)), ...Object.keys(other).filter((key) => !(key in first))];
    if (missing.length > 0) {
      throw new Error(`not in both ${LANGUAGES[0]} and ${LANGUAGES[at + 1]}: ${missing.join(", ")}`);
    }
  }
  await rm(`${root}/build/locales`, { recursive: true, force: true });
  for (const [at, language] of LANGUAGES.entries()) {
    const folder = `${root}/build/locales/${language}`;
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/messages.json`, `${JSON.stringify([first, ...others][at], null, 2)}\n`);
  }
}
