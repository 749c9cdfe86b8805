// Preact can be told to parse a string of HTML (`dangerouslySetInnerHTML`). Nothing here does, and no lint of a store
// should have to take our word for it: in what we ship the branch throws instead.
import { readFile } from "node:fs/promises";

/** The branch as preact's own build writes it, whatever its one-letter names are. */
const BRANCH =
  /if\((\w)\)\w\|\|\w&&\(\1\.__html==\w\.__html\|\|\1\.__html==(\w)\.innerHTML\)\|\|\(\2\.innerHTML=\1\.__html\),\w\.__k=\[\];else if\(\w&&\(\2\.innerHTML=""\),/;

/** A plugin for esbuild. A preact whose text is another one stops the build. */
export const withoutHtmlStrings = {
  name: "preact-without-html-strings",
  setup(build) {
    build.onLoad({ filter: /[\\/]preact[\\/]dist[\\/]preact\.module\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const contents = source.replace(BRANCH, 'if($1)throw new Error("no HTML string is parsed here");else if(');
      if (contents === source || contents.includes("innerHTML")) {
        throw new Error("preact has changed: see extension/preact.mjs");
      }
      return { contents, loader: "js" };
    });
  },
};
