//! Happened, planned, reported, denied: what the sentence says of its event.

use std::{cmp::Ordering, ops::Range};

use chrono::NaiveDateTime;

use super::{
    Kind,
    document::Sentence,
    words::{self, Class},
};
use crate::timex::{Granularity, Interval};

/// The kind of an event told by the clauses in `range` (bytes of the document) of a sentence.
///
/// What lies behind the reference has happened, whatever the sentence's verbs; what lies ahead is planned.
/// Only for a time that holds the reference do the words decide.
pub(super) fn kind(
    sentence: &Sentence<'_>,
    text: &str,
    range: &Range<usize>,
    time: Option<&Interval>,
    reference: Option<NaiveDateTime>,
) -> Kind {
    let whole = text.get(sentence.span.clone()).unwrap_or_default();
    let clauses = text.get(range.clone()).unwrap_or_default();
    if has(whole, Class::Deny) {
        return Kind::Denied;
    }
    match side(time, reference) {
        Some(Ordering::Greater) => return Kind::Planned,
        Some(Ordering::Equal) if looks_ahead(sentence, clauses, range) => return Kind::Planned,
        _ => {}
    }
    if has(whole, Class::Hearsay) { Kind::Reported } else { Kind::Happened }
}

/// Whether a time lies before, at or after the day of the reference.
fn side(time: Option<&Interval>, reference: Option<NaiveDateTime>) -> Option<Ordering> {
    let (time, day) = (time?, reference?.date());
    if time.start.is_some_and(|start| start.date() > day) {
        return Some(Ordering::Greater);
    }
    // From today until some day to come.
    let ahead = time.start.is_some_and(|start| start.date() == day) && time.granularity == Granularity::Range;
    if ahead && time.end.is_some_and(|end| end.date() > day + chrono::Duration::days(2)) {
        return Some(Ordering::Greater);
    }
    if time.end.is_some_and(|end| end.date() <= day) { Some(Ordering::Less) } else { Some(Ordering::Equal) }
}

/// Whether a word of plans stands in the clauses; single letters (将, 拟) count as words only.
fn looks_ahead(sentence: &Sentence<'_>, clauses: &str, range: &Range<usize>) -> bool {
    let words = sentence.words_in(range);
    words::of(Class::Plan).any(|plan| {
        if plan.chars().count() > 1 || words.is_empty() {
            clauses.contains(plan)
        } else {
            words.iter().any(|word| word.text == plan)
        }
    })
}

fn has(text: &str, class: Class) -> bool {
    words::of(class).any(|word| text.contains(word))
}
