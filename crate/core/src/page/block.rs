//! A block: what a reader sees as one paragraph, heading, list item, quotation or picture.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::tree::NodeId;

/// What kind of block it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// `h1` to `h6`, with the level. A short bold paragraph stays a paragraph with [`Block::bold`].
    Heading(u8),
    /// An item of a list; whether the list is numbered.
    Item {
        /// Whether the list is an `ol`.
        numbered: bool,
    },
    /// A paragraph inside `blockquote`.
    Quote,
    /// A cell of a table.
    Cell,
    /// Text inside `pre`, line ends kept.
    Preformatted,
    /// A `figcaption`.
    Caption,
    /// One or more pictures (or media) without text.
    Picture,
}

/// A picture or other media in a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its element.
    pub node: NodeId,
    /// Its address as the page gives it, lazy attributes resolved; empty where there is none.
    pub source: String,
    /// Its alternative text.
    pub alt: String,
}

/// How letters stand out from those around them. In the order in which they are nested, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Style {
    /// `strong`, `b`.
    Strong,
    /// `em`, `i`.
    Em,
    /// `del`, `s`.
    Del,
    /// `code`, `kbd`, `samp`.
    Code,
    /// `sub`.
    Sub,
    /// `sup`.
    Sup,
}

impl Style {
    /// Every style, the outermost first.
    pub const ALL: [Style; 6] = [Style::Strong, Style::Em, Style::Del, Style::Code, Style::Sub, Style::Sup];

    /// The style that a tag name in lower case gives.
    pub(super) fn of(tag: &str) -> Option<Style> {
        Some(match tag {
            "strong" | "b" => Style::Strong,
            "em" | "i" => Style::Em,
            "del" | "s" => Style::Del,
            "code" | "kbd" | "samp" => Style::Code,
            "sub" => Style::Sub,
            "sup" => Style::Sup,
            _ => return None,
        })
    }

    /// The tag name that stands for it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Style::Strong => "strong",
            Style::Em => "em",
            Style::Del => "del",
            Style::Code => "code",
            Style::Sub => "sub",
            Style::Sup => "sup",
        }
    }
}

/// A stretch of a block's text that stands the same, byte for byte, in one text node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the block's text, in bytes.
    pub start: usize,
    /// The text node.
    pub node: NodeId,
    /// Where it begins in that node's text, in bytes.
    pub offset: usize,
    /// Its length in bytes.
    pub len: usize,
}

/// One block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: white space folded, none at the ends. Empty for pictures.
    pub text: String,
    /// Where the text comes from, in order, covering all of it but folded white space.
    pub runs: Vec<Run>,
    /// The highest nodes that hold this block and no content of another one, in document order. Hiding
    /// these hides the block and nothing else.
    pub nodes: Vec<NodeId>,
    /// The innermost block-level element around it.
    pub container: NodeId,
    /// Bytes of the text that stand inside links.
    pub linked: usize,
    /// The links, as range of the text in bytes and target.
    pub links: Vec<(Range<usize>, String)>,
    /// What stands out in the text, as range in bytes and style, those of one style in order. Where all of the text is
    /// bold, [`bold`](Self::bold) says so and no range does.
    pub styles: Vec<(Range<usize>, Style)>,
    /// Whether all of the text is bold.
    pub bold: bool,
    /// The pictures and media in it.
    pub pictures: Vec<Picture>,
}

impl Block {
    /// The share of the text that stands inside links, from 0 to 1.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a share does not need more than 52 bits")]
    pub fn link_density(&self) -> f64 {
        if self.text.is_empty() { 0.0 } else { self.linked as f64 / self.text.len() as f64 }
    }

    /// Where a byte offset of the text stands in the page: the text node and the byte offset in it. An
    /// offset in folded white space, or at the end, gives the nearest place before it.
    #[must_use]
    pub fn place(&self, offset: usize) -> Option<(NodeId, usize)> {
        let after = self.runs.partition_point(|run| run.start <= offset);
        let run = self.runs.get(after.checked_sub(1)?)?;
        Some((run.node, run.offset + (offset - run.start).min(run.len)))
    }

    /// The block without some ranges of its text (sorted, not overlapping, in bytes); runs and links move
    /// with the text. White space that would be left at the ends goes too. A range that does not lie on the
    /// borders of letters is passed over.
    #[must_use]
    pub fn without(&self, trims: &[Range<usize>]) -> Block {
        let mut kept: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        for trim in trims.iter().filter(|trim| self.text.get((*trim).clone()).is_some()) {
            if trim.start >= from {
                kept.push(from..trim.start);
                from = trim.end;
            }
        }
        kept.push(from..self.text.len());
        if let Some(first) = kept.iter_mut().find(|range| !self.text[(*range).clone()].trim().is_empty()) {
            let part = &self.text[first.clone()];
            first.start += part.len() - part.trim_start().len();
            let start = first.start;
            kept.retain(|range| range.start >= start);
        }
        let mut block = Block {
            text: String::new(),
            runs: Vec::new(),
            links: Vec::new(),
            styles: Vec::new(),
            linked: 0,
            ..self.clone()
        };
        for range in kept {
            self.copy(&range, &mut block);
        }
        let length = block.text.trim_end().len();
        block.cut(length);
        block
    }

    /// Ends the text at a length, and what stands out in it with it.
    pub(super) fn cut(&mut self, length: usize) {
        self.text.truncate(length);
        self.styles.retain_mut(|(range, _)| {
            range.end = range.end.min(length);
            range.start < range.end
        });
    }

    fn copy(&self, range: &Range<usize>, to: &mut Block) {
        let base = to.text.len();
        to.text.push_str(&self.text[range.clone()]);
        let part = |start: usize, end: usize| {
            let (from, until) = (start.max(range.start), end.min(range.end));
            (from < until).then_some((from, until))
        };
        for run in &self.runs {
            if let Some((from, until)) = part(run.start, run.start + run.len) {
                let start = base + from - range.start;
                to.runs.push(Run { start, node: run.node, offset: run.offset + from - run.start, len: until - from });
            }
        }
        for (styled, style) in &self.styles {
            if let Some((from, until)) = part(styled.start, styled.end) {
                to.styles.push((base + from - range.start..base + until - range.start, *style));
            }
        }
        for (link, target) in &self.links {
            if let Some((from, until)) = part(link.start, link.end) {
                to.linked += until - from;
                to.links.push((base + from - range.start..base + until - range.start, target.clone()));
            }
        }
    }
}
