//! Dates in digits and marks alone: 2025-11-12, 2025/11/12, 2025.11.12, 2025Q3; not 2011-7067.

use super::{
    super::{
        expression::{Day, Inner, Point, Year},
        number::digits,
        scan::Scan,
        value::Granularity,
    },
    clock, inner,
};

/// 2025-11-12, 2025/11/12, 2025.11.12, 2025Q3, 11/12/2025 is not ours.
pub(super) fn numeric(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    if let Some(found) = stamp(scan, at) {
        return Some(found);
    }
    // 版本2025.11.1 is a version.
    let (year, 4) = digits(scan, at).filter(|_| !scan.ends(at, "版本") && !scan.ends(at, "版本号"))? else {
        return None;
    };
    let year = i32::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
    let mark = scan.at(at + 4);
    if mark == 'q' {
        let (quarter, length) = inner::inner(scan, at + 4, false)
            .filter(|(found, _)| matches!(found, Inner::Months(..)))
            .or_else(|| {
                let (value, length) = digits(scan, at + 5)?;
                let value = u32::try_from(value).ok().filter(|value| (1..=4).contains(value) && length == 1)?;
                let ends = !scan.at(at + 6).is_ascii_alphanumeric();
                ends.then_some((Inner::Months(value * 3 - 2, 3, Granularity::Quarter), 2))
            })?;
        return Some((
            Point { year: Some(Year::Number(year)), inner: Some(quarter), ..Point::default() },
            at + 4 + length,
        ));
    }
    // 2025H1.
    if mark == 'h' && matches!(scan.at(at + 5), '1' | '2') && !scan.at(at + 6).is_ascii_alphanumeric() {
        let first = if scan.at(at + 5) == '1' { 1 } else { 7 };
        let inner = Some(Inner::Months(first, 6, Granularity::Half));
        return Some((Point { year: Some(Year::Number(year)), inner, ..Point::default() }, at + 6));
    }
    if !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let (month, months) = digits(scan, at + 5).filter(|(value, length)| (1..=12).contains(value) && *length <= 2)?;
    let second = at + 5 + months;
    if scan.at(second) != mark {
        return None;
    }
    let (day, days) = digits(scan, second + 1).filter(|(value, length)| (1..=31).contains(value) && *length <= 2)?;
    let mut end = second + 1 + days;
    if matches!(scan.at(end), '.' | '-' | '/') && scan.at(end + 1).is_ascii_digit() {
        return None;
    }
    if scan.at(end) == 't' && scan.at(end + 1).is_ascii_digit() {
        end += 1;
    }
    if scan.at(end) == '日' {
        end += 1;
    }
    let point = Point {
        year: Some(Year::Number(year)),
        inner: Some(Inner::Month(u32::try_from(month).ok()?)),
        day: Some(Day::Number(u32::try_from(day).ok()?)),
        ..Point::default()
    };
    Some((point, end))
}

/// 11-03 08:15: a page's stamp; the clock time behind it makes it sure.
fn stamp(scan: &Scan, at: usize) -> Option<(Point, usize)> {
    let (month, 2) = digits(scan, at).filter(|(value, _)| (1..=12).contains(value))? else {
        return None;
    };
    let (day, 2) = digits(scan, at + 3).filter(|(value, _)| (1..=31).contains(value))? else {
        return None;
    };
    let timed = scan.at(at + 2) == '-'
        && scan.gap(at + 5)
        && scan.at(at + 7) == ':'
        && clock::clock(scan, at + 5, true).is_some();
    let point = Point {
        inner: Some(Inner::Month(u32::try_from(month).ok()?)),
        day: Some(Day::Number(u32::try_from(day).ok()?)),
        ..Point::default()
    };
    timed.then_some((point, at + 5))
}
