//! Packs the dictionary of the jieba-rs package.
#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use cargo_metadata::MetadataCommand;
use qingdu_core::lexicon::Pack;

fn main() -> Result<(), Box<dyn Error>> {
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("Cargo.toml");
    let metadata = MetadataCommand::new()
        .manifest_path(manifest)
        .other_options(vec!["--locked".into(), "--filter-platform".into(), env::var("HOST")?])
        .exec()?;
    let jieba = metadata.packages.iter().find(|package| package.name.as_str() == "jieba-rs");
    let jieba = jieba.ok_or("jieba-rs is not among the packages")?;
    let source = jieba.manifest_path.with_file_name("src").join("data").join("dict.txt");
    println!("cargo::rerun-if-changed={source}");
    let read = |path: &Path| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/text/verbs.tsv");
    println!("cargo::rerun-if-changed={}", table.display());
    let pack = Pack::write(&with_verbs(&read(source.as_std_path())?, &read(&table)?, &table)?)?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("dictionary.pack"), pack)?;
    Ok(())
}

/// How often a word is taken to stand that the dictionary does not have: seldom, but oftener than its letters alone.
const SELDOM: u32 = 50;

/// The dictionary with the verbs of a table: tagged as such, or added.
fn with_verbs(dictionary: &str, table: &str, path: &Path) -> Result<String, String> {
    let mut verbs = BTreeMap::new();
    for (line, row) in (1..).zip(table.lines()) {
        if row.starts_with('#') || row == "word\treason" {
            continue;
        }
        let fault = |what: &str| format!("{}:{line}: {what}: {row}", path.display());
        match row.split_once('\t') {
            Some((word, reason)) if !word.is_empty() && !reason.is_empty() => {
                if verbs.insert(word, false).is_some() {
                    return Err(fault("it stands twice"));
                }
            }
            _ => return Err(fault("a word and its reason are wanted")),
        }
    }
    let mut packed = String::with_capacity(dictionary.len());
    for line in dictionary.lines() {
        let mut cells = line.split(' ');
        match (cells.next(), cells.next()) {
            (Some(word), Some(often)) if verbs.contains_key(word) => {
                packed.extend([word, " ", often, " v\n"]);
                verbs.insert(word, true);
            }
            _ => packed.extend([line, "\n"]),
        }
    }
    let often = SELDOM.to_string();
    for (word, _) in verbs.into_iter().filter(|(_, known)| !known) {
        packed.extend([word, " ", &often, " v\n"]);
    }
    Ok(packed)
}
