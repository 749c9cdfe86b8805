//! What is never touched: addresses, and code.

use super::letters::{Kind, Letters};

/// Signs that stand in code and in no prose.
const CODE: [&str; 12] = ["();", "){", ") {", "=>", "</", "/>", "==", "&&", "||", ":=", "};", "(\""];

/// Whether a text is code, and not prose about it.
pub(super) fn is_code(text: &str) -> bool {
    CODE.iter().any(|sign| {
        let mut found = text.match_indices(sign);
        // A quotation in brackets is prose, the argument of a name is not.
        found.any(|(at, _)| *sign != "(\"" || text[..at].ends_with(|before: char| before.is_ascii_alphanumeric()))
    })
}

/// Marks the letters of addresses and of what stands between backticks.
pub(super) fn mark(text: &str, letters: &mut Letters) {
    let mut at = 0;
    while at < letters.all.len() {
        let Some(letter) = letters.all.get(at) else { return };
        let end = match letter.sign {
            ':' if text[letter.at..].starts_with("://") => address(letters, at),
            '`' => code(letters, at),
            _ => None,
        };
        at = end.unwrap_or(at) + 1;
    }
}

/// An address around its `://`; gives its last letter.
fn address(letters: &mut Letters, colon: usize) -> Option<usize> {
    let is_scheme = |index: usize| letters.all.get(index).is_some_and(|letter| letter.sign.is_ascii_alphanumeric());
    let mut start = colon;
    while start > 0 && is_scheme(start - 1) && colon - start < 12 {
        start -= 1;
    }
    if start == colon {
        return None;
    }
    let in_address = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '"' | '<' | '>' | '`');
    let mut end = colon;
    while letters.all.get(end + 1).is_some_and(|next| in_address(next.sign)) {
        end += 1;
    }
    // What ends the sentence, or closes a bracket around the address, is no part of it.
    while letters.all.get(end).is_some_and(|last| matches!(last.sign, ',' | '.' | ';' | ':' | '?' | '!' | ')' | '\'')) {
        end -= 1;
    }
    keep(letters, start, end.max(colon));
    Some(end.max(colon))
}

/// What stands between two backticks of one line.
fn code(letters: &mut Letters, open: usize) -> Option<usize> {
    // So long a stretch of code stands in a block of its own.
    const LONGEST: usize = 200;
    let inside = letters.all.iter().enumerate().skip(open + 1).take(LONGEST);
    let close =
        inside.take_while(|(_, next)| next.sign != '\n').find(|(_, next)| next.sign == '`').map(|(at, _)| at)?;
    keep(letters, open, close);
    Some(close)
}

fn keep(letters: &mut Letters, start: usize, end: usize) {
    for letter in letters.all.iter_mut().skip(start).take(end + 1 - start) {
        letter.kept = true;
        if letter.kind == Kind::Space {
            letter.kind = Kind::Mark;
        }
    }
}
