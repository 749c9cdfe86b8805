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
    Kind,
    Lookalike,
}

/// The simplified form of a traditional letter.
pub(super) fn simplified(letter: char) -> char {
    if !may_hold(&TRADITIONAL_LOW, letter) {
        return letter;
    }
    match TRADITIONAL.binary_search_by_key(&letter, |(traditional, _)| *traditional) {
        Ok(found) => TRADITIONAL.get(found).map_or(letter, |(_, simplified)| *simplified),
        Err(_) => letter,
    }
}

/// A bit for every value of the low twelve bits of a letter: most letters are in no table, and are told by it without
/// a search.
type Low = [u64; 64];

const FIRST_LOW: Low = {
    let mut low = [0; 64];
    let mut at = 0;
    while at < FIRST.len() {
        low[(FIRST[at].0 as usize >> 6) & 63] |= 1 << (FIRST[at].0 as usize & 63);
        at += 1;
    }
    low
};

const TRADITIONAL_LOW: Low = {
    let mut low = [0; 64];
    let mut at = 0;
    while at < TRADITIONAL.len() {
        low[(TRADITIONAL[at].0 as usize >> 6) & 63] |= 1 << (TRADITIONAL[at].0 as usize & 63);
        at += 1;
    }
    low
};

fn may_hold(low: &Low, letter: char) -> bool {
    let code = letter as usize;
    low.get((code >> 6) & 63).is_some_and(|bits| bits >> (code & 63) & 1 == 1)
}

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
    if !may_hold(&FIRST_LOW, letter) {
        return NO_WORD;
    }
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

/// The classes of all the words that stand at a position with which an expression can begin.
pub(super) fn standing(scan: &Scan, at: usize) -> Classes {
    let words = scan.get(at).and_then(|letter| FIRST.get(usize::from(letter.words)));
    let words = words.and_then(|(_, from, to)| WORDS.get(*from..*to)).unwrap_or_default();
    let open = words.iter().filter(|(_, class, ..)| {
        !matches!(class, Class::Lookalike | Class::Kind | Class::Forward | Class::Person | Class::Report)
    });
    Classes(open.filter(|(word, ..)| scan.has(at, word)).fold(0, |all, (_, class, ..)| all | 1 << (*class as u32)))
}

/// A set of classes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes(u64);

impl Classes {
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn has(self, class: Class) -> bool {
        self.0 >> (class as u32) & 1 == 1
    }
}

/// The longest word of one class at a position. Most letters begin no word of most classes.
pub(super) fn of(scan: &Scan, at: usize, class: Class) -> Option<Word> {
    let classes = FIRST_CLASSES.get(usize::from(scan.get(at)?.words))?;
    if classes >> (class as u32) & 1 == 0 {
        return None;
    }
    longest(scan, at, |found| found == class)
}
