//! The tables of traditional letters and of verbs.

use std::fmt::Write as _;

use super::table::{Fault, Table};

pub(crate) fn tables() -> Result<String, Fault> {
    let mut pairs: Vec<(u16, u16)> = Vec::new();
    for row in Table::read("text/traditional.tsv", &["traditional", "simplified"])?.rows() {
        let letter = |column| {
            let cell = row.need(column)?;
            let mut letters = cell.chars();
            // Of three bytes, as all the others are: places must stay.
            match (letters.next(), letters.next()) {
                (Some(letter), None) if letter.len_utf8() == 3 => u16::try_from(u32::from(letter))
                    .map_err(|_| row.fault(format!("{letter} is no letter of three bytes"))),
                _ => Err(row.fault(format!("`{column}` wants one letter of three bytes: {cell}"))),
            }
        };
        let pair = (letter("traditional")?, letter("simplified")?);
        if pair.0 == pair.1 || pairs.iter().any(|(known, _)| *known == pair.0) {
            return Err(row.fault("stands twice, or for itself".to_owned()));
        }
        pairs.push(pair);
    }
    pairs.sort_unstable();
    let mut code =
        String::from("/// Letters and their simplified form, sorted.\nconst SIMPLIFIED: &[(u16, u16)] = &[\n");
    for (from, to) in pairs {
        let _ = writeln!(code, "    ({from}, {to}),");
    }
    code.push_str("];\n");
    Ok(code)
}

/// The verbs that jieba's dictionary takes for something else, sorted.
pub(crate) fn verbs() -> Result<String, Fault> {
    let mut verbs: Vec<String> = Vec::new();
    for row in Table::read("text/verbs.tsv", &["word", "reason"])?.rows() {
        let word = row.need("word")?.to_owned();
        row.need("reason")?;
        if word.chars().count() < 2 || word.contains(char::is_whitespace) || verbs.contains(&word) {
            return Err(row.fault(format!("{word} stands twice, or is no word of two letters or more")));
        }
        verbs.push(word);
    }
    verbs.sort();
    Ok(format!("/// Every verb, sorted.\nconst VERBS: &[&str] = &{verbs:?};\n"))
}
