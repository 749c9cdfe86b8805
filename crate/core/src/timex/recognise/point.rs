//! A point of the calendar put together: year, part of the year, day, part of the day, clock.

use super::{
    super::{
        expression::{Day, Edge, Holiday, Inner, Point, Year},
        scan::Scan,
        words::{self, Class, letters},
    },
    clock, day, inner, lunar, numeric, year,
};

/// The point at a position and where it ends; `joined` where a range's mark stands before it, which would
/// else tell that a longer number goes on.
pub(super) fn point(scan: &Scan, at: usize, joined: bool) -> Option<(Point, usize)> {
    let free = joined || starts(scan, at);
    let found = if free { numeric::numeric(scan, at).or_else(|| calendar(scan, at)) } else { calendar_words(scan, at) };
    let (mut point, mut end) = found.unwrap_or((Point::default(), at));
    dated_in_brackets(scan, &mut point, &mut end);
    time_of_day(scan, &mut point, &mut end, free);
    if end == at {
        return None;
    }
    (whole(&point) && fits(scan, at, end, &point)).then_some((point, end))
}

/// Whether what begins at a position is no tail of a longer number or of a name.
fn starts(scan: &Scan, at: usize) -> bool {
    let before = scan.before(at);
    if !scan.at(at).is_ascii_digit() {
        return true;
    }
    let inside = matches!(before, '.' | ':' | '/' | '-' | '_' | '+')
        && scan.before(at.saturating_sub(1)).is_ascii_alphanumeric();
    let glued = before.is_ascii_alphanumeric() && !scan.gap(at);
    !(inside || glued || before == '第')
}

/// Whether the parts make a point by themselves.
fn whole(point: &Point) -> bool {
    point.has_date() || point.edge.is_some() || point.part.is_some() || point.clock.is_some()
}

/// Words that only begin like a point.
fn fits(scan: &Scan, at: usize, end: usize, point: &Point) -> bool {
    let after = scan.at(end);
    let before = scan.before(at);
    let lone_month = point.year.is_none()
        && matches!(point.inner, Some(Inner::Month(_)))
        && point.day.is_none()
        && point.edge.is_none();
    if lone_month && (matches!(after, '内') || matches!(before, '第' | '近' | '数')) {
        return false;
    }
    // 当年, 那年 with something said of it only.
    if point.year == Some(Year::Same(0)) && point.inner.is_none() && matches!(after, '轻' | '级' | '纪' | '龄') {
        return false;
    }
    true
}

/// A point whose first letter is a digit inside something else begins with none of its numbers.
fn calendar_words(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    if scan.at(at).is_ascii_digit() { None } else { calendar(scan, at) }
}

fn calendar(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    let mut point = Point::default();
    let mut end = at;
    // 上周三, 本周末: the weekday and its week in one.
    if let Some((day, length)) = day::weekday(scan, at) {
        return Some((Point { day: Some(day), ..point }, at + length));
    }
    if let Some(found) = bracketed_number(scan, at) {
        return Some(found);
    }
    // 农历除夕.
    if matches!(scan.at(at), '农' | '阴')
        && let Some(head) = scan.one_of(at, &["农历", "阴历"])
        && let Some((inner @ Inner::LunarFestival(..), length)) = inner::inner(scan, at + head, true)
    {
        return Some((Point { inner: Some(inner), ..point }, at + head + length));
    }
    let lunar = matches!(scan.at(at), '农' | '阴' | '旧')
        .then(|| scan.one_of(at, &["农历", "阴历", "旧历"]).filter(|head| year::year(scan, at + head).is_some()))
        .flatten();
    end += lunar.unwrap_or(0);
    if let Some((year, length)) = year::year(scan, end) {
        point.year = Some(year);
        end += length;
        if scan.has(end, "同期") {
            point.same_period = true;
            return Some((point, end + 2));
        }
    }
    // 今冬, 去冬.
    if point.year.is_none()
        && lunar.is_none()
        && let Some(word) = words::of(scan, at, Class::SeasonOf)
    {
        point.year = Some(Year::Reference(word.first));
        point.inner = Some(Inner::Season(word.second));
        return (!matches!(scan.at(at + 2), '节' | '运' | '晚' | '装' | '衣' | '季')).then_some((point, at + 2));
    }
    // 2009年的今天.
    if let Some(Year::Number(_)) = point.year
        && lunar.is_none()
        && let Some(today) = scan.one_of(end, &["的今天", "的今日"])
    {
        point.day = Some(Day::Reference(0));
        return Some((point, end + today));
    }
    let behind = point.year.is_some();
    // 今年的“双十一”.
    let of = usize::from(behind && scan.at(end) == '的');
    if let Some((inner, length)) = quoted_festival(scan, end + of, behind) {
        point.inner = Some(inner);
        return Some((point, end + of + length));
    }
    // 去年的8月: 的 only where a part of the year follows.
    let de = usize::from(behind && scan.at(end) == '的');
    if let Some((found, length)) = inner::inner(scan, end + de, behind)
        && (de == 0 || !matches!(found, Inner::Season(_)) || length > 1)
    {
        point.inner = Some(found);
        end += de + length;
    }
    if lunar.is_some()
        && let Some(Inner::Month(month)) = point.inner
    {
        let (day, length) = lunar::lunar_day(scan, end).map_or((None, 0), |(day, length)| (Some(day), length));
        point.inner = Some(Inner::Lunar(month, false, day));
        end += length;
    }
    if point.inner.is_none() && point.year.is_some_and(year_only) && scan.at(end) == '年' {
        return Some((point, end));
    }
    if matches!(point.inner, Some(Inner::Month(_))) && scan.has(end, "当月") {
        return Some((point, end + 2));
    }
    edge_or_day(scan, &mut point, &mut end);
    (end > at).then_some((point, end))
}

