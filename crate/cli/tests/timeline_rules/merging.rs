//! One event told twice is one entry, two events of a time stay two; and what an answer or a rumour makes of an entry.

use qingdu_core::timeline::Kind;

use crate::ask::{entries, told};

fn count(texts: &[&str], expected: usize) {
    for text in texts {
        let found = entries("2025-11-12T08:00", "", text);
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
        assert_eq!(entries("2025-11-12T08:00", "", text)[0].kind, Kind::Denied, "{text}");
    }
    for text in [
        "11月5日，应急局回应说，没有收到相关报告。",
        "11月5日，公司回应称，事故没有造成人员伤亡。",
        "11月5日，公司回应称，系维修管道所致。",
    ] {
        assert_eq!(entries("2025-11-12T08:00", "", text)[0].kind, Kind::Happened, "{text}");
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
        assert_eq!(entries("2025-11-12T08:00", "", text)[0].kind, kind, "{text}");
    }
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
        "11月8日，护士林予安回忆说，没有发现外伤。\n11月8日，值班的林予安回忆，当时很忙。",
        // One sentence tells of more, the other of it alone.
        "自11月5日起，本报多次电话、短信联系周女士，均未获回复。\n从11月5日开始，其电话无人接听，亦未回复短信。",
        // A stretch since a year that was told of.
        "船厂2004年在北交所挂牌。\n2004年上市以来，造船订单几起几落。",
    ];
    for text in cases {
        let found = told("2025-11-12T08:00", "", text);
        assert_eq!(found.len(), 1, "{text} {found:?}");
    }
    for text in [
        // Two facts of a day, two people, a part of a year and the year.
        "11月8日，船医林予安回忆说，没有见过外伤。\n11月8日，护士林晓芸回忆说，病人很多。",
        "2024年前三季度，公司营业收入增长两成。\n2024年，公司营业收入增长三成。",
        "9月17日，一名游客在后山走失。那天下午，镇政府召开防汛会议，部署转移工作。",
    ] {
        assert_eq!(told("2025-11-12T08:00", "", text).len(), 2, "{text}");
    }
}
