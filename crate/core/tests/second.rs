//! A second set of lines, written before the engine was asked about any of them: how much promotion goes that
//! nobody has seen, and that no genuine line goes with it. `docs/BOILERPLATE.md` has what the first run gave.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipyard;

use std::{fmt::Write as _, fs, path::Path};

use qingdu_core::{
    article::Hints,
    boilerplate::{Level, Settings},
};
use shipyard::{BODY, RUN, page};

/// How a line ends: shown, folded or hidden. A paragraph of the body that is lost fails.
fn level(paragraphs: &[&str], line: &str) -> Level {
    let reading = qingdu_core::read(&page(paragraphs), &Hints::default(), &Settings::default());
    for text in BODY {
        let stays = reading.shown().any(|kept| kept.block.text == text);
        assert!(stays, "a paragraph is lost beside {line}: {text}");
    }
    let found = reading.judged().find(|(block, _)| block.text == line);
    found.map_or(Level::Hide, |(_, verdict)| if verdict.trims.is_empty() { verdict.level } else { Level::Hide })
}

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second").join(name)).unwrap()
}

/// How many lines of a file go where they stand alone behind the article, and in a run of promotion, with those
/// that stay.
fn gone(name: &str) -> ([u32; 4], String) {
    let mut left = String::new();
    let [mut alone, mut alone_gone, mut run, mut run_gone] = [0; 4];
    for line in file(name).lines().filter(|line| !line.is_empty()) {
        let (category, text) = line.split_once('\t').unwrap();
        // `~`: only its company gives it away.
        let (text, in_company) = text.strip_prefix("~ ").map_or((text, false), |text| (text, true));
        if !in_company {
            alone += 1;
            let at_end = [BODY.as_slice(), &[text]].concat();
            if level(&at_end, text) == Level::Keep {
                let _ = writeln!(left, "alone, {category}: {text}");
            } else {
                alone_gone += 1;
            }
        }
        run += 1;
        let in_run = [BODY.as_slice(), &[RUN[0], text, RUN[1]]].concat();
        if level(&in_run, text) == Level::Keep {
            let _ = writeln!(left, "in a run, {category}: {text}");
        } else {
            run_gone += 1;
        }
    }
    ([alone_gone, alone, run_gone, run], left)
}

#[test]
fn most_promotion_that_nobody_has_seen_goes_even_alone() {
    let sets = [
        ("promotion.tsv", 99, 99),
        ("third_promotion.tsv", 100, 100),
        ("fourth_promotion.tsv", 82, 84),
        ("blind_promotion.tsv", 82, 83),
        // Written by another hand, never tuned on and not learned from, unlike those before: what of such lines goes whose words nobody has thought of.
        ("untuned_promotion.tsv", 41, 51),
    ];
    let mut short = String::new();
    for (name, alone_least, run_least) in sets {
        let ([alone_gone, alone, run_gone, run], left) = gone(name);
        let figures = format!("{name}: alone {alone_gone} of {alone}, in a run {run_gone} of {run}\n{left}");
        if alone_gone * 100 < alone * alone_least || run_gone * 100 < run * run_least {
            short.push_str(&figures);
        }
    }
    assert_eq!(short, "");
}

#[test]
fn no_genuine_line_goes_with_it() {
    let mut lost = String::new();
    for name in ["genuine.txt", "third_genuine.txt", "fourth_genuine.txt", "blind_genuine.txt", "untuned_genuine.txt"] {
        for line in file(name).lines().filter(|line| !line.is_empty()) {
            let between = [&BODY[..3], &[line], &BODY[3..]].concat();
            let at_end = [BODY.as_slice(), &[line]].concat();
            let before_run = [BODY.as_slice(), &[line], &RUN].concat();
            for (place, paragraphs) in [("between", between), ("last", at_end), ("before a run", before_run)] {
                let level = level(&paragraphs, line);
                if level != Level::Keep {
                    let _ = writeln!(lost, "{place}, {level:?}: {line}");
                }
            }
        }
    }
    assert_eq!(lost, "");
}

#[test]
fn behind_the_mark_of_its_end_an_article_is_over() {
    let line = "江上的船，岸上的灯";
    for (end, expected) in [("", Level::Keep), ("— 完 —", Level::Hide), ("END", Level::Hide)] {
        let paragraphs = [BODY.as_slice(), &[end, line]].concat();
        assert_eq!(level(&paragraphs, line), expected, "{end}");
    }
    for line in ["参考资料：《木船志》", "（作者系地方史学者）", "更正：船龄应为四十年。", "文中周小莲为化名。"]
    {
        assert_eq!(level(&[BODY.as_slice(), &["— 完 —", line]].concat(), line), Level::Keep, "{line}");
    }
}
