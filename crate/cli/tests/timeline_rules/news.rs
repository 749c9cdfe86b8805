//! The article's own day, and its own news.

use crate::ask::entries;

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
