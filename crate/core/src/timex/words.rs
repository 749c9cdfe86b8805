//! The table of time words, and how it is asked.

use super::{lunar::LunarYear, scan::Scan};
use crate::text::Low;

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

/// The simplified form of a traditional letter.
pub(super) fn simplified(letter: char) -> char {
    if !TRADITIONAL_LOW.may_hold(letter) {
        return letter;
    }
    match TRADITIONAL.binary_search_by_key(&letter, |(traditional, _)| *traditional) {
        Ok(found) => TRADITIONAL.get(found).map_or(letter, |(_, simplified)| *simplified),
        Err(_) => letter,
    }
}

const FIRST_LOW: Low = Low::of_first(FIRST);

const TRADITIONAL_LOW: Low = {
    let mut low = Low::new();
    let mut at = 0;
    while at < TRADITIONAL.len() {
        low = low.with(TRADITIONAL[at].0);
        at += 1;
    }
    low
};

/// For every first letter the classes of its words, a bit each.
const FIRST_CLASSES: [u64; FIRST.len()] = {
    let mut classes = [0; FIRST.len()];
    let mut at = 0;
    while at < FIRST.len() {
        let (_, mut word, to) = FIRST[at];
        while word < to {
            classes[at] |= 1 << (WORDS[word].1 as u32);
            word += 1;
        }
        at += 1;
    }
    classes
};

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

/// No word begins with the letter.
pub(super) const NO_WORD: u16 = u16::MAX;

/// Where the words of a letter stand in the table of first letters.
pub(super) fn first(letter: char) -> u16 {
    if !FIRST_LOW.may_hold(letter) {
        return NO_WORD;
    }
    let found = FIRST.binary_search_by_key(&letter, |entry| entry.0);
    found.ok().and_then(|found| u16::try_from(found).ok()).unwrap_or(NO_WORD)
}

/// The words that begin with the letter at a position, if one of them is of the wanted classes.
fn starting(scan: &Scan, at: usize, wanted: Classes) -> &'static [Entry] {
    let place = scan.get(at).map_or(usize::from(NO_WORD), |letter| usize::from(letter.words));
    if FIRST_CLASSES.get(place).is_none_or(|classes| classes & wanted.0 == 0) {
        return &[];
    }
    FIRST.get(place).and_then(|(_, from, to)| WORDS.get(*from..*to)).unwrap_or_default()
}

/// Those of the words that are of the wanted classes and stand at the position. Words of one letter come first in the
/// table, the others by their second letter.
fn fitting(scan: &Scan, at: usize, wanted: Classes) -> impl Iterator<Item = &'static Entry> {
    let words = starting(scan, at, wanted);
    let next = scan.at(at + 1);
    let single = words.iter().take_while(|word| word.4 == '\0');
    let from = words.partition_point(|word| word.4 < next);
    let longer = words.get(from..).unwrap_or_default().iter().take_while(move |word| word.4 == next);
    let standing = longer.filter(move |word| wanted.has(word.1) && scan.has(at, word.0));
    single.filter(move |word| wanted.has(word.1)).chain(standing)
}

/// The longest word at a position whose class is wanted.
pub(super) fn longest(scan: &Scan, at: usize, wanted: Classes) -> Option<Word> {
    fitting(scan, at, wanted)
        .map(|(word, class, first, second, _)| Word {
            class: *class,
            first: *first,
            second: *second,
            length: word.chars().count(),
            text: word,
        })
        .max_by_key(|word| word.length)
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
]);

/// The classes of all the words that stand at a position with which an expression can begin.
pub(super) fn standing(scan: &Scan, at: usize) -> Classes {
    Classes(fitting(scan, at, Classes(!BESIDE.0)).fold(0, |all, (_, class, ..)| all | 1 << (*class as u32)))
}

/// A set of classes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes(u64);

impl Classes {
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

/// The longest word of one class at a position. Most letters begin no word of most classes.
#[inline]
pub(super) fn of(scan: &Scan, at: usize, class: Class) -> Option<Word> {
    let place = scan.get(at)?.words;
    if place == NO_WORD || FIRST_CLASSES.get(usize::from(place))? >> (class as u32) & 1 == 0 {
        return None;
    }
    longest(scan, at, Classes(1 << (class as u32)))
}
