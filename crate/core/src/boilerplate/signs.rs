//! Small signs of promotion, added up: what a line is about, its mood, and what speaks against both.

use std::ops::Range;

use super::{
    evidence::{FOLD, HIDE, Zone, is_legal, speaks_of_somebody, weight, words_at},
    folded::Folded,
    learned::{likelihood, units},
    rules::{Rule, Word, class, has, signs},
};

/// The letters of a line whose signs are added up.
const WITHIN: usize = 80;
/// The letters of a line that is weighed by what was learned.
const LEARNED: usize = 120;
/// A line with fewer letters may be a heading or a cheer.
const BRIEF: usize = 8;
/// Log odds from which a line is folded, and hidden.
const LIKELY: i32 = 1;
const SURE: i32 = 2;
/// Log odds below which words are not believed, and rules less.
const UNLIKELY: i32 = -1;
const HARDLY: i32 = -2;
/// Log odds from which a line goes before the article, and between its paragraphs.
const SURE_BEFORE: i32 = 3;
const SURE_BETWEEN: i32 = 6;
/// What is taken off where something is told.
const TELLS: i32 = -1;
/// More signs than these say nothing more.
const MOST: i32 = 9;
/// So many signs need no mood.
const ALONE: i32 = 8;
/// So many need no word to the reader in a sentence of which a clause begins with what is to be done, and so many in one
/// that speaks of the publisher or of rights.
const BIDDEN: i32 = 7;
const OF_OURS: i32 = 6;
/// What speaks against a line counts no more than this; beside a clear mood it says less.
const AGAINST: i32 = -4;
const AGAINST_MOOD: i32 = -2;

/// What the signs of a part add up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sum {
    /// Signs and mood, less what speaks against them.
    pub(super) weight: i32,
    /// The most that is taken off where the part is a statement with its full stop.
    pub(super) statement: i32,
    /// What the signs speak for.
    pub(super) rule: &'static Rule,
    /// How likely its letters are those of promotion, in log odds; none where only its words speak.
    pub(super) odds: i32,
}

/// What is known of a part before its signs are added up.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Likely {
    /// Whether it asks for something.
    pub(super) asks: bool,
    /// Whether it supposes something of its reader.
    pub(super) supposes: bool,
    /// Whether it speaks to its reader.
    pub(super) to_reader: bool,
    /// Whether it ends in the tone of a chat.
    pub(super) chats: bool,
    /// Whether it tells something.
    pub(super) tells: bool,
    /// Whether it counts something: offers do.
    pub(super) counts: bool,
    /// Whether it is a step of an instruction or a field of a notice.
    pub(super) elsewhere: bool,
    /// The evidence of its shape against it.
    pub(super) bad: i32,
}

impl Sum {
    /// Whether the sum holds where the part stands: before the article and between its paragraphs only letters that leave
    /// no doubt speak.
    pub(super) fn holds(&self, zone: Zone) -> bool {
        match zone {
            Zone::Tail => true,
            Zone::Head => self.odds >= SURE_BEFORE,
            Zone::Middle => self.odds >= SURE_BETWEEN,
        }
    }
}

impl Likely {
    /// Adds up the signs of a part; `bare` is the part without signs at its ends.
    pub(super) fn weigh(
        &self,
        folded: &Folded,
        words: &[Word],
        range: Range<usize>,
        bare: &Range<usize>,
    ) -> Option<Sum> {
        let learned = self.learned(folded, words, &range, bare);
        let added = self.added(folded, words, range.clone(), bare).filter(|_| odds(folded, &range) >= UNLIKELY);
        match (learned, added) {
            (Some(learned), Some(added)) if added.weight + added.statement >= learned.weight => Some(added),
            (learned, added) => learned.or(added),
        }
    }

