//! The day from which the article speaks, where it is not the page's.
//!
//! A page may carry an article of the day before: 新华社11月11日电 on a page of the 12th, or 今天（11月11日）. Then
//! 今天 and 昨晚 count from the day that the article names.

use chrono::{Duration, NaiveDateTime, Timelike as _};

use super::{
    document::{Document, is_predicate, near},
    usage::Usage,
    words::{self, Class},
};
use crate::timex::{Anchor, Granularity, Interval, Timex, Value};

/// A page is at most so many days younger than its article; a larger gap is another date.
const LAG: i64 = 5;
/// Words that count days from the day of writing.
const RELATIVE: [(&str, i64); 8] =
    [("今天", 0), ("今日", 0), ("今晨", 0), ("今晚", 0), ("昨天", -1), ("昨日", -1), ("昨晚", -1), ("明天", 1)];
/// A publication line stands in one of the first sentences.
const LEAD: usize = 4;
/// A page of the hours before this one tells of the day before.
const SMALL: u32 = 4;

/// The moment that the article speaks from, where its own words put it on another day than `published`.
/// `other` are the expressions that date no event, with what they do.
pub(super) fn spoken_from(
    document: &Document<'_>,
    expressions: &[Timex],
    other: &[(usize, Usage)],
    published: NaiveDateTime,
) -> Option<NaiveDateTime> {
    let line = other.iter().filter(|(_, usage)| *usage == Usage::Dateline).find_map(|(at, _)| {
        let expression = expressions.get(*at)?;
        let early = document.sentence_of(&expression.span).is_some_and(|sentence| sentence < LEAD);
        day(expression).filter(|_| early)
    });
    let line = line.or_else(|| diary(document, expressions));
    let today = alias(document, expressions, published)
        .or(line.and_then(|line| line.start))
        .or_else(|| past_midnight(document, expressions, published))?;
    let lag = published.date().signed_duration_since(today.date()).num_days();
    // The end of that day, so that what it dates is not in the future.
    (1..=LAG).contains(&lag).then(|| today.date().and_hms_opt(23, 59, 0)).flatten()
}

/// 今天下午，疾控中心发布通报, on a page of half past midnight: the day that has just ended.
fn past_midnight(document: &Document<'_>, expressions: &[Timex], published: NaiveDateTime) -> Option<NaiveDateTime> {
    let told = |expression: &Timex| {
        let Value::Interval(time) = expression.value else { return false };
        let own = document.text.get(expression.span.clone()).unwrap_or_default();
        let part =
            ["今天上午", "今天中午", "今天下午", "今天傍晚", "今天晚", "今晚"].iter().any(|part| own.starts_with(part));
        let sentence = document.sentence_of(&expression.span).and_then(|at| document.sentences.get(at));
        let rest = sentence.and_then(|sentence| {
            let near = near(document.text, &sentence.span, &expression.span);
            document.text.get(expression.span.end..near.end)
        });
        let rest = rest.unwrap_or_default();
        part && time.start > Some(published) && words::has(rest, Class::Handled) && !words::has(rest, Class::Plan)
    };
    (published.hour() < SMALL && expressions.iter().any(told)).then_some(published - Duration::days(1))
}

/// 2025年3月14日，星期五，晴。今天…: the article opens with its day and nothing else.
fn diary(document: &Document<'_>, expressions: &[Timex]) -> Option<Interval> {
    let (first, opening) = (document.sentences.first()?, expressions.first()?);
    let text = document.text.get(first.span.clone())?;
    let bare = opening.span.start == first.span.start && text.chars().count() <= LEAD * 6;
    // 11月10日，大桥合龙。 tells of an event in which jieba may find no verb.
    let rest = text.get(opening.span.end - opening.span.start..)?;
    let diary = !rest.contains(char::is_alphanumeric)
        || rest.contains("星期")
        || rest.contains('周')
        || words::has(rest, Class::Weather);
    day(opening).filter(|_| bare && diary && !first.words.iter().any(is_predicate))
}

/// 今天（9月7日）, 昨天（6日）: what the relative word and the date in brackets say together.
fn alias(document: &Document<'_>, expressions: &[Timex], published: NaiveDateTime) -> Option<NaiveDateTime> {
    let named = expressions.iter().find_map(|expression| {
        let text = document.text.get(expression.span.clone())?;
        let (word, _) = text.split_once(['(', '（'])?;
        let offset = RELATIVE.iter().find(|(relative, _)| word.starts_with(relative))?.1;
        day(expression)?.start?.checked_sub_signed(Duration::days(offset))
    });
    named.or_else(|| apart(document, expressions, published))
}

/// The same, where the tagger took the word and the date apart.
fn apart(document: &Document<'_>, expressions: &[Timex], published: NaiveDateTime) -> Option<NaiveDateTime> {
    expressions.windows(2).find_map(|pair| {
        let [relative, named] = pair else { return None };
        let gap = document.text.get(relative.span.end..named.span.start)?.trim();
        if relative.anchor != Anchor::Reference || !matches!(gap, "(" | "（" | "，即" | "即") {
            return None;
        }
        let (offset, named) = (day(relative)?.start?, day(named)?.start?);
        let counted = offset.date().signed_duration_since(published.date()).num_days();
        named.checked_sub_signed(Duration::days(counted))
    })
}

fn day(expression: &Timex) -> Option<Interval> {
    match expression.value {
        Value::Interval(interval) if matches!(interval.granularity, Granularity::Day | Granularity::Part) => {
            Some(interval)
        }
        _ => None,
    }
}
