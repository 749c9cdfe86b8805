//! Promotion at the beginning or the end of a paragraph of the article.

use std::ops::Range;

use super::{
    Category, Level,
    block::Judged,
    evidence::{Part, Zone},
    folded::Folded,
    rules::{Rule, hits},
};

/// At this sum a sentence of a paragraph goes.
const GOES: i32 = 7;
/// The letters that the part which goes may have.
const LONGEST: usize = 60;
/// The letters that must stay.
const STAYS: usize = 10;

/// The part of a block that goes: one or two sentences at its end, or at its beginning.
pub(super) fn trim(block: &Judged, zone: Zone) -> Option<(Range<usize>, &'static Rule)> {
    let folded = &block.folded;
    let end = folded.letters.len();
    let score = |range: Range<usize>| {
        if hits(&block.words, &folded.bare(range.clone())).is_empty() {
            return None;
        }
        let part = Part::of(folded, &block.words, range.clone(), 0.0);
        let score = part.score_of_rules(folded, zone)?;
        let level = score.rule.level == Level::Hide && !is_quoting(folded, &range);
        (score.sum >= GOES && level && !part.tells).then_some((score.rule, part))
    };
    let ends = folded.breaks.iter().rev().take(3).map(|from| *from..end);
    let best = ends.filter(|range| range.len() <= LONGEST && range.start >= STAYS).filter_map(|range| {
        let (rule, part) = score(range.clone())?;
        // The rule must begin in the first sentence, or that sentence is not part of it.
        let first = folded.breaks.iter().copied().find(|at| *at > range.start).unwrap_or(end);
        part.hits.iter().any(|hit| hit.span.start < first).then_some((range, rule))
    });
    let mut found = None;
    best.for_each(|one| found = Some(one));
    if found.is_some() {
        return found;
    }
    let starts = folded.breaks.iter().take(2).map(|to| 0..*to);
    let found = starts.filter(|range| range.len() <= LONGEST && end - range.end >= STAYS).filter_map(|range| {
        let (rule, _) = score(range.clone())?;
        // A question at the beginning leads to what follows.
        (rule.category != Category::CommentPrompt).then_some((range, rule))
    });
    let mut last = None;
    found.for_each(|one| last = Some(one));
    last
}

/// Whether a part leads to something that it quotes: it ends with a colon or a comma, or follows one.
fn is_quoting(folded: &Folded, range: &Range<usize>) -> bool {
    let sign = |at: Option<usize>| at.and_then(|at| folded.letters.get(at)).copied();
    let ends = sign(range.end.checked_sub(1));
    let before = sign(range.start.checked_sub(1));
    matches!(ends, Some(':' | ',' | '、')) || matches!(before, Some(':' | ','))
}
