//! The table of time words, and how it is asked.

use super::{lunar::LunarYear, scan::Scan};
use crate::text::Index;

/// What a word is to the recognisers; `first` and `second` of its row mean what the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Year,
    YearSame,
    Month,
    MonthSame,
    Week,
    WeekSame,
    Day,
    DaySame,
    DayPart,
    DayPartSame,
    Part,
    Season,
    SeasonOf,
    Festival,
    LunarFestival,
    WeekdayFestival,
    Easter,
    Hebrew,
    Islamic,
    Moon,
    Term,
    Era,
    Past,
    Present,
    Future,
    Then,
    Forward,
    Event,
    Thing,
    Person,
    Report,
    Tell,
    Take,
    Edge,
    EdgeAlone,
    Kind,
    Lookalike,
}

/// A letter in its simplified form, and where that stands in the table of first letters.
#[inline]
pub(super) fn letter(letter: char) -> (char, u16) {
    BY_LETTER.get(letter).copied().unwrap_or((letter, NO_WORD))
}

static BY_LETTER: Index<(char, u16)> = Index::of(LETTERS);

/// What is known of a first letter.
#[derive(Debug)]
struct First {
    /// Where its words stand in the table.
    from: usize,
    to: usize,
    /// The classes of the word that is only this letter.
    alone: Classes,
    /// The second letters of its words, as `bits`.
    seconds: u64,
    /// Whether it is a letter of a number, digits among them.
    number: bool,
    /// What may follow it where it begins an expression without being a word; `#` is a letter of a number.
    behind: &'static [char],
}

/// A bit for each of the letters, by the last six bits of it.
const fn bits(letters: &[char]) -> u64 {
    let (mut bits, mut at) = (0, 0);
    while at < letters.len() {
        bits |= 1 << (letters[at] as u32 % 64);
        at += 1;
    }
    bits
}

impl First {
    /// Whether one of its words may go on with a letter; if not, none does.
    fn may_go_on(&self, next: char) -> bool {
        self.seconds >> (next as u32 % 64) & 1 == 1
    }
}

/// A set of letters, sorted: `str::contains` would search for the bytes of each letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters(&'static [char]);

impl Letters {
    pub(super) fn contains(self, letter: char) -> bool {
        self.0.binary_search(&letter).is_ok()
    }
}

include!(concat!(env!("OUT_DIR"), "/timex.rs"));

/// A row of the table.
type Entry = (&'static str, Class, i32, i32, char);

/// A word that stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) class: Class,
    pub(super) first: i32,
    pub(super) second: i32,
    /// How many letters it has.
    pub(super) length: usize,
    pub(super) text: &'static str,
}

/// Neither a word nor an expression begins with the letter.
pub(super) const NO_WORD: u16 = u16::MAX;

/// What is known of the letter at a position as a first letter.
fn known(scan: &Scan, at: usize) -> Option<&'static First> {
    FIRST.get(usize::from(scan.get(at)?.first))
}

/// Those of the words that stand at a position. Words of one letter come first in the table, the others by their second
/// letter.
fn fitting(scan: &Scan, at: usize) -> impl Iterator<Item = &'static Entry> {
    let next = scan.at(at + 1);
    let known = known(scan, at);
    let words = known.and_then(|known| WORDS.get(known.from..known.to)).unwrap_or_default();
    let longer = if known.is_some_and(|known| known.may_go_on(next)) { words } else { &[] };
    let from = longer.partition_point(|word| word.4 < next);
    let longer = longer.get(from..).unwrap_or_default().iter().take_while(move |word| word.4 == next);
    words.iter().take_while(|word| word.4 == '\0').chain(longer.filter(move |word| scan.has(at, word.0)))
}

/// The classes of the words that stand at a position; asked for once a letter, to be kept with it.
pub(super) fn standing(scan: &Scan, at: usize) -> Classes {
    match known(scan, at) {
        Some(known) if known.may_go_on(scan.at(at + 1)) => {
            Classes(fitting(scan, at).fold(0, |all, (_, class, ..)| all | 1 << (*class as u32)))
        }
        Some(known) => known.alone,
        None => Classes::NONE,
    }
}

/// The longest word at a position whose class is wanted.
#[inline]
pub(super) fn longest(scan: &Scan, at: usize, wanted: Classes) -> Option<Word> {
    if scan.standing(at).meets(wanted) { longest_of(scan, at, wanted) } else { None }
}

fn longest_of(scan: &Scan, at: usize, wanted: Classes) -> Option<Word> {
    fitting(scan, at)
        .filter(|(_, class, ..)| wanted.has(*class))
        .map(|(word, class, first, second, _)| Word {
            class: *class,
            first: *first,
            second: *second,
            length: word.chars().count(),
            text: word,
        })
        .max_by_key(|word| word.length)
}

/// The longest word of one class at a position.
#[inline]
pub(super) fn of(scan: &Scan, at: usize, class: Class) -> Option<Word> {
    longest(scan, at, Classes::of(&[class]))
}

/// Whether the letter at a position is one of a number.
pub(super) fn is_number(scan: &Scan, at: usize) -> bool {
    known(scan, at).is_some_and(|known| known.number)
}

/// Whether the letter at a position begins an expression, being no word, before the one that follows.
pub(super) fn begins(scan: &Scan, at: usize) -> bool {
    let next = scan.at(at + 1);
    let fits = |second: &char| *second == next || *second == '#' && is_number(scan, at + 1);
    known(scan, at).is_some_and(|known| known.behind.iter().any(fits))
}

/// The classes of words with which no expression begins.
const BESIDE: Classes = Classes::of(&[
    Class::Lookalike,
    Class::Kind,
    Class::Forward,
    Class::Person,
    Class::Report,
    Class::Tell,
    Class::Take,
    Class::Edge,
    Class::Thing,
]);

/// Those of the classes that can begin an expression.
pub(super) fn beginning(standing: Classes) -> Classes {
    Classes(standing.0 & !BESIDE.0)
}

/// A set of classes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes(u64);

impl Classes {
    pub(super) const NONE: Classes = Classes(0);

    pub(super) const fn of(classes: &[Class]) -> Classes {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= 1 << (classes[at] as u32);
            at += 1;
        }
        Classes(bits)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn has(self, class: Class) -> bool {
        self.0 >> (class as u32) & 1 == 1
    }

    pub(super) fn meets(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }
}
