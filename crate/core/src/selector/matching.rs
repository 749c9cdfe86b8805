//! Finding what a selector selects.

use std::{
    cell::{Cell, OnceCell},
    collections::BTreeMap,
};

use super::{
    family::Family,
    parse::{Compound, Pseudo, Relation, Selector, Step, Test},
    words::Words,
};
use crate::page::{Node, NodeId, Page};

/// How many ancestors are looked at for one step, so that a page nested without end costs no more.
const DEPTH: usize = 64;
/// How often an element may be compared on one page: far more than any honest list of rules needs.
const WORK: u32 = 4_000_000;

/// The elements that any of the selectors selects, in document order, each with the position of the first
/// selector that does.
pub(crate) fn select(page: &Page, selectors: &[&Selector]) -> Vec<(NodeId, usize)> {
    let mut found = Matcher::new(page).select(selectors);
    found.dedup_by_key(|(node, _)| *node);
    found
}

/// Asks elements of one page whether a selector selects them, with a bound on the work.
pub(crate) struct Matcher<'p> {
    page: &'p Page,
    family: OnceCell<Family>,
    words: OnceCell<Words>,
    left: Cell<u32>,
}

impl<'p> Matcher<'p> {
    pub(crate) fn new(page: &'p Page) -> Matcher<'p> {
        Matcher { page, family: OnceCell::new(), words: OnceCell::new(), left: Cell::new(WORK) }
    }

    /// Whether the work was more than it may be. Then no answer holds.
    pub(crate) fn is_spent(&self) -> bool {
        self.left.get() == 0
    }

    /// The elements that the selectors select, in document order, each with the position of every selector that
    /// does. One walk over the page; an element is asked only of the selectors that end in its id, in one of its
    /// classes, in its tag, or in none of these.
    pub(crate) fn select(&self, selectors: &[&Selector]) -> Vec<(NodeId, usize)> {
        let mut found = Vec::new();
        if selectors.is_empty() {
            return found;
        }
        let index = Index::of(selectors);
        for node in self.page.nodes() {
            let Node::Element(tag) = self.page.node(node) else { continue };
            let element = Element { of: self, node, tag, scope: None };
            let first = found.len();
            let mut ask = |candidates: Option<&Vec<Candidate<'_>>>| {
                for (at, path) in candidates.into_iter().flatten() {
                    if element.ends(path) {
                        found.push((node, *at));
                    }
                }
            };
            ask(Some(&index.other));
            ask(index.tags.get(tag));
            for (name, value) in self.page.attributes(node) {
                match name {
                    "id" => ask(index.ids.get(value)),
                    "class" if !index.classes.is_empty() => {
                        value.split_ascii_whitespace().for_each(|class| ask(index.classes.get(class)));
                    }
                    _ => {}
                }
            }
            if let Some(of_this) = found.get_mut(first..) {
                of_this.sort_unstable();
            }
        }
        found.dedup();
        if self.is_spent() { Vec::new() } else { found }
    }

    /// Whether a selector selects an element.
    pub(crate) fn is(&self, node: NodeId, selector: &Selector) -> bool {
        Element { of: self, node, tag: self.page.tag(node), scope: None }.any(selector)
    }
}

/// A path with the position of its selector.
type Candidate<'s> = (usize, &'s [Step]);

/// The paths by what their last element must have.
#[derive(Default)]
struct Index<'s> {
    ids: BTreeMap<&'s str, Vec<Candidate<'s>>>,
    classes: BTreeMap<&'s str, Vec<Candidate<'s>>>,
    tags: BTreeMap<&'s str, Vec<Candidate<'s>>>,
    other: Vec<Candidate<'s>>,
}

