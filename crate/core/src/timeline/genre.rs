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
    let sentences = || document.sentences.iter().filter(|sentence| sentence.role == Role::Body);
    let having = |classes: &[Class]| {
        let has = |text: &str| classes.iter().any(|class| words::has(text, *class));
        sentences().filter(|sentence| document.text.get(sentence.span.clone()).is_some_and(has)).count()
    };
    let all = sentences().count();
    all >= LEAST
        && having(&[Class::Advice]) * ADVICE.1 > all * ADVICE.0
        && having(&[Class::Speech, Class::Reporter]) * REPORTS.1 < all * REPORTS.0
}

/// A few sentences say nothing of the genre.
const LEAST: usize = 8;
