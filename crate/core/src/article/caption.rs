//! Captions: the lines that say what a picture shows.
//!
//! Only `figcaption` says so by its tag; most pages have a plain paragraph below the picture. A caption is no running
//! text: the reader mode sets it small, and a timeline reads no event from it.

use super::{body::letters, tone};
use crate::{
    page::{Block, BlockKind, NodeId, Page},
    site::{Role, Site},
};

/// Makes captions of the paragraphs beside a picture that are captions: by the site's table, by the name of their
/// element, by saying what the picture's alternative text says, by ending with who took it, or by ending without a mark
/// where the article's paragraphs have one. Where most of the article stands below pictures, nothing is a caption. Linear
/// in the size of the blocks.
pub(super) fn mark(page: &Page, site: Option<Site>, title: &str, blocks: &mut [Block]) {
    if !blocks.iter().any(|block| block.kind == BlockKind::Picture) {
        return;
    }
    let known = site.map(|site| site.nodes(page, Role::Caption)).unwrap_or_default();
    let prose = is_prose(blocks);
    let mut found = Vec::new();
    for at in 0..blocks.len() {
        let (before, rest) = blocks.split_at(at);
        let Some((block, after)) = rest.split_first() else { return };
        if block.kind != BlockKind::Paragraph || letters(&block.text) > LONGEST {
            continue;
        }
        let picture = before.last().filter(|block| block.kind == BlockKind::Picture);
        let beside = picture.is_some() || after.first().is_some_and(|block| block.kind == BlockKind::Picture);
        let caption = beside && is_named(page, &known, block)
            || picture.is_some_and(|picture| {
                repeats(block, picture, title) || names_photographer(&block.text) || prose && is_bare(block, after)
            });
        if caption {
            found.push(at);
        }
    }
    // A story told in pictures is told by what stands below them.
    let told: usize = found.iter().filter_map(|at| blocks.get(*at)).map(|block| letters(&block.text)).sum();
    let all: usize = blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).map(|it| letters(&it.text)).sum();
    if told * 2 < all {
        for at in found {
            blocks[at].kind = BlockKind::Caption;
        }
    }
}

/// A paragraph of more letters tells more than what a picture shows.
const LONGEST: usize = 160;

/// By the names of the elements from its text up to the block around it.
fn is_named(page: &Page, known: &[NodeId], block: &Block) -> bool {
    let Some(first) = block.runs.first() else { return false };
    let within = page.ancestors(first.node).take_while(|node| *node != block.container);
    within.chain([block.container]).any(|node| tone::is_caption(page, node) || known.binary_search(&node).is_ok())
}

/// Whether it says what the alternative text says, which is not the article's title on every picture.
fn repeats(block: &Block, picture: &Block, title: &str) -> bool {
    let (text, title) = (without_spaces(&block.text), without_spaces(title));
    picture.pictures.iter().map(|picture| without_spaces(&picture.alt)).any(|alt| {
        let (said, given) = (letters(&text), letters(&alt));
        let same = text.starts_with(&alt) || alt.starts_with(&text);
        same && said >= LEAST
            && given >= LEAST
            && said <= given + CREDIT
            && !title.contains(&alt)
            && !alt.contains(&title)
    })
}

/// Fewer letters may be the same by chance.
const LEAST: usize = 6;
/// Who took it may stand behind.
const CREDIT: usize = 30;

fn without_spaces(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Whether it ends with who took or gave the picture: 新华社记者某某 摄, （某公司供图）.
fn names_photographer(text: &str) -> bool {
    let end =
        text.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, '）' | ')' | '。' | '】'));
    ["摄", "摄影", "供图", "资料图", "资料图片", "攝", "攝影", "供圖"].iter().any(|word| end.ends_with(word))
}

/// Whether it is a short line without a mark at its end, before a paragraph that has one.
fn is_bare(block: &Block, after: &[Block]) -> bool {
    (LEAST..=BARE).contains(&letters(&block.text))
        && !block.bold
        && !ends(&block.text)
        && !is_numbered(&block.text)
        && after.first().is_some_and(|next| next.kind == BlockKind::Paragraph && !next.bold && ends(&next.text))
}

