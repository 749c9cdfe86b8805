//! Every element's place among its siblings.

use crate::page::{Node, NodeId, Page};

/// The places of all elements of a page, made in one walk.
pub(super) struct Family {
    before: Vec<Option<NodeId>>,
    /// From 1.
    place: Vec<u32>,
    /// From 1, counted from the end.
    from_end: Vec<u32>,
}

impl Family {
    pub(super) fn of(page: &Page) -> Family {
        let mut family =
            Family { before: vec![None; page.len()], place: vec![0; page.len()], from_end: vec![0; page.len()] };
        // Of every parent, and of the page itself at the end: its last child so far and how many there are.
        let mut last: Vec<Option<NodeId>> = vec![None; page.len() + 1];
        let mut count = vec![0_u32; page.len() + 1];
        let elements = || page.nodes().filter(|node| matches!(page.node(*node), Node::Element(_)));
        let parent = |node: NodeId| page.parent(node).map_or(page.len(), NodeId::index);
        for node in elements() {
            let of = parent(node);
            count[of] += 1;
            family.place[node.index()] = count[of];
            family.before[node.index()] = last[of].replace(node);
        }
        for node in elements() {
            family.from_end[node.index()] = count[parent(node)] - family.place[node.index()] + 1;
        }
        family
    }

    /// The element before.
    pub(super) fn before(&self, node: NodeId) -> Option<NodeId> {
        self.before.get(node.index()).copied().flatten()
    }

    /// Whether the element's place is `step * n + from` for some n from 0.
    pub(super) fn is_nth(&self, node: NodeId, step: i32, from: i32, end: bool) -> bool {
        let places = if end { &self.from_end } else { &self.place };
        let Some(place) = places.get(node.index()).and_then(|place| i32::try_from(*place).ok()) else { return false };
        let far = place.saturating_sub(from);
        if step == 0 { far == 0 } else { far % step == 0 && far / step >= 0 }
    }
}
