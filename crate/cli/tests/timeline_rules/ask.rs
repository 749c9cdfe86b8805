//! A short text with the full dictionary, and the entries that it gives.

use chrono::NaiveDateTime;
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Entry, Input, Paragraph, Role},
};

pub(crate) fn entries(published: &str, title: &str, text: &str) -> Vec<Entry> {
    let whole = format!("{title}\n{text}");
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let lexicon = Lexicon::of(&pack, &whole).unwrap();
    let published = NaiveDateTime::parse_from_str(published, "%Y-%m-%dT%H:%M").unwrap();
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    timeline::build(&Input { title, published: Some(published), paragraphs }, Some(&lexicon))
}

/// `start headline`, a line an entry.
pub(crate) fn told(published: &str, title: &str, text: &str) -> Vec<String> {
    let line = |entry: Entry| format!("{} {}", entry.start.as_deref().unwrap_or("-"), entry.headline);
    entries(published, title, text).into_iter().map(line).collect()
}

pub(crate) fn told_starts(text: &str) -> Vec<String> {
    entries("2025-11-12T08:00", "", text).into_iter().filter_map(|entry| entry.start).collect()
}
