//! The weights that `cargo run -p xtask -- learn` writes.

use std::fmt::Write as _;

use super::{
    boilerplate::category,
    table::{Fault, Table},
};

/// The most letters in a row.
const ROW: usize = 3;

pub(crate) fn tables() -> Result<String, Fault> {
    let table = Table::read("boilerplate/weights.tsv", &["gram", "weight", "category"])?;
    let mut categories: Vec<&'static str> = Vec::new();
    let mut bias = None;
    let mut rows: Vec<(u64, i8, usize)> = Vec::new();
    for row in table.rows() {
        let gram = row.need("gram")?;
        let weight: i32 = row.number("weight")?;
        if gram == "bias" {
            bias = Some(weight);
            continue;
        }
        if gram.chars().count() > ROW {
            return Err(row.fault(format!("{gram} has more than {ROW} letters")));
        }
        let weight = i8::try_from(weight).map_err(|_| row.fault(format!("{weight} is no weight")))?;
        let category = category(&row)?;
        let kind = categories.iter().position(|known| *known == category).unwrap_or_else(|| {
            categories.push(category);
            categories.len() - 1
        });
        let number = gram.chars().fold(0, |number, letter| number << 21 | u64::from(u32::from(letter)));
        rows.push((number, weight, kind));
    }
    let Some(bias) = bias else { return Err(table.fault("there is no bias".into())) };
    rows.sort_unstable();
    if rows.windows(2).any(|pair| pair[0].0 == pair[1].0) {
        return Err(table.fault("letters stand twice".into()));
    }
    let mut code = format!("const BIAS: i32 = {bias};\n");
    let list = |code: &mut String, head: &str, each: &dyn Fn(&(u64, i8, usize)) -> String| {
        let _ = writeln!(code, "{head} = &[");
        for row in &rows {
            let _ = writeln!(code, "    {},", each(row));
        }
        code.push_str("];\n");
    };
    list(
        &mut code,
        "/// Letters in a row, sorted.\n#[allow(clippy::unreadable_literal, reason = \"letters, and no numbers to read\")]\nstatic GRAMS: &[u64]",
        &|row| row.0.to_string(),
    );
    list(&mut code, "/// What each of them weighs.\nstatic WEIGHTS: &[i8]", &|row| row.1.to_string());
    list(&mut code, "/// What each of them speaks for.\nstatic KINDS: &[u8]", &|row| row.2.to_string());
    let _ = writeln!(code, "static CATEGORIES: [Category; {}] = [", categories.len());
    for category in categories {
        let _ = writeln!(code, "    Category::{category},");
    }
    code.push_str("];\n");
    Ok(code)
}
