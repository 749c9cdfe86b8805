//! Mentions of one event become one entry.
//!
//! Two mentions are of one event where their times agree (the same, or one within the other) and they speak of
//! the same things: they share most of the words of the shorter one, rare ones at that. Mentions of one day that
//! speak of different things stay two entries.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use super::{
    Kind,
    conflict::{names, nested},
    document::Document,
    mention::{Mention, Time},
    restate,
    words::{self, Class},
};
use crate::timex::{Granularity, Interval};

/// How much of the smaller mention's weight the two share.
const LIKE: f64 = 0.4;
/// The same where one time only lies within the other: much else happens on a day and in a year.
const WITHIN: f64 = 0.5;
/// How much of one mention's own clause the other's sentence holds, where a sentence tells of more than one thing.
const RETOLD: f64 = 0.5;
/// How much weight they share at least: one rare word is not enough.
const SHARED: f64 = 2.2;
/// The same where nothing else tells them apart: nobody else, no other number, no word for one more.
const COMPATIBLE: f64 = 1.6;
/// The same where the times are equal and half of what the shorter one says is shared.
const FEW: f64 = 0.8;

/// Groups mentions by event; each group in the order of the text, groups by their first mention.
pub(super) fn groups(document: &Document<'_>, mentions: &[Mention<'_>]) -> Vec<Vec<usize>> {
    let weights = weights(mentions);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // The group of every mention so far.
    let mut of: Vec<usize> = Vec::with_capacity(mentions.len());
    // Only mentions whose times begin in the same year can be of one event, so each is compared with few.
    let mut by_year: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
    for (at, mention) in mentions.iter().enumerate() {
        let bucket = by_year.entry(year(mention)).or_default();
        let alike = |group: &usize| {
            let members = groups.get(*group).into_iter().flatten().take(COMPARED);
            members.filter_map(|other| mentions.get(*other)).any(|other| same_event(document, other, mention, &weights))
        };
        let follows = mention.follows.and_then(|before| of.get(before).copied());
        let group = follows.or_else(|| bucket.iter().rev().take(COMPARED).copied().find(alike)).unwrap_or_else(|| {
            bucket.push(groups.len());
            groups.len()
        });
        if group == groups.len() {
            groups.push(Vec::new());
        }
        groups[group].push(at);
        of.push(group);
    }
    groups
}

/// So many bytes of a sentence tell of one thing: 24 Chinese letters.
const BRIEF: usize = 72;

/// A mention is compared with the latest groups of its year and the first mentions of each, which bounds the work.
pub(super) const COMPARED: usize = 48;

fn year(mention: &Mention<'_>) -> i32 {
    use chrono::Datelike as _;
    match mention.time {
        Time::Dated(interval) => interval.start.or(interval.end).map_or(0, |start| start.year()),
        Time::Vague => i32::MIN,
    }
}

/// A word weighs the less the more mentions have it: the article's own subject says little about which event.
pub(super) fn weights<'t>(mentions: &[Mention<'t>]) -> BTreeMap<&'t str, f64> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in mentions.iter().flat_map(|mention| &mention.content) {
        *counts.entry(*word).or_default() += 1;
    }
    let all = f64::from(u32::try_from(mentions.len()).unwrap_or(u32::MAX).max(4));
    counts.into_iter().map(|(word, count)| (word, (1.0 - (f64::from(count) - 1.0) / all).clamp(0.2, 1.0))).collect()
}

fn same_event(
    document: &Document<'_>,
    first: &Mention<'_>,
    second: &Mention<'_>,
    weights: &BTreeMap<&str, f64>,
) -> bool {
    match (first.time, second.time) {
        (Time::Dated(one), Time::Dated(other)) if first.sentence == second.sentence => {
            told_at_once(document, first, second, &one, &other)
                || restate::is_its_content(document, second, &one, &other)
        }
        _ if first.sentence == second.sentence => false,
        (Time::Dated(one), Time::Dated(other)) => {
            same_time(&one, &other)
                // A denial answers what it denies.
                && (first.kind == Kind::Denied) == (second.kind == Kind::Denied)
                && (restate::is_recalled(document, first, second)
                    || ((like(document, first, second, weights)
                        || said_by_one(document, first, second)
                        || restate::are_figures_of_one(document, first, second)
                        || restate::is_restated(document, first, second))
                        && !restate::is_one_more(document, first, second)))
        }
        (Time::Vague, Time::Vague) => {
            alike(first, second, weights) >= LIKE
                || (alike_from(COMPATIBLE, first, second, weights) >= LIKE
                    && restate::is_compatible(document, first, second))
        }
        _ => false,
    }
}

/// Whether two mentions share most of what the smaller one says, or of what one says in its own clause.
fn like(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>, weights: &BTreeMap<&str, f64>) -> bool {
    let exact = restate::same_moment(first, second);
    let least = if exact { LIKE } else { WITHIN };
    let meets = |shared: f64| {
        alike_from(shared, first, second, weights) >= least
            || (exact && retold(shared, first, second, weights).max(retold(shared, second, first, weights)) >= RETOLD)
    };
    let near = restate::are_of_a_day(first, second);
    let half = || exact && half_alike(first, second, weights);
    let told =
        meets(SHARED) || (((near && meets(COMPATIBLE)) || half()) && restate::is_compatible(document, first, second));
    told && (exact || !restate::are_apart(document, first, second))
}

