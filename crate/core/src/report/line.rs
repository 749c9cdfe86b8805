//! One block, on one line.

use std::{fmt, str::FromStr};

/// A block with its verdict and what led to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// `hide`, `fold`, `trim` or `keep`.
    pub level: String,
    /// What it is, where it is not plain content.
    pub category: String,
    /// The rule that weighed most.
    pub rule: String,
    /// `head`, `middle` or `tail` of the article, or `around` it.
    pub place: String,
    /// `sure`, `protected`, `marked` or `unsure`; of a block around the article nothing.
    pub nature: String,
    /// What its own evidence adds up to.
    pub sum: Option<i32>,
    /// The rules whose words it has, with their weights.
    pub rules: Vec<(String, i32)>,
    /// The elements that it stands in.
    pub path: String,
    /// Its text, or the shape of it.
    pub text: String,
}

/// Between the parts of a line; no part holds it.
const BETWEEN: &str = " | ";

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rules = self.rules.iter().map(|(key, weight)| format!("{key} {weight}")).collect::<Vec<_>>().join(", ");
        let sum = self.sum.map(|sum| sum.to_string()).unwrap_or_default();
        let parts = [&self.level, &self.category, &self.rule, &self.place, &self.nature, &sum, &rules, &self.path];
        for part in parts {
            let part = if part.is_empty() { "-" } else { part };
            write!(f, "{part}{BETWEEN}")?;
        }
        write!(f, "{}", self.text.replace(BETWEEN, " ¦ "))
    }
}

impl FromStr for Line {
    type Err = ();

    fn from_str(line: &str) -> Result<Line, ()> {
        let parts: Vec<&str> = line.splitn(9, BETWEEN).map(str::trim).collect();
        let [level, category, rule, place, nature, sum, rules, path, text] = parts.try_into().map_err(|_| ())?;
        let given = |part: &str| if part == "-" { String::new() } else { part.to_owned() };
        if !matches!(level, "hide" | "fold" | "trim" | "keep") {
            return Err(());
        }
        let rules = given(rules);
        let weighed = |rule: &str| {
            let (key, weight) = rule.trim().rsplit_once(' ').ok_or(())?;
            Ok((key.to_owned(), weight.parse().map_err(|_| ())?))
        };
        Ok(Line {
            level: level.to_owned(),
            category: given(category),
            rule: given(rule),
            place: given(place),
            nature: given(nature),
            sum: if sum == "-" { None } else { Some(sum.parse().map_err(|_| ())?) },
            rules: rules.split(',').filter(|rule| !rule.is_empty()).map(weighed).collect::<Result<_, ()>>()?,
            path: given(path),
            text: text.to_owned(),
        })
    }
}
