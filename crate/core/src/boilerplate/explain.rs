//! The evidence behind the verdicts, for people who look for the rule that is missing.

use super::{
    Settings,
    block::{Judged, Nature},
    evidence::Zone,
    judge::Blocks,
};
use crate::article::Article;

/// What is known of one block of an article beside its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Where it stands: `head` before the first sure paragraph, `tail` behind the last one, `middle` between.
    pub place: &'static str,
    /// What it is whatever stands around it: `sure`, `protected`, `marked` or `unsure`.
    pub nature: &'static str,
    /// What its own evidence adds up to, where a rule fits it in its place.
    pub sum: Option<i32>,
    /// The rules whose words it has, with their weights, whether or not they hold in its place.
    pub rules: Vec<(String, i32)>,
}

/// Accounts for the blocks of an article, one a block, in the same order.
#[must_use]
pub fn explain(article: &Article, settings: &Settings) -> Vec<Account> {
    let judged = article.blocks.iter().map(|block| Judged::of(block, &settings.without)).collect();
    let blocks = Blocks::of(&article.blocks, judged);
    let account = |(block, zone): (&Judged, &Zone)| {
        let mut rules: Vec<(String, i32)> = Vec::new();
        for hit in &block.whole.hits {
            if !rules.iter().any(|(key, _)| key == hit.rule.key) {
                rules.push((hit.rule.key.to_owned(), hit.rule.weight));
            }
        }
        Account {
            place: place(*zone),
            nature: nature(block.nature),
            sum: block.whole.score(&block.folded, *zone).map(|score| score.sum),
            rules,
        }
    };
    blocks.judged.iter().zip(&blocks.zones).map(account).collect()
}

fn place(zone: Zone) -> &'static str {
    match zone {
        Zone::Head => "head",
        Zone::Middle => "middle",
        Zone::Tail => "tail",
    }
}

fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Sure => "sure",
        Nature::Protected => "protected",
        Nature::Marked => "marked",
        Nature::Unsure => "unsure",
    }
}
