//! Stretches told by one end and a length: 明起三天, 截至9月30日止九个月, 截至2024年12月31日止年度; not 明起三人.

use super::{
    super::{
        expression::{Day, Inner, Meaning, Point, Year},
        scan::Scan,
        value::Unit,
    },
    length,
};

/// A stretch that begins or ends with a point that was read up to a position.
pub(super) fn run(scan: &Scan, point: &Point, end: usize) -> Option<(Meaning, usize)> {
    match (point.day, scan.at(end)) {
        (Some(Day::Reference(first)), letter) if letter == '起' || scan.before(end) == '起' => {
            begun(scan, first, end + usize::from(letter == '起'))
        }
        (Some(Day::Number(_)), '止') => ended(scan, point, end + 1),
        _ => None,
    }
}

/// 明起三天.
fn begun(scan: &Scan, first: i32, at: usize) -> Option<(Meaning, usize)> {
    let (length, end) = length::length(scan, at, true)?;
    let number = length.number;
    let exact = length.unit == Unit::Day && number.most.is_none() && !number.half && (2..=15).contains(&number.value);
    let last = first.checked_add(i32::try_from(number.value).ok()? - 1)?;
    let day = |offset| Point { day: Some(Day::Reference(offset)), ..Point::default() };
    exact.then(|| (Meaning::Span(day(first), day(last)), end))
}

/// 2021年9月30日止九个月, 止年度: the months up to that of the day.
fn ended(scan: &Scan, point: &Point, at: usize) -> Option<(Meaning, usize)> {
    let (Some(Year::Number(year)), Some(Inner::Month(month))) = (point.year, point.inner) else {
        return None;
    };
    let (months, end) = match scan.one_of(at, &["年度", "财政年度"]) {
        Some(letters) => (12, at + letters),
        None => length::length(scan, at, true)
            .filter(|(length, _)| length.unit == Unit::Month && !length.number.vague)
            .and_then(|(length, end)| Some((u32::try_from(length.number.value).ok()?, end)))
            .filter(|(months, _)| (2..=12).contains(months))?,
    };
    let first = month + 12 + 1 - months;
    let of =
        |year, month| Point { year: Some(Year::Number(year)), inner: Some(Inner::Month(month)), ..Point::default() };
    let from = if first > 12 { of(year, first - 12) } else { of(year.checked_sub(1)?, first) };
    Some((Meaning::Span(from, of(year, month)), end))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn stretches_by_one_end_and_a_length() {
        let cases: &[(&str, &[&str])] = &[
            ("明起三天有雨", &["明起三天"]),
            ("今日起7天内", &["今日起7天"]),
            ("截至2021年9月30日止九个月", &["2021年9月30日止九个月"]),
            ("截至2024年12月31日止年度", &["2024年12月31日止年度"]),
            ("明起三人值班", &["明起"]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
