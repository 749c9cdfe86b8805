//! One article, for tests of what stands behind it.

use qingdu_core::page::{Builder, Limits, Page};

/// Its paragraphs.
pub(crate) const BODY: [&str; 5] = [
    "镇上的修船厂停工八年之后，在今年四月重新开了门。",
    "厂长周礼生说，第一批活儿是六条木质渔船，船龄最长的已经有四十一年。",
    "据县渔业局统计，全县还在使用的木船只剩下一百二十条，会修的师傅不到十个人。",
    "周礼生把四个徒弟送到外省学了半年，又从仓库里翻出了父亲留下的图纸。",
    "第一条船下水那天，堤岸上站满了人，有人放了一挂很长的鞭炮。",
];

/// Promotion that gives away what stands beside it.
#[allow(dead_code, reason = "some tests have runs of their own")]
pub(crate) const RUN: [&str; 2] = ["看完别忘了点赞转发！", "长按识别二维码，加入读者群"];

/// A page of a publisher that no table knows, with these paragraphs.
pub(crate) fn page(paragraphs: &[&str]) -> Page {
    let mut builder = Builder::new("https://news.example.cn/a/20260412/1.html", "修船厂重新开门");
    let body = builder.element(None, "body", false);
    let title = builder.element(Some(body), "h1", false);
    builder.text(title, "修船厂重新开门");
    let content = builder.element(Some(body), "div", false);
    builder.attribute(content, "class", "article-content");
    for text in paragraphs {
        let paragraph = builder.element(Some(content), "p", false);
        builder.text(paragraph, text);
    }
    Page::new(builder.finish(), Limits::default()).unwrap()
}
