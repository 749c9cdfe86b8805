//! The tree of a page, checked once and cheap to walk.

use std::ops::Range;

use super::snapshot::{Fault, Limits, PageSnapshot};

/// A node of one page: its position in document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

impl NodeId {
    /// The position in document order, the index into the walker's own list of nodes.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node<'p> {
    /// An element, by its tag name in lower case.
    Element(&'p str),
    /// A text node, with its text as the page has it.
    Text(&'p str),
}

/// The tag names that decide how text flows; everything else is inline or a plain container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// Begins and ends a block: `p`, `div`, `section`, `li` and the like.
    Block,
    /// `h1` to `h6`, with the level.
    Heading(u8),
    /// `br`.
    Break,
    /// `img`, `picture`, `svg`, `canvas`.
    Picture,
    /// `video`, `audio`, `iframe`, `embed`, `object`.
    Media,
    /// `script`, `style`, `template`, `noscript`, `head`, form controls: nothing in it is read.
    Silent,
    /// Everything else: `span`, `a`, `strong`, custom elements.
    Inline,
}

impl Name {
    /// Classifies a tag name in lower case.
    #[must_use]
    pub fn of(tag: &str) -> Name {
        match tag {
            "h1" => Name::Heading(1),
            "h2" => Name::Heading(2),
            "h3" => Name::Heading(3),
            "h4" => Name::Heading(4),
            "h5" => Name::Heading(5),
            "h6" => Name::Heading(6),
            "br" => Name::Break,
            "img" | "picture" | "svg" | "canvas" => Name::Picture,
            "video" | "audio" | "iframe" | "embed" | "object" => Name::Media,
            "script" | "style" | "template" | "noscript" | "head" | "link" | "meta" | "title" | "select"
            | "textarea" | "input" | "option" | "datalist" => Name::Silent,
            "html" | "body" | "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside"
            | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "blockquote" | "pre" | "figure" | "figcaption" | "table"
            | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption" | "hr" | "form" | "fieldset" | "address"
            | "details" | "summary" | "center" | "hgroup" | "dialog" => Name::Block,
            _ => Name::Inline,
        }
    }
}

#[derive(Clone, Debug)]
struct Slot {
    parent: u32,
    end: u32,
    name: i32,
    value: u32,
    attributes: (u32, u32),
    hidden: bool,
}

/// A checked page.
#[derive(Clone, Debug)]
pub struct Page {
    snapshot: PageSnapshot,
    slots: Vec<Slot>,
    names: Vec<Option<Name>>,
}

const NONE: u32 = u32::MAX;

impl Page {
    /// Checks a snapshot and makes the tree of it, in time linear in its size.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] where the page passes a limit, [`Fault::Malformed`] where a list points outside
    /// another one or the nodes do not stand in document order.
    pub fn new(snapshot: PageSnapshot, limits: Limits) -> Result<Page, Fault> {
        let count = snapshot.nodes.len() / 3;
        within("nodes", count, limits.nodes)?;
        within("bytes of text", snapshot.strings.iter().map(String::len).sum(), limits.bytes)?;
        if !snapshot.nodes.len().is_multiple_of(3) {
            return Err(Fault::Malformed { list: "nodes", at: snapshot.nodes.len() });
        }
        let mut slots = slots(&snapshot)?;
        close(&mut slots)?;
        attach(&snapshot, &mut slots)?;
        let mut names = vec![None; snapshot.strings.len()];
        for slot in &slots {
            if let Ok(name) = usize::try_from(slot.name) {
                names[name].get_or_insert_with(|| Name::of(&snapshot.strings[name]));
            }
        }
        Ok(Page { snapshot, slots, names })
    }

    /// How many nodes the page has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether the page has no node at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The address of the page.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.snapshot.url
    }

