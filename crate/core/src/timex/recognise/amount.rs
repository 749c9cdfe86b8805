//! What counts from somewhere by a length: 3天前, 两年后, 近三年, 未来两周, 三年内; a length alone.

use super::{
    super::{
        expression::{Day, From, Length, Meaning, Point, Year},
        number::Number,
        scan::Scan,
        value::{Unit, Vague},
        words::letters,
    },
    clock, day, length,
};

/// A length with what it counts from, at a position.
pub(super) fn amount(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let letter = scan.at(at);
    if letter == '又' {
        return passed(scan, at);
    }
    if letters::BEGIN_BESIDE.contains(letter)
        && let Some(found) = beside(scan, at).or_else(|| last_hour(scan, at))
    {
        return Some(found);
    }
    if !letter.is_ascii_digit() && !letters::BEGIN_COUNT.contains(letter) {
        return None;
    }
    let (length, end) = length::length(scan, at, false)?;
    Some(behind(scan, at, length, end))
}

/// 又过了一周,: so long after what was told last.
fn passed(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let head = scan.one_of(at, &["又过了", "又过"])?;
    let (length, end) = length::length(scan, at + head, false)?;
    let end = end + scan.one_of(end, &["之后", "以后", "后"]).unwrap_or(0);
    let closes = matches!(scan.at(end), ',' | '才' | '\n');
    let opens = !crate::text::is_han(scan.before(at));
    let counted = length.unit >= Unit::Day && !length.number.some();
    (closes && opens && counted).then_some((Meaning::Away { length, ahead: true, from: From::Discourse }, end))
}

/// What follows a length: 前, 后, 内, 来.
fn behind(scan: &Scan, at: usize, length: Length, end: usize) -> (Meaning, usize) {
    const WORDS: [(&str, u8); 19] = [
        ("以来", 3),
        ("以前", 0),
        ("之前", 0),
        ("以后", 1),
        ("之后", 1),
        ("过后", 1),
        ("之内", 2),
        ("以内", 2),
        ("时间里", 4),
        ("时间内", 2),
        ("的时间里", 4),
        ("的时间内", 2),
        ("期间", 4),
        ("前", 0),
        ("后", 1),
        ("内", 2),
        ("来", 3),
        ("间", 4),
        ("里", 4),
    ];
    if let Some(more) = scan.one_of(end, &["左右", "上下"]) {
        return (Meaning::Length(Length { approx: true, ..length }), end + more);
    }
    let Some((word, what)) = scan.row(end, &WORDS, |row| row.0).copied() else {
        return (Meaning::Length(length), end);
    };
    let next = end + word.chars().count();
    let after = scan.at(next);
    // 时隔六年后 tells how long it was.
    if what == 1 && ["时隔", "相隔", "历经", "历时", "经过", "过了"].iter().any(|word| scan.ends(at, word))
    {
        return (Meaning::Length(length), next);
    }
    let dated = |at| this_day(scan, at, length).or_else(|| of_that_week(scan, at, length));
    // 二十年后的今天 is today.
    if what == 1
        && let Some(today) = scan.one_of(next, &["的今天", "的今日"])
    {
        return (Meaning::Point(Point { day: Some(Day::Reference(0)), ..Point::default() }), next + today);
    }
    if let Some((point, more)) = dated(next).filter(|_| what == 0) {
        return (Meaning::Point(point), next + more);
    }
    let meaning = match what {
        // 前后, 前三天; 12日前往.
        0 if word == "前" && matches!(after, '后' | '三' | '十' | '两' | '往' | '赴') => {
            return (Meaning::Length(length), end);
        }
        0 => Meaning::Away { length, ahead: false, from: From::Reference },
        1 if word == "后" && matches!(after, '半' | '备' | '者' | '面' | '期' | '续' | '果' | '端' | '台') => {
            return (Meaning::Length(length), end);
        }
        1 => Meaning::Away { length, ahead: true, from: From::Either },
        2 if word == "内" && matches!(after, '部' | '容' | '存' | '地' | '需' | '外') => {
            return (Meaning::Length(length), end);
        }
        2 if short(scan, at) => Meaning::Length(length),
        2 => Meaning::Within(length),
        3 if word == "来" && matches!(after, '自' | '到' | '了' | '源' | '看' | '临' | '华' | '访') => {
            return (Meaning::Length(length), end);
        }
        3 => Meaning::Beside { length, ahead: false, from: From::Reference },
        _ => return (Meaning::Length(length), if word == "间" && after == '隔' { end } else { next }),
    };
    (vague(meaning), next)
}

