//! Lines that say nothing by themselves, between two lines of promotion: what only fills the run goes with it, what an
//! article needs stays, whatever stands around it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod shipyard;

use std::{fmt::Write as _, fs, path::Path};

use qingdu_core::{
    article::Hints,
    boilerplate::{Level, Settings},
};
use shipyard::{BODY, page};

/// Runs of promotion, each the line before and the line behind.
const RUNS: [[&str; 2]; 3] = [
    ["看完别忘了点赞转发！", "长按识别二维码，加入读者群"],
    ["点击下方链接立即购买，前一百名半价", "点击上方蓝字关注我们，每天带你看海"],
    ["扫码添加小助手，备注“进群”", "觉得不错，点个在看"],
];

fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/company").join(name);
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

/// Whether a line goes between two others behind the article, which loses nothing and keeps neither of the two.
fn goes(run: [&str; 2], line: &str) -> bool {
    let paragraphs = [BODY.as_slice(), &[run[0], line, run[1]]].concat();
    let reading = qingdu_core::read(&page(&paragraphs), &Hints::default(), &Settings::default());
    let shown = |text: &str| reading.shown().any(|kept| kept.block.text == text);
    for text in BODY {
        assert!(shown(text), "a paragraph is lost beside {line}: {text}");
    }
    let verdict = reading.judged().find(|(block, _)| block.text == line).map(|(_, verdict)| verdict);
    if let Some(verdict) = verdict.filter(|verdict| verdict.level != Level::Keep) {
        assert!(verdict.category.is_some() && !verdict.rule.is_empty() && !verdict.reason.is_empty(), "{line}");
    }
    !shown(line)
}

#[test]
fn what_only_fills_a_run_goes_with_it() {
    let mut left = String::new();
    for line in lines("goes.txt") {
        for run in RUNS.iter().filter(|run| !goes(**run, &line)) {
            let _ = writeln!(left, "{line} (behind {})", run[0]);
        }
    }
    assert!(left.is_empty(), "stays:\n{left}");
}

#[test]
fn what_an_article_needs_stays_in_a_run() {
    let mut lost = String::new();
    for line in lines("stays.txt") {
        for run in RUNS.iter().filter(|run| goes(**run, &line)) {
            let _ = writeln!(lost, "{line} (behind {})", run[0]);
        }
    }
    assert!(lost.is_empty(), "lost:\n{lost}");
}
