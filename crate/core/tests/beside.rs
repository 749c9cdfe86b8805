//! Parts inside an article whose element is named as something else: what goes of the page, of the text, what stays.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use qingdu_core::{
    Reading,
    article::Hints,
    boilerplate::{Category, Chrome, Level, Settings},
    filter::Filters,
    page::{Builder, Limits, Page},
};

const BODY: [&str; 4] = [
    "河口镇的盐场在停产六年之后重新开晒，第一批海盐预计在本月下旬收上来。",
    "场长林世安说，今年修好的盐池一共有四十二口，最老的一口是他祖父那辈人挖的。",
    "县农业局的数字显示，全县的盐田面积从高峰时的三千亩减少到了如今的四百亩。",
    "镇上的中学也在盐场边上开了一门选修课，教学生看天气、测卤水、记潮汐。",
];

/// A line of a part: its tag and text; `a` is a line that is a link, `img` a picture.
type Line = (&'static str, &'static str);

fn page(parts: &[(&str, &str, &[Line])]) -> Page {
    let mut builder = Builder::new("https://news.example.cn/a/20260412/1.html", "河口盐场重新开晒");
    let body = builder.element(None, "body", false);
    let title = builder.element(Some(body), "h1", false);
    builder.text(title, "河口盐场重新开晒");
    let content = builder.element(Some(body), "div", false);
    builder.attribute(content, "class", "detail-box");
    for (at, text) in BODY.iter().enumerate() {
        let paragraph = builder.element(Some(content), "p", false);
        builder.text(paragraph, text);
        if at != 1 {
            continue;
        }
        for (tag, class, lines) in parts {
            let part = builder.element(Some(content), tag, false);
            builder.attribute(part, "class", class);
            for (tag, text) in *lines {
                match *tag {
                    "a" => {
                        let item = builder.element(Some(part), "div", false);
                        let link = builder.element(Some(item), "a", false);
                        builder.attribute(link, "href", "/a/20260401/2.html");
                        builder.text(link, text);
                    }
                    "img" => {
                        let picture = builder.element(Some(part), "img", false);
                        builder.attribute(picture, "src", text);
                    }
                    _ => {
                        let line = builder.element(Some(part), tag, false);
                        builder.text(line, text);
                    }
                }
            }
        }
    }
    Page::new(builder.finish(), Limits::default()).unwrap()
}

fn read(parts: &[(&str, &str, &[Line])], settings: &Settings) -> Reading {
    qingdu_core::read(&page(parts), &Hints::default(), settings)
}

fn text(reading: &Reading) -> Vec<String> {
    reading.shown().map(|kept| kept.block.text.clone()).collect()
}

const LINKS: [Line; 4] =
    [("h4", "相关阅读"), ("a", "老盐工的最后一担盐"), ("a", "海边小镇的一百二十天"), ("a", "谁还在吃粗盐")];

/// What goes: the element's class, its lines, the level, the category.
const GOES: [(&str, &[Line], Level, Category); 12] = [
    ("related-news", &LINKS, Level::Hide, Category::RelatedReading),
    ("recommend_box", &[("a", "老盐工的最后一担盐"), ("a", "谁还在吃粗盐")], Level::Hide, Category::RelatedReading),
    (
        "tuijian",
        &[("p", "老盐工的最后一担盐"), ("p", "海边小镇的一百二十天与一个人")],
        Level::Fold,
        Category::RelatedReading,
    ),
    ("follow-us", &[("p", "关注我们")], Level::Hide, Category::FollowPrompt),
    (
        "follow-card",
        &[("p", "河口观察"), ("p", "河口镇上的人和事，每周两篇，从不间断")],
        Level::Fold,
        Category::FollowPrompt,
    ),
    ("subscribe-box", &[("p", "扫码订阅，不错过每一篇好文")], Level::Hide, Category::FollowPrompt),
    ("ad", &[("p", "广告")], Level::Hide, Category::AdProduct),
    ("inner-ads", &[("p", "山泉酿造的老酱油，一口就是小时候的味道")], Level::Fold, Category::AdProduct),
    ("promo-card", &[("p", "限时特惠，点击下方链接立即购买")], Level::Hide, Category::AdProduct),
    ("ad", &[("img", "/poster.jpg")], Level::Fold, Category::AdProduct),
    ("share-bar", &[("p", "分享到微博 微信 朋友圈")], Level::Hide, Category::ShareUi),
    ("author-info", &[("p", "林小舟"), ("p", "河口日报记者，跑渔业和盐业十一年")], Level::Fold, Category::AccountCard),
];

