//! Dates that leave something out, and what their year, month and day follow from.

use qingdu_core::timeline::{Entry, Kind};

use crate::ask::{entries, told};

/// That the entry of an expression begins as told.
fn dates(published: &str, text: &str, expected: &[(&str, &str)]) {
    let found = entries(published, "", text);
    for (expression, start) in expected {
        let told = |entry: &&Entry| entry.mentions.iter().any(|mention| mention.expression == *expression);
        let starts: Vec<_> = found.iter().filter(told).filter_map(|entry| entry.start.as_deref()).collect();
        assert!(starts.iter().any(|told| told.starts_with(start)), "{expression} {start}: {text} {starts:?} {found:?}");
    }
}

#[test]
fn a_day_close_ahead_is_not_of_a_year_ago() {
    let now = "2024-11-03T20:00";
    dates(now, "11月9日，山鹰队将客场挑战海燕队。", &[("11月9日", "2024-11-09")]);
    dates(now, "11月9日，山鹰队客场挑战海燕队。", &[("11月9日", "2024-11-09")]);
    dates(now, "老赵买的是5日的船票，六个小时就能到家。", &[("5日", "2024-11-05")]);
    dates("2025-02-11T20:00", "原定3月20日召开的股东会，提前至3月6日举行。", &[("3月6日", "2025-03-06")]);
}

#[test]
fn a_bare_day_is_of_the_month_that_its_paragraph_told() {
    let text = "山鹰队10月20日夺冠。\n转机出现在5月。11日的比赛，山鹰队两球落后仍逆转取胜。";
    dates("2024-11-03T20:00", text, &[("11日", "2024-05-11")]);
    // A day of these two weeks is the news.
    dates("2024-11-20T20:00", "大桥工程去年7月启动。18日，大桥合龙。", &[("18日", "2024-11-18")]);
    let text = "11月8日，工人们找到总包单位，得到的答复是再等等。等到月底，公司已经搬空。";
    dates("2024-12-17T09:00", text, &[("月底", "2024-11-21")]);
}

#[test]
fn what_is_put_off_is_on_the_day_to_which_it_is() {
    let now = "2024-11-03T20:00";
    dates(now, "原定10月26日举行的音乐节推迟了三天，三千名观众到场。", &[("10月26日", "2024-10-29")]);
    dates(now, "原定10月26日举行的音乐节提前两天举行，三千名观众到场。", &[("10月26日", "2024-10-24")]);
    dates(now, "议会宣布，将明年3月举行的选举提前至12月28日。", &[("12月28日", "2024-12-28")]);
    dates("2024-12-10T20:00", "原定12月20日举行的演出推迟至1月5日。", &[("1月5日", "2025-01-05")]);
}

#[test]
fn a_term_stands_at_the_day_that_it_names() {
    for (text, start) in
        [("公司表示，召回工作预计9月10日前完成。", "2024-09-10"), ("县里计划，明年元旦前完成全部搬迁。", "2025-01-01")]
    {
        let found = entries("2024-08-23T10:00", "", text);
        let told = found.first().map(|entry| (entry.start.as_deref(), entry.precision));
        assert_eq!(told, Some((Some(start), "before")), "{text} {found:?}");
    }
    // 底前 has a last day; 17时前 an hour.
    dates("2024-08-23T10:00", "登记工作9月底前完成。", &[("9月底前", "2024-09-30")]);
    dates("2024-08-23T10:00", "公司将于12月15日17时前退还全部款项。", &[("12月15日17时前", "2024-12-15T17:00")]);
    // A term that is over by now was of this year.
    let text = "该厂今年8月被查出两处隐患，限期10月底前改正；厂方11月初回函称已改正。";
    dates("2023-12-19T15:00", text, &[("10月底前", "2023-10-31"), ("11月初", "2023-11-01")]);
    let text = "劳动部门12月20日立案，并于23日发出限期整改指令书。";
    dates("2024-01-17T09:00", text, &[("23日", "2023-12-23")]);
}

