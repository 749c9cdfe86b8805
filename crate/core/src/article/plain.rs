//! An article that is plain text: its title and its line of data are told by their form alone.

use super::{
    body::{letters, marks},
    head::Line,
};
use crate::{
    boilerplate,
    page::{Block, Name, NodeId, Page},
};

/// The head of a plain text.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// The position of the title among the blocks.
    pub(super) title: Option<usize>,
    /// The position and content of the line with source and time.
    pub(super) data: Option<(usize, Line)>,
    /// Lines before both that are no text: navigation that was copied along.
    pub(super) chrome: Vec<usize>,
}

/// How many lines the head may have.
const HEAD: usize = 8;

/// Whether the page is a plain text: a body of paragraphs without any attribute.
pub(super) fn is_plain(page: &Page, body: NodeId) -> bool {
    let mut children = page.children(body).peekable();
    children.peek().is_some()
        && page.roots().count() == 1
        && page.title().is_empty()
        && children.all(|child| {
            page.tag(child) == "p"
                && page.attributes(child).next().is_none()
                && page.children(child).all(|inner| page.name(inner) == Name::Inline && page.tag(inner).is_empty())
        })
}

/// Finds the head of a text.
pub(super) fn head(blocks: &[Block]) -> Head {
    let lines: Vec<Line> = blocks.iter().take(HEAD).map(|block| Line::of(&block.text)).collect();
    // 12月8日，董事长辞职。 is a paragraph.
    let is_sentence = |block: &Block| block.text.ends_with(['。', '！', '？']);
    let data =
        blocks.iter().zip(&lines).position(|(block, line)| line.is_data(letters(&block.text)) && !is_sentence(block));
    let title = |at: &usize| blocks.get(*at).is_some_and(|block| is_title(&block.text)) && *at < lines.len();
    let furniture = |at: &usize| boilerplate::is_furniture(&blocks[*at].text);
    let title = match data {
        // The title stands right before the line of data or right behind it; before it may be navigation.
        Some(data) => {
            let before = data.checked_sub(1).filter(title).filter(|at| !furniture(at));
            before.or(Some(data + 1).filter(title))
        }
        None => (0..lines.len().min(3)).find(|at| !furniture(at)).filter(title).filter(|at| blocks.len() > at + 1),
    };
    let start = title.into_iter().chain(data).min().unwrap_or(0);
    let is_chrome = |at: &usize| furniture(at) || letters(&blocks[*at].text) <= 12 && marks(&blocks[*at].text) == 0;
    let data = data.and_then(|at| Some((at, lines.into_iter().nth(at)?)));
    Head { title, chrome: (0..start).filter(is_chrome).collect(), data }
}

/// Whether a line may be a title: short, and not a sentence.
fn is_title(text: &str) -> bool {
    let count = letters(text);
    (4..=80).contains(&count) && !text.ends_with(['。', '；', '，', '：', ':', ',', ';']) && !text.contains('。')
}

#[cfg(test)]
mod tests {
    use crate::{
        article::{self, Hints},
        page::{Builder, Limits, Page},
    };

    #[test]
    fn a_sentence_with_a_date_is_a_paragraph_and_no_line_of_data() {
        let (title, data) = ("纸厂停产两年后易主", "来源：晨光报 2025-01-09 08:30");
        let text = ["12月8日，董事长辞职。", "新东家接手后，机器重新转了起来。"];
        for head in [[title].as_slice(), &[title, data]] {
            let mut builder = Builder::new("", "");
            let body = builder.element(None, "body", false);
            for line in head.iter().chain(&text) {
                let paragraph = builder.element(Some(body), "p", false);
                builder.text(paragraph, line);
            }
            let page = Page::new(builder.finish(), Limits::default()).unwrap();
            let blocks = article::find(&page, &Hints::default()).blocks;
            assert_eq!(blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>(), text, "{head:?}");
        }
    }
}
