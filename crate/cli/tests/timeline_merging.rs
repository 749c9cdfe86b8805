//! One event told twice is one entry, two events of a time stay two; and what an answer or a rumour makes of an entry.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDateTime;
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Entry, Input, Kind, Paragraph, Role},
};

fn entries(text: &str) -> Vec<Entry> {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, text).unwrap();
    let published = NaiveDateTime::parse_from_str("2025-11-12T08:00", "%Y-%m-%dT%H:%M").unwrap();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    timeline::build(&Input { title: "", published: Some(published), paragraphs }, Some(&lexicon))
}

fn count(texts: &[&str], expected: usize) {
    for text in texts {
        let found = entries(text);
        assert_eq!(found.len(), expected, "{text} {found:#?}");
    }
}

#[test]
fn what_recalls_an_event_by_its_name_is_no_second_entry() {
    count(
        &[
            // 第二 is of the event itself, not of one more.
            "7月18日，第二轮谈判因关税问题破裂。\n这是双方自7月谈判破裂以来首次见面。",
            // A name in quotation marks.
            "2024年底爆出的“染色门”让茶商苦不堪言。\n2024年年底“染色门”风波还未平息，又有人举报陈茶翻新。",
            // The year is what the first sentence tells.
            "这座窑址最早发现于1958年。那年冬天，村民挖渠时挖出三件陶罐。",
            // 这场 speaks of what was told.
            "11月9日，澜宁队主场大胜桐岭队。\n11月9日这场比赛之前，老将还没有赢过桐岭队。",
            // A whole clause, once more; a word within a longer one.
            "11月13日，冷空气继续南下，桐岭入冬。\n专家预计，11月13日强冷空气继续南下，早晚有霜。",
            "11月9日，获奖者集体合影。\n11月9日，主办方与获奖者合影留念。",
        ],
        1,
    );
    count(
        &[
            // A turning point is one thing, what happened that year another; so is what else a name did.
            "转折发生在1992年。那年三月，钟表厂停产。",
            "11月8日，护士接受记者采访时说，病人很多。\n11月8日，院长接受记者采访时说，药品充足。",
        ],
        2,
    );
}

#[test]
fn what_a_sentence_says_of_its_own_event_is_no_second_entry() {
    count(
        &[
            "县防汛办昨晚举行发布会通报，截至11日18时，山洪已造成三人失踪。",
            "11月10日，教育局召开会议，要求全市学校即日起实行晨检。",
            "2019年，他在旧澡堂里办起了木刻工作室，当年招了六名学徒。",
            "11月10日深夜，桐岭一间塑料厂起火。\n消防局表示，11月10日23时42分接获报案，出动十二辆消防车。",
            "澜宁光电11月10日召开说明会，董事长许哲远表示，新厂进展顺利。\n许哲远11月10日坦言，时机并不成熟。",
            // Figures of one month.
            "10月全省通胀率降至六个月来的最低。\n分析人士松了一口气。\n不计粮食，10月全省核心通胀率为3.1%。",
        ],
        1,
    );
    count(
        &[
            "2023年，4号线获批；同年，5号线开工。",
            // A part of the time with another number, and what somebody said of it.
            "今年上半年，公司高管减持股票5000万元。\n今年6月，公司高管减持股票1600万元。",
            "11月10日，两国代表团在澜宁结束停火谈判。\n11月10日下午，代表团发言人在谈判厅外说，停火谈判还会继续。",
        ],
        2,
    );
}

#[test]
fn an_answer_that_negates_denies() {
    for text in [
        "11月5日，青禾科技回应称，从未向对方提供资金。",
        "11月5日晚间，公司发布澄清公告，称未与任何机构接触。",
        "对此，周启铭11月5日在电话会上回应：“没有这样的计划，我一直在澜宁。”",
    ] {
        assert_eq!(entries(text)[0].kind, Kind::Denied, "{text}");
    }
    for text in [
        "11月5日，应急局回应说，没有收到相关报告。",
        "11月5日，公司回应称，事故没有造成人员伤亡。",
        "11月5日，公司回应称，系维修管道所致。",
    ] {
        assert_eq!(entries(text)[0].kind, Kind::Happened, "{text}");
    }
}

#[test]
fn a_source_without_a_name_reports_and_one_with_a_name_tells() {
    let cases: [(&str, Kind); 9] = [
        ("10月24日，股吧里传出公司将被收购的消息，股价大涨。", Kind::Reported),
        ("10月初，市场一度传出晶湛将迁往桐岭。", Kind::Reported),
        ("一名接近谈判的外交官透露，双方10月18日已经会面。", Kind::Reported),
        ("有员工爆料，警报器早在今年8月就被关掉。", Kind::Reported),
        ("另据外媒此前报道，公司最快将于明年上半年上市，公司不予置评。", Kind::Reported),
        // A person of whom the name is told; brackets; a noun that 疑似 describes.
        ("11月5日，市民曹先生向晨报爆料称，自己买到了发霉的月饼。", Kind::Happened),
        ("11月5日，他手下一干人（据说有八个）冲进了剧院。", Kind::Happened),
        ("2023年初又出了某品牌的疑似致死。", Kind::Happened),
        ("11月12日一早将和弟弟开车去桐岭接人。", Kind::Planned),
    ];
    for (text, kind) in cases {
        assert_eq!(entries(text)[0].kind, kind, "{text}");
    }
}