#[test]
fn years_of_the_republic_are_told_by_a_text_of_taiwan() {
    let text = "高雄市環保局表示，這座廠房在89年動工，95年完工啟用，101年擴建，3年後關閉。";
    let found = [("89年", "2000"), ("95年", "2006"), ("101年", "2012"), ("3年後", "2015")];
    dates("2025-02-11T18:00", text, &found);
    dates("2025-02-11T18:00", "老厂房96年动工，98年完工启用。", &[("96年", "1996"), ("98年", "1998")]);
    // A length is no year.
    let text = "台南市這所學校創校105年，校方表示，校史館將邀請校友參觀，歡迎民眾前來。";
    assert!(entries("2025-02-11T18:00", "", text).iter().all(|entry| entry.start.as_deref() != Some("2016-01-01")));
    let text = "香港立法會議員表示，這批市民96年移居海外，98年陸續返回香港。";
    dates("2025-02-11T18:00", text, &[("96年", "1996"), ("98年", "1998")]);
}

#[test]
fn years_count_from_the_year_of_their_sentence_or_story() {
    let now = "2025-04-29T10:00";
    let text = "公司成立于2015年，2021年曾提交上市申请，次年6月主动撤回。";
    dates(now, text, &[("次年6月", "2022-06")]);
    dates(now, "他2011年3月来到云津，次年2月租下一处民房。", &[("次年2月", "2012-02")]);
    let text = "公司虚构贸易，至2021年末收手。\n去年4月28日，审计机构出具保留意见。同年9月14日，公司被立案调查。";
    dates("2023-05-05T20:00", text, &[("同年9月14日", "2022-09-14")]);
    let text = "今年1月30日，公司预告2022年亏损3亿元，3月17日又将亏损调至5亿元。";
    dates("2023-05-05T20:00", text, &[("3月17日", "2023-03-17")]);
    dates(
        "2019-08-20T10:00",
        "去年夏天，大墓开始清理。清理8月初暂停，10月恢复，年底前全部完成。",
        &[("年底前", "2018-12")],
    );
    dates(now, "1924年，沈某生于一个裱画匠家庭。14岁那年，他到了武汉。", &[("那年", "1938")]);
}

#[test]
fn days_count_from_the_story_and_not_from_a_things_day() {
    let text = "7月11日，一名顾客发帖，称一盒6月28日生产的酸奶有异味。三天后，市监局到厂里抽样。";
    dates("2012-08-23T07:00", text, &[("三天后", "2012-07-14")]);
    let text = "26日的投票并不顺利，十个投票站推迟至27日上午补投。投票前一天，候选人的车队遇袭。";
    dates("2024-10-28T09:00", text, &[("前一天", "2024-10-25")]);
    let text = "6月14日，高院作出二审宣判。\n2023年12月26日，法院作出一审判决。宣判后第十天，被告人提起上诉。";
    dates("2024-06-14T20:00", text, &[("宣判后第十天", "2024-01-04")]);
    let text = "11月2日晚，房客上门，双方约定5号再谈。可到了5号，房东不在家。两天后，房客点燃了柴房。";
    dates("2013-11-20T10:00", text, &[("两天后", "2013-11-07")]);
    let text = "3月2日（周六），商场开业。周日，客流达到五万人次。";
    dates("2024-04-14T10:00", text, &[("周日", "2024-03-03")]);
}

#[test]
fn today_is_the_day_of_the_notice_the_paper_or_the_evening_before() {
    let text = "警方3月11日通报称，昨日19时许，一名男子持刀伤人。";
    dates("2024-03-14T10:00", text, &[("昨日19时许", "2024-03-10T19:00")]);
    let text = "《晨报》网站1月14日文章，新机在沪发售。\n昨天上午7时，店员的欢呼声传出店外。";
    dates("2012-01-17T08:00", text, &[("昨天上午7时", "2012-01-13T07:00")]);
    let text = "今天下午，疾控中心发布通报，公布了检测结果。";
    dates("2018-12-01T00:37", text, &[("今天下午", "2018-11-30T12:00")]);
}