/// Two times of one sentence are of one event where a few letters tell of both: 24日，大风呼啸，午后14时仅4℃ only makes
/// the time finer, 当晚 in 12月31日晚，冰灯节亮灯，当晚游客破万 says it again, and one clause has one predicate.
fn told_at_once(
    document: &Document<'_>,
    first: &Mention<'_>,
    second: &Mention<'_>,
    one: &Interval,
    other: &Interval,
) -> bool {
    let (from, to) = (first.headline.start.min(second.headline.start), first.headline.end.max(second.headline.end));
    let clock = |time: &Interval| Granularity::Day <= time.granularity && time.granularity != Granularity::Range;
    let finer = clock(one) && one.granularity < other.granularity && other.granularity != Granularity::Range;
    let between = document.text.get(first.span.end..second.span.start).unwrap_or_default();
    let again = one == other && second.takes_up_day && !between.contains(['；', ';']);
    // 11月11日24时，今年“双十一”落下帷幕
    let (coarse, fine) = if one.granularity <= other.granularity { (one, other) } else { (other, one) };
    let within = matches!((coarse.start, coarse.end, fine.start), (Some(a), Some(b), Some(c)) if a <= c && c <= b);
    let same_clause = first.headline.end == second.headline.end && within && one.granularity != other.granularity;
    again || (to - from <= BRIEF && finer && same_time(one, other)) || (same_clause && clock(one) && clock(other))
}

/// Whether one person, or one paper, says both on one day: 公司9月29日发布公告称, 公司9月29日公告中称.
fn said_by_one(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> bool {
    let (Some(one), Some(other)) = (first.said_by, second.said_by) else { return false };
    let paper = words::is(one, Class::Cited);
    one == other
        && restate::are_of_a_day(first, second)
        && (!paper || nested(&names(document, first), &names(document, second)))
}

/// How much of the first one's own clause the second one's sentence holds, from 0 to 1.
fn retold(least: f64, first: &Mention<'_>, second: &Mention<'_>, weights: &BTreeMap<&str, f64>) -> f64 {
    words::looked_at(first.core.len() + second.content.len());
    let shared: BTreeSet<&str> = first.core.intersection(&second.content).copied().collect();
    let (shared, whole) = (weigh(&shared, weights), weigh(&first.core, weights));
    if shared < least || whole <= 0.0 { 0.0 } else { shared / whole }
}

fn weigh(words: &BTreeSet<&str>, weights: &BTreeMap<&str, f64>) -> f64 {
    words.iter().map(|word| weights.get(word).copied().unwrap_or(1.0)).sum()
}

/// How alike two mentions are, from 0 to 1: the share of the smaller one's weight that both have.
pub(super) fn alike(first: &Mention<'_>, second: &Mention<'_>, weights: &BTreeMap<&str, f64>) -> f64 {
    alike_from(SHARED, first, second, weights)
}

/// The same, and none where they share less than `least`.
fn alike_from(least: f64, first: &Mention<'_>, second: &Mention<'_>, weights: &BTreeMap<&str, f64>) -> f64 {
    words::looked_at(first.content.len() + second.content.len());
    let shared: BTreeSet<&str> = first.content.intersection(&second.content).copied().collect();
    let (shared, smaller) =
        (weigh(&shared, weights), weigh(&first.content, weights).min(weigh(&second.content, weights)));
    if shared < least || smaller <= 0.0 { 0.0 } else { shared / smaller }
}

/// Whether half of what the shorter one says is in the other, a word also within a longer one: 合影, 合影留念.
fn half_alike(first: &Mention<'_>, second: &Mention<'_>, weights: &BTreeMap<&str, f64>) -> bool {
    if first.content.is_disjoint(&second.content) {
        return false;
    }
    let (less, more) = if weigh(&first.content, weights) <= weigh(&second.content, weights) {
        (&first.content, &second.content)
    } else {
        (&second.content, &first.content)
    };
    words::looked_at(less.len() * more.len());
    let within = |word: &&&str| more.iter().any(|other| other.contains(**word) || word.contains(other));
    let shared: BTreeSet<&str> = less.iter().filter(within).copied().collect();
    // 甲县, 乙县: two of a kind.
    let kin = |one: &str, other: &str| {
        one != other && one.len() == other.len() && one.chars().next_back() == other.chars().next_back()
    };
    let two = less.difference(&shared).any(|one| more.difference(less).any(|other| kin(one, other)));
    let (shared, whole) = (weigh(&shared, weights), weigh(less, weights));
    shared >= FEW && shared >= WITHIN * whole && !two
}

/// Whether a time is no longer than its unit: 去年至今 is no year.
fn is_unit(time: &Interval) -> bool {
    let days = match time.granularity {
        Granularity::Year => 366,
        Granularity::Half => 184,
        Granularity::Season | Granularity::Quarter => 92,
        Granularity::Month => 31,
        Granularity::Week => 8,
        _ => return true,
    };
    matches!((time.start, time.end), (Some(start), Some(end)) if end - start <= Duration::days(days))
}

/// Whether two times can be of one event: they are the same, or the finer lies in the coarser.
fn same_time(first: &Interval, second: &Interval) -> bool {
    if first.start == second.start && first.end == second.end {
        return true;
    }
    let (coarse, fine) = if first.granularity <= second.granularity { (first, second) } else { (second, first) };
    // A range such as "the last five years" holds many events; only calendar units may stand for one.
    if matches!(coarse.granularity, Granularity::Range | Granularity::Century | Granularity::Decade) || !is_unit(coarse)
    {
        return false;
    }
    // The first three quarters and the whole year are two reports.
    if fine.granularity == Granularity::Range && coarse.granularity <= Granularity::Quarter {
        return false;
    }
    matches!((coarse.start, coarse.end, fine.start, fine.end), (Some(a), Some(b), Some(c), Some(d)) if a <= c && d <= b)
}
