//! Verdicts on further articles that stand behind the article, each by itself.

use super::{Chrome, Level, Settings, judge};
use crate::{
    article::Article,
    page::{self, Page},
};

/// What goes of the further articles of a page. Their text is no part of the reading; a block of which only a part
/// would go stays whole.
#[must_use]
pub fn further(page: &Page, article: &Article, settings: &Settings) -> Vec<Chrome> {
    let mut found = Vec::new();
    for body in &article.further {
        let one = Article { blocks: page::blocks(page, *body), body: vec![*body], ..Article::default() };
        let verdicts = judge(page, &one, settings);
        let goes = one.blocks.into_iter().zip(verdicts).filter(|(_, verdict)| verdict.level != Level::Keep);
        found.extend(goes.map(|(block, verdict)| Chrome {
            nodes: block.nodes,
            text: block.text,
            verdict,
            by_rule: false,
        }));
    }
    found
}
