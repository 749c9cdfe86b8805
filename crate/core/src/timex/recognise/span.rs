//! From one time to another: 5月1日至5日, 2019-2021年, 1至9月, 从…到…, 2022年底至今, 上午9点到11点.

use super::{
    super::{
        expression::{Day, Inner, Meaning, Open, Point, Year},
        number::{self, chinese, digits, positional},
        scan::Scan,
    },
    point, run, tail,
};

/// A range or a point at a position and where it ends.
pub(super) fn span(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    if let Some(found) = headless(scan, at).or_else(|| joined_years(scan, at)).or_else(|| career(scan, at)) {
        return Some(found);
    }
    let (mut left, mut end) = point::point(scan, at, false)?;
    if let Some(found) = run::run(scan, &left, end) {
        return Some(found);
    }
    // 今冬明春: the one runs into the other.
    if let (Some(Inner::Season(_)), Some(Year::Reference(_))) = (left.inner, left.year)
        && let Some((right, right_end)) = point::point(scan, end, true)
        && matches!((right.inner, right.year), (Some(Inner::Season(_)), Some(Year::Reference(_))))
    {
        return Some((Meaning::Span(left, right), right_end));
    }
    // 昨夜今晨.
    if let (Some(Day::Reference(_)), Some(_), None) = (left.day, left.part, left.clock)
        && let Some((right, right_end)) = point::point(scan, end, true)
        && matches!((right.day, right.part, right.clock), (Some(Day::Reference(_)), Some(_), None))
    {
        return Some((Meaning::Span(left, right), right_end));
    }
    // 11日0至24时.
    if left.day.is_some()
        && left.clock.is_none()
        && let Some((Meaning::Span(first, last), last_end)) = headless(scan, end)
        && first.clock_only()
    {
        left.clock = first.clock;
        return Some((Meaning::Span(left, last), last_end));
    }
    // 2月4日(除夕)至10日(正月初六).
    let named = left.day.and_then(|_| point::named_again(scan, end)).unwrap_or(0);
    if connector(scan, end + named).is_some() {
        end += named;
    }
    let soft = scan.one_of(end, &["左右", "前后", "许"]).unwrap_or(0);
    let begins = scan.one_of(end + soft, &["开始", "起"]).unwrap_or(0);
    if let Some(mark) = connector(scan, end + soft + begins) {
        let next = end + soft + begins + mark;
        if let Some(length) = scan
            .one_of(
                next,
                &["今天", "今日", "今年", "今早", "今晨", "今晚", "今夜", "今春", "今夏", "今秋", "今冬", "今"],
            )
            .filter(|length| *length == 1)
        {
            left.open = Some(Open::Since);
            return Some((Meaning::Point(left), next + length));
        }
        if let Some(length) = scan.one_of(next, &["现在", "目前", "如今"]) {
            left.open = Some(Open::Since);
            return Some((Meaning::Point(left), next + length));
        }
        if let Some((mut right, right_end)) = right(scan, next, &left)
            && pairs(&left, &right)
        {
            left.approx |= soft > 0;
            let mut right_end = right_end;
            shorten(&left, &mut right);
            if let Some(length) = scan.one_of(right_end, &["左右", "前后", "许"]) {
                right.approx = true;
                right_end += length;
            }
            right_end += point::named_again(scan, right_end).filter(|_| named > 0).unwrap_or(0);
            right_end += scan.one_of(right_end, &["期间", "之间"]).unwrap_or(0);
            return Some((Meaning::Span(left, right), right_end));
        }
    }
    if let Some(found) = between(scan, &left, end) {
        return Some(found);
    }
    tail::tail(scan, &mut left, &mut end);
    Some((Meaning::Point(left), end))
}

/// 与, 和 where 之间 or 间 closes them: 2007年与2009年之间.
fn between(scan: &Scan, left: &Point, end: usize) -> Option<(Meaning, usize)> {
    scan.one_of(end, &["与", "和", "及"])?;
    let (right, right_end) = point::point(scan, end + 1, true)?;
    // 2009年间 was read with the year.
    let inside = scan.at(right_end - 1) == '间';
    let close = scan.one_of(right_end, &["之间", "间"]).or(inside.then_some(0))?;
    pairs(left, &right).then(|| (Meaning::Span(left.clone(), right), right_end + close))
}

