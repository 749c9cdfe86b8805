//! What every part of the core needs to know about Chinese text: folding, sentences, offsets.

mod fold;
mod sentence;
mod utf16;

pub use fold::{fold, fold_char, is_han, push_folded};
pub use sentence::{clauses, sentences};
pub use utf16::Utf16;
