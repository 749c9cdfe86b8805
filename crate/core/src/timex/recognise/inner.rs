//! What lies in a year: months, quarters, halves, seasons, weeks, festivals, solar terms, lunar days.

use super::super::{
    expression::{Calendar, Edge, Holiday, Inner},
    number::{chinese, digits, small},
    scan::Scan,
    value::Granularity,
    words::{self, Class, Classes, letters},
};

/// The part of a year at a position; `behind` tells that a year stands before it.
pub(super) fn inner(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    super::lunar::lunar(scan, at)
        .or_else(|| behind.then(|| nth_month(scan, at)).flatten())
        .or_else(|| month(scan, at, behind))
        .or_else(|| months(scan, at, behind))
        .or_else(|| by_word(scan, at, behind))
}

pub(super) fn narrow(value: i64) -> Option<u32> {
    u32::try_from(value).ok()
}

/// 9月, 九月份, 12 月; not 9个月, 9月龄.
pub(super) fn month(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    if !behind && scan.before(at) == '第' {
        return None;
    }
    // 元月 is January.
    let (value, length) = small(scan, at)
        .or((scan.at(at) == '元' && !matches!(scan.before(at), '公' | '美' | '欧' | '日' | '港' | '万' | '亿'))
            .then_some((1, 1)))?;
    if !(1..=12).contains(&value) || scan.at(at + length) != '月' || (length > 2) {
        return None;
    }
    let after = at + length + 1;
    // 二月二, 三月三: festivals.
    if words::of(scan, at, Class::LunarFestival).is_some_and(|word| {
        let next = scan.at(at + word.length);
        !is_numeral_letter(next) && !matches!(next, '日' | '号' | '旬')
    }) {
        return None;
    }
    if letters::NOT_AFTER_MONTH.contains(scan.at(after)) && !scan.has(after, "亮相") {
        return None;
    }
    let tail = usize::from(scan.at(after) == '份');
    Some((Inner::Month(narrow(value)?), length + 1 + tail))
}

/// 第三个月, 首月 of a year.
fn nth_month(scan: &Scan, at: usize) -> Option<(Inner, usize)> {
    if scan.at(at) != '第' {
        return None;
    }
    let (value, length) = small(scan, at + 1).filter(|(value, _)| (1..=12).contains(value))?;
    scan.has(at + 1 + length, "个月").then_some((Inner::Month(narrow(value)?), length + 3))
}

/// 上半年, 三季度, Q3, 前七个月, 前三季度.
fn months(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    let letter = scan.at(at);
    let halves = [("上半年", 1), ("前半年", 1), ("下半年", 7), ("后半年", 7)];
    if matches!(letter, '上' | '前' | '下' | '后')
        && let Some((word, first)) = halves.into_iter().find(|(word, _)| scan.has(at, word))
        // 创下|半年来新低.
        && !(letter == '下' && scan.before(at) == '创')
    {
        let tail = usize::from(scan.at(at + 3) == '度');
        return Some((Inner::Months(first, 6, Granularity::Half), word.chars().count() + tail));
    }
    // 奥迪Q3 is a car.
    if scan.at(at) == 'q' && !scan.before(at).is_ascii_alphabetic() && scan.before(at) != '迪' {
        let quarter = digits(scan, at + 1).filter(|(value, length)| *length == 1 && (1..=4).contains(value))?;
        let ends = !scan.at(at + 2).is_ascii_alphanumeric();
        return ends.then_some((Inner::Months(narrow(quarter.0)? * 3 - 2, 3, Granularity::Quarter), 2));
    }
    if matches!(scan.at(at), '前' | '头' | '首' | '后' | '最') {
        return first_months(scan, at, behind);
    }
    let head = usize::from(scan.at(at) == '第');
    let (value, length) = digits(scan, at + head).or_else(|| chinese(scan, at + head))?;
    let quarter = at + head + length;
    if !matches!(scan.at(quarter), '季' | '财') {
        return None;
    }
    let unit = scan.one_of(quarter, &["季度", "财季", "季报", "季"])?;
    // 《…》第三季 is a season of a show; 第三季营收 is a quarter.
    let business = ["营收", "业绩", "财报", "净利", "获利", "毛利", "出货", "营运"];
    let counted = head == 1 && scan.one_of(quarter + unit, &business).is_some();
    let plain = scan.at(quarter + 1) == '度' || counted || behind || scan.at(quarter) == '财';
    // 第三季度假村: the season of a holiday.
    let holiday = scan.at(quarter + 2) == '假' && scan.has(quarter, "季度");
    let fits = (1..=4).contains(&value)
        && plain
        && !holiday
        && scan.at(quarter + 1) != '报'
        && !scan.before(at).is_ascii_digit();
    if !fits {
        return None;
    }
    Some((Inner::Months(narrow(value)? * 3 - 2, 3, Granularity::Quarter), head + length + unit))
}

