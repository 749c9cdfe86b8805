//! From the tree to blocks.
//!
//! The content leaves below a root (text that is not blank, pictures, media) are walked once, in document
//! order. A block-level tag, a heading or a line break between two leaves ends a block. Bare text beside
//! block-level siblings, which ZAKER has after every picture, is therefore a block like any other.

use std::collections::BTreeMap;

use super::block::{Block, BlockKind, Picture, Run, Style};
use super::tree::{Name, Node, NodeId, Page};

/// Splits what stands below `root` into blocks, in document order. Linear in the size of the subtree.
///
/// Elements that are not rendered or that hold no prose (`script`, form controls) are passed over.
#[must_use]
pub fn blocks(page: &Page, root: NodeId) -> Vec<Block> {
    let mut walk =
        Walk { page, open: None, blocks: Vec::new(), leaves: Vec::new(), spans: Vec::new(), cells: Vec::new() };
    walk.below(root);
    walk.flush();
    let Walk { mut blocks, leaves, spans, cells, .. } = walk;
    frames_are_no_cells(&mut blocks, &cells);
    for (block, span) in blocks.iter_mut().zip(spans) {
        block.nodes = cover(page, root, &leaves, span);
    }
    blocks
}

/// A cell with so many bytes of text holds prose: the table around it lays the page out.
const PROSE: usize = 600;

/// Old sites frame the whole page by tables: what stands in such a frame is running text.
fn frames_are_no_cells(blocks: &mut [Block], cells: &[Option<NodeId>]) {
    let mut held: BTreeMap<NodeId, usize> = BTreeMap::new();
    for (block, cell) in blocks.iter().zip(cells) {
        if let Some(cell) = cell {
            *held.entry(*cell).or_default() += block.text.len();
        }
    }
    for (block, cell) in blocks.iter_mut().zip(cells) {
        let frame = cell.is_some_and(|cell| held.get(&cell).is_some_and(|text| *text >= PROSE));
        if frame && block.kind == BlockKind::Cell {
            block.kind = BlockKind::Paragraph;
        }
    }
}

/// What the ancestors of a leaf say about it.
#[derive(Clone, Debug)]
struct Context {
    end: usize,
    kind: Option<BlockKind>,
    container: NodeId,
    /// The nearest cell of a table.
    cell: Option<NodeId>,
    link: Option<NodeId>,
    /// A bit for every style.
    styles: u8,
    preformatted: bool,
    numbered: bool,
}

struct Walk<'p> {
    page: &'p Page,
    open: Option<Open>,
    blocks: Vec<Block>,
    /// The content leaves so far.
    leaves: Vec<NodeId>,
    /// For every block, the range of its leaves.
    spans: Vec<(usize, usize)>,
    /// For every block, the cell of a table that it stands in.
    cells: Vec<Option<NodeId>>,
}

struct Open {
    block: Block,
    cell: Option<NodeId>,
    first_leaf: usize,
    bold_bytes: usize,
    pending_space: Option<char>,
    last_link: Option<NodeId>,
}

