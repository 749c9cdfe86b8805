//! Happened, planned, reported, denied: what the words govern.

use qingdu_core::timeline::Kind;

use crate::ask::entries;

/// The kinds of a text's entries in order of time.
fn kinds(text: &str) -> Vec<Kind> {
    entries("2025-11-12T08:00", "", text).iter().map(|entry| entry.kind).collect()
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
fn a_plan_is_one_where_its_word_governs_what_the_time_dates() {
    use Kind::{Happened, Planned};
    let cases: [(&str, &[Kind]); 21] = [
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
        ("今年，船厂也将销售部门迁往海外。", &[Happened]),
        // Plans of the past stay plans.
        ("货轮争取在6月交付。", &[Planned]),
        ("物业承诺在1月底前修好电梯。", &[Planned]),
        ("9月12日，《澜宁晚报》报道称，船厂预计在9月底前交付新船。", &[Happened, Planned]),
        // What was set did happen, and what was moved.
        ("原定2月18日的庭审推迟到了5月26日。", &[Happened]),
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
fn a_plan_of_the_past_stays_a_plan() {
    for text in ["导演曾亲口表示影片会在去年年底上映。", "第二座灯塔定于 2022 年底亮灯，至今没有亮。"]
    {
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
