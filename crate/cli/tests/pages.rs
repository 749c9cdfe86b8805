//! Whole pages, written for the project, through the command line: what comes out is the contract with
//! scripts and scorers. `pages/` holds articles, each with its output as a snapshot; `refused/` pages that are
//! none.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// Reads a page; its first lines may say where it stands and when it is read.
fn read(path: &Path) -> Output {
    let text = fs::read_to_string(path).unwrap();
    let said = |key: &str| {
        let lines = text.lines().take(2);
        let values = lines.filter_map(|line| line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.strip_prefix(key));
        values.map(|value| value.trim_start_matches(": ").to_owned()).next()
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_qingdu"));
    command.args(["read", "--format", "json"]).arg(path);
    if let Some(url) = said("url") {
        command.args(["--url", &url]);
    }
    command.args(["--now", &said("now").unwrap_or_else(|| "2025-11-12T10:00+08:00".into())]);
    command.output().unwrap()
}

/// The same value with its keys in order: `serde_json` keeps the order of the text where another package of the
/// build asks it to.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut entries: Vec<(String, Value)> = object.into_iter().collect();
            entries.sort_by(|one, other| one.0.cmp(&other.0));
            entries.into_iter().map(|(key, value)| (key, sorted(value))).collect()
        }
        Value::Array(values) => values.into_iter().map(sorted).collect(),
        value => value,
    }
}

#[test]
fn articles_come_out_clean() {
    for path in files("pages") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let output = read(&path);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let mut json: Value = serde_json::from_slice(&output.stdout).unwrap();
        // The timeline has tests of its own.
        json.as_object_mut().unwrap().remove("timeline");
        insta::assert_snapshot!(name, serde_json::to_string_pretty(&sorted(json)).unwrap());
    }
}

#[test]
fn what_is_no_article_is_refused_with_one_line_that_names_it() {
    for path in files("refused") {
        let output = read(&path);
        let fault = String::from_utf8_lossy(&output.stderr);
        let name = path.file_name().unwrap().to_string_lossy();
        assert_eq!(output.status.code(), Some(2), "{name}: {}", String::from_utf8_lossy(&output.stdout));
        assert_eq!(fault.lines().count(), 1, "{name}: {fault}");
        assert!(fault.contains(name.as_ref()), "{name}: {fault}");
    }
}

/// How many of the articles may be missed, and how many of the others taken for one, in a hundred.
const MISSES: usize = 2;
const FALSE_ALARMS: usize = 1;

#[test]
fn articles_are_told_from_what_is_none() {
    let is_article = |path: &PathBuf| read(path).status.success();
    let named = |paths: Vec<PathBuf>| {
        let names = paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
        names.collect::<Vec<_>>()
    };
    let journeys = files("../../../tests/pages/reader")
        .into_iter()
        .filter(|path| path.extension().is_some_and(|end| end == "html"));
    let articles: Vec<PathBuf> = files("accepted").into_iter().chain(journeys).collect();
    let others = files("refused");
    assert!(articles.len() >= 40 && others.len() >= 60);
    let (count, all) = (articles.len(), others.len());
    let missed = named(articles.into_iter().filter(|path| !is_article(path)).collect());
    let taken = named(others.into_iter().filter(is_article).collect());
    assert!(missed.len() * 100 <= count * MISSES, "missed of {count}: {missed:?}");
    assert!(taken.len() * 100 <= all * FALSE_ALARMS, "taken for an article of {all}: {taken:?}");
}

#[test]
fn a_page_over_the_limit_is_refused_with_the_figure() {
    let path = std::env::temp_dir().join("qingdu-over-the-limit.html");
    fs::write(&path, format!("<html><body>{}</body></html>", "<p>一段很长的文字。</p>".repeat(700_000))).unwrap();
    let output = read(&path);
    fs::remove_file(&path).unwrap();
    let fault = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(fault.contains("too large"), "{fault}");
}
