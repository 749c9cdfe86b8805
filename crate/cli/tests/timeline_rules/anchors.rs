//! What a count or a lone 当晚 starts from: bound by the text, else nothing.

use crate::ask::told;

#[test]
fn a_count_from_a_case_follows_the_case_that_is_told_later() {
    let cases = [
        ("案发三天后，警方在邻县抓获嫌疑人。\n2024年11月3日，王家村发生一起命案，一名村民被害。", "2024-11-06 "),
        ("案发当晚，村民报警。\n经查，2024年11月3日，王家村发生一起火灾，三间房屋被烧毁。", "2024-11-03T18:00 "),
        ("事故发生三天后，最后一名被困矿工获救。\n11月3日，桐岭煤矿发生透水事故。", "2025-11-06 "),
        ("地震两小时后，第一支救援队到达县城。\n10月3日5时17分，桐岭县发生5.6级地震。", "2025-10-03T07:17 "),
    ];
    for (text, day) in cases {
        let found = told("2025-11-12T20:00", "", text);
        assert!(found.len() == 2 && found.iter().any(|line| line.starts_with(day)), "{text} {found:?}");
    }
}

#[test]
fn a_count_from_a_case_that_the_text_does_not_date_dates_nothing() {
    for text in [
        // None, two, one of a month, one that is to come, another kind.
        "案发三天后，警方在邻县抓获嫌疑人。\n2024年11月3日，王家村的桥通车。",
        "案发三天后，警方抓获嫌疑人。\n2024年11月3日，王家村发生命案。2024年12月5日，李家村也发生命案。",
        "案发三天后，警方抓获嫌疑人。\n2024年11月，王家村发生一起命案。",
        "地震两小时后，救援队到达县城。\n10月3日，县城发生火灾。",
        // A meeting about it, and a report of it, are not it.
        "事发三天后，最后一名矿工获救。\n11月5日，县里召开事故通报会。11月6日，专家通报事故原因。",
    ] {
        let found = told("2025-11-12T20:00", "", text);
        assert!(
            !found.iter().any(|line| line.contains("抓获") || line.contains("到达") || line.contains("矿工获救")),
            "{text} {found:?}"
        );
    }
}

#[test]
fn a_lone_evening_is_of_the_day_that_the_text_binds_it_to() {
    // The narrative goes on.
    for text in [
        "2024年11月3日凌晨，矿井突水。\n接到报告后，救援队赶到现场。当晚，指挥部决定从地面打孔。",
        "2024年11月3日凌晨，矿井突水。\n家属聚集在矿区门口。\n当晚，指挥部决定从地面打孔。",
    ] {
        assert!(told("2025-11-12T20:00", "", text).iter().any(|line| line.starts_with("2024-11-03T18:00")), "{text}");
    }
    // Something else is told in between, whose day is not known.
    for text in [
        "今天上午，记者来到矿区。矿井突水事故发生后，家属守在门口。当晚，指挥部决定从地面打孔。",
        "公司成立于2016年5月3日。他小时候家里穷。当晚，他常常睡在灶台边。",
        "今天，村民说起那场地震。地震那天，学校正在上课。当晚，全村人睡在操场上。",
        "王师傅记得突水的那个夜晚。当晚，他正在井下。",
        "2024年，矿井突水。当晚，指挥部决定从地面打孔。",
        // 此后 and 随后 alone say no day.
        "11月9日，公司宣布召回。此后，多名车主起诉。随后，监管部门介入。",
    ] {
        let found = told("2025-11-12T20:00", "", text);
        let none = ["打孔", "灶台", "操场", "井下", "起诉", "介入"];
        assert!(!found.iter().any(|line| none.iter().any(|word| line.contains(word))), "{text} {found:?}");
    }
}
