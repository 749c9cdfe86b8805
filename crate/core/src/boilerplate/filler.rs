//! Lines that only fill a run of promotion: short, and without anything that an article could need.
//!
//! A slogan, a name of a shop, a row of emoji says nothing by itself, so no rule knows it. It goes for its company
//! alone, and therefore only where nothing in it is a fact: no figure, no name of a field, no work, nobody who is
//! spoken of or quoted, nothing that happens or happened, no name that the article has.

use std::{cell::OnceCell, collections::HashSet, ops::Range};

use super::{
    block::{Judged, Nature},
    evidence::{Zone, speaks_of_somebody},
    rules::{class, has, signs},
};
use crate::{
    page::{Block, BlockKind},
    text::is_han,
};

/// The letters that a line may have which goes only for its company.
const COMPANION: usize = 45;
/// The letters of the name of a field.
const LABEL: usize = 2;
/// So many figures in a row are a number to call, a year, a sum.
const NUMBER: usize = 3;

/// What the sure paragraphs of an article speak of: the runs of letters that names are made of.
#[derive(Debug, Default)]
pub(super) struct Told {
    threes: HashSet<[char; 3]>,
    pairs: HashSet<[char; 2]>,
}

/// Letters that stand in every text: what has one of them is no name.
const EVERYWHERE: &str = "的一是了我不人在他有这个上们来到时大为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心么之都好看起发当没成只如事把还用第样道想作种开每更让从与给到最真再等吧呢吗";

impl Told {
    /// Of the sure ones of some blocks.
    fn of(judged: &[Judged]) -> Told {
        let mut told = Told::default();
        for block in judged.iter().filter(|block| block.nature == Nature::Sure) {
            told.threes.extend(threes(&block.folded.letters));
            told.pairs.extend(pairs(&block.folded.letters));
        }
        told
    }

    /// Whether a line speaks of the same: of one name of three letters, or of two of two.
    fn knows(&self, letters: &[char]) -> bool {
        threes(letters).any(|three| self.threes.contains(&three))
            || pairs(letters).filter(|pair| self.pairs.contains(pair)).collect::<HashSet<_>>().len() > 1
    }
}

fn threes(letters: &[char]) -> impl Iterator<Item = [char; 3]> + '_ {
    letters.array_windows::<3>().copied().filter(|three| three.iter().all(|letter| names(*letter)))
}

fn pairs(letters: &[char]) -> impl Iterator<Item = [char; 2]> + '_ {
    letters.array_windows::<2>().copied().filter(|pair| pair.iter().all(|letter| names(*letter)))
}

fn names(letter: char) -> bool {
    is_han(letter) && !EVERYWHERE.contains(letter)
}

/// Whether a block may be a line that only fills a run. A sentence with its full stop is none: as short as the article's
/// last one may be, no slogan is told from it.
pub(super) fn is_filler(block: &Block, judged: &Judged, told: &OnceCell<Told>, all: &[Judged]) -> bool {
    judged.nature == Nature::Unsure
        && !block.text.is_empty()
        && judged.folded.letters.len() <= COMPANION
        && !block.text.contains('。')
        && !(block.text.starts_with('“') && block.text.ends_with('”'))
        && block.kind != BlockKind::Caption
        && (!judged.whole.tells || judged.folded.bullet)
        && !is_fact(judged)
        && !told.get_or_init(|| Told::of(all)).knows(&judged.folded.letters)
}

/// Whether a line tells something that stays true without its company.
fn is_fact(judged: &Judged) -> bool {
    let letters = &judged.folded.letters;
    let all = 0..letters.len();
    let said = |class| has(&judged.words, &all, class);
    let mut scores = [Zone::Tail, Zone::Head].into_iter().filter_map(|zone| judged.whole.score(&judged.folded, zone));
    let (appeals, promotes) = (judged.whole.appeals(), promotes(judged, &all));
    // `为他们点赞`: nobody of the article.
    let somebody =
        speaks_of_somebody(letters) && !(promotes && letters.array_windows().any(|pair| *pair == ['他', '们']));
    let happened = (letters.last() == Some(&'了') || letters.array_windows().any(|pair| *pair == ['了', ',']))
        && !appeals
        && !promotes;
    number(letters) >= if appeals { NUMBER } else { 1 }
        || letters.contains(&'《')
        || (!judged.folded.points && (is_labelled(judged) || somebody || happened))
        || said(class::HAPPENS)
        || said(class::PUBLIC)
        || said(class::WARN)
        || scores.any(|score| score.rule.category.is_credit())
}

/// The longest row of figures; the numbers of a list within the line, `1. … 2. …`, are none.
fn number(letters: &[char]) -> usize {
    let rows = letters.chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
    let mut at = 0;
    let rows = rows.filter_map(|row| {
        let start = at;
        at += row.len();
        let counts = start > 0 && letters.get(at) == Some(&'.');
        row.first().is_some_and(char::is_ascii_digit).then_some(if counts { 0 } else { row.len() })
    });
    rows.max().unwrap_or(0)
}

/// Whether it begins with the short name of a field, `地址：`, `附：`, that is none of promotion's words; a longer one may
/// be a column's.
fn is_labelled(judged: &Judged) -> bool {
    let letters = &judged.folded.letters;
    let Some(at) = letters.iter().take(LABEL + 1).position(|letter| *letter == ':') else { return false };
    at > 0 && at + 1 < letters.len() && !promotes(judged, &(0..at))
}

/// Whether a part has words of promotion, little as they may say.
fn promotes(judged: &Judged, part: &Range<usize>) -> bool {
    signs(&judged.words, part, |_| false).is_some() || has(&judged.words, part, class::LIKE)
}