/// 今年"五一", "十一"黄金周: the name of the day in quotes.
fn quoted_festival(scan: &Scan, at: usize, behind: bool) -> Option<(Inner, usize)> {
    if scan.at(at) != '"' {
        return None;
    }
    let (inner, length) = inner::inner(scan, at + 1, true)?;
    let next = at + 1 + length;
    let day = match inner {
        Inner::Festival(_, holiday) | Inner::LunarFestival(_, holiday) => holiday == Holiday::Day,
        _ => return None,
    };
    match (day, scan.at(next)) {
        (true, '"') if behind => {
            // 今年"三八"节前夕, 去年"六一"儿童节.
            let full =
                ["国际劳动节", "国际儿童节", "国际妇女节", "劳动节", "儿童节", "妇女节", "建军节", "青年节", "节"];
            let tail = scan.one_of(next + 1, &full).unwrap_or(0);
            let (holiday, more) = inner::holiday(scan, next + 1 + tail);
            let inner = match inner {
                Inner::Festival(day, _) => Inner::Festival(day, holiday),
                Inner::LunarFestival(day, _) => Inner::LunarFestival(day, holiday),
                other => other,
            };
            Some((inner, length + 2 + tail + more))
        }
        // The closing quote was read with what follows it: "十一"黄金周.
        (false, _) => Some((inner, length + 1)),
        _ => None,
    }
}

fn year_only(year: Year) -> bool {
    matches!(year, Year::Years(..) | Year::Decade(..) | Year::Century(..))
}

fn edge_or_day(scan: &Scan, point: &mut Point, end: &mut usize) {
    let coarse = matches!(
        point.inner,
        None | Some(
            Inner::Month(_)
                | Inner::MonthReference(_)
                | Inner::MonthSame(_)
                | Inner::Months(..)
                | Inner::QuarterReference(_)
                | Inner::QuarterSame(_)
                | Inner::Week(_)
                | Inner::Lunar(_, _, None)
        )
    );
    let started = point.year.is_some() || point.inner.is_some();
    if started
        && coarse
        && let Some((edge, length)) = inner::edge(scan, *end, point.inner.is_none())
    {
        point.edge = Some(edge);
        *end += length;
        return;
    }
    if !started && let Some((edge, inner, length)) = alone(scan, *end) {
        point.edge = Some(edge);
        point.inner = inner;
        point.year = if inner.is_none() { None } else { point.year };
        *end += length;
        return;
    }
    if let Some((week, length)) = started.then(|| week(scan, *end)).flatten() {
        point.week = Some(week);
        *end += length;
        return;
    }
    if coarse || matches!(point.inner, Some(Inner::Festival(..))) {
        let dated = matches!(point.inner, Some(Inner::Month(_) | Inner::MonthReference(_) | Inner::MonthSame(_)));
        let found = day::day(scan, *end, point).filter(|(day, _)| dated || !started || !matches!(day, Day::Number(_)));
        if let Some((found, length)) = found {
            // 今年周三 is two things.
            // 去年今日 is one.
            let this_day = matches!((point.year, found), (Some(Year::Reference(_)), Day::Reference(0)));
            let apart = started && matches!(found, Day::Reference(_) | Day::Same(_)) && !this_day;
            if !apart {
                point.day = Some(found);
                *end += length;
                weekday_behind(scan, end);
                if matches!(found, Day::Number(_)) {
                    *end += scan.one_of(*end, &["当天", "当日"]).unwrap_or(0);
                }
            }
        }
    }
}

