//! One block before its place is known: its words, its evidence, its nature.

use super::{
    Category, Evidence,
    evidence::{FOLD, LONG_LINES, Part, Zone, is_legal},
    folded::Folded,
    rules::{Word, class, has, has_anyhow, signs, words},
};
use crate::page::{Block, BlockKind};

/// What a block is, whatever stands around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// Surely a paragraph of the article.
    Sure,
    /// References, corrections, notes on names: never removed.
    Protected,
    /// A credit, or promotion by its own evidence.
    Marked,
    /// Anything else: a heading, a caption, a short line.
    Unsure,
}

/// A block with all that its text says.
#[derive(Debug)]
pub(super) struct Judged {
    /// Its text, folded.
    pub(super) folded: Folded,
    /// The words of the tables in it.
    pub(super) words: Vec<Word>,
    /// Its evidence as a whole.
    pub(super) whole: Part,
    /// Its nature.
    pub(super) nature: Nature,
    /// Whether it holds promotion and a sentence of the article: then a part of it goes at most.
    pub(super) mixed: bool,
}

/// At this sum a block is no sure paragraph any more.
const DOUBT: i32 = 4;
/// With signs of this weight a sentence that tells nothing belongs to the promotion beside it.
const SIGNED: i32 = 3;
/// At this sum a block is no note either.
const SURE_PROMOTION: i32 = 7;

impl Judged {
    /// Looks at a block.
    pub(super) fn of(block: &Block, without: &[Evidence]) -> Judged {
        let folded = Folded::of(&block.text);
        let words = words(&folded);
        let whole = Part::of(&folded, &words, 0..folded.letters.len(), block.link_density());
        let whole = if without.contains(&Evidence::Shape) { whole.without_shape() } else { whole };
        let mut nature = nature(block, &folded, &words, &whole);
        let mixed = nature == Nature::Marked && is_mixed(&folded, &words, &whole);
        if mixed {
            nature = Nature::Sure;
        }
        Judged { folded, words, whole, nature, mixed }
    }

    /// Whether its signs alone make promotion of the whole of it.
    pub(super) fn is_signed(&self) -> bool {
        let signed = self.whole.score_of_signs().is_some_and(|score| score.sum >= FOLD);
        signed && !self.mixed && !is_mixed(&self.folded, &self.words, &self.whole)
    }
}

fn nature(block: &Block, folded: &Folded, words: &[Word], whole: &Part) -> Nature {
    if is_reference(block, folded, words) {
        return Nature::Protected;
    }
    if corrects(folded, words) || names_author(folded, words, whole) {
        return Nature::Protected;
    }
    let sums = [Zone::Tail, Zone::Head].into_iter().filter_map(|zone| whole.score_of_rules(folded, zone));
    let sum = sums.map(|score| score.sum).max().unwrap_or(0);
    if sum < SURE_PROMOTION && is_note(folded, words) {
        return Nature::Protected;
    }
    if sum >= DOUBT {
        return Nature::Marked;
    }
    let count = folded.letters.len();
    let plain = !matches!(block.kind, BlockKind::Caption | BlockKind::Heading(_)) && block.link_density() < 0.7;
    // Titles end with `！` and `？` too, but seldom with `。` or with somebody's words.
    let sentence = block.text.ends_with('。');
    let speech = whole.tells && folded.closed && block.text.ends_with(['”', '」', '"']);
    let sure = count >= 60 || (folded.closed && count >= 40) || (sentence && count >= 10) || (speech && count >= 8);
    if plain && sure { Nature::Sure } else { Nature::Unsure }
}

