//! A page, as `extension/content/crossing.ts` writes it.
//!
//! `nodes` and `attributes` are numbers in digits of five bits, the lowest first: a letter from `]` on ends a number, one
//! from `#` on goes before others; the lowest bit is the sign. Of a node: the distance to its parent (0: a root), the
//! string of its name (-1: a text), and its flags, or for a text the distance of its string from that of the text
//! before. Of an attribute: the distance of its node and of its value from those of the attribute before, the string
//! of its name between them. `words` are the address, the title and every string, parted by U+FFFF, which no text
//! holds.

use std::fmt;

use qingdu_core::page::PageSnapshot;

/// Reads a page. Whether its lists fit each other is for `qingdu_core::page::Page::new` to check.
pub(crate) fn read(nodes: &str, attributes: &str, words: &str) -> Result<PageSnapshot, BadSnapshot> {
    let mut words = words.split('\u{ffff}').map(str::to_owned);
    let (url, title) = (words.next().ok_or(BadSnapshot("url"))?, words.next().ok_or(BadSnapshot("title"))?);
    let nodes = numbers(nodes).and_then(far_nodes).ok_or(BadSnapshot("nodes"))?;
    let attributes = numbers(attributes).and_then(far_attributes).ok_or(BadSnapshot("attributes"))?;
    Ok(PageSnapshot { url, title, strings: words.collect(), nodes, attributes })
}

fn far_nodes(mut nodes: Vec<i32>) -> Option<Vec<i32>> {
    let mut text = 0_i32;
    for (at, row) in nodes.chunks_exact_mut(3).enumerate() {
        let [parent, name, value] = row else { return None };
        *parent = if *parent == 0 { -1 } else { i32::try_from(at).ok()?.checked_sub(*parent)? };
        if *name == -1 {
            text = text.checked_add(*value)?;
            *value = text;
        }
    }
    Some(nodes)
}

fn far_attributes(mut attributes: Vec<i32>) -> Option<Vec<i32>> {
    let (mut node, mut value) = (0_i32, 0_i32);
    for row in attributes.chunks_exact_mut(3) {
        let [of, _, worth] = row else { return None };
        (node, value) = (node.checked_add(*of)?, value.checked_add(*worth)?);
        (*of, *worth) = (node, value);
    }
    Some(attributes)
}

/// The first letters of the digits that end a number, and of those that do not.
const LAST: u8 = b']';
const MORE: u8 = b'#';

fn numbers(text: &str) -> Option<Vec<i32>> {
    let mut numbers = Vec::with_capacity(text.len());
    let (mut number, mut shift) = (0_u64, 0_u32);
    for byte in text.bytes() {
        let (digit, is_last) = match byte {
            LAST..=0x7c => (byte - LAST, true),
            MORE..=0x42 => (byte - MORE, false),
            _ => return None,
        };
        number |= u64::from(digit).checked_shl(shift)?;
        shift += 5;
        if is_last {
            let size = i32::try_from(number >> 1).ok()?;
            numbers.push(if number & 1 == 0 { size } else { -size });
            (number, shift) = (0, 0);
        }
    }
    (shift == 0).then_some(numbers)
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
    fn a_page_crosses_as_three_texts() {
        let words = ["https://example.cn/a", "标题", "p", "\"引号\"\n", "id", ""].join("\u{ffff}");
        let page = read("]]]_`_a]_", "]acaa`", &words).unwrap();
        assert_eq!((page.url.as_str(), page.title.as_str()), ("https://example.cn/a", "标题"));
        assert_eq!(page.nodes, [-1, 0, 0, 0, -1, 1, 0, 0, 1]);
        assert_eq!(page.attributes, [0, 2, 3, 2, 2, 2]);
        assert_eq!(page.strings, ["p", "\"引号\"\n", "id", ""]);
    }

    #[test]
    fn numbers_have_as_many_digits_as_they_need() {
        assert_eq!(numbers("]_`|#^@_").unwrap(), [0, 1, -1, -15, 16, -46]);
        assert_eq!(numbers("AAAAAAA^"), None, "beyond what a number holds");
        assert_eq!(numbers("]#"), None, "cut short");
    }

    #[test]
    fn what_is_no_page_is_named() {
        let cases = [
            ("", "", "", "title"),
            ("x!", "", "\u{ffff}", "nodes"),
            ("", "，", "\u{ffff}", "attributes"),
            ("]`}", "", "\u{ffff}", "nodes"),
        ];
        for (nodes, attributes, words, part) in cases {
            let fault = read(nodes, attributes, words).unwrap_err().to_string();
            assert_eq!(fault, format!("the snapshot cannot be read at `{part}`"));
        }
    }
}
