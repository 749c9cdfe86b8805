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
        // What means nothing without its time keeps it; who filed the news is left out.
        ("2025 年 10 月 1 日发生的月食被五千人看见。", "2025-10-01 2025 年 10 月 1 日发生的月食被五千人看见"),
        (
            "新华社澜宁11月12日电（记者 闻秋）澜宁市新图书馆11日正式对外开放。",
            "2025-11-11 澜宁市新图书馆11日正式对外开放",
        ),
        (
            "评级机构（Lanning Ratings）11月10日调低了债券评级。",
            "2025-11-10 评级机构（Lanning Ratings）11月10日调低了债券评级",
        ),
        ("本报澜宁11月11日电 今天凌晨，最后一名游客下了山。", "2025-11-11T00:00 最后一名游客下了山"),
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
        // What was hearsay is told by those of whom it is.
        ("该厂据传将裁员，公司 11 月 3 日发布声明，证实正在调整岗位。", Kind::Happened),
        ("11 月 3 日，有消息人士证实，公司与银行谈判。", Kind::Reported),
    ];
    for (text, kind) in cases {
        let found = entries("2025-11-12T08:00", "", text);
        assert_eq!(found.iter().map(|entry| entry.kind).collect::<Vec<_>>(), [kind], "{text}");
    }
}