impl<'s> Index<'s> {
    fn of(selectors: &[&'s Selector]) -> Index<'s> {
        let mut index = Index::default();
        let paths = selectors.iter().enumerate();
        for (at, path) in paths.flat_map(|(at, selector)| selector.paths.iter().map(move |path| (at, path.as_slice())))
        {
            let last = path.last().map(|step| &step.compound);
            let candidates = match last.map(|last| (last.id.as_str(), last.classes.first(), last.tag.as_str())) {
                Some((id, ..)) if !id.is_empty() => index.ids.entry(id).or_default(),
                Some((_, Some(class), _)) => index.classes.entry(class).or_default(),
                Some((_, None, tag)) if !tag.is_empty() => index.tags.entry(tag).or_default(),
                _ => &mut index.other,
            };
            candidates.push((at, path));
        }
        index
    }
}

struct Element<'m, 'p> {
    of: &'m Matcher<'p>,
    node: NodeId,
    tag: &'p str,
    /// The element that a `:has()` belongs to.
    scope: Option<NodeId>,
}

impl Element<'_, '_> {
    fn any(&self, selector: &Selector) -> bool {
        selector.paths.iter().any(|path| self.ends(path))
    }

    /// Whether the path ends at this element.
    fn ends(&self, path: &[Step]) -> bool {
        let Some((last, before)) = path.split_last() else { return false };
        self.is(&last.compound) && (before.is_empty() || self.follows(before, last.relation))
    }

    fn is(&self, compound: &Compound) -> bool {
        let left = self.of.left.get().saturating_sub(1);
        self.of.left.set(left);
        if left == 0 || (compound.scope && self.scope != Some(self.node)) {
            return false;
        }
        if !compound.tag.is_empty() && compound.tag != self.tag {
            return false;
        }
        let has = |name: &str, test: &dyn Fn(&str) -> bool| self.of.page.attribute(self.node, name).is_some_and(test);
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
                    Test::Word => found.split_ascii_whitespace().any(|one| one == value),
                })
            })
            && compound.pseudos.iter().all(|pseudo| self.fits(pseudo))
    }

    fn fits(&self, pseudo: &Pseudo) -> bool {
        let Matcher { page, family, words, .. } = self.of;
        match pseudo {
            Pseudo::Not(selector) => !self.any(selector),
            Pseudo::Is(selector) => self.any(selector),
            Pseudo::Has(selector) => selector.paths.iter().any(|path| self.has(path)),
            Pseudo::Text(wanted) => words.get_or_init(|| Words::of(page)).has(page, self.node, wanted),
            Pseudo::Nth { step, from, end } => {
                family.get_or_init(|| Family::of(page)).is_nth(self.node, *step, *from, *end)
            }
        }
    }

    /// Whether a path that begins at this element leads to something: below it or, where the path begins so,
    /// behind it.
    fn has(&self, path: &[Step]) -> bool {
        let page = self.of.page;
        let beside = path.get(1).is_some_and(|step| matches!(step.relation, Relation::Next | Relation::Behind));
        let own = page.subtree(self.node);
        let all = match (beside, page.parent(self.node)) {
            (true, Some(parent)) => own.end..page.subtree(parent).end,
            _ => own.start + 1..own.end,
        };
        page.between(all).any(|node| {
            let element = Element { of: self.of, node, tag: page.tag(node), scope: Some(self.node) };
            !element.tag.is_empty() && element.ends(path)
        })
    }

    /// Whether the elements before fit the rest of the path. For a step that may stand anywhere the nearest fit
    /// is taken where the step before may stand anywhere too: then a farther one cannot do better.
    fn follows(&self, path: &[Step], relation: Relation) -> bool {
        let Some((last, before)) = path.split_last() else { return true };
        let page = self.of.page;
        let next = |node: NodeId| match relation {
            Relation::Below | Relation::Child => page.parent(node),
            Relation::Next | Relation::Behind => self.of.family.get_or_init(|| Family::of(page)).before(node),
        };
        let far = match relation {
            Relation::Below => DEPTH,
            Relation::Behind => usize::MAX,
            Relation::Child | Relation::Next => 1,
        };
        for node in std::iter::successors(next(self.node), |node| next(*node)).take(far) {
            let element = Element { of: self.of, node, tag: page.tag(node), scope: self.scope };
            let fits = element.is(&last.compound);
            if fits && (before.is_empty() || element.follows(before, last.relation)) {
                return true;
            }
            if self.of.is_spent() || (fits && relation == Relation::Below && last.relation == Relation::Below) {
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

    fn page() -> Page {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let main = builder.element(Some(body), "div", false);
        builder.attribute(main, "id", "content");
        builder.attribute(main, "class", "wide article");
        let link = builder.element(Some(main), "a", false);
        builder.attribute(link, "href", "//www.myzaker.com/source/13755");
        let inner = builder.element(Some(link), "span", false);
        builder.attribute(inner, "class", "auther");
        builder.text(inner, "晨 光ＡＢＣ");
        let other = builder.element(Some(main), "span", false);
        builder.text(other, "报");
        let script = builder.element(Some(main), "script", false);
        builder.text(script, "隐藏");
        Page::new(builder.finish(), Limits::default()).unwrap()
    }

    #[test]
    fn selectors_select_what_css_selects() {
        let page = page();
        // body 0, div 1, a 2, span 3 (text 4), span 5 (text 6), script 7
        let cases = [
            ("#content", vec![1]),
            ("div.article.wide", vec![1]),
            ("a[href*=/source/] span.auther", vec![3]),
            ("div > span", vec![5]),
            ("body span", vec![3, 5]),
            ("body > span", vec![]),
            ("body > div span", vec![3, 5]),
            (".missing, a", vec![2]),
            ("[href^=//www]", vec![2]),
            ("[href$=\"13755\"]", vec![2]),
            ("[class~=wide]", vec![1]),
            ("[class~=wid]", vec![]),
            ("*", vec![0, 1, 2, 3, 5, 7]),
            ("a + span", vec![5]),
            ("a ~ script", vec![7]),
            ("a + script", vec![]),
            ("span:not(.auther)", vec![5]),
            ("div > :not(a, script)", vec![5]),
            ("div > :first-child", vec![2]),
            ("div > :last-child", vec![7]),
            ("span:only-child", vec![3]),
            ("div > :nth-child(2n+1)", vec![2, 7]),
            ("div > :nth-last-child(-n+2)", vec![5, 7]),
            (":is(a, script)", vec![2, 7]),
            ("div:has(.auther)", vec![1]),
            ("div:has(> .auther)", vec![]),
            ("a:has(> .auther)", vec![2]),
            ("a:has(+ span)", vec![2]),
            ("a:has(~ script)", vec![2]),
            ("span:has(~ a)", vec![]),
            ("span:has-text(晨光abc)", vec![3]),
            ("span:-abp-contains(光)", vec![3]),
            ("div:has-text(光abc报)", vec![1]),
            ("div:has-text(隐藏)", vec![]),
            ("span:has-text(/^光|报$/)", vec![5]),
            ("div:not(:has-text(报))", vec![]),
        ];
        for (text, expected) in cases {
            let selector = Selector::parse(text).unwrap();
            let found: Vec<usize> = select(&page, &[&selector]).into_iter().map(|(node, _)| node.index()).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn every_selector_that_selects_an_element_is_told() {
        let page = page();
        let selectors = ["span", ".auther", "a"].map(|text| Selector::parse(text).unwrap());
        let found = Matcher::new(&page).select(&selectors.iter().collect::<Vec<_>>());
        assert_eq!(
            found.iter().map(|(node, at)| (node.index(), *at)).collect::<Vec<_>>(),
            [(2, 2), (3, 0), (3, 1), (5, 0)]
        );
    }

    #[test]
    fn the_work_is_bounded_and_then_nothing_is_selected() {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        for _ in 0..6000 {
            builder.element(Some(body), "i", false);
        }
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let selector = Selector::parse("i ~ i:has(~ b), i").unwrap();
        let matcher = Matcher::new(&page);
        assert!(matcher.select(&[&selector]).is_empty());
        assert!(matcher.is_spent());
    }
}
