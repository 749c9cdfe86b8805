//! 案发三天后, where the text tells only later when that was.
//!
//! The tagger counts from what stands before. A report often opens with what came of it, and tells the day of the
//! accident further down: bound to it where the whole text dates one accident of that name, and else left alone.

use std::ops::Range;

use chrono::NaiveDateTime;

use super::{
    document::{Document, Sentence, near},
    mention::{Mention, Time},
    words::{self, Class},
};
use crate::timex::{self, Anchor, Granularity, Interval, Step, Timex, Value};

/// So many mentions are looked through for the accident.
const LOOKED: usize = 256;

/// Gives the counts from an accident that have no value yet the one that the text binds them to, and says whether
/// there were any.
pub(super) fn bind(
    document: &Document<'_>,
    expressions: &mut [Timex],
    mentions: &[Mention<'_>],
    reference: Option<NaiveDateTime>,
) -> bool {
    let mut bound = false;
    for at in 0..expressions.len() {
        let Some(here) = expressions.get(at) else { continue };
        let Some(case) = case(document, here) else { continue };
        let Some((from, time)) = told_once(document, mentions, here, case) else { continue };
        let Some(value) = counted(document, here, &time, reference) else { continue };
        let step = Step::FromLater(document.verbatim(&from).to_owned());
        if let Some(here) = expressions.get_mut(at) {
            (here.value, here.anchor, here.derivation.steps) = (Value::Interval(value), Anchor::None, vec![step]);
            bound = true;
        }
    }
    bound
}

/// What a count without a value is from: 案发三天后, 地震两小时后.
fn case<'t>(document: &Document<'t>, here: &Timex) -> Option<&'t str> {
    let text = document.text.get(here.span.clone())?;
    let counts = text.ends_with('后') || ["当天", "当晚", "当日", "次日"].iter().any(|day| text.contains(day));
    let sentence = document.sentences.get(document.sentence_of(&here.span)?)?;
    let clause = sentence.clauses.get(sentence.clause_at(here.span.start))?;
    let lead = document.text.get(near(document.text, clause, &here.span).start..here.span.start)?.trim();
    let inside = words::of(Class::Case).chain(words::of(Class::Accident)).find(|word| text.starts_with(word));
    let case = match inside {
        Some(word) if here.value == Value::Unresolved => text.get(..word.len()),
        // The clause holds the name and the count, nothing else.
        _ if words::is(lead, Class::Accident) || words::is(lead, Class::Case) => Some(lead),
        _ => None,
    };
    let unknown = here.value == Value::Unresolved || here.anchor == Anchor::Reference;
    case.filter(|_| counts && unknown)
}

/// The one moment at which the text tells that accident, and the expression that says so.
fn told_once(
    document: &Document<'_>,
    mentions: &[Mention<'_>],
    here: &Timex,
    case: &str,
) -> Option<(Range<usize>, Interval)> {
    let mut told: Option<(Range<usize>, Interval)> = None;
    for mention in mentions.iter().take(LOOKED).filter(|mention| tells(document, mention, case)) {
        let Time::Dated(time) = mention.time else { continue };
        let fine = time.granularity >= Granularity::Day && time.granularity != Granularity::Range;
        let start = time.start?;
        if !fine || told.as_ref().is_some_and(|(_, known)| known.start.map(|known| known.date()) != Some(start.date()))
        {
            return None;
        }
        // The finest of them counts: 两小时后 wants the minute.
        if told.as_ref().is_none_or(|(_, known)| known.granularity < time.granularity) {
            told = Some((mention.span.clone(), time));
        }
    }
    told.filter(|(span, _)| span.start > here.span.start)
}

/// Whether a mention tells that the accident happened: not that it was reported, debated or counted from.
fn tells(document: &Document<'_>, mention: &Mention<'_>, case: &str) -> bool {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
    let text = document.text.get(clauses(document, sentence, mention)).unwrap_or_default();
    let counted = document.text.get(mention.span.clone()).is_some_and(|own| words::begins(own, Class::Case));
    let named = if words::is(case, Class::Case) {
        words::has(text, Class::Accident) || words::has(text, Class::Crime)
    } else {
        text.contains(case)
    };
    named && !counted && !words::has(text, Class::Said) && !words::has(text, Class::Handled)
}

/// The clause of a mention up to the end of its headline.
fn clauses(document: &Document<'_>, sentence: &Sentence<'_>, mention: &Mention<'_>) -> Range<usize> {
    let from = sentence.clauses.get(sentence.clause_at(mention.span.start)).map_or(mention.span.start, |one| one.start);
    near(document.text, &(from.min(mention.headline.start)..mention.headline.end.max(mention.span.end)), &mention.span)
}

/// The time of a count from a moment, as the tagger counts it in a text that tells both in order.
fn counted(
    document: &Document<'_>,
    here: &Timex,
    from: &Interval,
    reference: Option<NaiveDateTime>,
) -> Option<Interval> {
    let own = document.text.get(here.span.clone())?;
    let clock = from.granularity >= Granularity::Hour;
    let day = from.start?.format(if clock { "%Y年%-m月%-d日%-H时%M分" } else { "%Y年%-m月%-d日" });
    let lead = format!("{day}，发生事故。");
    let named = words::begins(own, Class::Case);
    let text = if named { format!("{lead}{own}，") } else { format!("{lead}事故发生{own}，") };
    let last = timex::find(&text, reference).into_iter().next_back()?;
    let Value::Interval(time) = last.value else { return None };
    // An hour is counted from a moment that is told to the hour.
    let fits = time.granularity <= Granularity::Part || clock;
    let over = reference.is_none_or(|now| time.start.is_some_and(|start| start <= now));
    (last.span.start > lead.len() - 1 && matches!(last.anchor, Anchor::Discourse(_)) && fits && over).then_some(time)
}
