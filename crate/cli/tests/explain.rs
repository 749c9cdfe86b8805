//! `qingdu explain`: why each block of a page got its verdict, of a saved page and of a report.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
};

const PAGE: &str = "<html><head><title>旧船厂开门</title></head><body><div class=nav>首页 要闻</div><div id=content>\
    <h1>旧船厂开门</h1>\
    <p>镇上的旧船厂停工八年之后，在今年春天重新开了门，第一批学徒来自附近的村子。</p>\
    <p>厂长说，订单已经排到了明年夏天，连退休多年的老师傅也被请了回来。</p>\
    <p>一键关注 👇 点亮星标，每天早上七点见</p></div></body></html>";

fn explain(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qingdu"))
        .arg("explain")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn a_saved_page_is_explained_block_by_block() {
    let text = told(&explain(&["-", "--url", "https://news.example.com/a/1.html"], PAGE));
    assert!(text.starts_with("address   https://news.example.com/a/1.html\narticle   yes\n"), "{text}");
    let block = text.split("\n\n").find(|block| block.contains("点亮星标")).unwrap();
    for part in [
        "hide  follow_prompt",
        "rule      follow-pair",
        " in all; ",
        "follow-pair +7",
        "place     tail, marked; div#content>p",
    ] {
        assert!(block.contains(part), "{part} in {block}");
    }
    let kept = text.split("\n\n").find(|block| block.contains("厂长说")).unwrap();
    assert!(kept.contains("keep  -") && kept.contains("sure") && !kept.contains("rule "), "{kept}");
    let around = text.split("\n\n").find(|block| block.contains("首页")).unwrap();
    assert!(around.contains("place     around; div.nav"), "{around}");
}

#[test]
fn a_report_is_explained_as_it_was_pasted() {
    let report = "```\nqingdu report 1\naddress: https://news.example.com/a/0.html\narticle: yes\n\
        keep | - | - | tail | unsure | 2 | star-only 6, like 4 | div#content>p | 点亮星标看字字字\n\
        hide | follow_prompt | follow-pair | tail | marked | 9 | follow-pair 7 | div#content>p | 一键关注 👇\n```\n";
    let text = told(&explain(&[], report));
    assert!(text.contains("evidence  2 in all; star-only +6, like +4"), "{text}");
    assert!(text.contains("   2  hide  follow_prompt"), "{text}");
}

#[test]
fn a_page_that_is_no_article_is_explained_too() {
    let text = told(&explain(&[], "<html><body><div>登录</div><div>注册</div></body></html>"));
    assert!(text.contains("article   no") && text.contains("登录"), "{text}");
}

#[test]
fn bad_input_is_one_clear_line() {
    let cases = [
        ("", "-: empty"),
        ("<html><body><div></div></body></html>", "-: no text was found"),
        ("qingdu report 7\n", "-: a report of a newer version (7"),
        ("qingdu report 1\nhide | half a line\n", "-: line 2 is no line of a report"),
    ];
    for (given, fault) in cases {
        let output = explain(&[], given);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{given}");
        assert!(said.starts_with(&format!("qingdu: {fault}")) && said.lines().count() == 1, "{given}: {said}");
        assert!(output.stdout.is_empty());
    }
    let lost = explain(&["/nowhere/page.html"], "");
    assert_eq!(lost.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&lost.stderr).contains("/nowhere/page.html"));
}