/// 11月12日(周三): the weekday says nothing new.
fn weekday_behind(scan: &Scan, end: &mut usize) {
    let paren = scan.at(*end) == '(';
    if paren
        && let Some((_, length)) = day::weekday(scan, *end + 1)
        && scan.at(*end + 1 + length) == ')'
    {
        *end += length + 2;
    }
}

/// (除夕), (正月初六) behind a day at an end of a range: how many letters say nothing new.
pub(super) fn named_again(scan: &Scan, at: usize) -> Option<usize> {
    if scan.at(at) != '(' {
        return None;
    }
    let (Inner::Lunar(_, _, Some(_)) | Inner::LunarFestival(..) | Inner::Festival(..) | Inner::Term(..), length) =
        inner::inner(scan, at + 1, false)?
    else {
        return None;
    };
    (scan.at(at + 1 + length) == ')').then_some(length + 2)
}

/// 今天(9月7日)下午: the date in brackets says which day is meant.
fn dated_in_brackets(scan: &Scan, point: &mut Point, end: &mut usize) {
    let relative = matches!(point.day, Some(Day::Reference(_) | Day::Weekday(..))) && point.year.is_none();
    if relative
        && scan.at(*end) == '('
        && let Some((told, next)) = numeric::numeric(scan, *end + 1).or_else(|| calendar(scan, *end + 1))
        && matches!(told.day, Some(Day::Number(_)))
        && scan.at(next) == ')'
    {
        *point = told;
        *end = next + 1;
    }
}

/// 昨(12)日, 本(11)月: the number in brackets between the word's letters.
fn bracketed_number(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    if scan.at(at + 1) != '(' || !matches!(scan.at(at), '今' | '昨' | '明' | '本' | '上' | '前') {
        return None;
    }
    let (value, length) = super::super::number::digits(scan, at + 2).filter(|(_, length)| *length <= 2)?;
    let end = at + 2 + length;
    let value = u32::try_from(value).ok()?;
    match (scan.at(end), scan.at(end + 1)) {
        (')', '日') if (1..=31).contains(&value) => {
            Some((Point { day: Some(Day::Number(value)), ..Point::default() }, end + 2))
        }
        (')', '月') if (1..=12).contains(&value) => {
            Some((Point { inner: Some(Inner::Month(value)), ..Point::default() }, end + 2))
        }
        _ => None,
    }
}

/// 第三周, 第三个星期日 of a year or a month.
fn week(scan: &Scan, at: usize) -> Option<((u32, Option<i64>), usize)> {
    let last = usize::from(scan.at(at) == '的');
    if let Some(first) = scan.one_of(at + last, &["首周", "首个周末"]) {
        return Some(((1, (first > 2).then_some(5)), last + first));
    }
    if let Some(final_week) = scan.one_of(at + last, &["最后一周", "最后一个星期"]) {
        return Some(((0, None), last + final_week));
    }
    if scan.at(at + last) != '第' {
        return None;
    }
    let (value, length) = super::super::number::small(scan, at + last + 1)?;
    let end = at + last + 1 + length;
    let number = u32::try_from(value).ok()?;
    let counter = usize::from(scan.at(end) == '个');
    if let Some((Day::Weekday(weekday, None), length)) = day::weekday(scan, end + counter) {
        return Some(((number, Some(weekday)), end + counter + length - at));
    }
    if scan.has(end + counter, "周末") {
        return Some(((number, Some(5)), end + counter + 2 - at));
    }
    let unit = scan.one_of(end + counter, &["周", "星期", "礼拜"])?;
    Some(((number, None), end + counter + unit - at))
}