impl Walk<'_> {
    fn below(&mut self, root: NodeId) {
        let mut stack = vec![Context {
            end: self.page.subtree(root).end,
            kind: None,
            container: root,
            cell: None,
            link: None,
            styles: 0,
            preformatted: self.page.tag(root) == "pre",
            numbered: false,
        }];
        let mut skip_to = 0;
        for node in self.page.descendants(root) {
            if node.index() < skip_to {
                continue;
            }
            while stack.len() > 1 && stack.last().is_some_and(|context| context.end <= node.index()) {
                let closed = stack.pop();
                if closed.is_some_and(|closed| stack.last().is_some_and(|now| now.container != closed.container)) {
                    self.flush();
                }
            }
            let Some(context) = stack.last() else { return };
            match self.page.node(node) {
                Node::Text(text) => self.text(node, text, &context.clone()),
                Node::Element(tag) => {
                    let name = self.page.name(node);
                    if name == Name::Silent || self.page.is_hidden(node) {
                        skip_to = self.page.subtree(node).end;
                        continue;
                    }
                    let inner = self.enter(node, tag, name, context);
                    match name {
                        Name::Break if inner.preformatted => self.space('\n'),
                        Name::Break => self.flush(),
                        Name::Picture | Name::Media => {
                            self.picture(node, &inner);
                            skip_to = self.page.subtree(node).end;
                        }
                        Name::Block | Name::Heading(_) => {
                            self.flush();
                            stack.push(inner);
                        }
                        Name::Silent | Name::Inline => stack.push(inner),
                    }
                }
            }
        }
    }

    fn enter(&self, node: NodeId, tag: &str, name: Name, outer: &Context) -> Context {
        let mut inner = outer.clone();
        inner.end = self.page.subtree(node).end;
        if matches!(name, Name::Block | Name::Heading(_)) {
            inner.container = node;
        }
        match tag {
            "a" => inner.link = Some(node),
            "ol" => inner.numbered = true,
            "ul" => inner.numbered = false,
            "li" => inner.kind = Some(BlockKind::Item { numbered: outer.numbered }),
            "blockquote" => inner.kind = Some(BlockKind::Quote),
            "td" | "th" => {
                inner.kind = Some(BlockKind::Cell);
                inner.cell = Some(node);
            }
            "figcaption" => inner.kind = Some(BlockKind::Caption),
            "pre" => {
                inner.kind = Some(BlockKind::Preformatted);
                inner.preformatted = true;
            }
            _ => {}
        }
        if let Some(style) = Style::of(tag) {
            inner.styles |= bit(style);
        }
        if let Name::Heading(level) = name {
            inner.kind = Some(BlockKind::Heading(level));
        }
        inner
    }

    fn text(&mut self, node: NodeId, text: &str, context: &Context) {
        if text.chars().all(blank) {
            self.space(' ');
            return;
        }
        // A picture before text on the same line stands as a block of its own.
        if self.open.as_ref().is_some_and(|open| open.block.kind == BlockKind::Picture) {
            self.flush();
        }
        let first_leaf = self.leaves.len();
        self.leaves.push(node);
        let kind = context.kind.unwrap_or(BlockKind::Paragraph);
        let open = self.open.get_or_insert_with(|| Open::new(kind, context, first_leaf));
        open.push(node, text, context, self.page);
    }

    fn space(&mut self, space: char) {
        if let Some(open) = &mut self.open {
            open.pending_space.get_or_insert(space);
        }
    }

    fn picture(&mut self, node: NodeId, context: &Context) {
        if self.page.name(node) == Name::Media && self.page.tag(node) == "iframe" {
            return;
        }
        // An icon inside a line of text belongs to that line.
        if let Some(open) = &mut self.open {
            open.block.pictures.push(picture(self.page, node));
            self.leaves.push(node);
            return;
        }
        let first_leaf = self.leaves.len();
        self.leaves.push(node);
        let mut open = Open::new(BlockKind::Picture, context, first_leaf);
        open.block.pictures.push(picture(self.page, node));
        self.open = Some(open);
    }

    fn flush(&mut self) {
        if let Some(open) = self.open.take() {
            self.spans.push((open.first_leaf, self.leaves.len()));
            self.cells.push(open.cell);
            self.blocks.push(open.finish());
        }
    }
}

impl Open {
    fn new(kind: BlockKind, context: &Context, first_leaf: usize) -> Open {
        let block = Block {
            kind,
            text: String::new(),
            runs: Vec::new(),
            nodes: Vec::new(),
            container: context.container,
            linked: 0,
            links: Vec::new(),
            styles: Vec::new(),
            bold: false,
            pictures: Vec::new(),
        };
        Open { block, cell: context.cell, first_leaf, bold_bytes: 0, pending_space: None, last_link: None }
    }

    fn push(&mut self, node: NodeId, text: &str, context: &Context, page: &Page) {
        let from = self.block.text.len();
        // What stands the same in both texts is copied at once.
        let mut same = 0;
        for (offset, letter) in text.char_indices() {
            if !blank(letter) {
                continue;
            }
            let unseen = is_zero_width(letter);
            self.copy(node, same, &text[same..offset]);
            same = offset + letter.len_utf8();
            if unseen {
                continue;
            }
            let space = match letter {
                '\u{3000}' => '\u{3000}',
                '\n' if context.preformatted => '\n',
                _ => ' ',
            };
            if context.preformatted {
                if space == letter {
                    self.run(node, offset, space.len_utf8());
                }
                self.block.text.push(space);
            } else {
                self.pending_space.get_or_insert(space);
            }
        }
        self.copy(node, same, &text[same..]);
        let written = self.block.text.len() - from;
        if context.styles & bit(Style::Strong) > 0 {
            self.bold_bytes += written;
        }
        for style in Style::ALL.into_iter().filter(|style| context.styles & bit(*style) > 0) {
            self.style(style, from);
        }
        if let Some(link) = context.link {
            self.link(link, from, page);
        }
    }