/// What stays, in the page and in the text: the element's class and its lines.
const STAYS: [(&str, &[Line]); 9] = [
    (
        "recommend-text",
        &[
            ("p", "四十二口盐池，一个人守"),
            (
                "p",
                "林世安每天凌晨四点起床，先看天色，再用手指蘸一点卤水尝咸淡，然后才决定今天要不要放水，这个顺序他父亲和祖父都守了一辈子，从来没有改过。",
            ),
        ],
    ),
    ("recommend-reason", &[("p", "评委会认为，这座盐场把两百年前的晒法完整地留了下来，值得保护。")]),
    (
        "related-case",
        &[("h3", "相关案例"), ("p", "三年前，邻县的一座盐场也曾经复产，两个月之后因为没有销路再次停工。")],
    ),
    (
        "ad-story",
        &[("p", "广告牌是二十年前立的。"), ("p", "当年的镇长说，立牌子花掉了镇上半年的招待费，所以大家一直记得。")],
    ),
    ("promo", &[("p", "推广粗盐的难处在于价格，一斤海盐的成本是井盐的三倍，超市不愿意进货。")]),
    ("follow", &[("p", "更正：上一版把盐池的数目误写为四十口。")]),
    ("related", &[("p", "参考资料："), ("p", "[1] https://example.org/salt/1998.pdf")]),
    ("subscribe", &[("p", "订阅海盐的人里有一半住在省城，他们多半在镇上长大，每年春节回来一次。")]),
    ("related-title", &[("h3", "谁来接班")]),
];

#[test]
fn a_part_that_is_named_as_promotion_goes_as_one_with_its_reason() {
    for (class, lines, level, category) in GOES {
        let reading = read(&[("div", class, lines)], &Settings::default());
        assert!(reading.article.refusal.is_none(), "{class}");
        assert_eq!(text(&reading), BODY, "{class} {lines:?}");
        let [part] = reading.chrome.as_slice() else { panic!("{class} {lines:?}: {:?}", reading.chrome) };
        assert_eq!((part.verdict.level, part.verdict.category), (level, Some(category)), "{class} {lines:?}");
        assert!(!part.verdict.rule.is_empty() && !part.verdict.reason.is_empty(), "{class}");
        assert_eq!(part.nodes.len(), 1, "{class}: its element, with its frame");
    }
}

#[test]
fn a_part_with_paragraphs_of_the_article_stays_whatever_its_name() {
    for (class, lines) in STAYS {
        let reading = read(&[("div", class, lines)], &Settings::default());
        let expected: Vec<&str> = BODY[..2]
            .iter()
            .copied()
            .chain(lines.iter().map(|(_, text)| *text))
            .chain(BODY[2..].iter().copied())
            .collect();
        assert_eq!(text(&reading), expected, "{class}");
        assert!(reading.chrome.is_empty(), "{class}: {:?}", reading.chrome);
    }
}

#[test]
fn a_name_that_says_only_where_something_stands_takes_nothing_out_of_the_page() {
    for (class, lines) in [
        ("right", [("p", "盐池一角")].as_slice()),
        ("banner", &[("img", "/salt.jpg")]),
        ("hot", &[("p", "四十二口盐池")]),
        ("tool", &[("img", "/rake.jpg")]),
        ("tool", &[("p", "责任编辑：林小舟")]),
        ("pager", &[("a", "上一页"), ("p", "1/2"), ("a", "下一页")]),
    ] {
        let reading = read(&[("div", class, lines)], &Settings::default());
        assert!(reading.chrome.is_empty(), "{class}: {:?}", reading.chrome);
    }
}

