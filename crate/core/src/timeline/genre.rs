//! Whether a text tells of events at all.
//!
//! A recipe, a travel guide, an essay speak to the reader and of what is usual; their 5月 and 周末 date nothing. They
//! are told from reports by the sentences themselves: how many advise, and how many report.

use super::{
    Role,
    document::Document,
    words::{self, Class},
};

/// Advice in more than one sentence of six, and reports in fewer than one of eight.
const ADVICE: (usize, usize) = (1, 6);
const REPORTS: (usize, usize) = (1, 8);

/// Whether the text advises or argues rather than reports. Then only times whose year is stated date events.
pub(super) fn advises(document: &Document<'_>) -> bool {
    let (mut all, mut advice, mut reports) = (0, 0, 0);
    for sentence in document.sentences.iter().filter(|sentence| sentence.role == Role::Body) {
        let text = document.text.get(sentence.span.clone()).unwrap_or_default();
        let has = |class: Class| words::of(class).any(|word| text.contains(word));
        all += 1;
        advice += usize::from(has(Class::Advice));
        reports += usize::from(has(Class::Speech) || has(Class::Reporter));
    }
    all >= LEAST && advice * ADVICE.1 > all * ADVICE.0 && reports * REPORTS.1 < all * REPORTS.0
}

/// A few sentences say nothing of the genre.
const LEAST: usize = 8;