/// 至, 到, -, ~, —: what joins the ends of a range.
fn connector(scan: &Scan, at: usize) -> Option<usize> {
    if !matches!(scan.at(at), '至' | '到' | '-' | '~' | '→' | 'ー' | '一' | '直' | '延' | '持') {
        return None;
    }
    let words = ["一直到", "直到", "延续到", "延长至", "持续到", "持续至", "--", "至", "到", "-", "~", "→", "ー"];
    scan.one_of(at, &words)
        .map(|length| length + usize::from(length == 1 && scan.at(at) == '到' && scan.at(at + 1) == '了'))
}

/// The right end, which may leave out what the left one said.
fn right(scan: &Scan, at: usize, left: &Point) -> Option<(Point, usize)> {
    // 2019年-2021年, 1日-5日 and the like are points; 9时-11时 too.
    if let Some(found) = point::point(scan, at, true) {
        return Some(found);
    }
    // 大年初一至初三.
    if let Some(Inner::Lunar(month, leap, Some(_))) = left.inner
        && let Some((day, length)) = super::lunar::lunar_day(scan, at)
    {
        return Some((Point { inner: Some(Inner::Lunar(month, leap, Some(day))), ..Point::default() }, at + length));
    }
    // 1月1日-15日 is a point; 5月1-5日 is headless; 上午9:00-11:00 a point. 一月一日至五日, 9时至11时.
    let (value, length) = digits(scan, at).or_else(|| chinese(scan, at))?;
    let value = u32::try_from(value).ok()?;
    let after = scan.at(at + length);
    let day = left.day.is_some() && (1..=31).contains(&value) && matches!(after, '日' | '号');
    if day && left.clock.is_none() {
        return Some((Point { day: Some(Day::Number(value)), ..Point::default() }, at + length + 1));
    }
    None
}

/// Whether two points can be the ends of a range.
fn pairs(left: &Point, right: &Point) -> bool {
    let level = |point: &Point| -> u8 {
        if point.clock.is_some() {
            4
        } else if point.part.is_some() {
            3
        } else if point.day.is_some() {
            2
        } else {
            u8::from(point.inner.is_some())
        }
    };
    let (left_level, right_level) = (level(left), level(right));
    if left.same_period || right.same_period {
        return false;
    }
    // 2019年至6月 is no range; 去年8月至今年, 上午至11时 are.
    if right_level == 1 && left_level == 0 && right.year.is_none() {
        return false;
    }
    // 9月1日到3点 is no range.
    !(right.clock_only() && left_level < 2)
}

/// 下午2点到5点: the right clock is in the same part of the day.
fn shorten(left: &Point, right: &mut Point) {
    if right.clock_only()
        && right.part.is_none()
        && let (Some(part), Some(clock), Some(first)) = (left.part, right.clock, left.clock)
    {
        let later = clock.hour >= first.hour || first.hour == 12;
        if later && clock.hour < 12 && part.0 >= 11 {
            right.part = Some(part);
        }
    }
}

/// So near stands the mark of a range whose first number has no unit: 2008年北京时间7月10-12日.
const REACH: usize = 24;

