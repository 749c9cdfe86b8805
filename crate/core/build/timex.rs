//! The tables of time words.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::table::{Fault, Table};

const CLASSES: [(&str, &str); 37] = [
    ("year", "Year"),
    ("year_same", "YearSame"),
    ("month", "Month"),
    ("month_same", "MonthSame"),
    ("week", "Week"),
    ("week_same", "WeekSame"),
    ("day", "Day"),
    ("day_same", "DaySame"),
    ("day_part", "DayPart"),
    ("day_part_same", "DayPartSame"),
    ("part", "Part"),
    ("season", "Season"),
    ("season_of", "SeasonOf"),
    ("festival", "Festival"),
    ("lunar_festival", "LunarFestival"),
    ("weekday_festival", "WeekdayFestival"),
    ("easter", "Easter"),
    ("hebrew", "Hebrew"),
    ("islamic", "Islamic"),
    ("moon", "Moon"),
    ("term", "Term"),
    ("era", "Era"),
    ("past", "Past"),
    ("present", "Present"),
    ("future", "Future"),
    ("then", "Then"),
    ("forward", "Forward"),
    ("event", "Event"),
    ("thing", "Thing"),
    ("person", "Person"),
    ("report", "Report"),
    ("tell", "Tell"),
    ("take", "Take"),
    ("edge", "Edge"),
    ("edge_alone", "EdgeAlone"),
    ("kind", "Kind"),
    ("lookalike", "Lookalike"),
];

pub(crate) fn tables() -> Result<String, Fault> {
    let table = Table::read("timex/words.tsv", &["word", "class", "first", "second", "reason"])?;
    let names = CLASSES.map(|(name, _)| name);
    let mut words: Vec<(String, &str, i32, i32)> = Vec::new();
    for row in table.rows() {
        let word = row.need("word")?.to_owned();
        let class = row.one_of("class", &names)?;
        row.need("reason")?;
        let variant = CLASSES.iter().find(|(name, _)| *name == class).map_or("", |(_, variant)| variant);
        if words.iter().any(|(known, of, ..)| *known == word && *of == variant) {
            return Err(row.fault(format!("{word} stands twice as {class}")));
        }
        words.push((word, variant, row.number("first")?, row.number("second")?));
    }
    words.sort();
    let mut code = String::from(
        "/// Every word with its class and values, and its second letter (\\0 where it has one), sorted by word.\nconst WORDS: &[(&str, Class, i32, i32, char)] = &[\n",
    );
    for (word, class, first, second) in &words {
        let letter = word.chars().nth(1).unwrap_or('\0');
        let _ = writeln!(code, "    ({word:?}, Class::{class}, {first}, {second}, {letter:?}),");
    }
    code.push_str("];\n");
    letters(&mut code)?;
    let first = first(&mut code, &words, &begin()?);
    lunar(&mut code)?;
    prices(&mut code)?;
    simplified(&mut code, &first)?;
    Ok(code)
}

/// A constant for every price, by its name.
fn prices(code: &mut String) -> Result<(), Fault> {
    let table = Table::read("timex/prices.tsv", &["name", "price", "reason"])?;
    code.push_str("pub(in crate::timex) mod price {\n");
    let mut names = BTreeSet::new();
    for row in table.rows() {
        let name = row.need("name")?;
        if !names.insert(name.to_owned()) {
            return Err(row.fault(format!("{name} stands twice")));
        }
        let price: f64 = row.number("price")?;
        let _ = writeln!(
            code,
            "    /// {}\n    pub(in crate::timex) const {}: f64 = {price:?};",
            row.need("reason")?,
            name.to_uppercase()
        );
    }
    code.push_str("}\n");
    Ok(())
}

/// The earliest day of the month of every solar term, to which the table adds.
const TERMS: [u32; 24] = [4, 19, 3, 18, 4, 19, 4, 19, 4, 20, 4, 20, 6, 22, 6, 22, 6, 22, 7, 22, 6, 21, 6, 21];

/// The lunar years.
fn lunar(code: &mut String) -> Result<(), Fault> {
    let table = Table::read("timex/lunar.tsv", &["year", "new_year", "leap", "months", "terms"])?;
    let mut expected = None;
    let mut years = String::new();
    for row in table.rows() {
        let year: i32 = row.number("year")?;
        if expected.is_some_and(|next| next != year) {
            return Err(row.fault("the years must follow each other".into()));
        }
        if expected.is_none() {
            let _ = writeln!(code, "/// The first year of [`LUNAR`].\npub(super) const LUNAR_FIRST: i32 = {year};");
        }
        expected = Some(year + 1);
        let (new_year, leap): (u32, u32) = (row.number("new_year")?, row.number("leap")?);
        let months = row.need("months")?;
        if months.len() != if leap == 0 { 12 } else { 13 }
            || leap > 12
            || months.bytes().any(|byte| !b"01".contains(&byte))
        {
            return Err(row.fault(format!("`months` wants 12 digits, 13 with a leap month, 0 or 1: {months}")));
        }
        let long = months.bytes().rev().fold(0_u16, |bits, byte| bits << 1 | u16::from(byte == b'1'));
        let terms = row.need("terms")?;
        let after: Vec<u32> = terms.chars().filter_map(|digit| digit.to_digit(4)).collect();
        if after.len() != TERMS.len() || terms.len() != TERMS.len() {
            return Err(row.fault(format!("`terms` wants 24 digits below 4: {terms}")));
        }
        let days: Vec<u32> = TERMS.iter().zip(&after).map(|(first, more)| first + more).collect();
        let _ =
            writeln!(years, "    LunarYear {{ new_year: {new_year}, leap: {leap}, long: {long}, terms: {days:?} }},");
    }
    let _ = write!(
        code,
        "/// The lunar years, one after the other.\npub(super) const LUNAR: &[LunarYear] = &[\n{years}];\n"
    );
    Ok(())
}

