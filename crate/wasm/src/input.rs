//! What JavaScript hands in.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use qingdu_core::{
    article::Hints,
    boilerplate::Settings,
    page::{Block, BlockKind, Builder, Picture},
    timeline::{self, Role},
    typeset::Spacing,
};
use serde::Deserialize;
use tsify::Tsify;

use crate::{
    rules,
    view::{Article, Cleaning, Paragraph, ParagraphKind, Published},
};

/// How a page is read.
#[derive(Debug, Default, Deserialize, Tsify)]
#[serde(default)]
pub struct CleanOptions {
    /// When the page was read, ISO 8601 with a zone.
    #[tsify(optional)]
    now: Option<String>,
    /// The publication time as the reader corrected it, ISO 8601 with a zone.
    #[tsify(optional)]
    published: Option<String>,
    /// Categories to leave alone, by their names in `Removal.category`.
    #[tsify(optional)]
    off: Vec<String>,
    /// The reader's own rules, one a line.
    #[tsify(optional)]
    rules: String,
    /// The keys of what is not to be removed on this site: `Removal.keep`.
    #[tsify(optional)]
    keep: Vec<String>,
}

impl CleanOptions {
    pub(crate) fn parse(&self) -> Result<(Hints, Settings), BadOption> {
        let hints = Hints {
            now: self.now.as_deref().map(moment).transpose()?,
            published: self.published.as_deref().map(moment).transpose()?,
        };
        let off = self.off.iter().filter_map(|name| category(name)).collect();
        let keep = self.keep.iter().cloned().collect();
        Ok((hints, Settings { off, filters: rules::filters(&self.rules), keep, ..Settings::default() }))
    }
}

/// The category of a name. One that this version does not know is left out: settings may come from a newer one.
fn category(name: &str) -> Option<qingdu_core::boilerplate::Category> {
    let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
    qingdu_core::boilerplate::Category::deserialize(name).ok()
}

/// The text whose timeline is wanted.
#[derive(Debug, Deserialize, Tsify)]
pub struct TimelineInput {
    /// The title of the article.
    title: String,
    /// Its publication time as `Cleaning` gives it, or as the reader corrected it.
    #[tsify(optional)]
    published: Option<String>,
    /// Its paragraphs, those of `Cleaning` in their order.
    paragraphs: Vec<TimelineParagraph>,
}

/// One paragraph of that text.
#[derive(Debug, Deserialize, Tsify)]
pub struct TimelineParagraph {
    kind: ParagraphKind,
    /// Its text.
    text: String,
    /// Whether it was folded: then no event is read from it.
    #[serde(default)]
    #[tsify(optional)]
    folded: bool,
    /// Whether it is a credit: likewise.
    #[serde(default)]
    #[tsify(optional)]
    aside: bool,
}

impl TimelineInput {
    /// As the core takes it.
    pub(crate) fn core(&self) -> Result<timeline::Input<'_>, BadOption> {
        let paragraphs = self.paragraphs.iter().map(|TimelineParagraph { kind, text, folded, aside }| {
            timeline::Paragraph { text, role: kind.role(*folded || *aside) }
        });
        timeline_input(&self.title, self.published.as_deref(), paragraphs.collect())
    }
}

impl Cleaning {
    /// What of it the timeline is made from.
    pub(crate) fn timeline_input(&self) -> Result<timeline::Input<'_>, BadOption> {
        let paragraphs = self.paragraphs.iter().map(|Paragraph { kind, text, folded, aside, .. }| {
            timeline::Paragraph { text, role: kind.role(*folded || *aside) }
        });
        let Article { title, published, .. } = &self.article;
        timeline_input(title, published.as_ref().map(Published::value), paragraphs.collect())
    }
}

fn timeline_input<'t>(
    title: &'t str,
    published: Option<&str>,
    paragraphs: Vec<timeline::Paragraph<'t>>,
) -> Result<timeline::Input<'t>, BadOption> {
    Ok(timeline::Input { title, published: self::published(published)?, paragraphs })
}

/// A publication time in any of the forms in which the core writes it.
pub(crate) fn published(text: Option<&str>) -> Result<Option<NaiveDateTime>, BadOption> {
    text.map(local).transpose()
}

/// All of a text: what the lexicon must know the words of.
pub(crate) fn whole(input: &timeline::Input<'_>) -> String {
    let mut whole = input.title.to_owned();
    for paragraph in &input.paragraphs {
        whole.push('\n');
        whole.push_str(paragraph.text);
    }
    whole
}

/// The form in which text is copied.
#[derive(Clone, Copy, Debug, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
pub enum CopyForm {
    /// Plain text.
    Plain,
    /// HTML.
    Html,
    /// Markdown.
    Markdown,
}

/// What stands above (and the address below) copied text; empty parts are left out.
#[derive(Debug, Deserialize, Tsify)]
pub struct CopyHead {
    /// The title.
    pub title: String,
    /// Source and time, as they are to be read.
    pub line: String,
    /// The address.
    pub url: String,
    /// How title and text are set; as they are where it is not said.
    #[serde(default = "as_is")]
    #[tsify(optional, type = "'tight' | 'as-is' | 'spaced'")]
    pub(crate) spacing: Spacing,
}

