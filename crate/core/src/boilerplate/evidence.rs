//! The evidence of one part of a text: rules that fit, and the shape of what they stand in.

use std::ops::Range;

use super::{
    Category,
    folded::Folded,
    rules::{Hit, Place, Rule, Word, class, has, hits},
};

/// Where a block stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Before the first sure paragraph.
    Head,
    /// Between sure paragraphs.
    Middle,
    /// Behind the last sure paragraph.
    Tail,
}

/// The weight of evidence that is no rule. The signs are chosen so that a part which asks the reader for
/// something gains, and one which tells, reports or counts loses.
mod weight {
    pub(super) const SHORT: i32 = 1;
    pub(super) const LONG: i32 = -1;
    pub(super) const LONGER: i32 = -3;
    pub(super) const INVITES: i32 = 1;
    pub(super) const SPEAKS_TO_READER: i32 = 1;
    pub(super) const CALLS: i32 = 1;
    pub(super) const POINTS: i32 = 1;
    pub(super) const LINKED: i32 = 2;
    pub(super) const SECOND_RULE: i32 = 1;
    pub(super) const REPORTS: i32 = -3;
    pub(super) const THIRD_PERSON: i32 = -2;
    pub(super) const NARRATES: i32 = -2;
    pub(super) const COUNTS: i32 = -2;
    pub(super) const SPEAKER: i32 = -3;
    pub(super) const QUOTED: i32 = -6;
}

/// What the evidence of a part adds up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Score {
    /// The sum.
    pub(super) sum: i32,
    /// The rule that weighed most.
    pub(super) rule: &'static Rule,
}

/// A part of a text with all that is known of it.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its letters.
    pub(super) range: Range<usize>,
    /// The rules that fit it.
    pub(super) hits: Vec<Hit>,
    /// The evidence of its shape, for and against.
    shape: (i32, i32),
    /// Whether it reports, tells or speaks of somebody.
    pub(super) tells: bool,
}

impl Part {
    /// Looks at a part of a text; `links` is the share of it that stands in links.
    pub(super) fn of(folded: &Folded, words: &[Word], range: Range<usize>, links: f64) -> Part {
        let bare = folded.bare(range.clone());
        let hits = hits(words, &bare);
        let count = bare.len();
        let letters = folded.letters.get(range.clone()).unwrap_or_default();
        let said = |class| has(words, &bare, class);
        let mut good = 0;
        let mut bad = 0;
        let mut add = |fits: bool, weight: i32| {
            if fits && weight > 0 {
                good += weight;
            } else if fits {
                bad += weight;
            }
        };
        add(count <= 20, weight::SHORT);
        add((60..100).contains(&count), weight::LONG);
        add(count >= 100, weight::LONGER);
        add(said(class::INVITE), weight::INVITES);
        add(said(class::READER), weight::SPEAKS_TO_READER);
        add(letters.iter().any(|letter| matches!(letter, '!' | '~')), weight::CALLS);
        add(folded.points, weight::POINTS);
        add(links > 0.5, weight::LINKED);
        let tells = said(class::SAY) || said(class::NARRATE);
        add(said(class::SAY), weight::REPORTS);
        add(said(class::THIRD), weight::THIRD_PERSON);
        add(said(class::NARRATE), weight::NARRATES);
        add(counts(letters), weight::COUNTS);
        add(is_speech(letters), weight::SPEAKER);
        let tells = tells || said(class::THIRD);
        Part { range: bare, hits, shape: (good, bad), tells }
    }

    /// What the evidence adds up to in a zone; `None` where no rule fits there.
    pub(super) fn score(&self, folded: &Folded, zone: Zone) -> Option<Score> {
        let fits = |hit: &&Hit| match hit.rule.place {
            Place::Any => true,
            Place::Edge => zone != Zone::Middle,
            Place::Tail => zone == Zone::Tail,
            Place::Head => zone == Zone::Head,
        };
        let weight = |hit: &Hit| {
            let quoted = folded.is_quoted(&hit.span);
            hit.rule.weight + if quoted { weight::QUOTED } else { 0 }
        };
        let best = self.hits.iter().filter(fits).max_by_key(|hit| weight(hit))?;
        let others = self.hits.iter().filter(fits).filter(|hit| hit.rule.key != best.rule.key && weight(hit) >= 3);
        let second = if others.count() > 0 { weight::SECOND_RULE } else { 0 };
        let (good, bad) = self.shape;
        // Legal lines are long and speak of sites and authors: their form says little.
        let bad = if is_legal(best.rule.category) { bad / 3 } else { bad };
        Some(Score { sum: weight(best) + second + good.min(3) + bad.max(-7), rule: best.rule })
    }
}

/// Whether a category's lines are written like a contract.
pub(super) fn is_legal(category: Category) -> bool {
    matches!(
        category,
        Category::CopyrightDisclaimer | Category::SubmitReprint | Category::AdDisclaimer | Category::SourceCredit
    )
}

/// Whether figures are given that count something: a share, a sum of money, many people.
fn counts(letters: &[char]) -> bool {
    letters.windows(2).any(|pair| {
        pair[0].is_ascii_digit() && matches!(pair[1], '%' | '亿' | '万' | '倍' | '元' | '人' | '家' | '名' | '款')
    })
}

/// Whether a part begins with a speaker: `主持人：`, `张某：`.
fn is_speech(letters: &[char]) -> bool {
    let colon = letters.iter().take(7).position(|letter| *letter == ':');
    colon.is_some_and(|at| {
        let name: String = letters.iter().take(at).collect();
        (2..=4).contains(&at)
            && letters.iter().take(at).all(|letter| crate::text::is_han(*letter))
            && ![
                "声明", "来源", "编辑", "责编", "投稿", "合作", "作者", "校对", "提示", "注意", "读者", "微信", "图源",
                "图片", "邮箱", "联系",
            ]
            .iter()
            .any(|word| name.contains(word))
    })
}
