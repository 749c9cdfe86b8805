//! Parts inside the body whose element is named as something beside the article.

use super::{body::first, tone::Tones};
use crate::{
    boilerplate::Category,
    page::{Block, NodeId, Page},
};

/// A part of the body that is no part of the article by the name of its element.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Its element.
    pub node: NodeId,
    /// The word of the table in the element's name; empty where its tag alone tells.
    pub word: &'static str,
    /// What that word says of it.
    pub category: Option<Category>,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
}

/// A block with a greater share of links is none of the article.
const LINKED: f64 = 0.6;

/// The parts that blocks beside the article stand in: of the named elements below `body` around each the outermost
/// that holds nothing of the article, one with a category before one without. `kept` are the positions of what the
/// article keeps, in order. A block around which no element is free stands among paragraphs of the article, under a name
/// that does not fit them: behind the parts those are given that are neither links nor a part of comments or buttons.
pub(super) fn parts(
    page: &Page,
    tones: &Tones,
    body: NodeId,
    kept: &[usize],
    beside: Vec<Block>,
) -> (Vec<Beside>, Vec<Block>) {
    let is_free = |node: NodeId| {
        let own = page.subtree(node);
        kept.get(kept.partition_point(|at| *at < own.start)).is_none_or(|at| *at >= own.end)
    };
    let mut parts: Vec<Beside> = Vec::new();
    let mut among = Vec::new();
    for block in beside {
        if let Some(part) = parts.last_mut()
            && page.contains(part.node, block.container)
        {
            part.blocks.push(block);
            continue;
        }
        let mut found: Option<Beside> = None;
        let around = std::iter::once(block.container).chain(page.ancestors(block.container));
        let named = around.take_while(|node| *node != body).find_map(|node| Tones::says(page, node));
        let up = std::iter::once(block.container).chain(page.ancestors(block.container));
        for node in up.take_while(|node| *node != body && is_free(*node)) {
            if tones.own(node) < 0 {
                let (word, category) = Tones::says(page, node).unwrap_or_default();
                if category.is_some() || found.as_ref().is_none_or(|found| found.category.is_none()) {
                    found = Some(Beside { node, word, category, blocks: Vec::new() });
                }
            }
        }
        match found {
            Some(part) => parts.push(Beside { blocks: vec![block], ..part }),
            None if block.link_density() < LINKED && !named.is_some_and(|(_, category)| is_apart(category)) => {
                among.push(block);
            }
            None => {}
        }
    }
    (parts, among)
}

/// Whether what is written in a part of that kind says nothing of whether it belongs to the article: comments and cards
/// are written in sentences too.
pub(crate) fn is_apart(category: Option<Category>) -> bool {
    matches!(category, Some(Category::CommentUi | Category::ShareUi | Category::AccountCard))
}

/// Puts blocks among others at their places in the page.
pub(crate) fn place<T>(among: &mut Vec<(Block, T)>, blocks: impl IntoIterator<Item = (Block, T)>) {
    among.extend(blocks);
    among.sort_by_key(|(block, _)| first(block));
}