    /// The document's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.snapshot.title
    }

    /// Every node, in document order.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.slots.len()).map(id)
    }

    /// The roots: usually one, `html`.
    pub fn roots(&self) -> impl Iterator<Item = NodeId> + '_ {
        Siblings { page: self, next: 0, end: self.slots.len() }
    }

    /// What a node is.
    #[must_use]
    pub fn node(&self, node: NodeId) -> Node<'_> {
        let slot = &self.slots[node.index()];
        match usize::try_from(slot.name) {
            Ok(name) => Node::Element(&self.snapshot.strings[name]),
            Err(_) => Node::Text(&self.snapshot.strings[slot.value as usize]),
        }
    }

    /// The tag name of an element, in lower case; empty for a text node.
    #[must_use]
    pub fn tag(&self, node: NodeId) -> &str {
        match self.node(node) {
            Node::Element(tag) => tag,
            Node::Text(_) => "",
        }
    }

    /// The class of an element's tag name; [`Name::Inline`] for a text node.
    #[must_use]
    pub fn name(&self, node: NodeId) -> Name {
        let name = usize::try_from(self.slots[node.index()].name).ok();
        name.and_then(|name| self.names[name]).unwrap_or(Name::Inline)
    }

    /// The text of a text node; empty for an element.
    #[must_use]
    pub fn text(&self, node: NodeId) -> &str {
        match self.node(node) {
            Node::Text(text) => text,
            Node::Element(_) => "",
        }
    }

    /// Whether the element itself was not rendered (`display: none` and the like), as far as the walker knows.
    #[must_use]
    pub fn is_hidden(&self, node: NodeId) -> bool {
        self.slots[node.index()].hidden
    }

    /// The parent of a node.
    #[must_use]
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        let parent = self.slots[node.index()].parent;
        (parent != NONE).then_some(NodeId(parent))
    }

    /// The parent, its parent, and so on to a root.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(node), |node| self.parent(*node))
    }

    /// The children of a node, in order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        Siblings { page: self, next: node.index() + 1, end: self.slots[node.index()].end as usize }
    }

    /// The positions of a node and everything below it.
    #[must_use]
    pub fn subtree(&self, node: NodeId) -> Range<usize> {
        node.index()..self.slots[node.index()].end as usize
    }

    /// Everything below a node, in document order, without the node.
    pub fn descendants(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (node.index() + 1..self.slots[node.index()].end as usize).map(id)
    }

    /// The nodes at these positions.
    pub(crate) fn between(&self, positions: Range<usize>) -> impl Iterator<Item = NodeId> + use<> {
        (positions.start..positions.end.min(self.slots.len())).map(id)
    }

    /// Whether `inner` is `outer` or stands below it.
    #[must_use]
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        self.subtree(outer).contains(&inner.index())
    }

    /// The value of an attribute.
    #[must_use]
    pub fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        self.attributes(node).find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The attributes that the walker took of an element, as name and value.
    pub fn attributes(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
        self.told(node).map(|(name, value)| (name, self.string(value)))
    }

    /// The attributes of an element, as name and the position of the value among the page's strings: values repeat, and
    /// what is made of one need be made once.
    pub(crate) fn told(&self, node: NodeId) -> impl Iterator<Item = (&str, usize)> {
        let (start, end) = self.slots[node.index()].attributes;
        self.snapshot.attributes[start as usize..end as usize].chunks_exact(3).filter_map(|triple| {
            let name = self.snapshot.strings.get(usize::try_from(triple[1]).ok()?)?;
            Some((name.as_str(), usize::try_from(triple[2]).ok()?))
        })
    }

    /// How many strings the page has.
    pub(crate) fn strings(&self) -> usize {
        self.snapshot.strings.len()
    }

    /// The string at a position.
    pub(crate) fn string(&self, at: usize) -> &str {
        self.snapshot.strings.get(at).map_or("", String::as_str)
    }

    /// Whether the element has the class.
    #[must_use]
    pub fn has_class(&self, node: NodeId, class: &str) -> bool {
        self.attribute(node, "class").is_some_and(|all| all.split_ascii_whitespace().any(|one| one == class))
    }

    /// The text below a node, white space folded to single spaces, silent elements left out.
    #[must_use]
    pub fn text_of(&self, node: NodeId) -> String {
        let mut text = String::new();
        let mut at = node.index();
        let end = self.slots[at].end as usize;
        while at < end {
            let here = id(at);
            if self.name(here) == Name::Silent {
                at = self.slots[at].end as usize;
                continue;
            }
            match self.node(here) {
                Node::Text(part) => crate::text::push_folded(&mut text, part),
                Node::Element(_) if !matches!(self.name(here), Name::Inline) => {
                    crate::text::push_folded(&mut text, " ");
                }
                Node::Element(_) => {}
            }
            at += 1;
        }
        text.truncate(text.trim_end().len());
        text
    }
}

struct Siblings<'p> {
    page: &'p Page,
    next: usize,
    end: usize,
}

impl Iterator for Siblings<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        (self.next < self.end).then(|| {
            let here = self.next;
            self.next = self.page.slots[here].end as usize;
            id(here)
        })
    }
}

fn id(at: usize) -> NodeId {
    NodeId(u32::try_from(at).unwrap_or(NONE))
}

fn within(what: &'static str, found: usize, limit: usize) -> Result<(), Fault> {
    if found > limit { Err(Fault::TooLarge { what, found, limit }) } else { Ok(()) }
}

