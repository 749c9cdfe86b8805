//! The table of time words, and how it is asked.

use super::{lunar::LunarYear, scan::Scan};

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
    Edge,
    EdgeAlone,
    Lookalike,
}

include!(concat!(env!("OUT_DIR"), "/timex.rs"));

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

/// No word begins with the letter.
pub(super) const NO_WORD: u16 = u16::MAX;

/// Where the words of a letter stand in the table of first letters.
pub(super) fn first(letter: char) -> u16 {
    let found = FIRST.binary_search_by_key(&letter, |entry| entry.0);
    found.ok().and_then(|found| u16::try_from(found).ok()).unwrap_or(NO_WORD)
}

/// The longest word at a position whose class is wanted.
pub(super) fn longest(scan: &Scan, at: usize, wanted: impl Fn(Class) -> bool) -> Option<Word> {
    let (_, from, to) = FIRST.get(usize::from(scan.get(at)?.words))?;
    let words = WORDS.get(*from..*to)?;
    let fitting = words.iter().filter(|(word, class, ..)| wanted(*class) && scan.has(at, word));
    fitting
        .map(|(word, class, first, second)| Word {
            class: *class,
            first: *first,
            second: *second,
            length: word.chars().count(),
            text: word,
        })
        .max_by_key(|word| word.length)
}

/// Whether a word stands at a position with which an expression can begin.
pub(super) fn open(scan: &Scan, at: usize) -> bool {
    longest(scan, at, |class| !matches!(class, Class::Lookalike | Class::Forward | Class::Person | Class::Report))
        .is_some()
}

/// The longest word of one class at a position.
pub(super) fn of(scan: &Scan, at: usize, class: Class) -> Option<Word> {
    longest(scan, at, |found| found == class)
}
