//! A quick no to the question whether a table of letters holds a letter.

/// A bit for every value of the low twelve bits of a letter: most letters of a text are in no table, and are told by it
/// without a search.
#[derive(Debug)]
pub(crate) struct Low([u64; 64]);

impl Low {
    /// Of no letter.
    pub(crate) const fn new() -> Low {
        Low([0; 64])
    }

    /// With one more letter.
    pub(crate) const fn with(mut self, letter: char) -> Low {
        self.0[(letter as usize >> 6) & 63] |= 1 << (letter as usize & 63);
        self
    }

    /// Of the first letters of a table of words, each with the range of its words.
    pub(crate) const fn of_first(table: &[(char, usize, usize)]) -> Low {
        let mut low = Low::new();
        let mut at = 0;
        while at < table.len() {
            low = low.with(table[at].0);
            at += 1;
        }
        low
    }

    /// Whether the letter may be one of them; if not, it is none.
    pub(crate) fn may_hold(&self, letter: char) -> bool {
        let code = letter as usize;
        self.0.get((code >> 6) & 63).is_some_and(|bits| bits >> (code & 63) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_is_in_is_never_denied() {
        const LOW: Low = Low::new().with('年').with('a').with('\u{2f800}');
        assert!(['年', 'a', '\u{2f800}'].into_iter().all(|letter| LOW.may_hold(letter)));
        assert!(!LOW.may_hold('月') && !LOW.may_hold('b'));
    }
}
