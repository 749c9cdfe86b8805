//! Finding expressions: one pass over the letters, every family asked where its first letter may stand.

mod amount;
mod clock;
mod day;
mod inner;
mod lookalike;
mod point;
mod set;
mod span;
mod vague;
mod year;

use super::{
    expression::{Found, Meaning},
    scan::Scan,
};

/// The expressions of a text, in order, not overlapping.
pub(super) fn recognise(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < scan.len() {
        let (meaning, end) = match (best(scan, at), lookalike::length(scan, at)) {
            (Some((meaning, end)), length) if end > at + length && lookalike::allows(scan, end, &meaning) => {
                (meaning, end)
            }
            (_, length) => {
                at += length.max(1);
                continue;
            }
        };
        found.push(Found { from: at, to: end, meaning });
        at = end;
    }
    found
}

/// The longest expression that begins at a position.
fn best(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    if !scan.at(at).is_alphanumeric() && !matches!(scan.at(at), '"' | '\'' | '〇') {
        return None;
    }
    if let Some(found) = set::set(scan, at) {
        return Some(found);
    }
    let mut best = span::span(scan, at);
    for other in [amount::amount(scan, at), vague::vague(scan, at), event(scan, at)].into_iter().flatten() {
        if best.as_ref().is_none_or(|(_, end)| *end < other.1) {
            best = Some(other);
        }
    }
    best
}

/// 事发当天, 案发后两小时: counted from the event, which the last date tells.
fn event(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    use super::{
        expression::{Day, From},
        words::{Class, of},
    };
    let word = of(scan, at, Class::Event)?;
    let next = at + word.length;
    if let Some(head) = scan.one_of(next, &["后的", "后", "之后"])
        && let Some((length, end)) = amount::length(scan, next + head, true)
    {
        return Some((Meaning::Away { length, ahead: true, from: From::Discourse }, end));
    }
    if let Some(head) = scan.one_of(next, &["前", "之前"])
        && let Some((length, end)) = amount::length(scan, next + head, true)
    {
        return Some((Meaning::Away { length, ahead: false, from: From::Discourse }, end));
    }
    if scan.at(next) == '第'
        && let Some((value, letters)) = super::number::small(scan, next + 1)
        && scan.at(next + 1 + letters) == '天'
    {
        let day = Day::Same(i32::try_from(value).ok()? - 1);
        let point = super::expression::Point { day: Some(day), ..Default::default() };
        return Some((Meaning::Point(point), next + letters + 2));
    }
    let (point, end) = point::point(scan, next, false)?;
    matches!(point.day, Some(Day::Same(_))).then_some((Meaning::Point(point), end))
}
