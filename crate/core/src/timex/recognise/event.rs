//! Times told from an event: 事发当天, 事发当天(9月28日), 案发后两小时, 事发第三天.

use super::{
    super::{
        expression::{Day, Event, From, Meaning, Point},
        number,
        scan::Scan,
        words::{self, Class},
    },
    length, point,
};

/// A time told from an event at a position, where it ends, and the event.
pub(super) fn event(scan: &Scan, at: usize) -> Option<(Meaning, usize, Option<Event>)> {
    let word = words::of(scan, at, Class::Event).filter(|word| word.second == 0)?;
    // 灾后第五天, 震后三天, but not in 火灾 and 地震, whose day is told.
    if word.length == 1 && word.first == 0 && crate::text::is_han(scan.before(at)) {
        return None;
    }
    let next = at + word.length;
    let (meaning, end) = distance(scan, next)
        .or_else(|| behind(scan, next))
        .or_else(|| same_day(scan, next))
        .or_else(|| nth_day(scan, next))?;
    Some((meaning, end, Some(Event::of(&word))))
}

/// 后两小时, 之后三天, 前一周.
fn distance(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let head = scan.one_of(at, &["之后的", "之后", "后的", "后", "之前", "前的", "前"])?;
    let ahead = scan.at(at) == '后' || scan.has(at, "之后");
    let (length, end) = length::length(scan, at + head, true)?;
    // 地震发生后半小时内 tells how fast.
    if let Some(inside) = scan.one_of(end, &["之内", "以内", "内"]) {
        return Some((Meaning::Length(length), end + inside));
    }
    Some((Meaning::Away { length, ahead, from: From::Discourse }, end))
}

/// 案发两周后, 上市三年前.
fn behind(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let (length, end) = length::length(scan, at, false)?;
    let tail = scan.one_of(end, &["之后", "以后", "后", "之前", "以前", "前"])?;
    let ahead = scan.at(end + tail - 1) == '后';
    Some((Meaning::Away { length, ahead, from: From::Discourse }, end + tail))
}

/// 当天下午, 次日, 当晚; a date in brackets behind it tells the day.
fn same_day(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let (point, end) = point::point(scan, at, false)?;
    let same = matches!(point.day, Some(Day::Same(_)));
    if same
        && scan.at(end) == '('
        && let Some((told, next)) = point::point(scan, end + 1, false)
        && matches!(told.day, Some(Day::Number(_)))
        && scan.at(next) == ')'
    {
        return Some((Meaning::Point(told), next + 1));
    }
    same.then_some((Meaning::Point(point), end))
}

/// 第三天, 后第三天: two days behind it, the day itself being the first.
fn nth_day(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let start = at + scan.one_of(at, &["后的第", "后第", "之后第", "第"])?;
    let (value, letters) = number::small(scan, start).filter(|(value, _)| *value > 0)?;
    let day = Some(Day::Same(i32::try_from(value).ok()? - 1));
    let unit = scan.at(start + letters) == '天';
    unit.then_some((Meaning::Point(Point { day, ..Point::default() }), start + letters + 1))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn times_from_an_event() {
        let cases: &[(&str, &[&str])] = &[
            ("事发当天,", &["事发当天"]),
            ("事发后两小时,", &["事发后两小时"]),
            ("案发第三天,", &["案发第三天"]),
            ("案发后第三天,", &["案发后第三天"]),
            ("案发两周后,", &["案发两周后"]),
            ("被捕当晚,", &["被捕当晚"]),
            ("灾后第五天,", &["灾后第五天"]),
            ("地震发生后半小时内", &["地震发生后半小时内"]),
            ("手术很成功", &[]),
            ("嫌疑人被抓获", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
