//! What rules select on a page.

use super::{Filters, Rule};
use crate::{
    page::{Name, NodeId, Page},
    selector::{Matcher, Stage},
    site::Address,
};

/// The most elements that the rules may hide, or keep, on one page.
const ELEMENTS: usize = 2_000;

/// What the rules select.
#[derive(Debug, Default)]
pub(crate) struct Found<'f> {
    /// What is hidden, with the rule's line: no element of these stands inside another.
    pub(crate) hidden: Vec<(NodeId, &'f str)>,
    /// What is left in sight.
    pub(crate) kept: Vec<NodeId>,
    /// Whether the rules were too much work on this page, so that none of them held.
    pub(crate) overrun: bool,
}

/// What the rules select on a page.
pub(crate) fn find<'f>(page: &Page, filters: &'f Filters) -> Found<'f> {
    let address = Address::of(page.url());
    let rules: Vec<&Rule> = filters.rules.iter().filter(|rule| rule.holds(&address)).collect();
    let chains = rules.iter().flat_map(|rule| rule.chains.iter().map(move |chain| (*rule, chain)));
    let chains: Vec<_> = chains.collect();
    let selectors: Vec<_> = chains.iter().map(|(_, chain)| &chain.selector).collect();
    let matcher = Matcher::new(page);
    let mut hidden: Vec<(NodeId, &str)> = Vec::new();
    let mut kept = Vec::new();
    for (node, at) in matcher.select(&selectors) {
        let Some((rule, chain)) = chains.get(at) else { continue };
        let Some(node) = chain.stages.iter().try_fold(node, |node, stage| go(page, &matcher, node, stage)) else {
            continue;
        };
        if rule.keeps {
            kept.push(node);
        } else if is_hideable(page, node) {
            hidden.push((node, &rule.text));
        }
    }
    if matcher.is_spent() || hidden.len() > ELEMENTS || kept.len() > ELEMENTS {
        return Found { overrun: true, ..Found::default() };
    }
    hidden.sort_by_key(|(node, _)| *node);
    let mut end = 0;
    hidden.retain(|(node, _)| {
        let outer = node.index() >= end;
        end = if outer { page.subtree(*node).end } else { end };
        outer
    });
    hidden.retain(|(node, _)| !kept.iter().any(|kept| touches(page, *kept, *node)));
    Found { hidden, kept, overrun: false }
}

/// Whether one of two nodes stands in the other.
pub(crate) fn touches(page: &Page, one: NodeId, other: NodeId) -> bool {
    page.contains(one, other) || page.contains(other, one)
}

fn go(page: &Page, matcher: &Matcher<'_>, node: NodeId, stage: &Stage) -> Option<NodeId> {
    match stage {
        Stage::Up(count) => page.ancestors(node).nth(count - 1),
        Stage::UpTo(selector) => page.ancestors(node).find(|above| matcher.is(*above, selector)),
        Stage::Only(selector) => matcher.is(node, selector).then_some(node),
    }
}

/// Whether hiding an element makes sense: the page itself stays, and what was never seen need not go.
fn is_hideable(page: &Page, node: NodeId) -> bool {
    !matches!(page.tag(node), "html" | "body") && page.name(node) != Name::Silent && !page.is_hidden(node)
}
