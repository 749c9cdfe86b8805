//! Words and rules: which rows of the tables fit a part of a text.

use std::ops::Range;

use super::{Category, Level, folded::Folded, shapes::shapes};
use crate::text::Index;

include!(concat!(env!("OUT_DIR"), "/boilerplate.rs"));

/// There are fewer classes than this; the build checks it.
const CLASSES: usize = 1024;

/// The gap of a pattern's first word that may stand anywhere.
const ANYWHERE: usize = usize::MAX;

/// Where a rule may fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere.
    Any,
    /// Before the first sure paragraph or behind the last one.
    Edge,
    /// Behind the last sure paragraph.
    Tail,
    /// Before the first one.
    Head,
    /// Behind the last one, where the reader is spoken to: for rules that are only likely.
    Appeal,
}

/// A row of the table of rules.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its key.
    pub(super) key: &'static str,
    /// What it finds.
    pub(super) category: Category,
    /// Where.
    pub(super) place: Place,
    /// The letters that the part may have.
    pub(super) max: usize,
    /// Its weight.
    pub(super) weight: i32,
    /// The most that is done.
    pub(super) level: Level,
    /// Classes of words, each with the letters allowed before it.
    pattern: &'static [(u16, usize)],
    /// The letters allowed behind the last word, where the end matters.
    ends: Option<usize>,
    /// Why, for the reader.
    pub(super) reason: &'static str,
}

/// A row of the table of signs.
#[derive(Debug)]
struct Sign {
    /// The class of its words.
    class: u16,
    /// What each of them weighs.
    weight: i32,
    /// What it speaks for.
    rule: Rule,
}

/// A word of the tables in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Where it begins, in letters.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Its class.
    pub(super) class: u16,
    /// Its row among the words: the same word of the same class has the same.
    row: usize,
}

impl Word {
    /// What has the form of a class, whatever its letters.
    pub(super) fn shape(start: usize, end: usize, class: u16) -> Word {
        Word { start, end, class, row: usize::MAX }
    }

    fn is_shape(&self) -> bool {
        self.row == usize::MAX
    }
}

/// The words of the tables and the shapes in a text, by their beginning.
pub(super) fn words(folded: &Folded) -> Vec<Word> {
    let mut words = known(folded);
    let shapes = shapes(folded, &words);
    words.extend(shapes);
    words.sort_by_key(|word| (word.start, word.end));
    // What a word that means something else holds is not there: `下载量`.
    let other: Vec<bool> = (0..words.len()).map(|at| is_held(&words, at, |other| other.class == INERT)).collect();
    let mut other = other.into_iter();
    words.retain(|_| !other.next().unwrap_or(false));
    words
}

/// The words of the tables in a text.
fn known(folded: &Folded) -> Vec<Word> {
    let mut found = Vec::new();
    for (at, letter) in folded.letters.iter().enumerate() {
        let Some((from, to)) = BEGIN.get(*letter) else { continue };
        let same = WORDS.get(*from..*to).unwrap_or_default();
        let praises = same.iter().any(|(word, class)| *class == class::PRAISE && folded.has(at, word));
        for (row, (word, class)) in same.iter().enumerate().filter(|(_, (word, _))| folded.has(at, word)) {
            let end = at + word.chars().count();
            // 赞助 is no 赞.
            if !praises || end > at + 1 {
                found.push(Word { start: at, end, class: *class, row: from + row });
            }
        }
    }
    found
}

/// The letters that words begin with.
static BEGIN: Index<(usize, usize)> = Index::of(FIRST);

/// A rule that fits, and where.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// The rule.
    pub(super) rule: &'static Rule,
    /// The letters that its words span.
    pub(super) span: Range<usize>,
}

