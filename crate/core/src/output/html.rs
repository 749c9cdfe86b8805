//! HTML for the clipboard and for files.

use std::fmt::Write as _;

use super::{Counter, Head, is_web};
use crate::page::{Block, BlockKind};

/// HTML without scripts, styles or attributes other than `href`, `src`, `alt`: every text is escaped,
/// every address is `http`, `https` or relative.
#[must_use]
pub fn html<'b>(head: Head<'_>, blocks: impl IntoIterator<Item = &'b Block>) -> String {
    let mut text = String::new();
    if !head.title.is_empty() {
        element(&mut text, "h1", &escape(head.title));
    }
    if !head.line.is_empty() {
        element(&mut text, "p", &escape(head.line));
    }
    if is_web(head.url) && !head.url.is_empty() {
        element(&mut text, "p", &format!("<a href=\"{0}\">{0}</a>", escape(head.url)));
    }
    let mut counter = Counter(0);
    let mut list: Option<&str> = None;
    for block in blocks {
        let item = counter.next(block.kind);
        if let Some(tag) = list.filter(|_| item <= 1) {
            let _ = writeln!(text, "</{tag}>");
            list = None;
        }
        for picture in block.pictures.iter().filter(|picture| is_web(&picture.source)) {
            let image = format!("<img src=\"{}\" alt=\"{}\">", escape(&picture.source), escape(&picture.alt));
            element(&mut text, "p", &image);
        }
        let inner = inline(block);
        if inner.is_empty() {
            continue;
        }
        match block.kind {
            BlockKind::Heading(level) => element(&mut text, &format!("h{}", level.clamp(2, 6)), &inner),
            BlockKind::Item { numbered } => {
                if item == 1 {
                    let tag = if numbered { "ol" } else { "ul" };
                    let _ = writeln!(text, "<{tag}>");
                    list = Some(tag);
                }
                element(&mut text, "li", &inner);
            }
            BlockKind::Quote => element(&mut text, "blockquote", &inner),
            BlockKind::Preformatted => element(&mut text, "pre", &inner),
            BlockKind::Paragraph if block.bold => element(&mut text, "p", &format!("<strong>{inner}</strong>")),
            _ => element(&mut text, "p", &inner),
        }
    }
    if let Some(tag) = list {
        let _ = writeln!(text, "</{tag}>");
    }
    text.truncate(text.trim_end().len());
    text
}

fn element(text: &mut String, tag: &str, inner: &str) {
    let _ = writeln!(text, "<{tag}>{inner}</{tag}>");
}

fn inline(block: &Block) -> String {
    let link = |target: &str, inside: &str| format!("<a href=\"{}\">{inside}</a>", escape(target));
    super::inline(block, &escape, &link, &|style, inside| format!("<{0}>{inside}</{0}>", style.tag()))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Builder, Limits, Page, blocks};

    #[test]
    fn hostile_text_and_addresses_stay_harmless() {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let paragraph = builder.element(Some(body), "p", false);
        builder.text(paragraph, "<script>alert(1)</script>");
        let link = builder.element(Some(paragraph), "a", false);
        builder.attribute(link, "href", "javascript:alert(1)");
        builder.text(link, "点我");
        let image = builder.element(Some(body), "img", false);
        builder.attribute(image, "src", "data:text/html,x");
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let root = page.roots().next().unwrap();
        let head = Head { title: "<b>", ..Head::default() };
        let out = html(head, &blocks(&page, root));
        assert_eq!(out, "<h1>&lt;b&gt;</h1>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;点我</p>");
    }

    #[test]
    fn what_stands_out_does_so_in_the_copy() {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let paragraph = builder.element(Some(body), "p", false);
        builder.text(paragraph, "水是 H");
        let below = builder.element(Some(paragraph), "sub", false);
        builder.text(below, "2");
        builder.text(paragraph, "O，");
        let strong = builder.element(Some(paragraph), "b", false);
        builder.text(strong, "不是<");
        let link = builder.element(Some(strong), "a", false);
        builder.attribute(link, "href", "https://example.cn/");
        let em = builder.element(Some(link), "i", false);
        builder.text(em, "油");
        builder.text(link, "脂");
        builder.text(strong, " ");
        builder.text(paragraph, "。");
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let out = html(Head::default(), &blocks(&page, page.roots().next().unwrap()));
        let link = "<a href=\"https://example.cn/\"><strong><em>油</em>脂</strong></a>";
        assert_eq!(out, format!("<p>水是 H<sub>2</sub>O，<strong>不是&lt;</strong>{link} 。</p>"));
    }

    #[test]
    fn items_in_a_row_are_one_list() {
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let list = builder.element(Some(body), "ol", false);
        for text in ["一", "二"] {
            let item = builder.element(Some(list), "li", false);
            builder.text(item, text);
        }
        let after = builder.element(Some(body), "p", false);
        builder.text(after, "完");
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let root = page.roots().next().unwrap();
        let out = html(Head::default(), &blocks(&page, root));
        assert_eq!(out, "<ol>\n<li>一</li>\n<li>二</li>\n</ol>\n<p>完</p>");
    }
}