/// 1-9月, 1至3日, 2019-2021年, 2019—2021, 3月1-5日 from the month on: the unit comes behind the second number.
fn headless(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let before = scan.before(at);
    if before.is_ascii_alphanumeric()
        || matches!(before, '.' | '-' | '/' | '第' | '~')
        || number::digit(before).is_some()
    {
        return None;
    }
    if !scan.mark_within(at, REACH) {
        return None;
    }
    // What stands before the first number: a year for months, a year and a month for days.
    let (mut left, start) = head(scan, at);
    // 第一、二季度.
    let ordinal = scan.at(start) == '第';
    let number = start + usize::from(ordinal);
    let (first, letters) =
        digits(scan, number).or_else(|| positional(scan, number, 4)).or_else(|| chinese(scan, number))?;
    let mut middle = number + letters;
    let listed = scan.at(middle) == '、';
    let season = scan.at(middle) == '/';
    let mark = scan.one_of(middle, &["至", "到", "-", "~", "--", "、", "/"])?;
    middle += mark;
    let (last, more) =
        digits(scan, middle).or_else(|| positional(scan, middle, 4)).or_else(|| chinese(scan, middle))?;
    let end = middle + more;
    let (first, last) = (i32::try_from(first).ok()?, i32::try_from(last).ok()?);
    // 5、6月 are one stretch; 3、5月 are two times.
    if listed && last != first + 1 {
        return None;
    }
    // 2024/25赛季, 2024-2025赛季, 2023-2024学年.
    if start == at && (1900..=2200).contains(&first) && scan.one_of(end, &["赛季", "学年"]).is_some() {
        let last = if more == 2 { first / 100 * 100 + last } else { last };
        let years = Year::Years(first, 2, super::super::value::Granularity::Range);
        let point = Point { year: Some(years), approx: true, ..Point::default() };
        return (last == first + 1).then_some((Meaning::Point(point), end + 2));
    }
    if season || (ordinal && scan.at(end) != '季') {
        return None;
    }
    match scan.at(end) {
        '年' if start == at && (1000..=2200).contains(&first) && !matches!(scan.at(end + 1), '级') => {
            let last = if more == 2 && last < 100 { first / 100 * 100 + last } else { last };
            if last <= first || last > 2200 {
                return None;
            }
            let year = |value| Point { year: Some(Year::Number(value)), ..Point::default() };
            let tail = scan.one_of(end, &["年度", "年间", "年期间", "年"])?;
            if let Some((inner, length)) =
                scan.has(end, "年度").then_some(()).and(None).or(super::inner::month(scan, end + 1, true))
            {
                let right = Point { year: Some(Year::Number(last)), inner: Some(inner), ..Point::default() };
                return Some((Meaning::Span(year(first), right), end + 1 + length));
            }
            Some((Meaning::Span(year(first), year(last)), end + tail))
        }
        '财' | '学' if start == at && (1900..=2200).contains(&first) && scan.at(end + 1) == '年' => {
            let last = if more == 2 && last < 100 { first / 100 * 100 + last } else { last };
            let year = |value| Point { year: Some(Year::Fiscal(value)), ..Point::default() };
            (last > first).then(|| (Meaning::Span(year(first), year(last)), end + 2))
        }
        '月' if months(scan, at, start, first, last) => {
            let month = |value| Some(Inner::Month(u32::try_from(value).unwrap_or(1)));
            left.inner = month(first);
            let mut right = Point { inner: month(last), ..Point::default() };
            let mut tail = end + 1 + usize::from(scan.at(end + 1) == '份');
            // 1-9月15日 is not; 3-5月中旬 rare.
            if let Some((edge, length)) = super::inner::edge(scan, tail, false) {
                right.edge = Some(edge);
                tail += length;
            }
            Some((Meaning::Span(left, right), tail))
        }
        '日' | '号' if days(scan, start > at, first, last, end) => {
            left.day = Some(Day::Number(u32::try_from(first).ok()?));
            let right = Point { day: Some(Day::Number(u32::try_from(last).ok()?)), ..Point::default() };
            Some((Meaning::Span(left, right), end + 1))
        }
        '季' if scan.at(end + 1) == '度' && (1..=4).contains(&first) && (1..=4).contains(&last) && first < last => {
            let quarter = |value: i32| {
                let value = u32::try_from(value).unwrap_or(1);
                Some(Inner::Months(value * 3 - 2, 3, super::super::value::Granularity::Quarter))
            };
            left.inner = quarter(first);
            let right = Point { inner: quarter(last), ..Point::default() };
            Some((Meaning::Span(left, right), end + 2))
        }
        '时' | '点' if start > at || (scan.at(at).is_ascii_digit() && scan.at(end) == '时') => {
            clocks(left, first, last, end)
        }
        _ => None,
    }
}

fn months(scan: &Scan, at: usize, start: usize, first: i32, last: i32) -> bool {
    let fits = (1..=12).contains(&first) && (1..=12).contains(&last) && first != last;
    fits && (start > at || scan.before(at) != '个')
}

fn days(scan: &Scan, dated: bool, first: i32, last: i32, end: usize) -> bool {
    let fits = (1..=31).contains(&first) && (1..=31).contains(&last) && first != last;
    let distance = scan.one_of(end + 1, &["内", "之内", "游", "龄", "线", "前", "后"]).is_some();
    fits && (dated || first < last) && (dated || !distance)
}