#[test]
fn a_name_that_proves_nothing_goes_with_a_text_that_does() {
    for (class, lines, category) in [
        ("banner", [("p", "扫码下载客户端，新人立减十元")].as_slice(), Category::AppDownload),
        ("right", &[("a", "老盐工的最后一担盐"), ("a", "海边小镇的一百二十天")], Category::RelatedReading),
    ] {
        let reading = read(&[("div", class, lines)], &Settings::default());
        let [part] = reading.chrome.as_slice() else { panic!("{class}: {:?}", reading.chrome) };
        assert_eq!((part.verdict.level, part.verdict.category), (Level::Hide, Some(category)), "{class}");
        assert_eq!(text(&reading), BODY, "{class}");
    }
}

#[test]
fn of_parts_in_parts_the_outermost_goes() {
    let mut builder = Builder::new("https://news.example.cn/a/20260412/1.html", "河口盐场重新开晒");
    let body = builder.element(None, "body", false);
    let content = builder.element(Some(body), "div", false);
    for text in BODY {
        let paragraph = builder.element(Some(content), "p", false);
        builder.text(paragraph, text);
    }
    let outer = builder.element(Some(content), "div", false);
    builder.attribute(outer, "class", "recommend");
    for text in ["老盐工的最后一担盐", "谁还在吃粗盐"] {
        let inner = builder.element(Some(outer), "div", false);
        builder.attribute(inner, "class", "ad");
        let link = builder.element(Some(inner), "a", false);
        builder.text(link, text);
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    let reading = qingdu_core::read(&page, &Hints::default(), &Settings::default());
    let [part] = reading.chrome.as_slice() else { panic!("{:?}", reading.chrome) };
    assert_eq!(page.attribute(part.nodes[0], "class"), Some("recommend"));
}

#[test]
fn a_category_that_is_left_alone_leaves_the_part_in_the_page_and_in_the_text() {
    let parts: [(&str, &str, &[Line]); 2] =
        [("div", "related-news", &LINKS), ("div", "follow-us", &[("p", "关注我们")])];
    let off = Settings { off: vec![Category::RelatedReading], ..Settings::default() };
    let reading = read(&parts, &off);
    let categories: Vec<_> = reading.chrome.iter().filter_map(|part| part.verdict.category).collect();
    assert_eq!(categories, [Category::FollowPrompt]);
    assert_eq!(text(&reading).len(), BODY.len() + LINKS.len());
    assert_eq!(text(&reading)[2..6], LINKS.map(|(_, text)| text));
}

#[test]
fn a_part_that_the_reader_keeps_is_in_the_text_in_its_place() {
    let parts: [(&str, &str, &[Line]); 2] =
        [("div", "related-news", &LINKS), ("div", "follow-us", &[("p", "关注我们")])];
    let before = read(&parts, &Settings::default());
    assert_eq!(text(&before), BODY);
    let of = |category| before.chrome.iter().find(|part| part.verdict.category == Some(category)).and_then(Chrome::key);
    let keep = BTreeSet::from([of(Category::FollowPrompt).unwrap()]);
    let after = read(&parts, &Settings { keep, ..Settings::default() });
    assert_eq!(after.chrome.len(), 1);
    assert_eq!(text(&after)[1..4], [BODY[1], "关注我们", BODY[2]]);
    let (filters, faults) = Filters::parse("#@#.related-news");
    assert!(faults.is_empty());
    let after = read(&parts, &Settings { filters, ..Settings::default() });
    assert_eq!(after.chrome.len(), 1);
    assert_eq!(text(&after).len(), BODY.len() + LINKS.len());
}

#[test]
fn what_stands_in_a_part_is_known_for_the_way_back() {
    let reading = read(&[("div", "related-news", &LINKS)], &Settings::default());
    let blocks = &reading.chrome[0].blocks;
    assert_eq!(blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), LINKS.map(|(_, text)| text));
}
