// The source package that Firefox's reviewers rebuild: what git tracks, as it is committed.
//   node extension/source.mjs           writes dist/qingdu-<version>-source.tar.gz, of the last commit
//   node extension/source.mjs --check   after ./build.sh: writes it of the files as they are, rebuilds from it elsewhere,
//                                       and compares every file of the extension with dist/
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(await readFile(`${root}/package.json`, "utf8"));
const archive = `dist/qingdu-${version}-source.tar.gz`;

function run(command, given, options = {}) {
  return execFileSync(command, given, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], ...options });
}

/** All files below a folder with their bytes, by their paths. */
async function files(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [relative(folder, path), await readFile(path)])));
}

async function differences(browser, elsewhere) {
  const [ours, theirs] = [await files(`${root}/dist/${browser}`), await files(`${elsewhere}/dist/${browser}`)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  console.log(`${browser}: ${names.length} files compared`);
  return names.filter((name) => !(ours.get(name)?.equals(theirs.get(name) ?? Buffer.alloc(0)) ?? false));
}

await mkdir(`${root}/dist`, { recursive: true });
const checks = process.argv.includes("--check");
// A commit of the files as they are, which no branch knows; nothing where they are as they were committed.
// It is nobody's, so that none need have told git a name.
const nobody = ["-c", "user.name=check", "-c", "user.email=check@localhost"];
const changed = run("git", [...nobody, "stash", "create"]).trim();
const commit = checks && changed !== "" ? changed : "HEAD";
run("git", ["archive", "--format=tar.gz", `--prefix=qingdu-${version}/`, "-o", archive, commit]);
console.log(archive);
if (!checks && changed !== "") {
  console.warn("There are changes that are not committed: they are not in the package.");
}

if (checks) {
  const folder = await mkdtemp(join(tmpdir(), "qingdu-source-"));
  try {
    run("tar", ["-xzf", archive, "-C", folder]);
    const elsewhere = `${folder}/qingdu-${version}`;
    // Its own packages, its own Rust: nothing of this tree is used. What was compiled there is kept for the next time.
    run("./build.sh", [], { cwd: elsewhere, env: { ...process.env, CARGO_TARGET_DIR: `${root}/target/source` } });
    const different = [];
    for (const browser of ["chrome", "firefox"]) {
      different.push(...(await differences(browser, elsewhere)).map((name) => `${browser}/${name}`));
    }
    if (different.length > 0) {
      console.error(`not the same when built from ${archive}: ${different.join(", ")}`);
      process.exitCode = 1;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