/// The rules that fit a part of a text, whatever their place.
pub(super) fn hits(words: &[Word], part: &Range<usize>) -> Vec<Hit> {
    let from = words.partition_point(|word| word.start < part.start);
    let to = words.partition_point(|word| word.start < part.end);
    let words = words.get(from..to).unwrap_or_default();
    if words.is_empty() {
        return Vec::new();
    }
    let fits = |rule: &'static Rule| {
        let (class, gap) = *rule.pattern.first()?;
        let firsts = words.iter().enumerate().filter(|(_, word)| {
            word.class == class && word.end <= part.end && (gap == ANYWHERE || word.start <= part.start + gap)
        });
        let rest = rule.pattern.get(1..).unwrap_or_default();
        for (at, first) in firsts {
            if let Some(end) = follow(words.get(at..).unwrap_or_default(), first.end, rest, part.end, rule.ends) {
                return Some(Hit { rule, span: first.start..end });
            }
        }
        None
    };
    // Most rules want a class that is not there: a bit a class says so at once.
    let mut there = [0_u64; CLASSES / 64];
    for word in words {
        there[usize::from(word.class) / 64] |= 1 << (word.class % 64);
    }
    let is_there = |class: u16| there[usize::from(class) / 64] >> (class % 64) & 1 == 1;
    let could = |rule: &&Rule| part.len() <= rule.max && rule.pattern.iter().all(|(class, _)| is_there(*class));
    RULES.iter().filter(could).filter_map(fits).collect()
}

/// Whether the rest of a pattern follows, and where it ends. Patterns have at most five words.
fn follow(words: &[Word], from: usize, rest: &[(u16, usize)], limit: usize, ends: Option<usize>) -> Option<usize> {
    let Some(((class, gap), rest)) = rest.split_first() else {
        return ends.is_none_or(|gap| limit <= from + gap).then_some(from);
    };
    for (at, word) in words.iter().enumerate() {
        if word.start > from.saturating_add(*gap) {
            break;
        }
        if word.class == *class
            && word.start >= from
            && word.end <= limit
            && let Some(end) = follow(words.get(at..).unwrap_or_default(), word.end, rest, limit, ends)
        {
            return Some(end);
        }
    }
    None
}

/// The sign that a word is. Their classes are numbered last, in the order of their table.
fn sign_of(word: &Word) -> Option<&'static Sign> {
    SIGNS.get(usize::from(word.class.checked_sub(SIGNS.first()?.class)?))
}

/// Whether a rule is that of signs: what it says of a line is likely, and no more.
pub(super) fn is_sign(key: &str) -> bool {
    SIGNS.iter().any(|sign| sign.rule.key == key)
}

/// The rule for what is a category's by its signs.
pub(super) fn rule_of(category: Category) -> Option<&'static Rule> {
    SIGNS.iter().map(|sign| &sign.rule).find(|rule| rule.category == category)
}

/// What the signs in a part weigh together, every word once, and the rule that most of the weight speaks for. What
/// `is_said` by somebody else does not count.
pub(super) fn signs(
    words: &[Word],
    part: &Range<usize>,
    is_said: impl Fn(&Range<usize>) -> bool,
) -> Option<(i32, &'static Rule)> {
    let from = words.partition_point(|word| word.start < part.start);
    let to = words.partition_point(|word| word.start < part.end);
    let words = words.get(from..to).unwrap_or_default();
    let mut sum = 0;
    let mut by_category: Vec<(Category, i32, &'static Sign)> = Vec::new();
    let mut end = 0;
    let mut seen: Vec<usize> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(sign) = sign_of(word).filter(|_| word.end <= part.end && word.start >= end) else { continue };
        let held = is_held(words, at, |other| other.class == INERT || sign_of(other).is_some());
        if held || seen.contains(&word.row) || is_said(&(word.start..word.end)) {
            continue;
        }
        seen.push(word.row);
        end = word.end;
        sum += sign.weight;
        match by_category.iter_mut().find(|(category, ..)| *category == sign.rule.category) {
            Some((_, weight, best)) => {
                *weight += sign.weight;
                *best = if sign.weight > best.weight { sign } else { best };
            }
            None => by_category.push((sign.rule.category, sign.weight, sign)),
        }
    }
    let (_, _, best) = by_category.into_iter().max_by_key(|(_, weight, _)| *weight)?;
    Some((sum, &best.rule))
}

