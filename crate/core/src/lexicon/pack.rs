//! The dictionary as one asset, made at build time and searched without being loaded.
//!
//! Layout; numbers are LEB128 except in rows, where they have three bytes, the lowest first:
//!
//! ```text
//! "QDLX2" · total frequency · tags (count, then length and bytes of each) · length of the rest
//! count of first letters · a row for each, ascending:  letter, where its block begins behind the rows
//! a block:  frequency+1 and tag of the letter as a word (0: none)
//!   count of second letters · a row for each, ascending:  letter, where its words begin behind the rows
//!   for every second letter:  length of its words · for every word:
//!     length and bytes of what follows the first two letters · frequency · tag
//! ```
//!
//! Rows are searched by halving, so a lookup touches only what the text has.

use std::collections::BTreeMap;

use super::{
    Fault,
    hash::{LetterSet, letter, pair, single},
};

const MAGIC: &[u8] = b"QDLX2";

/// What the places of rows can count.
const LARGEST: usize = 1 << 24;

/// A dictionary pack over borrowed bytes.
#[derive(Clone, Debug)]
pub struct Pack<'b> {
    total: usize,
    tags: Vec<&'b str>,
    letters: Rows<'b>,
}

/// Words by first letter, then second letter (`None` for a word of one letter), then the rest.
type Sorted<'s> = BTreeMap<char, BTreeMap<Option<char>, Vec<(&'s str, usize, usize)>>>;

impl<'b> Pack<'b> {
    /// Makes a pack of a dictionary in jieba's form, `word frequency tag` a line.
    ///
    /// # Errors
    /// [`Fault::Source`] with the line that has another form, [`Fault::Pack`] where there are more words than places
    /// of three bytes can tell apart.
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
        let bytes = encode(&sorted, &tags, total);
        if bytes.len() < LARGEST { Ok(bytes) } else { Err(Fault::Pack { at: LARGEST }) }
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
        let rest = reader.take(length)?;
        Ok(Pack { total, tags, letters: Rows::read(&mut Reader { bytes: rest, at: 0 })? })
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
        let mut sorted: Vec<u64> = pairs.iter().copied().collect();
        sorted.sort_unstable();
        let mut letters: Vec<char> =
            text.chars().map(single).collect::<LetterSet>().into_iter().filter_map(letter).collect();
        letters.sort_unstable();
        let mut word = String::new();
        for first in letters {
            let Some(mut block) = self.letters.find(first) else { continue };
            word.clear();
            word.push(first);
            let own = block.number()?;
            if own > 0 {
                let tag = block.number()?;
                each(&word, own - 1, self.tag(tag, block.at)?);
            }
            let seconds = Rows::read(&mut block)?;
            let from = sorted.partition_point(|known| *known < pair(first, '\0'));
            let mine = sorted.iter().skip(from).take_while(|known| *known >> 32 == single(first));
            for second in mine.filter_map(|known| letter(known & 0xffff_ffff)) {
                if let Some(mut list) = seconds.find(second) {
                    word.truncate(first.len_utf8());
                    word.push(second);
                    let end = list.number()? + list.at;
                    self.words(&mut list, end, &mut word, &pairs, &mut each)?;
                }
            }
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
            let (rest, at) = (reader.bytes()?, reader.at);
            let (frequency, tag) = (reader.number()?, reader.number()?);
            // Most words end here, before their letters are checked.
            if leading(rest).is_some_and(|third| !pairs.contains(&pair(second, third))) {
                continue;
            }
            let rest = std::str::from_utf8(rest).map_err(|_| Fault::Pack { at })?;
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

/// Rows of a letter and a place, in the order of the letters.
#[derive(Clone, Copy, Debug)]
struct Rows<'b> {
    rows: &'b [[u8; 6]],
    /// What the places count in.
    behind: &'b [u8],
}

impl<'b> Rows<'b> {
    /// Reads the count of the rows and takes them.
    fn read(reader: &mut Reader<'b>) -> Result<Rows<'b>, Fault> {
        let fault = Fault::Pack { at: reader.at };
        let length = reader.number()?.checked_mul(6).ok_or(fault)?;
        let (rows, _) = reader.take(length)?.as_chunks();
        Ok(Rows { rows, behind: reader.bytes.get(reader.at..).unwrap_or_default() })
    }

    /// A reader at the place of a letter.
    fn find(&self, letter: char) -> Option<Reader<'b>> {
        let found = self.rows.binary_search_by_key(&u32::from(letter), |row| small(row[0], row[1], row[2])).ok()?;
        let [.., low, middle, high] = *self.rows.get(found)?;
        let at = usize::try_from(small(low, middle, high)).ok()?;
        Some(Reader { bytes: self.behind, at })
    }
}

/// A number of three bytes.
fn small(low: u8, middle: u8, high: u8) -> u32 {
    u32::from_le_bytes([low, middle, high, 0])
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

    fn bytes(&mut self) -> Result<&'b [u8], Fault> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Result<&'b str, Fault> {
        let at = self.at;
        std::str::from_utf8(self.bytes()?).map_err(|_| Fault::Pack { at })
    }
}

/// The first letter where it has three bytes, as nearly all have, without a look at the rest.
fn leading(bytes: &[u8]) -> Option<char> {
    let [lead @ 0xe0..=0xef, middle, low, ..] = *bytes else { return None };
    char::from_u32(u32::from(lead & 0x0f) << 12 | u32::from(middle & 0x3f) << 6 | u32::from(low & 0x3f))
}

fn encode(sorted: &Sorted<'_>, tags: &[&str], total: usize) -> Vec<u8> {
    let blocks = sorted.iter().map(|(first, seconds)| {
        let mut block = Vec::new();
        match seconds.get(&None).and_then(|own| own.last()) {
            Some((_, frequency, tag)) => {
                number(&mut block, frequency + 1);
                number(&mut block, *tag);
            }
            None => number(&mut block, 0),
        }
        let lists = seconds.iter().filter_map(|(second, entries)| Some(((*second)?, list(entries))));
        rows(&mut block, lists);
        (*first, block)
    });
    let mut words = Vec::new();
    rows(&mut words, blocks);
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

/// The words behind two letters.
fn list(entries: &[(&str, usize, usize)]) -> Vec<u8> {
    let mut words = Vec::new();
    for (rest, frequency, tag) in entries {
        text(&mut words, rest);
        number(&mut words, *frequency);
        number(&mut words, *tag);
    }
    let mut list = Vec::new();
    number(&mut list, words.len());
    list.extend(words);
    list
}

/// Rows of letters, in their order, and behind them what each leads to.
fn rows(bytes: &mut Vec<u8>, parts: impl Iterator<Item = (char, Vec<u8>)>) {
    let (mut rows, mut behind) = (Vec::new(), Vec::new());
    for (letter, part) in parts {
        // A place that does not fit makes a pack that is refused as a whole.
        let place = u32::try_from(behind.len()).unwrap_or(u32::MAX);
        rows.extend_from_slice(&u32::from(letter).to_le_bytes()[..3]);
        rows.extend_from_slice(&place.to_le_bytes()[..3]);
        behind.extend(part);
    }
    number(bytes, rows.len() / 6);
    bytes.extend(rows);
    bytes.extend(behind);
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
