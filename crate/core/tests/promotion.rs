//! Promotion and genuine lines of several publishers' styles, written for the project: every line of
//! `tests/lines` stands in an article, at its end, in a run of promotion, or between its paragraphs.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Write as _, fs, path::Path};

use qingdu_core::{
    Reading,
    article::Hints,
    boilerplate::{Category, Level, Settings},
    page::{Builder, Limits, Page},
};

const BODY: [&str; 6] = [
    "市图书馆新馆将于下月开放，总面积约三万平方米。",
    "馆长在发布会上介绍，新馆设有二十四小时自助阅览区，市民凭身份证即可进入。",
    "据统计，旧馆去年接待读者一百二十万人次，周末常常一座难求。",
    "新馆的设计方案经过三轮公开征集，最终由本地团队中标。",
    "工程于三年前动工，期间因地质条件复杂曾两次调整施工方案。",
    "周边居民表示，希望公交线路能够随之增加，方便老人和孩子前来。",
];
const RUN: [&str; 2] = ["看完别忘了点赞转发！", "长按识别二维码，加入读者群"];

/// Reads an article of ZAKER's form with these paragraphs.
fn read(paragraphs: &[&str], settings: &Settings) -> Reading {
    let url = "https://www.myzaker.com/article/69136d80aaaaaaaaaaaaaaaa";
    let mut builder = Builder::new(url, "市图书馆新馆下月开放_ZAKER新闻");
    let body = builder.element(None, "body", false);
    let head = builder.element(Some(body), "div", false);
    builder.attribute(head, "class", "article_header");
    let title = builder.element(Some(head), "h1", false);
    builder.text(title, "市图书馆新馆下月开放");
    let outer = builder.element(Some(body), "div", false);
    builder.attribute(outer, "class", "article_content");
    let content = builder.element(Some(outer), "div", false);
    builder.attribute(content, "id", "content");
    for text in paragraphs {
        let paragraph = builder.element(Some(content), "p", false);
        if let Some(source) = text.strip_prefix("picture ") {
            let picture = builder.element(Some(paragraph), "img", false);
            builder.attribute(picture, "src", source);
        } else {
            builder.text(paragraph, text);
        }
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    qingdu_core::read(&page, &Hints::default(), settings)
}

fn shown(paragraphs: &[&str], line: &str) -> bool {
    let reading = read(paragraphs, &Settings::default());
    let shown = reading.shown().any(|kept| kept.block.text == line);
    for text in BODY {
        assert!(reading.shown().any(|kept| kept.block.text == text), "a paragraph is lost beside {line}: {text}");
    }
    shown
}

/// The lines of a file; `~` marks those which only their company gives away.
fn lines(name: &str) -> Vec<(String, bool)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lines").join(name);
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.strip_prefix("~ ").map_or((line.into(), false), |line| (line.into(), true))).collect()
}

fn categories() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lines");
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with("genuine")).collect();
    names.sort();
    names
}

#[test]
fn promotion_goes_at_the_end_and_in_a_run() {
    let mut left = String::new();
    let (mut count, mut gone) = (0, 0);
    for name in categories() {
        for (line, in_company) in lines(&name) {
            let at_end = [BODY.as_slice(), &[line.as_str()]].concat();
            let in_run = [BODY.as_slice(), &[RUN[0], line.as_str(), RUN[1]]].concat();
            for (place, paragraphs) in [("end", at_end), ("run", in_run)] {
                if place == "end" && in_company {
                    continue;
                }
                count += 1;
                if shown(&paragraphs, &line) {
                    let _ = writeln!(left, "{name}, {place}: {line}");
                } else {
                    gone += 1;
                }
            }
        }
    }
    assert!(gone * 100 >= count * 98, "{gone} of {count}\n{left}");
    insta::assert_snapshot!("promotion_that_stays", left);
}

#[test]
fn promotion_goes_before_the_article_and_between_its_paragraphs() {
    let mut left = String::new();
    for (name, at) in [("lines_head.tsv", 0), ("lines_middle.tsv", 3)] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)).unwrap();
        for row in text.lines().filter(|row| !row.starts_with('#')) {
            let (category, line) = row.split_once('\t').unwrap();
            if shown(&[&BODY[..at], &[line], &BODY[at..]].concat(), line) {
                let _ = writeln!(left, "{category}: {line}");
            }
        }
    }
    assert_eq!(left, "");
}

