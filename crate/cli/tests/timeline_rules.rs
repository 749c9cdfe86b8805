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
fn a_time_in_a_nouns_description_dates_nothing() {
    let cases = [
        "这是业余爱好者今年发现的第二颗彗星。",
        "有人送来一块 1931 年产的怀表。",
        "有人拎来了三十年前在这里买的座钟。",
        "新规对 2024 年 1 月 1 日以后出生的二孩家庭不适用。",
        "球队力争拿到明年世锦赛的参赛资格。",
        "三年前没有人相信手机上能跑大模型。",
        "夜间 22 时至次日 6 时尽量减少出行。",
        "（延伸阅读：国庆过后，商家仍在促销）",
        "公司计划在两年内建造三艘游船。",
    ];
    for text in cases {
        assert_eq!(told("2025-11-12T08:00", "", text), Vec::<String>::new(), "{text}");
    }
    // What began a stretch happened.
    let since = told("2025-11-12T08:00", "", "今年 6 月正式投产以来，销量保持增长。");
    assert_eq!(since, ["2025-06-01 正式投产"]);
}

#[test]
fn a_review_that_names_no_day_has_no_timeline() {
    let text = "先说结论：面不错，价格不便宜。\n门脸只有两米宽。\n中午 11 点半到的时候，门口有二十来个人。\n招牌面 98 元一份。\n\
        九月到十一月的大闸蟹最肥。\n晚上 9 点以后锁门。\n高峰期没人加水。\n我大概明年秋天才会再来。\n周一休息。";
    assert_eq!(told("2024-11-08T12:00", "值不值得排队", text), Vec::<String>::new());
}

#[test]
fn a_time_without_its_year_is_on_the_side_that_the_words_tell() {
    let cases = [
        // 要 looks ahead.
        ("5月下旬，老周要和老伴坐一趟火车。", "2025-05-21", Kind::Planned),
        // What follows a day to come is to come.
        ("它将于2025年11月9日掠过近日点。12月初，它离地球最近。", "2025-12-01", Kind::Planned),
        // 将 before a noun is no future, and neither is 预期 behind a comparison.
        ("3月22日，他拍下底片。30日，他将数据上报天文台。", "2025-03-30", Kind::Happened),
        ("周三晚间公布的通胀数据低于预期，金价上涨。", "2025-04-23T18:00", Kind::Happened),
    ];
    for (text, start, kind) in cases {
        let found = entries("2025-04-28T10:00", "", text);
        let last = found.iter().find(|entry| entry.start.as_deref() == Some(start));
        assert_eq!(last.map(|entry| entry.kind), Some(kind), "{text} {found:?}");
    }
    // A weekday is of the week that its sentence spoke of.
    let week = "展望下周，周一将公布利率；周三凌晨，央行将发布纪要；周四有四只新股申购。";
    let starts: Vec<_> = entries("2024-05-18T09:00", "", week).into_iter().filter_map(|entry| entry.start).collect();
    assert_eq!(starts, ["2024-05-20", "2024-05-22T00:00", "2024-05-23"]);
}

#[test]
fn that_year_is_the_one_that_the_story_is_in() {
    let text = "1998年4月2日，他上岛报到。\n我和爱人是1997年底结的婚。女儿那年9月出生。";
    let found = told("2025-08-21T10:00", "", text);
    assert!(found.iter().any(|line| line.starts_with("1998-09-01")), "{found:?}");
    let text = "1998年4月5日，岛上起了大雾。\n2006年8月，台风来了。第二天下山一看，码头没了。那年冬天我写了辞职报告。";
    let found = told("2025-08-21T10:00", "", text);
    assert!(found.iter().any(|line| line.starts_with("2006-12-01")), "{found:?}");
    let found = told("2024-12-02T11:00", "", "11月30日，澜江队收官。就在一年前的同一天，她们输掉了附加赛。");
    assert!(found.iter().any(|line| line.starts_with("2023-11-30")), "{found:?}");
}

#[test]
fn a_plan_of_the_past_stays_a_plan() {
    for text in [
        "项目原定 2024 年 5 月开工，但因征地受阻。",
        "新馆原计划去年 10 月开放，至今大门紧闭。",
        "导演曾亲口表示影片会在去年年底上映。",
    ] {
        let found = entries("2025-11-12T08:00", "", text);
        assert_eq!(found.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [Kind::Planned], "{text} {found:?}");
    }
    let opened = entries("2025-11-12T08:00", "", "去年 10 月，新馆开放。");
    assert_eq!(opened[0].kind, Kind::Happened);
}

