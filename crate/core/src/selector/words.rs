//! The text of every element, and where a wanted text stands in it.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use super::parse::Wanted;
use crate::{
    page::{Name, Node, NodeId, Page},
    text::fold_char,
};

/// The text of a page, folded: width, case, quotes and white space make no difference. Every element's text is
/// a part of it, so that a text is looked for once a page and not once an element.
pub(super) struct Words {
    text: String,
    /// Where the text of a node begins; and the end of all.
    starts: Vec<usize>,
    found: RefCell<BTreeMap<String, Rc<[usize]>>>,
}

/// What parts blocks. No wanted text holds it.
const BORDER: char = '\n';

impl Words {
    pub(super) fn of(page: &Page) -> Words {
        let mut text = String::new();
        let mut starts = Vec::with_capacity(page.len() + 1);
        let mut silent = 0;
        for node in page.nodes() {
            starts.push(text.len());
            if node.index() < silent {
                continue;
            }
            match page.node(node) {
                Node::Text(part) => push(&mut text, part),
                Node::Element(_) if page.name(node) == Name::Silent => silent = page.subtree(node).end,
                Node::Element(_) if page.name(node) != Name::Inline => text.push(BORDER),
                Node::Element(_) => {}
            }
        }
        starts.push(text.len());
        Words { text, starts, found: RefCell::default() }
    }

    /// Whether the element's text has one of the wanted ones.
    pub(super) fn has(&self, page: &Page, node: NodeId, wanted: &[Wanted]) -> bool {
        let range = page.subtree(node);
        let (Some(start), Some(end)) = (self.starts.get(range.start), self.starts.get(range.end)) else { return false };
        let whole = self.text.get(*start..*end).unwrap_or_default().trim_matches(BORDER);
        wanted.iter().any(|one| {
            let needle = folded(&one.text);
            match (one.begins, one.ends) {
                (true, true) => whole == needle,
                (true, false) => whole.starts_with(&needle),
                (false, true) => whole.ends_with(&needle),
                (false, false) => {
                    let places = self.places(&needle);
                    let at = places.partition_point(|place| place < start);
                    places.get(at).is_some_and(|place| place + needle.len() <= *end)
                }
            }
        })
    }

    /// Where a text stands in the page's text.
    fn places(&self, needle: &str) -> Rc<[usize]> {
        if let Some(places) = self.found.borrow().get(needle) {
            return Rc::clone(places);
        }
        let places: Rc<[usize]> = self.text.match_indices(needle).map(|(at, _)| at).collect();
        self.found.borrow_mut().insert(needle.into(), Rc::clone(&places));
        places
    }
}

fn push(text: &mut String, part: &str) {
    text.extend(part.chars().map(fold_char).filter(|letter| *letter != ' '));
}

fn folded(text: &str) -> String {
    let mut folded = String::new();
    push(&mut folded, text);
    folded
}
