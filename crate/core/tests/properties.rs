//! What must hold for any page: no panic, one verdict a block, trims on the borders of letters, the same
//! result twice, and nothing removed where there is no article.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::{prelude::*, test_runner::RngSeed};
use qingdu_core::{
    article::Hints,
    boilerplate::{Level, Settings},
    page::{Builder, Limits, Page},
};

/// Pieces of text with the words and signs that the rules look at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("一键三连"),
        Just("欢迎在评论区留言"),
        Just("扫码"),
        Just("二维码"),
        Just("关注"),
        Just("公众号"),
        Just("推荐阅读"),
        Just("免责声明："),
        Just("2025-11-12 10:20"),
        Just("8小时前"),
        Just("来源："),
        Just("记者说，"),
        Just("参考链接："),
        Just("https://example.org/a"),
        Just("。"),
        Just("\" "),
        Just("“"),
        Just("👇"),
        Just("\u{200b}"),
        Just("今年的产量比去年增长了一成，农户的收入也随之提高"),
    ];
    prop::collection::vec(prop_oneof![3 => piece.prop_map(str::to_owned), 1 => "\\PC{0,6}"], 0..8)
        .prop_map(|parts| parts.concat())
}

/// A page as a list of steps: how deep the next element stands, its tag, its class, its text.
fn page() -> impl Strategy<Value = Page> {
    let tag = prop::sample::select(vec![
        "p",
        "p",
        "p",
        "p",
        "div",
        "div",
        "a",
        "h1",
        "li",
        "br",
        "img",
        "strong",
        "blockquote",
        "pre",
        "aside",
        "script",
        "meta",
        "time",
        "span",
    ]);
    let class = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        "article_content",
        "content",
        "comment",
        "relate",
        "zk_remark",
        "article_tips",
        "title",
        "header",
    ]);
    let id = prop::sample::select(vec!["", "", "", "", "", "content", "ID_disclaimer", "relateArea"]);
    let url = prop_oneof![
        Just("https://www.myzaker.com/article/69136d8000aa11bb22cc33dd"),
        Just("https://news.example.cn/a/20251112/1.html"),
        Just(""),
    ];
    let steps = prop::collection::vec((0_usize..6, tag, class, id, text()), 0..40);
    (url, text(), steps).prop_map(|(url, title, steps)| {
        let mut builder = Builder::new(url, &title);
        let mut open = vec![builder.element(None, "body", false)];
        for (depth, tag, class, id, text) in steps {
            open.truncate(depth.min(open.len() - 1) + 1);
            let node = builder.element(open.last().copied(), tag, class == "title" && depth == 5);
            builder.attribute(node, "class", class);
            builder.attribute(node, "id", id);
            if tag == "meta" {
                builder.attribute(node, "content", &text);
            } else if !text.is_empty() {
                builder.text(node, &text);
            }
            open.push(node);
        }
        Page::new(builder.finish(), Limits::default()).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(page in page()) {
        let reading = qingdu_core::read(&page, &Hints::default(), &Settings::default());
        prop_assert_eq!(reading.verdicts.len(), reading.article.blocks.len());
        for (block, verdict) in reading.judged() {
            for trim in &verdict.trims {
                prop_assert!(block.text.get(trim.clone()).is_some_and(|part| !part.is_empty()));
                prop_assert!(trim.len() < block.text.len(), "a trim leaves something");
            }
            prop_assert!(verdict.level == Level::Keep || verdict.category.is_some());
            prop_assert!(verdict.level == Level::Keep || !verdict.reason.is_empty());
        }
        for chrome in &reading.chrome {
            for node in &chrome.nodes {
                let holds = reading.article.body.iter().any(|body| page.contains(*node, *body));
                prop_assert!(!holds || !reading.article.stray.is_empty(), "chrome never holds the body");
            }
        }
        if reading.article.refusal.is_some() {
            prop_assert!(reading.chrome.is_empty());
            prop_assert!(reading.verdicts.iter().all(|verdict| verdict.level == Level::Keep));
        }
        let again = qingdu_core::read(&page, &Hints::default(), &Settings::default());
        prop_assert_eq!(reading.verdicts, again.verdicts);
        prop_assert_eq!(reading.article.published, again.article.published);
    }

    #[test]
    fn a_category_that_is_off_touches_no_other(page in page(), at in 0_usize..24) {
        let all = qingdu_core::read(&page, &Hints::default(), &Settings::default());
        let categories: Vec<_> = all.verdicts.iter().filter_map(|verdict| verdict.category).collect();
        if let Some(off) = categories.get(at % categories.len().max(1)).copied() {
            let some = qingdu_core::read(&page, &Hints::default(), &Settings { off: vec![off], ..Settings::default() });
            for (before, after) in all.verdicts.iter().zip(&some.verdicts) {
                let holds = if before.category == Some(off) { after.level == Level::Keep } else { before == after };
                prop_assert!(holds, "{before:?} became {after:?}");
            }
        }
    }
}
