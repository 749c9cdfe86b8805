//! The tagger beside a plain scan of the same texts for digits: how far it is from only looking at every letter.
//!
//! `cargo bench -p qingdu-core --bench timex`; with `-- --smoke` a few rounds, to see that it runs. Both go over the
//! texts in turns, in one run, and the medians are compared: a machine's own speed cancels out.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a benchmark, not the product"
)]

use std::{fs, hint::black_box, path::Path, time::Instant};

use chrono::{NaiveDate, NaiveDateTime};
use qingdu_core::timex;

fn main() {
    let rounds = if std::env::args().any(|argument| argument == "--smoke") { 3 } else { 31 };
    let texts = articles();
    let letters: usize = texts.iter().map(|text| text.chars().count()).sum();
    let published = NaiveDate::from_ymd_opt(2025, 11, 12).unwrap().and_hms_opt(10, 0, 0);
    let (mut ours, mut plain, mut found) = (Vec::new(), Vec::new(), 0);
    for _ in 0..rounds {
        let started = Instant::now();
        found = texts.iter().map(|text| expressions(text, published)).sum();
        ours.push(started.elapsed().as_secs_f64());
        let started = Instant::now();
        let digits: usize = texts.iter().map(|text| digits(black_box(text))).sum();
        plain.push(started.elapsed().as_secs_f64());
        black_box(digits);
    }
    let (ours, plain) = (median(ours), median(plain));
    println!("{} articles, {letters} letters, {found} expressions, medians of {rounds} rounds", texts.len());
    println!("  tagger         {:>7.1} million letters a second", letters as f64 / ours / 1e6);
    println!("  scan for digits{:>7.1} million letters a second", letters as f64 / plain / 1e6);
    println!("  ratio          {:>7.1}", ours / plain);
    assert!(found > texts.len(), "the tagger finds nothing");
}

fn expressions(text: &str, published: Option<NaiveDateTime>) -> usize {
    black_box(timex::find(black_box(text), published)).len()
}

/// The runs of digits of a text.
fn digits(text: &str) -> usize {
    let mut inside = false;
    let mut runs = 0;
    for letter in text.chars() {
        let digit = letter.is_ascii_digit();
        runs += usize::from(digit && !inside);
        inside = digit;
    }
    runs
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// The articles of the timeline's gold and of the tagger's, whose marks are taken out.
fn articles() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let of = |folder: &str| {
        let mut paths: Vec<_> = fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths
    };
    let stories =
        of("cli/tests/timeline").into_iter().map(|path| path.join("article.txt")).filter(|path| path.exists());
    let tagged = of("core/tests/timex/articles");
    stories.chain(tagged).map(|path| bare(&fs::read_to_string(path).unwrap())).collect()
}

/// A text without the values that the gold writes behind its expressions: `[去年5月=2024-05]` is `去年5月`.
fn bare(text: &str) -> String {
    let mut bare = String::new();
    let mut value = false;
    for letter in text.chars() {
        match letter {
            '=' => value = true,
            '[' | ']' => value = false,
            _ if value => {}
            letter => bare.push(letter),
        }
    }
    bare
}
