//! 文内说法不一: two sentences tell of one event and give different days, or different numbers of one thing.
//!
//! Shown, not resolved, and only where hardly anything else can be meant: what looks like a second event of its
//! kind, a number that grew, or another place is none.

use std::{borrow::Cow, collections::BTreeSet, ops::Range};

use super::{
    Difference,
    document::{Document, is_content, may_predicate, near},
    mention::{Mention, Time},
    merge,
    words::{self, Class},
};
use crate::timex::{Granularity, Interval};

/// Two mentions that contradict each other.
pub(super) struct Pair {
    pub(super) about: Difference,
    /// The mentions, by their positions.
    pub(super) of: [usize; 2],
    /// The sentences, by their positions, and the words that differ.
    pub(super) places: [(usize, Range<usize>); 2],
}

/// Of one event are two mentions of different days that share so much of what the shorter one says.
const SAME: f64 = 0.75;
/// Of one event are two mentions of one day that share so much.
const ALIKE: f64 = 0.4;
/// So many words are shared at least, whatever they weigh.
const WORDS: usize = 4;
/// Days further apart are of different events.
const APART: i64 = 3;
/// So many contradictions are told of a text.
const LIMIT: usize = 12;

/// Finds the contradictions. Linear: a mention is compared with few before it.
pub(super) fn conflicts(document: &Document<'_>, mentions: &[Mention<'_>]) -> Vec<Pair> {
    let weights = merge::weights(mentions);
    let mut found = Vec::new();
    for (at, second) in mentions.iter().enumerate() {
        for (before, first) in mentions.iter().enumerate().take(at).rev().take(merge::COMPARED) {
            if found.len() >= LIMIT || first.sentence == second.sentence || first.kind != second.kind {
                continue;
            }
            let (Time::Dated(one), Time::Dated(other)) = (first.time, second.time) else { continue };
            let alike = merge::alike(first, second, &weights);
            let places = if differs_by_days(&one, &other) {
                if alike < SAME { None } else { days(document, first, second) }
            } else if same_day(&one, &other) && alike >= ALIKE {
                numbers(document, first, second)
            } else {
                None
            };
            let about = if same_day(&one, &other) { Difference::Number } else { Difference::Day };
            found.extend(places.map(|places| Pair { about, of: [before, at], places }));
        }
    }
    found
}

/// Both are of one day each, and not of the same.
fn differs_by_days(one: &Interval, other: &Interval) -> bool {
    let plain = |time: &Interval| time.granularity == Granularity::Day && !time.approx;
    match (one.start, other.start) {
        (Some(first), Some(second)) if plain(one) && plain(other) => {
            (1..=APART).contains(&first.signed_duration_since(second).num_days().abs())
        }
        _ => false,
    }
}

/// Both begin on one day; two different hours of it are two reports.
fn same_day(one: &Interval, other: &Interval) -> bool {
    let fine = |time: &Interval| time.granularity >= Granularity::Day && time.granularity != Granularity::Range;
    let timed = |time: &Interval| time.granularity > Granularity::Day;
    match (one.start, other.start) {
        (Some(first), Some(second)) => {
            fine(one)
                && fine(other)
                && first.date() == second.date()
                && !(timed(one) && timed(other) && first != second)
        }
        _ => false,
    }
}

