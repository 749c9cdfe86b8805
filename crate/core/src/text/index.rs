//! Letters looked up in a table at the cost of one look, which is what most letters of a text get.

/// How many letters have a bit of their own, times 64: up to U+9FFF.
const BLOCKS: usize = 640;

/// A table by letter, sorted, with a bit for every letter up to U+9FFF that is in it. Where a letter stands is how many
/// bits come before its own; the few letters behind are searched for.
#[derive(Debug)]
pub(crate) struct Index<T: 'static> {
    table: &'static [(char, T)],
    bits: [u64; BLOCKS],
    /// How many letters of the table come before each block.
    before: [u16; BLOCKS],
}

impl<T> Index<T> {
    /// Of a table that is sorted by its letters, none of which stands twice.
    pub(crate) const fn of(table: &'static [(char, T)]) -> Index<T> {
        let (mut bits, mut before) = ([0; BLOCKS], [0; BLOCKS]);
        let (mut at, mut block) = (0, 0);
        while block < BLOCKS {
            #[allow(clippy::cast_possible_truncation, reason = "no table has so many letters: checked below")]
            {
                before[block] = at as u16;
            }
            while at < table.len() && table[at].0 as usize / 64 == block {
                bits[block] |= 1 << (table[at].0 as usize % 64);
                at += 1;
            }
            block += 1;
        }
        assert!(table.len() < u16::MAX as usize, "too many letters for an index");
        let mut at = 1;
        while at < table.len() {
            assert!((table[at - 1].0 as u32) < table[at].0 as u32, "a table by letter is not sorted");
            at += 1;
        }
        Index { table, bits, before }
    }

    /// What the table has for a letter.
    #[inline]
    pub(crate) fn get(&self, letter: char) -> Option<&'static T> {
        self.table.get(self.place(letter)?).map(|(_, value)| value)
    }

    /// Where a letter stands in the table.
    #[inline]
    fn place(&self, letter: char) -> Option<usize> {
        let code = letter as usize;
        let Some(bits) = self.bits.get(code / 64) else {
            return self.table.binary_search_by_key(&letter, |(known, _)| *known).ok();
        };
        let bit = 1 << (code % 64);
        let before = self.before.get(code / 64).map_or(0, |before| usize::from(*before));
        (bits & bit != 0).then(|| before + (bits & (bit - 1)).count_ones() as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_a_table_is_found_and_no_other() {
        const TABLE: &[(char, u8)] = &[('a', 1), ('平', 2), ('年', 3), ('月', 4), ('\u{9fff}', 5), ('😀', 6)];
        static INDEX: Index<u8> = Index::of(TABLE);
        for letter in '\0'..=char::MAX {
            let expected = TABLE.iter().find(|(known, _)| *known == letter).map(|(_, value)| value);
            assert_eq!(INDEX.get(letter), expected, "{letter:?}");
        }
    }
}
