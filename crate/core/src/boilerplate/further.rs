//! Verdicts on further articles that stand behind the article, each by itself.

use super::{Settings, Verdict, judge};
use crate::{
    article::Article,
    page::{self, Block, Page},
};

/// The blocks of the further articles of a page, each with its verdict, in the page's order. Their text is no part of
/// the reading.
#[must_use]
pub fn further(page: &Page, article: &Article, settings: &Settings) -> Vec<(Block, Verdict)> {
    let of_one = |body| {
        let one = Article { blocks: page::blocks(page, body), body: vec![body], ..Article::default() };
        let verdicts = judge(page, &one, settings);
        one.blocks.into_iter().zip(verdicts)
    };
    article.further.iter().copied().flat_map(of_one).collect()
}
