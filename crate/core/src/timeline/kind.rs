//! Happened, planned, reported, denied: what the sentence says of its event.

use std::{cmp::Ordering, ops::Range};

use chrono::NaiveDateTime;

use super::{
    Kind,
    ahead::is_future_will,
    document::{Sentence, near},
    words::{self, Class},
};
use crate::timex::{Granularity, Interval};

/// The kind of an event told by the clauses in `range` (bytes of the document) of a sentence, whose time stands at
/// `span`.
///
/// What lies behind the reference has happened, unless the words say that it was only meant to (原定5月开工，但…); what
/// lies ahead is planned. Only for a time that holds the reference do the verbs decide.
pub(super) fn kind(
    sentence: &Sentence<'_>,
    text: &str,
    range: &Range<usize>,
    span: &Range<usize>,
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
        Some(Ordering::Less) if was_planned(text, sentence, range, span) => return Kind::Planned,
        Some(Ordering::Equal) if looks_ahead(sentence, clauses, range) => return Kind::Planned,
        _ => {}
    }
    // 据传将裁员，公司5日证实正在调整: the hearsay is another clause's.
    let told = has(clauses, Class::Confirm) && !has(clauses, Class::Hearsay);
    if has(whole, Class::Hearsay) && !told { Kind::Reported } else { Kind::Happened }
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

/// Whether a time that is over was only meant: 原定5月开工, 曾表示影片会在去年年底上映.
fn was_planned(text: &str, sentence: &Sentence<'_>, range: &Range<usize>, span: &Range<usize>) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).unwrap_or(&sentence.span);
    let clause = near(text, clause, span);
    let before = text.get(clause.start..span.start).unwrap_or_default();
    let told = text.get(clause.start..range.end.max(clause.end)).unwrap_or_default();
    // 原定于10月1日开幕, 10月1日原定开幕: the plan's word before the time, or behind it in its clause.
    if words::has(before, Class::MeantTo) {
        return true;
    }
    let here = text.get(span.end..clause.end.max(span.end)).unwrap_or_default();
    if words::begins(here.trim_start_matches(['起', ' ']), Class::MeantTo) {
        return true;
    }
    let looked_back = ["曾", "此前", "当时", "早先", "一度"].iter().any(|word| told.contains(word));
    let said = sentence.words_in(&(clause.start..span.start));
    let ahead = said
        .iter()
        .rev()
        .take(3)
        .any(|word| matches!(word.text, "会" | "会在" | "会于" | "将" | "将于" | "将在" | "拟于" | "拟"));
    looked_back && ahead && said.iter().any(|word| words::is(word.text, Class::Speech))
}

/// Whether a word of plans stands in the clauses; single letters (将, 拟) count as words only.
fn looks_ahead(sentence: &Sentence<'_>, clauses: &str, range: &Range<usize>) -> bool {
    let words = sentence.words_in(range);
    words::of(Class::Plan).any(|plan| {
        if plan.chars().count() > 1 || words.is_empty() {
            clauses.contains(plan)
        } else {
            (0..words.len()).any(|at| words[at].text == plan && (plan != "将" || is_future_will(words, at)))
        }
    })
}

fn has(text: &str, class: Class) -> bool {
    words::of(class).any(|word| text.contains(word))
}
