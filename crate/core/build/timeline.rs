//! The tables of the timeline: word classes.

use std::fmt::Write as _;

use super::table::{Fault, Table};

const CLASSES: &[(&str, &str)] = &[
    ("today", "Today"),
    ("must", "Must"),
    ("case", "Case"),
    ("crime", "Crime"),
    ("outset", "Outset"),
    ("handled", "Handled"),
    ("elsewhile", "Elsewhile"),
    ("witness", "Witness"),
    ("senses", "Senses"),
    ("said", "Said"),
    ("elsewhen", "Elsewhen"),
    ("state", "State"),
    ("accident", "Accident"),
    ("opening", "Opening"),
    ("formerly", "Formerly"),
    ("intends", "Intends"),
    ("instruction", "Instruction"),
    ("unthought", "Unthought"),
    ("weather", "Weather"),
    ("learn", "Learn"),
    ("running", "Running"),
    ("looks_back", "LooksBack"),
    ("recall", "Recall"),
    ("about", "About"),
    ("elsewhere", "Elsewhere"),
    ("preposition", "Preposition"),
    ("condition", "Condition"),
    ("address", "Address"),
    ("counter", "Counter"),
    ("turning", "Turning"),
    ("cited", "Cited"),
    ("citing", "Citing"),
    ("copula", "Copula"),
    ("told_when", "ToldWhen"),
    ("name_closes", "NameCloses"),
    ("occasion_closes", "OccasionCloses"),
    ("occasion_paper", "OccasionPaper"),
    ("occasion_time", "OccasionTime"),
    ("until_plan", "UntilPlan"),
    ("measure_adverb", "MeasureAdverb"),
    ("advice", "Advice"),
    ("reporter", "Reporter"),
    ("shelf", "Shelf"),
    ("paper", "Paper"),
    ("same_time", "SameTime"),
    ("compare_before", "CompareBefore"),
    ("compare_after", "CompareAfter"),
    ("habit_before", "HabitBefore"),
    ("record_after", "RecordAfter"),
    ("dateline_after", "DatelineAfter"),
    ("publish", "Publish"),
    ("document", "Document"),
    ("speech", "Speech"),
    ("plan", "Plan"),
    ("deny", "Deny"),
    ("hearsay", "Hearsay"),
    ("news", "News"),
    ("connective", "Connective"),
    ("role", "Role"),
    ("grows", "Grows"),
    ("another", "Another"),
    ("unit", "Unit"),
    ("begins", "Begins"),
    ("search", "Search"),
    ("match", "Match"),
    ("holiday", "Holiday"),
    ("surname", "Surname"),
    ("due", "Due"),
    ("book", "Book"),
    ("occasion", "Occasion"),
    ("likened", "Likened"),
    ("moves", "Moves"),
    ("binds", "Binds"),
    ("imagine", "Imagine"),
    ("habit_after", "HabitAfter"),
    ("credit", "Credit"),
    ("stative", "Stative"),
    ("holding", "Holding"),
    ("unsettled", "Unsettled"),
    ("office", "Office"),
    ("figures", "Figures"),
    ("clings", "Clings"),
    ("than_before", "ThanBefore"),
    ("foretold", "Foretold"),
    ("review", "Review"),
    ("untrue", "Untrue"),
    ("asserts", "Asserts"),
    ("lacks", "Lacks"),
    ("forecast", "Forecast"),
    ("onward", "Onward"),
    ("promised", "Promised"),
    ("unnamed", "Unnamed"),
    ("claims", "Claims"),
    ("informed", "Informed"),
    ("open", "Open"),
    ("exhibit", "Exhibit"),
    ("that_time", "ThatTime"),
    ("contrary", "Contrary"),
    ("ought", "Ought"),
    ("lasts", "Lasts"),
    ("scene", "Scene"),
    ("holds", "Holds"),
    ("light", "Light"),
];

pub(crate) fn tables() -> Result<String, Fault> {
    let table = Table::read("timeline/words.tsv", &["word", "class", "reason"])?;
    let names: Vec<&str> = CLASSES.iter().map(|(name, _)| *name).collect();
    let mut words: Vec<(String, &str)> = Vec::new();
    for row in table.rows() {
        let word = row.need("word")?.to_owned();
        let class = row.one_of("class", &names)?;
        row.need("reason")?;
        let variant = CLASSES.iter().find(|(name, _)| *name == class).map_or("", |(_, variant)| variant);
        if words.iter().any(|(known, of)| *known == word && *of == variant) {
            return Err(row.fault(format!("{word} stands twice as {class}")));
        }
        words.push((word, variant));
    }
    // By first letter, and longer before shorter, so that a text is looked through once for a whole class.
    words.sort_by(|(one, _), (other, _)| {
        let key = |word: &str| (word.chars().next(), std::cmp::Reverse(word.len()));
        key(one).cmp(&key(other)).then_with(|| one.cmp(other))
    });
    let mut code = String::from(
        "/// The words of every class with their first letters: in the order of these, longer before shorter.\n\
         #[allow(clippy::too_many_lines, reason = \"a line a class\")]\n\
         pub(super) fn of_class(class: Class) -> &'static [(char, &'static str)] {\n    match class {\n",
    );
    for (name, variant) in CLASSES {
        let list: Vec<(char, &String)> = words
            .iter()
            .filter(|(_, of)| of == variant)
            .filter_map(|(word, _)| word.chars().next().map(|letter| (letter, word)))
            .collect();
        if list.is_empty() {
            return Err(table.fault(format!("no word is of class {name}")));
        }
        let _ = writeln!(code, "        Class::{variant} => &{list:?},");
    }
    code.push_str("    }\n}\n");
    Ok(code)
}