fn first_months(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    // 提前|十个月.
    if !behind && letters::NOT_BEFORE_FRONT.contains(scan.before(at)) {
        return None;
    }
    if let Some(length) = scan.one_of(at, &["首季度", "首季"]) {
        return Some((Inner::Months(1, 3, Granularity::Quarter), length));
    }
    let last = scan.one_of(at, &["最后", "后"]);
    let head = last.unwrap_or(1);
    let (value, length) = small(scan, at + head).or((scan.at(at + head) == '两').then_some((2, 1)))?;
    let after = at + head + length;
    if let Some(unit) = scan.one_of(after, &["个季度", "季度"]).filter(|_| (2..=4).contains(&value) && last.is_none())
    {
        return Some((Inner::Months(1, narrow(value)? * 3, Granularity::Range), head + length + unit));
    }
    let unit = scan.one_of(after, &["个月", "月"])?;
    // 前两个月 without a year may count from the reference; with one, from January.
    let fits = (2..=11).contains(&value)
        && (behind || (value > 2 && last.is_none() && (scan.at(after) == '个' || scan.at(at + head).is_ascii_digit())));
    if !fits {
        return None;
    }
    let first = if last.is_some() { 13 - narrow(value)? } else { 1 };
    Some((Inner::Months(first, narrow(value)?, Granularity::Range), head + length + unit))
}

fn by_word(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    use Class::{
        Easter, Festival, Hebrew, Islamic, LunarFestival, Month, MonthSame, Moon, Season, Term, Week, WeekSame,
        WeekdayFestival,
    };
    const WANTED: Classes = Classes::of(&[
        Month,
        MonthSame,
        Week,
        WeekSame,
        Season,
        Festival,
        LunarFestival,
        WeekdayFestival,
        Easter,
        Hebrew,
        Islamic,
        Moon,
        Term,
    ]);
    if let Some(found) = quarter_word(scan, at) {
        return Some(found);
    }
    let word = words::longest(scan, at, WANTED)?;
    let after = at + word.length;
    match word.class {
        Month => Some((Inner::MonthReference(word.first), word.length)),
        // 第一|次月全食.
        MonthSame if word.text.starts_with('次') && ordinal(scan.before(at)) => None,
        MonthSame => Some((Inner::MonthSame(word.first), word.length)),
        Week => Some((Inner::Week(word.first), word.length)),
        WeekSame => Some((Inner::WeekSame(word.first), word.length)),
        Season => {
            // One letter needs a year before it and no word behind it: 2023年春, 去年冬天.
            let image = matches!(word.text, "寒冬" | "隆冬" | "盛夏") && !behind;
            let single = image
                || word.length == 1
                    && (!behind || scan.one_of(after, &["晚", "运", "节", "奥", "令", "季", "训", "招"]).is_some());
            // 那个秋天 is of a year that the text does not say.
            let other = ["那个", "某个", "每个", "一个"].iter().any(|word| scan.ends(at, word));
            (!single && !other).then_some((Inner::Season(word.first), word.length))
        }
        class => {
            let (holiday, tail) = joined_holiday(scan, after).unwrap_or_else(|| holiday(scan, after));
            if !festival_fits(scan, at, after, word, behind, holiday) {
                return None;
            }
            let inner = match class {
                Festival => Inner::Festival(word.first, holiday),
                LunarFestival => Inner::LunarFestival(word.first, holiday),
                Easter if word.second == 1 => Inner::Feast(Calendar::Orthodox, word.first, 1, holiday),
                Easter => Inner::Easter(word.first, holiday),
                Hebrew => Inner::Feast(Calendar::Hebrew, word.first, narrow(word.second.into())?, holiday),
                Islamic => Inner::Feast(Calendar::Islamic, word.first, narrow(word.second.into())?, holiday),
                Moon => {
                    let day = word.first * 100 + word.second / 100;
                    Inner::Feast(Calendar::Moon, day, narrow((word.second % 100).into())?, holiday)
                }
                Term => Inner::Term(narrow(word.first.into())?, holiday),
                _ => Inner::WeekdayFestival(word.first, word.second),
            };
            Some((inner, word.length + tail))
        }
    }
}

