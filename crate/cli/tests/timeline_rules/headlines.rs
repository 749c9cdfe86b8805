//! Headlines: a clause that says something, verbatim.

use qingdu_core::timeline::Kind;

use crate::ask::{entries, told, told_starts};

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
fn a_headline_keeps_a_word_that_only_looks_like_the_tail_of_its_time() {
    let text = "2021 年中岳庙会接待游客 31 万人次，比首届增长了近 4 倍。";
    assert_eq!(told("2025-11-12T08:00", "", text), ["2021-01-01 中岳庙会接待游客 31 万人次，比首届增长了近 4 倍"]);
    let text = "2012 年 5 月 8 日起正式启用渔船动态登记平台。";
    assert_eq!(told("2025-11-12T08:00", "", text), ["2012-05-08 正式启用渔船动态登记平台"]);
}

#[test]
fn a_clause_that_only_leads_up_is_no_headline_but_one_that_tells_is() {
    let text = "在省政府4月9日举行的座谈会上，渔业局局长丁望舟提及有30多家渔场向主管部门提交了清单。";
    assert_eq!(told("2025-11-12T08:00", "", text), ["2025-04-09 渔业局局长丁望舟提及有30多家渔场向主管部门提交了清单"]);
    let text = "据地震台网测定，3月2日5时17分在桐岭县（北纬28.31度，东经115.07度）发生4.6级地震，震源深度12公里。";
    assert!(told("2025-11-12T08:00", "", text)[0].contains("发生4.6级地震"));
}

#[test]
fn a_long_clause_whose_verb_stands_last_keeps_what_fits() {
    let text = "【江北科技时报网讯】（记者 沈屿）2025江北卫星导航芯片产业联盟年会于昨日举行。";
    let found = told("2025-04-03T11:00", "", text);
    assert!(found.iter().any(|line| line.starts_with("2025-04-02") && line.ends_with("年会于昨日举行")), "{found:?}");
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
fn traditional_letters_are_read_as_simplified_ones_and_shown_as_they_are() {
    let text = "該公司據傳將於12月8日發布新車，預計明年第二季交付。董事長「昨天」證實，原定10月20日召開的會議已取消。";
    let found = entries("2025-11-12T08:00", "", text);
    let told: Vec<_> = found.iter().map(|entry| (entry.start.as_deref().unwrap_or("-"), entry.kind)).collect();
    assert!(
        told.contains(&("2025-12-08", Kind::Reported)) && told.contains(&("2026-04-01", Kind::Planned)),
        "{told:?}"
    );
    assert!(!told.iter().any(|(start, _)| *start == "2025-10-20"), "what was meant for a day came otherwise: {told:?}");
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
