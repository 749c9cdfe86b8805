//! Days and months of the lunar calendar: 腊月廿三, 正月初五, 闰六月, 初三 in a text about the new year; not 初三学生, 十一月廿六日.

use super::{
    super::{
        expression::Inner,
        number::{chinese, digits, small},
        scan::Scan,
        words::letters,
    },
    inner::narrow,
};
use crate::text::is_han;

/// 农历五月初五, 腊月廿三, 正月十五, 大年初三; 五月初五 by its 初.
pub(super) fn lunar(scan: &Scan, at: usize) -> Option<(Inner, usize)> {
    if scan.has(at, "大年初") {
        let (day, length) = chinese(scan, at + 3).or_else(|| digits(scan, at + 3))?;
        return (1..=15).contains(&day).then_some((Inner::Lunar(1, false, Some(narrow(day)?)), 3 + length));
    }
    if let Some(found) = new_year_day(scan, at) {
        return Some(found);
    }
    let head = match scan.at(at) {
        '农' | '阴' | '旧' | '夏' => scan.one_of(at, &["农历", "阴历", "旧历", "夏历"]).unwrap_or(0),
        _ => 0,
    };
    let mut next = at + head;
    let leap = scan.at(next) == '闰';
    next += usize::from(leap);
    let named = match scan.at(next) {
        '正' => Some(1),
        '冬' => Some(11),
        '腊' => Some(12),
        _ => None,
    };
    let (month, length) = match named {
        Some(month) => (month, 1),
        None => small(scan, next).filter(|(value, length)| (1..=12).contains(value) && *length <= 2)?,
    };
    if scan.at(next + length) != '月' {
        return None;
    }
    next += length + 1;
    let day = lunar_day(scan, next);
    let sure = head > 0 || leap || named.is_some();
    // 五月初五 and 八月廿三 are lunar by their day; 五月初 is the beginning of May.
    // 十一月廿六日 is a civil day.
    let civil = scan.at(next) != '初' && day.is_some_and(|(_, length)| scan.at(next + length - 1) == '日');
    let by_day =
        !civil && day.is_some() && matches!(scan.at(next), '初' | '廿' | '卅') && !scan.at(next - 2).is_ascii_digit();
    if !(sure || by_day) || (named.is_some() && scan.has(next, "里")) {
        return None;
    }
    let (day, length) = day.map_or((None, 0), |(day, length)| (Some(day), length));
    Some((Inner::Lunar(narrow(month)?, leap, day), next + length - at))
}

/// 初三, 年初五 in a text about the lunar new year; not 初三学生, 2023年初一.
fn new_year_day(scan: &Scan, at: usize) -> Option<(Inner, usize)> {
    let head = usize::from(scan.at(at) == '年');
    if scan.at(at + head) != '初' || !scan.new_year() {
        return None;
    }
    let (day, length) = lunar_day(scan, at + head)?;
    let other = matches!(scan.before(at), '月' | '年' | '今' | '去' | '明' | '每' | '最' | '起' | '当' | '之' | '太')
        || scan.before(at).is_ascii_digit()
        || scan.at(at + head + 1).is_ascii_digit();
    let after = at + head + length;
    // 年初一枝独秀: needs its end or a time behind it.
    let school = (head == 1
        && is_han(scan.at(after))
        && !matches!(
            scan.at(after),
            '至' | '到' | '和' | '上' | '下' | '晚' | '早' | '清' | '凌' | '中' | '起' | '就' | '的' | '当' | '开'
        ))
        || letters::NOT_AFTER_NEW_DAY.contains(scan.at(after))
        || scan.one_of(after, &["上学期", "下学期", "上册", "下册"]).is_some();
    (!other && !school).then_some((Inner::Lunar(1, false, Some(day)), head + length))
}

pub(super) fn lunar_day(scan: &Scan, at: usize) -> Option<(u32, usize)> {
    let head = usize::from(scan.at(at) == '初');
    let (value, length) = chinese(scan, at + head).or_else(|| digits(scan, at + head))?;
    let fits = if head == 1 { (1..=10).contains(&value) } else { (10..=30).contains(&value) };
    let tail = usize::from(matches!(scan.at(at + head + length), '日'));
    fits.then_some((narrow(value)?, head + length + tail))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn lunar_days() {
        let cases: &[(&str, &[&str])] = &[
            ("腊月廿三", &["腊月廿三"]),
            ("闰六月初一", &["闰六月初一"]),
            ("春节返程,初六到初八", &["春节", "初六到初八"]),
            ("春节后,初三学生返校", &["春节后"]),
            ("初五开学", &[]),
            ("除夕,年初一枝独秀", &["除夕"]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