#[test]
fn genuine_lines_stay_wherever_they_stand() {
    let mut lost = String::new();
    let (mut count, mut kept) = (0, 0);
    for (line, _) in lines("genuine.txt") {
        let between = [&BODY[..3], &[line.as_str()], &BODY[3..]].concat();
        let at_end = [BODY.as_slice(), &[line.as_str()]].concat();
        let before_run = [BODY.as_slice(), &[line.as_str()], &RUN].concat();
        for (place, paragraphs) in [("between", between), ("last", at_end), ("before a run", before_run)] {
            count += 1;
            if shown(&paragraphs, &line) {
                kept += 1;
            } else {
                assert_ne!(place, "between", "lost between paragraphs: {line}");
                let _ = writeln!(lost, "{place}: {line}");
            }
        }
    }
    assert!(kept * 100 >= count * 99, "{kept} of {count}\n{lost}");
    insta::assert_snapshot!("genuine_lines_that_go", lost);
}

#[test]
fn a_category_that_is_off_is_left_alone_and_changes_no_other() {
    // Of every category its first line, in one run.
    let firsts: Vec<String> = categories().iter().filter_map(|name| Some(lines(name).first()?.0.clone())).collect();
    let paragraphs: Vec<&str> = BODY.into_iter().chain(firsts.iter().map(String::as_str)).collect();
    let all = read(&paragraphs, &Settings::default());
    let mut found: Vec<Category> =
        all.verdicts.iter().filter(|v| v.level != Level::Keep).filter_map(|v| v.category).collect();
    found.sort();
    found.dedup();
    assert!(found.len() >= categories().len() - 3, "{found:?}");
    for category in found {
        let some = read(&paragraphs, &Settings { off: vec![category], ..Settings::default() });
        for (before, after) in all.verdicts.iter().zip(&some.verdicts) {
            if before.category == Some(category) {
                assert_eq!(after.level, Level::Keep);
            } else {
                assert_eq!(before, after);
            }
        }
    }
}

#[test]
fn reading_what_was_kept_again_removes_nothing_more() {
    let paragraphs = [
        &["点击上方“晨光读书”，关注并设为星标"],
        BODY.as_slice(),
        &[
            "参考资料：",
            "[ 1 ] https://example.org/report",
            "文中李明为化名。",
            "转载请联系授权",
            "推荐阅读",
            "老街的灯又亮了",
        ],
    ]
    .concat();
    let once = read(&paragraphs, &Settings::default());
    let kept: Vec<String> = once.shown().map(|kept| kept.block.text.clone()).collect();
    assert_eq!(kept.len(), BODY.len() + 3, "{kept:#?}");
    let again = read(&kept.iter().map(String::as_str).collect::<Vec<_>>(), &Settings::default());
    assert_eq!(again.shown().count(), kept.len());
}

#[test]
fn pictures_of_a_run_go_and_those_of_the_article_stay() {
    let paragraphs = [
        &["picture head.jpg"],
        &BODY[..3],
        &["picture middle.jpg"],
        &BODY[3..],
        &["picture last.jpg", RUN[0], "picture poster.jpg", "picture code.png", RUN[1], "picture below.png"],
    ]
    .concat();
    let reading = read(&paragraphs, &Settings::default());
    let picture = |block: &qingdu_core::page::Block| block.pictures.first().map(|picture| picture.source.clone());
    let pictures = reading.judged().filter_map(|(block, verdict)| Some((picture(block)?, verdict.level)));
    let expected = [
        ("head.jpg", Level::Keep),
        ("middle.jpg", Level::Keep),
        ("last.jpg", Level::Keep),
        ("poster.jpg", Level::Hide),
        ("code.png", Level::Hide),
        ("below.png", Level::Hide),
    ];
    assert_eq!(pictures.collect::<Vec<_>>(), expected.map(|(name, level)| (name.to_owned(), level)));
}

#[test]
fn what_was_kept_of_a_long_run_loses_nothing_more() {
    for name in ["promotion.tsv", "third_promotion.tsv", "fourth_promotion.tsv", "blind_promotion.tsv"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/second").join(name);
        let text = fs::read_to_string(path).unwrap();
        let run: Vec<&str> = text.lines().filter_map(|line| line.split('\t').nth(1)).collect();
        for part in run.chunks(12) {
            let once = read(&[BODY.as_slice(), part].concat(), &Settings::default());
            let kept: Vec<String> = once.kept().map(|kept| kept.block.text.clone()).collect();
            let again = read(&kept.iter().map(String::as_str).collect::<Vec<_>>(), &Settings::default());
            let left: Vec<String> = again.kept().map(|kept| kept.block.text.clone()).collect();
            assert_eq!(left, kept);
        }
    }
}

