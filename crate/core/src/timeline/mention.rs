//! From time expressions to mentions: places where the text dates an event.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use chrono::{Duration, NaiveDateTime};

use super::{
    Kind, Role,
    anchor::{Before, Settled},
    document::{Document, Sentence, is_content, is_predicate, may_predicate, near},
    genre,
    group::{time, together},
    headline,
    kind::{Told, kind},
    list,
    refusal::{Judge, ends_a_habit, goes_on_a_habit, repeats, rests_on_no_event},
    same,
    spoken::SoFar,
    usage::{Usage, usage},
    words::{self, Class},
};
use crate::lexicon::Word;
use crate::timex::{Anchor, Granularity, Interval, Step, Timex, Value};

/// When a mention's event is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Time {
    /// On the calendar.
    Dated(Interval),
    /// Some time before the publication.
    Vague,
}

/// One mention.
#[derive(Debug)]
pub(super) struct Mention<'t> {
    /// The sentence, by its position in the document.
    pub(super) sentence: usize,
    /// The expression; of two that stand together (2004年和2005年) both.
    pub(super) span: Range<usize>,
    /// The expression's position among the found ones.
    pub(super) timex: usize,
    pub(super) time: Time,
    pub(super) kind: Kind,
    pub(super) headline: Range<usize>,
    /// What the clause speaks of: words with meaning, for comparing events.
    pub(super) content: BTreeSet<&'t str>,
    /// The same of its headline alone.
    pub(super) core: BTreeSet<&'t str>,
    /// The person who says it, or the paper in which it is said.
    pub(super) said_by: Option<&'t str>,
    /// Whether the expression only says again which day it is: 当天, 当晚.
    pub(super) takes_up_day: bool,
    /// Why the time is another than the tagger's.
    pub(super) why: Option<Step>,
    /// The mention that this one takes up (彼时), by its position.
    pub(super) follows: Option<usize>,
}

/// Finds the mentions of a document, in the order of the text. What else the expressions do is told too, by
/// their positions: a publication line dates the article's own news.
pub(super) fn mentions<'t>(
    document: &Document<'t>,
    expressions: &[Timex],
    reference: Option<NaiveDateTime>,
) -> (Vec<Mention<'t>>, Vec<(usize, Usage)>) {
    let mut found: Vec<Mention<'t>> = Vec::new();
    let mut other = Vec::new();
    // Behind which expression a list may go on that scopes a noun.
    let mut scoped = None;
    if genre::reviews(document) {
        return (found, other);
    }
    let bar = genre::bar(document, expressions, reference);
    let mut at = 0;
    let mut story = Story::default();
    let mut shifts = BTreeMap::new();
    while at < expressions.len() {
        let group = together(document, expressions, at);
        let here = at;
        at += group.len();
        let Some((index, sentence)) = place(document, &expressions[here].span) else { continue };
        let Some(mut time) = time(group, story.day(sentence)) else { continue };
        let span = group.first().map_or(0, |first| first.span.start)..group.last().map_or(0, |last| last.span.end);
        let habit = ends_a_habit(document, expressions, here) || goes_on_a_habit(document, sentence, expressions, here);
        let how = if habit { Usage::Habit } else { usage(document, sentence, &span) };
        // 4月2日、4月3日和5月6日印制的三批门票: what the list scopes, its last day scopes too.
        let listed = how == Usage::Event && scoped == Some(here) && joins(document, expressions, here);
        let how = if listed { Usage::Scope } else { how };
        let mut why = None;
        if let (Usage::Event, Time::Dated(told)) = (how, &time) {
            let before = Before {
                document,
                expressions,
                found: &found,
                other: &other,
                shifts: &shifts,
                day: story.day(sentence),
                reference,
            };
            match before.settled(here, sentence, told) {
                Settled::Kept => {}
                Settled::Moved(told, step) => {
                    shift(&mut shifts, expressions, here, &told);
                    (time, why) = (Time::Dated(told), Some(step));
                }
                Settled::Unknown => continue,
            }
        }
        let told =
            SoFar { document, expressions, found: &found, other: &other, day: story.near_day(sentence), reference };
        let spoken = (how == Usage::Event).then(|| told.time(here, sentence)).flatten();
        if matches!(how, Usage::Event | Usage::Dateline) && moves_on(document, sentence, &span) {
            story.tell(told_day(&time), sentence, reference);
        }
        let refused = match how {
            Usage::Event if spoken.is_some() => None,
            Usage::Event => {
                let judge = Judge { document, expressions, found: &found, bar, reference };
                judge.refused(sentence, here..at, &time)
            }
            how => Some(how),
        };
        if let Some(how) = refused {
            other.push((here, how));
            scoped = (how == Usage::Scope).then_some(at);
            continue;
        }
        if let Some((told, step)) = spoken {
            (time, why) = (Time::Dated(told), step);
        } else if rests_on_no_event(&expressions[here], &other)
            || repeats(document, &found, index, &expressions[here], &time)
        {
            continue;
        }
        if same::is_of_what_is_said(document, sentence, index, &span, &found) {
            continue;
        }
        let follows = if takes_up(document, &span) {
            Some(follows(&found, &expressions[here]))
        } else {
            same::told_before(document, sentence, index, &span, &time, &found).map(Some)
        };
        if follows == Some(None) {
            continue;
        }
        if time == Time::Vague && !(is_shelved(document, &span) && opens(document, sentence, &span)) {
            continue;
        }
        let dated = Dated { group: here..at, sentence: index, span, time, why, follows: follows.flatten() };
        found.extend(dated.mention(document, expressions, reference));
    }
    (found, other)
}

