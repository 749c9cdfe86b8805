//! The JSON of `qingdu read`: the contract with scripts and scorers.

use qingdu_core::{
    Reading,
    article::{Origin, Precision},
    boilerplate::{Category, Level, Verdict},
    output,
    timeline::Entry,
};
use serde::Serialize;

/// One page, read.
#[derive(Serialize)]
pub(crate) struct Page<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'r str>,
    article: Article<'r>,
    text: String,
    removed: Vec<Removed<'r>>,
    timeline: &'r [Entry],
}

#[derive(Serialize)]
struct Article<'r> {
    #[allow(clippy::struct_field_names, reason = "the name in the contract")]
    is_article: bool,
    title: &'r str,
    source: &'r str,
    author: &'r str,
    published: Option<Published>,
}

#[derive(Serialize)]
struct Published {
    value: String,
    precision: Precision,
    from: Origin,
}

#[derive(Serialize)]
struct Removed<'r> {
    text: String,
    category: Option<Category>,
    rule: &'r str,
    reason: &'r str,
    level: Level,
}

/// The JSON of a reading.
pub(crate) fn page<'r>(id: Option<&'r str>, reading: &'r Reading, timeline: &'r [Entry]) -> Page<'r> {
    let article = &reading.article;
    // What a reader's rule selects is told once, with its element.
    let told = |verdict: &Verdict| verdict.goes() && verdict.category != Some(Category::UserRule);
    let blocks = reading.all_judged().filter(|(_, verdict)| told(verdict));
    let blocks = blocks.map(|(block, verdict)| removed(verdict.gone(block), verdict));
    let chrome = reading.chrome.iter().map(|chrome| removed(chrome.text.clone(), &chrome.verdict));
    let shown: Vec<_> = reading.shown().collect();
    Page {
        id,
        article: Article {
            is_article: article.refusal.is_none(),
            title: &article.title,
            source: &article.source,
            author: &article.author,
            published: article.published.map(|published| Published {
                value: published.value(),
                precision: published.precision,
                from: published.from,
            }),
        },
        text: output::plain(shown.iter().map(|kept| kept.block.as_ref())),
        removed: chrome.chain(blocks).collect(),
        timeline,
    }
}

fn removed(text: String, verdict: &Verdict) -> Removed<'_> {
    // A block of which only a part goes is a kept block; the part is hidden.
    let level = if verdict.level == Level::Keep { Level::Hide } else { verdict.level };
    Removed { text, category: verdict.category, rule: &verdict.rule, reason: &verdict.reason, level }
}