/// The sets of letters, as constants of `letters`; ¶ stands for the end of a line.
fn letters(code: &mut String) -> Result<(), Fault> {
    code.push_str("/// Letters that tell a time from another word.\npub(super) mod letters {\n");
    let table = Table::read("timex/letters.tsv", &["set", "letters", "reason"])?;
    let mut known: Vec<String> = Vec::new();
    for row in table.rows() {
        let set = row.need("set")?;
        row.need("reason")?;
        if !set.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_') {
            return Err(row.fault(format!("`set` is no name in capitals: {set}")));
        }
        if known.iter().any(|name| name == set) {
            return Err(row.fault(format!("{set} stands twice")));
        }
        let letters = row.need("letters")?;
        if let Some(twice) = letters.char_indices().find(|(at, letter)| letters[..*at].contains(*letter)) {
            return Err(row.fault(format!("{} stands twice in {set}", twice.1)));
        }
        let mut sorted: Vec<char> = letters.replace('¶', "\n").chars().collect();
        sorted.sort_unstable();
        let _ = writeln!(code, "    pub(in crate::timex) const {set}: super::Letters = super::Letters(&{sorted:?});");
        known.push(set.to_owned());
    }
    code.push_str("}\n");
    Ok(())
}

/// What may follow the first letters of expressions that are no words; `*` marks the letters of numbers.
fn begin() -> Result<BTreeMap<char, BTreeSet<char>>, Fault> {
    let table = Table::read("timex/begin.tsv", &["first", "second", "reason"])?;
    let mut begin: BTreeMap<char, BTreeSet<char>> = BTreeMap::new();
    for row in table.rows() {
        row.need("reason")?;
        let second = row.need("second")?;
        for first in row.need("first")?.chars() {
            for letter in second.chars() {
                if !begin.entry(first).or_default().insert(letter) {
                    return Err(row.fault(format!("{first}{letter} stands twice")));
                }
            }
        }
    }
    Ok(begin)
}

/// Everything that is known of a first letter, as `FIRST`; gives the letters.
fn first(code: &mut String, words: &[(String, &str, i32, i32)], begin: &BTreeMap<char, BTreeSet<char>>) -> Vec<char> {
    let mut first: BTreeMap<char, (usize, usize)> = begin.keys().map(|letter| (*letter, (0, 0))).collect();
    for (at, (word, ..)) in words.iter().enumerate() {
        let range = word.chars().next().map(|letter| first.entry(letter).or_insert((at, at)));
        if let Some(range) = range {
            *range = (if range.0 == range.1 { at } else { range.0 }, at + 1);
        }
    }
    code.push_str("/// What is known of every first letter, sorted.\nconst FIRST: &[First] = &[\n");
    for (letter, (from, to)) in &first {
        let (from, to) = (*from, *to);
        let own = &words[from..to];
        let alone = own.iter().filter(|(word, ..)| word.chars().count() == 1);
        let alone: Vec<String> = alone.map(|(_, class, ..)| format!("Class::{class}")).collect();
        let seconds: BTreeSet<char> = own.iter().filter_map(|(word, ..)| word.chars().nth(1)).collect();
        let seconds: Vec<char> = seconds.into_iter().collect();
        let behind = begin.get(letter);
        let number = behind.is_some_and(|behind| behind.contains(&'*'));
        let behind: Vec<&char> = behind.into_iter().flatten().filter(|letter| **letter != '*').collect();
        let alone = alone.join(", ");
        let _ = writeln!(
            code,
            "    First {{ from: {from}, to: {to}, alone: Classes::of(&[{alone}]), seconds: bits(&{seconds:?}), number: {number}, behind: &{behind:?} }},",
        );
    }
    code.push_str("];\n");
    first.into_keys().collect()
}

/// Traditional letters and first letters, with the simplified form and its place among the first letters.
fn simplified(code: &mut String, first: &[char]) -> Result<(), Fault> {
    let table = Table::read("timex/traditional.tsv", &["traditional", "simplified"])?;
    let mut pairs: Vec<(char, char)> = Vec::new();
    for row in table.rows() {
        let letter = |column| -> Result<char, Fault> {
            let cell = row.need(column)?;
            let mut letters = cell.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => Err(row.fault(format!("`{column}` wants one letter: {cell}"))),
            }
        };
        let pair = (letter("traditional")?, letter("simplified")?);
        if pairs.iter().any(|(known, _)| *known == pair.0) {
            return Err(row.fault(format!("{} stands twice", pair.0)));
        }
        pairs.push(pair);
    }
    pairs.extend(
        first
            .iter()
            .filter(|letter| !pairs.iter().any(|(known, _)| known == *letter))
            .map(|letter| (*letter, *letter))
            .collect::<Vec<_>>(),
    );
    pairs.sort_unstable();
    code.push_str("/// Letters in their simplified form, each with the place of that in `FIRST`, sorted.\nconst LETTERS: &[(char, (char, u16))] = &[\n");
    for (letter, simplified) in pairs {
        let place = first.binary_search(&simplified).map_or_else(|_| "NO_WORD".to_owned(), |place| place.to_string());
        let _ = writeln!(code, "    ({letter:?}, ({simplified:?}, {place})),");
    }
    code.push_str("];\n");
    Ok(())
}
