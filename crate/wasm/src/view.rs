//! What JavaScript gets of a page: the article, what goes, what stays.

use std::borrow::Cow;

use qingdu_core::{
    Kept, Reading,
    article::{Origin, Precision, Refusal},
    boilerplate::{Category, Chrome, Level, Verdict},
    page::{Block, BlockKind, NodeId, Page, Style},
    text::Utf16,
    typeset::Edit,
};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

/// A page, read.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Cleaning {
    /// The article.
    pub article: Article,
    /// What goes.
    pub removed: Vec<Removal>,
    /// What stays, folded paragraphs among it, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Where something stays in further articles behind it: the positions of its first nodes.
    further: Vec<u32>,
    /// Whether the reader's rules were too much work on this page, so that none of them held.
    pub overrun: bool,
}

/// The article of a page.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Whether it is one.
    #[allow(clippy::struct_field_names, reason = "the name that JavaScript sees")]
    pub is_article: bool,
    /// Why it is no article.
    #[tsify(type = "'challenge' | 'empty' | 'list' | 'other' | null")]
    refusal: Option<Refusal>,
    /// Its title.
    pub title: String,
    source: String,
    author: String,
    /// When it was published.
    pub published: Option<Published>,
}

/// When it was published.
#[derive(Debug, Serialize, Tsify)]
pub struct Published {
    /// ISO 8601, as exact as it is known.
    value: String,
    #[tsify(type = "'day' | 'hour' | 'minute' | 'second'")]
    precision: Precision,
    #[tsify(type = "'given' | 'page-id' | 'shown' | 'meta' | 'data' | 'url'")]
    from: Origin,
}

/// Something that goes, and why.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Removal {
    /// Positions in the snapshot's list of nodes: elements, or bare text nodes. Empty where only a part goes.
    nodes: Vec<u32>,
    /// The parts of text nodes that go, where the rest stays.
    trims: Vec<Trim>,
    text: String,
    #[tsify(type = "string")]
    category: Option<Category>,
    rule: String,
    reason: String,
    #[tsify(type = "'hide' | 'fold'")]
    level: Level,
    /// The key by which the reader may keep it on this site from now on; null where nothing would know it again.
    keep: Option<String>,
    /// What the text of the article has where the reader puts it back.
    back: Vec<Back>,
}

/// A paragraph that the article's text has again when what went of it is put back.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Back {
    /// Where among `Cleaning.paragraphs` it stands: before that one, or in its place.
    at: u32,
    /// Whether it stands in its place: what was folded, or lost a part.
    replaces: bool,
    paragraph: Paragraph,
}

/// A part of a text node, in UTF-16.
#[derive(Debug, Serialize, Tsify)]
pub struct Trim {
    node: u32,
    start: u32,
    end: u32,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Tsify)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum ParagraphKind {
    Paragraph,
    Heading,
    Item,
    Quote,
    Cell,
    Preformatted,
    Caption,
    Picture,
}

/// Something that stays.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own, read by JavaScript by its name")]
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
pub struct Paragraph {
    /// What it is.
    pub kind: ParagraphKind,
    /// The level of a heading.
    #[tsify(optional)]
    pub level: Option<u8>,
    /// Whether it is an item of a numbered list.
    #[serde(default)]
    #[tsify(optional)]
    pub numbered: bool,
    /// Its text.
    pub text: String,
    /// Whether all of it is bold.
    pub bold: bool,
    /// Its nodes, as positions in the snapshot's list.
    pub nodes: Vec<u32>,
    /// Four numbers a run: `text[start .. start + len]` stands in text node `node` from `offset`, in UTF-16.
    pub runs: Vec<u32>,
    /// Its links.
    pub links: Vec<Link>,
    /// What stands out in it, those of one style in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[tsify(optional)]
    pub styles: Vec<Span>,
    /// Its pictures.
    pub pictures: Vec<Picture>,
    /// Whether it is folded.
    pub folded: bool,
    /// Whether it is a credit or another note that stays and tells of no event.
    pub aside: bool,
}

/// A link in a paragraph, in UTF-16 of its text.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
pub struct Link {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Its target as the page gives it.
    pub href: String,
}

/// What stands out in a paragraph, in UTF-16 of its text.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
pub struct Span {
    /// Where it begins.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// How: the name of the element that stands for it.
    #[tsify(type = "'strong' | 'em' | 'del' | 'code' | 'sub' | 'sup'")]
    pub style: Style,
}

