//! A page, as `extension/content/crossing.ts` writes it.
//!
//! `lists` are numbers parted by commas, the nodes' and the attributes' parted by a semicolon. Of a node: the distance
//! to its parent (0: a root), the string of its name (-1: a text), and its flags, or for a text the distance of its
//! string from that of the text before. Of an attribute: the distance of its node and of its value from those of the
//! attribute before, the string of its name between them. `words` are the address, the title and every string, parted
//! by U+FFFF, which no text holds.

use std::fmt;

use qingdu_core::page::PageSnapshot;

/// Reads a page. Whether its lists fit each other is for `qingdu_core::page::Page::new` to check.
pub(crate) fn read(lists: &str, words: &str) -> Result<PageSnapshot, BadSnapshot> {
    let mut words = words.split('\u{ffff}').map(str::to_owned);
    let (url, title) = (words.next().ok_or(BadSnapshot("url"))?, words.next().ok_or(BadSnapshot("title"))?);
    let (nodes, attributes) = lists.split_once(';').ok_or(BadSnapshot("attributes"))?;
    let (mut nodes, mut attributes) = (numbers("nodes", nodes)?, numbers("attributes", attributes)?);
    far_nodes(&mut nodes).ok_or(BadSnapshot("nodes"))?;
    far_attributes(&mut attributes).ok_or(BadSnapshot("attributes"))?;
    Ok(PageSnapshot { url, title, strings: words.collect(), nodes, attributes })
}

fn far_nodes(nodes: &mut [i32]) -> Option<()> {
    let mut text = 0_i32;
    for (at, row) in nodes.chunks_exact_mut(3).enumerate() {
        let [parent, name, value] = row else { return None };
        *parent = if *parent == 0 { -1 } else { i32::try_from(at).ok()?.checked_sub(*parent)? };
        if *name == -1 {
            text = text.checked_add(*value)?;
            *value = text;
        }
    }
    Some(())
}

fn far_attributes(attributes: &mut [i32]) -> Option<()> {
    let (mut node, mut value) = (0_i32, 0_i32);
    for row in attributes.chunks_exact_mut(3) {
        let [of, _, worth] = row else { return None };
        (node, value) = (node.checked_add(*of)?, value.checked_add(*worth)?);
        (*of, *worth) = (node, value);
    }
    Some(())
}

fn numbers(part: &'static str, text: &str) -> Result<Vec<i32>, BadSnapshot> {
    let each = text.split(',').filter(|number| !number.is_empty()).map(str::parse);
    each.collect::<Result<_, _>>().map_err(|_| BadSnapshot(part))
}

/// A page that does not have the form in which pages cross.
#[derive(Debug)]
pub(crate) struct BadSnapshot(&'static str);

impl fmt::Display for BadSnapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the snapshot cannot be read at `{}`", self.0)
    }
}

impl std::error::Error for BadSnapshot {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_crosses_as_two_texts() {
        let words = ["https://example.cn/a", "标题", "p", "\"引号\"\n", "id", ""].join("\u{ffff}");
        let page = read("0,0,0,1,-1,1,2,0,1;0,2,3,2,2,-1", &words).unwrap();
        assert_eq!((page.url.as_str(), page.title.as_str()), ("https://example.cn/a", "标题"));
        assert_eq!(page.nodes, [-1, 0, 0, 0, -1, 1, 0, 0, 1]);
        assert_eq!(page.attributes, [0, 2, 3, 2, 2, 2]);
        assert_eq!(page.strings, ["p", "\"引号\"\n", "id", ""]);
    }

    #[test]
    fn what_is_no_page_is_named() {
        let cases = [
            ("", "", "title"),
            ("", "\u{ffff}", "attributes"),
            ("x;", "\u{ffff}", "nodes"),
            ("0,-1,2147483647,0,-1,1;", "\u{ffff}", "nodes"),
        ];
        for (lists, words, part) in cases {
            let fault = read(lists, words).unwrap_err().to_string();
            assert_eq!(fault, format!("the snapshot cannot be read at `{part}`"));
        }
    }
}
