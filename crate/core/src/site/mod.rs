//! What is known of single sites: where the parts of an article stand, and what around it is chrome.
//!
//! Sites are rows of tables under `data/sites`. The general engine must be good without any of them.

use crate::page::{NodeId, Page};

/// What a row of the site tables points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The element that holds the article's body.
    Body,
    /// The element whose text is the title.
    Title,
    /// The element whose text is the source.
    Source,
    /// The element whose text is the author.
    Author,
    /// The element whose text is the publication time.
    Time,
    /// Something that is not the article: bars, lists, comments, share buttons.
    Chrome,
}

/// One known site.
#[derive(Clone, Copy, Debug)]
pub struct Site {
    /// Its key in the tables.
    pub name: &'static str,
}

impl Site {
    /// The site of an address, where the tables know it.
    #[must_use]
    pub fn of(_url: &str) -> Option<Site> {
        None
    }

    /// The nodes of a page which a row of that role points at, in document order.
    #[must_use]
    pub fn nodes(&self, _page: &Page, _role: Role) -> Vec<NodeId> {
        Vec::new()
    }
}
