//! The reader's own rules and the removals that a reader does not want again, on a whole page.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use proptest::{prelude::*, test_runner::RngSeed};
use qingdu_core::{
    Reading,
    article::Hints,
    boilerplate::{Category, Level, Settings},
    filter::Filters,
    page::{Builder, Limits, Page},
};

const BODY: [&str; 4] = [
    "老茶馆在运河边开了三十年，今年春天换了新主人。",
    "新主人姓沈，原来是船厂的电工，退休以后学会了炒茶和修钟。",
    "他说，茶馆不会涨价，早上四点半照样开门，等的是第一班船上的人。",
    "镇上的老人把自己的茶碗存在柜子里，碗底用红漆写着名字。",
];
const PROMOTION: &str = "一键三连，下期更精彩";

/// A page of ZAKER's form: the body, a line of promotion, a list below, a banner above.
fn page(is_article: bool) -> Page {
    let url = if is_article {
        "https://www.myzaker.com/article/69136d80aaaaaaaaaaaaaaaa"
    } else {
        "https://www.myzaker.com/channel/13"
    };
    let mut builder = Builder::new(url, "运河边的老茶馆_ZAKER新闻");
    let body = builder.element(None, "body", false);
    let banner = builder.element(Some(body), "div", false);
    builder.attribute(banner, "class", "banner");
    builder.text(banner, "春茶节进行中");
    let title = builder.element(Some(body), "h1", false);
    builder.text(title, "运河边的老茶馆");
    let outer = builder.element(Some(body), "div", false);
    builder.attribute(outer, "class", "article_content");
    let content = builder.element(Some(outer), "div", false);
    builder.attribute(content, "id", "content");
    for (at, text) in BODY.iter().chain([&PROMOTION]).enumerate() {
        let paragraph = builder.element(Some(content), "p", false);
        builder.attribute(paragraph, "data-at", &at.to_string());
        builder.text(paragraph, text);
        if at == 1 {
            let note = builder.element(Some(paragraph), "span", false);
            builder.attribute(note, "class", "note");
            builder.text(note, "［延伸视频］");
        }
    }
    let list = builder.element(Some(body), "div", false);
    builder.attribute(list, "id", "relateArea");
    let row = builder.element(Some(list), "p", false);
    builder.attribute(row, "class", "row");
    builder.text(row, "码头上的修表匠");
    Page::new(builder.finish(), Limits::default()).unwrap()
}

fn settings(rules: &str) -> Settings {
    let (filters, faults) = Filters::parse(rules);
    assert_eq!(faults, []);
    Settings { filters, ..Settings::default() }
}

fn read(settings: &Settings) -> Reading {
    qingdu_core::read(&page(true), &Hints::default(), settings)
}

/// What goes: category and text.
fn gone(reading: &Reading) -> Vec<(Category, String)> {
    let blocks = reading.judged().filter(|(_, verdict)| verdict.goes());
    let blocks = blocks.map(|(block, verdict)| (verdict.category.unwrap(), verdict.gone(block)));
    let chrome = reading.chrome.iter().map(|part| (part.verdict.category.unwrap(), part.text.clone()));
    chrome.chain(blocks).collect()
}

fn shown(reading: &Reading) -> Vec<String> {
    reading.shown().map(|kept| kept.block.text.clone()).collect()
}

const LIKE: (Category, &str) = (Category::LikeShare, PROMOTION);
const LIST: (Category, &str) = (Category::RelatedReading, "码头上的修表匠");

fn assert_gone(rules: &str, expected: &[(Category, &str)]) -> Reading {
    let reading = read(&settings(rules));
    let expected: Vec<_> = expected.iter().map(|(category, text)| (*category, (*text).to_owned())).collect();
    assert_eq!(gone(&reading), expected, "{rules}");
    reading
}

#[test]
fn a_rule_hides_over_the_article_and_around_it_with_its_line_as_the_rule() {
    let user = |text| (Category::UserRule, text);
    assert_gone("", &[LIST, LIKE]);
    let reading = assert_gone("##.banner", &[LIST, user("春茶节进行中"), LIKE]);
    assert_eq!(reading.chrome[1].verdict.rule, "##.banner");
    assert!(!reading.chrome[1].verdict.reason.is_empty());
    assert_gone("other.org##.banner", &[LIST, LIKE]);
    // A paragraph of the article: once in the list with its element, once as a block that is not shown.
    let reading = assert_gone("myzaker.com##p:has-text(茶碗)", &[LIST, user(BODY[3]), user(BODY[3]), LIKE]);
    assert_eq!(shown(&reading), [BODY[0], &format!("{}［延伸视频］", BODY[1]), BODY[2]]);
    // A part of a paragraph.
    let reading = assert_gone("##.note", &[LIST, user("［延伸视频］"), user("［延伸视频］"), LIKE]);
    assert_eq!(shown(&reading), BODY);
    // What goes already is not told twice.
    assert_gone("###relateArea .row", &[LIST, LIKE]);
    // Up from a row to its list, which the table hides already: the same.
    assert_gone("##.row:upward(#relateArea)", &[LIST, LIKE]);
}