#[test]
fn mixed_paragraphs_are_trimmed_and_their_text_stays() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lines_mixed.tsv")).unwrap();
    let mut faults = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (whole, stays) = line.split_once('\t').unwrap_or((line, line));
        let first = [&[whole], BODY.as_slice()].concat();
        let between = [&BODY[..3], &[whole], &BODY[3..]].concat();
        let at_end = [BODY.as_slice(), &[whole]].concat();
        let before_run = [BODY.as_slice(), &[whole], &RUN].concat();
        for (place, paragraphs) in [("first", first), ("between", between), ("last", at_end), ("run", before_run)] {
            let reading = read(&paragraphs, &Settings::default());
            if !reading.shown().any(|kept| kept.block.text == stays) {
                let block = reading.shown().find(|kept| !BODY.contains(&kept.block.text.as_str()));
                let found = block.map(|kept| kept.block.text.clone()).unwrap_or_default();
                // Unsure is shown: a whole paragraph is a miss, a cut one a fault.
                assert!(found == whole || whole != stays, "{place} cut: {whole}\n{found}");
                let _ = writeln!(faults, "{place}: {whole}\n  {found}");
            }
        }
    }
    insta::assert_snapshot!("mixed_paragraphs_missed", faults);
}

#[test]
fn captions_and_verses_without_any_full_stop_stay() {
    let captions = ["清晨的码头", "第一班轮渡离岸", "等船的人", "卖早点的夫妻", "江面起雾", "灯塔下的老狗"];
    let promoted = ["点击上方“晨光读书”，关注并设为星标", "一键三连，下期更精彩", "扫码入群，领取全套备考资料"];
    let paragraphs = [&promoted[..1], &captions, &promoted[1..]].concat();
    let reading = read(&paragraphs, &Settings::default());
    let shown: Vec<&str> = reading.judged().filter(|(_, v)| v.level == Level::Keep).map(|(b, _)| &*b.text).collect();
    assert_eq!(shown, captions);
}

#[test]
fn credits_are_known_and_never_hidden() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/credits.tsv")).unwrap();
    let mut faults = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (category, line) = line.split_once('\t').unwrap();
        for paragraphs in [[BODY.as_slice(), &[line]].concat(), [BODY.as_slice(), &[line], &RUN].concat()] {
            let reading = read(&paragraphs, &Settings::default());
            let Some((_, verdict)) = reading.judged().find(|(block, _)| block.text == line) else { continue };
            assert_ne!(verdict.level, Level::Hide, "{line}");
            if !verdict.category.is_some_and(Category::is_credit) {
                let _ = writeln!(faults, "{category}: {line} {:?}", verdict.category);
            }
        }
    }
    insta::assert_snapshot!("credits_that_are_not_known", faults);
}

#[test]
fn there_are_enough_lines_of_every_kind() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let tables = ["second/promotion.tsv", "second/third_promotion.tsv", "credits.tsv"];
    let tables: String = tables.iter().map(|name| fs::read_to_string(root.join(name)).unwrap()).collect();
    let of_table = |name: &str| tables.lines().filter(|line| line.split('\t').next() == Some(name)).count();
    let mut names: Vec<String> = categories().iter().map(|name| name.trim_end_matches(".txt").to_owned()).collect();
    names.extend(["editor_credit", "source_credit", "image_credit", "byline", "end_marker"].map(str::to_owned));
    assert_eq!(names.len(), 24, "every category but that of the reader's own rules: {names:?}");
    for name in names {
        let file = root.join(format!("lines/{name}.txt"));
        let own = if file.exists() { lines(&format!("{name}.txt")).len() } else { 0 };
        assert!(own + of_table(&name) >= 20, "{name}: {} and {}", own, of_table(&name));
    }
    let genuine =
        ["second/genuine.txt", "second/third_genuine.txt"].map(|name| fs::read_to_string(root.join(name)).unwrap());
    let genuine: usize = genuine.iter().map(|text| text.lines().count()).sum();
    assert!(lines("genuine.txt").len() + genuine >= 600);
    assert!(fs::read_dir(root.join("adversarial")).unwrap().count() >= 12);
}
