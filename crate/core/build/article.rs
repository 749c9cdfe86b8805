//! The tables of the article finder.

use std::fmt::Write as _;

use super::{
    boilerplate::category,
    table::{Fault, Table},
};

pub(crate) fn tables() -> Result<String, Fault> {
    let mut words: Vec<(String, bool, i8, Option<&str>, bool)> = Vec::new();
    for row in Table::read("article/classes.tsv", &["word", "how", "tone", "category", "reason"])?.rows() {
        let word = row.need("word")?.to_owned();
        let part = row.one_of("how", &["whole", "part"])? == "part";
        let named = row.one_of("tone", &["bad", "good", "none", "caption"])?;
        let tone = match named {
            "bad" => -1,
            "good" => 1,
            _ => 0,
        };
        let category = match row.get("category") {
            "" => None,
            _ if tone < 0 => Some(category(&row)?),
            _ => return Err(row.fault(format!("{word} names no part beside the article, and has a category"))),
        };
        row.need("reason")?;
        if word.chars().any(|letter| letter.is_ascii_uppercase()) || words.iter().any(|(known, ..)| *known == word) {
            return Err(row.fault(format!("{word} stands twice or not in lower case")));
        }
        words.push((word, part, tone, category, named == "caption"));
    }
    words.sort();
    let mut code = String::from("/// The words, sorted.\nconst CLASSES: &[Class] = &[\n");
    for (word, part, tone, category, caption) in words {
        let category = category.map_or_else(|| "None".to_owned(), |category| format!("Some(Category::{category})"));
        let _ = writeln!(
            code,
            "    Class {{ word: {word:?}, part: {part}, tone: {tone}, category: {category}, caption: {caption} }},"
        );
    }
    code.push_str("];\n");
    Ok(code)
}
