// The built extension in the language of a test, whatever languages the browser was installed with: with the texts of one
// language alone, which is then the default, a browser has no choice.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of a build that speaks one language; whoever asks for it removes it. */
export async function spoken(build: string, language: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "qingdu-"));
  await cp(build, folder, { recursive: true });
  const locales = join(folder, "_locales");
  const names = await readdir(locales);
  const asked = language.replace("-", "_");
  // `en` for `en_US`: a browser takes the nearest.
  const kept = names.find((name) => name === asked) ?? names.find((name) => asked.startsWith(`${name}_`)) ?? asked;
  for (const other of names.filter((name) => name !== kept)) {
    await rm(join(locales, other), { recursive: true });
  }
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: kept }));
  return folder;
}