/// Whether an expression is listed right behind the one before it.
fn joins(document: &Document<'_>, expressions: &[Timex], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| expressions.get(before));
    let (Some(before), Some(here)) = (before, expressions.get(at)) else { return false };
    let between = document.text.get(before.span.end..here.span.start);
    between.is_some_and(|between| matches!(between.trim(), "、" | "和" | "及" | "与" | "以及"))
}

/// An expression that dates an event, before its words are looked for.
struct Dated {
    /// The expressions that tell the time together.
    group: Range<usize>,
    sentence: usize,
    span: Range<usize>,
    time: Time,
    why: Option<Step>,
    follows: Option<usize>,
}

impl Dated {
    /// The mention, where its sentence says something.
    fn mention<'t>(
        self,
        document: &Document<'t>,
        expressions: &[Timex],
        reference: Option<NaiveDateTime>,
    ) -> Option<Mention<'t>> {
        let Dated { group, sentence: index, span, time, why, follows } = self;
        let sentence = document.sentences.get(index)?;
        let list = list::around(document, expressions, group.clone());
        let others = list::behind(sentence, list.end, expressions.get(group.end..)?);
        let next = others.first().copied().unwrap_or(sentence.span.end);
        let until = since(document, sentence, &span).unwrap_or(next);
        let headline = headline::headline(document, sentence, &list, &others);
        if follows.is_none() && !says_something(document, sentence, &headline, &time) {
            return None;
        }
        let told = Told {
            text: document.text,
            sentence,
            span: &span,
            range: span.start.min(headline.start)..headline.end,
            until: next.max(headline.end),
        };
        let interval = if let Time::Dated(interval) = &time { Some(interval) } else { None };
        Some(Mention {
            sentence: index,
            kind: kind(&told, interval, reference),
            content: content(document, sentence, &(headline.start.min(span.end)..until)),
            core: content(document, sentence, &headline),
            said_by: same::said_by(document, sentence, &headline, next),
            takes_up_day: same::takes_up_day(document, &span),
            follows,
            why,
            headline,
            span,
            timex: group.start,
            time,
        })
    }
}

/// Remembers by how many days the time of an expression is another than the tagger's: others count from it.
fn shift(shifts: &mut BTreeMap<usize, Duration>, expressions: &[Timex], at: usize, time: &Interval) {
    if let (Some(Value::Interval(Interval { start: Some(old), .. })), Some(new)) =
        (expressions.get(at).map(|here| &here.value), time.start)
    {
        shifts.insert(at, new.date().signed_duration_since(old.date()));
    }
}

/// On which day the text is.
#[derive(Debug, Default)]
struct Story {
    /// The day that it spoke of last, and in which paragraph.
    last: Option<(NaiveDateTime, usize)>,
    /// The last day told that is of the week before the publication: the reporter's own.
    own: Option<NaiveDateTime>,
}

impl Story {
    fn tell(&mut self, day: Option<NaiveDateTime>, sentence: &Sentence<'_>, reference: Option<NaiveDateTime>) {
        let Some(day) = day else { return };
        self.last = Some((day, sentence.paragraph));
        if reference.is_some_and(|now| (0..WEEK).contains(&now.signed_duration_since(day).num_days())) {
            self.own = Some(day);
        }
    }

    /// The day of the story where it was told in this paragraph or the one before.
    fn near_day(&self, sentence: &Sentence<'_>) -> Option<NaiveDateTime> {
        self.last.filter(|(_, paragraph)| sentence.paragraph <= paragraph + 1).map(|(day, _)| day)
    }

    /// The day of a clock time without one: the last that was told, while it is near.
    fn day(&self, sentence: &Sentence<'_>) -> Option<NaiveDateTime> {
        let near = self.last.filter(|(_, paragraph)| sentence.paragraph <= paragraph + NEAR);
        near.map(|(day, _)| day).or(self.own)
    }
}

/// The paragraphs over which a day is kept in mind.
const NEAR: usize = 2;
/// The days that are the reporter's own.
const WEEK: i64 = 8;

/// The day of a time that names one.
fn told_day(time: &Time) -> Option<NaiveDateTime> {
    let Time::Dated(time) = time else { return None };
    let fine = time.granularity >= Granularity::Day && time.granularity < Granularity::Second;
    time.start.filter(|_| fine)
}

