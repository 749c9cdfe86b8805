//! Two mentions of one event in few words: 12月1日开港, 2022年分家后, a part of what was just held.

use std::{collections::BTreeSet, ops::Range};

use super::{
    Kind, conflict,
    document::{Document, is_content, may_predicate, near},
    headline,
    mention::{Mention, Time},
    words::{self, Class},
};
use crate::{
    lexicon::Word,
    text::is_han,
    timex::{Granularity, Interval},
};

/// 分家后 and the like have so many words at most.
const PHRASE: usize = 4;
/// 开港 and the like have so many letters at most.
const BRIEF: usize = 4;
/// And so many with their time and a clause behind.
const HEADLINE: usize = 24;

/// Whether one says in few words what the other tells; their times agree already.
pub(super) fn is_restated(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    // Nearly all pairs of a day are of two events: those that share no word are seen at once.
    if first.content.is_disjoint(&second.content) && !is_brief(first) && !is_brief(second) {
        return is_the_alarm(document, first, second);
    }
    is_held(document, first, second)
        || shares_a_name(document, first, second)
        || is_the_alarm(document, first, second)
        || (same_moment(first, second)
            && (is_repeated(document, first, second) || is_repeated(document, second, first)))
        || ((says_less(document, first, second) || says_less(document, second, first))
            && is_compatible(document, first, second))
}

/// Whether one recalls by a phrase what the other tells: 自7月谈判破裂以来, 2019年分家后. Then 第二 and the like are of that
/// event.
pub(super) fn is_recalled(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    !first.content.is_disjoint(&second.content)
        && (recalls(document, first, second) || recalls(document, second, first))
}

/// 截至30日18时 behind 今晚通报，, 即日起 behind 今天决定，: what the sentence's own event says, and no event beside it.
pub(super) fn is_its_content(document: &Document<'_>, second: &Mention<'_>, one: &Interval, other: &Interval) -> bool {
    let day = |time: &Interval| time.start.or(time.end).filter(|_| time.granularity >= Granularity::Day);
    let (Some(told), Some(counted)) = (day(one), day(other)) else { return false };
    let days = told.date().signed_duration_since(counted.date()).num_days();
    let lead = document.text.get(..second.span.start).unwrap_or_default().trim_end();
    let expression = document.text.get(second.span.clone()).unwrap_or_default();
    let until = ["截至", "截止", "截至到", "截止到"].iter().any(|word| lead.ends_with(word));
    // The tagger counts 即日 from the publication.
    ((0..=1).contains(&days) && until) || ((-7..=0).contains(&days) && expression.starts_with("即日"))
}

/// Whether the times of two mentions are equal.
pub(super) fn same_moment(first: &Mention<'_>, second: &Mention<'_>) -> bool {
    matches!((first.time, second.time), (Time::Dated(one), Time::Dated(other)) if one.start == other.start && one.end == other.end)
}

/// Whether two mentions, of a time and of a part of it, are an event and what was said of it, or count differently: 上半年
/// 减持5000亿元, 6月减持1600亿元.
pub(super) fn are_apart(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let says = |mention: &Mention<'_>| {
        let Some(sentence) = document.sentences.get(mention.sentence) else { return false };
        let own = sentence.clauses.get(sentence.clause_at(mention.headline.start));
        let end = own.map_or(mention.headline.end, |clause| clause.end.min(mention.headline.end));
        headline::ends_in_speech(sentence, &(mention.headline.start..end))
    };
    says(first) != says(second) || (!are_of_a_day(first, second) && !same_figures(document, first, second))
}

/// 蒙牛“致癌门”: a name in quotation marks that two mentions of one time share.
fn shares_a_name(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let text = |mention: &Mention<'_>| document.text.get(mention.headline.clone()).unwrap_or_default();
    let (one, other) = (text(first), text(second));
    if !same_moment(first, second) || !one.contains('“') || !other.contains('“') {
        return false;
    }
    one.split('“').skip(1).filter_map(|rest| rest.split_once('”')).any(|(name, _)| {
        (2..=NAME).contains(&name.chars().count())
            && other.split('“').skip(1).any(|rest| rest.strip_prefix(name).is_some_and(|rest| rest.starts_with('”')))
    })
}

/// 17日深夜起火。23时42分接到报警: how an event of those hours became known.
fn is_the_alarm(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let (Time::Dated(one), Time::Dated(other)) = (first.time, second.time) else { return false };
    let hours = Granularity::Day < one.granularity && one.granularity <= other.granularity;
    let text = || document.text.get(second.headline.clone()).unwrap_or_default();
    hours
        && other.granularity != Granularity::Range
        && first.kind == second.kind
        && ["报警", "报案"].iter().any(|alarm| {
            text()
                .split_once(alarm)
                .and_then(|(before, _)| before.rfind('接').map(|at| before.len() - at <= ALARM))
                .unwrap_or(false)
        })
}

