//! What the names of an element say of it: class, id, tag.

use std::collections::HashMap;

use crate::page::{Node, NodeId, Page};

include!(concat!(env!("OUT_DIR"), "/article.rs"));

/// The tones of all elements of a page.
pub(super) struct Tones {
    own: Vec<i8>,
}

impl Tones {
    /// Reads the names of every element. Names repeat, so each distinct one is looked at once.
    pub(super) fn of(page: &Page) -> Tones {
        let mut known: HashMap<&str, i8> = HashMap::new();
        let own = page.nodes().map(|node| {
            let Node::Element(tag) = page.node(node) else { return 0 };
            let by_tag = match tag {
                "nav" | "aside" | "footer" | "header" | "form" | "button" => -1,
                "article" | "main" => 1,
                _ => 0,
            };
            if tag == "body" || tag == "html" {
                return 0;
            }
            let mut tone = by_tag;
            for (name, value) in page.attributes(node) {
                if name == "class" || name == "id" {
                    let said = *known.entry(value).or_insert_with(|| of_name(value));
                    tone = if tone < 0 || said < 0 { -1 } else { tone.max(said) };
                } else if name == "itemprop" && value == "articleBody" {
                    return 2;
                }
            }
            tone
        });
        Tones { own: own.collect() }
    }

    /// The tone of an element: -1 where it is something beside the article, 1 where it may hold one, 2 where
    /// the page declares that it does.
    pub(super) fn own(&self, node: NodeId) -> i8 {
        self.own.get(node.index()).copied().unwrap_or(0)
    }
}

fn of_name(name: &str) -> i8 {
    let mut tone = 0;
    for word in name.split_ascii_whitespace() {
        let lower = word.to_ascii_lowercase();
        let parts = parts(word);
        for (known, part, said) in CLASSES {
            let fits = if *part { lower.contains(known) } else { parts.iter().any(|one| one == known) };
            if fits {
                tone = if *said < 0 || tone < 0 { -1 } else { tone.max(*said) };
            }
        }
    }
    tone
}

/// The words of a name: `articleBody-main_1` has `article`, `body`, `main`, `1`.
fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = vec![String::new()];
    let mut small = false;
    for letter in name.chars() {
        let begins = !letter.is_ascii_alphabetic() || (letter.is_ascii_uppercase() && small);
        if begins && parts.last().is_some_and(|last| !last.is_empty()) {
            parts.push(String::new());
        }
        small = letter.is_ascii_lowercase();
        if let Some(last) = parts.last_mut().filter(|_| letter.is_ascii_alphabetic()) {
            last.push(letter.to_ascii_lowercase());
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_a_tone() {
        let cases = [
            ("article-content", 1),
            ("articleBody", 1),
            ("comment-list", -1),
            ("post_comments", -1),
            ("ad", -1),
            ("head", 0),
            ("download", -1),
            ("loadMore", 0),
            ("rightSide", -1),
            ("copyright", -1),
            ("content-related", -1),
            ("", 0),
        ];
        for (name, tone) in cases {
            assert_eq!(of_name(name), tone, "{name}");
        }
    }
}
