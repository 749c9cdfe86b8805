//! What a count of days starts from, where the sentences say it better than the nearest date.
//!
//! The tagger lets 三天后 and 当晚 count from the last date that it saw. What that date does in its sentence is known
//! here only: a year is no beginning of a count of days, a date in somebody's words belongs to those words, and
//! 罢工第三天 counts from the day on which the strike began.

use std::{collections::BTreeMap, ops::Range};

use chrono::{Duration, NaiveDateTime};

use super::{
    ahead,
    document::{Document, Sentence, may_predicate},
    mention::{Mention, Time, moves_on},
    quotation::is_quoted,
    usage::Usage,
    words::{self, Class},
};
use crate::timex::{Anchor, Granularity, Interval, Step, Timex, Value};

/// What the count starts from.
#[derive(Debug, PartialEq)]
pub(super) enum Count {
    /// What the tagger took.
    Kept,
    /// Another expression, by its position, which gives another time.
    From(usize, Interval),
    /// The text does not say.
    Unknown,
}

/// 和学校签订赔偿协议当晚: so many words name an event.
const PHRASE: usize = 6;
/// An accident that the news still speaks of was so many days ago at most.
const WEEKS: i64 = 31;
/// A case that the news still speaks of was so many days ago at most.
const YEARS: i64 = 1100;
/// So many mentions back a count may look for its event.
pub(super) const BACK: usize = 24;

/// Everything that the text told before the expression.
pub(super) struct Before<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) expressions: &'d [Timex],
    pub(super) found: &'d [Mention<'t>],
    pub(super) other: &'d [(usize, Usage)],
    /// By how much the times of expressions were moved from what the tagger gave.
    pub(super) shifts: &'d BTreeMap<usize, Duration>,
    /// The day that the story is at.
    pub(super) day: Option<NaiveDateTime>,
    pub(super) reference: Option<NaiveDateTime>,
}

/// When an expression's event is, all told.
pub(super) enum Settled {
    /// When the tagger says.
    Kept,
    /// At another time, and why.
    Moved(Interval, Step),
    /// The text does not say.
    Unknown,
}

impl Before<'_, '_> {
    /// When the event of the expression at `at` is, for which the tagger gave `time`.
    pub(super) fn settled(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Settled {
        if let Some((time, step)) = self.put_off(at, sentence, time) {
            return Settled::Moved(time, step);
        }
        let count = match self.count(at, sentence, time) {
            Count::Kept => self.centred(at, time).unwrap_or(Count::Kept),
            Count::From(from, told) => Count::From(from, self.weeks_later(at, &told).unwrap_or(told)),
            Count::Unknown => Count::Unknown,
        };
        match count {
            Count::From(from, told) => {
                let words = self.expressions.get(from).map(|from| self.document.verbatim(&from.span));
                Settled::Moved(told, Step::FromDate(words.unwrap_or_default().to_owned()))
            }
            Count::Unknown => Settled::Unknown,
            Count::Kept => {
                let turned = ahead::turned(self.document, sentence, self.expressions, at, self.found, self.reference);
                turned.map_or(Settled::Kept, |turned| Settled::Moved(turned.time, turned.step))
            }
        }
    }

    /// Where the expression at `at`, whose time is `time`, counts from.
    fn count(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let Some(here) = self.expressions.get(at) else { return Count::Kept };
        if let Some(count) = self.that_one(at, sentence, time) {
            return count;
        }
        let (Anchor::Discourse(from) | Anchor::Carried(from)) = here.anchor else {
            return self.recount_from_nothing(here, sentence, time);
        };
        if let Some(count) = self.of_an_age(here, time).or_else(|| self.of_that_year(from, here, sentence, time)) {
            return count;
        }
        let by = self.shifts.get(&from).copied().unwrap_or_default();
        let carried = shifted(time, by);
        // 18时07分 is of the day that moved; 27日 and 周三 say their own.
        let text = self.document.text.get(here.span.clone()).unwrap_or_default();
        let is_counted = !says_its_day(text) && !is_weekday(text);
        if let Some(count) = self.month_moved(here, from, time) {
            return count;
        }
        if let (true, Some(day), Some(start)) =
            (is_counted && self.looks_back(from, sentence), self.day, self.interval(from))
        {
            // 早在去年11月28日就已取得。下午5点…: the story never was there.
            let told = shifted(time, day.date().signed_duration_since(start.start.unwrap_or(day).date()));
            // 上一次输球在3月20日。两天后，主帅下课: nor is that two days after the news.
            let to_come = self.reference.is_some_and(|now| told.start > Some(now)) && text.ends_with('后');
            if !to_come {
                return Count::From(from, told);
            }
        }
        match self.recount(at, sentence, &carried) {
            Count::Kept if by != Duration::zero() && is_counted && time.granularity >= Granularity::Day => {
                Count::From(from, carried)
            }
            count => count,
        }
    }

    /// Whether an expression of an earlier sentence only looks back, as 早在去年11月 does.
    fn looks_back(&self, at: usize, sentence: &Sentence<'_>) -> bool {
        let Some(span) = self.expressions.get(at).map(|from| from.span.clone()) else { return false };
        let Some(before) = self.document.sentence_of(&span).and_then(|at| self.document.sentences.get(at)) else {
            return false;
        };
        before.span != sentence.span && !moves_on(self.document, before, &span)
    }

    /// 事故第三天: the earliest that the article told of the last weeks.
    pub(super) fn accident(&self, named: &Named<'_>, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let now = self.reference.filter(|_| words::is(named.verb, Class::Accident))?;
        let day = |mention: &Mention<'_>| dated(mention).filter(is_fine).and_then(|told| told.start);
        let recent = |mention: &&Mention<'_>| {
            day(mention).is_some_and(|told| (0..WEEKS).contains(&now.signed_duration_since(told).num_days()))
        };
        // Not in a paragraph that tells of long ago.
        let here = self.fine().find(|mention| self.paragraph(mention) == sentence.paragraph);
        if here.is_some_and(|here| !recent(&here)) {
            return None;
        }
        self.found.iter().take(BACK).filter(recent).min_by_key(|mention| day(mention))
    }

