//! What is known of single sites: where the parts of an article stand, and what around it is chrome.
//!
//! Sites are rows of tables under `data/sites`. The general engine must be good without any of them; a
//! selector that no longer fits selects nothing, and the general engine takes over.

mod address;

pub(crate) use address::Address;

use std::sync::OnceLock;

use crate::{
    page::{NodeId, Page},
    selector::{Selector, select},
};

include!(concat!(env!("OUT_DIR"), "/sites.rs"));

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
    /// A paragraph inside the body that is the site's own disclaimer.
    Disclaimer,
    /// A caption below a picture.
    Caption,
    /// A byline or credit inside the body.
    Credit,
}

/// What kind of page an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article.
    Article,
    /// A list, a channel, a home page.
    List,
    /// The tables do not say.
    Unknown,
}

/// One known site, and what the address says of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its key in the tables.
    pub name: &'static str,
    /// What kind of page the address leads to.
    pub kind: Kind,
    /// The seconds since 1970 at which the page's `ObjectId` was made, where the address has one.
    pub made: Option<i64>,
}

impl Site {
    /// The site of an address, where the tables know it.
    #[must_use]
    pub fn of(url: &str) -> Option<Site> {
        let address = Address::of(url);
        let mut site = None;
        for (name, host, form, kind) in ADDRESSES.iter().filter(|(_, host, ..)| address.within(host)) {
            debug_assert!(!host.is_empty(), "the build checks it");
            if let Some(id) = address.fits(form) {
                let made = id.and_then(|id| i64::from_str_radix(id.get(..8)?, 16).ok());
                return Some(Site { name, kind: *kind, made });
            }
            site = Some(Site { name, kind: Kind::Unknown, made: None });
        }
        site
    }

    /// The nodes of a page which a row of that role points at, in document order.
    #[must_use]
    pub fn nodes(&self, page: &Page, role: Role) -> Vec<NodeId> {
        self.rows(page, role).into_iter().map(|(node, _)| node).collect()
    }

    /// [`nodes`](Self::nodes), each with the reason of its row.
    #[must_use]
    pub fn rows(&self, page: &Page, role: Role) -> Vec<(NodeId, &'static Part)> {
        // Parsed once, not once a page and role: the text of a selector never changes.
        static PARSED: OnceLock<Vec<Option<Selector>>> = OnceLock::new();
        let parsed = PARSED.get_or_init(|| PARTS.iter().map(|part| Selector::parse(part.selector).ok()).collect());
        let (rows, selectors): (Vec<&Part>, Vec<&Selector>) = PARTS
            .iter()
            .zip(parsed)
            .filter(|(part, _)| part.site == self.name && part.role == role)
            .filter_map(|(part, selector)| Some((part, selector.as_ref()?)))
            .unzip();
        select(page, &selectors).into_iter().filter_map(|(node, at)| Some((node, *rows.get(at)?))).collect()
    }
}

/// One row of the table of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The site.
    pub site: &'static str,
    /// What the selector points at.
    pub role: Role,
    /// The selector.
    pub selector: &'static str,
    /// What it is, for the reader, in Chinese; for parts that go.
    pub reason: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zaker_addresses_are_known_in_all_their_forms() {
        let id = "69136d80aaaaaaaaaaaaaaaa";
        let articles = [
            format!("https://www.myzaker.com/article/{id}"),
            format!("http://www.myzaker.com/article/{id}/"),
            format!("https://app.myzaker.com/article/{id}?f=x"),
            format!("https://app.myzaker.com/news/article.php?f=xiaomi&pk={id}"),
            format!("http://applocal.myzaker.com/news/article.php?pk={id}&version=2"),
            format!("http://iphone.myzaker.com/l.php?l={id}"),
        ];
        for url in articles {
            let site = Site::of(&url).unwrap();
            assert_eq!((site.name, site.kind, site.made), ("zaker", Kind::Article, Some(0x6913_6d80)), "{url}");
        }
        for url in
            ["https://www.myzaker.com/", "https://www.myzaker.com/channel/13", "https://www.myzaker.com/source/7"]
        {
            assert_eq!(Site::of(url).unwrap().kind, Kind::List, "{url}");
        }
        assert_eq!(Site::of("https://www.myzaker.com.evil.cn/article/69136d80aaaaaaaaaaaaaaaa"), None);
    }
}