fn clocks(mut left: Point, first: i32, last: i32, end: usize) -> Option<(Meaning, usize)> {
    let clock = |hour: i32| {
        Some(super::super::expression::Clock {
            hour: u32::try_from(hour).ok().filter(|hour| *hour <= 24)?,
            minute: None,
            second: None,
        })
    };
    let known = left.part.is_some() || left.has_date();
    left.clock = clock(first);
    let mut right = Point { clock: clock(last), ..Point::default() };
    shorten(&left, &mut right);
    (left.clock.is_some() && right.clock.is_some() && (known || last > first))
        .then_some((Meaning::Span(left, right), end + 1))
}

/// 1999.08-2002.02, 2008.03-2009, 2018.03至今: how a career is told.
fn career(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let before = scan.before(at);
    if before.is_ascii_alphanumeric() || matches!(before, '.' | '-' | '/') {
        return None;
    }
    let (mut left, end) = year_month(scan, at)?;
    left.inner?;
    let mark = scan.one_of(end, &["--", "-", "~", "至"])?;
    if scan.at(end + mark) == '今' {
        left.open = Some(Open::Since);
        return Some((Meaning::Point(left), end + mark + 1));
    }
    let (right, right_end) = year_month(scan, end + mark)?;
    Some((Meaning::Span(left, right), right_end))
}

/// 1999.08 or 1999.
fn year_month(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    let (year, 4) = digits(scan, at)? else {
        return None;
    };
    let year = i32::try_from(year).ok().filter(|year| (1900..=2100).contains(year))?;
    let mut point = Point { year: Some(Year::Number(year)), ..Point::default() };
    let mut end = at + 4;
    if scan.at(end) == '.'
        && let Some((month, 2)) = digits(scan, end + 1)
        && (1..=12).contains(&month)
    {
        point.inner = Some(Inner::Month(u32::try_from(month).ok()?));
        end += 3;
    }
    (!matches!(scan.at(end), '.' | '年' | '%') && !scan.at(end).is_ascii_digit()).then_some((point, end))
}

/// What stands before the first number of a range: 2023年(1-9月), 今年(1至9月), 5月(1-5日), 上午(9-11时).
fn head(scan: &Scan, at: usize) -> (Point, usize) {
    let mut point = Point::default();
    let mut end = at;
    if let Some((year, length)) = super::year::year(scan, end) {
        point.year = Some(year);
        end += length;
    }
    if let Some((inner, length)) = super::inner::inner(scan, end, point.year.is_some())
        .filter(|(inner, _)| matches!(inner, Inner::Month(_) | Inner::MonthReference(_) | Inner::MonthSame(_)))
    {
        point.inner = Some(inner);
        end += length;
    }
    if end == at
        && let Some((part, length)) = super::clock::part(scan, end, false)
        && length > 1
    {
        point.part = Some(part);
        end += length;
    }
    (point, end)
}

/// 今明两年, 去今两年, 2019、2020两年, 2019—2021 without 年 behind.
fn joined_years(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    if !matches!(scan.at(at), '今' | '去' | '明' | '昨') {
        return None;
    }
    let pairs: [(&str, i32, i32); 11] = [
        ("今明两年", 0, 1),
        ("今明后三年", 0, 2),
        ("去今两年", -1, 0),
        ("明后两年", 1, 2),
        ("今明两天", 0, 1),
        ("今明两日", 0, 1),
        ("今明天", 0, 1),
        ("昨今两天", -1, 0),
        ("昨今两日", -1, 0),
        ("明后两天", 1, 2),
        ("明后天", 1, 2),
    ];
    let (word, first, last) = pairs.into_iter().find(|(word, ..)| scan.has(at, word))?;
    let days = word.ends_with(['天', '日']);
    let end = |offset| {
        if days {
            Point { day: Some(Day::Reference(offset)), ..Point::default() }
        } else {
            Point { year: Some(Year::Reference(offset)), ..Point::default() }
        }
    };
    Some((Meaning::Span(end(first), end(last)), at + word.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn ranges() {
        let cases: &[(&str, &[&str])] = &[
            ("5月1日至5日", &["5月1日至5日"]),
            ("2019-2021年", &["2019-2021年"]),
            ("1-10月", &["1-10月"]),
            ("2022年底至今", &["2022年底至今"]),
            ("2024/25赛季", &["2024/25赛季"]),
            ("5、6月份", &["5、6月份"]),
            ("3-5个", &[]),
            ("7-11便利店", &[]),
            ("1至3名", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
