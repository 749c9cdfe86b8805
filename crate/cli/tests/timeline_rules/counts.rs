//! What days and counts of days start from.

use crate::ask::{entries, told};

/// Cases of a text, and of the starts that entries with some words have (`-`: there is no such entry).
fn starts(published: &str, cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let found = entries(published, "", text);
        for (words, start) in *expected {
            let entry = found.iter().find(|entry| entry.headline.contains(words));
            let told = entry.and_then(|entry| entry.start.as_deref()).unwrap_or("-");
            assert_eq!(told, *start, "{words} in {text}");
        }
    }
}

#[test]
fn a_count_of_days_starts_from_what_the_sentence_names() {
    let strike = "9 月 23 日，码头工人宣布罢工。9 月 20 日的协议随即作废。\n罢工第三天，港口调来临时工。";
    let found = told("2023-10-05T12:00", "", strike);
    assert!(found.iter().any(|line| line.starts_with("2023-09-25")), "{found:?}");
    // A year is no beginning of a count of days.
    let letter = "10 月 21 日，工厂查到她 2005 年办理退休。三天后，社区敲开了她家的门。";
    let found = told("2024-10-28T07:00", "", letter);
    assert!(found.contains(&"2024-10-24 社区敲开了她家的门".to_owned()), "{found:?}");
    // A day of an event that is told to the month is some day of that month.
    let storm = "1998 年 4 月 5 日，岛上起了大雾。2006 年 8 月，台风来了。第二天下山一看，码头没了。";
    let found = told("2025-08-21T10:00", "", storm);
    assert!(found.iter().any(|line| line.starts_with("2006-08-01") && line.ends_with("码头没了")), "{found:?}");
    // 10 minutes are never counted from the publication.
    assert_eq!(told("2025-10-08T08:00", "", "有人落水，潜水组 40 分钟后将人救起。"), Vec::<String>::new());
}

#[test]
fn days_of_a_list_share_their_clause() {
    let list = "9 月 14 日、21 日和 28 日，澜江队连续取胜。";
    let found = told("2024-12-02T11:00", "", list);
    assert_eq!(found, ["2024-09-14 澜江队连续取胜", "2024-09-21 澜江队连续取胜", "2024-09-28 澜江队连续取胜"]);
    let days = entries("2024-12-02T11:00", "", "8 月 3 日和 4 日，他连续夺冠。");
    assert_eq!(days.len(), 1, "{days:?}");
    assert_eq!(days[0].end.as_deref(), Some("2024-08-05"));
}

#[test]
fn a_day_of_somebodys_words_is_not_the_pages() {
    for text in [
        "2022年第二季度，公司交付7341辆，林澈在信中写道：“今天，我们站在牌桌上。”",
        "12月30日，总指挥说：“今天不打了，后天再来。”",
        "1997年3月19日的日记里写着：“昨夜我没有合眼，今天他们又让我按手印。”",
    ] {
        let found = told("2025-03-06T20:00", "", text);
        assert!(found.len() <= 1 && !found.iter().any(|line| line.starts_with("2025")), "{text} {found:?}");
    }
    let held = told("2021-05-31T12:00", "", "去年11月的安全鉴定把它列为三类坝。");
    assert_eq!(held.len(), 1, "{held:?}");
    // What is quoted moves no story.
    let text = "2022年第二季度，公司交付7341辆，林澈写道：“今天，我们站在牌桌上。”到第四季度，交付滑落到812辆。";
    let found = told("2025-03-06T20:00", "", text);
    assert!(found.iter().any(|line| line.starts_with("2022-10-01")), "{found:?}");
}