/// 接到群众: so many bytes stand before 报警.
const ALARM: usize = 18;

/// A name in quotation marks has so many letters at most.
const NAME: usize = 12;

/// 12月物价上涨4.2%。核心通胀率降至3%。: figures of one month or year in a row are one report, those of a month or quarter
/// that speak of one thing are wherever they stand.
pub(super) fn are_figures_of_one(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let coarse = |mention: &Mention<'_>| match mention.time {
        Time::Dated(time) => Granularity::Year <= time.granularity && time.granularity <= Granularity::Month,
        Time::Vague => false,
    };
    if !same_moment(first, second) || !coarse(first) || first.kind != second.kind {
        return false;
    }
    let paragraph = |mention: &Mention<'_>| document.sentences.get(mention.sentence).map(|sentence| sentence.paragraph);
    let row = first.sentence.abs_diff(second.sentence) <= ROW && paragraph(first) == paragraph(second);
    let text = |mention: &Mention<'_>| document.text.get(mention.headline.clone()).unwrap_or_default();
    let (one, other) = (text(first), text(second));
    let year = matches!(first.time, Time::Dated(time) if time.granularity == Granularity::Year);
    let figures = |text: &str| is_measured(text) || words::has(text, Class::Figures);
    (row && is_measured(one) && is_measured(other))
        || (!year && !first.content.is_disjoint(&second.content) && figures(one) && figures(other))
}

/// Figures in a row stand so many sentences apart at most.
const ROW: usize = 2;

/// 上涨4.2%, 盈利3亿元.
fn is_measured(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|letter| {
        let measured = before.is_ascii_digit() && matches!(letter, '%' | '％' | '亿' | '万' | '元' | '点' | '倍');
        before = letter;
        measured
    })
}

/// Whether a headline has hardly more letters than a time and a verb.
fn is_brief(mention: &Mention<'_>) -> bool {
    mention.headline.len() <= 3 * HEADLINE
}

/// Whether two mentions of a time can be of one event: nobody else, nowhere else, no other number, and no word for one
/// more.
pub(super) fn is_compatible(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    !another(document, first)
        && !another(document, second)
        && conflict::nested(&conflict::names(document, first), &conflict::names(document, second))
        && same_figures(document, first, second)
}

/// 抓获3人, 又抓获5人: a word for one more, and another number or only a time around the other's. 是否会在9月底出席 and
/// what happened on one of its days are two.
pub(super) fn is_one_more(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let around = match (first.time, second.time) {
        (Time::Dated(one), Time::Dated(other)) => {
            one.granularity.min(other.granularity) < Granularity::Day && one.granularity != other.granularity
        }
        _ => false,
    };
    let more = another(document, first) || another(document, second);
    let meant = (first.kind == Kind::Planned) != (second.kind == Kind::Planned);
    (more && (around || !same_figures(document, first, second))) || (around && meant)
}

fn another(document: &Document<'_>, mention: &Mention<'_>) -> bool {
    document.text.get(conflict::clause(document, mention)).is_none_or(|text| words::has(text, Class::Another))
}

fn same_figures(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    conflict::nested(&conflict::figures(document, first), &conflict::figures(document, second))
}

/// 12月1日开港: every word of the one's clause is in the other's sentence, a verb of its own among them.
fn says_less(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let (Time::Dated(one), Time::Dated(other)) = (first.time, second.time) else { return false };
    let said = own_words(document, first);
    let words: BTreeSet<&str> = said.iter().filter(|word| is_content(word)).map(|word| word.text).collect();
    let verb = said.iter().any(|word| is_content(word) && may_predicate(word) && !words::is(word.text, Class::Light));
    let shared_figure = || !conflict::figures(document, first).is_disjoint(&conflict::figures(document, second));
    // In a year the same can happen twice: a number must be the same too.
    let near = are_of_a_day(first, second) || (one == other && shared_figure());
    (verb && near && words.is_subset(&second.content))
        || (are_of_a_day(first, second) && one == other && is_verbatim(document, &said, second))
}

