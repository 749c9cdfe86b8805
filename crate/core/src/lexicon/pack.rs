//! The dictionary as one asset, made at build time and searched without being loaded.
//!
//! Layout, all numbers LEB128:
//!
//! ```text
//! "QDLX1" · total frequency · tags (count, then length and bytes of each) · length of the rest
//! for every first letter, ascending:  letter · frequency+1 and tag of the letter as a word (0: none) · length of its pairs
//!   for every second letter:  letter · length of its words
//!     for every word:  length and bytes of what follows the first two letters · frequency · tag
//! ```
//!
//! A lookup walks the first letters once and skips, by their lengths, all letters and pairs which the text
//! does not have.

use std::collections::BTreeMap;

use super::{
    Fault,
    hash::{LetterSet, pair, single},
};

const MAGIC: &[u8] = b"QDLX1";

/// A dictionary pack over borrowed bytes.
#[derive(Clone, Debug)]
pub struct Pack<'b> {
    bytes: &'b [u8],
    total: usize,
    tags: Vec<&'b str>,
    letters: usize,
}

/// Words by first letter, then second letter (`None` for a word of one letter), then the rest.
type Sorted<'s> = BTreeMap<char, BTreeMap<Option<char>, Vec<(&'s str, usize, usize)>>>;

impl<'b> Pack<'b> {
    /// Makes a pack of a dictionary in jieba's form, `word frequency tag` a line.
    ///
    /// # Errors
    /// [`Fault::Source`] with the line that has another form.
    pub fn write(source: &str) -> Result<Vec<u8>, Fault> {
        let mut tags: Vec<&str> = Vec::new();
        let mut sorted = Sorted::new();
        let mut total = 0;
        for (at, line) in source.lines().enumerate() {
            let fault = Fault::Source { line: at + 1 };
            let parts: Vec<&str> = line.split_whitespace().collect();
            let &[word, frequency, tag] = parts.as_slice() else { return Err(fault) };
            let frequency: usize = frequency.parse().map_err(|_| fault.clone())?;
            let tag = tags.iter().position(|known| *known == tag).unwrap_or_else(|| {
                tags.push(tag);
                tags.len() - 1
            });
            let mut letters = word.chars();
            let (Some(first), second) = (letters.next(), letters.next()) else { return Err(fault) };
            sorted.entry(first).or_default().entry(second).or_default().push((letters.as_str(), frequency, tag));
            total += frequency;
        }
        Ok(encode(&sorted, &tags, total))
    }

