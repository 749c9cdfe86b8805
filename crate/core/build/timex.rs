//! The tables of time words.

use std::fmt::Write as _;

use super::table::{Fault, Table};

const CLASSES: [(&str, &str); 23] = [
    ("year", "Year"),
    ("year_same", "YearSame"),
    ("month", "Month"),
    ("month_same", "MonthSame"),
    ("week", "Week"),
    ("day", "Day"),
    ("day_same", "DaySame"),
    ("day_part", "DayPart"),
    ("day_part_same", "DayPartSame"),
    ("part", "Part"),
    ("season", "Season"),
    ("festival", "Festival"),
    ("lunar_festival", "LunarFestival"),
    ("weekday_festival", "WeekdayFestival"),
    ("term", "Term"),
    ("era", "Era"),
    ("past", "Past"),
    ("present", "Present"),
    ("future", "Future"),
    ("then", "Then"),
    ("forward", "Forward"),
    ("event", "Event"),
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
        "/// Every word with its class and values, sorted by word.\npub(super) const WORDS: &[(&str, Class, i32, i32)] = &[\n",
    );
    for (word, class, first, second) in words {
        let _ = writeln!(code, "    ({word:?}, Class::{class}, {first}, {second}),");
    }
    code.push_str("];\n");
    Ok(code)
}
