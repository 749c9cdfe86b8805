//! The article of a page: its body, its title, who published it and when.

mod beside;
mod body;
mod caption;
mod clock;
mod draft;
mod facts;
mod feed;
mod find;
mod further;
mod head;
mod plain;
mod published;
mod scan;
mod title;
mod tone;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::page::{Block, NodeId};

/// What the caller knows beside the page.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// When the page was read; "8小时前" counts from it where nothing better is known.
    pub now: Option<DateTime<FixedOffset>>,
    /// The publication time as the caller gives it; it wins over everything that the page says.
    pub published: Option<DateTime<FixedOffset>>,
}

/// How exact a publication time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The day is known.
    Day,
    /// The hour is known.
    Hour,
    /// The minute is known.
    Minute,
    /// The second is known.
    Second,
}

/// Where a publication time was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Given by the caller.
    Given,
    /// The first eight hex digits of a ZAKER article's id, its time of ingest.
    PageId,
    /// Printed on the page.
    Shown,
    /// A `meta` element.
    Meta,
    /// JSON-LD or other data in the page.
    Data,
    /// The address.
    Url,
}

/// When an article was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// The moment, in the zone that the page speaks in (China's where it names none).
    pub at: DateTime<FixedOffset>,
    /// How much of it is known.
    pub precision: Precision,
    /// Where it was read.
    pub from: Origin,
}

/// Why a page is not read as an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Refusal {
    /// A page that asks whether a person is there.
    Challenge,
    /// Nothing to read was found.
    Empty,
    /// A list, a home page, a channel, search results.
    List,
    /// Some other page that is no article: video, login, comments.
    Other,
}

impl Published {
    /// The moment as ISO 8601 with its zone, as exact as it is known: `2025-11-12T02:00+08:00`, and only
    /// the day where only the day is known.
    #[must_use]
    pub fn value(&self) -> String {
        let form = match self.precision {
            Precision::Day => "%Y-%m-%d",
            Precision::Hour | Precision::Minute => "%Y-%m-%dT%H:%M%:z",
            Precision::Second => "%Y-%m-%dT%H:%M:%S%:z",
        };
        self.at.format(form).to_string()
    }
}

/// The article of a page. Where [`refusal`](Self::refusal) says that there is none, the other fields hold
/// what could be found all the same.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// Why the page is not read as an article; `None`: it is one.
    pub refusal: Option<Refusal>,
    /// The title, without the site's suffix.
    pub title: String,
    /// The element that shows the title.
    pub title_node: Option<NodeId>,
    /// Who published it.
    pub source: String,
    /// Who wrote it.
    pub author: String,
    /// When it was published.
    pub published: Option<Published>,
    /// The elements that hold the body, usually one.
    pub body: Vec<NodeId>,
    /// The blocks of the body in order, structural noise already left out.
    pub blocks: Vec<Block>,
    /// The parts of the body that are no part of the article by the names of their elements, in order.
    pub beside: Vec<Beside>,
    /// What stands in the body's place but is no part of the article, by its form alone: navigation that
    /// was copied along with a plain text.
    pub stray: Vec<Block>,
    /// The elements of further articles behind this one, which a page that scrolls without end has added.
    pub further: Vec<NodeId>,
}

pub use beside::Beside;
pub(crate) use beside::{is_apart, place};
pub use find::{find, refusal};
