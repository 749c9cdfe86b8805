//! What every part of the core needs to know about Chinese text: folding, sentences, offsets.

mod fold;
mod index;
mod sentence;
mod traditional;
mod utf16;

pub use fold::{fold, fold_char, is_han, push_folded, speaks};
pub(crate) use index::Index;
pub use sentence::{clauses, sentences};
pub use traditional::simplified;
pub use utf16::Utf16;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_speaks_where_it_is_alphanumeric() {
        for letter in ('\0'..=char::MAX).filter(|letter| !is_han(*letter)) {
            assert_eq!(speaks(letter), letter.is_alphanumeric(), "{letter:?}");
        }
        assert!(speaks('新') && speaks('〇') && !speaks('，') && !speaks('。'));
    }
}
