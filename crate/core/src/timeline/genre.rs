//! Whether a text tells of events at all.
//!
//! A recipe, a travel guide, an essay speak to the reader and of what is usual; their 5月 and 周末 date nothing. They
//! are told from reports by the sentences themselves: how many advise, and how many report.

use super::{
    Role,
    document::{Document, Sentence},
    words::{self, Class},
};
use crate::timex::{Anchor, Granularity, Timex, Value};

/// Advice in more than one sentence of six, and reports in fewer than one of eight.
const ADVICE: (usize, usize) = (1, 6);
const REPORTS: (usize, usize) = (1, 8);

/// Whether the text advises, judges or argues rather than reports. Then only times whose year is stated date events.
pub(super) fn advises(document: &Document<'_>, expressions: &[Timex]) -> bool {
    let sentences = || document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
    let having = |sentence: &Sentence<'_>, class: Class| {
        document.text.get(sentence.span.clone()).is_some_and(|text| words::has(text, class))
    };
    let all = sentences().count();
    let reports = sentences().filter(|sentence| attributes(sentence) || having(sentence, Class::Reporter)).count();
    // To look for advice costs most, and says nothing in a report.
    all >= LEAST
        && reports * REPORTS.1 < all * REPORTS.0
        && (sentences().filter(|sentence| having(sentence, Class::Advice)).count() * ADVICE.1 > all * ADVICE.0
            || !names_days(document, expressions))
}

/// Whether the text names days or years of its own (9月3日, 2018年, 昨天): a review of a restaurant has 周一 and 秋天 only.
fn names_days(document: &Document<'_>, expressions: &[Timex]) -> bool {
    let named = expressions.iter().filter(|expression| {
        let text = document.text.get(expression.span.clone()).unwrap_or_default();
        let behind = document.text.get(expression.span.end..).unwrap_or_default();
        let year = expression.anchor == Anchor::None
            && matches!(expression.value, Value::Interval(time) if time.granularity > Granularity::Decade);
        let day = text.contains('月') && text.contains(['日', '号']);
        // 今天的年轻人 are of no day.
        let near = text.contains('昨') || (text.contains('今') && !text.contains('年') && !behind.starts_with('的'));
        year || day || near
    });
    named.take(NAMED).count() == NAMED
}

/// One day may be an example; two are a story.
const NAMED: usize = 2;

/// Whether somebody who is named says something: 有人说 and 先说结论 name nobody.
fn attributes(sentence: &Sentence<'_>) -> bool {
    sentence.words.windows(2).any(|pair| {
        matches!(pair, [who, says] if words::is(says.text, Class::Speech)
            && (who.tag.starts_with('n') || matches!(who.tag, "x" | "eng" | "j") && who.text.starts_with(char::is_alphanumeric)))
    })
}

/// A few sentences say nothing of the genre.
const LEAST: usize = 8;
