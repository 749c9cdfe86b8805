//! What each kind of evidence contributes, over the lines of this folder:
//! `cargo test -p qingdu-core --test ablation -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test fails by panicking; this one prints a table")]

mod shipyard;

use std::{fs, path::Path};

use qingdu_core::{
    article::Hints,
    boilerplate::{Evidence, Level, Settings},
};
use shipyard::{BODY, RUN, page};

/// Whether a line goes, hidden or folded.
fn goes(paragraphs: &[&str], line: &str, without: &[Evidence]) -> bool {
    let settings = Settings { without: without.to_vec(), ..Settings::default() };
    let reading = qingdu_core::read(&page(paragraphs), &Hints::default(), &settings);
    !reading
        .judged()
        .any(|(block, verdict)| block.text == line && verdict.level == Level::Keep && verdict.trims.is_empty())
}

/// The lines of promotion and the genuine ones.
fn lines() -> (Vec<String>, Vec<String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let bare = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        lines.map(|line| line.rsplit('\t').next().unwrap_or(line).trim_start_matches("~ ").to_owned()).collect()
    };
    let (mut promotion, mut genuine) = (Vec::new(), Vec::new());
    let mut paths: Vec<_> = fs::read_dir(root.join("lines")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.extend(fs::read_dir(root.join("second")).unwrap().map(|entry| entry.unwrap().path()));
    for path in paths {
        let is_genuine = path.file_stem().unwrap().to_string_lossy().ends_with("genuine");
        if is_genuine { &mut genuine } else { &mut promotion }.extend(bare(&read(&path)));
    }
    (promotion, genuine)
}

#[test]
#[ignore = "measures, and proves nothing"]
fn what_each_kind_of_evidence_contributes() {
    use Evidence::{Company, Place, Shape};
    let (promotion, genuine) = lines();
    println!(
        "| evidence | promotion in a run | promotion alone | genuine lines that go, in three places |\n|---|---|---|---|"
    );
    let rows: [(&str, &[Evidence]); 5] = [
        ("all", &[]),
        ("without shape", &[Shape]),
        ("without place", &[Place]),
        ("without company", &[Company]),
        ("words alone", &[Shape, Place, Company]),
    ];
    for (name, without) in rows {
        let count = |lines: &[String], place: &dyn Fn(&str) -> bool| lines.iter().filter(|line| place(line)).count();
        let run = |line: &str| goes(&[BODY.as_slice(), &[RUN[0], line, RUN[1]]].concat(), line, without);
        let end = |line: &str| goes(&[BODY.as_slice(), &[line]].concat(), line, without);
        let before = |line: &str| goes(&[BODY.as_slice(), &[line], &RUN].concat(), line, without);
        let between = |line: &str| goes(&[&BODY[..3], &[line], &BODY[3..]].concat(), line, without);
        let lost = count(&genuine, &between) + count(&genuine, &end) + count(&genuine, &before);
        println!(
            "| {name} | {} of {all} | {} of {all} | {lost} of {} |",
            count(&promotion, &run),
            count(&promotion, &end),
            genuine.len() * 3,
            all = promotion.len(),
        );
    }
}