fn slots(snapshot: &PageSnapshot) -> Result<Vec<Slot>, Fault> {
    let strings = i32::try_from(snapshot.strings.len()).unwrap_or(i32::MAX);
    let of_strings = |string: i32| (0..strings).contains(&string);
    let each = snapshot.nodes.chunks_exact(3).enumerate().map(|(at, triple)| {
        let malformed = Fault::Malformed { list: "nodes", at };
        let &[parent, name, value] = triple else { return Err(malformed) };
        let here = i32::try_from(at).map_err(|_| malformed.clone())?;
        let text = name == -1;
        let fits = if text { of_strings(value) } else { of_strings(name) && value >= 0 };
        if !fits || !(-1..here).contains(&parent) || (text && parent == -1) {
            return Err(malformed);
        }
        let end = u32::try_from(at + 1).unwrap_or(NONE);
        let parent = u32::try_from(parent).unwrap_or(NONE);
        let value = value.unsigned_abs();
        Ok(Slot { parent, end, name, value, attributes: (0, 0), hidden: !text && value & 1 == 1 })
    });
    each.collect()
}

/// Gives every node the end of its subtree, and checks that the order is the document's: the parent of a
/// node is still open when the node comes.
fn close(slots: &mut [Slot]) -> Result<(), Fault> {
    let mut open: Vec<usize> = Vec::new();
    let position = |at: usize| u32::try_from(at).unwrap_or(NONE);
    for at in 0..slots.len() {
        let parent = slots[at].parent;
        while let Some(top) = open.pop_if(|top| position(*top) != parent) {
            slots[top].end = position(at);
        }
        if parent != NONE && open.is_empty() {
            return Err(Fault::Malformed { list: "nodes", at });
        }
        if slots[at].name != -1 {
            open.push(at);
        }
    }
    for top in open {
        slots[top].end = position(slots.len());
    }
    Ok(())
}

fn attach(snapshot: &PageSnapshot, slots: &mut [Slot]) -> Result<(), Fault> {
    let mut last = 0;
    for (row, triple) in snapshot.attributes.chunks(3).enumerate() {
        let malformed = Fault::Malformed { list: "attributes", at: row * 3 };
        let &[node, name, value] = triple else { return Err(malformed) };
        let within = |string: i32| usize::try_from(string).is_ok_and(|string| string < snapshot.strings.len());
        let node = usize::try_from(node).map_err(|_| malformed.clone())?;
        if node < last || node >= slots.len() || !within(name) || !within(value) {
            return Err(malformed);
        }
        last = node;
        let start = u32::try_from(row * 3).map_err(|_| malformed)?;
        let span = &mut slots[node].attributes;
        *span = if span.1 == 0 { (start, start + 3) } else { (span.0, start + 3) };
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(nodes: &[i32]) -> Result<Page, Fault> {
        let strings = vec!["div".into(), "文".into()];
        let snapshot = PageSnapshot { strings, nodes: nodes.into(), ..PageSnapshot::default() };
        Page::new(snapshot, Limits::default())
    }

    #[test]
    fn a_subtree_is_a_contiguous_range() {
        let page = page(&[-1, 0, 0, 0, 0, 0, 1, -1, 1, 0, 0, 0]).unwrap();
        let root = page.roots().next().unwrap();
        let children: Vec<_> = page.children(root).collect();
        assert_eq!(children.len(), 2);
        assert_eq!(page.subtree(children[0]), 1..3);
        assert_eq!(page.text_of(root), "文");
    }

    #[test]
    fn lists_that_do_not_fit_are_refused() {
        let cases: [(&str, &[i32]); 6] = [
            ("a parent after its child", &[1, 0, 0, -1, 0, 0]),
            ("a tag name that is no string", &[-1, 9, 0]),
            ("a text that is no string", &[-1, 0, 0, 0, -1, 9]),
            ("a text without a parent", &[-1, -1, 1]),
            ("a child of a text", &[-1, 0, 0, 0, -1, 1, 1, 0, 0]),
            ("a node that returns below a closed one", &[-1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]),
        ];
        for (what, nodes) in cases {
            assert!(matches!(page(nodes), Err(Fault::Malformed { .. })), "{what}");
        }
    }

    #[test]
    fn a_page_over_the_limit_is_refused_with_the_figures() {
        let snapshot = PageSnapshot { strings: vec!["p".into()], nodes: [-1, 0, 0].repeat(11), ..Default::default() };
        let fault = Page::new(snapshot, Limits { nodes: 10, bytes: 100 }).unwrap_err();
        assert_eq!(fault, Fault::TooLarge { what: "nodes", found: 11, limit: 10 });
    }
}