/// 一年前的今天: the day itself, years ago.
fn this_day(scan: &Scan, at: usize, length: Length) -> Option<(Point, usize)> {
    let letters = scan.one_of(at, &["的今天", "的今日", "今天"])?;
    let years = whole_years(length)?;
    let (year, day) = (Some(Year::Reference(-years)), Some(Day::Reference(0)));
    Some((Point { year, day, ..Point::default() }, letters))
}

/// 两周前的周日, 一周前的清晨7时: a day of that week.
fn of_that_week(scan: &Scan, at: usize, length: Length) -> Option<(Point, usize)> {
    let exact = length.number.most.is_none() && !length.number.half && !length.approx;
    if scan.at(at) != '的' || length.unit != Unit::Week || !exact {
        return None;
    }
    let weeks = i32::try_from(length.number.value).ok()?;
    if let Some((Day::Weekday(weekday, None), letters)) = day::weekday(scan, at + 1) {
        return Some((Point { day: Some(Day::Weekday(weekday, Some(-weeks))), ..Point::default() }, letters + 1));
    }
    let (part, letters) = clock::part(scan, at + 1, false)?;
    let day = Some(Day::Reference(weeks.checked_mul(-7)?));
    let mut point = Point { day, part: Some(part), ..Point::default() };
    let mut end = letters + 1;
    if let Some((clock, letters)) = clock::clock(scan, at + end, true) {
        point.clock = Some(clock);
        end += letters;
    }
    Some((point, end))
}

/// A number of years that is exact.
fn whole_years(length: Length) -> Option<i32> {
    let exact = length.unit == Unit::Year && length.scale == 1 && length.number.most.is_none() && !length.number.half;
    i32::try_from(length.number.value).ok().filter(|_| exact && !length.approx)
}

fn short(scan: &Scan, at: usize) -> bool {
    ["短短", "仅", "仅仅", "仅用", "不到", "短短的", "用了", "只用", "连续", "最"]
        .iter()
        .any(|word| scan.ends(at, word))
}

/// 几天前, 多年前, 数月后 stay vague.
fn vague(meaning: Meaning) -> Meaning {
    let (length, ahead) = match &meaning {
        Meaning::Away { length, ahead, .. } | Meaning::Beside { length, ahead, .. } => (*length, *ahead),
        Meaning::Within(length) => (*length, true),
        _ => return meaning,
    };
    if ahead && matches!(meaning, Meaning::Away { .. }) {
        return meaning;
    }
    let unknown = length.number.some();
    if unknown { Meaning::Vague(if ahead { Vague::Future } else { Vague::Past }) } else { meaning }
}

/// 上个小时.
fn last_hour(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let (number, unit) = (Number::exact(1, 0), Unit::Hour);
    let length = Length { number, unit, scale: 1, rest: 0, working: false, approx: false };
    let meaning = Meaning::Beside { length, ahead: false, from: From::Reference };
    scan.has(at, "上个小时").then_some((meaning, at + 4))
}

