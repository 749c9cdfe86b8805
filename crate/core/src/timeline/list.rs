//! Days in a list: 9月14日、21日和28日，球队连续取胜.

use std::ops::Range;

use super::document::{Document, Sentence, is_predicate};
use crate::timex::{Granularity, Interval, Timex, Value};

/// A list has so many members at most.
const LONGEST: usize = 12;

/// The whole list that the expressions at `group` stand in, as a range of the text; their own range where they
/// stand alone.
pub(super) fn around(document: &Document<'_>, expressions: &[Timex], group: Range<usize>) -> Range<usize> {
    let (mut from, mut to) = (group.start, group.end);
    while to - from < LONGEST && to < expressions.len() && joined(document, expressions, to) {
        to += 1;
    }
    while to - from < LONGEST && from > 0 && joined(document, expressions, from) {
        from -= 1;
    }
    let start = expressions.get(from).map_or(0, |first| first.span.start);
    start..expressions.get(to.saturating_sub(1)).map_or(start, |last| last.span.end)
}

/// Whether the expression at `at` goes on a list with the one before it.
fn joined(document: &Document<'_>, expressions: &[Timex], at: usize) -> bool {
    let Some([before, here]) = at.checked_sub(1).and_then(|before| expressions.get(before..=at)) else { return false };
    let gap = document.text.get(before.span.end..here.span.start).unwrap_or_default().trim();
    let alike = match (interval(before), interval(here)) {
        (Some(before), Some(here)) => before.granularity == here.granularity && before.start < here.start,
        _ => false,
    };
    alike && matches!(gap, "、" | "和" | "及" | "与" | "以及")
}

/// Where the expressions behind `from` begin in the sentence that stand for a time; a duration dates nothing else.
pub(super) fn behind(sentence: &Sentence<'_>, from: usize, rest: &[Timex]) -> Vec<usize> {
    let inside = rest.iter().take_while(|next| next.span.start < sentence.span.end).take(LONGEST);
    let others = inside.filter(|next| matches!(next.value, Value::Interval(_) | Value::Vague(_)));
    others.map(|next| next.span.start).filter(|start| *start > from).collect()
}

/// 今年“五一”假期运输自4月29日起至5月6日止, 2024年春运将于1月26日开始: the first time only names what the second one dates.
pub(super) fn names_what_is_dated(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    here: &Timex,
    span: &Range<usize>,
    next: Option<&Timex>,
) -> bool {
    let Some(next) = next.filter(|next| interval(next).is_some()) else { return false };
    let clause = sentence.clause_at(span.start);
    let from = sentence.clauses.get(clause).map_or(span.start, |clause| clause.start);
    if sentence.clause_at(next.span.start) != clause
        || !document.text.get(from..span.start).unwrap_or_default().trim().is_empty()
    {
        return false;
    }
    let between = sentence.words_in(&(span.end..next.span.start));
    // What stands between is a noun, and a preposition that leads into the second time.
    let leads =
        between.last().is_some_and(|last| matches!(last.text, "自" | "从" | "于" | "将于" | "定于" | "拟于" | "在"));
    let noun = between
        .iter()
        .any(|word| word.tag.starts_with('n') || word.tag == "vn" || word.text.chars().count() > 1 && word.tag == "x");
    let verb = between
        .iter()
        .rev()
        .skip(1)
        .any(|word| is_predicate(word) && word.tag != "a" && !matches!(word.text, "定" | "拟" | "运输" | "是"));
    // 2024赛季顶级联赛今晚进行倒数第二轮争夺: a year or a season, and the day within it.
    let coarse = |time: Interval| time.granularity <= Granularity::Season;
    let fine = |time: Interval| (Granularity::Day..Granularity::Range).contains(&time.granularity);
    let within = interval(here).is_some_and(coarse) && interval(next).is_some_and(fine);
    (leads || within) && noun && !verb && between.len() <= LONGEST
}

fn interval(expression: &Timex) -> Option<Interval> {
    if let Value::Interval(interval) = expression.value { Some(interval) } else { None }
}
