//! What a count of days starts from, where the sentences say it better than the nearest date.
//!
//! The tagger lets 三天后 and 当晚 count from the last date that it saw. What that date does in its sentence is known
//! here only: a year is no beginning of a count of days, a date in somebody's words belongs to those words, and
//! 罢工第三天 counts from the day on which the strike began.

use std::{collections::BTreeMap, ops::Range};

use chrono::{Datelike as _, Duration, NaiveDateTime};

use super::{
    ahead,
    document::{Document, Sentence, may_predicate, near},
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
/// So many paragraphs back a year is in mind.
const NEAR: usize = 2;
/// So many expressions back the day of an event is in mind.
const ROW: usize = 8;
/// So many mentions back a count may look for its event.
const BACK: usize = 24;

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
            let by = day.date().signed_duration_since(start.start.unwrap_or(day).date());
            return Count::From(from, shifted(time, by));
        }
        match self.recount(at, sentence, &carried) {
            Count::Kept if by != Duration::zero() && is_counted && time.granularity >= Granularity::Day => {
                Count::From(from, carried)
            }
            count => count,
        }
    }

    /// 1924年出生…。14岁那年: so many years behind the birth, where one is told.
    fn of_an_age(&self, here: &Timex, time: &Interval) -> Option<Count> {
        let text = self.document.text;
        let lead = text.get(..here.span.start).filter(|_| text.get(here.span.clone()).is_some_and(|own| own.starts_with("那年")))?;
        let lead = lead.trim_end().strip_suffix('岁')?;
        let digits = lead.len() - lead.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let age: i32 = lead.get(lead.len() - digits..)?.parse().ok()?;
        let born = |mention: &&Mention<'_>| {
            let sentence = self.document.sentences.get(mention.sentence).map_or(0..0, |sentence| sentence.span.clone());
            let around = text.get(near(text, &sentence, &mention.span)).unwrap_or_default();
            ["出生", "生于", "诞生"].iter().any(|word| around.contains(word))
        };
        let birth = self.found.iter().rev().take(BACK).find(born).map(|birth| (birth.timex, dated(birth)));
        let Some((from, Some(Interval { start: Some(start), .. }))) = birth else { return Some(Count::Unknown) };
        let by = start.year() + age - time.start?.year();
        let turn = |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.with_year(moment.year() + by));
        Some(Count::From(from, Interval { start: turn(time.start), end: turn(time.end), ..*time }))
    }

    /// 那年冬天: of the year that the story is in, which a look back (她是1997年结的婚) does not move and a count of
    /// days from elsewhere may have missed.
    fn of_that_year(&self, from: usize, here: &Timex, sentence: &Sentence<'_>, time: &Interval) -> Option<Count> {
        let text = self.document.text.get(here.span.clone())?;
        let near = |mention: &&Mention<'_>| self.paragraph(mention) + NEAR >= sentence.paragraph;
        let says = |mention: &&Mention<'_>| {
            let from = self.expressions.get(mention.timex);
            let years = |from: &Timex| self.document.text.get(from.span.clone()).is_some_and(|own| own.contains('年'));
            from.is_some_and(|from| {
                matches!(from.anchor, Anchor::None | Anchor::Carried(_))
                    || from.anchor == Anchor::Reference && years(from)
            }) && self
                    .document
                    .sentences
                    .get(mention.sentence)
                    .is_some_and(|told| moves_on(self.document, told, &mention.span))
        };
        let mut told = self.found.iter().rev().take(BACK).take_while(near).filter(says);
        let later = ["翌年", "次年", "第二年"].iter().any(|next| text.starts_with(next));
        let that = text.starts_with("那年");
        // 早在2017年就取得了土地，次年…: of one sentence, whatever that looks back to.
        let near = self.expressions.get(from).is_some_and(|from| from.span.start >= sentence.span.start);
        let last = told.next().filter(|_| that || !near && (later || text.starts_with("同年")))?;
        let (year, old) = (dated(last)?.start?.year() + i32::from(later), time.start?.year());
        let turn =
            |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.with_year(moment.year() + year - old));
        let moved = Interval { start: turn(time.start), end: turn(time.end), ..*time };
        (year != old && moved.start.is_some()).then_some(Count::From(last.timex, moved))
    }

    fn recount(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let Some(Timex { anchor: Anchor::Discourse(from), span, .. }) = self.expressions.get(at) else {
            return Count::Kept;
        };
        let by = self.shifts.get(from).copied().unwrap_or_default();
        let Some(start) = self.interval(*from).map(|start| shifted(&start, by)) else { return Count::Kept };
        // 那年国庆, 同月5日 count no days.
        let text = self.document.text.get(span.clone()).unwrap_or_default();
        let counted = !text.contains(['年', '月']) && !is_weekday(text);
        if time.granularity < Granularity::Week || !counted {
            return Count::Kept;
        }
        if ["当晚", "当天", "当日", "当夜", "那天"].contains(&text)
            && (self.is_elsewhile(*from, span) || self.is_that_day(*from, text, time))
        {
            return Count::Unknown;
        }
        if let Some(count) = self.by_a_beginning(at, sentence, time, &start) {
            return count;
        }
        if let Some(verb) = named(self.document, sentence, span) {
            // 被捕当晚: only a sentence that tells of the arrest says when that was.
            let tells = |mention: &&Mention<'_>| verb.is_told_by(mention) && !self.only_counts(mention, verb.verb);
            if let Some(count) = self.counts_from_noun(at, verb.verb, sentence, time, &start) {
                return count;
            }
            let told = self.fine().find(tells).or_else(|| self.accident(&verb, sentence));
            return match told {
                None if verb.object.is_some() => Count::Kept,
                Some(event) => moved(time, &start, event),
                // 两个月后，他改了口。录音当晚就炸了锅: of that month.
                None if self.behind_a_month(at, *from, sentence, &start).is_some() => {
                    self.behind_a_month(at, *from, sentence, &start).unwrap_or(Count::Unknown)
                }
                // 闭幕前一天: the day before what was not told is unknown; 第三天 behind it goes on with the story.
                None if text.starts_with('前') => Count::Unknown,
                None if self.is_near(*from, sentence) && self.is_told(*from) => Count::Kept,
                None => Count::Unknown,
            };
        }
        // 下午4点: the tagger did not know of which day.
        if let Some(last) = self.last_told(at, *from, sentence)
            && dated(last).is_some_and(|told| is_fine(&told))
            && self.expressions.get(last.timex).is_some_and(clock_only)
        {
            return moved(time, &start, last);
        }
        if let Some(count) = self.behind_a_month(at, *from, sentence, &start) {
            return count;
        }
        // 7月11日发帖，称一盒6月28日生产的酸奶有异味。三天后…: a thing's day is not the story's, where the story has one.
        let thing = matches!(self.does(*from), Some(Usage::Scope)) && !words::begins(text, Class::Today);
        let near_day = || self.fine().next().is_some_and(|last| self.paragraph(last) == sentence.paragraph);
        let foreign = !is_fine(&start)
            || self.does(*from) == Some(Usage::Quoted)
            || self.is_of_words(*from, at)
            || thing && near_day();
        if !foreign {
            return Count::Kept;
        }
        let near = self.fine().find(|mention| {
            let near = sentence.paragraph - self.paragraph(mention).min(sentence.paragraph) <= 1;
            near && !self.is_of_words(mention.timex, at)
        });
        match near {
            Some(event) => moved(time, &start, event),
            None if start.granularity == Granularity::Month
                && self.is_near(*from, sentence)
                && self.expressions.get(*from).is_some_and(|from| from.span.start >= sentence.span.start) =>
            {
                Count::Unknown
            }
            None if start.granularity == Granularity::Month => Count::From(*from, Interval { approx: true, ..start }),
            None => Count::Unknown,
        }
    }

    /// The last mention behind what an expression counts from, in its paragraph; neither somebody's words nor a term (“7月前
    /// 肯定交房。”) are where the story is.
    fn last_told(&self, at: usize, from: usize, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let is_term = |last: &Mention<'_>| {
            let behind = self.document.text.get(last.span.end..).unwrap_or_default();
            behind.starts_with('前') || self.document.text.get(last.span.clone()).is_some_and(|own| own.ends_with('前'))
        };
        self.found.last().filter(|last| {
            let here = last.timex > from && self.paragraph(last) == sentence.paragraph;
            here && !self.is_of_words(last.timex, at) && !is_term(last)
        })
    }

    /// 2006年8月，台风来了。第二天…: some day of that month; 2008年1月那场大雪，他推了一夜的车，第二天才到家: the same story still.
    fn behind_a_month(&self, at: usize, from: usize, sentence: &Sentence<'_>, start: &Interval) -> Option<Count> {
        let last = self.last_told(at, from, sentence)?;
        let told = dated(last).filter(|told| told.granularity == Granularity::Month)?;
        let held = told.start <= start.start && start.start < told.end;
        let same = self.expressions.get(at).is_some_and(|here| self.document.sentence_of(&here.span) == Some(last.sentence));
        match (held, same) {
            (true, _) => None,
            (_, true) => Some(Count::Unknown),
            _ => Some(Count::From(last.timex, Interval { approx: true, ..told })),
        }
    }

    /// 案发两周后, where the tagger found nothing to count from but the publication.
    fn recount_from_nothing(&self, here: &Timex, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let text = self.document.text.get(here.span.clone()).unwrap_or_default();
        let counts = text.ends_with('后') || (text.starts_with('第') && text.ends_with('天'));
        // 10分钟后: never counted from the publication.
        if text.ends_with("分钟后") || text.ends_with("秒后") {
            return Count::Unknown;
        }
        let Some(verb) =
            named(self.document, sentence, &here.span).filter(|_| counts && here.anchor == Anchor::Reference)
        else {
            return Count::Kept;
        };
        let told = self.fine().find(|mention| verb.is_told_by(mention));
        match (told, self.reference) {
            (None, _) if verb.object.is_some() => Count::Kept,
            (Some(event), Some(reference)) => moved(time, &Interval { start: Some(reference), ..*time }, event),
            _ => Count::Unknown,
        }
    }

    /// 那天 is never the page's own day, nor is 当晚 behind it.
    fn is_that_day(&self, from: usize, text: &str, time: &Interval) -> bool {
        let from = self.expressions.get(from).and_then(|from| self.document.text.get(from.span.clone()));
        let that = text == "那天" || from == Some("那天");
        let today = self.reference.zip(time.start).is_some_and(|(now, start)| now.date() == start.date());
        that && today
    }

    /// Whether the story left the day of an expression for one that is not told: 事故发生后…, 地震那天…, 小时候….
    fn is_elsewhile(&self, from: usize, span: &Range<usize>) -> bool {
        let Some(from) = self.expressions.get(from).map(|from| &from.span) else { return false };
        let Some(told) = self.document.sentence_of(from).and_then(|at| self.document.sentences.get(at)) else {
            return false;
        };
        let part =
            |range: Range<usize>| self.document.text.get(near(self.document.text, &range, span)).unwrap_or_default();
        let between = part(told.span.end.min(span.start)..span.start);
        let own = self.document.text.get(near(self.document.text, &told.span, from)).unwrap_or_default();
        let accident = words::of(Class::Accident).filter(|word| !own.contains(word)).any(|word| {
            let behind = between.match_indices(word).map(|(at, _)| between[at + word.len()..].trim_start());
            behind.into_iter().any(|behind| {
                ["后", "之后", "发生后", "那天", "那晚", "当天"].iter().any(|tail| behind.starts_with(tail))
            })
        });
        accident || words::has(between, Class::Elsewhile)
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

    /// Whether a mention names an event only to count from it: 登陆前一天, 两万人已转移.
    pub(super) fn only_counts(&self, mention: &Mention<'_>, verb: &str) -> bool {
        let sentence = self.document.sentences.get(mention.sentence).map_or(0, |sentence| sentence.span.start);
        let lead = self.document.text.get(sentence..mention.span.start).unwrap_or_default().trim_end();
        let says = self.expressions.get(mention.timex).is_some_and(|told| matches!(told.anchor, Anchor::Discourse(_)));
        says && (lead.ends_with(verb)
            || self.document.text.get(mention.span.clone()).is_some_and(|own| own.starts_with(verb)))
    }

    /// 26日的投票并不顺利。投票前一天…: from the day that the paragraph gives to the event itself.
    fn counts_from_noun(
        &self,
        at: usize,
        verb: &str,
        sentence: &Sentence<'_>,
        time: &Interval,
        start: &Interval,
    ) -> Option<Count> {
        let own = |from: &usize| {
            let span = self.expressions.get(*from).map(|one| &one.span).filter(|span| span.start >= sentence.base);
            let behind = span.and_then(|span| self.document.text.get(span.end..)?.strip_prefix('的'));
            behind.is_some_and(|behind| behind.starts_with(verb))
        };
        let from = (at.saturating_sub(ROW)..at).rev().find(own)?;
        let day = self.interval(from).filter(is_fine)?.start?;
        let by = day.date().signed_duration_since(start.start?.date());
        Some(Count::From(from, shifted(time, by)))
    }

    /// The latest mentions that are dated to the day, the last first.
    pub(super) fn fine(&self) -> impl Iterator<Item = &Mention<'_>> {
        self.found.iter().rev().take(BACK).filter(|mention| dated(mention).is_some_and(|time| is_fine(&time)))
    }

    /// Whether an expression stands in somebody's words and the one that counts from it does not.
    fn is_of_words(&self, from: usize, at: usize) -> bool {
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

    fn does(&self, at: usize) -> Option<Usage> {
        let found = self.other.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.other.get(found).map(|(_, usage)| *usage)
    }

    pub(super) fn paragraph(&self, mention: &Mention<'_>) -> usize {
        self.document.sentences.get(mention.sentence).map_or(0, |sentence| sentence.paragraph)
    }

    /// Whether an expression dates an event or says its day itself; 这一天 of somebody's words may do neither.
    fn is_told(&self, at: usize) -> bool {
        let says = self.expressions.get(at).is_some_and(|from| !matches!(from.anchor, Anchor::Discourse(_)));
        says || self.found.binary_search_by_key(&at, |mention| mention.timex).is_ok()
    }

    /// Whether an expression stands in the same paragraph.
    fn is_near(&self, at: usize, sentence: &Sentence<'_>) -> bool {
        self.expressions.get(at).is_some_and(|from| from.span.start >= sentence.base)
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
        let told = |part: &str| mention.content.iter().any(|word| *word == part);
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
fn is_weekday(text: &str) -> bool {
    text.starts_with('周') || text.starts_with("星期") || text.starts_with("礼拜")
}

/// Whether a time is a day or finer, so that days count from it.
pub(super) fn is_fine(time: &Interval) -> bool {
    time.granularity >= Granularity::Day && time.granularity != Granularity::Range
}

fn clock_only(expression: &Timex) -> bool {
    matches!(expression.value, Value::Interval(time) if time.clock_only)
}
