#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::{
    article::Hints,
    page::{Builder, Limits},
};

const PROSE: [&str; 3] = [
    "旧船厂停工八年之后，今年春天重新开了门，第一批学徒来自附近的三个村子。",
    "厂长周岱山说，订单已经排到了明年夏天，连退休的老师傅都被请了回来。",
    "镇上的码头也在整修，预计秋天可以停靠第一条游船，沿岸的步道会一起开放。",
];

fn report(tail: &[&str], redacted: bool) -> Report {
    let mut builder = Builder::new("https://news.example.com/article/20260318?from=friend", "旧船厂开门");
    let body = builder.element(None, "body", false);
    let aside = builder.element(Some(body), "div", false);
    builder.attribute(aside, "class", "login-box");
    builder.text(aside, "登录后查看 13800138000 的消息");
    let article = builder.element(Some(body), "div", false);
    builder.attribute(article, "id", "content7");
    for line in PROSE.iter().chain(tail) {
        let paragraph = builder.element(Some(article), "p", false);
        builder.text(paragraph, line);
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    let settings = Settings::default();
    let reading = crate::read(&page, &Hints::default(), &settings);
    Report::of(&page, &reading, &settings, redacted)
}

#[test]
fn a_report_tells_each_block_with_its_verdict_and_keeps_the_text_to_itself() {
    let report = report(&["一键关注 👇 点亮星标，每天早上与林晓舟相约"], true);
    let text = report.to_string();
    for secret in ["周岱山", "林晓舟", "退休", "13800138000", "20260318", "friend", "旧船厂"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(report.address, "https://news.example.com/article/00000000");
    assert_eq!(report.article, "yes");
    let last = report.lines.last().unwrap();
    assert_eq!((last.level.as_str(), last.category.as_str(), last.place.as_str()), ("hide", "follow_prompt", "tail"));
    assert!(last.sum.unwrap() >= 6 && last.rules.iter().any(|(key, _)| *key == last.rule), "{last}");
    assert!(last.text.starts_with("一键关注 👇"), "{last}");
    assert_eq!(last.path, "div#content0>p");
    let first = report.lines.first().unwrap();
    assert_eq!((first.place.as_str(), first.path.as_str()), ("around", "div.login-box"));
}

#[test]
fn a_report_is_read_as_it_was_written_however_it_was_pasted() {
    let report = report(&["一键关注 | 点亮星标", "（完）"], true);
    let text = report.to_string();
    assert_eq!(Report::parse(&text).unwrap(), Report::parse(&format!("\u{feff}\n```\n{text}\n```\n")).unwrap());
    let again = Report::parse(&text).unwrap();
    assert_eq!(again.to_string(), text);
    assert_eq!(again.lines.len(), report.lines.len());
}

#[test]
fn what_is_no_report_is_named() {
    assert_eq!(Report::parse("<p>页面</p>"), Err(Fault::Other));
    assert_eq!(Report::parse("qingdu report 99"), Err(Fault::Newer(99)));
    assert_eq!(Report::parse("qingdu report 1\naddress: x\n\nhide | what"), Err(Fault::Line(4)));
    assert_eq!(Report::parse("qingdu report 1\nmore: many"), Err(Fault::Line(2)));
}

#[test]
fn a_page_of_many_blocks_gives_a_report_that_ends() {
    let lines: Vec<String> = (0..MOST + 50).map(|at| format!("第{at}段")).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&lines, true);
    assert_eq!((report.lines.len(), report.more), (MOST, 54));
    assert_eq!(Report::parse(&report.to_string()).unwrap().more, 54);
}
