//! 今天, 昨晚, 明天 in somebody's words: dated where the text tells on which day they were said, else nothing.

use chrono::NaiveDateTime;
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Input, Paragraph, Role},
};

/// Published on 12 November 2025: the day and the headline of every entry that rests on a word in quotation marks.
fn quoted(text: &str) -> Vec<(String, String)> {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, text).unwrap();
    let published = NaiveDateTime::parse_from_str("2025-11-12T20:00", "%Y-%m-%dT%H:%M").unwrap();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    let entries = timeline::build(&Input { title: "", published: Some(published), paragraphs }, Some(&lexicon));
    let words = ["今", "昨", "明", "前", "后"];
    let rests = |entry: &timeline::Entry| {
        entry.mentions.iter().any(|mention| {
            let open = mention.sentence.find('“').map_or(usize::MAX, |open| mention.span.start + open);
            let close = mention.sentence.rfind('”').map_or(0, |close| mention.span.start + close);
            words.iter().any(|word| mention.expression.starts_with(word))
                && (open..close).contains(&mention.expression_span.start)
        })
    };
    let told = entries.into_iter().filter(rests);
    told.map(|entry| (entry.start.unwrap_or_default().chars().take(10).collect(), entry.headline)).collect()
}

#[test]
fn words_said_on_a_day_count_from_that_day() {
    let cases = [
        ("厂长李某11月3日表示：“我们今天复工，明天恢复供货。”", vec!["2025-11-03", "2025-11-04"]),
        ("11月3日，厂长李某在现场会上说：“我们昨晚修好了管线，今天复工。”", vec!["2025-11-02", "2025-11-03"]),
        ("“我们今天复工，”厂长李某11月3日表示。", vec!["2025-11-03"]),
        ("今天上午，署长在通报会上宣布：“我们明天重新开放隧道。”", vec!["2025-11-13"]),
        ("11月10日，大桥合龙。次日，市长宣布：“我们今天开始铺装桥面。”", vec!["2025-11-11"]),
        // Nothing says when, and the story is at the page's day.
        ("今天上午8时，河水越过堤顶。站长告诉记者：“我们今晚转移下游群众。”", vec!["2025-11-12"]),
        ("昨天，山火被扑灭。队长上周五曾在现场，今天他表示：“我们明天撤出山区。”", vec!["2025-11-13"]),
    ];
    for (text, days) in cases {
        let found = quoted(text);
        assert_eq!(found.iter().map(|(day, _)| day.as_str()).collect::<Vec<_>>(), days, "{text} {found:?}");
    }
}

#[test]
fn words_of_a_day_that_is_not_told_date_nothing() {
    for text in [
        // No frame, and the story is elsewhere.
        "11月3日，工厂停产。厂长说：“我们今天复工。”",
        "工厂停产。厂长说：“我们今天复工。”",
        "厂长说：“我们今天复工。”\n11月3日，工厂停产。",
        // An interview, a letter, a video, a memory.
        "11月3日，厂长接受采访时说：“我们今天复工。”",
        "11月3日，他在信中写道：“我们今天出发，明天抵达。”",
        "11月3日，她在朋友圈里说：“我们今天出发。”",
        "今天，老人回忆道：“他说明天回来，昨天还打了电话。”",
        "今天，她说：“那天他告诉我，明天回家。”",
        // Long ago, or too coarse.
        "1997年3月19日，他对狱友说：“我昨晚写完了申诉书，今天寄出。”",
        "2022年第二季度，林澈说：“今天我们交付新车。”",
        "11月，厂长说：“我们今天复工。”",
        // How things are, and what is asked.
        "11月3日，林澈在发布会上说：“今天，我们站在牌桌上。”",
        "11月3日，校长说：“今天的孩子有更多选择，今天是他们的。”",
        "11月3日，市长表示：“这座城市今天面临新的机遇，明天会更好。”",
        "11月3日，董事长表示：“我们今天不会谈收购。”",
        "11月3日，家长问校方说：“孩子明天能返校吗？”",
        // Somebody's habit of speech.
        "今天，她说起父亲，父亲总是说：“明天修理屋顶。”",
    ] {
        assert_eq!(quoted(text), [], "{text}");
    }
}

/// Published on 12 November 2025: how many entries a text has.
fn count(text: &str) -> usize {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, text).unwrap();
    let published = NaiveDateTime::parse_from_str("2025-11-12T20:00", "%Y-%m-%dT%H:%M").unwrap();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    timeline::build(&Input { title: "", published: Some(published), paragraphs }, Some(&lexicon)).len()
}

#[test]
fn what_somebody_says_of_another_time_is_dated_where_a_deed_is_told() {
    for text in [
        "“上个月我把房子卖了。”王先生说。",
        "“我们去年关了两家店。”店主说。",
        "“前年我女儿被骗走8万元。”赵女士说。",
        "“去年冬天，镇上冻死了两百头羊。”镇长说。",
        "“工厂预计明年9月投产。”厂长说。",
        "“新规下月起施行。”发言人说。",
        "“新桥上个月已经通过验收，明年二季度通车。”经理说。",
        "“下个月我们要去考救援证。”队长说。",
        "“这是客户半年前主动提出来的。”经理说。",
    ] {
        assert!(count(text) >= 1, "{text}");
    }
    for text in [
        "妻子说：“拉完这一趟就回来，周六带孩子去公园。”",
        "“我7月以来就没离开过河州。”董事长说。",
        "“去年冬天，山区有上万户没有暖气。”代表说。",
        "“三年前我连一张图纸都看不懂。”师傅说。",
        "“下个月我要带女儿去看海。”他说。",
        "“再没有结果，我们就罢到圣诞节。”工人喊道。",
        "有账号称该电池“明年6月就能装车”。",
        "“市场看的是下个季度。”他说。",
        "他承认文件写着：“到2020年，基本保障制度覆盖城乡居民。”",
        // Straight marks.
        "院长说：\"我今天就是来讨账的。\"",
    ] {
        assert_eq!(count(text), 0, "{text}");
    }
}