/// Where two mentions of one event give its days.
fn days(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> Option<[(usize, Range<usize>); 2]> {
    let shared = first.content.intersection(&second.content).count();
    let another = [first, second].iter().any(|mention| words::has(told(document, mention), Class::Another));
    let same = !another
        && shared >= WORDS
        // 开工 and 竣工 are two.
        && nested(&told_by(document, first, may_predicate), &told_by(document, second, may_predicate))
        && nested(&names(document, first), &names(document, second))
        // 第 1 场 and 第 2 场, 8 级 and 9 级 are two.
        && figures(document, first) == figures(document, second);
    same.then(|| [(first.sentence, first.span.clone()), (second.sentence, second.span.clone())])
}

/// Where two mentions of one day count one thing differently.
fn numbers(document: &Document<'_>, first: &Mention<'_>, second: &Mention<'_>) -> Option<[(usize, Range<usize>); 2]> {
    let grows = [first, second].iter().any(|mention| {
        let told = told(document, mention);
        words::has(told, Class::Grows) || words::has(told, Class::Another)
    });
    let elsewhere = !nested(&names(document, first), &names(document, second))
        || !nested(&places(document, first), &places(document, second));
    if grows || elsewhere {
        return None;
    }
    let (ones, others) = (counts(document, first), counts(document, second));
    let lone = |of: &[Count<'_>], count: &Count<'_>| {
        of.iter().filter(|other| (other.of.0, other.of.1) == (count.of.0, count.of.1)).count() == 1
    };
    ones.iter().filter(|one| lone(&ones, one)).find_map(|one| {
        let other = others.iter().find(|other| other.of == one.of && lone(&others, other))?;
        (other.figure != one.figure)
            .then(|| [(first.sentence, one.span.clone()), (second.sentence, other.span.clone())])
    })
}

/// A number of things.
struct Count<'t> {
    /// Its value, where it is written in Chinese; else its digits.
    figure: Cow<'t, str>,
    /// The unit, the word behind it and the noun before the number: 人, 死亡; 下游村63户村民 are not all of them.
    of: (&'static str, &'t str, Option<&'t str>),
    /// The number with its unit.
    span: Range<usize>,
}

/// What a mention's sentence counts, in digits or in Chinese.
fn counts<'t>(document: &Document<'t>, mention: &Mention<'_>) -> Vec<Count<'t>> {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return Vec::new() };
    let range = near(document.text, &sentence.span, &mention.span);
    let words = sentence.words_in(&range);
    let mut found = Vec::new();
    let written = numerals(document.text, &range).map(|(span, value)| (span, Some(value)));
    let all = runs(document.text, &range).map(|span| (span, None)).chain(written);
    for (span, value) in all.filter(|(span, _)| apart(span, &mention.span)) {
        let behind = document.text.get(span.end..range.end).unwrap_or_default();
        let gap = behind.len() - behind.trim_start_matches(' ').len();
        let Some(unit) = words::at_head(&behind[gap..], Class::Unit) else { continue };
        let end = span.end + gap + unit.len();
        // What is counted stands right behind: 12 人死亡, 3 名学生受伤.
        let after = words.partition_point(|word| word.start < end);
        let noun = words.get(after).filter(|word| word.start <= end + 1 && is_content(word));
        if let Some(noun) = noun {
            let before =
                words.partition_point(|word| word.end() <= span.start).checked_sub(1).and_then(|at| words.get(at));
            let named = |word: &crate::lexicon::Word<'_>| {
                word.text.chars().all(crate::text::is_han)
                    && !word.tag.starts_with(['v', 'd', 'p', 'u', 'c', 'm', 'q', 'r', 'a'])
            };
            let whose = before.filter(|word| word.end() == span.start && named(word));
            let digits = document.text.get(span.clone()).unwrap_or_default();
            let figure = value.map_or(Cow::Borrowed(digits), |value| Cow::Owned(value.to_string()));
            found.push(Count { figure, of: (unit, noun.text, whose.map(|word| word.text)), span: span.start..end });
        }
    }
    found
}

/// The numbers in digits that a mention's clause gives besides its time.
pub(super) fn figures<'t>(document: &Document<'t>, mention: &Mention<'_>) -> BTreeSet<&'t str> {
    let range = clause(document, mention);
    let all = runs(document.text, &range).filter(|span| apart(span, &mention.span));
    all.filter_map(|span| document.text.get(span)).collect()
}

fn apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

/// Runs of digits in a range of the text.
fn runs(text: &str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let within = text.get(range.clone()).unwrap_or_default();
    let part = |letter: char| letter.is_ascii_digit() || letter == '.';
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + within.get(at..)?.find(|letter: char| letter.is_ascii_digit())?;
        let rest = within.get(from..)?;
        at = from + rest.find(|letter| !part(letter)).unwrap_or(rest.len());
        Some(range.start + from..range.start + at)
    })
}

