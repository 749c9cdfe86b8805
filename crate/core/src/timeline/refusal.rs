//! Why an expression dates no event that beside its own words seemed to date one: what stands before it in the text, the
//! genre, and who says it.

use std::ops::Range;

use chrono::NaiveDateTime;

use super::{
    about,
    document::{Document, Sentence, near},
    genre::Bar,
    list,
    mention::{Mention, Time},
    quotation,
    usage::Usage,
    words::{self, Class},
};
use crate::timex::{Anchor, Granularity, Kind, Timex, Value};

/// What is known where an expression is judged.
pub(super) struct Judge<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) expressions: &'d [Timex],
    pub(super) found: &'d [Mention<'t>],
    /// What the text asks of its times.
    pub(super) bar: Bar,
    pub(super) reference: Option<NaiveDateTime>,
}

impl Judge<'_, '_> {
    /// What the expressions of `group` do instead of dating an event.
    pub(super) fn refused(&self, sentence: &Sentence<'_>, group: Range<usize>, time: &Time) -> Option<Usage> {
        let Judge { document, expressions, reference, .. } = *self;
        let (here, last) = (expressions.get(group.start)?, expressions.get(group.end.saturating_sub(1))?);
        let span = here.span.start..last.span.end;
        if list::names_what_is_dated(document, sentence, here, &span, expressions.get(group.end)) {
            return Some(Usage::Scope);
        }
        if !self.reaches_the_bar(sentence, here, time) {
            return Some(Usage::Address);
        }
        if is_a_forecast_of_the_past(document, &span, time, reference) {
            return Some(Usage::Comparison);
        }
        if self.came_otherwise(sentence, group.start, &span, time) {
            return Some(Usage::Comparison);
        }
        if is_asked(document, sentence, here) || is_a_question_within(document, sentence, &span) {
            return Some(Usage::Aside);
        }
        quotation::is_somebody_elses(document, sentence, here, expressions, reference).then_some(Usage::Quoted)
    }

    /// 原定10日举行的比赛因雨取消: a time that is over, or from which the sentence moves it, and for which something was
    /// only meant. What is put off by so many days is dated by the day to which it is.
    fn came_otherwise(&self, sentence: &Sentence<'_>, at: usize, span: &Range<usize>, time: &Time) -> bool {
        let Judge { document, expressions, reference, .. } = *self;
        let behind = || {
            let sentence = near(document.text, &sentence.span, span);
            document.text.get(span.end..sentence.end.max(span.end)).unwrap_or_default()
        };
        about::was_meant(document, sentence, span)
            && (is_over(time, reference) || words::has(behind(), Class::Moves))
            && expressions.get(at..).is_none_or(|here| about::days_put_off(document, sentence, here).is_none())
    }

    /// Whether the time is told as a report tells it, as far as the text's genre asks for that: a year that is stated; in a
    /// story that also advises a day that is named, and what counts from one.
    fn reaches_the_bar(&self, sentence: &Sentence<'_>, here: &Timex, time: &Time) -> bool {
        if self.bar == Bar::None || states_its_year(here, time) {
            return true;
        }
        if self.bar == Bar::Year {
            return false;
        }
        let document = self.document;
        let clause = sentence.clauses.get(sentence.clause_at(here.span.start)).unwrap_or(&sentence.span);
        let clause = document.text.get(near(document.text, clause, &here.span)).unwrap_or_default();
        let counts = matches!(here.anchor, Anchor::Discourse(_) | Anchor::Carried(_))
            || matches!(here.value, Value::Interval(time) if time.clock_only);
        let last = self.found.last().and_then(|last| document.sentences.get(last.sentence));
        let near = last.is_some_and(|last| sentence.paragraph <= last.paragraph + 1);
        (names_a_day(document, here) || counts && near) && !words::has(clause, Class::Advice)
    }
}

/// 3月5日, 昨天, 本周四: one day, whoever reads it; 周四 and 今天 may be any.
fn names_a_day(document: &Document<'_>, expression: &Timex) -> bool {
    let text = document.text.get(expression.span.clone()).unwrap_or_default();
    let Value::Interval(time) = expression.value else { return false };
    let day = text.contains('月') && text.contains(['日', '号']);
    let week = text.starts_with(['这', '本', '上']) && text.contains(['周', '期', '拜']);
    let one = time.granularity >= Granularity::Day && time.granularity != Granularity::Range;
    one && (day || week || text.contains('昨'))
}

/// A question tells of no event: 明天再发行不行？, 记者询问剧团是否会在9月底出席.
fn is_asked(document: &Document<'_>, sentence: &Sentence<'_>, expression: &Timex) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(expression.span.start)).unwrap_or(&sentence.span);
    let clause = near(document.text, clause, &expression.span);
    let before = document.text.get(clause.start..expression.span.start).unwrap_or_default();
    let whether = ["是否", "能否", "会不会", "有没有"].iter().any(|word| before.contains(word));
    whether
        || expression.anchor == Anchor::Reference
            && document.text.get(sentence.span.clone()).is_some_and(|text| text.ends_with(['？', '?']))
}