/// A picture in a paragraph.
#[derive(Clone, Debug, Serialize, Deserialize, Tsify)]
pub struct Picture {
    /// Its position in the snapshot's list.
    pub node: u32,
    /// Its address as the page gives it.
    pub source: String,
    /// Its alternative text.
    pub alt: String,
}

impl Published {
    pub(crate) fn value(&self) -> &str {
        &self.value
    }
}

pub(crate) fn cleaning(page: &Page, reading: &Reading) -> Cleaning {
    let article = &reading.article;
    let backs = backs(page, reading);
    let blocks = reading.judged().zip(&backs).filter_map(|((block, verdict), back)| {
        let back = Vec::from_iter(back.clone());
        Some(Removal { back, ..removal(page, block, verdict)? })
    });
    let behind = reading.further.iter().filter_map(|(block, verdict)| removal(page, block, verdict));
    // What a reader's rule selects holds whole blocks, or a part of one.
    let of_rule = |nodes: &[NodeId]| -> Vec<Back> {
        let inside = |of: &&NodeId| nodes.iter().any(|node| page.contains(*node, **of) || page.contains(**of, *node));
        let judged = reading.judged().zip(&backs);
        let own = judged.filter(|((_, verdict), _)| verdict.category == Some(Category::UserRule));
        own.filter(|((block, _), _)| block.nodes.iter().any(|node| inside(&node)))
            .filter_map(|(_, back)| back.clone())
            .collect()
    };
    let stays = |(block, verdict): &(Block, Verdict)| {
        let node = block.nodes.first().filter(|_| verdict.level == Level::Keep && !block.text.is_empty());
        node.map(|node| position(*node))
    };
    let places = places(reading);
    let chrome = reading.chrome.iter().map(|chrome| Removal {
        nodes: positions(&chrome.nodes),
        trims: Vec::new(),
        keep: chrome.key(),
        back: of_rule(&chrome.nodes).into_iter().chain(inside(page, chrome, &places)).collect(),
        ..of_verdict(&chrome.verdict, chrome.text.clone())
    });
    Cleaning {
        article: Article {
            is_article: article.refusal.is_none(),
            refusal: article.refusal,
            title: article.title.clone(),
            source: article.source.clone(),
            author: article.author.clone(),
            published: article.published.map(|published| Published {
                value: published.value(),
                precision: published.precision,
                from: published.from,
            }),
        },
        removed: chrome.chain(blocks).chain(behind).collect(),
        paragraphs: reading.kept().map(|kept| paragraph(page, &kept)).collect(),
        further: reading.further.iter().filter_map(stays).collect(),
        overrun: reading.overrun,
    }
}

fn removal(page: &Page, block: &Block, verdict: &Verdict) -> Option<Removal> {
    // What a reader's rule selects is told once, with its element.
    if !verdict.goes() || verdict.category == Some(Category::UserRule) {
        return None;
    }
    let whole = verdict.level != Level::Keep;
    let text = if whole && block.text.is_empty() { pictures(block) } else { verdict.gone(block) };
    let level = if whole { verdict.level } else { Level::Hide };
    let nodes = if whole { positions(&block.nodes) } else { Vec::new() };
    let trims = if whole { &[] } else { verdict.trims.as_slice() };
    let trims = trims.iter().flat_map(|range| trims_of(page, block, range.start, range.end)).collect();
    Some(Removal { nodes, trims, level, keep: verdict.key(block), ..of_verdict(verdict, text) })
}

/// So many letters of what goes are told; a list of a hundred links need not cross.
const TOLD: usize = 200;

fn of_verdict(verdict: &Verdict, text: String) -> Removal {
    let text = match text.char_indices().nth(TOLD) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    };
    Removal {
        nodes: Vec::new(),
        trims: Vec::new(),
        text,
        category: verdict.category,
        rule: verdict.rule.clone(),
        reason: verdict.reason.clone(),
        level: verdict.level,
        keep: None,
        back: Vec::new(),
    }
}

/// For every block of the article what its text has again when it is put back; `None` where nothing of it goes.
fn backs(page: &Page, reading: &Reading) -> Vec<Option<Back>> {
    let mut kept = 0;
    let back = |(block, verdict): (&Block, &Verdict)| {
        let at = kept;
        let replaces = verdict.level != Level::Hide;
        kept += u32::from(replaces);
        let whole = Kept { block: Cow::Borrowed(block), verdict };
        let paragraph = || Paragraph { folded: false, ..paragraph(page, &whole) };
        verdict.goes().then(|| Back { at, replaces, paragraph: paragraph() })
    };
    reading.judged().map(back).collect()
}

