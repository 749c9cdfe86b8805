//! The text as the recognisers read it: folded letters without white space, each with its place.
//!
//! ZAKER prints `今年 7 月`; other pages print full width or traditional letters. Every letter is folded
//! one to one, and white space is left out but remembered, so that a recogniser sees one spelling and every
//! span still leads back to the text as given.

use std::cell::OnceCell;

use super::words;
use crate::text::fold_char;

/// One letter of the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) folded: char,
    /// Its bytes in the text as given.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stood before it.
    pub(super) gap: bool,
    /// How many letters on the mark of a range stands, up to 255.
    pub(super) mark: u8,
    /// Where the words that begin with it stand in the table of first letters; `NO_WORD` where none does.
    pub(super) words: u16,
}

/// The folded text.
#[derive(Debug)]
pub(super) struct Scan {
    letters: Vec<Letter>,
    /// Whether the text tells of the lunar new year, where 初三 is a day and no class of a school.
    new_year: OnceCell<bool>,
}

/// What a text about the lunar new year speaks of.
const NEW_YEAR: [&str; 9] = ["春节", "大年", "除夕", "正月", "腊月", "春运", "拜年", "年夜饭", "年初一"];

impl Scan {
    pub(super) fn of(text: &str) -> Scan {
        let mut letters = Vec::with_capacity(text.len() / 2);
        let mut gap = false;
        for (start, letter) in text.char_indices() {
            // Most letters are Chinese, which need no folding of width.
            let chinese = matches!(letter, '\u{4e00}'..='\u{9fff}');
            if chinese || letter == '\n' || !(letter.is_whitespace() || is_zero_width(letter)) {
                let folded = match letter {
                    '\n' => '\n',
                    _ if chinese => words::simplified(letter),
                    _ => words::simplified(fold_char(letter)),
                };
                let words = words::first(folded);
                letters.push(Letter { folded, start, end: start + letter.len_utf8(), gap, mark: u8::MAX, words });
                gap = false;
            } else {
                gap |= !is_zero_width(letter);
            }
        }
        let mut mark = u8::MAX;
        for letter in letters.iter_mut().rev() {
            let here = matches!(letter.folded, '至' | '到' | '-' | '~' | '、' | '/');
            mark = if here { 0 } else { mark.saturating_add(1) };
            letter.mark = mark;
        }
        Scan { letters, new_year: OnceCell::new() }
    }

    /// Whether the text tells of the lunar new year.
    pub(super) fn new_year(&self) -> bool {
        *self.new_year.get_or_init(|| {
            (0..self.len()).any(|at| {
                matches!(self.at(at), '春' | '大' | '除' | '正' | '腊' | '拜' | '年')
                    && self.one_of(at, &NEW_YEAR).is_some()
            })
        })
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Letter> {
        self.letters.get(at).copied()
    }

    /// The letter at a position; a line end where there is none, which no recogniser takes.
    pub(super) fn at(&self, at: usize) -> char {
        self.get(at).map_or('\n', |letter| letter.folded)
    }

    /// Whether white space stands before a position.
    pub(super) fn gap(&self, at: usize) -> bool {
        self.get(at).is_some_and(|letter| letter.gap)
    }

    /// The letter before a position.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\n', |before| self.at(before))
    }

    #[inline]
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        let (place, byte) = last_byte(self.at(at));
        word.as_bytes().get(place) == Some(&byte) && self.stands(at, word)
    }

    fn stands(&self, at: usize, word: &str) -> bool {
        let mut letters = self.letters.get(at..).unwrap_or_default().iter();
        word.chars().all(|letter| letters.next().is_some_and(|here| here.folded == letter))
    }

    /// Whether the letters right before a position are the word.
    pub(super) fn ends(&self, at: usize, word: &str) -> bool {
        let mut letters = self.letters.get(..at).unwrap_or_default().iter().rev();
        word.chars().rev().all(|letter| letters.next().is_some_and(|here| here.folded == letter))
    }

    /// The length of the first of the words that stands at a position.
    pub(super) fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        let (place, byte) = last_byte(self.at(at));
        let first = |word: &&&str| word.as_bytes().get(place) == Some(&byte);
        words.iter().filter(first).find(|word| self.stands(at, word)).map(|word| word.chars().count())
    }

    /// The bytes of a range of letters.
    pub(super) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.get(from).map_or(0, |letter| letter.start);
        let end = to.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |letter| letter.end);
        start..end.max(start)
    }
}

/// The last byte of a letter in UTF-8, and its place: what tells most letters apart.
fn last_byte(letter: char) -> (usize, u8) {
    let mut bytes = [0; 4];
    let place = letter.encode_utf8(&mut bytes).len() - 1;
    (place, bytes.get(place).copied().unwrap_or(0))
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