    /// What its letters in a row say of a part that is no statement of fact.
    fn learned(&self, folded: &Folded, words: &[Word], range: &Range<usize>, bare: &Range<usize>) -> Option<Sum> {
        let said = |classes: &[u16]| classes.iter().any(|class| has(words, bare, *class));
        let letters = folded.letters.get(range.clone())?;
        let asked = self.asks && self.bad == 0;
        let addressed = self.to_reader || asked || self.supposes || self.chats || folded.points;
        let ours = said(&[class::OURS, class::SELFDESK, class::LEGAL]);
        // Most paragraphs are statements: of them nothing more is asked. What is longer speaks to the reader or tells.
        let closed = letters.contains(&'。');
        let long = bare.len() > WITHIN && !ours && (!self.to_reader || self.tells || self.bad < 0);
        let bids = self.bad == 0 && leads(folded, words, bare, range.start);
        let states = closed && (long || !(addressed || ours || bids));
        // `主持人：…？`, and what reports.
        let spoken = self.bad <= weight::SPEAKER && (closed || letters.last() == Some(&'?'));
        let credited = words_at(words, bare.start).any(|word| matches!(word.class, class::BYLINE | class::EDITOR));
        let foreign = letters.iter().filter(|letter| letter.is_ascii_alphabetic()).count() * 2 > letters.len();
        if bare.len() > LEARNED || self.elsewhere || states || spoken || credited || foreign {
            return None;
        }
        let mood = self.mood(folded, words, range, bare);
        if ends_in_quotes(folded, range) || said(&[class::ABOUTLAW]) || (speaks_of_somebody(letters) && mood < 2) {
            return None;
        }
        let (likelihood, rule) = likelihood(letters);
        let rule = rule?;
        if said(&[class::FORBID]) && !is_legal(rule.category) && !self.to_reader && !self.asks {
            return None;
        }
        let odds = units(likelihood) + if self.tells { TELLS } else { 0 };
        // `推荐阅读` between paragraphs may be a heading, `为英雄点赞！` behind them the article's own cheer.
        let odds = if bare.len() < BRIEF { odds.min(SURE_BETWEEN - 1) } else { odds };
        if bare.len() < BRIEF && letters.last() == Some(&'!') && !self.to_reader {
            return None;
        }
        let weight = match odds {
            SURE.. => HIDE + 1,
            LIKELY.. => FOLD,
            _ => return None,
        };
        // Before the article a sentence may be its first.
        Some(Sum { weight, statement: 0, rule, odds: if closed { 0 } else { odds } })
    }

    /// What its signs add up to.
    fn added(&self, folded: &Folded, words: &[Word], range: Range<usize>, bare: &Range<usize>) -> Option<Sum> {
        if bare.len() > WITHIN || self.elsewhere {
            return None;
        }
        let letters = folded.letters.get(range.clone())?;
        let mood = self.mood(folded, words, &range, bare);
        // Somebody's words, a rule of law, a story, a question to nobody.
        let elsewhere = ends_in_quotes(folded, &range)
            || has(words, bare, class::ABOUTLAW)
            || (speaks_of_somebody(letters) && mood < 2)
            || (letters.last() == Some(&'?') && !self.to_reader);
        let (signs, rule) = signs(words, bare, |span| self.tells && folded.is_quoted(span))?;
        // A statement that speaks to nobody is the article's own, whatever its words.
        // `期待能第一个挖到爆料` asks nobody where something is told.
        let asked = self.asks && self.bad == 0;
        let addressed = self.to_reader || asked || self.supposes || self.chats || folded.points;
        let closed = letters.contains(&'。');
        // A rule for everybody is none for the reader: `扫码点餐不得强制关注`.
        let rules = has(words, bare, class::FORBID) && !is_legal(rule.category) && !self.to_reader && !self.asks;
        // A sentence may ask by what a clause begins with, or speak of the publisher, or of rights, where nothing is told.
        let leads = leads(folded, words, bare, range.start);
        let ours = has(words, bare, class::OURS) || has(words, bare, class::SELFDESK) || is_legal(rule.category);
        let asks = self.bad == 0 && ((leads && signs >= BIDDEN) || (ours && signs >= OF_OURS));
        if elsewhere || rules || (mood == 0 && signs < ALONE) || (closed && !addressed && !asks) {
            return None;
        }
        let past = if letters.ends_with(&['了', '。']) && mood < 2 { weight::HAPPENED } else { 0 };
        let against = self.bad + past - if self.counts { weight::COUNTS } else { 0 };
        let against = against.max(if mood < 2 { AGAINST } else { AGAINST_MOOD });
        let statement = match mood {
            0 => weight::STATES,
            2.. if self.to_reader && against == 0 => 0,
            _ => weight::ASKS_CALMLY,
        };
        Some(Sum { weight: signs.min(MOST) + mood + against, statement, rule, odds: 0 })
    }

