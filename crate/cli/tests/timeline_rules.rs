//! The timeline's rules one by one, with the full dictionary: a short text, and the entries that it should give.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDateTime;
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Entry, Input, Kind, Paragraph, Role},
};

fn entries(published: &str, title: &str, text: &str) -> Vec<Entry> {
    let whole = format!("{title}\n{text}");
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, &whole).unwrap();
    let published = NaiveDateTime::parse_from_str(published, "%Y-%m-%dT%H:%M").unwrap();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    timeline::build(&Input { title, published: Some(published), paragraphs }, Some(&lexicon))
}

/// `start headline`, a line an entry.
fn told(published: &str, title: &str, text: &str) -> Vec<String> {
    let line = |entry: Entry| format!("{} {}", entry.start.as_deref().unwrap_or("-"), entry.headline);
    entries(published, title, text).into_iter().map(line).collect()
}

#[test]
fn a_headline_is_a_clause_that_says_something() {
    let cases = [
        // The time alone says nothing; the next clause does.
        ("2018 年，他与三位同学创办了灯塔实验室。", "2018-01-01 他与三位同学创办了灯塔实验室"),
        // What only leads up to it is left out where both are too long together.
        (
            "上个月，在新任首席执行官贺知行的亲自主导之下，灯塔实验室连同总监在内的六百多名研究人员被一次性裁撤。",
            "2025-10-01 灯塔实验室连同总监在内的六百多名研究人员被一次性裁撤",
        ),
        // Straight quotation marks come in pairs.
        ("2019 年，他被评为 \" 年度工程师 \"。", "2019-01-01 他被评为 \" 年度工程师 \""),
        // Two letters are taken with their time.
        ("该站 2020 年停运。", "2020-01-01 该站 2020 年停运"),
    ];
    for (text, expected) in cases {
        assert_eq!(told("2025-11-12T09:00", "", text), [expected], "{text}");
    }
}

#[test]
fn an_article_of_another_day_counts_from_its_own() {
    let text = "新华社澜宁11月10日电（记者 闻秋）记者今天从市应急局获悉，山火昨晚被扑灭。";
    let starts: Vec<_> = entries("2025-11-12T08:00", "", text).into_iter().filter_map(|entry| entry.start).collect();
    assert!(starts.contains(&"2025-11-09T18:00".to_owned()), "{starts:?}");
    assert!(!starts.iter().any(|start| start.starts_with("2025-11-12")), "{starts:?}");
}

#[test]
fn the_news_itself_is_inferred_where_no_time_dates_it() {
    let title = "云雀机器人创始人顾行舟卸任";
    let text =
        "云雀机器人创始人顾行舟卸任首席执行官。\n2016 年，顾行舟创办云雀机器人。\n今年 3 月，公司裁撤了仓储业务线。";
    let news = entries("2025-11-12T08:00", title, text).pop().unwrap();
    assert_eq!((news.start.as_deref(), news.inferred), (Some("2025-11-12"), true));
    assert_eq!(news.headline, "云雀机器人创始人顾行舟卸任首席执行官");
    // Dated in the text, it is not inferred a second time.
    let dated = text.replace("云雀机器人创始人顾行舟卸任", "11 月 11 日，云雀机器人创始人顾行舟卸任");
    assert!(entries("2025-11-12T08:00", title, &dated).iter().all(|entry| !entry.inferred));
}

#[test]
fn mentions_of_one_event_are_one_entry_and_two_events_of_a_day_are_two() {
    let one = "上个月，贺知行主导裁撤了灯塔实验室的视觉团队。\n就在上个月，灯塔实验室的视觉团队被贺知行裁撤。";
    let merged = entries("2025-11-12T08:00", "", one);
    assert_eq!(merged.len(), 1, "{merged:?}");
    assert_eq!(merged[0].mentions.len(), 2);
    let two = "9 月 3 日，新桥通车。\n9 月 3 日，市图书馆闭馆维修。";
    assert_eq!(entries("2025-11-12T08:00", "", two).len(), 2);
    // 彼时 takes up the event before it.
    let then = "2013 年，他加入研究院。彼时研究院只有五个人。";
    assert_eq!(entries("2025-11-12T08:00", "", then)[0].mentions.len(), 2);
}

#[test]
fn kinds_follow_from_the_side_of_the_publication_and_the_words() {
    let cases = [
        ("11 月 3 日，公司将总部迁往澜宁。", Kind::Happened),
        ("公司定于 12 月 8 日召开股东大会。", Kind::Planned),
        ("各地须于 12 月 20 日前出台细则。", Kind::Planned),
        ("据知情人士透露，双方已于上个月签约。", Kind::Reported),
        ("11 月 3 日，网上流传的停产消息被证实纯属谣言。", Kind::Denied),
    ];
    for (text, kind) in cases {
        let found = entries("2025-11-12T08:00", "", text);
        assert_eq!(found.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [kind], "{text}");
    }
}

#[test]
fn a_vague_time_stands_last_and_on_no_day() {
    let found = told("2025-11-12T08:00", "", "近日，市政府发布了拆除通知。\n2021 年，这条线路停运。");
    assert_eq!(found, ["2021-01-01 这条线路停运", "- 市政府发布了拆除通知"]);
}

#[test]
fn a_text_that_advises_has_no_timeline() {
    let text = "5 月有杜鹃，可以去看看。\n你可以早上七点出发。\n建议带上雨衣。\n最好不要走夜路。\n记得提前订房。\n\
        9 月游客少，你可以慢慢走。\n不要在山顶过夜。\n山路滑，一定要小心。\n雨天不宜上山。";
    assert_eq!(told("2025-11-12T08:00", "山中两日", text), Vec::<String>::new());
}

#[test]
fn names_go_on_as_the_text_has_them() {
    // jieba knows 亚历山大 and takes what follows for another word.
    let text = "2013 年，亚历山大帕加入公司。\n2015 年，亚历山大帕离开公司。\n2018 年，亚历山大帕回到公司。";
    for entry in entries("2025-11-12T08:00", "", text) {
        assert_eq!(entry.participants.first().map(String::as_str), Some("亚历山大帕"));
    }
}