#[test]
fn days_of_what_goes_on_count_from_its_beginning() {
    starts(
        "2023-12-13T16:00",
        &[
            (
                "罢工始于12月5日，怒火早就埋下了。11月17日，装卸工受伤。24日，工会发起罢工投票。\n罢工首日，岸桥停摆。第二天，两艘冷藏船改道南下。",
                &[("冷藏船改道", "2023-12-06")],
            ),
            // A search has many names, and its days go on with what the paragraph told.
            (
                "12月8日中午，队员发现了失联的学生。4日晚，家人报警。次日清晨，救援队上了山。\n6日下午，队员捡到一只手套。搜救第三天，搜救犬发现一张包装纸。",
                &[("一张包装纸", "2023-12-07")],
            ),
            ("会谈11日开始，首日只进行了四个小时。第二天，代表团一度离席。", &[("一度离席", "2023-12-12")]),
            // An accident's days are counted from its first.
            ("12月9日深夜，仓库爆炸。11日，明火被扑灭。事发第四天，居民获准回家取物。", &[("回家取物", "2023-12-12")]),
            // Unless its own day was told.
            (
                "12月10日，晚报登出此事。12日，水务局通报。事发当天（11月28日），两家人到了派出所。\n事发第三天，邻里之争闹上法庭。",
                &[("闹上法庭", "2023-11-30")],
            ),
            // What no sentence has told of has no day, where the paragraph tells of several.
            ("11月2日，船队启程。8日，船队停靠补给。航行第六天，一名船员落水。", &[("船员落水", "-")]),
            ("11月2日，船队启程。航行第六天，一名船员落水。", &[("船员落水", "2023-11-07")]),
        ],
    );
}

#[test]
fn days_of_a_holiday_count_from_the_festival() {
    starts(
        "2024-05-08T09:00",
        &[
            ("五一假期首日，车站发送旅客40万人次。第二天，暴雨导致列车停运。", &[("列车停运", "2024-05-02")]),
            ("4月30日晚，他出发。五一当天上午，他抵达县城。假期第二天，他进了山。", &[("他进了山", "2024-05-02")]),
        ],
    );
}

#[test]
fn a_count_before_a_match_is_from_that_match() {
    starts(
        "2024-11-03T23:00",
        &[
            (
                "今天下午，联赛第30轮，骐骥队2比1取胜。\n3月9日，球队换帅。\n“就当是重踢一遍。”赛前一天，主教练说。",
                &[("主教练说", "2024-11-02")],
            ),
            // The day before what was not told is unknown.
            ("10月3日，展会开幕。开幕当天，签约额超过十亿元。闭幕前一天，主办方公布了下届地点。", &[("下届地点", "-")]),
            (
                "10月5日，台风登陆。登陆前一天，两万人转移。登陆次日，电力恢复。",
                &[("人转移", "2024-10-04"), ("电力恢复", "2024-10-06")],
            ),
        ],
    );
}

#[test]
fn a_count_goes_on_from_the_story_and_not_from_words_or_a_term() {
    starts(
        "2025-04-03T11:00",
        &[
            // Years ago is the month that was just named.
            (
                "洪峰比2016年9月台风期间的最高水位高0.4米。九年前的那场洪水，曾造成全市17人遇难。",
                &[("17人遇难", "2016-09-01")],
            ),
            // The day of another year, told at the head of its clause, is where the story is.
            (
                "4月2日晚，学校发布通报。\n去年11月5日，五名学生交出举报材料。当天下午，副院长约谈他们。第二天，门禁卡失效。",
                &[("约谈他们", "2024-11-05T12:00"), ("门禁卡失效", "2024-11-06")],
            ),
            ("3月25日，公司承认“1月工资晚发了两天”。一周后，员工集体离职。", &[("集体离职", "2025-04-01")]),
            ("3月1日，工厂宣布停工。半个月后，工人领到补偿。", &[("领到补偿", "2025-03-16")]),
            ("3月2日，他交了定金。“7月前肯定交房。”销售员说。一周后，售楼处关门。", &[("售楼处关门", "2025-03-09")]),
            // Nor from the news, where that would be to come.
            (
                "4月2日，海鲸队战平铁骑队。\n海鲸队上一次输球在2月20日。两天后，主帅下课。",
                &[("主帅下课", "2025-02-22")],
            ),
            // A day carried from one that the words turn to the other side is turned with it.
            (
                "监管机构2日将保险公司（Lievenburg Mutual Reinsurance Company）的偿付等级下调一级，在该机构1日下调七家同业之后，市场反应平淡。",
                &[("市场反应平淡", "2025-04-01")],
            ),
        ],
    );
}
