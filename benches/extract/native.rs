//! Reading a page natively beside `dom_smoothie`, the fastest native port of Readability: the same pages, from the same
//! bytes, in one run.
//!
//! `cargo bench -p qingdu-cli --bench extract`; with `-- --smoke` a few rounds, to see that it runs; with a folder
//! behind it, that folder's pages. Both go over the pages in turns and the medians are compared: a machine's own speed
//! cancels out. Ours has its title, source, author, time, body, verdicts; theirs what `parse` gives.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark, not the product"
)]

use std::{fs, hint::black_box, path::Path, path::PathBuf, time::Instant};

use dom_smoothie::Readability;
use qingdu_core::{
    article::{self, Hints},
    boilerplate::Settings,
    page::{Limits, Page},
};

#[allow(dead_code, reason = "what its tests share")]
#[path = "../../crate/cli/src/dom.rs"]
mod dom;
#[allow(dead_code, reason = "what its tests share")]
#[path = "../../crate/cli/src/html.rs"]
mod html;

/// What is measured, each beside `dom_smoothie`.
const NAMES: [&str; 3] = ["decision", "article", "reading"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let smoke = arguments.iter().any(|argument| argument == "--smoke");
    let rounds = if smoke { 3 } else { 21 };
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let pages = match arguments.iter().find(|argument| !argument.starts_with("--")) {
        Some(folder) => pages(Path::new(folder)),
        None => ["accepted", "refused"].iter().flat_map(|folder| pages(&fixtures.join(folder))).collect(),
    };
    for page in pages.iter().map(|bytes| page(bytes)) {
        let read = article::find(&page, &Hints::default());
        assert_eq!(article::refusal(&page), read.refusal, "the decision is another alone: {}", page.title());
    }
    let mut ours = NAMES.map(|_| Vec::new());
    let mut theirs = Vec::new();
    for _ in 0..rounds {
        for (times, work) in ours.iter_mut().zip([decision, found, reading] as [fn(&[u8]) -> usize; 3]) {
            times.push(seconds(|| pages.iter().map(|page| work(page)).sum()));
        }
        theirs.push(seconds(|| pages.iter().filter(|page| smoothed(page)).count()));
    }
    let theirs = median(theirs);
    println!(
        "{} pages, medians of {rounds} rounds; dom_smoothie {:.2} ms a page",
        pages.len(),
        per_page(theirs, &pages)
    );
    for (name, times) in NAMES.iter().zip(ours) {
        let time = median(times);
        println!("  {name:<9} {:>5.2} ms a page, ratio {:.2}", per_page(time, &pages), time / theirs);
    }
}

/// Whether a page is an article, from its bytes.
fn decision(bytes: &[u8]) -> usize {
    usize::from(article::refusal(&page(bytes)).is_none())
}

/// The blocks of a page's article, from its bytes.
fn found(bytes: &[u8]) -> usize {
    article::find(&page(bytes), &Hints::default()).blocks.len()
}

/// The verdicts on a page, from its bytes: all that the extension asks for.
fn reading(bytes: &[u8]) -> usize {
    qingdu_core::read(&page(bytes), &Hints::default(), &Settings::default()).verdicts.len()
}

fn page(bytes: &[u8]) -> Page {
    Page::new(html::snapshot(black_box(bytes), ""), Limits::default()).unwrap()
}

fn smoothed(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(black_box(bytes));
    Readability::new(&*text, None, None)
        .and_then(|mut reader| reader.parse())
        .is_ok_and(|found| !found.content.is_empty())
}

fn seconds(work: impl FnOnce() -> usize) -> f64 {
    let started = Instant::now();
    black_box(work());
    started.elapsed().as_secs_f64()
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn per_page(seconds: f64, pages: &[Vec<u8>]) -> f64 {
    seconds * 1000.0 / pages.len() as f64
}

/// The pages of a folder, `*.html` in it or one folder further down.
fn pages(folder: &Path) -> Vec<Vec<u8>> {
    let list = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).map(|entries| entries.map(|entry| entry.unwrap().path()).collect()).unwrap_or_default()
    };
    let mut paths: Vec<PathBuf> =
        list(folder).into_iter().flat_map(|path| if path.is_dir() { list(&path) } else { vec![path] }).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "html"));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}
