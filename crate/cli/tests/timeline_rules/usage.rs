//! Times that date an event, and those that date none.

use crate::ask::{entries, told, told_starts};

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
fn what_was_only_meant_for_a_time_and_came_otherwise_is_no_event() {
    let cases: [(&str, &[&str]); 9] = [
        // The time is over.
        ("项目原定 2024 年 5 月开工，但因征地受阻。", &[]),
        ("新馆原计划去年 10 月开放，至今大门紧闭。", &[]),
        ("原定于 11 月 3 日举行的听证会，改为书面审理。", &[]),
        ("第二座灯塔最初定于 2022 年底亮灯。", &[]),
        // The sentence moves it.
        ("原定 12 月 20 日举行的演出推迟至 12 月 28 日。", &["2025-12-28"]),
        // 日本计划 is no 本计划.
        ("日本计划 2019 年 5 月发行新钞。", &["2019-05-01"]),
        ("最初的方案 2024 年 5 月公布后招来批评。", &["2024-05-01"]),
        // It still stands.
        ("工厂原定 2026 年 3 月投产，目前正在安装设备。", &["2026-03-01"]),
        // By how many days it moved is told: it has a day.
        ("原定 11 月 3 日举行的赛艇会推迟了两天，六支队伍下水。", &["2025-11-05"]),
    ];
    for (text, expected) in cases {
        assert_eq!(told_starts(text), expected, "{text}");
    }
}

#[test]
fn what_only_describes_a_time_is_no_event() {
    for text in [
        "六七十年代是轮渡的黄金时期。",
        "今年全省造船业景气度高于往常水平。",
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
fn times_that_measure_compare_or_name_date_nothing() {
    let nothing = [
        // A stretch up to now.
        "4年来，该专业的招生人数逐年上升。",
        "地铁试运营半年以来，客流平稳。",
        "此前一年多时间，这家工厂一直没有开工。",
        // What falls due, what is booked.
        "该公司发行的2031年7月到期的债券收益率升至3.2%。",
        "她预订了11月30日回老家的火车票。",
        // How often, over a stretch.
        "去年以来，港区已发生三起擦碰。",
        "今年以来，船厂先后接到订单12份。",
        // How long it is to take.
        "届时，过江时间有望控制在15分钟以内。",
        // In what is taken.
        "他把2019年的旧船票当成新票卖给游客。",
        "他将2021年外地一起事故的录像剪成新闻。",
        // Whenever he went.
        "他每趟要走两天，夜里就睡在船上。",
        // Since when the object has been so.
        "补贴意在扶起2009年以来冷清的造船业。",
        // The name of an occasion.
        "“澜宁市2025年防汛应急演练”由市应急局主办。",
        // A yardstick.
        "这笔钱相当于截至2013年底全市存款的两成。",
        "新方案在去年“三步走”的基础上再作调整。",
        // What is imagined, or only likened.
        "演练模拟12月22日15时列车突然停电。",
        "就当是3月9日重踢一遍。",
        // What is usual.
        "沿海5月出现大雪的情况较为少见。",
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
        "居民贴出了“今年元宵不放烟花”的告示。",
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
        "通常，捕捞从9月底开始，持续到霜降前。",
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
        ("原定9月2日的庭审推迟到了11月6日。", "2025-11-06"),
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
fn a_verb_that_jieba_takes_for_a_noun_carries_its_clause() {
    let text = "纪录片2014年5月开机，次年2月杀青。打井队本周三已经进场。";
    assert_eq!(
        told("2018-02-09T17:00", "", text),
        ["2014-05-01 纪录片2014年5月开机", "2015-02-01 次年2月杀青", "2018-02-07 打井队本周三已经进场"]
    );
}

#[test]
fn what_was_held_on_a_day_and_did_something_is_an_event() {
    let found = told("2025-12-30T11:00", "", "11月9日的董事会罢免了总经理。11月12日的会议纪要只有两页。");
    assert_eq!(found, ["2025-11-09 董事会罢免了总经理"]);
    let found = told("2025-12-30T11:00", "", "今年1月底，两家船厂达成协议。");
    assert_eq!(found, ["2025-01-21 两家船厂达成协议"]);
}

#[test]
fn the_last_day_of_a_list_scopes_what_the_list_scopes() {
    let text = "剧院决定收回4月2日、4月3日和5月6日印制的三批门票。";
    assert!(told("2011-11-08T08:00", "", text).iter().all(|line| !line.contains("-04-") && !line.contains("-05-")));
}
