//! Words that hold time words and mean something else: 体现在, 当年轻人, 今日头条, iPhone 17.

use super::super::{
    expression::{Meaning, Point},
    scan::Scan,
    words::{self, Class},
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
    if title && ((scan.before(at) == '《' && scan.at(end) == '》') || !numbered(meaning)) {
        return false;
    }
    let strong = match meaning {
        Meaning::Point(point) => dated(point),
        Meaning::Span(..) | Meaning::Set(_) => true,
        _ => false,
    };
    strong || end.checked_sub(1).is_none_or(|last| length(scan, last) < 2)
}

fn numbered(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Point(point) => dated(point),
        Meaning::Span(left, right) => dated(left) || dated(right),
        _ => false,
    }
}

fn dated(point: &Point) -> bool {
    use super::super::expression::{Day, Inner, Year};
    matches!(point.year, Some(Year::Number(_) | Year::Short(_)))
        || matches!(point.inner, Some(Inner::Month(_)))
        || matches!(point.day, Some(Day::Number(_)))
        || point.clock.is_some()
}
