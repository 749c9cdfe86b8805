//! Whether a text tells of events at all.
//!
//! A recipe, a travel guide, an essay speak to the reader and of what is usual; their 5月 and 周末 date nothing. They
//! are told from reports by the sentences themselves: how many advise, and how many report. They are not silenced: the bar
//! for each of their times is raised.

use chrono::NaiveDateTime;

use super::{
    Role,
    document::{Document, Sentence},
    words::{self, Class},
};
use crate::lexicon::Word;
use crate::timex::{Anchor, Granularity, Timex, Value};

/// Advice in more than one sentence of six, and reports in fewer than one of eight.
const ADVICE: (usize, usize) = (1, 6);
const REPORTS: (usize, usize) = (1, 8);

/// What a text asks of a time before it dates an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bar {
    /// Nothing: it reports.
    None,
    /// It advises or praises, and names days: a story in another tone. A day that is named dates an event, a month, a
    /// weekday or a season is as good as any.
    Day,
    /// It advises, judges or argues and names no days: only a stated year dates an event.
    Year,
}

/// Whether the text reports, or advises, judges or argues.
pub(super) fn bar(document: &Document<'_>, expressions: &[Timex], reference: Option<NaiveDateTime>) -> Bar {
    if opens_as_news(document, expressions, reference) {
        return Bar::None;
    }
    let sentences = || document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
    let having = |sentence: &Sentence<'_>, class: Class| {
        document.text.get(sentence.span.clone()).is_some_and(|text| words::has(text, class))
    };
    let all = sentences().count();
    let reports = sentences().filter(|sentence| attributes(sentence) || having(sentence, Class::Reporter)).count();
    if all < LEAST || reports * REPORTS.1 >= all * REPORTS.0 {
        return Bar::None;
    }
    if !names_days(document, expressions) {
        return Bar::Year;
    }
    // To look for advice costs most, and says nothing in a report.
    let advice = sentences().filter(|sentence| having(sentence, Class::Advice)).count();
    if advice * ADVICE.1 > all * ADVICE.0 { Bar::Day } else { Bar::None }
}

/// Whether the text is about a work that tells a story: a review of a novel or a film. Its times are the work's.
pub(super) fn reviews(document: &Document<'_>) -> bool {
    let sentences = || document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
    let all = sentences().count();
    let having = |class: Class| {
        sentences()
            .filter(|sentence| document.text.get(sentence.span.clone()).is_some_and(|text| words::has(text, class)))
            .count()
    };
    let about = having(Class::Review);
    all >= LEAST
        && about * REVIEW.1 >= all * REVIEW.0
        && sentences().filter(|sentence| attributes(sentence)).count() * REPORTS.1 < all * REPORTS.0
        && having(Class::Reporter) * REPORTS.1 < all * REPORTS.0
}

/// A review speaks of the work in one sentence of six and more.
const REVIEW: (usize, usize) = (1, 6);

/// Whether the first sentences say who filed the news (某报讯), or tell of a day of the weeks around the publication.
fn opens_as_news(document: &Document<'_>, expressions: &[Timex], reference: Option<NaiveDateTime>) -> bool {
    let mut body = document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
    let Some(first) = body.clone().next() else { return false };
    let lead: String = document.text.get(first.span.clone()).unwrap_or_default().chars().take(FILED).collect();
    if words::of(Class::DatelineAfter).any(|word| {
        lead.match_indices(word)
            .any(|(at, _)| at > 0 && lead[at + word.len()..].starts_with([' ', '\u{3000}', '（', '(', '，']))
    }) {
        return true;
    }
    let until = body.nth(OPENING - 1).map_or(document.text.len(), |sentence| sentence.span.end);
    let named = expressions.iter().take_while(|expression| expression.span.start < until).filter(|expression| {
        let text = document.text.get(expression.span.clone()).unwrap_or_default();
        text.contains('昨') || (text.contains(['日', '号']) && text.contains(|letter: char| letter.is_ascii_digit()))
    });
    let recent = |expression: &Timex| match (&expression.value, reference) {
        (Value::Interval(time), Some(now)) => time.start.is_some_and(|start| {
            (-RECENT..RECENT).contains(&now.date().signed_duration_since(start.date()).num_days())
        }),
        _ => false,
    };
    named.into_iter().any(recent)
        || document.sentences.iter().filter(|sentence| sentence.role == Role::Body).take(OPENING).any(|sentence| {
            let text = document.text.get(sentence.span.clone()).unwrap_or_default();
            let office =
                |word: &Word<'_>| words::of(Class::Office).any(|end| word.text.ends_with(end) && word.text != end);
            ["今天", "今日", "今（", "今("].iter().any(|today| text.contains(today))
                && !words::has(text, Class::Address)
                && sentence.words.iter().any(office)
        })
}

/// A line that says who filed the news stands within so many letters.
const FILED: usize = 30;
/// News tells its day in the first sentences.
const OPENING: usize = 3;
/// News is of no other time, in days.
const RECENT: i64 = 8;

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
