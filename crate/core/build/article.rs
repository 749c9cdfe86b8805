//! The tables of the article finder.

use std::fmt::Write as _;

use super::table::{Fault, Table};

pub(crate) fn tables() -> Result<String, Fault> {
    let mut words: Vec<(String, bool, i8)> = Vec::new();
    for row in Table::read("article/classes.tsv", &["word", "how", "tone", "reason"])?.rows() {
        let word = row.need("word")?.to_owned();
        let part = row.one_of("how", &["whole", "part"])? == "part";
        let tone = match row.one_of("tone", &["bad", "good", "none"])? {
            "bad" => -1,
            "good" => 1,
            _ => 0,
        };
        row.need("reason")?;
        if word.chars().any(|letter| letter.is_ascii_uppercase()) || words.iter().any(|(known, ..)| *known == word) {
            return Err(row.fault(format!("{word} stands twice or not in lower case")));
        }
        words.push((word, part, tone));
    }
    words.sort();
    let mut code = String::from(
        "/// Word, whether it may be part of another one, tone; sorted.\nconst CLASSES: &[(&str, bool, i8)] = &[\n",
    );
    for (word, part, tone) in words {
        let _ = writeln!(code, "    ({word:?}, {part}, {tone}),");
    }
    code.push_str("];\n");
    Ok(code)
}
