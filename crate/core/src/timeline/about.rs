//! Times about which the timeline knows better than the tagger: 一周后 is about a day, and a day without its month
//! goes with the one that lends it the month.

use std::ops::Range;

use chrono::{Datelike as _, Duration, Months, NaiveDateTime};

use super::{
    anchor::{Before, Count, is_fine, says_its_day, shifted},
    document::{Document, Sentence, near},
    words::{self, Class},
};
use crate::timex::{Amount, Anchor, Granularity, Interval, Step, Timex, Unit, Value};

/// The tagger sees a week as the days around its day, so many before it.
const HALF_WEEK: i64 = 3;
/// The same of half a month.
const HALF_MONTH: i64 = 15;
/// So many expressions back one was just named.
const NEAR: usize = 3;
/// What is put off by so many days is put off to another year.
const FAR: f64 = 300.0;
/// A month has so many days at least.
const MONTH: i64 = 28;

impl Before<'_, '_> {
    /// 一周后, where it counts from a day: about the day, seven days later.
    pub(super) fn centred(&self, at: usize, time: &Interval) -> Option<Count> {
        let Anchor::Discourse(from) = self.expressions.get(at)?.anchor else { return None };
        self.interval(from).filter(is_fine)?;
        Some(Count::From(from, self.weeks_later(at, time)?))
    }

    /// The middle of the days around which the tagger sees 一周后, 半个月后.
    pub(super) fn weeks_later(&self, at: usize, time: &Interval) -> Option<Interval> {
        let text = self.document.text.get(self.expressions.get(at)?.span.clone())?;
        let counts = text.ends_with('后') || text.starts_with('又');
        let half = time.granularity == Granularity::Month && text.contains("半个月");
        let days = if half { HALF_MONTH } else { HALF_WEEK };
        let start = time.start?.checked_add_signed(Duration::days(days))?;
        (counts && (half || time.granularity == Granularity::Week)).then(|| Interval {
            start: Some(start),
            end: start.checked_add_signed(Duration::days(1)),
            granularity: Granularity::Day,
            approx: true,
            ..*time
        })
    }

    /// 16日…，13日…: the month of the one that the tagger had on the wrong side of the publication.
    pub(super) fn month_moved(&self, here: &Timex, from: usize, time: &Interval) -> Option<Count> {
        let text = self.document.text.get(here.span.clone())?;
        let by = self.shifts.get(&from).filter(|by| by.num_days().abs() >= MONTH)?;
        let bare = text.contains(['日', '号']) && !text.contains(['年', '月']) && says_its_day(text);
        let old = self.interval(from)?.start?;
        let new = old.checked_add_signed(*by)?;
        let months =
            (old.year() - new.year()) * 12 + i32::try_from(old.month()).ok()? - i32::try_from(new.month()).ok()?;
        let months = Months::new(u32::try_from(months).ok()?);
        let back = |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.checked_sub_months(months));
        let moved = Interval { start: back(time.start), end: back(time.end), ..*time };
        (bare && moved.start.is_some()).then_some(Count::From(from, moved))
    }

    /// 原定10月26日举行的比赛推迟了三天: the day to which it was put off, or brought forward.
    pub(super) fn put_off(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Option<(Interval, Step)> {
        let span = &self.expressions.get(at)?.span;
        if time.granularity != Granularity::Day || !was_meant(self.document, sentence, span) {
            return None;
        }
        let days = days_put_off(self.document, sentence, self.expressions.get(at..)?)?;
        let step = Step::FromDate(self.document.verbatim(span).to_owned());
        Some((shifted(time, Duration::days(days)), step))
    }
}

/// 原定10月26日举行…: whether the words right before a time say that something was only meant for it.
pub(super) fn was_meant(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> bool {
    let lead = near(document.text, &sentence.span, span).start..span.start;
    former_plans(document.text, sentence, &lead)
        .any(|behind| behind.trim_start().trim_start_matches(['于', '在', '将']).trim_start().is_empty())
}

/// What stands in a range of a sentence behind each 原定, 最初计划 in it. They begin where a word does: 日本计划 is none.
pub(super) fn former_plans<'t>(
    text: &'t str,
    sentence: &Sentence<'_>,
    range: &Range<usize>,
) -> impl Iterator<Item = &'t str> {
    let end = range.end;
    sentence.words_in(range).iter().filter_map(move |word| behind_a_former_plan(text.get(word.start..end)?))
}

/// What stands behind the 原定 with which a text begins.
pub(super) fn behind_a_former_plan(text: &str) -> Option<&str> {
    let plan = text.strip_prefix(words::at_head(text, Class::Formerly)?)?.trim_start();
    plan.strip_prefix(words::at_head(plan, Class::Intends)?)
}

/// …推迟了三天: by how many days the sentence puts off what its first expression dates; back are negative ones.
pub(super) fn days_put_off(document: &Document<'_>, sentence: &Sentence<'_>, expressions: &[Timex]) -> Option<i64> {
    let (here, behind) = expressions.split_first()?;
    let within = behind.iter().take(NEAR).take_while(|next| next.span.end <= sentence.span.end);
    within.into_iter().find_map(|next| {
        let Value::Duration(Amount { least: Some(count), most: None, unit, .. }) = next.value else { return None };
        let before = document.text.get(here.span.end..next.span.start)?.trim_end_matches(['了', ' ']);
        let sign = moved_by(before)?;
        let unit = match unit {
            Unit::Day => 1.0,
            Unit::Week => 7.0,
            _ => return None,
        };
        #[allow(clippy::cast_possible_truncation, reason = "a count of days, checked to be small")]
        (count * unit < FAR).then_some(sign * (count * unit) as i64)
    })
}

/// Whether a clause ends with a word that puts an event off, 1, or brings it forward, -1.
fn moved_by(before: &str) -> Option<i64> {
    let words = [("推迟", 1), ("延后", 1), ("延期", 1), ("顺延", 1), ("押后", 1), ("提前", -1), ("提早", -1)];
    words.into_iter().find(|(word, _)| before.ends_with(word)).map(|(_, sign)| sign)
}
