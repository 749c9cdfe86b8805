//! A day or month without its year (5月下旬, 26日, 周四) that the tagger put on the wrong side of the publication.
//!
//! The tagger knows letters, not words: 将 in 将数据上报 is no future, and 要 in 要去看海 is one. Here the words are
//! known, and what the text told before.

use chrono::{Datelike as _, Duration, Months, NaiveDateTime};

use super::{
    document::{Document, Sentence, is_predicate},
    mention::{Mention, Time},
    quotation::is_quoted,
    words::{self, Class},
};
use crate::lexicon::Word;
use crate::timex::{Anchor, Granularity, Interval, Step, Timex, Value};

/// The time as the words have it, and why.
pub(super) struct Turned {
    pub(super) time: Interval,
    pub(super) step: Step,
}

/// After how long the same expression comes again.
#[derive(Clone, Copy, PartialEq)]
enum Turn {
    Year,
    Month,
    Week,
}

/// A year carried wrongly is so many years back at most.
const YEARS: usize = 40;
/// A plan told by 要 is nearer than so many days, and what was longer ago is not told without its year.
const NEAR: i64 = 250;

/// Turns the time of the expression at `at` to the other side where the words say so.
pub(super) fn turned(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expressions: &[Timex],
    at: usize,
    found: &[Mention<'_>],
    reference: Option<NaiveDateTime>,
) -> Option<Turned> {
    let (here, now) = (expressions.get(at)?, reference?);
    let Value::Interval(time) = here.value else { return None };
    let turn = turn(document.text.get(here.span.clone())?)?;
    if let Anchor::Carried(from) = here.anchor {
        return planned(document, sentence, expressions, (from, here), &time, now).filter(|_| turn == Turn::Year);
    }
    if here.anchor != Anchor::Reference {
        return None;
    }
    match here.derivation.steps.last()? {
        Step::NextAfter(_, word) if is_no_future(document, sentence, here, word) => {
            let time = back(&time, turn)?;
            // 11月9日，球队将客场挑战…: whatever 将 is, what is close ahead was not a year ago.
            let old = turn == Turn::Year && now.signed_duration_since(time.start?).num_days() > NEAR;
            (!old).then_some(Turned { time, step: Step::LatestBefore(now) })
        }
        Step::LatestBefore(_) | Step::NearestTo(_) if time.end.is_some_and(|end| end <= now) => {
            if turn == Turn::Week {
                return in_the_week_before(document, sentence, expressions, at, now);
            }
            let next = forth(&time, turn)?;
            let (start, days) = (next.start?, next.start?.signed_duration_since(now).num_days());
            if turn == Turn::Year && (0..=NEAR).contains(&days) && wants(document, sentence, here) {
                return Some(Turned { time: next, step: Step::NextAfter(now, "要".to_owned()) });
            }
            let last = found.last()?;
            if let Some(year) = year_of_story(document, sentence, expressions, at, last) {
                let time = moved(&time, |moment| moment.with_year(year))?;
                return (time.end? <= now).then(|| Turned { time, step: carried(document, expressions, last.timex) });
            }
            if last.timex + 1 != at {
                return None;
            }
            let told = document.sentences.get(last.sentence)?;
            let (Time::Dated(before), true) = (last.time, told.paragraph == sentence.paragraph) else { return None };
            // 将于2024年3月9日通过近日点。4月初，它距离地球最近。
            let follows = before.granularity >= Granularity::Month
                && before
                    .start
                    .is_some_and(|before| before > now && before <= start && start - before < Duration::days(NEAR));
            (turn == Turn::Year && follows)
                .then(|| Turned { time: next, step: carried(document, expressions, last.timex) })
        }
        _ => None,
    }
}

/// 去年端午…。今年的龙舟赛将于6月7日举行: the year of an earlier sentence is not that of a plan, nor is one that only names
/// somebody (1997年专案组), where the sentence says from which day it speaks.
fn planned(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expressions: &[Timex],
    (from, here): (usize, &Timex),
    time: &Interval,
    now: NaiveDateTime,
) -> Option<Turned> {
    let lead = document.text.get(sentence.span.start..here.span.start)?;
    let word = ["将于", "定于", "拟于", "将在"].into_iter().find(|word| lead.trim_end().ends_with(word))?;
    let year = expressions.get(from)?;
    let fresh =
        |expression: &Timex| expression.anchor == Anchor::Reference && expression.span.start >= sentence.span.start;
    let spoken = expressions.get(from.saturating_sub(1)..from)?.iter().any(fresh);
    if (year.span.start >= sentence.span.start && !spoken) || time.end.is_none_or(|end| end > now) {
        return None;
    }
    let mut next = *time;
    for _ in 0..YEARS {
        next = forth(&next, Turn::Year)?;
        if next.start? > now {
            let near = next.start?.signed_duration_since(now).num_days() <= NEAR;
            return near.then(|| Turned { time: next, step: Step::NextAfter(now, word.to_owned()) });
        }
    }
    None
}

/// 2022年第二季度交付7341辆，他写道：“今天…”到第四季度，滑落到812辆: what somebody is quoted with moves no story.
fn year_of_story(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expressions: &[Timex],
    at: usize,
    last: &Mention<'_>,
) -> Option<i32> {
    let told = document.sentences.get(last.sentence).filter(|told| told.paragraph == sentence.paragraph)?;
    let between = expressions.get(last.timex + 1..at)?;
    let quoted = |expression: &Timex| is_quoted(document, told.base, expression);
    let says = expressions.get(last.timex).is_some_and(|last| last.anchor == Anchor::None);
    match last.time {
        Time::Dated(time) if says && !between.is_empty() && between.len() <= 4 && between.iter().all(quoted) => {
            Some(time.start?.year())
        }
        _ => None,
    }
}

fn carried(document: &Document<'_>, expressions: &[Timex], from: usize) -> Step {
    let words = expressions.get(from).map(|from| document.verbatim(&from.span));
    Step::Carried(words.unwrap_or_default().to_owned())
}

/// Which unit an expression leaves out; nothing where it says or counts all of it.
fn turn(text: &str) -> Option<Turn> {
    let week = ["周", "星期", "礼拜"].iter().any(|week| text.starts_with(week));
    let text = text.strip_prefix('第').unwrap_or(text);
    let counted = text.starts_with(|first: char| first.is_numeric() || "一二三四五六七八九十".contains(first));
    match text {
        _ if week => Some(Turn::Week),
        _ if !counted || text.contains(['年', '前', '后', '来', '内']) => None,
        _ if text.contains("个月") || text.contains(['周', '天']) => None,
        _ if text.contains('月') || text.contains("季度") => Some(Turn::Year),
        _ if text.contains(['日', '号']) => Some(Turn::Month),
        _ => None,
    }
}

fn back(time: &Interval, turn: Turn) -> Option<Interval> {
    moved(time, |moment| match turn {
        Turn::Year => moment.checked_sub_months(Months::new(12)),
        Turn::Month => moment.checked_sub_months(Months::new(1)),
        Turn::Week => moment.checked_sub_signed(Duration::days(7)),
    })
}

fn forth(time: &Interval, turn: Turn) -> Option<Interval> {
    moved(time, |moment| match turn {
        Turn::Year => moment.checked_add_months(Months::new(12)),
        Turn::Month => moment.checked_add_months(Months::new(1)),
        Turn::Week => moment.checked_add_signed(Duration::days(7)),
    })
}

fn moved(time: &Interval, by: impl Fn(NaiveDateTime) -> Option<NaiveDateTime>) -> Option<Interval> {
    let end = match time.end {
        Some(end) => Some(by(end)?),
        None => None,
    };
    Some(Interval { start: Some(by(time.start?)?), end, ..*time })
}

/// Whether the word that the tagger took for a look ahead is none: 26日，他将数据上报; 低于预期.
fn is_no_future(document: &Document<'_>, sentence: &Sentence<'_>, here: &Timex, word: &str) -> bool {
    let near = super::document::near(document.text, &sentence.span, &here.span);
    let words = sentence.words_in(&near);
    let mut same = (0..words.len()).filter(|at| words[*at].text == word).peekable();
    if same.peek().is_none() {
        return false;
    }
    match word {
        "将" => same.all(|at| !is_future_will(words, at)),
        "预期" => {
            same.all(|at| at.checked_sub(1).is_some_and(|before| words::is(words[before].text, Class::CompareBefore)))
        }
        _ => false,
    }
}

/// Whether 将 at `at` looks ahead: 将举行, 将于, 将在; not 将数据上报, where a noun stands behind it.
pub(super) fn is_future_will(words: &[Word<'_>], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return true };
    let named = |word: &Word<'_>| word.tag.starts_with('n') && word.tag != "nz";
    // 将工作重点转向
    let compound = next.tag == "vn" && words.get(at + 2).is_some_and(named);
    let noun = named(next) || compound || matches!(next.tag, "r" | "rr" | "eng" | "j");
    // 将“光年”更名为
    let quoted = matches!(next.text, "“" | "《" | "「" | "其");
    !(noun || quoted) || !words.iter().skip(at + 2).any(is_predicate)
}

/// 5月下旬，他要和老伴坐火车: 要 before a verb, an adverb or a preposition, behind the expression.
fn wants(document: &Document<'_>, sentence: &Sentence<'_>, here: &Timex) -> bool {
    let near = super::document::near(document.text, &sentence.span, &here.span);
    let words = sentence.words_in(&(here.span.end..near.end));
    words.windows(2).take(REACH).any(|pair| {
        // jieba takes 航标处要 apart as 航标, 处要.
        let wants = pair[0].text == "要" || (pair[0].tag == "x" && pair[0].text.ends_with('要'));
        wants && (matches!(pair[1].tag, "v" | "d" | "p" | "vn" | "c") && pair[1].text != "是")
    })
}

/// So many words behind the expression is its 要 looked for.
const REACH: usize = 12;

/// 展望下周，周一…；周四…: a weekday is of the week that its sentence spoke of last.
fn in_the_week_before(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expressions: &[Timex],
    at: usize,
    now: NaiveDateTime,
) -> Option<Turned> {
    let Value::Interval(time) = expressions.get(at)?.value else { return None };
    let earlier = expressions.get(..at)?.iter().enumerate().rev().take(REACH);
    let mut same = earlier.take_while(|(_, before)| before.span.start >= sentence.span.start);
    let (from, before) = same.find_map(|(from, before)| {
        let text = document.text.get(before.span.clone())?;
        let Value::Interval(before) = before.value else { return None };
        (turn(text) == Some(Turn::Week)).then_some((from, before))
    })?;
    let (mut next, told) = (time, before.start?);
    if told.date() <= now.date() {
        return None;
    }
    while next.start? < told {
        next = forth(&next, Turn::Week)?;
    }
    (next.start? - told < Duration::days(7)).then(|| Turned { time: next, step: carried(document, expressions, from) })
}