/// Whether a part has a word of a class that is not just a part of a longer word of the tables.
pub(super) fn has(words: &[Word], part: &Range<usize>, class: u16) -> bool {
    let from = words.partition_point(|word| word.start < part.start);
    let to = words.partition_point(|word| word.start < part.end);
    let words = words.get(from..to).unwrap_or_default();
    words.iter().enumerate().any(|(at, word)| word.class == class && !is_inside(words, at))
}

/// Whether a part calls its reader: `你` counts in any longer word but those that mean nobody, `你会发现`.
pub(super) fn calls_reader(words: &[Word], part: &Range<usize>) -> bool {
    has_in_any(words, part, |word| matches!(word.class, READER | HEARER))
}

/// Whether a part asks for something: `请` alone counts in longer words too, but those that ask nobody, `申请`.
pub(super) fn asks(words: &[Word], part: &Range<usize>) -> bool {
    has(words, part, INVITE) || has_in_any(words, part, |word| word.class == INVITE && word.end - word.start == 1)
}

fn has_in_any(words: &[Word], part: &Range<usize>, is: impl Fn(&Word) -> bool) -> bool {
    let from = words.partition_point(|word| word.start < part.start);
    let to = words.partition_point(|word| word.start < part.end);
    let words = words.get(from..to).unwrap_or_default();
    let masks = |other: &Word| matches!(other.class, INERT | THIRD | SAY | FORBID);
    words.iter().enumerate().any(|(at, word)| is(word) && !is_held(words, at, masks))
}

/// Whether a part has a word of a class, whatever holds it.
pub(super) fn has_anyhow(words: &[Word], part: &Range<usize>, class: u16) -> bool {
    let from = words.partition_point(|word| word.start < part.start);
    let to = words.partition_point(|word| word.start < part.end);
    words.get(from..to).unwrap_or_default().iter().any(|word| word.class == class)
}

/// Whether a longer word holds this one.
fn is_inside(words: &[Word], at: usize) -> bool {
    is_held(words, at, |other| sign_of(other).is_none() && !other.is_shape())
}

/// Whether a longer word of a kind holds this one.
fn is_held(words: &[Word], at: usize, kind: impl Fn(&Word) -> bool) -> bool {
    let Some(word) = words.get(at) else { return false };
    let holds = |other: &Word| {
        let longer = other.end - other.start > word.end - word.start;
        other.start <= word.start && other.end >= word.end && longer && kind(other)
    };
    let before = words[..at].iter().rev().take_while(|other| other.start + LONGEST > word.start);
    let behind = words[at..].iter().take_while(|other| other.start == word.start);
    before.chain(behind).any(holds)
}

/// No word of the tables has more letters.
const LONGEST: usize = 12;

