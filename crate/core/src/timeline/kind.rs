//! Happened, planned, reported, denied: what the sentence says of its event.

use chrono::NaiveDateTime;

use super::{
    Kind,
    document::Sentence,
    words::{self, Class},
};
use crate::timex::Interval;

/// The kind of an event whose clause begins at `from` (a byte of the document) in a sentence.
///
/// What lies behind the reference has happened, whatever the sentence's verbs; what lies ahead is planned.
/// Only for a time that holds the reference do the words decide.
pub(super) fn kind(
    sentence: &Sentence<'_>,
    text: &str,
    from: usize,
    time: Option<&Interval>,
    reference: Option<NaiveDateTime>,
) -> Kind {
    let clause = text.get(from..sentence.span.end).unwrap_or_default();
    let whole = text.get(sentence.span.clone()).unwrap_or_default();
    if has(whole, Class::Deny) {
        return Kind::Denied;
    }
    if lies_ahead(sentence, clause, from, time, reference) {
        return Kind::Planned;
    }
    if has(whole, Class::Hearsay) { Kind::Reported } else { Kind::Happened }
}

fn lies_ahead(
    sentence: &Sentence<'_>,
    clause: &str,
    from: usize,
    time: Option<&Interval>,
    reference: Option<NaiveDateTime>,
) -> bool {
    let (Some(time), Some(reference)) = (time, reference) else { return false };
    let day_end = reference.date().and_hms_opt(23, 59, 59).unwrap_or(reference);
    if time.start.is_some_and(|start| start > day_end) {
        return true;
    }
    if time.end.is_some_and(|end| end <= reference.date().and_hms_opt(0, 0, 0).unwrap_or(reference)) {
        return false;
    }
    looks_ahead(sentence, clause, from)
}

/// Whether a word of plans stands in the text; single letters (将, 拟) count as words only.
fn looks_ahead(sentence: &Sentence<'_>, clause: &str, from: usize) -> bool {
    let range = from..from + clause.len();
    let words = sentence.words_in(&range);
    words::of(Class::Plan).any(|plan| {
        if plan.chars().count() > 1 || words.is_empty() {
            clause.contains(plan)
        } else {
            words.iter().any(|word| word.text == plan)
        }
    })
}

fn has(text: &str, class: Class) -> bool {
    words::of(class).any(|word| text.contains(word))
}
