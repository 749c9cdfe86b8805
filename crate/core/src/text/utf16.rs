//! The one place where byte offsets become UTF-16 offsets, the unit of JavaScript strings.

/// Converts offsets of one text, asked for in any order.
///
/// ```
/// let utf16 = qingdu_core::text::Utf16::of("a中𠮷b");
/// assert_eq!(utf16.at(0), 0);
/// assert_eq!(utf16.at(4), 2); // behind 中
/// assert_eq!(utf16.at(8), 4); // behind 𠮷, which takes two units
/// ```
#[derive(Clone, Debug)]
pub struct Utf16 {
    /// For every 64th byte of the text, the units before the letter that begins at or before it.
    marks: Vec<(usize, usize)>,
    bytes: Vec<u8>,
}

impl Utf16 {
    /// Prepares a text. Linear in its length.
    #[must_use]
    pub fn of(text: &str) -> Utf16 {
        let mut marks = Vec::with_capacity(text.len() / 64 + 1);
        let mut units = 0;
        for (at, letter) in text.char_indices() {
            while marks.len() * 64 <= at {
                marks.push((at, units));
            }
            units += letter.len_utf16();
        }
        marks.push((text.len(), units));
        Utf16 { marks, bytes: text.as_bytes().to_vec() }
    }

    /// The UTF-16 offset of a byte offset. An offset inside a letter counts as its end, one behind the text
    /// as the end of the text.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let mark = self.marks.partition_point(|(at, _)| *at <= byte).saturating_sub(1);
        let (from, units) = self.marks.get(mark).copied().unwrap_or((0, 0));
        let between = self.bytes.get(from..byte).unwrap_or_default();
        units + between.iter().map(|byte| usize::from(*byte & 0xc0 != 0x80) + usize::from(*byte >= 0xf0)).sum::<usize>()
    }
}
