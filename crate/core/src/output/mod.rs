//! A reading in the forms that leave the page: plain text, Markdown, HTML.
//!
//! Folded blocks stay out of Markdown and HTML and in plain text only where the caller wants them.

mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;

use std::ops::Range;

use crate::page::{Block, BlockKind, Style};

/// What stands above the text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head<'r> {
    /// The title.
    pub title: &'r str,
    /// Source and time, already joined as they are to be read.
    pub line: &'r str,
    /// The address of the page; empty: it is left out.
    pub url: &'r str,
}

/// Plain text: one block a line.
#[must_use]
pub fn plain<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let mut text = String::new();
    for block in blocks.into_iter().filter(|block| !block.text.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&block.text);
    }
    text
}

/// Plain text for reading elsewhere: title, source and time, the blocks with an empty line between them,
/// and the address at the end.
#[must_use]
pub fn plain_with_head<'b>(head: Head<'_>, blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let blocks = blocks.into_iter().map(|block| block.text.as_str());
    let parts = [head.title, head.line].into_iter().chain(blocks).chain([head.url]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// Whether an address may stand in a link or a picture: `http`, `https`, or relative to the page.
fn is_web(address: &str) -> bool {
    let address = address.trim();
    match address.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#']) => {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        }
        _ => !address.is_empty(),
    }
}

/// A block's text with its links and what stands out in it: `plain` writes a text, `link` a target and what is written
/// of its text, `style` a style and what is written of its text.
fn inline(
    block: &Block,
    plain: &dyn Fn(&str) -> String,
    link: &dyn Fn(&str, &str) -> String,
    style: &dyn Fn(Style, &str) -> String,
) -> String {
    let styled = |range: Range<usize>| styled(block, &range, &Style::ALL, plain, style);
    let mut text = String::new();
    let mut from = 0;
    for (range, target) in block.links.iter().filter(|(_, target)| is_web(target)) {
        if block.text.get(from..range.start).is_none() || block.text.get(range.clone()).is_none() {
            continue;
        }
        text.push_str(&styled(from..range.start));
        text.push_str(&link(target, &styled(range.clone())));
        from = range.end;
    }
    text.push_str(&styled(from..block.text.len()));
    text
}

/// A range of a block's text with what stands out in it, the first of the styles outermost.
fn styled(
    block: &Block,
    range: &Range<usize>,
    styles: &[Style],
    plain: &dyn Fn(&str) -> String,
    write: &dyn Fn(Style, &str) -> String,
) -> String {
    let [outer, inner @ ..] = styles else { return plain(block.text.get(range.clone()).unwrap_or_default()) };
    let mut text = String::new();
    let mut from = range.start;
    for (part, _) in block.styles.iter().filter(|(_, style)| style == outer) {
        let (start, end) = (part.start.max(from), part.end.min(range.end));
        if start < end {
            if from < start {
                text.push_str(&styled(block, &(from..start), inner, plain, write));
            }
            text.push_str(&write(*outer, &styled(block, &(start..end), inner, plain, write)));
            from = end;
        }
    }
    if from < range.end {
        text.push_str(&styled(block, &(from..range.end), inner, plain, write));
    }
    text
}

/// The numbers of a numbered list: items in a row count on, anything else begins anew.
struct Counter(usize);

impl Counter {
    fn next(&mut self, kind: BlockKind) -> usize {
        self.0 = if matches!(kind, BlockKind::Item { .. }) { self.0 + 1 } else { 0 };
        self.0
    }
}