fn as_is() -> Spacing {
    Spacing::AsIs
}

/// Texts to be set.
#[derive(Debug, Deserialize)]
pub struct TypesetInput {
    /// `tight`, `as-is` or `spaced`.
    pub(crate) spacing: Spacing,
    /// The texts.
    pub(crate) texts: Vec<String>,
}

/// Blocks that say the same as the paragraphs, for the core's writers.
pub(crate) fn blocks(paragraphs: &[Paragraph]) -> Vec<Block> {
    let mut builder = Builder::new("", "");
    builder.element(None, "body", false);
    // The writers look at texts, links and addresses only; every block may stand on the one node there is.
    let page = qingdu_core::page::Page::new(builder.finish(), qingdu_core::page::Limits::default());
    let Some(node) = page.ok().and_then(|page| page.roots().next()) else { return Vec::new() };
    let block = |paragraph: &Paragraph| {
        let bytes = |unit: u32| byte_of(&paragraph.text, unit);
        let links = paragraph.links.iter();
        let pictures = paragraph.pictures.iter();
        Block {
            kind: paragraph.kind.core(paragraph.level, paragraph.numbered),
            text: paragraph.text.clone(),
            runs: Vec::new(),
            nodes: Vec::new(),
            container: node,
            linked: 0,
            links: links.map(|link| (bytes(link.start)..bytes(link.end), link.href.clone())).collect(),
            styles: paragraph.styles.iter().map(|span| (bytes(span.start)..bytes(span.end), span.style)).collect(),
            bold: paragraph.bold,
            pictures: pictures
                .map(|picture| Picture { node, source: picture.source.clone(), alt: picture.alt.clone() })
                .collect(),
        }
    };
    paragraphs.iter().map(block).collect()
}

fn byte_of(text: &str, unit: u32) -> usize {
    let mut units = 0;
    for (at, letter) in text.char_indices() {
        if units >= unit {
            return at;
        }
        units += u32::from(letter.len_utf16() == 2) + 1;
    }
    text.len()
}

impl ParagraphKind {
    /// What it is for the timeline; what was folded and what is a credit tell of no event.
    fn role(self, is_aside: bool) -> Role {
        match self {
            _ if is_aside => Role::Aside,
            Self::Heading => Role::Heading,
            Self::Caption | Self::Cell | Self::Preformatted | Self::Picture => Role::Aside,
            Self::Paragraph | Self::Item | Self::Quote => Role::Body,
        }
    }

    fn core(self, level: Option<u8>, numbered: bool) -> BlockKind {
        match self {
            ParagraphKind::Paragraph => BlockKind::Paragraph,
            ParagraphKind::Heading => BlockKind::Heading(level.unwrap_or(2)),
            ParagraphKind::Item => BlockKind::Item { numbered },
            ParagraphKind::Quote => BlockKind::Quote,
            ParagraphKind::Cell => BlockKind::Cell,
            ParagraphKind::Preformatted => BlockKind::Preformatted,
            ParagraphKind::Caption => BlockKind::Caption,
            ParagraphKind::Picture => BlockKind::Picture,
        }
    }
}

/// An option that cannot be read.
#[derive(Debug)]
pub(crate) struct BadOption(String);

impl fmt::Display for BadOption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a time: {}", self.0)
    }
}

impl std::error::Error for BadOption {}

fn moment(text: &str) -> Result<DateTime<FixedOffset>, BadOption> {
    // JavaScript's toISOString has seconds; `Published::value` may have none.
    DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z"))
        .map_err(|_| BadOption(text.into()))
}

/// The local wall clock of a time that may lack its zone or its clock; a day alone counts as its end, so
/// that what the article says of "today" is not in its future.
fn local(text: &str) -> Result<NaiveDateTime, BadOption> {
    if let Ok(moment) = moment(text) {
        return Ok(moment.naive_local());
    }
    let clock = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"];
    if let Some(time) = clock.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
        return Ok(time);
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    day.and_then(|day| day.and_hms_opt(23, 59, 0)).ok_or_else(|| BadOption(text.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_every_form_that_the_core_writes() {
        let cases = [
            ("2025-11-12T02:00+08:00", "2025-11-12T02:00:00"),
            ("2025-11-12T02:00:05+08:00", "2025-11-12T02:00:05"),
            ("2025-11-12", "2025-11-12T23:59:00"),
            ("2025-11-12T02:00", "2025-11-12T02:00:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(local(text).unwrap().format("%Y-%m-%dT%H:%M:%S").to_string(), expected);
        }
        assert_eq!(local("gestern").unwrap_err().to_string(), "not a time: gestern");
    }

    #[test]
    fn an_unknown_category_is_left_out() {
        assert!(category("like_share").is_some());
        assert!(category("from_the_future").is_none());
    }
}