    /// Writes a part of a text node, after the space that may stand before it.
    fn copy(&mut self, node: NodeId, offset: usize, part: &str) {
        if part.is_empty() {
            return;
        }
        if let Some(space) = self.pending_space.take()
            && !self.block.text.is_empty()
        {
            self.block.text.push(space);
        }
        self.run(node, offset, part.len());
        self.block.text.push_str(part);
    }

    /// Notes where what is written next comes from.
    fn run(&mut self, node: NodeId, offset: usize, len: usize) {
        let start = self.block.text.len();
        if let Some(last) = self.block.runs.last_mut()
            && last.node == node
            && last.offset + last.len + (start - last.start - last.len) == offset
            && start - last.start - last.len <= 1
        {
            // A single folded space of one byte in between keeps the two sides in step.
            last.len = start - last.start + len;
            return;
        }
        self.block.runs.push(Run { start, node, offset, len });
    }

    /// Notes a style of what was written last; one that goes on over a space goes over the space too.
    fn style(&mut self, style: Style, from: usize) {
        let to = self.block.text.len();
        let text = &self.block.text;
        let start = from + text[from..].len() - text[from..].trim_start().len();
        if start >= to {
            return;
        }
        let last = self.block.styles.iter_mut().rev().find(|(_, known)| *known == style);
        match last.filter(|(range, _)| text[range.end..start].trim().is_empty()) {
            Some((range, _)) => range.end = to,
            None => self.block.styles.push((start..to, style)),
        }
    }

    fn link(&mut self, link: NodeId, from: usize, page: &Page) {
        let to = self.block.text.len();
        self.block.linked += to - from;
        let target = page.attribute(link, "href").unwrap_or_default();
        if self.last_link == Some(link)
            && let Some((range, _)) = self.block.links.last_mut()
        {
            range.end = to;
        } else {
            self.block.links.push((from..to, target.into()));
        }
        self.last_link = Some(link);
    }

    fn finish(self) -> Block {
        let mut block = self.block;
        let length = block.text.trim_end().len();
        block.cut(length);
        block.runs.retain_mut(|run| {
            run.len = run.len.min(length.saturating_sub(run.start));
            run.len > 0
        });
        let letters = || block.text.chars().filter(|letter| !blank(*letter)).map(char::len_utf8).sum::<usize>();
        block.bold = !block.text.is_empty() && self.bold_bytes > 0 && self.bold_bytes >= letters();
        if block.bold {
            block.styles.retain(|(_, style)| *style != Style::Strong);
        }
        block
    }
}

/// The highest nodes below `root` whose content leaves all lie in the span. Every node is climbed at most
/// once over all spans, so the whole is linear.
fn cover(page: &Page, root: NodeId, leaves: &[NodeId], (from, to): (usize, usize)) -> Vec<NodeId> {
    let mut units: Vec<NodeId> = Vec::new();
    // The positions that the neighbouring leaves leave free for this span.
    let after = from.checked_sub(1).and_then(|before| leaves.get(before)).map_or(0, |leaf| page.subtree(*leaf).end);
    let before = leaves.get(to).map_or(usize::MAX, |leaf| leaf.index());
    for leaf in leaves.get(from..to).unwrap_or_default() {
        if units.last().is_some_and(|unit| page.contains(*unit, *leaf)) {
            continue;
        }
        let mut unit = *leaf;
        for ancestor in page.ancestors(*leaf) {
            let subtree = page.subtree(ancestor);
            if ancestor == root || subtree.start < after || subtree.end > before {
                break;
            }
            unit = ancestor;
        }
        units.push(unit);
    }
    units
}

fn picture(page: &Page, node: NodeId) -> Picture {
    // A lazy loader keeps the address in an attribute of its own until the picture comes into view.
    const LAZY: [&str; 7] =
        ["data-original", "data-src", "data-gif-url", "data-actualsrc", "data-lazy-src", "data-url", "src"];
    let inner = page.descendants(node).find(|inner| page.tag(*inner) == "img");
    let image = if page.tag(node) == "picture" { inner.unwrap_or(node) } else { node };
    let source = LAZY.iter().filter_map(|name| page.attribute(image, name)).find(|value| !value.trim().is_empty());
    Picture {
        node,
        source: source.unwrap_or_default().trim().into(),
        alt: page.attribute(image, "alt").unwrap_or_default().trim().into(),
    }
}

fn bit(style: Style) -> u8 {
    1 << style as u8
}

