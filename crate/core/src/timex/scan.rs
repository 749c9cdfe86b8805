//! The text as the recognisers read it: folded letters without white space, each with its place.
//!
//! ZAKER prints `今年 7 月`; other pages print full width or traditional letters. Every letter is folded
//! one to one, and white space is left out but remembered, so that a recogniser sees one spelling and every
//! span still leads back to the text as given.

use std::cell::OnceCell;

use super::words::{self, Class, Classes, NO_WORD};
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
    /// Where it stands in the table of first letters; `NO_WORD` where nothing begins with it.
    pub(super) first: u16,
    /// The classes of the words that begin with it here.
    pub(super) standing: Classes,
}

/// The folded text.
#[derive(Debug)]
pub(super) struct Scan {
    letters: Vec<Letter>,
    /// Where the marks of ranges stand.
    marks: Vec<usize>,
    /// Where the signs stand that end a clause, a sentence, a paragraph.
    stops: Vec<usize>,
    /// Where words begin that look ahead.
    forward: Vec<usize>,
    /// Whether the text tells of the lunar new year, where 初三 is a day and no class of a school.
    new_year: OnceCell<bool>,
    /// How many letters are written in the traditional way, of those that the table knows.
    traditional: usize,
    /// Whether the text counts years of the republic.
    republic: OnceCell<bool>,
}

/// What a text about the lunar new year speaks of.
const NEW_YEAR: [&str; 9] = ["春节", "大年", "除夕", "正月", "腊月", "春运", "拜年", "年夜饭", "年初一"];

/// What a text of Taiwan names, as the letters are folded.
const TAIWAN: [&str; 8] = ["台灣", "臺", "台北", "台中", "台南", "新北", "高雄", "桃園"];

/// A text in traditional letters has so many of them at least; others quote fewer.
const TRADITIONAL: usize = 3;

impl Scan {
    pub(super) fn of(text: &str) -> Scan {
        let mut letters = Vec::with_capacity(text.len() / 2);
        let (mut marks, mut stops, mut forward) = (Vec::new(), Vec::new(), Vec::new());
        let (mut gap, mut traditional) = (false, 0);
        for (start, letter) in text.char_indices() {
            // Most letters are Chinese, which need no folding of width.
            let chinese = matches!(letter, '\u{4e00}'..='\u{9fff}');
            if chinese || letter == '\n' || !(letter.is_whitespace() || is_zero_width(letter)) {
                let plain = if chinese || letter == '\n' { letter } else { fold_char(letter) };
                let (folded, first) = words::letter(plain);
                traditional += usize::from(chinese && folded != plain);
                match folded {
                    '至' | '到' | '-' | '~' | '、' | '/' => marks.push(letters.len()),
                    '\n' | '。' | '!' | '?' | ',' | ';' | ':' => stops.push(letters.len()),
                    _ => {}
                }
                letters.push(Letter {
                    folded,
                    start,
                    end: start + letter.len_utf8(),
                    gap,
                    first,
                    standing: Classes::NONE,
                });
                gap = false;
            } else {
                gap |= !is_zero_width(letter);
            }
        }
        let (new_year, republic) = (OnceCell::new(), OnceCell::new());
        let mut scan = Scan { letters, marks, stops, forward: Vec::new(), new_year, traditional, republic };
        for at in 0..scan.len() {
            if !scan.begins(at) {
                continue;
            }
            let standing = words::standing(&scan, at);
            if standing.has(Class::Forward) {
                forward.push(at);
            }
            if let Some(letter) = scan.letters.get_mut(at) {
                letter.standing = standing;
            }
        }
        Scan { forward, ..scan }
    }

    /// Where the signs stand that end a clause, a sentence, a paragraph.
    pub(super) fn stops(&self) -> &[usize] {
        &self.stops
    }

    /// Where words begin that look ahead.
    pub(super) fn forward(&self) -> &[usize] {
        &self.forward
    }

    /// Whether the mark of a range stands among so many letters from a position on.
    pub(super) fn mark_within(&self, at: usize, letters: usize) -> bool {
        let next = self.marks.partition_point(|mark| *mark < at);
        self.marks.get(next).is_some_and(|mark| *mark < at + letters)
    }

    /// Whether anything can begin with the letter at a position.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.letters.get(at).is_some_and(|letter| letter.first != NO_WORD)
    }

    /// The classes of the words that stand at a position.
    pub(super) fn standing(&self, at: usize) -> Classes {
        self.get(at).map_or(Classes::NONE, |letter| letter.standing)
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

    /// Whether 96年 is a year of the republic: a text in traditional letters that says 民國, or that is about Taiwan
    /// and not about Hong Kong, where 97年 is 1997.
    pub(super) fn republic(&self) -> bool {
        let names = |words: &[&str]| (0..self.len()).any(|at| self.one_of(at, words).is_some());
        *self.republic.get_or_init(|| {
            self.traditional >= TRADITIONAL && (names(&["民国"]) || names(&TAIWAN) && !names(&["香港"]))
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

    /// The first row whose word stands at a position.
    pub(super) fn row<'r, R>(&self, at: usize, rows: &'r [R], word: impl Fn(&R) -> &'static str) -> Option<&'r R> {
        let (place, byte) = last_byte(self.at(at));
        rows.iter().find(|row| {
            let word = word(row);
            word.as_bytes().get(place) == Some(&byte) && self.stands(at, word)
        })
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