/// Whether it begins as a heading does: 一、, 2., （三）, ■.
fn is_numbered(text: &str) -> bool {
    let number = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十（(".contains(letter);
    let behind = text.trim_start_matches(number);
    behind.len() < text.len() && behind.starts_with(['、', '.', '．', '）', ')'])
        || text.starts_with(['【', '▍', '■', '●'])
}

/// The most letters of such a line.
const BARE: usize = 60;

fn ends(text: &str) -> bool {
    text.ends_with(['。', '！', '？', '”', '…', '：', '；', '）', '!', '?', ':', ';', '.', ')', '」', '』', '》'])
}

/// Whether the article's paragraphs end with marks: in one of short lines, nothing is told from a line without.
fn is_prose(blocks: &[Block]) -> bool {
    let all = || blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let (lines, ended) = (all().count(), all().filter(|block| ends(&block.text)).count());
    ended >= PARAGRAPHS && ended * SHARE.1 >= lines * SHARE.0
}

const PARAGRAPHS: usize = 3;
const SHARE: (usize, usize) = (3, 4);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{self, Hints},
        page::{Builder, Limits},
    };

    /// The captions of an article of some paragraphs, a picture, and a line of a class behind it.
    fn captions(paragraphs: usize, alt: &str, class: &str, line: &str) -> Vec<String> {
        let mut builder = Builder::new("", "古桥修缮完工_晨光网");
        let body = builder.element(None, "body", false);
        let heading = builder.element(Some(body), "h1", false);
        builder.text(heading, "古桥修缮完工");
        let content = builder.element(Some(body), "div", false);
        let prose = |builder: &mut Builder, at: usize| {
            let paragraph = builder.element(Some(content), "p", false);
            builder.text(
                paragraph,
                &format!("修缮队花了{at}个月把古桥的拱券拆下来编号，又照原样砌了回去，老人每天来看。"),
            );
        };
        for at in 0..paragraphs {
            prose(&mut builder, at);
        }
        let picture = builder.element(Some(content), "img", false);
        builder.attribute(picture, "src", "bridge.jpg");
        builder.attribute(picture, "alt", alt);
        let caption = builder.element(Some(content), "p", false);
        builder.attribute(caption, "class", class);
        builder.text(caption, line);
        prose(&mut builder, paragraphs);
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let blocks = article::find(&page, &Hints::default()).blocks;
        let found = blocks.into_iter().filter(|block| block.kind == BlockKind::Caption);
        found.map(|block| block.text).collect()
    }

    #[test]
    fn what_a_picture_shows_is_a_caption_and_what_is_told_is_not() {
        let cases = [
            ("by its name", "", "pic-caption", "11月3日，工人在桥头清点石料。", true),
            (
                "by the alternative text",
                "11月3日，工人在桥头清点石料。",
                "",
                "11月3日，工人在桥头清点石料。郭某 摄",
                true,
            ),
            ("by who took it", "", "", "11月3日，工人在桥头清点石料。（本报记者 郭某 摄）", true),
            ("by no mark at its end", "", "", "11月3日，工人在桥头清点石料", true),
            ("a paragraph", "", "", "11月3日，工人在桥头清点石料。", false),
            ("the title on the picture", "古桥修缮完工", "", "古桥修缮完工，市民可以上桥。", false),
            ("a numbered heading", "", "", "二、石料从哪里来", false),
        ];
        for (what, alt, class, line, expected) in cases {
            assert_eq!(captions(4, alt, class, line).len() == 1, expected, "{what}");
        }
    }

    #[test]
    fn a_story_told_in_pictures_keeps_its_text() {
        let line = "11月3日，工人在桥头清点石料，这些石料来自三十里外的老采石场，按原来的尺寸凿成。";
        assert_eq!(captions(4, "", "caption", line), [line]);
        assert_eq!(captions(0, "", "caption", line), [""; 0]);
    }
}
