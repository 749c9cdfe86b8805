//! Finding what a selector selects.

use std::collections::BTreeMap;

use super::selector::{Compound, Selector, Step, Test};
use crate::page::{Node, NodeId, Page};

/// How many ancestors are looked at for one step, so that a page nested without end costs no more.
const DEPTH: usize = 64;

/// The elements that any of the selectors selects, in document order, each with the position of the first
/// selector that does. One walk over the page; an element is asked only of the selectors that end in its id, in
/// one of its classes, or in neither.
pub(super) fn select(page: &Page, selectors: &[&Selector]) -> Vec<(NodeId, usize)> {
    let index = Index::of(selectors);
    let mut found = Vec::new();
    if selectors.is_empty() {
        return found;
    }
    for node in page.nodes() {
        let Node::Element(tag) = page.node(node) else { continue };
        let element = Element { page, node, tag };
        let mut first: Option<usize> = None;
        let mut ask = |candidates: &[Candidate<'_>]| {
            for (at, path) in candidates {
                if first.is_none_or(|first| *at < first) && element.ends(path) {
                    first = Some(*at);
                }
            }
        };
        ask(&index.other);
        for (name, value) in page.attributes(node) {
            match name {
                "id" => ask(index.ids.get(value).map_or(&[], Vec::as_slice)),
                "class" if !index.classes.is_empty() => {
                    for class in value.split_ascii_whitespace() {
                        ask(index.classes.get(class).map_or(&[], Vec::as_slice));
                    }
                }
                _ => {}
            }
        }
        found.extend(first.map(|at| (node, at)));
    }
    found
}

/// A path with the position of its selector.
type Candidate<'s> = (usize, &'s [Step]);

/// The paths by what their last element must have.
#[derive(Default)]
struct Index<'s> {
    ids: BTreeMap<&'s str, Vec<Candidate<'s>>>,
    classes: BTreeMap<&'s str, Vec<Candidate<'s>>>,
    other: Vec<Candidate<'s>>,
}

impl<'s> Index<'s> {
    fn of(selectors: &[&'s Selector]) -> Index<'s> {
        let mut index = Index::default();
        let paths = selectors.iter().enumerate();
        for (at, path) in paths.flat_map(|(at, selector)| selector.paths.iter().map(move |path| (at, path.as_slice())))
        {
            let last = path.last().map(|step| &step.compound);
            match last.map(|last| (last.id.as_str(), last.classes.first())) {
                Some((id, _)) if !id.is_empty() => index.ids.entry(id).or_default().push((at, path)),
                Some((_, Some(class))) => index.classes.entry(class).or_default().push((at, path)),
                _ => index.other.push((at, path)),
            }
        }
        index
    }
}

struct Element<'p> {
    page: &'p Page,
    node: NodeId,
    tag: &'p str,
}

impl Element<'_> {
    /// Whether the path ends at this element.
    fn ends(&self, path: &[Step]) -> bool {
        let Some((last, before)) = path.split_last() else { return false };
        self.is(&last.compound) && (before.is_empty() || self.below(before, last.child))
    }

    fn is(&self, compound: &Compound) -> bool {
        if !compound.tag.is_empty() && compound.tag != self.tag {
            return false;
        }
        let has = |name: &str, test: &dyn Fn(&str) -> bool| self.page.attribute(self.node, name).is_some_and(test);
        (compound.id.is_empty() || has("id", &|id| id == compound.id))
            && (compound.classes.is_empty()
                || has("class", &|all| {
                    compound.classes.iter().all(|class| all.split_ascii_whitespace().any(|one| one == class))
                }))
            && compound.attributes.iter().all(|(name, test, value)| {
                has(name, &|found| match test {
                    Test::Any => true,
                    Test::Is => found == value,
                    Test::Begins => found.starts_with(value.as_str()),
                    Test::Ends => found.ends_with(value.as_str()),
                    Test::Holds => found.contains(value.as_str()),
                })
            })
    }

    /// Whether the ancestors fit the rest of the path. The nearest fitting ancestor is taken for a step that
    /// may stand anywhere above; only steps directly above are tried further up.
    fn below(&self, path: &[Step], child: bool) -> bool {
        let Some((last, before)) = path.split_last() else { return true };
        for ancestor in self.page.ancestors(self.node).take(DEPTH) {
            let element = Element { page: self.page, node: ancestor, tag: self.page.tag(ancestor) };
            let fits = element.is(&last.compound);
            if fits && (before.is_empty() || element.below(before, last.child)) {
                return true;
            }
            if child || (fits && before.last().is_some_and(|_| !last.child)) {
                return false;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Builder, Limits};

    #[test]
    fn selectors_select_what_css_selects() {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let main = builder.element(Some(body), "div", false);
        builder.attribute(main, "id", "content");
        builder.attribute(main, "class", "wide article");
        let link = builder.element(Some(main), "a", false);
        builder.attribute(link, "href", "//www.myzaker.com/source/13755");
        let inner = builder.element(Some(link), "span", false);
        builder.attribute(inner, "class", "auther");
        let _other = builder.element(Some(main), "span", false);
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let cases = [
            ("#content", vec![1]),
            ("div.article.wide", vec![1]),
            ("a[href*=/source/] span.auther", vec![3]),
            ("div > span", vec![4]),
            ("body span", vec![3, 4]),
            ("body > span", vec![]),
            ("body > div span", vec![3, 4]),
            (".missing, a", vec![2]),
            ("[href^=//www]", vec![2]),
            ("[href$=13755]", vec![2]),
            ("*", vec![0, 1, 2, 3, 4]),
        ];
        for (text, expected) in cases {
            let selector = Selector::parse(text).unwrap();
            let found: Vec<usize> = select(&page, &[&selector]).into_iter().map(|(node, _)| node.index()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
