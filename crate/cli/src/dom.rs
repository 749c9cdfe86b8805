//! The tree that html5ever builds: nodes in one list, linked by their positions, nothing recursive.

use std::{
    borrow::Cow,
    cell::RefCell,
    num::NonZeroU32,
    ops::{Index, IndexMut},
    rc::Rc,
};

use html5ever::{
    Attribute, ExpandedName, ParseOpts, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    parse_document,
    tendril::{StrTendril, TendrilSink as _},
};

/// The position of a node in the list, from 1: four bytes, also where there may be none, keep the nodes small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Id(NonZeroU32);

/// What a node is.
pub(crate) enum Kind {
    /// The document itself, and what templates hold.
    Document,
    /// An element.
    Element(Rc<QualName>, Vec<Attribute>),
    /// Text.
    Text(StrTendril),
    /// Comments and the like: nothing to read.
    Other,
}

/// A node with its links.
pub(crate) struct Node {
    /// What it is.
    pub(crate) kind: Kind,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
}

/// A parsed document.
pub(crate) struct Dom {
    nodes: Nodes,
}

struct Nodes(Vec<Node>);

impl Index<Id> for Nodes {
    type Output = Node;

    fn index(&self, id: Id) -> &Node {
        &self.0[id.0.get() as usize - 1]
    }
}

impl IndexMut<Id> for Nodes {
    fn index_mut(&mut self, id: Id) -> &mut Node {
        &mut self.0[id.0.get() as usize - 1]
    }
}

/// The position of the document.
pub(crate) const DOCUMENT: Id = Id(NonZeroU32::MIN);

/// So many bytes of a page have at least one node, mostly: what is made room for at once.
const NODE: usize = 48;

impl Dom {
    /// Parses a page. Any text is one.
    pub(crate) fn parse(text: &str) -> Dom {
        let unnamed = QualName::new(None, html5ever::ns!(), html5ever::local_name!(""));
        let mut nodes = Vec::with_capacity(text.len() / NODE + 16);
        nodes.push(Node::new(Kind::Document));
        let dom = RefCell::new(Dom { nodes: Nodes(nodes) });
        parse_document(Builder { dom, unnamed: Rc::new(unnamed) }, ParseOpts::default()).one(text)
    }

    /// A node.
    pub(crate) fn node(&self, id: Id) -> &Node {
        &self.nodes[id]
    }

    /// The children of a node, the last one first.
    pub(crate) fn children_back(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].last, |child| self.nodes[*child].previous)
    }

    /// The children of a node, in order.
    pub(crate) fn children(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        std::iter::successors(self.nodes[id].first, |child| self.nodes[*child].next)
    }

    fn add(&mut self, kind: Kind) -> Id {
        let before = u32::try_from(self.nodes.0.len()).unwrap_or(u32::MAX);
        self.nodes.0.push(Node::new(kind));
        Id(NonZeroU32::MIN.saturating_add(before))
    }

    fn detach(&mut self, id: Id) {
        let node = &mut self.nodes[id];
        let (parent, previous, next) = (node.parent.take(), node.previous.take(), node.next.take());
        match previous {
            Some(previous) => self.nodes[previous].next = next,
            None => parent.into_iter().for_each(|parent| self.nodes[parent].first = next),
        }
        match next {
            Some(next) => self.nodes[next].previous = previous,
            None => parent.into_iter().for_each(|parent| self.nodes[parent].last = previous),
        }
    }

    fn append(&mut self, parent: Id, child: Id) {
        self.detach(child);
        let last = self.nodes[parent].last.replace(child);
        match last {
            Some(last) => self.nodes[last].next = Some(child),
            None => self.nodes[parent].first = Some(child),
        }
        let node = &mut self.nodes[child];
        (node.parent, node.previous) = (Some(parent), last);
    }

    fn insert_before(&mut self, sibling: Id, child: Id) {
        self.detach(child);
        let Some(parent) = self.nodes[sibling].parent else { return };
        let previous = self.nodes[sibling].previous.replace(child);
        match previous {
            Some(previous) => self.nodes[previous].next = Some(child),
            None => self.nodes[parent].first = Some(child),
        }
        let node = &mut self.nodes[child];
        (node.parent, node.previous, node.next) = (Some(parent), previous, Some(sibling));
    }

    /// Adds text to the text node there, or says that there is none.
    fn extend(&mut self, node: Option<Id>, text: &StrTendril) -> bool {
        match node.map(|node| &mut self.nodes[node].kind) {
            Some(Kind::Text(before)) => {
                before.push_tendril(text);
                true
            }
            _ => false,
        }
    }
}

