//! What of a page may stand in a report that strangers read: its shape.

/// How many letters of a block stay readable.
const READABLE: usize = 6;
/// How many letters of a block are shown at all.
const SHOWN: usize = 60;
/// How many letters of a name in the markup are shown.
const NAME: usize = 24;

/// The beginning of a text in the clear, the rest as its shape: `字` for a Chinese letter, `x` for another one, `0` for
/// a digit; signs stay. Of a text that is `hidden` no letter stays. What is left out is counted.
pub(super) fn text(text: &str, hidden: bool) -> String {
    let readable = if hidden { 0 } else { READABLE };
    let shown = text.chars().take(SHOWN).enumerate();
    let shape: String = shown.map(|(at, letter)| if at < readable { digit(letter) } else { mask(letter) }).collect();
    let left = text.chars().count().saturating_sub(SHOWN);
    if left > 0 { format!("{shape}…+{left}") } else { shape }
}

/// The beginning of a text as it is.
pub(super) fn beginning(text: &str) -> String {
    let mut shown: String =
        text.chars().take(SHOWN).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if text.chars().count() > SHOWN {
        shown.push('…');
    }
    shown
}

/// An address without query and fragment, its path by its shape; nothing where it is none of the web.
pub(super) fn address(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https")) else {
        return String::new();
    };
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let segments = path.split('/').map(segment).collect::<Vec<_>>().join("/");
    format!("{scheme}://{host}/{segments}")
}

/// A short word of a path says what kind of page it is; anything else may say which one.
fn segment(segment: &str) -> String {
    let is_word = |part: &str| part.len() <= 10 && part.chars().all(|letter| letter.is_ascii_lowercase());
    let parts =
        segment.split('.').map(|part| if is_word(part) { part.into() } else { part.chars().map(mask).collect() });
    parts.collect::<Vec<String>>().join(".")
}

/// A name in the markup: digits masked, not longer than it need be.
pub(super) fn name(name: &str) -> String {
    let is_part = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    name.chars().filter(is_part).take(NAME).map(digit).collect()
}

fn digit(letter: char) -> char {
    match letter {
        '|' => '¦',
        _ if letter.is_numeric() => '0',
        _ if letter.is_control() => ' ',
        _ => letter,
    }
}

fn mask(letter: char) -> char {
    match digit(letter) {
        '0' => '0',
        letter if crate::text::is_han(letter) => '字',
        letter if letter.is_alphabetic() => 'x',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_first_letters_and_its_shape() {
        let cases = [
            ("戳蓝字领 3 元券，加微信 abc123！", false, "戳蓝字领 0 字字，字字字 xxx000！"),
            ("记者 林晓舟", true, "字字 字字字"),
            ("a|b", false, "a¦b"),
        ];
        for (given, hidden, expected) in cases {
            assert_eq!(text(given, hidden), expected);
        }
        assert!(text(&"很长".repeat(50), false).ends_with("…+40"));
    }

    #[test]
    fn an_address_keeps_its_host_and_the_shape_of_its_path() {
        let cases = [
            (
                "https://news.example.com/article/2026/abC9.html?user=7#top",
                "https://news.example.com/article/0000/xxx0.html",
            ),
            ("https://me:secret@example.com/a%20b", "https://example.com/x%00x"),
            ("http://example.com", "http://example.com/"),
            ("file:///home/somebody/page.html", ""),
            ("", ""),
        ];
        for (given, expected) in cases {
            assert_eq!(address(given), expected, "{given}");
        }
    }

    #[test]
    fn a_name_in_the_markup_keeps_no_digit() {
        assert_eq!(name("article_12-Body"), "article_00-Body");
        assert_eq!(name("用户>x"), "x");
    }
}