/// 开港, which jieba takes apart: the few letters of the one's clause stand in the other's sentence.
fn is_verbatim(document: &Document<'_>, said: &[&Word<'_>], second: &Mention<'_>) -> bool {
    let (Some(first), Some(last)) = (said.first(), said.last()) else { return false };
    let text = document.text.get(first.start..last.end()).unwrap_or_default();
    let letters = text.chars().count();
    let plain = said.iter().all(|word| !word.tag.starts_with(['t', 'm', 'd', 'r', 'f']) && word.tag != "n");
    (2..=BRIEF).contains(&letters)
        && text.chars().all(is_han)
        && plain
        && !words::is(text, Class::Light)
        && conflict::told(document, second).contains(text)
}

/// 冷空气继续南下: a whole clause stands in the other's sentence.
fn is_repeated(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let said = own_words(document, first);
    let (Some(opens), Some(closes)) = (said.first(), said.last()) else { return false };
    let text = document.text.get(opens.start..closes.end()).unwrap_or_default();
    let text = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    text.len() > 3 * BRIEF
        && text.chars().all(is_han)
        && said.iter().filter(|word| is_content(word)).count() > 1
        && said.iter().any(|word| may_predicate(word) && is_content(word))
        && conflict::told(document, second).contains(text)
}

/// Whether both times are a day or finer.
pub(super) fn are_of_a_day(first: &Mention<'_>, second: &Mention<'_>) -> bool {
    [first, second].iter().all(|mention| match mention.time {
        Time::Dated(time) => time.granularity >= Granularity::Day && time.granularity != Granularity::Range,
        Time::Vague => false,
    })
}

/// The words of the clause that the headline begins with, besides the time.
fn own_words<'d, 't>(document: &'d Document<'t>, mention: &Mention<'_>) -> Vec<&'d Word<'t>> {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return Vec::new() };
    let clause = sentence.clauses.get(sentence.clause_at(mention.headline.start)).unwrap_or(&sentence.span);
    let range = near(document.text, clause, &(clause.start..clause.start));
    let apart = |word: &&Word<'_>| word.end() <= mention.span.start || mention.span.end <= word.start;
    sentence.words_in(&range).iter().filter(apart).collect()
}

/// 2019年分家后首次同台: what stands between the time and 后 was told with a finer or the same time.
fn recalls(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let (Time::Dated(one), Time::Dated(other)) = (first.time, second.time) else { return false };
    let Some(sentence) = document.sentences.get(first.sentence) else { return false };
    let clause = sentence.clauses.get(sentence.clause_at(first.span.start)).unwrap_or(&sentence.span);
    let range = near(document.text, &(first.span.end..clause.end.max(first.span.end)), &first.span);
    let words = sentence.words_in(&(first.span.end..range.end));
    let Some(closes) = words.iter().take(PHRASE).position(|word| matches!(word.text, "后" | "之后" | "以后" | "以来"))
    else {
        return false;
    };
    let phrase = &words[..closes];
    one.granularity <= other.granularity
        && phrase.iter().any(|word| is_content(word) && may_predicate(word))
        && phrase.iter().filter(|word| is_content(word)).all(|word| second.content.contains(word.text))
}

/// 13日00:30举行消防演习。13日凌晨，船员看完了演习: the second speaks of what was held, and nothing else was.
fn is_held(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let of = |one: &Mention<'_>, other: &Mention<'_>| {
        // 消防演习, 演习
        let speaks_of = |held: &str| other.content.iter().any(|word| held.ends_with(word));
        held(document, one).is_some_and(speaks_of) && held(document, other).is_none()
    };
    are_of_a_day(first, second) && (of(first, second) || of(second, first))
}

/// What a sentence held: 演习 in 举行消防演习.
fn held<'t>(document: &Document<'t>, mention: &Mention<'_>) -> Option<&'t str> {
    let sentence = document.sentences.get(mention.sentence)?;
    let from = sentence.clauses.get(sentence.clause_at(mention.headline.start)).map_or(mention.span.end, |c| c.start);
    let range: Range<usize> =
        near(document.text, &(from.min(mention.span.end)..sentence.span.end), &(mention.span.clone()));
    let words = sentence.words_in(&range);
    // Not in a title: 《中国举行…》.
    let titled = |at: usize| words[..at].iter().filter(|word| matches!(word.text, "《" | "》")).count() % 2 == 1;
    let verb = words.iter().enumerate().position(|(at, word)| words::is(word.text, Class::Holds) && !titled(at))?;
    let end = sentence.clauses.get(sentence.clause_at(words[verb].start)).map_or(range.end, |clause| clause.end);
    let object = words[verb + 1..].iter().take_while(|word| word.start < end);
    object.filter(|word| is_content(word)).last().map(|word| word.text)
}
