//! Reading the names of a selector, its attributes, and where its brackets close.

use super::{fault::Fault, parse::Test};

/// Reads a name at the beginning of a text, with the letters that a backslash excuses; gives it with its length.
pub(super) fn name(text: &str) -> Option<(String, usize)> {
    let mut name = String::new();
    let mut letters = text.char_indices();
    let mut end = text.len();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '-' | '_' => name.push(letter),
            '\\' => name.push(letters.next()?.1),
            _ if letter.is_alphanumeric() => name.push(letter),
            _ => {
                end = at;
                break;
            }
        }
    }
    (!name.is_empty()).then_some((name, end))
}

/// Where the square bracket closes with which a text begins.
pub(super) fn square(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (letter, quote) {
            ('"' | '\'', None) => quote = Some(letter),
            (_, Some(open)) if letter == open => quote = None,
            (']', None) => return Some(at),
            _ => {}
        }
    }
    None
}

pub(super) fn attribute(text: &str) -> Result<(String, Test, String), Fault> {
    let fault = || Fault::Attribute(text.into());
    let plain = |key: &str| {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':');
        let key = key.trim();
        if key.is_empty() || !key.chars().all(fits) { Err(fault()) } else { Ok(key.to_ascii_lowercase()) }
    };
    let Some((left, value)) = text.split_once('=') else { return Ok((plain(text)?, Test::Any, String::new())) };
    let tests = [('^', Test::Begins), ('$', Test::Ends), ('*', Test::Holds), ('~', Test::Word)].map(|(sign, test)| {
        let key = left.strip_suffix(sign)?;
        Some((key, test))
    });
    let (name, how) = tests.into_iter().flatten().next().unwrap_or((left, Test::Is));
    let value = unquoted(value.trim());
    if value.is_empty() { Err(fault()) } else { Ok((plain(name)?, how, value.into())) }
}

/// A text without the quotes around it.
pub(super) fn unquoted(text: &str) -> &str {
    let quotes = ['"', '\''];
    let inner = quotes.iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    inner.unwrap_or(text)
}

/// Splits at a sign that stands in no brackets and no quotes.
pub(super) fn parts<'t>(text: &'t str, sign: &str) -> Vec<&'t str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut open = Open::default();
    for (at, letter) in text.char_indices() {
        if at >= start && open.is_none() && text[at..].starts_with(sign) {
            parts.push(&text[start..at]);
            start = at + sign.len();
        }
        open.meet(letter);
    }
    // The bracket of the sign itself was met; what it opens is the caller's.
    parts.push(&text[start..]);
    parts
}

/// Where the bracket closes that was opened before the text.
pub(super) fn closing(text: &str) -> Option<usize> {
    let mut open = Open::default();
    for (at, letter) in text.char_indices() {
        if letter == ')' && open.is_none() {
            return Some(at);
        }
        open.meet(letter);
    }
    None
}

/// The brackets and quotes that are open at a place.
#[derive(Default)]
struct Open {
    round: usize,
    square: bool,
    quote: Option<char>,
    escaped: bool,
}

impl Open {
    fn is_none(&self) -> bool {
        self.round == 0 && !self.square && self.quote.is_none() && !self.escaped
    }

    fn meet(&mut self, letter: char) {
        if std::mem::take(&mut self.escaped) {
            return;
        }
        match (letter, self.quote) {
            ('\\', _) => self.escaped = true,
            (_, Some(quote)) => self.quote = Some(quote).filter(|quote| *quote != letter),
            // A lone apostrophe in a text is no quote; in an attribute it is.
            ('"' | '\'', None) if self.square => self.quote = Some(letter),
            ('[', None) => self.square = true,
            (']', None) => self.square = false,
            ('(', None) => self.round += 1,
            (')', None) => self.round = self.round.saturating_sub(1),
            _ => {}
        }
    }
}
