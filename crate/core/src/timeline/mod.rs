//! The timeline: the events of an article in order of time, each in the article's own words.

mod document;
mod words;

use std::ops::Range;

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::lexicon::Lexicon;

/// What a timeline is built of: the text that stays after cleaning, and when it was published.
#[derive(Clone, Debug, Default)]
pub struct Input<'t> {
    /// The title.
    pub title: &'t str,
    /// The publication time, local to the page.
    pub published: Option<NaiveDateTime>,
    /// The paragraphs in order.
    pub paragraphs: Vec<Paragraph<'t>>,
}

/// One paragraph of the text.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'t> {
    /// Its text.
    pub text: &'t str,
    /// What it is for the article.
    pub role: Role,
}

/// What a paragraph is for the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Body,
    /// A heading: it names what follows, and dates nothing.
    Heading,
    /// A caption, a credit, a reference, a cell: no event is read from it.
    Aside,
}

/// What kind of entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It happened.
    Happened,
    /// It is announced, scheduled, expected.
    Planned,
    /// Somebody is said to have said so; hearsay.
    Reported,
    /// It is said not to have happened.
    Denied,
    /// It happens again and again.
    Recurring,
}

/// One event of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// When it begins, ISO 8601 as exact as it is known; `None` where only a vague time is given.
    pub start: Option<String>,
    /// When it ends, exclusive.
    pub end: Option<String>,
    /// How exact the time is: `minute`, `hour`, `part`, `day`, `week`, `month`, `quarter`, `year` …
    pub precision: &'static str,
    /// Whether the time is approximate (8 月底, 左右).
    pub approx: bool,
    /// Whether no time word of the text dates it.
    pub inferred: bool,
    /// What kind of entry it is.
    pub kind: Kind,
    /// A clause of the article, verbatim.
    pub headline: String,
    /// People, organisations and places that take part.
    pub participants: Vec<String>,
    /// How much it matters to the article, from 0 to 100.
    pub importance: u8,
    /// Where the text speaks of it.
    pub mentions: Vec<Mention>,
}

/// One place where the text dates an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mention {
    /// The time expression as the text has it; empty where the time is inferred.
    pub expression: String,
    /// The sentence around it, verbatim.
    pub sentence: String,
    /// How the time follows from the expression, in Chinese words.
    pub derivation: String,
    /// The paragraph's position in the input; `None`: the title.
    #[serde(skip)]
    pub paragraph: Option<usize>,
    /// The sentence in that paragraph, in bytes.
    #[serde(skip)]
    pub span: Range<usize>,
    /// The expression in that paragraph, in bytes; empty where the time is inferred.
    #[serde(skip)]
    pub expression_span: Range<usize>,
}

/// Builds the timeline of a text. Without a lexicon there are no participants, and headlines are cut by
/// punctuation alone.
#[must_use]
pub fn build(_input: &Input<'_>, _lexicon: Option<&Lexicon>) -> Vec<Entry> {
    Vec::new()
}