    /// 案发前两天, 被困第六天 where no sentence says 案发 or 被困 of a day: the earliest day that the article has told, if
    /// that was not long ago.
    pub(super) fn outset(&self, named: &Named<'_>, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let now = self.reference.filter(|_| words::is(named.verb, Class::Outset))?;
        let day = |mention: &Mention<'_>| dated(mention).filter(is_fine).and_then(|told| told.start);
        let recent = |mention: &&Mention<'_>| {
            day(mention).is_some_and(|told| (0..YEARS).contains(&now.signed_duration_since(told).num_days()))
        };
        // Of a case of long ago that its paragraph tells, it is not the news.
        let here = self.fine().filter(|mention| self.paragraph(mention) == sentence.paragraph).filter_map(day).min();
        let recent = |mention: &&Mention<'_>| recent(mention) && here.is_none_or(|here| day(mention) <= Some(here));
        self.found.iter().take(BACK).filter(recent).min_by_key(|mention| day(mention))
    }

    /// Whether a mention names an event only to count from it: 登陆前一天, 两万人已转移.
    pub(super) fn only_counts(&self, mention: &Mention<'_>, verb: &str) -> bool {
        let sentence = self.document.sentences.get(mention.sentence).map_or(0, |sentence| sentence.span.start);
        let lead = self.document.text.get(sentence..mention.span.start).unwrap_or_default().trim_end();
        let says = self.expressions.get(mention.timex).is_some_and(|told| matches!(told.anchor, Anchor::Discourse(_)));
        says && (lead.ends_with(verb)
            || self.document.text.get(mention.span.clone()).is_some_and(|own| own.starts_with(verb)))
    }

    /// The latest mentions that are dated to the day, the last first.
    pub(super) fn fine(&self) -> impl Iterator<Item = &Mention<'_>> {
        self.found.iter().rev().take(BACK).filter(|mention| dated(mention).is_some_and(|time| is_fine(&time)))
    }

    /// Whether an expression stands in somebody's words and the one that counts from it does not.
    pub(super) fn is_of_words(&self, from: usize, at: usize) -> bool {
        let quoted = |at: usize| {
            let expression = self.expressions.get(at);
            let sentence = expression.and_then(|expression| self.document.sentence_of(&expression.span));
            let base = sentence.and_then(|at| self.document.sentences.get(at)).map(|sentence| sentence.base);
            matches!((expression, base), (Some(expression), Some(base)) if is_quoted(self.document, base, expression))
        };
        quoted(from) && !quoted(at)
    }

    pub(super) fn interval(&self, at: usize) -> Option<Interval> {
        match self.expressions.get(at)?.value {
            Value::Interval(interval) if interval.start.is_some() => Some(interval),
            _ => None,
        }
    }

    pub(super) fn does(&self, at: usize) -> Option<Usage> {
        let found = self.other.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.other.get(found).map(|(_, usage)| *usage)
    }

    pub(super) fn paragraph(&self, mention: &Mention<'_>) -> usize {
        self.document.sentences.get(mention.sentence).map_or(0, |sentence| sentence.paragraph)
    }
}