/// 市场平均预期12月上涨4.2%: what was expected of a time that is over is what the news is compared with.
fn is_a_forecast_of_the_past(
    document: &Document<'_>,
    span: &Range<usize>,
    time: &Time,
    reference: Option<NaiveDateTime>,
) -> bool {
    is_over(time, reference)
        && document.text.get(..span.start).is_some_and(|lead| words::ends(lead.trim_end(), Class::Foretold))
}

/// Whether a time had ended when the article was published.
fn is_over(time: &Time, reference: Option<NaiveDateTime>) -> bool {
    matches!((time, reference), (Time::Dated(time), Some(now)) if time.end.is_some_and(|end| end <= now))
}

/// 看产业链今年如何升级, 明年是否加息: a clause that leaves open whether or how.
fn is_a_question_within(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).unwrap_or(&sentence.span);
    let clause = near(document.text, clause, span);
    document.text.get(span.end..clause.end.max(span.end)).is_some_and(|after| words::has(after, Class::Unsettled))
}

/// A habit rules so many expressions of its sentence.
const RULED: usize = 16;

/// 每天早上八点开门，晚上九点打烊: a time that may be of any day, behind a habit of its sentence.
pub(super) fn goes_on_a_habit(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expressions: &[Timex],
    at: usize,
) -> bool {
    let Some(here) = expressions.get(at) else { return false };
    let text = |one: &Timex| document.text.get(one.span.clone()).unwrap_or_default();
    let clock = matches!(here.kind, Kind::Time) || is_of_any_year(here);
    // 每周三去医院，周末陪孙子; 每天绕来绕去，第二天还在原点: a day of any week, and the one behind any day.
    let weekly = text(here).starts_with(['周', '星', '礼']);
    let next = matches!(text(here), "第二天" | "次日" | "当天" | "当晚");
    let rules = |before: &Timex| {
        clock || weekly && text(before).contains(['周', '期']) || next && text(before).contains(['天', '日'])
    };
    let before = expressions.get(..at).unwrap_or_default().iter().rev().take(RULED);
    let mut same = before.take_while(|before| before.span.start >= sentence.span.start);
    (clock || weekly || next) && same.any(|before| matches!(before.value, Value::Set(_)) && rules(before))
}

/// 3月份, 夏天: a month or a season without its year or a day.
fn is_of_any_year(expression: &Timex) -> bool {
    let coarse = matches!(expression.value, Value::Interval(time) if time.granularity <= Granularity::Month && time.granularity > Granularity::Year);
    coarse && matches!(expression.anchor, Anchor::Reference | Anchor::Carried(_)) && expression.kind == Kind::Date
}

/// Whether the expression says the year itself, and not only a century.
fn states_its_year(expression: &Timex, time: &Time) -> bool {
    let coarse = matches!(time, Time::Dated(time) if time.granularity <= Granularity::Decade);
    expression.anchor == Anchor::None && !coarse
}

/// Whether the expression counts from one that dates no event: 第二天 in a recipe that opens with 今天教大家.
pub(super) fn rests_on_no_event(expression: &Timex, other: &[(usize, Usage)]) -> bool {
    let (Anchor::Discourse(anchor) | Anchor::Carried(anchor)) = expression.anchor else { return false };
    let found = other.binary_search_by_key(&anchor, |(at, _)| *at).ok().and_then(|found| other.get(found));
    let counted = matches!(expression.anchor, Anchor::Discourse(_));
    found.is_some_and(|(_, usage)| match usage {
        // 演练模拟12月22日15时，… 凌晨1点: of a day that never was.
        Usage::Condition => true,
        Usage::Address | Usage::Habit | Usage::Aside => counted,
        _ => false,
    })
}

/// Whether the expression only takes up the date of its own sentence: 2017年9月9日，在当年的发布会上.
pub(super) fn repeats(
    document: &Document<'_>,
    found: &[Mention<'_>],
    sentence: usize,
    expression: &Timex,
    time: &Time,
) -> bool {
    let (Anchor::Discourse(anchor), Time::Dated(time)) = (expression.anchor, time) else { return false };
    let owns = document.text.get(expression.span.end..).is_some_and(|after| after.trim_start().starts_with('的'));
    let same =
        found.iter().rev().take_while(|mention| mention.sentence == sentence).any(|mention| match mention.time {
            Time::Dated(before) => mention.timex == anchor && time.start <= before.start && before.end <= time.end,
            Time::Vague => false,
        });
    owns && same
}

/// 每年9月至12月, where the tagger took 每年9月 alone.
pub(super) fn ends_a_habit(document: &Document<'_>, expressions: &[Timex], at: usize) -> bool {
    let Some([before, here]) = at.checked_sub(1).and_then(|before| expressions.get(before..=at)) else { return false };
    let gap = document.text.get(before.span.end..here.span.start).unwrap_or_default();
    matches!(before.value, Value::Set(_)) && matches!(gap.trim(), "至" | "到" | "-" | "—" | "~" | "～" | "、" | "和")
}
