//! Who takes part: people, organisations, places and Latin names of a sentence.

use std::ops::Range;

use super::{
    document::{Document, Sentence},
    words::{self, Class},
};
use crate::{lexicon::Word, text};

/// The most participants that an entry names.
pub(super) const LIMIT: usize = 6;

/// The participants named in a range of a sentence, in order, each once, as the text writes them.
pub(super) fn participants(document: &Document<'_>, sentence: &Sentence<'_>, range: &Range<usize>) -> Vec<String> {
    let text = document.text;
    let words = sentence.words_in(range);
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let length = named(text, &words[at..]);
        if length > 0 {
            let last = &words[at + length - 1];
            let span = words[at].start..if length == 1 { document.name_end(last) } else { last.end() };
            let reach = span.end;
            let name = document.verbatim(&span).trim();
            let tells = name.chars().count() > 1 && name.starts_with(char::is_alphabetic);
            if tells && !found.iter().any(|known| known.contains(name)) && found.len() < LIMIT {
                found.push(name.to_owned());
            }
            at += words[at..].iter().take_while(|word| word.start < reach).count();
        } else {
            at += 1;
        }
    }
    found
}

/// How many of the words at the beginning are one name; 0: none.
fn named(text: &str, words: &[Word<'_>]) -> usize {
    let Some(first) = words.first() else { return 0 };
    // An organisation: nouns, names and places up to a word such as 公司, 法院.
    let run = words.iter().take(5).take_while(|word| {
        matches!(word.tag, "n" | "nz" | "ns" | "nt" | "nr" | "s" | "eng" | "j" | "vn" | "b" | "x")
            && word.text.chars().any(char::is_alphanumeric)
    });
    let run = run.count();
    let role = words.iter().take(run).rposition(|word| words::is(word.text, Class::Role));
    if let Some(role) = role.filter(|role| *role > 0)
        && adjacent(text, &words[..=role])
    {
        return role + 1;
    }
    match first.tag {
        "nt" | "ns" => 1,
        // jieba tags 荣誉 as a person; a person's name begins with a surname or is a foreign one of three letters and more.
        "nr" if is_name(first.text) || first.text.chars().count() > 2 => 1,
        "nrt" | "nrfg" if first.text.chars().count() > 1 => 1,
        "eng" if first.text.len() > 1 => latin(text, words),
        "x" if is_name(first.text) => 1,
        _ => 0,
    }
}

/// Latin words in a row, "Geoffrey Hinton", are one name.
fn latin(text: &str, words: &[Word<'_>]) -> usize {
    let mut length = 1;
    while let Some([before, next]) = words.get(length - 1..=length) {
        let gap = text.get(before.end()..next.start).unwrap_or_default();
        let joined = gap.chars().all(|letter| letter == ' ') && gap.len() <= 1;
        if next.tag != "eng" || !joined || !next.text.starts_with(char::is_uppercase) {
            break;
        }
        length += 1;
    }
    length
}

fn adjacent(text: &str, words: &[Word<'_>]) -> bool {
    words.windows(2).all(|pair| match pair {
        [before, next] => text.get(before.end()..next.start).is_some_and(|gap| gap.trim().is_empty()),
        _ => true,
    })
}

/// Whether an unknown word looks like a Chinese person's name: a surname and one or two letters more.
fn is_name(word: &str) -> bool {
    let letters = word.chars().count();
    if !(2..=4).contains(&letters) || !word.chars().all(text::is_han) {
        return false;
    }
    let surname = |length: usize| word.char_indices().nth(length).map(|(at, _)| &word[..at]);
    let double = surname(2).is_some_and(|name| words::is(name, Class::Surname));
    let single = surname(1).is_some_and(|name| words::is(name, Class::Surname));
    (single && letters <= 3) || (double && letters >= 3)
}