/// The classes that evidence looks at.
pub(super) mod class {
    pub(in super::super) const INVITE: u16 = super::INVITE;
    pub(in super::super) const SAY: u16 = super::SAY;
    pub(in super::super) const THIRD: u16 = super::THIRD;
    pub(in super::super) const NARRATE: u16 = super::NARRATE;
    pub(in super::super) const REFERENCE: u16 = super::REFWORD;
    pub(in super::super) const CONNECT: u16 = super::CONNECT;
    pub(in super::super) const WARN: u16 = super::WARN;
    pub(in super::super) const ASKREADER: u16 = super::ASKREADER;
    pub(in super::super) const VOCATIVE: u16 = super::VOCATIVE;
    pub(in super::super) const PARTICLE: u16 = super::PARTICLE;
    pub(in super::super) const ACT: u16 = super::ACT;
    pub(in super::super) const DEAL: u16 = super::DEAL;
    pub(in super::super) const THISTEXT: u16 = super::THISTEXT;
    pub(in super::super) const LEGAL: u16 = super::LEGAL;
    pub(in super::super) const PERMIT: u16 = super::PERMIT;
    pub(in super::super) const FORBID: u16 = super::FORBID;
    pub(in super::super) const REPRINT: u16 = super::REPRINT;
    pub(in super::super) const SUBMIT: u16 = super::SUBMIT;
    pub(in super::super) const CONTACT: u16 = super::CONTACT;
    pub(in super::super) const BELONG: u16 = super::BELONG;
    pub(in super::super) const NOTOURS: u16 = super::NOTOURS;
    pub(in super::super) const PRAISE: u16 = super::PRAISE;
    pub(in super::super) const AMEND: u16 = super::AMEND;
    pub(in super::super) const ABOUTLAW: u16 = super::ABOUTLAW;
    pub(in super::super) const CONDITION: u16 = super::CONDITION;
    pub(in super::super) const FINISHED: u16 = super::FINISHED;
    pub(in super::super) const PRESS: u16 = super::PRESS;
    pub(in super::super) const OPEN: u16 = super::OPEN;
    pub(in super::super) const INSTALL: u16 = super::INSTALL;
    pub(in super::super) const SEARCHING: u16 = super::SEARCHING;
    pub(in super::super) const SUFFICES: u16 = super::SUFFICES;
    pub(in super::super) const HURRY: u16 = super::HURRY;
    pub(in super::super) const THERE: u16 = super::THERE;
    pub(in super::super) const HANDY: u16 = super::HANDY;
    pub(in super::super) const THISPIECE: u16 = super::THISPIECE;
    pub(in super::super) const OWNVOICE: u16 = super::OWNVOICE;
    pub(in super::super) const AGAIN: u16 = super::AGAIN;
    pub(in super::super) const PUBLIC: u16 = super::PUBLIC;
    pub(in super::super) const HAPPENS: u16 = super::HAPPENS;
    pub(in super::super) const LIKE: u16 = super::LIKE;
    pub(in super::super) const MUSTNAME: u16 = super::MUSTNAME;
    pub(in super::super) const STANDPOINT: u16 = super::STANDPOINT;
    pub(in super::super) const BYLINE: u16 = super::BYLINE;
    pub(in super::super) const EDITOR: u16 = super::EDITOR;
    pub(in super::super) const MEDIUM: u16 = super::MEDIUM;
    pub(in super::super) const ADVERB: u16 = super::ADVERB;
    pub(in super::super) const BID: u16 = super::BID;
    pub(in super::super) const CHANNEL: u16 = super::CHANNEL;
    pub(in super::super) const OURS: u16 = super::OURS;
    pub(in super::super) const SELFDESK: u16 = super::SELFDESK;
    pub(in super::super) const ACCOUNT: u16 = super::ACCOUNT;
    pub(in super::super) const REFNOUN: u16 = super::REFNOUN;
    pub(in super::super) const AUTHORNOTE: u16 = super::AUTHORNOTE;
    pub(in super::super) const SCAN: u16 = super::SCAN;
    pub(in super::super) const CLICK: u16 = super::CLICK;
    pub(in super::super) const FIGURE: u16 = super::FIGURE;
    pub(in super::super) const AMOUNT: u16 = super::AMOUNT;
    pub(in super::super) const STAMP: u16 = super::STAMP;
    pub(in super::super) const DIAL: u16 = super::DIAL;
    pub(in super::super) const MAIL: u16 = super::MAIL;
    pub(in super::super) const HANDLE: u16 = super::HANDLE;
    pub(in super::super) const ARROW: u16 = super::ARROW;
    pub(in super::super) const GAP: u16 = super::GAP;
    pub(in super::super) const COPYMARK: u16 = super::COPYMARK;
    pub(in super::super) const MENU: u16 = super::MENU;
    pub(in super::super) const CARD: u16 = super::CARD;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<&'static str> {
        let folded = Folded::of(text);
        let part = folded.bare(0..folded.letters.len());
        hits(&words(&folded), &part).into_iter().map(|hit| hit.rule.key).collect()
    }

    #[test]
    fn a_rule_fits_where_its_words_stand() {
        let cases = [
            ("记得一键三连哦", "invite-triple", true),
            ("点击上方「晨读」关注我们", "click-follow", true),
            ("关注「晨读」，每晚八点更新", "follow-deliver", true),
            ("我们关注这次更新", "follow-deliver", false),
            ("— 完 —", "end-mark", true),
            ("大家都完成了任务", "end-mark", false),
            ("长按识别二维码加入读者群", "scan-join", true),
        ];
        for (text, key, expected) in cases {
            assert_eq!(keys(text).contains(&key), expected, "{text}: {:?}", keys(text));
        }
    }
}
