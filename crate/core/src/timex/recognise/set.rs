//! Times that come again: 每天, 每周三, 每年3月, 每月5日, 每三天, 每晚; not 每股, 每日经济新闻.

use super::{
    super::{
        expression::{Length, Meaning},
        number::Number,
        scan::Scan,
        value::Unit,
    },
    length, point,
};

fn every(value: i64, unit: Unit) -> Meaning {
    let number = Number { value, most: None, half: false, thousandths: 0, vague: false, digits: 0 };
    Meaning::Set(Length { number, unit, scale: 1, rest: 0, working: false, approx: false })
}

/// A set at a position and where it ends.
pub(super) fn set(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    match scan.at(at) {
        '每' => {}
        // 逢周一闭馆; not 恰逢周一.
        '逢' if !matches!(scan.before(at), '适' | '恰' | '正' | '欣' | '喜' | '相' | '重' | '又' | '遭') => {
            let unit = scan.one_of(at + 1, &["周", "星期"])?;
            let end = weekdays(scan, at + 1 + unit);
            return (end > at + 1 + unit).then(|| (every(1, Unit::Week), end));
        }
        '逐' => {
            let unit = match scan.at(at + 1) {
                '年' => Unit::Year,
                '月' => Unit::Month,
                '日' => Unit::Day,
                '周' => Unit::Week,
                _ => return None,
            };
            return Some((every(1, unit), at + 2));
        }
        _ => return None,
    }
    let gap = usize::from(matches!(scan.at(at + 1), '隔' | '逢' | '到'));
    let start = at + 1 + gap;
    if matches!(scan.at(at + 1), '逢' | '到') && !matches!(scan.at(start), '周' | '星') {
        return festival(scan, start).map(|end| (every(1, Unit::Year), end));
    }
    let simple = [
        ("一年", Unit::Year),
        ("年度", Unit::Year),
        ("年", Unit::Year),
        ("一个月", Unit::Month),
        ("个月", Unit::Month),
        ("月", Unit::Month),
        ("一季度", Unit::Quarter),
        ("季度", Unit::Quarter),
        ("个季度", Unit::Quarter),
        ("个星期", Unit::Week),
        ("星期", Unit::Week),
        ("周末", Unit::Week),
        ("个周末", Unit::Week),
        ("一周", Unit::Week),
        ("周", Unit::Week),
        ("礼拜", Unit::Week),
        ("一天", Unit::Day),
        ("天", Unit::Day),
        ("日", Unit::Day),
        ("晚", Unit::Day),
        ("夜", Unit::Day),
        ("早", Unit::Day),
        ("个工作日", Unit::Day),
        ("个交易日", Unit::Day),
        ("小时", Unit::Hour),
        ("个小时", Unit::Hour),
        ("分钟", Unit::Minute),
    ];
    if let Some((word, unit)) = simple.into_iter().find(|(word, _)| scan.has(start, word)) {
        let mut end = start + word.chars().count();
        if matches!(
            (word, scan.at(end)),
            ("天", '津' | '空') | ("年", '级' | '轻') | ("周", '边' | '岁') | ("早" | "晚", '点')
        ) {
            return None;
        }
        let rate = scan.at(end).is_ascii_digit()
            || matches!(
                scan.before(at),
                '元' | '里'
                    | '米'
                    | '瓦'
                    | '次'
                    | '升'
                    | '度'
                    | '斤'
                    | '吨'
                    | '件'
                    | '人'
                    | '条'
                    | '时'
                    | '角'
                    | '块'
                    | '克'
            );
        if matches!(unit, Unit::Hour | Unit::Minute) && rate {
            return None;
        }
        if matches!(word, "周" | "星期" | "个星期" | "礼拜") {
            let days = weekdays(scan, end);
            let part = days > end && super::clock::part(scan, days, true).is_some_and(|(_, length)| length == 1);
            end = days + usize::from(part);
        }
        end = point_behind(scan, end, unit);
        return Some((every(1, unit), end));
    }
    // 每三天, 每两周, 每隔5分钟.
    let (length, end) = length::length(scan, start, false)?;
    if let Some(end) = festival(scan, start) {
        return Some((every(1, Unit::Year), end));
    }
    Some((Meaning::Set(length), end)).filter(|_| length.number.value > 0 || length.number.half)
}

/// 每逢中秋, 每到冬季: where the part of the year behind ends.
fn festival(scan: &Scan, at: usize) -> Option<usize> {
    let (point, end) = point::point(scan, at, false)?;
    (point.year.is_none() && point.inner.is_some()).then_some(end)
}

/// 每周一, 每周一、三, 每周一至周五.
fn weekdays(scan: &Scan, mut end: usize) -> usize {
    let day =
        |at: usize| matches!(scan.at(at), '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天' | '末' | '1'..='6');
    if !day(end) || matches!(scan.at(end + 1), '次' | '天' | '个' | '期' | '部' | '场' | '本' | '报' | '篇' | '小')
    {
        return end;
    }
    end += 1;
    // 每周一三五.
    while matches!(scan.at(end), '二' | '三' | '四' | '五' | '六' | '日') && scan.at(end + 1) != '日' {
        end += 1;
    }
    while let Some(mark) = scan.one_of(end, &["、", "至", "到", "和", "-", "~"]) {
        let head = scan.one_of(end + mark, &["周", "星期"]).unwrap_or(0);
        if !day(end + mark + head) {
            break;
        }
        end += mark + head + 1;
    }
    end
}

/// 每年3月5日, 每月15日, 每天上午9点: the point behind belongs to it.
fn point_behind(scan: &Scan, end: usize, unit: Unit) -> usize {
    let de = usize::from(scan.at(end) == '的');
    match point::point(scan, end + de, false) {
        Some((point, next)) if point.year.is_none() => {
            let fits = match unit {
                Unit::Year => point.inner.is_some(),
                Unit::Month => point.inner.is_none(),
                Unit::Week | Unit::Day => point.clock_only(),
                _ => false,
            };
            if !fits {
                return end;
            }
            // 每年11月至次年3月.
            let range =
                scan.one_of(next, &["至", "到", "-", "~"]).and_then(|mark| point::point(scan, next + mark, true));
            range.map_or(next, |(_, last)| last)
        }
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn what_comes_again() {
        let cases: &[(&str, &[&str])] = &[
            ("每周三", &["每周三"]),
            ("逢周一闭馆", &["逢周一"]),
            ("恰逢周一", &["周一"]),
            ("每年11月至次年3月", &["每年11月至次年3月"]),
            ("每隔5分钟", &["每隔5分钟"]),
            ("每月15日", &["每月15日"]),
            ("每股收益", &[]),
            ("每人两件", &[]),
            ("每日经济新闻", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
