//! Expressions that stand together and date one thing.

use chrono::{Datelike as _, Duration, NaiveDateTime};

use super::{
    document::Document,
    mention::Time,
    words::{self, Class},
};
use crate::timex::{Granularity, Interval, Timex, Vague, Value};

/// The expressions that stand together and date one thing: 2004年和2005年, 9月28日（周六）.
pub(super) fn together<'x>(document: &Document<'_>, expressions: &'x [Timex], at: usize) -> &'x [Timex] {
    let mut end = at + 1;
    while let Some([before, next]) = expressions.get(end - 1..=end) {
        let gap = document.text.get(before.span.end..next.span.start).unwrap_or_default().trim();
        let joined = matches!(gap, "和" | "、" | "及" | "与" | "以及");
        // 2025年3月14日，星期五
        let told_again = matches!(gap, "，也就是" | "，即" | "，就是" | "，正是" | "也就是" | "即" | "就是");
        let alias = told_again || matches!(gap, "(" | "（" | "是" | "，");
        // 今年4月从4月17日推迟到…: the day from which it is moved is no part of when that was.
        let behind = document.text.get(next.span.end..).unwrap_or_default();
        let moves = words::begins(behind, Class::Moves);
        let narrows = matches!(gap, "" | "“" | "\"" | "「" | "的" | "从" | "自") && !moves;
        let same = match (&before.value, &next.value) {
            (Value::Interval(first), Value::Interval(second)) => {
                // 2004年和2005年, 3日和4日; 14日、21日 are two days with others between them.
                (joined
                    && first.granularity == second.granularity
                    && (first.granularity <= Granularity::Year && first.start < second.start
                        || first.granularity == Granularity::Day && first.end == second.start))
                    || ((alias || narrows) && overlap(first, second) && (gap != "，" || first.granularity == Granularity::Day && (first.start, first.end) == (second.start, second.end)))
                    // 一年前的同一天
                    || (gap == "的" && is_that_day(document, next) && first.granularity == Granularity::Year && second.granularity == Granularity::Day)
                    // 2009年2月的一个晚上: which one is not told.
                    || (gap == "的一个" && first.granularity < second.granularity)
            }
            _ => false,
        };
        if !same {
            break;
        }
        end += 1;
    }
    expressions.get(at..end).unwrap_or_default()
}

fn is_that_day(document: &Document<'_>, expression: &Timex) -> bool {
    let text = document.text.get(expression.span.clone()).unwrap_or_default();
    matches!(text, "同一天" | "这一天" | "同日")
}

/// A day in another year.
fn in_year(day: &Interval, year: i32) -> Option<Interval> {
    let start = day.start?.with_year(year)?;
    Some(Interval { start: Some(start), end: start.checked_add_signed(Duration::days(1)), ..*day })
}

fn overlap(first: &Interval, second: &Interval) -> bool {
    match ((first.start, first.end), (second.start, second.end)) {
        ((Some(a), Some(b)), (Some(c), Some(d))) => a < d && c < b,
        _ => false,
    }
}

/// When the event of some expressions is; `None` where they date nothing: durations, clock times without a day.
pub(super) fn time(group: &[Timex], day: Option<NaiveDateTime>) -> Option<Time> {
    let (first, last) = (group.first()?, group.last()?);
    match (&first.value, &last.value) {
        (Value::Interval(from), Value::Interval(to)) if from.start.is_some() || from.end.is_some() => {
            let (from, to) = (&settled(*from, day)?, &settled(*to, day)?);
            if from.granularity == Granularity::Year && to.granularity == Granularity::Day && !overlap(from, to) {
                return Some(Time::Dated(in_year(to, from.start?.year())?));
            }
            // Of 2004年和2005年 both count, of 9月28日（周六） the finer one.
            let apart = group.len() > 1 && from.end <= to.start;
            let whole = Interval { end: to.end, granularity: Granularity::Range, ..*from };
            let finer = if to.granularity > from.granularity { *to } else { *from };
            let one = if overlap(from, to) { finer } else { *from };
            Some(Time::Dated(if apart { whole } else { one }))
        }
        (Value::Vague(Vague::Past), _) => Some(Time::Vague),
        _ => None,
    }
}

/// A clock time without a day is of the day that the text spoke of last.
fn settled(time: Interval, day: Option<NaiveDateTime>) -> Option<Interval> {
    if !time.clock_only {
        return Some(time);
    }
    let (day, start) = (day?.date(), time.start?);
    let moved = day.and_time(start.time());
    Some(Interval { start: Some(moved), end: time.end.map(|end| moved + (end - start)), clock_only: false, ..time })
}