impl Node {
    fn new(kind: Kind) -> Node {
        Node { kind, parent: None, previous: None, next: None, first: None, last: None }
    }
}

/// A node as html5ever holds it; elements with their names, which it asks for often.
#[derive(Clone)]
pub(crate) struct Handle {
    id: Id,
    name: Rc<QualName>,
}

struct Builder {
    dom: RefCell<Dom>,
    /// The name of what is no element.
    unnamed: Rc<QualName>,
}

impl Builder {
    fn plain(&self, kind: Kind) -> Handle {
        Handle { id: self.dom.borrow_mut().add(kind), name: self.unnamed.clone() }
    }
}

impl TreeSink for Builder {
    type Handle = Handle;
    type Output = Dom;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Dom {
        self.dom.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: DOCUMENT, name: self.unnamed.clone() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> Handle {
        let name = Rc::new(name);
        let id = self.dom.borrow_mut().add(Kind::Element(name.clone(), attributes));
        Handle { id, name }
    }

    fn create_comment(&self, _text: StrTendril) -> Handle {
        self.plain(Kind::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> Handle {
        self.plain(Kind::Other)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut dom = self.dom.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => dom.append(parent.id, child.id),
            NodeOrText::AppendText(text) => {
                let last = dom.nodes[parent.id].last;
                if !dom.extend(last, &text) {
                    let child = dom.add(Kind::Text(text));
                    dom.append(parent.id, child);
                }
            }
        }
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.dom.borrow().nodes[element.id].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public: StrTendril, _system: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        // What a template holds is read by nobody: it may stand below the template.
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.id == other.id
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut dom = self.dom.borrow_mut();
        match child {
            NodeOrText::AppendNode(child) => dom.insert_before(sibling.id, child.id),
            NodeOrText::AppendText(text) => {
                let previous = dom.nodes[sibling.id].previous;
                if !dom.extend(previous, &text) {
                    let child = dom.add(Kind::Text(text));
                    dom.insert_before(sibling.id, child);
                }
            }
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Kind::Element(_, there) = &mut self.dom.borrow_mut().nodes[target.id].kind {
            for attribute in attributes {
                if !there.iter().any(|known| known.name == attribute.name) {
                    there.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.dom.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut dom = self.dom.borrow_mut();
        while let Some(child) = dom.nodes[node.id].first {
            dom.append(parent.id, child);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(dom: &Dom, id: Id, to: &mut String) {
        match &dom.node(id).kind {
            Kind::Text(text) => to.push_str(text),
            Kind::Element(name, _) => {
                to.push('<');
                to.push_str(&name.local);
                for child in dom.children(id) {
                    to.push(' ');
                    outline(dom, child, to);
                }
                to.push('>');
            }
            _ => dom.children(id).for_each(|child| outline(dom, child, to)),
        }
    }

    #[test]
    fn pages_are_built_as_browsers_build_them() {
        let cases = [
            ("<p>甲<div>乙</div>丙", "<html <head> <body <p 甲> <div 乙> 丙>>"),
            ("<p></p><div>图</div>文<p>", "<html <head> <body <p> <div 图> 文 <p>>>"),
            ("<table>外<tr><td>内</table>", "<html <head> <body 外 <table <tbody <tr <td 内>>>>>>"),
            ("<b>一<p>二</b>三", "<html <head> <body <b 一> <p <b 二> 三>>>"),
            ("<a>一<div><a>二</a></div>", "<html <head> <body <a 一> <div <a> <a 二>>>>"),
            (
                "<!-- 注 --><title>题</title><template><p>藏</template>",
                "<html <head <title 题> <template <p 藏>>> <body>>",
            ),
        ];
        for (html, expected) in cases {
            let dom = Dom::parse(html);
            let mut found = String::new();
            outline(&dom, DOCUMENT, &mut found);
            assert_eq!(found, expected, "{html}");
        }
    }
}