/// Whether a sentence of a block of promotion tells something and promotes nothing. Legal lines and long
/// advertisements are made of such sentences; they are not looked into.
fn is_mixed(folded: &Folded, words: &[Word], whole: &Part) -> bool {
    let best = [Zone::Tail, Zone::Head].into_iter().filter_map(|zone| whole.score(folded, zone)).max_by_key(|s| s.sum);
    if folded.breaks.is_empty() || best.is_some_and(|score| score.rule.max >= LONG_LINES) {
        return false;
    }
    // What an account says of itself may be a sentence.
    if best.is_some_and(|score| score.rule.category == Category::AccountCard) {
        return false;
    }
    let legal = best.is_some_and(|score| is_legal(score.rule.category));
    let starts = std::iter::once(0).chain(folded.breaks.iter().copied());
    let ends = folded.breaks.iter().copied().chain([folded.letters.len()]);
    starts.zip(ends).any(|(start, end)| {
        let sentence = folded.letters.get(start..end).unwrap_or_default();
        let part = Part::of(folded, words, start..end, 0.0);
        let speaks = sentence.iter().any(|letter| matches!(letter, '你' | '您' | '咱'));
        let asks = speaks || has(words, &(start..end), class::INVITE);
        let sum = part.score(folded, Zone::Tail).map_or(0, |score| score.sum);
        let asks =
            asks || (!part.reports() && signs(words, &(start..end), |_| false).is_some_and(|(sum, _)| sum >= SIGNED));
        // What a notice says of texts, rights and ways to ask is a part of the notice.
        let notice = [
            class::THISTEXT,
            class::LEGAL,
            class::PERMIT,
            class::FORBID,
            class::REPRINT,
            class::SUBMIT,
            class::CONTACT,
            class::NOTOURS,
            class::BELONG,
        ];
        let says = |class: u16| has(words, &(start..end), class);
        // `本文为原创内容，版权归……所有。欢迎分享！`: the first sentence is no part of the article either.
        let anyhow = |class: u16| has_anyhow(words, &(start..end), class);
        let rights = anyhow(class::LEGAL) && [class::THISTEXT, class::BELONG, class::FORBID].into_iter().any(anyhow);
        let asks = asks || rights || (legal && notice.iter().any(|class| says(*class)));
        sentence.len() >= 10 && sentence.last() == Some(&'。') && !asks && sum < DOUBT
    })
}

/// Whether a block is a reference or stands above references: an address, a numbered entry, a label.
fn is_reference(block: &Block, folded: &Folded, words: &[Word]) -> bool {
    let count = folded.letters.len();
    let label = words.iter().take_while(|word| word.start <= 1).any(|word| {
        let behind = folded.letters.get(word.end).copied();
        word.class == class::REFERENCE
            && (behind.is_none_or(|sign| sign == ':') && (behind.is_some() || word.end - word.start >= 4))
    });
    let address = block.text.contains("http://") || block.text.contains("https://") || block.text.contains("doi");
    // `转载请注明来源：https://…`
    let notice = has(words, &(0..count), class::REPRINT) || has(words, &(0..count), class::SUBMIT);
    let latin = folded.letters.iter().filter(|letter| letter.is_ascii()).count() * 10 >= count * 8;
    let numbered = folded.letters.first() == Some(&'[') && folded.letters.iter().take(5).any(|letter| *letter == ']');
    // `延伸阅读与数据来源`
    let ends = words.iter().any(|word| word.class == class::REFNOUN && word.end == count);
    (label && (count <= 16 || address || latin))
        || (ends && count <= 16 && folded.letters.iter().all(|letter| crate::text::speaks(*letter)))
        || (address && (latin || count <= 120 && !notice && !has(words, &(0..count), class::INVITE)))
        || (numbered && count >= 6 && latin)
}

/// Whether a block begins as a correction does, whoever is thanked in it: `勘误：…，感谢读者指正。`
fn corrects(folded: &Folded, words: &[Word]) -> bool {
    let label = |word: &Word| {
        let behind = folded.letters.get(word.end).copied();
        word.class == class::AMEND && matches!(behind, Some(':' | '|' | '】' | ']'))
    };
    words.iter().take_while(|word| word.start <= 1).any(label)
}

/// Whether a block says who its author is and nothing but, whatever it says of standpoints:
/// `（作者系某校教授，仅代表个人观点）`.
fn names_author(folded: &Folded, words: &[Word], whole: &Part) -> bool {
    let early = words.iter().any(|word| word.class == class::AUTHORNOTE && word.start <= 4);
    let best = whole.score_of_rules(folded, Zone::Tail);
    let sells = best.is_some_and(|score| score.sum >= FOLD && score.rule.category != Category::CopyrightDisclaimer);
    early && !sells && folded.letters.len() <= 120
}

/// Whether a block is a correction or a note on names: `文中人物均为化名。`
fn is_note(folded: &Folded, words: &[Word]) -> bool {
    let count = folded.letters.len();
    let early = words.iter().any(|word| word.class == class::AMEND && word.start < 12);
    count <= 120 && (early || count <= 30 && has(words, &(0..count), class::AMEND))
}