/// 年初, 年底, 年内, 月底, 岁末: an edge of the year or month that the text is about.
fn alone(scan: &Scan, at: usize) -> Option<(Edge, Option<Inner>, usize)> {
    let found = words::of(scan, at, Class::EdgeAlone)?;
    let word = found.text;
    let before = scan.before(at);
    let after = scan.at(at + found.length);
    if super::super::number::digit(before).is_some()
        || matches!(
            before,
            '十' | '百' | '两' | '几' | '数' | '多' | '近' | '余' | '半' | '当' | '个' | '每' | '过' | '大'
        )
        || (word == "全年" && !whole_year(scan, at, after))
        || (word == "年中" && !matches!(after, ',' | '。' | '\n' | '的' | '时'))
        || (word == "年终" && matches!(after, '奖' | '总' | '考' | '岁' | '盘'))
        || (word == "年初" && matches!(after, '一' | '二' | '三' | '四' | '五' | '六' | '七'))
    {
        return None;
    }
    let month = (found.second == 1).then_some(Inner::MonthSame(i32::MIN));
    Some((inner::edge_of(found.first), month, found.length))
}

/// 全年营收, 预计全年增长; not 全年无休, 景区全年开放.
fn whole_year(scan: &Scan, at: usize, after: char) -> bool {
    let lead = ["预计", "有望", "料", "将", "预期", "使", "令", "推动", "实现"];
    let head = !crate::text::is_han(scan.before(at)) || lead.iter().any(|word| scan.ends(at, word));
    let business = [
        "营收", "营业", "收入", "净利", "利润", "业绩", "交付", "销量", "销售", "产量", "目标", "增长", "经济", "预算",
        "出口", "进口", "票房", "完成", "实现", "累计", "新增", "预计", "gdp",
    ];
    (head || scan.one_of(at + 2, &business).is_some()) && !letters::NOT_AFTER_WHOLE.contains(after)
}

fn time_of_day(scan: &Scan, point: &mut Point, end: &mut usize, free: bool) {
    let day_known = point.day.is_some()
        || matches!(
            point.inner,
            Some(
                Inner::Festival(..)
                    | Inner::LunarFestival(..)
                    | Inner::Easter(..)
                    | Inner::Feast(..)
                    | Inner::Term(..)
                    | Inner::Lunar(_, _, Some(_))
            )
        );
    if (point.year.is_some() || point.inner.is_some() || point.edge.is_some()) && !day_known {
        return;
    }
    let festival = day_known && point.day.is_none();
    if festival && let Some(length) = scan.one_of(*end, &["当天", "当日", "那天", "这天", "这一天", "那一天"])
    {
        *end += length;
    }
    if festival && let Some(length) = scan.one_of(*end, &["当晚", "当夜"]) {
        point.part = Some((18, 24));
        *end += length;
    }
    if !day_known && let Some((word, part)) = clock::day_part(scan, *end) {
        point.day = Some(if word.class == Class::DayPart { Day::Reference(word.first) } else { Day::Same(word.first) });
        point.part = Some(part);
        *end += word.length;
    }
    // 昨晚深夜, 当天(12日)凌晨 are rare; 11日晚间 is common.
    let known = point.day.is_some() || day_known;
    let de = usize::from(known && scan.at(*end) == '的');
    if let Some((part, length)) = clock::part(scan, *end + de, known && de == 0)
        && (point.part.is_none() || length > 1)
    {
        point.part = Some(part);
        *end += de + length;
    }
    let sure = known || point.part.is_some();
    let zone = scan.one_of(*end, &["北京时间", "当地时间"]).filter(|_| sure).unwrap_or(0);
    let found = if sure || free { clock::clock(scan, *end + zone, sure) } else { None };
    if let Some((clock, length)) = found {
        point.clock = Some(clock);
        point.approx |= clock::two_hours(scan, *end + zone).is_some();
        *end += zone + length;
        if let Some(length) = scan.one_of(*end, &["a.m.", "am", "p.m.", "pm"]) {
            if scan.at(*end) == 'p' {
                point.part = Some((12, 24));
            }
            *end += length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn points_put_together() {
        let cases: &[(&str, &[&str])] = &[
            ("2023年9月17日凌晨3时许", &["2023年9月17日凌晨3时许"]),
            ("今天(9月7日)下午", &["今天(9月7日)下午"]),
            ("2025-11-12 09:30", &["2025-11-12 09:30"]),
            ("2025Q3", &["2025Q3"]),
            ("11月12日(周三)", &["11月12日(周三)"]),
            ("今年“五一”", &["今年“五一”"]),
            ("2026年底前完成", &["2026年底前"]),
            ("2011-7067号", &[]),
            ("版本2.0.25", &[]),
            ("192.168.1.1", &[]),
            ("前总统", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