#[test]
fn what_a_story_of_long_ago_looks_ahead_to_is_of_its_year() {
    let text = "2020年4月12日，货款没有到账。厂方先说推迟到月底。到了月底，厂方又承诺5月18日前付清。";
    dates("2021-03-22T07:00", text, &[("月底", "2020-04-21"), ("5月18日前", "2020-05-18")]);
    let text = "2018年11月26日夜，守库人在库房遇害。\n11月30日，民警在河滩找到他的手机。";
    dates("2019-12-05T10:00", text, &[("11月30日", "2018-11-30")]);
    let text = "2019年5月，市里约谈了这家公司。\n工作人员3月18日回应称，约谈后曾在当年8月回访。";
    dates("2021-03-22T07:00", text, &[("当年8月", "2019-08")]);
    let text = "评审会将在8月6日举行。工人须在24日18时前全部撤离。";
    dates("2022-07-22T09:00", text, &[("24日18时前", "2022-07-24")]);
}

#[test]
fn a_count_from_what_no_sentence_dates_is_from_the_earliest_day_to_which_it_fits() {
    let text = "8月18日凌晨，最后一名被困者升井。\n8月9日清晨，矿井透水，十一人被困。\n\
                10日，钻孔开钻，12日夜里一号孔偏离目标。直到被困第六天，二号孔才打穿巷道。";
    dates("2021-08-19T09:00", text, &[("被困第六天", "2021-08-14")]);
    let text = "2018年11月26日夜，守库人在库房遇害。直到案发第三天，有人捡到一件工作服。\n公诉人指出，案发前两天，那人买了铁棍。";
    dates("2019-12-05T10:00", text, &[("案发第三天", "2018-11-28"), ("案发前两天", "2018-11-24")]);
    // A case of long ago is none of the news.
    let text = "8月12日清晨，嫌疑人落网。\n2002年9月17日夜，粮站保管员遇害。案发第三天，嫌疑人离开了县城。";
    dates("2025-08-14T10:00", text, &[("案发第三天", "2002-09-19")]);
}

#[test]
fn a_count_beside_a_day_is_from_that_day() {
    dates("2020-02-11T14:00", "1月19日，老人住进医院，除夕前一天坚持回了家。", &[("前一天", "2020-01-23")]);
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
fn a_month_goes_on_from_what_its_paragraph_told_last() {
    let text = "面馆成立于2021年3月，2022年底开出分店。今年上半年，面馆卖出9万碗；二季度，房租涨了一成。";
    dates("2025-09-02T14:00", text, &[("二季度", "2025-04-01")]);
    let text = "书店2015年12月注册。2月中旬，老板换了招牌。";
    dates("2017-03-16T08:00", text, &[("2月中旬", "2017-02-11")]);
}

#[test]
fn evenings_and_days_count_from_the_case_that_the_paragraph_names() {
    let text = "7月1日，码头的吊臂折断。\n7月4日，港务局通报情况。事故发生后，救护车赶到。当晚，港务局封了码头。次日上午，潜水员打捞吊臂。";
    dates("2017-07-04T11:00", text, &[("当晚", "2017-07-01"), ("次日上午", "2017-07-02")]);
}

#[test]
fn a_count_from_an_accident_is_not_from_the_day_on_which_it_was_told() {
    let text = "6月11日上午，区政府通报“6·8”爆炸事故进展。\n6月8日14时25分，二号车间发生爆炸。爆炸发生次日，环保部门设了监测点。";
    dates("2024-06-11T16:00", text, &[("爆炸发生次日", "2024-06-09")]);
}

#[test]
fn a_day_from_which_it_is_moved_is_not_when_that_was() {
    let text = "这项比赛今年4月从4月17日推迟到9月25日。";
    dates("2022-10-28T07:00", text, &[("今年4月", "2022-04-01")]);
}

#[test]
fn a_day_before_a_launch_is_before_the_one_that_was() {
    let text = "10月14日，探空火箭成功发射。\n火箭原定9月20日发射。国庆当天，故障排除。发射前一天，队员搭好了塔架。";
    dates("2022-10-14T21:00", text, &[("前一天", "2022-10-13")]);
}
