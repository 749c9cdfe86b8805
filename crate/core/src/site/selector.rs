//! The small part of CSS selectors that the site tables are written in.
//!
//! `tag`, `*`, `.class`, `#id`, `[name]`, `[name=value]`, `[name^=value]`, `[name*=value]`, `[name$=value]`,
//! below (white space) and directly below (`>`), alternatives by comma. The build reads the tables with this
//! same file, so a selector that cannot be parsed stops it.

/// How the value of an attribute is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    /// The attribute is there.
    Any,
    /// It is the value.
    Is,
    /// It begins with the value.
    Begins,
    /// It ends with the value.
    Ends,
    /// It holds the value.
    Holds,
}

/// What one element must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compound {
    /// Its tag; empty: any.
    pub(crate) tag: String,
    /// Its id; empty: any.
    pub(crate) id: String,
    /// Classes that it has.
    pub(crate) classes: Vec<String>,
    /// Attributes that it has: name, test, value.
    pub(crate) attributes: Vec<(String, Test, String)>,
}

/// One element of a path, with its relation to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What the element must be.
    pub(crate) compound: Compound,
    /// Whether it stands directly below the one before, and not just somewhere below.
    pub(crate) child: bool,
}

/// A selector: alternatives, each one a path from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selector {
    /// The paths; none is empty.
    pub(crate) paths: Vec<Vec<Step>>,
}

impl Selector {
    /// Parses a selector; the fault says in words what is wrong.
    pub(crate) fn parse(text: &str) -> Result<Selector, String> {
        let paths = parts(text, ',').into_iter().map(path).collect::<Result<Vec<_>, _>>()?;
        Ok(Selector { paths })
    }
}

/// Splits at a sign that does not stand in brackets.
fn parts(text: &str, sign: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0_u32);
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if letter == sign && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn path(text: &str) -> Result<Vec<Step>, String> {
    let mut steps: Vec<Step> = Vec::new();
    let mut child = false;
    let spaced = text.replace('>', " > ");
    for part in parts(&spaced, ' ').into_iter().filter(|part| !part.is_empty()) {
        if part == ">" {
            if child || steps.is_empty() {
                return Err(format!("`>` has nothing before it in `{}`", text.trim()));
            }
            child = true;
            continue;
        }
        steps.push(Step { compound: compound(part)?, child });
        child = false;
    }
    if steps.is_empty() || child {
        return Err(format!("nothing is selected by `{}`", text.trim()));
    }
    Ok(steps)
}

fn compound(text: &str) -> Result<Compound, String> {
    let mut compound = Compound::default();
    let mut rest = text;
    while !rest.is_empty() {
        let sign = rest.chars().next().unwrap_or_default();
        if sign == '[' {
            let (inside, after) = rest[1..].split_once(']').ok_or_else(|| format!("`[` without `]` in `{text}`"))?;
            compound.attributes.push(attribute(inside)?);
            rest = after;
            continue;
        }
        let from = usize::from(matches!(sign, '.' | '#'));
        let to = rest[from..].find(['.', '#', '[']).map_or(rest.len(), |at| from + at);
        let name = &rest[from..to];
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
        if name.is_empty() || !(name.chars().all(plain) || (name == "*" && from == 0)) {
            return Err(format!("`{name}` is no name in `{text}`"));
        }
        match sign {
            '.' => compound.classes.push(name.into()),
            '#' => compound.id = name.into(),
            _ if name != "*" => compound.tag = name.into(),
            _ => {}
        }
        rest = &rest[to..];
    }
    Ok(compound)
}

fn attribute(text: &str) -> Result<(String, Test, String), String> {
    let Some((left, value)) = text.split_once('=') else { return Ok((name(text)?, Test::Any, String::new())) };
    let (key, how) = match left.as_bytes().last() {
        Some(b'^') => (&left[..left.len() - 1], Test::Begins),
        Some(b'$') => (&left[..left.len() - 1], Test::Ends),
        Some(b'*') => (&left[..left.len() - 1], Test::Holds),
        _ => (left, Test::Is),
    };
    let value = value.trim_matches(['"', '\'']);
    if value.is_empty() {
        return Err(format!("no value in `[{text}]`"));
    }
    Ok((name(key)?, how, value.into()))
}

fn name(text: &str) -> Result<String, String> {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':');
    if text.is_empty() || !text.chars().all(plain) {
        return Err(format!("`{text}` is no attribute"));
    }
    Ok(text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_parsed_is_named() {
        let cases = [
            ("", "nothing is selected"),
            ("div >", "nothing is selected"),
            ("> div", "nothing before it"),
            ("a[href", "without `]`"),
            ("a[href^=]", "no value"),
            ("div..x", "is no name"),
            ("div:hover", "is no name"),
            ("div,,p", "nothing is selected"),
        ];
        for (text, what) in cases {
            let fault = Selector::parse(text).unwrap_err();
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }

    #[test]
    fn a_comma_or_a_space_in_brackets_parts_nothing() {
        let selector = Selector::parse("a[title=\"甲, 乙\"] > i, b").unwrap();
        assert_eq!(selector.paths.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert!(selector.paths[0][1].child);
    }
}