/// The positions of the paragraphs that stay, in order.
fn places(reading: &Reading) -> Vec<u32> {
    let kept = reading.judged().filter(|(_, verdict)| verdict.level != Level::Hide);
    kept.map(|(block, _)| block.nodes.first().copied().map_or(0, position)).collect()
}

/// What the text has again of a part inside the article that goes as a whole.
fn inside(page: &Page, part: &Chrome, places: &[u32]) -> Vec<Back> {
    let back = |block: &Block| {
        let first = block.nodes.first().copied().map_or(0, position);
        let whole = Kept { block: Cow::Borrowed(block), verdict: &part.verdict };
        let paragraph = Paragraph { folded: false, ..paragraph(page, &whole) };
        Back { at: number(places.partition_point(|place| *place < first)), replaces: false, paragraph }
    };
    part.blocks.iter().map(back).collect()
}

/// The parts of text nodes that a range of the block's text comes from.
fn trims_of(page: &Page, block: &Block, from: usize, until: usize) -> Vec<Trim> {
    let parts = block.runs.iter().filter_map(|run| {
        let (start, end) = (from.max(run.start), until.min(run.start + run.len));
        (start < end).then(|| {
            let utf16 = Utf16::of(page.text(run.node));
            let at = |place: usize| number(utf16.at(run.offset + place - run.start));
            Trim { node: position(run.node), start: at(start), end: at(end) }
        })
    });
    parts.collect()
}

fn paragraph(page: &Page, kept: &Kept<'_>) -> Paragraph {
    let block = &kept.block;
    let utf16 = Utf16::of(&block.text);
    let (kind, level, numbered) = match block.kind {
        BlockKind::Paragraph => (ParagraphKind::Paragraph, None, false),
        BlockKind::Heading(level) => (ParagraphKind::Heading, Some(level), false),
        BlockKind::Item { numbered } => (ParagraphKind::Item, None, numbered),
        BlockKind::Quote => (ParagraphKind::Quote, None, false),
        BlockKind::Cell => (ParagraphKind::Cell, None, false),
        BlockKind::Preformatted => (ParagraphKind::Preformatted, None, false),
        BlockKind::Caption => (ParagraphKind::Caption, None, false),
        BlockKind::Picture => (ParagraphKind::Picture, None, false),
    };
    let runs = block.runs.iter().flat_map(|run| {
        let node = Utf16::of(page.text(run.node));
        let (start, offset) = (utf16.at(run.start), node.at(run.offset));
        let len = utf16.at(run.start + run.len) - start;
        [number(start), position(run.node), number(offset), number(len)]
    });
    Paragraph {
        kind,
        level,
        numbered,
        text: block.text.clone(),
        bold: block.bold,
        nodes: positions(&block.nodes),
        runs: runs.collect(),
        links: block
            .links
            .iter()
            .map(|(range, href)| Link {
                start: number(utf16.at(range.start)),
                end: number(utf16.at(range.end)),
                href: href.clone(),
            })
            .collect(),
        styles: block
            .styles
            .iter()
            .map(|(range, style)| Span {
                start: number(utf16.at(range.start)),
                end: number(utf16.at(range.end)),
                style: *style,
            })
            .collect(),
        pictures: block
            .pictures
            .iter()
            .map(|picture| Picture {
                node: position(picture.node),
                source: picture.source.clone(),
                alt: picture.alt.clone(),
            })
            .collect(),
        folded: kept.verdict.level == Level::Fold,
        aside: kept.verdict.category.is_some_and(Category::is_credit),
    }
}

/// Changes as JavaScript reads them: where, how many units go, what comes.
pub(crate) fn edits(text: &str, edits: &[Edit]) -> Vec<(usize, usize, &'static str)> {
    let utf16 = Utf16::of(text);
    let told = |edit: &Edit| {
        let (start, end) = (utf16.at(edit.range.start), utf16.at(edit.range.end));
        (start, end - start, edit.insert)
    };
    edits.iter().map(told).collect()
}

fn pictures(block: &Block) -> String {
    let alts = block.pictures.iter().map(|picture| picture.alt.as_str()).filter(|alt| !alt.is_empty());
    alts.collect::<Vec<_>>().join(" ")
}

fn positions(nodes: &[NodeId]) -> Vec<u32> {
    nodes.iter().copied().map(position).collect()
}

fn position(node: NodeId) -> u32 {
    number(node.index())
}

/// Sizes are bounded by the page's limits, far below `u32::MAX`.
pub(crate) fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