    /// How much a part speaks to somebody, for somebody: 0 to 3.
    fn mood(&self, folded: &Folded, words: &[Word], range: &Range<usize>, bare: &Range<usize>) -> i32 {
        let said = |classes: &[u16]| classes.iter().any(|class| has(words, bare, *class));
        let facts = [
            self.to_reader,
            self.asks,
            self.supposes,
            self.chats,
            leads(folded, words, bare, range.start) || said(&[class::THERE]),
            said(&[class::SUFFICES, class::HURRY, class::HANDY]),
            said(&[class::OWNVOICE, class::AGAIN, class::FINISHED, class::THISPIECE]),
            folded.points,
            folded.letters.get(range.end.saturating_sub(1)) == Some(&'!'),
        ];
        // What has no full stop may ask for more than a sentence does.
        let closed = folded.letters.get(range.end.saturating_sub(1)) == Some(&'。');
        facts.into_iter().map(i32::from).sum::<i32>().min(if self.to_reader && !closed { 3 } else { 2 })
    }
}

/// The log odds that the letters of a part are promotion's.
fn odds(folded: &Folded, range: &Range<usize>) -> i32 {
    folded.letters.get(range.clone()).map_or(0, |letters| units(likelihood(letters).0))
}

/// What rules lose on a short part whose letters are hardly promotion's.
pub(super) fn doubt(folded: &Folded, range: &Range<usize>) -> i32 {
    if range.len() <= LEARNED && odds(folded, range) <= HARDLY { weight::UNLIKELY } else { 0 }
}

/// Whether a clause begins with what the reader is to do: `…，点卡片下单`. The part begins at `start`.
fn leads(folded: &Folded, words: &[Word], part: &Range<usize>, start: usize) -> bool {
    part.clone().any(|at| bids(folded, words, part, start, at))
}

/// Whether a clause begins at a letter, and with what is to be done, at once or behind a word like `立即`.
pub(super) fn bids(folded: &Folded, words: &[Word], part: &Range<usize>, start: usize, at: usize) -> bool {
    let letter = |at: usize| folded.letters.get(at).copied().filter(|_| at >= start);
    let before = at.checked_sub(1).filter(|_| at > part.start).and_then(letter);
    if before.is_some_and(crate::text::speaks) {
        return false;
    }
    // `星标、置顶、在看`, `下载，安装，卸载`: things, and nothing to do.
    let lists = |end: usize| matches!(letter(end), Some('、' | ','));
    let verb = |at: usize| words_at(words, at).any(|word| is_bid(word.class) && !lists(word.end));
    let hurried = || words_at(words, at).any(|word| word.class == class::ADVERB && verb(word.end));
    // `添加好友后，…`: what somebody did, or when.
    let when = || {
        let clause = (at..part.end).take_while(|at| letter(*at).is_some_and(crate::text::speaks));
        clause.last().and_then(letter).is_some_and(|last| matches!(last, '后' | '时' | '前'))
    };
    (verb(at) || hurried()) && !when()
}

/// Whether the words of a class say what is to be done on a screen or with a publisher.
fn is_bid(class: u16) -> bool {
    matches!(
        class,
        class::ACT
            | class::DEAL
            | class::PRESS
            | class::OPEN
            | class::INSTALL
            | class::SEARCHING
            | class::SCAN
            | class::CLICK
            | class::BID
    )
}

/// Whether a sentence ends inside quotes: `有人留言：“……。”`.
fn ends_in_quotes(folded: &Folded, part: &Range<usize>) -> bool {
    let last = part.end.saturating_sub(1);
    matches!(folded.letters.get(last), Some('。' | '!' | '?')) && folded.is_quoted(&(last..part.end))
}
