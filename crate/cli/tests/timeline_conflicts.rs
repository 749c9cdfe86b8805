//! 文内说法不一, with the full dictionary: what two sentences of a text contradict each other in.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDateTime;
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Difference, Input, Paragraph, Role},
};

/// What the entries of a text say is told otherwise, each pair once.
fn conflicts(text: &str) -> Vec<(Difference, String, String)> {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, text).unwrap();
    let published = NaiveDateTime::parse_from_str("2025-11-12T08:00", "%Y-%m-%dT%H:%M").ok();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    let mut found = Vec::new();
    for entry in timeline::build(&Input { title: "", published, paragraphs }, Some(&lexicon)) {
        for conflict in entry.conflicts {
            for mention in &conflict.mentions {
                let host = text.lines().nth(mention.paragraph.unwrap()).unwrap();
                assert_eq!(&host[mention.span.clone()], mention.sentence);
                assert_eq!(&host[mention.expression_span.clone()], mention.expression);
            }
            let [first, second] = conflict.mentions.map(|mention| mention.expression);
            let pair = (conflict.about, first, second);
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}

#[test]
fn two_sentences_of_one_event_that_differ_contradict_each_other() {
    use Difference::{Day, Number};
    let cases = [
        (
            "11月3日，望江大桥主跨钢梁坠落江中。\n大桥管理处回应称，11月4日，望江大桥主跨钢梁坠落江中。",
            Day,
            "11月3日",
            "11月4日",
        ),
        (
            "11月3日，临江市化工厂仓库发生爆炸。\n据介绍，11月4日，临江市化工厂仓库发生爆炸，厂区停产。",
            Day,
            "11月3日",
            "11月4日",
        ),
        (
            "10月20日，法院公开宣判挪用资金案件。\n家属说，10月21日，法院公开宣判挪用资金案件。",
            Day,
            "10月20日",
            "10月21日",
        ),
        (
            "2024年5月6日，科考船启航前往南极海域。\n船队日志写道，2024年5月7日，科考船启航前往南极海域。",
            Day,
            "2024年5月6日",
            "2024年5月7日",
        ),
        (
            "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n11月3日，化工厂仓库发生爆炸，造成13人死亡。",
            Number,
            "12人",
            "13人",
        ),
        (
            "11月3日，客车在山区公路坠崖，3 名乘客受伤。\n家属说，11月3日客车在山区公路坠崖，5 名乘客受伤。",
            Number,
            "3 名",
            "5 名",
        ),
        (
            "10月9日，台风登陆沿海地区，26户房屋倒塌。\n镇里的统计是，10月9日台风登陆沿海地区，62户房屋倒塌。",
            Number,
            "26户",
            "62户",
        ),
        (
            "11月8日，警方突击检查地下赌场，抓获31名嫌疑人。\n11月8日警方突击检查地下赌场，带走33名嫌疑人。",
            Number,
            "31名",
            "33名",
        ),
    ];
    let mut faults = Vec::new();
    for (text, about, first, second) in cases {
        let found = conflicts(text);
        if found != [(about, first.to_owned(), second.to_owned())] {
            faults.push(format!("{text}: {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_may_both_be_right_is_no_contradiction() {
    let cases = [
        // The number grew, or was put right, or is none exactly.
        "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n11月3日化工厂仓库发生爆炸的死亡人数增至13人死亡。",
        "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n截至晚间，11月3日化工厂仓库发生爆炸，造成13人死亡。",
        "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n11月3日化工厂仓库发生爆炸，造成至少10人死亡。",
        // Other units, other things, a part of them.
        "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n11月3日化工厂仓库发生爆炸，造成30人受伤。",
        "11月3日，客车在山区公路坠崖，20名乘客受伤。\n11月3日客车在山区公路坠崖，其中3名乘客受伤严重。",
        // Two places, two hours.
        "11月3日，青川县发生山体滑坡，造成2人死亡。\n11月3日，武平县发生山体滑坡，造成4人死亡。",
        "11月3日上午9时，警方检查地下赌场，抓获31名嫌疑人。\n11月3日下午4时，警方检查地下赌场，抓获12名嫌疑人。",
        // One more of its kind, or one that was moved.
        "11月3日，临江市化工厂仓库发生爆炸。\n11月4日，临江市化工厂仓库再次发生爆炸。",
        "原定11月3日，望江大桥主跨钢梁吊装合龙。\n11月4日，望江大桥主跨钢梁吊装合龙。",
        // The days of a series.
        "11月3日，联赛第1轮主队2比1战胜客队取得胜利。\n11月4日，联赛第2轮主队3比1战胜客队取得胜利。",
        "11月3日，北京发布大风蓝色预警信号。\n11月5日，上海发布大风蓝色预警信号。",
        // The same day and the same number.
        "11月3日，化工厂仓库发生爆炸，造成12人死亡。\n11月3日化工厂仓库发生爆炸，造成12人死亡。",
    ];
    let found: Vec<_> =
        cases.iter().map(|text| (text, conflicts(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(found.is_empty(), "{found:?}");
}