/// What names the event that an expression counts from.
pub(super) struct Named<'t> {
    pub(super) verb: &'t str,
    /// 签订赔偿协议当晚
    pub(super) object: Option<&'t str>,
}

impl Named<'_> {
    pub(super) fn is_told_by(&self, mention: &Mention<'_>) -> bool {
        // jieba takes 发生爆炸 for one word.
        let told = |part: &str| mention.content.iter().any(|word| word.ends_with(part));
        told(self.verb) && self.object.is_none_or(told)
    }
}

/// 罢工第三天, 被捕当晚: the verb that names the event that the expression counts from.
pub(super) fn named<'t>(document: &Document<'t>, sentence: &Sentence<'t>, span: &Range<usize>) -> Option<Named<'t>> {
    let clause = sentence.clauses.get(sentence.clause_at(span.start))?;
    // 被捕当晚 as one expression.
    let inside = sentence.words_in(span).first().filter(|word| word.start == span.start && word.tag.starts_with('v'));
    if let Some(verb) = inside.filter(|verb| verb.text.chars().count() > 1) {
        return Some(Named { verb: verb.text, object: None });
    }
    let before = sentence.words_in(&(clause.start..span.start));
    let last = before.last()?;
    if !document.text.get(last.end()..span.start)?.trim().is_empty() {
        return None;
    }
    let verb = may_predicate(last) && last.text.chars().count() > 1;
    let other = [Class::Speech, Class::Plan, Class::Preposition].iter().any(|class| words::is(last.text, *class));
    if words::is(last.text, Class::Accident) {
        return Some(Named { verb: last.text, object: None });
    }
    if last.tag == "n" && before.len() <= PHRASE {
        let near = before.get(before.len().saturating_sub(3)..)?;
        let verb = near.iter().find(|word| word.tag == "v" && word.text.chars().count() > 1)?;
        return Some(Named { verb: verb.text, object: Some(last.text) });
    }
    // The clause opens with it: 签约当晚, not 双方签约当晚未出席.
    (verb && !other && before.len() <= 2).then_some(Named { verb: last.text, object: None })
}

/// The time as it is counted from a mention instead of from `start`.
pub(super) fn moved(time: &Interval, start: &Interval, event: &Mention<'_>) -> Count {
    let (Some(old), Some(new)) = (start.start, dated(event).and_then(|time| time.start)) else { return Count::Kept };
    let by = new.date().signed_duration_since(old.date());
    if by == Duration::zero() {
        return Count::Kept;
    }
    Count::From(event.timex, shifted(time, by))
}

pub(super) fn shifted(time: &Interval, by: Duration) -> Interval {
    let shift = |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.checked_add_signed(by));
    Interval { start: shift(time.start), end: shift(time.end), ..*time }
}

pub(super) fn dated(mention: &Mention<'_>) -> Option<Interval> {
    if let Time::Dated(time) = mention.time { Some(time) } else { None }
}

/// 27日, 4月; not 当日, 次日.
pub(super) fn says_its_day(text: &str) -> bool {
    let relative = ["当日", "次日", "翌日", "同日", "隔日"].iter().any(|day| text.starts_with(day));
    !relative && text.contains(['年', '月', '日', '号'])
}

/// 周三, 星期三: of a week, whichever it is.
pub(super) fn is_weekday(text: &str) -> bool {
    text.starts_with('周') || text.starts_with("星期") || text.starts_with("礼拜")
}

/// Whether a time is a day or finer, so that days count from it.
pub(super) fn is_fine(time: &Interval) -> bool {
    time.granularity >= Granularity::Day && time.granularity != Granularity::Range
}

pub(super) fn clock_only(expression: &Timex) -> bool {
    matches!(expression.value, Value::Interval(time) if time.clock_only)
}