#[test]
fn what_is_told_again_in_few_words_is_no_second_entry() {
    let once = [
        // 当月, 当日 beside the time that they repeat.
        "到10月8日为止，店里当月卖出的茶叶不足两百斤。",
        "10月8日，渡口贴出当日停航的告示，乘客散去。",
        "截至10月20日，今年全县已栽树六万棵。",
        // The time of a process already told.
        "10月20日，村民代表大会在祠堂召开。讨论从下午2时持续到夜里11时许，没有表决。",
        "10月19日，镇上举办了渔具展。船主告诉记者，当天现场挤得走不动路。",
        // A short sentence announces a time, the next one tells what happened.
        "最冷的一刻出现在10月13日清晨。5时40分许，山顶测站降到零下9度。",
        // What was to happen, and did not.
        "按计划，头班渡轮应该在今年3月9日起航，但那天码头上空无一人。",
        // A verb told before.
        "2019年6月，两家剧团分家。这是两家2019年分家后首次同台。",
        "澜宁邮轮母港将于12月17日正式开港。\n12月17日开港，可停靠大型邮轮。",
        "10月13日0时30分，港务局在三号码头举行消防演习。\n10月13日凌晨，百余名船员看完了演习。",
        // Somebody's words about another night.
        "10月20日，船工到派出所说明情况，称灯是自己关的，当晚犯了困。",
        // A part of what was counted.
        "10月13日，全省共售出三万张船票。其中，澜宁10月13日售出四千张。",
    ];
    for text in once {
        let found = entries("2025-11-12T08:00", "", text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
    }
    let twice = [
        "10月13日，澜宁邮轮母港开港。\n10月13日，市图书馆开馆。",
        // Another place, another number, another time of it.
        "10月13日，甲县开镰收稻。\n10月13日，乙县开镰收稻。",
        "10月13日上午，警方抓获3名嫌疑人。\n10月13日，警方又抓获5名嫌疑人。",
        // A denial answers what it denies.
        "10月13日，网传船厂停产裁员。\n10月13日，船厂否认停产裁员。",
        // Years hold many events.
        "剧院2024年上演了九部新戏。\n其中，灯光组2024年换了三任组长。",
        "转机出现在2023年。这年夏天，驻村干部走遍了山头。",
        // Two events in one sentence.
        "10月13日，甲队夺冠，当晚数万人上街庆祝，广场的灯光秀一直亮到了深夜才熄。",
    ];
    for text in twice {
        let found = entries("2025-11-12T08:00", "", text);
        assert_eq!(found.len(), 2, "{text} {found:?}");
    }
}

/// The kinds of a text's entries in order of time.
fn kinds(text: &str) -> Vec<Kind> {
    entries("2025-11-12T08:00", "", text).iter().map(|entry| entry.kind).collect()
}

#[test]
fn a_plan_is_one_where_its_word_governs_what_the_time_dates() {
    use Kind::{Happened, Planned};
    let cases: [(&str, &[Kind]); 20] = [
        // Forecasts.
        ("省气象台预计，今天白天到夜间，沿海有大雨，山区局地暴雨。", &[Planned]),
        ("今天夜间到明天上午，沿河一带有雾。", &[Planned]),
        ("未来24小时，降雪范围较大。", &[Planned]),
        ("今年，铁路部门仍会沿用这套办法。", &[Planned]),
        ("预计澜宁是今年唯一增产的县。", &[Planned]),
        // What is dated is the announcement.
        ("今天，公司宣布将裁员两成。", &[Happened]),
        ("今天上午，船厂发布了公告，计划出售两座船坞。", &[Happened]),
        // No word of plans: a name, a noun, 将 before what is taken.
        ("省林业局12日发表《护林计划手册》修订情况通报。", &[Happened]),
        ("今天上午，预定客户领走了头一批车。", &[Happened]),
        ("今天凌晨，民警将3名落水者救上岸。", &[Happened]),
        // Plans of the past stay plans.
        ("第二座灯塔最初定于2022年底亮灯。", &[Planned]),
        ("物业承诺在1月底前修好电梯。", &[Planned]),
        ("原定12日举行的听证会，改为书面审理。", &[Planned]),
        ("9月12日，《澜宁晚报》报道称，船厂预计在9月底前交付新船。", &[Happened, Planned]),
        // What was set did happen.
        ("庙会定在10月23日，那天来了两千多人。", &[Happened]),
        // An estimate of what is over is no plan.
        ("10月23日，公司公布了预计费用。", &[Happened]),
        ("今年，有关部门将清查老旧电梯。", &[Planned]),
        ("首批措施本月内公布。", &[Planned]),
        ("首飞应在2023年底完成。", &[Planned]),
        ("本月，受冷空气影响，全市用电量将创新高。", &[Planned]),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn hearsay_governs_its_own_clauses_only() {
    use Kind::{Happened, Planned, Reported};
    let cases: [(&str, &[Kind]); 19] = [
        ("10月6日，有报道称，船厂已在寻找买主。", &[Reported]),
        ("3月中旬，网上盛传班主已经改行。", &[Reported]),
        ("据一名知情船工透露，老板上周卖掉了两条船。", &[Reported]),
        ("有媒体报道称首相将于本周六辞职。", &[Reported]),
        ("多家媒体推测新桥将在今年四季度开工。", &[Reported]),
        ("10月7日晚，有自媒体账号发布消息，称堤坝已经开裂。", &[Reported]),
        ("据当地报纸援引消息人士的话，市长正考虑在本周五关闭码头。", &[Reported]),
        ("双方已于上个月签约，两名知情人士称。", &[Reported]),
        // The frame governs what follows, the complement does not.
        ("据知情人士透露，工厂8月减产，9月停产。", &[Reported, Reported]),
        ("去年11月2日，有自媒体爆料称剧院正寻找买家，次日票房停售。", &[Reported, Happened]),
        ("这份租约今年年底到期，据知情人士透露，房东上个月已找好新租客。", &[Reported, Planned]),
        // No hearsay: an office, a person who speaks for himself, what is answered, a described thing.
        ("10月22日，港务局官方人士向本报表示，航道已经疏通。", &[Happened]),
        ("据介绍，大坝10月5日开始蓄水。", &[Happened]),
        ("10月5日，一份流传于微信群的名单列出了六个人。", &[Happened]),
        ("网传图片摄于2022年5月。", &[Happened]),
        ("10月5日，市民向电台报料，路口塌陷。", &[Happened]),
        ("10月8日，针对网传消息，县政府召开发布会。", &[Happened]),
        ("10月9日，医院收治了一例疑似病例。", &[Happened]),
        ("10月9日，委员会就公众知情权提出意见。", &[Happened]),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn a_denial_is_one_where_it_speaks_of_what_is_told() {
    use Kind::{Denied, Happened, Reported};
    let cases: [(&str, &[Kind]); 14] = [
        ("10月20日，船厂厂长当众否认偷换钢板。", &[Denied]),
        ("10月19日，供水公司发布消息，称该说法毫无根据。", &[Denied]),
        ("10月19日，馆长发表声明，否认卖画。", &[Denied]),
        ("10月19日，县委宣传部回应称，名单不实。", &[Denied]),
        ("10月19日，水务局通报，网传视频系谣言。", &[Denied]),
        // 否认 answers hearsay.
        ("网上有传言称，剧团去年国庆期间解散过，团长对此予以否认。", &[Denied]),
        ("有媒体援引匿名官员的话称，两队上周末曾会面，奥森11日对此予以否认。", &[Reported, Denied]),
        // It answers nothing that happened.
        ("10月5日，张某被刑事拘留，其家属否认指控。", &[Happened]),
        ("10月5日，发言人没有否认裁员。", &[Happened]),
        // 纯属, 谣言 and 不实 that deny nothing.
        ("10月4日，发言人回应称，这纯属船东之间的家务。", &[Happened]),
        ("10月4日，警方处罚了两名传播谣言的男子。", &[Happened]),
        ("10月4日，平台清理了一批不实信息。", &[Happened]),
        ("10月4日，水务局检查大坝，并无渗漏。", &[Happened]),
        ("10月4日，公司声明称并无裁员安排。", &[Denied]),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(text), expected, "{text}");
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
fn a_story_in_another_tone_is_told_by_the_days_that_it_names() {
    let advice = "你可以不信，但人总要往前走。\n不要怕难。\n我们应该记得这样的人。\n最好的路在脚下。\n\
        你要相信自己。\n何必在意别人怎么说。";
    let text = format!(
        "3月4日，快递员许岭在雨里捡到一只钱包。\n{advice}\n3月9日，失主找到了他。\n当天，公司奖励他两千元。\n\
         周末可以去河边走走。\n4月你应该去看花。\n3月20日前最好把冬衣收好。"
    );
    let found = told("2025-03-28T08:00", "普通人的光", &text);
    let starts: Vec<_> = found.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(starts, ["2025-03-04", "2025-03-09", "2025-03-09"], "{found:?}");
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
    // It may have no end, and its word may stand behind the time.
    let endless = entries("2025-11-12T08:00", "", "公司原计划 2024 年 5 月之后陆续关闭门店，至今一家没关。");
    assert_eq!(
        (endless[0].kind, endless[0].start.as_deref(), endless[0].end.as_deref()),
        (Kind::Planned, Some("2024-06-01"), None)
    );
    let behind = entries("2025-11-12T08:00", "", "今年 5 月起原定每周加开的列车至今没有开行。");
    assert_eq!(behind[0].kind, Kind::Planned, "{behind:?}");
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
        "7月21日，木槿咖啡召开临时股东会。\n在7月21日的股东会上，彭越提交了两份议案。",
        // When it was, to the minute; what a witness heard.
        "10月18日20时许，姚某外出跑步后失去联系。\n她最后一次出门的时间为10月18日20时07分。",
        "11月8日15时20分，化工园一处仓库发生火灾。\n目击者告诉记者，11月8日下午3点多，他听到“砰”的一声。",
        // 日 is no part of 中金所.
        "7月1日晚，中金所宣布排查外资做空股市的账户。\n到7月1日中金所宣布排查外资做空。",
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

#[test]
fn times_that_measure_compare_or_name_date_nothing() {
    let nothing = [
        // A stretch up to now.
        "4年来，该专业的招生人数逐年上升。",
        "地铁试运营半年以来，客流平稳。",
        "此前一年多时间，这家工厂一直没有开工。",
        // What falls due, what is booked.
        "该公司发行的2031年7月到期的债券收益率升至3.2%。",
        "她预订了11月30日回老家的火车票。",
        // Since when the object has been so.
        "目的是激活2008年以来低迷的造船业。",
        // The name of an occasion.
        "“澜宁市2025年防汛应急演练”由市应急局主办。",
        // A yardstick.
        "这笔钱相当于截至2013年底全市存款的两成。",
        "新方案在去年“三步走”的基础上再作调整。",
        // What is imagined, or only likened.
        "演练模拟12月22日15时列车突然停电。",
        "就当是3月9日重踢一遍。",
        // What is usual.
        "南方地区1月出现暴雨的情况较为少见。",
        // So it is.
        "由于今年行业面临压力，公司维持评级。",
        "今年是她从事外贸的第九年。",
        // Nobody knows yet.
        "业内关注明年是否加息。",
        // A length.
        "签证有效期从6个月延长至12月。",
        // A line of the page.
        "www.example.com 2025-11-12 08:10 来源：澜宁晚报",
        "(《澜宁半月刊》2025年第2期)",
        "（《澜宁半月刊》2025年第2期）",
        // What a thing is called.
        "网友发出了“今年春节不放鞭炮”的帖子。",
        "在2025年全市卫生健康工作会议上，与会者合影。",
        "“年会”俨然是2024年的网络热词。",
        "《澜宁日报》11月10日文章，原题：旧桥的去留。",
        "公司重申2026财年每股盈利预期为6元。",
        "我今年进的货比去年还多。",
        "2025年11月11日（来源：澜宁晚报）",
        // The pay of a month.
        "7月工资晚发了两天。",
        // A term, and what must be kept in it.
        "新任会长任期至2028年5月。",
        "双方把租约续签至2029年。",
        "前锋与球队的合同到2027年夏天才结束。",
        "2026年至2028年净利润累计不低于三亿元。",
        "2026年至2028年，每年新增岗位不少于5万个。",
        // What did not happen over a stretch, or lasted all of it.
        "2018年以前，这里始终没有通电。",
        "2月以来，当地一直没有有效降雨。",
        "此后三十余年里，桥面没有翻修过。",
        "此后三个月保持不败。",
        // How things are.
        "公司今年对于海外市场的开拓非常重视。",
        "由于今年市况仍充满挑战，公司维持售价。",
        "一季度楼市较为平淡。",
        // Where something ends, by its name; a standard.
        "部队须在20天内退至2019年控制线以西。",
        "该项补贴按2020年标准发放。",
        "在1998年那样的洪水面前，旧堤不堪一击。",
        "早盘公布的第三季度GDP年率为4.8%。",
        // Whom a rule is for.
        "在2023年6月30日前缴清保费的职工，可以申请补贴。",
        "在2024年3月1日至6月1日期间买入，且在6月5日收盘后仍持有的投资者，可以登记索赔。",
        // What is usual in all of a sentence.
        "通常，订购从10月底开始，一直持续到春节前。",
        "他每周三去医院透析，周末陪孙子下棋。",
        // What is only supposed.
        "今年，据他推测，如果订单受影响，工厂将停工。",
        // Over which years the things of a set are spread.
        "这些照片拍摄于1990年至1995年间。",
        // A paper about the news.
        "据外媒11月11日报道，事故原因仍在调查。",
    ];
    let dated: Vec<_> =
        nothing.iter().map(|text| told("2025-11-12T08:00", "", text)).filter(|told| !told.is_empty()).collect();
    assert!(dated.is_empty(), "{dated:#?}");
    // Until when something was done that began before.
    let stretch = told("2025-11-12T08:00", "", "从7日晚饭到11日中午，食堂供应了三万份饭菜。");
    assert!(!stretch.iter().any(|line| line.starts_with("2025-11-11")), "{stretch:?}");
    // The month before is only set beside the one that is news.
    assert_eq!(told("2025-11-12T08:00", "", "10月物价上涨0.4%，9月为上涨0.8%。"), ["2025-10-01 物价上涨0.4%"]);
    let something = [
        ("2022年4月，公司发行的债券到期。", "2022-04-01"),
        ("公司2025年6月上线新系统。", "2025-06-01"),
        ("就在他离开不久后的8日凌晨，仓库起火。", "2025-11-08T00:00"),
        ("9月连续第三个月下降后，10月客流增长。", "2025-10-01"),
        ("自2008年成立以来，协会已有三百名会员。", "2008-01-01"),
        ("今年，公司重视研发，推出了三款新品。", "2025-01-01"),
        ("自2019年投产以来，工厂没有发生过事故。", "2019-01-01"),
        ("2018年之前，公司曾两次更名。", "2017-12-31"),
        ("演习提前到11月15日。", "2025-11-15"),
        ("搜救持续到11月6日凌晨。", "2025-11-06T00:00"),
        ("11月2日，俱乐部与主帅续约至2027年。", "2025-11-02"),
        ("去年11月，合同到期。", "2024-11-01"),
        ("2025赛季男篮联赛11月11日晚开幕。", "2025-11-11T18:00"),
        // Two remarks in brackets are no line in brackets.
        ("（左起）三位队员11月9日登顶（供图）", "2025-11-09"),
    ];
    for (text, start) in something {
        let found = entries("2025-11-12T08:00", "", text);
        assert!(found.iter().any(|entry| entry.start.as_deref() == Some(start)), "{text}: {found:?}");
    }
}

#[test]
fn news_stays_news_where_it_advises() {
    let advice = "消费者可以保留发票。\n建议先看合同。\n您可以拨打热线。\n不要轻信承诺。\n需要时应当报警。\n你可以要求退货。\n\
        最好当场验货。\n记得索要收据。";
    let filed = format!("澜宁晚报讯 新规征求意见稿11月10日公布。\n{advice}");
    assert_eq!(
        entries("2025-11-12T08:00", "", &filed).first().and_then(|entry| entry.start.clone()).as_deref(),
        Some("2025-11-10")
    );
    let guide = format!("山里的杜鹃5月开。\n{advice}");
    assert!(entries("2025-11-12T08:00", "", &guide).is_empty());
}

#[test]
fn the_story_of_a_novel_is_no_timeline() {
    let text = "这部小说从1988年夏天讲起。\n7月19日，大水冲断了公路。\n主人公跟着祖母来到渡口。\n作家写得很慢。\n\
        下一章跳到2003年。\n书中的人物都不说话。\n读者要自己去猜。\n结尾停在一个雪夜。\n文字干净。";
    assert_eq!(told("2026-01-17T08:00", "等船的人", text), Vec::<String>::new());
}

#[test]
fn traditional_letters_are_read_as_simplified_ones_and_shown_as_they_are() {
    let text = "該公司據傳將於12月8日發布新車，預計明年第二季交付。董事長「昨天」證實，原定10月20日召開的會議已取消。";
    let found = entries("2025-11-12T08:00", "", text);
    let told: Vec<_> = found.iter().map(|entry| (entry.start.as_deref().unwrap_or("-"), entry.kind)).collect();
    assert!(
        told.contains(&("2025-12-08", Kind::Reported)) && told.contains(&("2026-04-01", Kind::Planned)),
        "{told:?}"
    );
    assert!(told.contains(&("2025-10-20", Kind::Planned)), "{told:?}");
    for entry in &found {
        assert!(text.contains(&entry.headline) && entry.mentions.iter().all(|one| text.contains(&one.sentence)));
        assert!(entry.participants.iter().all(|name| text.contains(name)), "{:?}", entry.participants);
    }
    let other = "公司应在60天前通报裁员，须于12月20日前答复。";
    assert_eq!(told_starts(other), ["2025-12-20"]);
    // No diary: the first sentence tells of an event in which jieba finds no verb.
    assert_eq!(
        told_starts("11月10日，大桥合龙。11月11日，桥面铺装开始。今天，护栏安装完毕。"),
        ["2025-11-10", "2025-11-11", "2025-11-12"]
    );
}

fn told_starts(text: &str) -> Vec<String> {
    entries("2025-11-12T08:00", "", text).into_iter().filter_map(|entry| entry.start).collect()
}

#[test]
fn a_headline_keeps_a_word_that_only_looks_like_the_tail_of_its_time() {
    let text = "2023 年中法双边贸易额 789 亿美元，比建交之初增长了近 800 倍。";
    assert_eq!(told("2025-11-12T08:00", "", text), ["2023-01-01 中法双边贸易额 789 亿美元，比建交之初增长了近 800 倍"]);
    let text = "2010 年 3 月 31 日起正式开通融资融券交易系统。";
    assert_eq!(told("2025-11-12T08:00", "", text), ["2010-03-31 正式开通融资融券交易系统"]);
}

#[test]
fn a_clause_that_only_leads_up_is_no_headline_but_one_that_tells_is() {
    let text = "在国务院6月26日举行的发布会上，银监会主席尚福林提及有40多家民营银行向监管机构提交了申请。";
    assert_eq!(
        told("2025-11-12T08:00", "", text),
        ["2025-06-26 银监会主席尚福林提及有40多家民营银行向监管机构提交了申请"]
    );
    let text = "据地震台网测定，3月2日5时17分在桐岭县（北纬28.31度，东经115.07度）发生4.6级地震，震源深度12公里。";
    assert!(told("2025-11-12T08:00", "", text)[0].contains("发生4.6级地震"));
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
