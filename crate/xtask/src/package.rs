//! The finished extension: a folder to load, an archive to hand on.

use std::{
    fs::{self, File},
    io::Write as _,
    path::Path,
};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    Outcome,
    manifest::{self, Browser},
    place,
};

/// What goes into the extension beside the bundles: where it stands, and where it goes.
const FILES: &[(&str, &str)] = &[
    ("build/engine/qingdu_bg.wasm", "engine.wasm"),
    ("build/engine/dictionary.pack", "dictionary.pack"),
    ("extension/shared/base.css", "base.css"),
    ("extension/options/options.html", "options.html"),
    ("extension/options/options.css", "options.css"),
    ("extension/popup/popup.html", "popup.html"),
    ("extension/popup/popup.css", "popup.css"),
    ("extension/welcome/welcome.html", "welcome.html"),
    ("extension/welcome/welcome.css", "welcome.css"),
    ("extension/welcome/sample.css", "sample.css"),
    ("extension/welcome/sample.svg", "sample.svg"),
];

/// Folders that go in whole: where they stand, which files, and where they go.
const FOLDERS: &[(&str, &str, &str)] =
    &[("build/bundle", "js", ""), ("extension/icons", "png", "icons"), ("build/locales", "json", "_locales")];

/// Writes `dist/<browser>` and its archive.
pub(crate) fn assemble(browser: Browser) -> Outcome {
    let root = place::root();
    let folder = root.join("dist").join(browser.name());
    place::fresh(&folder)?;
    for (from, to) in FILES {
        copy(&root.join(from), &folder.join(to))?;
    }
    for (from, extension, to) in FOLDERS {
        let from = root.join(from);
        for file in place::files(&from)? {
            if file.extension().is_some_and(|found| found == *extension) {
                copy(&from.join(&file), &folder.join(to).join(&file))?;
            }
        }
    }
    let version = env!("CARGO_PKG_VERSION");
    let source = fs::read_to_string(root.join("manifest.json"))?;
    fs::write(folder.join("manifest.json"), manifest::variant(&source, browser, version)?)?;
    archive(&folder, &root.join(format!("dist/qingdu-{version}-{}.zip", browser.name())))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map_err(|error| format!("{}: {error}", from.display()))?;
    Ok(())
}

/// Same files, same bytes: sorted names, no times, no modes of this machine.
fn archive(folder: &Path, to: &Path) -> Outcome {
    let mut zip = ZipWriter::new(File::create(to)?);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for file in place::files(folder)? {
        let name = file.to_str().ok_or("a file name is no UTF-8")?.replace('\\', "/");
        zip.start_file(name, options)?;
        zip.write_all(&fs::read(folder.join(&file))?)?;
    }
    zip.finish()?;
    Ok(())
}
