//! Packs the dictionary of the jieba-rs package.
#![allow(clippy::print_stdout, reason = "a build script speaks to cargo by printing")]

use std::{env, error::Error, fs, path::PathBuf};

use cargo_metadata::MetadataCommand;
use qingdu_core::lexicon::{Pack, with_verbs};

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
    let dictionary = fs::read_to_string(&source).map_err(|error| format!("{source}: {error}"))?;
    let pack = Pack::write(&with_verbs(&dictionary))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("dictionary.pack"), pack)?;
    Ok(())
}