#[test]
fn what_says_itself_that_it_was_told_before_is_no_second_entry() {
    let cases = [
        // The same day in other words.
        "一周前，也就是11月5日，董事会罢免了彭越。",
        // The day of a presenting sentence.
        "最难的一次在9月17日。那天下午，一名男孩在后山走失。",
        // An occasion, and a while, that were told of.
        "10月26日傍晚，闻秀琴在茶馆里接过了信。\n10月26日的茶馆里，老人读了两遍。",
        "11月8日15时20分，化工园一处仓库发生火灾。\n11月8日下午仓库起火时，里面放着涂料。",
        // One clause, one predicate.
        "10月31日晚，冰灯节亮灯，当晚游客破万。",
        "今年“五一”假期运输自4月29日起至5月6日止，预计发送旅客360万人次。",
        // One paper, one person.
        "9月29日，公司发布公告称，收到税务事项通知书。\n公司9月29日公告中称，将申请复议。",
        "11月8日，医师杨国禹回忆说，没有发现纸片。\n11月8日，接诊的杨国禹回忆，当时很忙。",
        // One sentence tells of more, the other of it alone.
        "自11月5日起，本报多次电话、短信联系周女士，均未获回复。\n从11月5日开始，其电话无人接听，亦未回复短信。",
        // A stretch since a year that was told of.
        "公司2002年在交易所挂牌交易。\n2002年上市以来，主营业务一路变化。",
    ];
    for text in cases {
        let found = told("2025-11-12T08:00", "", text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
    }
    for text in [
        // Two facts of a day, two people, a part of a year and the year.
        "11月8日，医师杨国禹回忆说，没有发现纸片。\n11月8日，护士林晓芸回忆说，病人很多。",
        "2024年前三季度，公司营业收入增长两成。\n2024年，公司营业收入增长三成。",
        "9月17日，一名游客在后山走失。那天下午，镇政府召开防汛会议，部署转移工作。",
    ] {
        assert_eq!(told("2025-11-12T08:00", "", text).len(), 2, "{text}");
    }
}

#[test]
fn what_only_describes_a_time_is_no_event() {
    for text in [
        "六七十年代是轮渡的黄金时期。",
        "今年国内跨境电商行业景气度高于整体水平。",
        "活动将延续双11“无套路”的做法。",
        "2008年1月那场大雪，第二天一早才停。",
    ] {
        let found = told("2025-11-12T08:00", "", text);
        assert!(found.len() <= usize::from(text.contains("大雪")), "{text} {found:?}");
    }
    let forecast = told("2025-11-25T10:00", "", "气象台25日6时发布预报，白天晴，北转南风2、3级；夜间多云。");
    assert_eq!(forecast.len(), 1, "{forecast:?}");
    // Within somebody's words a count of days may point out of them.
    let quoted = "9月28日，孩子住进医院。\n“当时我们想着没那么严重，第二天出，第三天又出。”她说。";
    let found = told("2019-11-25T10:00", "", quoted);
    assert_eq!(found.len(), 1, "{found:?}");
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
fn the_next_year_and_a_plan_count_from_what_the_text_says() {
    let next = "2015年11月，魏某被执行死刑。\n2017年，该案被列为督办案件，翌年4月，检察院提出建议。";
    let found = told("2024-11-22T10:00", "", next);
    assert!(found.iter().any(|line| line.starts_with("2018-04-01")), "{found:?}");
    let plan = "去年端午，景区首次限流。今年的龙舟赛将于6月7日举行。";
    let found = told("2019-05-20T10:00", "", plan);
    assert!(found.iter().any(|line| line.starts_with("2019-06-07")), "{found:?}");
    let accident = "10月8日4时20分，隧道坍塌，4人被困。次日，小导管打通。\n事故第三天凌晨，两名工人被救出。";
    let found = told("2023-10-11T18:00", "", accident);
    assert!(found.iter().any(|line| line.starts_with("2023-10-10T00:00")), "{found:?}");
}

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
            // A day carried from one that the words turn to the other side is turned with it.
            (
                "监管机构2日将保险公司（Lievenburg Mutual Reinsurance Company）的偿付等级下调一级，在该机构1日下调七家同业之后，市场反应平淡。",
                &[("市场反应平淡", "2025-04-01")],
            ),
        ],
    );
}

#[test]
fn a_long_clause_whose_verb_stands_last_keeps_what_fits() {
    let text = "【江北科技时报网讯】（记者 沈屿）2025江北卫星导航芯片产业联盟年会于昨日举行。";
    let found = told("2025-04-03T11:00", "", text);
    assert!(found.iter().any(|line| line.starts_with("2025-04-02") && line.ends_with("年会于昨日举行")), "{found:?}");
}
