//! Happened, planned, reported, denied: what the sentence says of its event.

use std::{cmp::Ordering, ops::Range};

use chrono::NaiveDateTime;

use super::{
    Kind,
    document::{Sentence, near},
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
    let whole = text.get(near(text, &sentence.span, range)).unwrap_or_default();
    let clauses = text.get(range.clone()).unwrap_or_default();
    // 该传闻不实 says so of what the sentence tells; 否认 may be somebody else's answer to it.
    if has(clauses, Class::Deny) || words::of(Class::Deny).any(|word| word != "否认" && whole.contains(word)) {
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
    // 12月20日前: the last day is ahead. 今晚7点: the hour is.
    let timed = matches!(time.granularity, Granularity::Part | Granularity::Hour | Granularity::Minute);
    let deadline = time.start.is_none()
        && time.end.is_some_and(|end| end.date() > day || (timed && reference.is_some_and(|now| end > now)));
    let tonight = timed && time.start > reference && reference.is_some_and(|now| now.time() != chrono::NaiveTime::MIN);
    if time.start.is_some_and(|start| start.date() > day) || deadline || tonight {
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
