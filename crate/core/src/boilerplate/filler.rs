//! Lines that only fill a run of promotion: short, and without anything that an article could need.
//!
//! A slogan, a name of a shop, a row of emoji says nothing by itself, so no rule knows it. It goes for its company
//! alone, and therefore only where nothing in it is a fact: no figure, no name of a field, no work, nobody who is
//! spoken of, nothing that happens or happened, no name that the article has.

use std::collections::HashSet;

use super::{
    block::{Judged, Nature},
    evidence::{HIDE, Zone, speaks_of_somebody},
    rules::{class, has, signs},
};
use crate::{
    page::{Block, BlockKind},
    text::is_han,
};

/// The letters that a line may have which goes only for its company.
const COMPANION: usize = 45;
/// The letters of such a line that is a sentence.
const SENTENCE: usize = 20;
/// So many such lines may stand between two lines of promotion.
pub(super) const MOST: usize = 3;
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
    /// Of the sure ones of some blocks that are too long to be in question.
    pub(super) fn of(judged: &[Judged]) -> Told {
        let mut told = Told::default();
        let is_sure = |block: &&Judged| block.nature == Nature::Sure && block.folded.letters.len() > SENTENCE;
        for block in judged.iter().filter(is_sure) {
            told.threes.extend(threes(&block.folded.letters));
            told.pairs.extend(pairs(&block.folded.letters));
        }
        told
    }

    /// Whether a line speaks of the same: of one name of three letters, or of two of two.
    pub(super) fn knows(&self, letters: &[char]) -> bool {
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

/// Whether a block may be a line that only fills a run. `told` is asked last.
pub(super) fn is_filler(block: &Block, judged: &Judged, told: impl FnOnce() -> bool) -> bool {
    let count = judged.folded.letters.len();
    let sentence = block.text.contains('。');
    let nature = match judged.nature {
        Nature::Unsure => true,
        Nature::Sure => sentence,
        Nature::Protected | Nature::Marked => false,
    };
    nature
        && !judged.mixed
        && !block.text.is_empty()
        && count <= if sentence { SENTENCE } else { COMPANION }
        && !matches!(block.kind, BlockKind::Caption)
        && !judged.whole.tells
        && !is_fact(judged)
        && !told()
}

/// Whether a line tells something that stays true without its company.
fn is_fact(judged: &Judged) -> bool {
    let letters = &judged.folded.letters;
    let all = 0..letters.len();
    let said = |class| has(&judged.words, &all, class);
    let credit = [Zone::Tail, Zone::Head].into_iter().filter_map(|zone| judged.whole.score(&judged.folded, zone));
    let appeals = judged.whole.appeals();
    number(letters) >= if appeals { NUMBER } else { 1 }
        || (is_labelled(judged) && !judged.folded.points)
        || letters.contains(&'《')
        || (speaks_of_somebody(letters) && !judged.folded.points)
        || said(class::HAPPENS)
        || said(class::PUBLIC)
        || said(class::WARN)
        || credit.into_iter().any(|score| score.rule.category.is_credit())
}

/// The longest row of figures.
fn number(letters: &[char]) -> usize {
    letters.split(|letter| !letter.is_ascii_digit()).map(<[char]>::len).max().unwrap_or(0)
}

/// Whether it begins with the name of a field, `地址：`, that is none of promotion's words.
fn is_labelled(judged: &Judged) -> bool {
    let letters = &judged.folded.letters;
    let Some(at) = letters.iter().take(9).position(|letter| *letter == ':') else { return false };
    at > 0 && signs(&judged.words, &(0..at), |_| false).is_none()
}

/// Makes unsure what looks like a sentence of the article and only fills a run: nothing but such lines stands between
/// it and the promotion on both sides.
pub(super) fn doubt(source: &[Block], judged: &mut [Judged]) {
    let is_promotion = |judged: &Judged| {
        judged.nature == Nature::Marked
            && judged.whole.score(&judged.folded, Zone::Tail).is_some_and(|score| score.sum >= HIDE)
    };
    let texts: Vec<usize> = (0..source.len()).filter(|at| !source[*at].text.is_empty()).collect();
    let mut told: Option<Told> = None;
    let mut at = 0;
    while at < texts.len() {
        let rest = texts.get(at + 1..).unwrap_or_default();
        if !is_promotion(&judged[texts[at]]) {
            at += 1;
            continue;
        }
        let mut own = rest.iter().take(MOST + 1).take_while(|line| !is_promotion(&judged[**line]));
        let run: Vec<usize> = own.by_ref().copied().collect();
        let closed = rest.get(run.len()).is_some_and(|next| is_promotion(&judged[*next]));
        let sure = run.iter().any(|line| judged[*line].nature == Nature::Sure);
        if closed && sure && run.len() <= MOST {
            let told = told.get_or_insert_with(|| Told::of(judged));
            let fills = |line: &usize| {
                let letters = &judged[*line].folded.letters;
                is_filler(&source[*line], &judged[*line], || told.knows(letters))
            };
            if run.iter().all(fills) {
                for line in &run {
                    judged[*line].nature = Nature::Unsure;
                }
            }
        }
        at += run.len() + 1;
    }
}