fn blank(letter: char) -> bool {
    // Most letters are Chinese.
    !matches!(letter, '\u{3001}'..='\u{fefe}') && (letter.is_whitespace() || is_zero_width(letter))
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Builder, Limits};

    /// Builds a page from a small notation: `<tag` opens, `>` closes, anything else is text.
    fn page(parts: &[&str]) -> Page {
        let mut builder = Builder::new("", "");
        let mut open = vec![builder.element(None, "body", false)];
        for part in parts {
            let parent = *open.last().unwrap();
            match part.strip_prefix('<') {
                Some(tag) => open.push(builder.element(Some(parent), tag, false)),
                None if *part == ">" => drop(open.pop()),
                None => drop(builder.text(parent, part)),
            }
        }
        Page::new(builder.finish(), Limits::default()).unwrap()
    }

    fn texts(page: &Page) -> Vec<String> {
        let root = page.roots().next().unwrap();
        blocks(page, root).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn bare_text_after_a_picture_is_a_block_of_its_own() {
        let page = page(&["<p", ">", "<div", "<img", ">", ">", "图后的一段。", "<p", "下一段。", ">"]);
        assert_eq!(texts(&page), ["", "图后的一段。", "下一段。"]);
        let root = page.roots().next().unwrap();
        let nodes = &blocks(&page, root)[1].nodes;
        assert_eq!(nodes.len(), 1);
        assert_eq!(page.text(nodes[0]), "图后的一段。");
    }

    #[test]
    fn a_line_break_parts_two_blocks_and_inline_tags_do_not() {
        let page = page(&["<p", "第一", "<strong", "行", ">", "<br", ">", "　　第二行", ">"]);
        assert_eq!(texts(&page), ["第一行", "第二行"]);
    }

    #[test]
    fn the_nodes_of_a_block_are_the_highest_that_hold_nothing_else() {
        let page = page(&["<div", "<p", "<span", "独占", ">", ">", "<p", ">", ">", "<p", "别的", ">"]);
        let root = page.roots().next().unwrap();
        let nodes = &blocks(&page, root)[0].nodes;
        assert_eq!(nodes.iter().map(|node| page.tag(*node)).collect::<Vec<_>>(), ["div"]);
    }

    #[test]
    fn a_table_that_frames_prose_has_no_cells_and_one_of_figures_has() {
        let kinds = |page: &Page| {
            let root = page.roots().next().unwrap();
            blocks(page, root).into_iter().map(|block| block.kind).collect::<Vec<_>>()
        };
        let paragraph = "新馆今年七月奠基，明年春天开放。".repeat(10);
        let framed = page(&["<table", "<tr", "<td", "<p", &paragraph, ">", "<p", &paragraph, ">", ">", ">", ">"]);
        assert_eq!(kinds(&framed), [BlockKind::Paragraph, BlockKind::Paragraph]);
        let figures = page(&["<table", "<tr", "<td", "2018 年", ">", "<td", "新桥通车", ">", ">", ">"]);
        assert_eq!(kinds(&figures), [BlockKind::Cell, BlockKind::Cell]);
    }

    #[test]
    fn every_letter_leads_back_to_its_text_node() {
        let page = page(&["<p", "  今年 7 月，\n\n  新馆", "<a", "开放\u{200b}了", ">", " 。 ", ">"]);
        let root = page.roots().next().unwrap();
        let block = &blocks(&page, root)[0];
        assert_eq!(block.text, "今年 7 月， 新馆开放了 。");
        for (offset, letter) in block.text.char_indices().filter(|(_, letter)| *letter != ' ') {
            let (node, at) = block.place(offset).unwrap();
            assert_eq!(page.text(node)[at..].chars().next(), Some(letter));
        }
        assert_eq!(block.linked, "开放了".len());
    }

    #[test]
    fn a_trimmed_block_still_leads_back_to_its_text_nodes() {
        let page = page(&["<p", "↑先点关注。", "<a", "新馆开放", ">", "，票价不变。记得转发。", ">"]);
        let root = page.roots().next().unwrap();
        let block = &blocks(&page, root)[0];
        let (head, tail) = ("↑先点关注。".len(), "记得转发。".len());
        let trimmed = block.without(&[0..head, block.text.len() - tail..block.text.len()]);
        assert_eq!(trimmed.text, "新馆开放，票价不变。");
        assert_eq!(trimmed.linked, "新馆开放".len());
        for (offset, letter) in trimmed.text.char_indices() {
            let (node, at) = trimmed.place(offset).unwrap();
            assert_eq!(page.text(node)[at..].chars().next(), Some(letter));
        }
    }
}
