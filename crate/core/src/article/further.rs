//! Articles behind the article: what a page that scrolls without end has put there.

use std::ops::Range;

use super::body::letters;
use crate::page::{BlockKind, Name, NodeId, Page, blocks};

/// The letters of prose that make an article of an element.
const PROSE: usize = 100;
/// More are not looked at.
const MOST: usize = 50;
/// So far out from the body brothers are looked for.
const LEVELS: usize = 12;
/// What the classes of elements are called that hold an article.
const NAMES: [&str; 6] = ["article", "post", "news", "detail", "story", "content"];

/// The elements of further articles: brothers of an element around the body, of the same form, each with prose and
/// with a headline of its own, of the first rank, in it or directly before it.
///
/// Gives them with the position at which the first of them begins, its headline with it.
pub(super) fn find(page: &Page, body: &[NodeId], title: Option<NodeId>) -> Option<(usize, Vec<NodeId>)> {
    let headlines: Vec<NodeId> = page.nodes().filter(|node| page.name(*node) == Name::Heading(1)).collect();
    // Nearly every page ends here.
    let (Some(title), Some(body), true) = (title, body.first(), headlines.len() > 1) else { return None };
    let headline = |range: Range<usize>| {
        headlines.iter().copied().find(|headline| *headline != title && range.contains(&headline.index()))
    };
    // From the body outwards; and inwards to the title where the body holds more than one article: what the title
    // stands in, and what stands behind it.
    let outer = std::iter::once(*body).chain(page.ancestors(*body).take(LEVELS));
    let around = std::iter::once(title).chain(page.ancestors(title)).take(LEVELS);
    let around = around.take_while(|node| page.contains(*body, *node) && node != body);
    let inner = around.flat_map(|node| [Some(node), behind(page, node)]).flatten();
    for first in inner.chain(outer) {
        let Some(parent) = page.parent(first).filter(|_| is_named(page, first)) else { continue };
        let mut end = page.subtree(first).end;
        let (mut border, mut found) = (None, Vec::new());
        for brother in page.children(parent).filter(|brother| brother.index() > first.index()) {
            let own = page.subtree(brother);
            let fits = found.len() < MOST && same_form(page, first, brother) && has_prose(page, brother);
            if let Some(headline) = headline(end..own.end).filter(|_| fits) {
                border.get_or_insert(headline.index().min(own.start));
                end = own.end;
                found.push(brother);
            }
        }
        if let Some(border) = border {
            return Some((border, found));
        }
    }
    None
}

/// The first brother behind an element that could hold its article.
fn behind(page: &Page, node: NodeId) -> Option<NodeId> {
    let fits =
        |brother: &NodeId| brother.index() > node.index() && is_named(page, *brother) && has_prose(page, *brother);
    page.children(page.parent(node)?).find(fits)
}

fn is_named(page: &Page, node: NodeId) -> bool {
    let class = page.attribute(node, "class").unwrap_or_default().to_ascii_lowercase();
    page.tag(node) == "article" || NAMES.iter().any(|name| class.contains(name))
}

fn same_form(page: &Page, one: NodeId, other: NodeId) -> bool {
    page.tag(one) == page.tag(other) && page.attribute(one, "class") == page.attribute(other, "class")
}

fn has_prose(page: &Page, node: NodeId) -> bool {
    let prose =
        blocks(page, node).into_iter().filter(|block| block.kind == BlockKind::Paragraph && block.text.ends_with('。'));
    prose.map(|block| letters(&block.text)).sum::<usize>() >= PROSE
}
