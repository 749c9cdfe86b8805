//! Words that hold time words and mean something else: 体现在, 当年轻人, 今日头条, iPhone 17.

use super::super::{
    expression::{Day, Inner, Meaning, Point, Year},
    scan::Scan,
    words::{self, Class, letters},
};

/// How many letters of a look-alike begin at a position; 0 where none does.
pub(super) fn length(scan: &Scan, at: usize) -> usize {
    words::of(scan, at, Class::Lookalike).map_or(0, |word| word.length)
}

/// Whether an expression that ends at a position may stand there: a look-alike that begins in its last
/// letter and goes on behind it takes a weak one away (三|年级), not a dated one (5日晚|会见).
///
/// In a title (《…》) only what is dated in numbers counts, and not where it is the whole title: 《2012》.
pub(super) fn allows(scan: &Scan, at: usize, end: usize, meaning: &Meaning, title: bool) -> bool {
    // 《十月围城》, but 《10月经济数据》.
    let named = !scan.at(at).is_ascii_digit() && !yearly(meaning);
    if title && ((scan.before(at) == '《' && scan.at(end) == '》') || named || !numbered(meaning)) {
        return false;
    }
    // 当天空暗下来: the sky; not 当天空姐.
    if scan.at(at) == '当' && scan.has(at, "当天空") && end == at + 2 && "暗变渐泛放飘晴阴下".contains(scan.at(at + 3))
    {
        return false;
    }
    let strong = match meaning {
        Meaning::Point(point) => dated(point),
        Meaning::Span(..) | Meaning::Set(_) => true,
        _ => false,
    };
    strong || end.checked_sub(1).is_none_or(|last| !crosses(scan, last))
}

/// Whether a word that takes away a time word ending in its first letter begins at a position.
fn crosses(scan: &Scan, last: usize) -> bool {
    let Some(word) = words::of(scan, last, Class::Lookalike) else {
        return false;
    };
    let after = scan.at(last + word.length);
    let other = match word.text {
        "年轻" => letters::NOT_AFTER_YOUNG.contains(after),
        "日本" => letters::NOT_AFTER_JAPAN.contains(after),
        "月亮" => after == '相',
        "午餐" => matches!(after, '厅' | '饮' | '馆'),
        _ => false,
    };
    word.second == 1 && !other
}

/// Whether a year is told in numbers.
fn yearly(meaning: &Meaning) -> bool {
    let told = |point: &Point| matches!(point.year, Some(Year::Number(_) | Year::Short(_)));
    match meaning {
        Meaning::Point(point) => told(point),
        Meaning::Span(left, right) => told(left) || told(right),
        _ => false,
    }
}

fn numbered(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Point(point) => dated(point),
        Meaning::Span(left, right) => dated(left) || dated(right),
        _ => false,
    }
}

fn dated(point: &Point) -> bool {
    matches!(point.year, Some(Year::Number(_) | Year::Short(_)))
        || matches!(point.inner, Some(Inner::Month(_)))
        || matches!(point.day, Some(Day::Number(_)))
        || point.clock.is_some()
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn other_words() {
        let cases: &[(&str, &[&str])] = &[
            ("5日晚会见来宾", &["5日晚"]),
            ("《2019年中国报告》", &["2019年"]),
            ("当年轻人", &[]),
            ("《2012》", &[]),
            ("《昨天》", &[]),
            ("今日头条", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