/// Numbers written in Chinese, with their values. 一 is no count: 一名工人 may be one of many.
fn numerals(text: &str, range: &Range<usize>) -> impl Iterator<Item = (Range<usize>, u64)> {
    let within = text.get(range.clone()).unwrap_or_default();
    let part = |letter: char| NUMERALS.contains(letter);
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + within.get(at..)?.find(part)?;
        let rest = within.get(from..)?;
        at = from + rest.find(|letter| !part(letter)).unwrap_or(rest.len());
        Some((range.start + from..range.start + at, value(&within[from..at])))
    })
    .filter_map(|(span, value)| Some((span, value.filter(|value| *value > 1)?)))
}

const NUMERALS: &str = "零〇一二三四五六七八九两十百千万";

/// The value of 三十六, 两千; `None` for what is no such number (三五).
fn value(numeral: &str) -> Option<u64> {
    let (mut sum, mut section, mut digit) = (0_u64, 0_u64, None);
    for letter in numeral.chars() {
        let unit = match letter {
            '十' => 10,
            '百' => 100,
            '千' => 1_000,
            '万' => 10_000,
            _ => {
                let place = NUMERALS.chars().position(|known| known == letter)?;
                // 〇 and 零 are one, 两 is 二.
                let value = if letter == '两' { 2 } else { u64::try_from(place.saturating_sub(1)).ok()? };
                if digit.replace(value).is_some_and(|before| before > 0) {
                    return None;
                }
                continue;
            }
        };
        let many = digit.take().filter(|digit| *digit > 0);
        if unit == 10_000 {
            sum = (section + many.unwrap_or(0)).max(1).checked_mul(unit)?;
            section = 0;
        } else {
            section = section.checked_add(many.unwrap_or(1) * unit)?;
        }
    }
    sum.checked_add(section + digit.unwrap_or(0))
}

/// From the time to the end of what the headline tells.
pub(super) fn clause(document: &Document<'_>, mention: &Mention<'_>) -> Range<usize> {
    let range = mention.span.start.min(mention.headline.start)..mention.span.end.max(mention.headline.end);
    near(document.text, &range, &mention.span)
}

/// The sentence of a mention, as far as it is near.
pub(super) fn told<'t>(document: &Document<'t>, mention: &Mention<'_>) -> &'t str {
    let whole = document.sentences.get(mention.sentence).map(|sentence| sentence.span.clone());
    whole.and_then(|whole| document.text.get(near(document.text, &whole, &mention.span))).unwrap_or_default()
}

/// The words of a mention's clause that are of a sort.
fn told_by<'t>(
    document: &Document<'t>,
    mention: &Mention<'_>,
    sort: impl Fn(&crate::lexicon::Word<'_>) -> bool,
) -> BTreeSet<&'t str> {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return BTreeSet::new() };
    let words = sentence.words_in(&clause(document, mention)).iter();
    words.filter(|word| word.text.chars().count() > 1 && sort(word)).map(|word| word.text).collect()
}

/// What stands behind 在: 在水库, 在海边 are two places.
fn places<'t>(document: &Document<'t>, mention: &Mention<'_>) -> BTreeSet<&'t str> {
    let Some(sentence) = document.sentences.get(mention.sentence) else { return BTreeSet::new() };
    let words = sentence.words_in(&near(document.text, &sentence.span, &mention.span));
    let noun = |word: &&crate::lexicon::Word<'t>| word.tag.starts_with('n') || word.tag == "s";
    let behind = words.iter().enumerate().filter(|(_, word)| word.text == "在" && word.tag == "p");
    behind.flat_map(|(at, _)| words[at + 1..].iter().take_while(noun)).map(|word| word.text).collect()
}

/// Who and where, by jieba's tags.
pub(super) fn names<'t>(document: &Document<'t>, mention: &Mention<'_>) -> BTreeSet<&'t str> {
    told_by(document, mention, |word| word.tag.starts_with("nr") || matches!(word.tag, "ns" | "nt" | "nz" | "eng"))
}

/// Whether one names no other than the other: 甲县 and 乙县 are two places.
pub(super) fn nested(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> bool {
    one.is_subset(other) || other.is_subset(one)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn numbers_written_in_chinese_have_values() {
        for (numeral, expected) in [
            ("三", Some(3)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("三十六", Some(36)),
            ("两百零五", Some(205)),
            ("两千", Some(2_000)),
            ("一万两千", Some(12_000)),
            ("三五", None),
        ] {
            assert_eq!(value(numeral), expected, "{numeral}");
        }
    }
}