/// Whether the story goes on from a time: 早在去年11月, 曾于9月3日, 是1997年结的婚 only look back.
pub(super) fn moves_on(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).unwrap_or(&sentence.span);
    let clause = &near(document.text, clause, span);
    let part = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    if part(clause.start..span.start).trim_end().ends_with('是')
        && part(span.end..clause.end.max(span.end)).contains('的')
    {
        return false;
    }
    let looks_back = |text: &str| words::has(text, Class::LooksBack);
    // 去年11月5日，材料交到学院。当天下午…: a day that opens its clause is where the story is, whatever its year.
    let lead = part(clause.start..span.start).trim();
    let own = part(span.clone()).contains(['日', '号']) && matches!(lead, "" | "在" | "于" | "就在");
    if own {
        return !looks_back(part(span.end..clause.end.max(span.end)));
    }
    !looks_back(part(clause.clone()))
}

/// The sentence that an expression stands in, where events are read from it.
fn place<'d, 't>(document: &'d Document<'t>, span: &Range<usize>) -> Option<(usize, &'d Sentence<'t>)> {
    let index = document.sentence_of(span)?;
    let sentence = document.sentences.get(index)?;
    (sentence.role == Role::Body).then_some((index, sentence))
}

/// Whether a vague expression dates an event at all: 近日 does, 昔日 and 近年来 only set a scene.
fn is_shelved(document: &Document<'_>, span: &Range<usize>) -> bool {
    document.text.get(span.clone()).is_some_and(|text| words::is(text, Class::Shelf))
}

/// Whether the expression stands at the head of a clause, or behind a subject of a few letters: 近日, 某公司近日.
fn opens(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(span.start));
    let from = clause.map_or(sentence.span.start, |clause| clause.start);
    // 在日本成名的歌手某某日前出席: what describes the subject does not count.
    let lead = document.text.get(from..span.start).unwrap_or_default();
    let from = from + lead.rfind(['的', '）', ')']).unwrap_or(0);
    let before = sentence.words_in(&(from..span.start));
    document.text.get(from..span.start).is_some_and(|lead| lead.chars().nth(16).is_none())
        && !before.iter().any(|word| word.tag.starts_with('v') && word.text.chars().count() > 1 && is_predicate(word))
}

/// A headline says something where its sentence holds a predicate; without a lexicon, where it has some letters.
/// Something happened on a day even where jieba finds no verb (新桥通车): a noun of a day has a 的 or a name.
fn says_something(document: &Document<'_>, sentence: &Sentence<'_>, headline: &Range<usize>, time: &Time) -> bool {
    let text = document.text.get(headline.clone()).unwrap_or_default();
    if text.chars().filter(|letter| letter.is_alphanumeric()).count() < 3 {
        return false;
    }
    // jieba takes many a verb for a noun (流片); an adverb of time tells that there is one.
    let tells = |word: &Word<'_>| {
        may_predicate(word)
            || matches!(word.text, "将" | "已" | "曾" | "正" | "拟" | "再" | "又" | "才" | "仍" | "首次")
    };
    let on_a_day = matches!(time, Time::Dated(time) if time.granularity >= Granularity::Day && time.granularity != Granularity::Range);
    sentence.words.is_empty()
        || on_a_day
        || sentence.words_in(&near(document.text, &sentence.span, headline)).iter().any(tells)
}

/// 上市以来: where the clause ends that tells since when, if the expression opens one.
fn since(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> Option<usize> {
    headline::since(document, sentence, span).map(|told| told.end)
}

fn content<'t>(document: &Document<'t>, sentence: &Sentence<'t>, window: &Range<usize>) -> BTreeSet<&'t str> {
    let clause = sentence.clauses.get(sentence.clause_at(window.start)).map_or(window.start, |clause| clause.start);
    let range =
        near(document.text, &(clause.min(window.start)..window.end.max(window.start)), &(window.start..window.start));
    let words = sentence.words_in(&range).iter();
    // 接受记者采访 says nothing of what was said.
    let frame = |word: &Word<'_>| matches!(word.text, "记者" | "采访" | "接受") || words::is(word.text, Class::Speech);
    words.filter(|word| is_content(word) && !frame(word)).map(|word| word.text).collect()
}

/// Whether the expression takes up the event before (彼时, 当时) instead of dating one of its own.
fn takes_up(document: &Document<'_>, span: &Range<usize>) -> bool {
    document.text.get(span.clone()).is_some_and(|text| words::is(text, Class::SameTime))
}

/// The mention that the expression counts from.
fn follows(found: &[Mention<'_>], expression: &Timex) -> Option<usize> {
    let Anchor::Discourse(anchor) = expression.anchor else { return None };
    found.binary_search_by_key(&anchor, |mention| mention.timex).ok()
}
