//! Reading what begins with a colon: the procedural parts of a selector.

use super::{
    fault::Fault,
    names::{closing, name, unquoted},
    parse::{DEPTH, Pseudo, Selector, Wanted},
};

/// Reads what begins with a colon; gives it with its length.
pub(super) fn pseudo(text: &str, depth: usize) -> Result<(Vec<Pseudo>, usize), Fault> {
    let (name, length) = name(&text[1..]).ok_or_else(|| Fault::Name(text.into()))?;
    let end = 1 + length;
    let Some(behind) = text[end..].strip_prefix('(') else {
        let nth = |end| Pseudo::Nth { step: 0, from: 1, end };
        let found = match name.as_str() {
            "first-child" => vec![nth(false)],
            "last-child" => vec![nth(true)],
            "only-child" => vec![nth(false), nth(true)],
            _ => return Err(Fault::Unknown(format!(":{name}"))),
        };
        return Ok((found, end));
    };
    let close = closing(behind).ok_or(Fault::Unclosed('('))?;
    let argument = behind[..close].trim();
    if depth >= DEPTH {
        return Err(Fault::Deep);
    }
    let fault = || Fault::Argument(format!(":{name}({argument})"));
    let found = match name.as_str() {
        "not" => Pseudo::Not(Selector::inside(argument, false, depth + 1)?),
        "is" | "where" => Pseudo::Is(Selector::inside(argument, false, depth + 1)?),
        "has" | "-abp-has" => Pseudo::Has(Selector::inside(argument, true, depth + 1)?),
        "has-text" | "-abp-contains" | "contains" => {
            Pseudo::Text(wanted(argument).map_err(|one| one.unwrap_or_else(fault))?)
        }
        "nth-child" | "nth-last-child" => {
            let (step, from) = nth(argument).ok_or_else(fault)?;
            Pseudo::Nth { step, from, end: name == "nth-last-child" }
        }
        _ => return Err(Fault::Unknown(format!(":{name}()"))),
    };
    Ok((vec![found], end + 1 + close + 1))
}

/// The numbers of `2n+1`, `odd`, `-n+3`, `4`.
fn nth(text: &str) -> Option<(i32, i32)> {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let number = |text: &str| text.parse::<i32>().ok().filter(|number| number.unsigned_abs() < 100_000);
    match bare.as_str() {
        "odd" => return Some((2, 1)),
        "even" => return Some((2, 0)),
        _ => {}
    }
    let Some((step, from)) = bare.split_once('n') else { return Some((0, number(&bare)?)) };
    let step = match step {
        "" | "+" => 1,
        "-" => -1,
        _ => number(step)?,
    };
    Some((step, if from.is_empty() { 0 } else { number(from)? }))
}

/// The texts of `:has-text()`: one as it stands, or those of `/one|another/`. Without a fault of its own the
/// argument is empty.
fn wanted(argument: &str) -> Result<Vec<Wanted>, Option<Fault>> {
    let flags = |end: &str| end.chars().all(|flag| matches!(flag, 'i' | 'u'));
    let pattern = argument.strip_prefix('/').and_then(|rest| rest.rsplit_once('/')).filter(|(_, end)| flags(end));
    let found = match pattern {
        Some((inside, _)) => alternatives(inside).map_err(Some)?,
        None => vec![Wanted { text: unquoted(argument).into(), begins: false, ends: false }],
    };
    if found.iter().any(|one| one.text.trim().is_empty()) { Err(None) } else { Ok(found) }
}

/// The alternatives of a regular expression that has nothing but texts, `^`, `$` and `|`.
fn alternatives(text: &str) -> Result<Vec<Wanted>, Fault> {
    let empty = || Wanted { text: String::new(), begins: false, ends: false };
    let mut found = vec![empty()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(last) = found.last_mut() else { break };
        match letter {
            '|' => found.push(empty()),
            '^' if last.text.is_empty() => last.begins = true,
            '$' if letters.peek().is_none_or(|next| *next == '|') => last.ends = true,
            '\\' => match letters.next() {
                Some(sign) if !sign.is_alphanumeric() => last.text.push(sign),
                _ => return Err(Fault::Pattern('\\')),
            },
            '[' | ']' | '(' | ')' | '*' | '+' | '?' | '{' | '}' | '.' | '^' | '$' => {
                return Err(Fault::Pattern(letter));
            }
            _ => last.text.push(letter),
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_of_nth_child_are_read() {
        let cases =
            [("odd", (2, 1)), ("even", (2, 0)), ("3", (0, 3)), ("2n + 1", (2, 1)), ("-n+3", (-1, 3)), ("n", (1, 0))];
        for (text, expected) in cases {
            assert_eq!(nth(text), Some(expected), "{text}");
        }
        for text in ["", "x", "2m", "n+n", "9999999999"] {
            assert_eq!(nth(text), None, "{text}");
        }
    }
}
