//! What the names of an element say of it: class, id, tag.

use crate::{
    boilerplate::Category,
    page::{Node, NodeId, Page},
};

include!(concat!(env!("OUT_DIR"), "/article.rs"));

/// The tones of all elements of a page.
pub(super) struct Tones {
    own: Vec<i8>,
}

impl Tones {
    /// Reads the names of every element. Names repeat, so each distinct one is looked at once.
    pub(super) fn of(page: &Page) -> Tones {
        let mut known: Vec<Option<i8>> = vec![None; page.strings()];
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
            for (name, value) in page.told(node) {
                if name == "class" || name == "id" {
                    let said =
                        known.get_mut(value).map_or(0, |said| *said.get_or_insert_with(|| of_name(page.string(value))));
                    tone = if tone < 0 || said < 0 { -1 } else { tone.max(said) };
                } else if name == "itemprop" && page.string(value) == "articleBody" {
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

    /// The word of an element's name that says that it is something beside the article, and as what; one that says what
    /// before one that does not. `None` where its tag alone tells.
    pub(super) fn says(page: &Page, node: NodeId) -> Option<(&'static str, Option<Category>)> {
        let names = page.attributes(node).filter(|(key, _)| matches!(*key, "class" | "id"));
        let bad = names.flat_map(|(_, name)| classes(name)).filter(|class| class.tone < 0);
        let found = bad.reduce(|found, class| if found.category.is_some() { found } else { class })?;
        Some((found.word, found.category))
    }
}

/// A row of the table.
struct Class {
    word: &'static str,
    /// Whether it may be a part of another word.
    part: bool,
    /// What it says: see [`Tones::own`].
    tone: i8,
    /// What a part of the body is that is called so.
    category: Option<Category>,
    /// Whether what is called so says what the picture beside it shows.
    caption: bool,
}

/// Whether an element is named as the caption of a picture.
pub(super) fn is_caption(page: &Page, node: NodeId) -> bool {
    let names = page.attributes(node).filter(|(key, _)| matches!(*key, "class" | "id"));
    names.flat_map(|(_, name)| classes(name)).any(|class| class.caption)
}

/// Where in the table, which is sorted, the words with each letter begin.
const BEGIN: [usize; 27] = {
    let (mut begin, mut letter, mut at) = ([0; 27], 0, 0);
    while letter < begin.len() {
        begin[letter] = at;
        while at < CLASSES.len() && CLASSES[at].word.as_bytes()[0] as usize == b'a' as usize + letter {
            at += 1;
        }
        letter += 1;
    }
    assert!(at == CLASSES.len(), "a word begins with no letter, or the words are not sorted");
    begin
};

fn of_name(name: &str) -> i8 {
    classes(name).fold(0, |tone, class| if class.tone < 0 || tone < 0 { -1 } else { tone.max(class.tone) })
}

/// The rows whose words a name has.
fn classes(name: &str) -> impl Iterator<Item = &'static Class> + '_ {
    let words = name.split_ascii_whitespace().map(str::as_bytes);
    let letters = words.flat_map(|word| {
        let letters = word.iter().enumerate().filter(|(_, letter)| letter.is_ascii_alphabetic());
        letters.map(move |(at, letter)| (word, at, usize::from(letter.to_ascii_lowercase() - b'a')))
    });
    letters.flat_map(|(word, at, letter)| {
        CLASSES[BEGIN[letter]..BEGIN[letter + 1]].iter().filter(move |class| {
            let end = at + class.word.len();
            let is_there = word.get(at..end).is_some_and(|here| here.eq_ignore_ascii_case(class.word.as_bytes()));
            is_there && (class.part || is_whole(word, at, end))
        })
    })
}

/// Whether a part of a name is one of its words: `articleBody-main_1` has `article`, `Body`, `main`.
fn is_whole(name: &[u8], from: usize, to: usize) -> bool {
    let parts = |at: usize| match (at.checked_sub(1).and_then(|before| name.get(before)), name.get(at)) {
        (Some(before), Some(letter)) => {
            !before.is_ascii_alphabetic()
                || !letter.is_ascii_alphabetic()
                || (letter.is_ascii_uppercase() && before.is_ascii_lowercase())
        }
        _ => true,
    };
    parts(from) && parts(to) && !(from + 1..to).any(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_captions_are_known() {
        let caption = |name: &str| classes(name).any(|class| class.caption);
        assert!(caption("wp-caption-text") && caption("img_descr") && caption("photo desc"));
        assert!(!caption("description") && !caption("article-content"));
    }

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