/// Names that are also other words (十一, 五一, 七一, 大雪, 清明, 618) need a sign that the day is meant.
fn festival_fits(scan: &Scan, at: usize, after: usize, word: words::Word, behind: bool, holiday: Holiday) -> bool {
    let quoted = scan.before(at) == '"' && scan.at(after) == '"';
    let marked = behind || quoted || holiday != Holiday::Day;
    if holiday == Holiday::Day && !behind && words::of(scan, after, Class::Thing).is_some() {
        return false;
    }
    // The national days of others.
    let foreign = word.text.starts_with("国庆")
        && (["以色列", "新加坡", "印度", "越南", "朝鲜", "加拿大", "瑞士", "墨西哥"]
            .iter()
            .any(|name| scan.ends(at, name))
            || scan.before(at) == '国' && !["中国", "我国", "祖国", "全国"].iter().any(|name| scan.ends(at, name)));
    if foreign {
        return false;
    }
    // 国庆路, 五一广场, 清明桥: places named after the day.
    if scan
        .one_of(
            after,
            &["路", "街", "桥", "镇", "村", "广场", "大道", "公园", "中学", "小学", "大厦", "乡", "社区", "厂"],
        )
        .is_some()
    {
        return false;
    }
    match word.text {
        "十一" | "五一" | "六一" | "七一" | "八一" | "三八" | "618" | "6·18" => {
            // 五一当天.
            let day = scan.one_of(after, &["当天", "当日"]).is_some();
            (marked || day || scan.ends(at, "定档"))
                && !is_numeral_letter(scan.at(after))
                && !is_numeral_letter(scan.before(at))
        }
        // 二月二十日, 三月三日.
        "二月二" | "三月三" => {
            !is_numeral_letter(scan.at(after)) && !matches!(scan.at(after), '日' | '号' | '旬')
        }
        "雨水" | "大雪" | "小雪" | "小满" | "白露" | "大寒" | "小寒" | "霜降" | "小年" | "寒露" | "谷雨" | "大暑"
        | "小暑" => {
            marked
                || scan
                    .one_of(
                        after,
                        &[
                            "节气",
                            "当天",
                            "时节",
                            "这天",
                            "这一天",
                            "将至",
                            "已过",
                            "过后",
                            "以后",
                            "之后",
                            "刚过",
                            "到来",
                            "来临",
                        ],
                    )
                    .is_some()
                || (matches!(scan.before(at), '\n' | '，' | ',' | '。' | '日') && matches!(scan.at(after), ',' | '\n'))
        }
        _ => true,
    }
}

/// Whether 次 behind a letter counts times: 一次, 首次, 每次.
pub(super) fn ordinal(letter: char) -> bool {
    is_numeral_letter(letter)
        || matches!(
            letter,
            '首' | '次'
                | '每'
                | '几'
                | '多'
                | '两'
                | '数'
                | '本'
                | '此'
                | '这'
                | '那'
                | '上'
                | '下'
                | '再'
                | '初'
                | '屡'
                | '其'
        )
}

fn is_numeral_letter(letter: char) -> bool {
    super::super::number::digit(letter).is_some() || matches!(letter, '十' | '百' | '千' | '万')
}

/// 国庆中秋假期: the second name is part of the first one's holiday.
fn joined_holiday(scan: &Scan, after: usize) -> Option<(Holiday, usize)> {
    let mark = usize::from(matches!(scan.at(after), '、' | '和'));
    let word = words::longest(scan, after + mark, Classes::of(&[Class::Festival, Class::LunarFestival]))?;
    let (holiday, tail) = holiday(scan, after + mark + word.length);
    (holiday == Holiday::Period).then_some((holiday, mark + word.length + tail))
}

pub(super) fn holiday(scan: &Scan, after: usize) -> (Holiday, usize) {
    let quote = usize::from(scan.at(after) == '"');
    let at = after + quote;
    let period = ["小长假", "黄金周", "长假期间", "假期期间", "长假", "连假", "假期", "假日", "期间", "档", "前后"];
    if let Some(length) = scan.one_of(at, &period) {
        return (Holiday::Period, quote + length);
    }
    if let Some(length) = scan.one_of(at, &["前夕", "前夜"]) {
        return (Holiday::Eve, quote + length);
    }
    (Holiday::Day, 0)
}