    /// Reads the head of a pack; the words stay where they are.
    ///
    /// # Errors
    /// [`Fault::Pack`] where the bytes are no pack of this version or end early.
    pub fn read(bytes: &'b [u8]) -> Result<Pack<'b>, Fault> {
        let mut reader = Reader { bytes, at: 0 };
        if reader.take(MAGIC.len())? != MAGIC {
            return Err(Fault::Pack { at: 0 });
        }
        let total = reader.number()?;
        let mut tags = Vec::new();
        for _ in 0..reader.number()? {
            tags.push(reader.text()?);
        }
        let length = reader.number()?;
        let letters = reader.at;
        reader.take(length)?;
        Ok(Pack { bytes, total, tags, letters })
    }

    /// The sum of all frequencies.
    pub(super) fn total(&self) -> usize {
        self.total
    }

    /// Calls `each` with every word, its frequency and its tag, of which all neighbouring letters are
    /// neighbours somewhere in the text.
    pub(super) fn words_of(&self, text: &str, mut each: impl FnMut(&str, usize, &str)) -> Result<(), Fault> {
        let pairs: LetterSet =
            text.chars().zip(text.chars().skip(1)).map(|(first, second)| pair(first, second)).collect();
        let letters: LetterSet = text.chars().map(single).collect();
        // The dictionary's second letters ascend, so the text's are met in their order and need no lookup.
        let mut sorted: Vec<u64> = pairs.iter().copied().collect();
        sorted.sort_unstable();
        let mut reader = Reader { bytes: self.bytes, at: self.letters };
        let mut word = String::new();
        while reader.at < self.bytes.len() {
            let first = reader.letter()?;
            let own = reader.number()?;
            let own_tag = if own > 0 { reader.number()? } else { 0 };
            let length = reader.number()?;
            let end = reader.at + length;
            if letters.contains(&single(first)) {
                word.clear();
                word.push(first);
                if own > 0 {
                    each(&word, own - 1, self.tag(own_tag, reader.at)?);
                }
                let from = sorted.partition_point(|known| *known < pair(first, '\0'));
                let mut mine = sorted[from..].iter().take_while(|known| *known >> 32 == single(first)).peekable();
                while reader.at < end && mine.peek().is_some() {
                    let second = reader.letter()?;
                    let length = reader.number()?;
                    let stop = reader.at + length;
                    while mine.next_if(|known| **known < pair(first, second)).is_some() {}
                    if mine.next_if(|known| **known == pair(first, second)).is_some() {
                        word.truncate(first.len_utf8());
                        word.push(second);
                        self.words(&mut reader, stop, &mut word, &pairs, &mut each)?;
                    }
                    reader.at = stop;
                }
            }
            reader.at = end;
        }
        Ok(())
    }

    /// The words that begin with the two letters in `word`, which the reader stands behind.
    fn words(
        &self,
        reader: &mut Reader<'b>,
        end: usize,
        word: &mut String,
        pairs: &LetterSet,
        each: &mut impl FnMut(&str, usize, &str),
    ) -> Result<(), Fault> {
        let begun = word.len();
        let Some(second) = word.chars().next_back() else { return Ok(()) };
        while reader.at < end {
            let rest = reader.text()?;
            let (frequency, tag) = (reader.number()?, reader.number()?);
            let mut neighbours = std::iter::once(second).chain(rest.chars()).zip(rest.chars());
            if neighbours.all(|(one, other)| pairs.contains(&pair(one, other))) {
                word.truncate(begun);
                word.push_str(rest);
                each(word, frequency, self.tag(tag, reader.at)?);
            }
        }
        Ok(())
    }

    fn tag(&self, tag: usize, at: usize) -> Result<&'b str, Fault> {
        self.tags.get(tag).copied().ok_or(Fault::Pack { at })
    }
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Result<&'b [u8], Fault> {
        let fault = Fault::Pack { at: self.at };
        let end = self.at.checked_add(length).ok_or_else(|| fault.clone())?;
        let taken = self.bytes.get(self.at..end).ok_or(fault)?;
        self.at = end;
        Ok(taken)
    }

    /// Called for every pair of the dictionary that a text could have, so it reads without a check a byte.
    fn number(&mut self) -> Result<usize, Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let mut number = 0_usize;
        for ((read, byte), shift) in (1..).zip(rest).zip((0..usize::BITS).step_by(7)) {
            number |= usize::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                self.at += read;
                return Ok(number);
            }
        }
        Err(Fault::Pack { at: self.at })
    }

    fn text(&mut self) -> Result<&'b str, Fault> {
        let length = self.number()?;
        let at = self.at;
        std::str::from_utf8(self.take(length)?).map_err(|_| Fault::Pack { at })
    }

    fn letter(&mut self) -> Result<char, Fault> {
        let at = self.at;
        let number = u32::try_from(self.number()?).ok();
        number.and_then(char::from_u32).ok_or(Fault::Pack { at })
    }
}

fn encode(sorted: &Sorted<'_>, tags: &[&str], total: usize) -> Vec<u8> {
    let mut words = Vec::new();
    for (first, seconds) in sorted {
        number(&mut words, *first as usize);
        match seconds.get(&None).and_then(|own| own.last()) {
            Some((_, frequency, tag)) => {
                number(&mut words, frequency + 1);
                number(&mut words, *tag);
            }
            None => number(&mut words, 0),
        }
        let mut pairs = Vec::new();
        for (second, entries) in seconds.iter().filter_map(|(second, entries)| Some((second.as_ref()?, entries))) {
            let mut list = Vec::new();
            for (rest, frequency, tag) in entries {
                text(&mut list, rest);
                number(&mut list, *frequency);
                number(&mut list, *tag);
            }
            number(&mut pairs, *second as usize);
            number(&mut pairs, list.len());
            pairs.extend(list);
        }
        number(&mut words, pairs.len());
        words.extend(pairs);
    }
    let mut bytes = MAGIC.to_vec();
    number(&mut bytes, total);
    number(&mut bytes, tags.len());
    for tag in tags {
        text(&mut bytes, tag);
    }
    number(&mut bytes, words.len());
    bytes.extend(words);
    bytes
}

fn number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn text(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len());
    bytes.extend_from_slice(text.as_bytes());
}