/// 近三年, 过去六个月, 最近一周, 未来两年, 今后五年, 此后三天, 前三天, 接下来一周.
fn beside(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    const HEADS: [(&str, bool, From); 25] = [
        ("在过去的", false, From::Reference),
        ("过去的", false, From::Reference),
        ("过去", false, From::Reference),
        ("最近的", false, From::Reference),
        ("最近", false, From::Reference),
        ("近", false, From::Reference),
        ("刚刚过去的", false, From::Reference),
        ("未来近", true, From::Reference),
        ("未来的", true, From::Reference),
        ("未来", true, From::Reference),
        ("今后的", true, From::Reference),
        ("今后", true, From::Reference),
        ("接下来的", true, From::Either),
        ("接下来", true, From::Either),
        ("此后的", true, From::Discourse),
        ("此后", true, From::Discourse),
        ("随后的", true, From::Discourse),
        ("随后", true, From::Discourse),
        ("之后的", true, From::Discourse),
        ("之后", true, From::Discourse),
        ("此前", false, From::Either),
        ("之前", false, From::Either),
        ("前", false, From::Unit),
        ("上", false, From::Unit),
        ("下", true, From::Unit),
    ];
    let (word, ahead, from) = *scan.row(at, &HEADS, |row| row.0)?;
    let start = at + word.chars().count();
    let (mut length, mut end) = length::length(scan, start, true)?;
    let unit = length.unit;
    // 之后的14日和15日 are days of the month; 近3日 and 未来5日 are lengths.
    let days = scan.at(end - 1) == '日' && from != From::Reference && !length.working;
    // 此后的五月 is the month of May.
    let may = from == From::Discourse && word.ends_with('的') && unit == Unit::Month && scan.at(end - 2) != '个';
    if days || may {
        return None;
    }
    let attached = attached(scan, at, end);
    // 附近|22日.
    if word == "近" && matches!(scan.before(at), '附' | '临' | '接' | '靠' | '邻') {
        return None;
    }
    let short = matches!(unit, Unit::Hour | Unit::Minute | Unit::Second);
    if word == "近" && (short || (attached && !measured(scan, end)) || long_before(scan, at)) {
        length.approx = true;
        return Some((Meaning::Length(length), end));
    }
    if word == "近"
        && matches!(scan.before(at), '临' | '接' | '附' | '最' | '将' | '靠' | '远' | '新')
        && !scan.ends(at, "最")
    {
        return None;
    }
    // 距地震已过去两天: a length.
    if word.starts_with("过去") && letters::NOT_BEFORE_GONE.contains(scan.before(at)) {
        return None;
    }
    if word == "过去" && matches!(scan.before(at), '才' | '刚' | '已' | '又' | '就' | '也' | '便' | '快') {
        return None;
    }
    // 上两周, 下三个月; not 以上两周, 线下三天, 上半年, 上一年.
    if matches!(word, "上" | "下")
        && (unit == Unit::Year
            || length.number.value < 2
            || length.number.half
            || super::super::super::text::is_han(scan.before(at))
                && !matches!(scan.before(at), '在' | '于' | '比' | '较'))
    {
        return None;
    }
    // 前三天 and 前两年 need care: 前十天 may be of a month, 前三年 of a plan.
    if word == "前"
        && (!matches!(
            unit,
            Unit::Day | Unit::Year | Unit::Week | Unit::Month | Unit::Hour | Unit::Minute | Unit::Second
        ) || length.number.value > 10
            || super::super::super::text::is_han(scan.before(at)) && !matches!(scan.before(at), '在' | '于' | '是'))
    {
        return None;
    }
    if let Some(more) = scan.one_of(
        end,
        &["时间里", "时间内", "的时间里", "的时间内", "以来", "之内", "以内", "期间", "来", "里", "间", "内"],
    ) {
        end += more;
    }
    Some((vague(Meaning::Beside { length, ahead, from }), end))
}

/// Whether what stands before a stretch may be a verb that measures it: 运营|近三年.
fn attached(scan: &Scan, at: usize, end: usize) -> bool {
    let tail = ["以来", "来", "里", "间", "内", "中", "时间里", "时间内"];
    crate::text::is_han(scan.before(at))
        && !matches!(
            scan.before(at),
            '在' | '于'
                | '是'
                | '的'
                | '比'
                | '较'
                | '和'
                | '与'
                | '从'
                | '最'
                | '但'
                | '而'
                | '年'
                | '月'
                | '日'
                | '为'
                | '创'
                | '内'
                | '其'
                | '们'
        )
        && scan.one_of(end, &tail).is_none()
}

/// 该基金近一年收益率, 创近十年新高: what is measured over the stretch up to now.
fn measured(scan: &Scan, end: usize) -> bool {
    let de = usize::from(scan.at(end) == '的');
    let words = [
        "收益", "回报", "同期", "新高", "新低", "最", "营收", "业绩", "净利", "涨幅", "跌幅", "累计", "平均", "年均",
        "财报", "财务", "高点", "低点", "高位", "低位", "首次", "首个", "分红", "亏损", "上涨", "下跌", "增长", "下降",
        "年化", "复合",
    ];
    scan.one_of(end + de, &words).is_some()
}

/// 历时近三年, 花了近一年: a length, not a stretch up to now.
fn long_before(scan: &Scan, at: usize) -> bool {
    [
        "历时", "耗时", "长达", "了", "经过", "时隔", "持续", "为期", "用时", "达", "已", "超过", "相隔", "滞留",
        "潜伏", "从业", "工作", "在任", "已有", "有",
    ]
    .iter()
    .any(|word| scan.ends(at, word))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn counted_from_somewhere() {
        let cases: &[(&str, &[&str])] = &[
            ("3天前", &["3天前"]),
            ("近三年", &["近三年"]),
            ("未来两周", &["未来两周"]),
            ("过去十年间", &["过去十年间"]),
            ("18个月内", &["18个月内"]),
            ("此后三天", &["此后三天"]),
            ("上两周", &["上两周"]),
            ("该基金近一年收益率", &["近一年"]),
            ("已过去19个小时", &["19个小时"]),
            ("前三名", &[]),
            ("附近三条街", &[]),
            ("后三排", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
