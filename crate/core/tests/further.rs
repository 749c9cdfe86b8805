//! Pages that put the next article behind the one that was opened.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use qingdu_core::{
    Reading,
    article::Hints,
    boilerplate::{Level, Settings},
    page::{Builder, Limits, Page},
};

const FIRST: [&str; 5] = [
    "镇上的修船厂停工八年之后，在今年四月重新开了门。",
    "厂长周礼生说，第一批活儿是六条木质渔船，船龄最长的已经有四十一年。",
    "据县渔业局统计，全县还在使用的木船只剩下一百二十条，会修的师傅不到十个人。",
    "第一条船下水那天，堤岸上站满了人，有人放了一挂很长的鞭炮。",
    "看完别忘了点赞转发！",
];
const SECOND: [&str; 7] = [
    "点击上方蓝字关注我们，每天带你看海",
    "熄灭九年之后，黄礁岛的老灯塔在周三晚上重新亮起，岛上的居民站满了码头。",
    "今年 2 月，航标处更换了透镜和电路，守塔人的儿子周海生也参加了施工。",
    "他说，父亲在世时最放心不下的就是这盏灯，如今总算可以告诉他，灯又亮了。",
    "按照计划，灯塔的底层将在夏天开放参观，陈列旧航海日志和手摇雾号。看完记得点赞转发",
    "觉得不错，点个在看",
    "免责声明：本文内容仅供参考，不代表本站立场，如有侵权请联系删除。",
];

/// How the page lays out its articles.
#[derive(Clone, Copy, Debug)]
enum Form {
    /// An element each, with the headline in it.
    Wrapped,
    /// A headline and a body, one behind the other.
    Flat,
}

fn article(builder: &mut Builder, body: i32, form: Form, title: &str, texts: &[&str]) {
    let outer = match form {
        Form::Wrapped => builder.element(Some(body), "article", false),
        Form::Flat => body,
    };
    let heading = builder.element(Some(outer), "h1", false);
    builder.text(heading, title);
    let content = builder.element(Some(outer), "div", false);
    builder.attribute(content, "class", "article-content");
    for text in texts {
        let paragraph = builder.element(Some(content), "p", false);
        builder.text(paragraph, text);
    }
}

fn read(form: Form, more: usize) -> Reading {
    let mut builder = Builder::new("https://news.example.cn/a/20260412/1.html", "修船厂重新开门");
    let body = builder.element(None, "body", false);
    article(&mut builder, body, form, "修船厂重新开门", &FIRST);
    for _ in 0..more {
        article(&mut builder, body, form, "老灯塔重新亮起", &SECOND);
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    qingdu_core::read(&page, &Hints::default(), &Settings::default())
}

#[test]
fn the_next_article_gets_its_own_verdicts_and_the_text_stays_that_of_the_first() {
    for form in [Form::Wrapped, Form::Flat] {
        let (alone, both) = (read(form, 0), read(form, 2));
        assert_eq!(both.article.title, "修船厂重新开门", "{form:?}");
        let shown = |reading: &Reading| reading.shown().map(|kept| kept.block.text.clone()).collect::<Vec<_>>();
        assert_eq!(shown(&both), FIRST[..4], "{form:?}");
        assert_eq!(shown(&both), shown(&alone), "{form:?}");
        let gone: Vec<String> = both.further.iter().map(|(block, verdict)| verdict.gone(block)).collect();
        let gone: Vec<&str> = gone.iter().filter(|text| !text.is_empty()).map(String::as_str).collect();
        let of_one = [SECOND[0], "看完记得点赞转发", SECOND[5], SECOND[6]];
        assert_eq!(gone, [of_one, of_one].concat(), "{form:?}");
        let folded: Vec<&str> = both
            .further
            .iter()
            .filter(|(_, verdict)| verdict.level == Level::Fold)
            .map(|(block, _)| block.text.as_str())
            .collect();
        assert_eq!(folded, [SECOND[6], SECOND[6]], "{form:?}");
        let goes = both.further.iter().filter(|(_, verdict)| verdict.goes());
        assert!(goes.into_iter().all(|(block, verdict)| verdict.category.is_some() && verdict.key(block).is_some()));
    }
}

#[test]
fn headlines_of_the_first_rank_inside_an_article_part_nothing() {
    let mut builder = Builder::new("https://news.example.cn/a/20260412/1.html", "修船厂重新开门");
    let body = builder.element(None, "body", false);
    let title = builder.element(Some(body), "h1", false);
    builder.text(title, "修船厂重新开门");
    let content = builder.element(Some(body), "div", false);
    builder.attribute(content, "class", "article-content");
    for (at, texts) in [&FIRST[..4], &SECOND[1..5]].into_iter().enumerate() {
        let section = builder.element(Some(content), "section", false);
        builder.attribute(section, "class", "chapter");
        let heading = builder.element(Some(section), "h1", false);
        builder.text(heading, ["从停工说起", "灯塔下的人"][at]);
        for text in texts {
            let paragraph = builder.element(Some(section), "p", false);
            builder.text(paragraph, text);
        }
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    let reading = qingdu_core::read(&page, &Hints::default(), &Settings::default());
    assert!(reading.article.further.is_empty());
    assert_eq!(reading.shown().filter(|kept| kept.block.text.ends_with('。')).count(), 8);
}