fn quarter_word(scan: &Scan, at: usize) -> Option<(Inner, usize)> {
    if !matches!(scan.at(at), '上' | '本' | '这' | '当' | '该' | '下') {
        return None;
    }
    let words = [
        ("上个季度", Inner::QuarterReference(-1)),
        ("上一季度", Inner::QuarterReference(-1)),
        ("上一个季度", Inner::QuarterReference(-1)),
        ("上季度", Inner::QuarterReference(-1)),
        ("本季度", Inner::QuarterReference(0)),
        ("这个季度", Inner::QuarterReference(0)),
        ("这一季度", Inner::QuarterReference(0)),
        ("当季", Inner::QuarterSame(0)),
        ("该季度", Inner::QuarterSame(0)),
        ("当前季度", Inner::QuarterReference(0)),
        ("下季度", Inner::QuarterReference(1)),
        ("下个季度", Inner::QuarterReference(1)),
        ("下一季度", Inner::QuarterReference(1)),
        ("下一个季度", Inner::QuarterReference(1)),
    ];
    let (word, inner) = words.into_iter().filter(|(word, _)| scan.has(at, word)).max_by_key(|(word, _)| word.len())?;
    let length = word.chars().count();
    (word != "当季" || scan.at(at + 2) == '度' || matches!(scan.at(at + 2), '的' | ','))
        .then_some((inner, length + usize::from(word == "当季" && scan.at(at + 2) == '度')))
}

/// 初, 中, 底, 末, 上旬 …, behind a year, a quarter or a month.
pub(super) fn edge(scan: &Scan, at: usize, of_year: bool) -> Option<(Edge, usize)> {
    let found = words::of(scan, at, Class::Edge)?;
    let word = found.text;
    let after = scan.at(at + found.length);
    let fits = match word {
        "初" => !letters::NOT_AFTER_EARLY.contains(after),
        // 今年中, 月中 but not 2013年中国.
        "中" => {
            !letters::NOT_AFTER_MID.contains(after)
                && (!of_year
                    || matches!(
                        after,
                        ',' | '。'
                            | '的'
                            | '\n'
                            | '、'
                            | '左'
                            | '前'
                            | '竣'
                            | '投'
                            | '完'
                            | '启'
                            | '交'
                            | '推'
                            | '量'
                            | '起'
                            | '至'
                            | '到'
                            | '以'
                    ))
        }
        // 1999年底特区成立, but 2013年底特律.
        "底" => !letters::NOT_AFTER_BOTTOM.contains(after) || (after == '特' && scan.at(at + 2) != '律'),
        "末" => !matches!(after, '端' | '日' | '代'),
        "尾" => matches!(after, ',' | '。' | '\n'),
        "内" => !letters::NOT_AFTER_INSIDE.contains(after),
        "中期" | "前期" | "后期" | "早期" | "初期" | "晚期" | "末期" => {
            !letters::NOT_AFTER_STAGE.contains(after)
        }
        _ => true,
    };
    fits.then_some((edge_of(found.first), found.length))
}

/// The edge that a row of the table names.
pub(super) fn edge_of(code: i32) -> Edge {
    match code {
        1 => Edge::Start,
        2 => Edge::Mid,
        11..=15 => Edge::Third(u32::try_from(code - 10).unwrap_or(1)),
        21 | 22 => Edge::Half(u32::try_from(code - 20).unwrap_or(1)),
        30 => Edge::Whole,
        _ => Edge::End,
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn parts_of_a_year() {
        let cases: &[(&str, &[&str])] = &[
            ("9月份", &["9月份"]),
            ("腊月廿三", &["腊月廿三"]),
            ("前三季度", &["前三季度"]),
            ("Q3营收", &["Q3"]),
            ("去年冬天", &["去年冬天"]),
            ("国庆中秋假期", &["国庆中秋假期"]),
            ("2021年第三个月", &["2021年第三个月"]),
            ("9个月大", &["9个月"]),
            ("五月天演唱会", &[]),
            ("国庆路堵车", &[]),
            ("大雪纷飞", &[]),
            ("12月龄", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
