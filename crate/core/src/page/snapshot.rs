//! The flat form in which a page crosses from the browser into the core.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::strings::Strings;

/// A page as one flat list of nodes in document order.
///
/// Strings are stored once, in [`strings`](Self::strings); every other list points into it. The form is
/// made for a cheap crossing: five lists, whatever the size of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageSnapshot {
    /// The address of the page.
    pub url: String,
    /// `document.title`, as the page gives it.
    pub title: String,
    /// Every string of the page: tag names in lower case, attribute names, values, texts. What repeats stands once;
    /// a long one may stand twice.
    pub strings: Vec<String>,
    /// Three numbers a node: its parent's position in this list (-1 for a root); the string of its tag
    /// name, or -1 for a text node; for a text node the string of its text, for an element its flags
    /// (1: not rendered).
    pub nodes: Vec<i32>,
    /// Three numbers an attribute: the node's position, the string of the name, the string of the value;
    /// sorted by node.
    pub attributes: Vec<i32>,
}

/// What bounds the work on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Nodes at most.
    pub nodes: usize,
    /// Bytes of all strings at most.
    pub bytes: usize,
}

impl Default for Limits {
    /// 200,000 nodes and 8 MB of text: about twenty times the largest news page that was seen.
    fn default() -> Self {
        Limits { nodes: 200_000, bytes: 8 << 20 }
    }
}

/// Why a snapshot is not a page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// The page is larger than the limits allow.
    TooLarge {
        /// What there was too much of.
        what: &'static str,
        /// How much there was.
        found: usize,
        /// How much is allowed.
        limit: usize,
    },
    /// The lists do not fit each other.
    Malformed {
        /// The list that is wrong.
        list: &'static str,
        /// The position in that list.
        at: usize,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::TooLarge { what, found, limit } => {
                write!(f, "the page is too large: {found} {what}, the limit is {limit}")
            }
            Fault::Malformed { list, at } => write!(f, "the snapshot is malformed: `{list}` at {at}"),
        }
    }
}

impl std::error::Error for Fault {}

/// Writes a snapshot, node by node in document order.
///
/// ```
/// use qingdu_core::page::{Builder, Limits, Page};
///
/// let mut builder = Builder::new("https://example.cn/a", "标题");
/// let body = builder.element(None, "body", false);
/// let paragraph = builder.element(Some(body), "p", false);
/// builder.attribute(paragraph, "class", "lead");
/// builder.text(paragraph, "今年 7 月，新馆开放。");
/// let page = Page::new(builder.finish(), Limits::default())?;
/// assert_eq!(page.len(), 3);
/// # Ok::<(), qingdu_core::page::Fault>(())
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    snapshot: PageSnapshot,
    strings: Strings,
}

impl Builder {
    /// Begins the snapshot of a page.
    #[must_use]
    pub fn new(url: &str, title: &str) -> Self {
        let snapshot = PageSnapshot { url: url.into(), title: title.into(), ..PageSnapshot::default() };
        Builder { snapshot, strings: Strings::default() }
    }

    /// Adds an element below `parent` and gives its position.
    pub fn element(&mut self, parent: Option<i32>, name: &str, hidden: bool) -> i32 {
        let name = self.strings.place(name);
        self.node(parent, name, i32::from(hidden))
    }

    /// Adds a text node below `parent`.
    pub fn text(&mut self, parent: i32, text: &str) -> i32 {
        let text = self.strings.place(text);
        self.node(Some(parent), -1, text)
    }

    /// Adds an attribute to the element added last; `node` is that element.
    pub fn attribute(&mut self, node: i32, name: &str, value: &str) {
        let (name, value) = (self.strings.place(name), self.strings.place(value));
        self.snapshot.attributes.extend([node, name, value]);
    }

    /// The title, where it is only known at the end.
    pub fn title(&mut self, title: &str) {
        title.clone_into(&mut self.snapshot.title);
    }

    /// The finished snapshot.
    #[must_use]
    pub fn finish(self) -> PageSnapshot {
        PageSnapshot { strings: self.strings.finish(), ..self.snapshot }
    }

    fn node(&mut self, parent: Option<i32>, name: i32, value: i32) -> i32 {
        let at = self.snapshot.nodes.len() / 3;
        self.snapshot.nodes.extend([parent.unwrap_or(-1), name, value]);
        i32::try_from(at).unwrap_or(i32::MAX)
    }
}