#[test]
fn an_exception_lifts_rules_tables_and_the_engine() {
    assert_gone("##.banner\nmyzaker.com#@#.banner", &[LIST, LIKE]);
    assert_gone("#@##relateArea", &[LIKE]);
    assert_gone("#@#.row", &[LIKE]);
    let reading = assert_gone("#@#p:has-text(一键三连)", &[LIST]);
    assert_eq!(shown(&reading).last().map(String::as_str), Some(PROMOTION));
    assert_gone("other.org#@##relateArea", &[LIST, LIKE]);
}

#[test]
fn rules_hold_on_a_page_that_is_no_article_and_nothing_else_does() {
    let list = page(false);
    let reading = qingdu_core::read(&list, &Hints::default(), &settings("##.banner"));
    assert!(reading.article.refusal.is_some());
    assert_eq!(gone(&reading), [(Category::UserRule, "春茶节进行中".into())]);
}

#[test]
fn the_page_itself_is_never_hidden() {
    assert_gone("##body\n##html\n##p:upward(body)", &[LIST, LIKE]);
}

#[test]
fn rules_are_a_category_like_the_others() {
    let off = Settings { off: vec![Category::UserRule], ..settings("##.banner") };
    assert_eq!(gone(&read(&off)).len(), 2);
}

#[test]
fn what_is_not_wanted_again_stays_on_every_page_with_the_same_words() {
    let user = settings("##.banner");
    let before = read(&user);
    let key = |reading: &Reading, text: &str| {
        let chrome =
            reading.chrome.iter().find(|part| part.text == text).and_then(qingdu_core::boilerplate::Chrome::key);
        let block =
            reading.judged().find(|(block, _)| block.text == text).and_then(|(block, verdict)| verdict.key(block));
        chrome.or(block).unwrap()
    };
    for text in ["春茶节进行中", LIST.1, LIKE.1] {
        let keep = BTreeSet::from([key(&before, text)]);
        let after = gone(&read(&Settings { keep, ..user.clone() }));
        assert_eq!(after.len(), 2, "{text}");
        assert!(after.iter().all(|(_, gone)| gone != text));
    }
}

#[test]
fn too_much_work_hides_nothing_and_says_so() {
    let mut builder = Builder::new("", "");
    let body = builder.element(None, "body", false);
    for _ in 0..5000 {
        let item = builder.element(Some(body), "i", false);
        builder.text(item, "甲");
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    let reading = qingdu_core::read(&page, &Hints::default(), &settings("##i:has(~ b)\n##i:first-child"));
    assert!(reading.overrun);
    assert!(reading.chrome.is_empty());
    let reading = qingdu_core::read(&page, &Hints::default(), &settings("##i:first-child"));
    assert!(!reading.overrun && reading.chrome.len() == 1);
    assert_eq!(reading.chrome[0].verdict.level, Level::Hide);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_as_rules_and_what_is_read_applies(pieces in prop::collection::vec(prop_oneof![
        prop::sample::select(vec![
            "##", "#@#", "#?#", "p", "div", "#content", ".row", "[data-at", "=\"1\"]", ":has(", ":not(", ":has-text(", "/一键|^老/",
            ":upward(", ":nth-child(", "2n+1", ")", "]", " > ", " + ", " ~ ", ",", "\\", "'", "\n", "myzaker.com", "~", "*", "!", "茶碗",
        ]).prop_map(str::to_owned),
        "\\PC{0,3}",
    ], 0..14)) {
        let text = pieces.concat();
        let (filters, faults) = Filters::parse(&text);
        prop_assert!(filters.len() + faults.len() <= text.lines().count());
        for fault in &faults {
            prop_assert!(!fault.to_string().is_empty() && !fault.what.name().is_empty());
        }
        let reading = read(&Settings { filters, ..Settings::default() });
        prop_assert_eq!(reading.verdicts.len(), reading.article.blocks.len());
        for (block, verdict) in reading.judged() {
            let mut end = 0;
            for trim in &verdict.trims {
                prop_assert!(trim.start >= end && block.text.get(trim.clone()).is_some(), "{:?}", verdict.trims);
                end = trim.end;
            }
        }
    }
}
