//! Reading selectors.
//!
//! `tag`, `*`, `.class`, `#id`, `[name]` and its comparisons `=` `^=` `$=` `*=` `~=`; below (white space),
//! directly below (`>`), next (`+`), behind (`~`); `:not()`, `:is()`, `:has()`, `:first-child`, `:last-child`,
//! `:only-child`, `:nth-child()`, `:nth-last-child()`; alternatives by comma. Beyond CSS `:has-text()` (also as
//! `:-abp-contains()`, `:contains()`) and, at the end, `:upward()`. The build reads the site tables with these same files, so a
//! selector that cannot be parsed stops it.

use super::{
    fault::Fault,
    names::{attribute, closing, name, parts, square},
    pseudo::pseudo,
};

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
    /// The value is one of its words.
    Word,
}

/// How an element stands to the one before it in a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// Somewhere below it.
    Below,
    /// Directly below it.
    Child,
    /// Directly behind it, under the same parent.
    Next,
    /// Anywhere behind it, under the same parent.
    Behind,
}

/// One text of `:has-text()`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// The text.
    pub(crate) text: String,
    /// Whether the element's text begins with it.
    pub(crate) begins: bool,
    /// Whether the element's text ends with it.
    pub(crate) ends: bool,
}

/// What begins with a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Pseudo {
    /// None of these selectors selects the element.
    Not(Selector),
    /// One of them does.
    Is(Selector),
    /// One of them, which begin at the element, selects something.
    Has(Selector),
    /// It has one of these texts.
    Text(Vec<Wanted>),
    /// Its place among its siblings, from 1, is `step * n + from` for some n from 0; counted from the end or not.
    Nth {
        /// The step.
        step: i32,
        /// The place for n = 0.
        from: i32,
        /// Whether it is counted from the end.
        end: bool,
    },
}

/// What one element must be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Compound {
    /// Whether it is the element that a `:has()` belongs to.
    pub(crate) scope: bool,
    /// Its tag; empty: any.
    pub(crate) tag: String,
    /// Its id; empty: any.
    pub(crate) id: String,
    /// Classes that it has.
    pub(crate) classes: Vec<String>,
    /// Attributes that it has: name, test, value.
    pub(crate) attributes: Vec<(String, Test, String)>,
    /// What else holds for it.
    pub(crate) pseudos: Vec<Pseudo>,
}

/// One element of a path, with its relation to the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What the element must be.
    pub(crate) compound: Compound,
    /// How it stands to the one before; meaningless for the first.
    pub(crate) relation: Relation,
}

/// A selector: alternatives, each one a path from the outside in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Selector {
    /// The paths; none is empty.
    pub(crate) paths: Vec<Vec<Step>>,
}

/// What is done with an element that a selector has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// So many parents up.
    Up(usize),
    /// Up to the nearest ancestor that the selector selects.
    UpTo(Selector),
    /// It must be this.
    Only(Selector),
}

/// A selector with what `:upward()` adds to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Chain {
    /// What is found first.
    pub(crate) selector: Selector,
    /// What is done with it, in order.
    pub(crate) stages: Vec<Stage>,
}

/// Brackets in brackets.
pub(super) const DEPTH: usize = 4;
/// The most steps up.
const UP: usize = 64;

impl Selector {
    /// Parses a selector.
    pub(crate) fn parse(text: &str) -> Result<Selector, Fault> {
        Selector::inside(text, false, 0)
    }

    /// Parses a selector that stands in `depth` brackets; a relative one begins at the element of a `:has()`.
    pub(super) fn inside(text: &str, relative: bool, depth: usize) -> Result<Selector, Fault> {
        let paths = parts(text, ",").into_iter().map(|part| path(part, relative, depth));
        Ok(Selector { paths: paths.collect::<Result<Vec<_>, _>>()? })
    }
}

impl Chain {
    /// Parses alternatives that may go up at their ends.
    pub(crate) fn parse(text: &str) -> Result<Vec<Chain>, Fault> {
        parts(text, ",").into_iter().map(Chain::one).collect()
    }

    fn one(text: &str) -> Result<Chain, Fault> {
        const UPWARD: &str = ":upward(";
        let mut pieces = parts(text, UPWARD).into_iter();
        let first = pieces.next().unwrap_or_default();
        let first = if first.trim().is_empty() && text.contains(UPWARD) { "*" } else { first };
        let selector = Selector::parse(first)?;
        let mut stages = Vec::new();
        for piece in pieces {
            let end = closing(piece).ok_or(Fault::Unclosed('('))?;
            let (argument, rest) = (piece[..end].trim(), &piece[end + 1..]);
            stages.push(match argument.parse::<usize>() {
                Ok(count @ 1..=UP) => Stage::Up(count),
                Ok(_) => return Err(Fault::Argument(format!(":upward({argument})"))),
                Err(_) => Stage::UpTo(Selector::parse(argument)?),
            });
            if !rest.trim().is_empty() {
                let behind = || Fault::Behind(rest.trim().into());
                let only =
                    if rest.starts_with(['.', '#', '[', ':']) { Selector::parse(rest)? } else { return Err(behind()) };
                let alone = only.paths.iter().all(|path| path.len() == 1);
                stages.push(if alone { Stage::Only(only) } else { return Err(behind()) });
            }
        }
        Ok(Chain { selector, stages })
    }
}

fn path(text: &str, relative: bool, depth: usize) -> Result<Vec<Step>, Fault> {
    let mut steps: Vec<Step> = Vec::new();
    if relative {
        steps.push(Step { compound: Compound { scope: true, ..Compound::default() }, relation: Relation::Below });
    }
    let scope = steps.len();
    let mut relation = None;
    let mut rest = text.trim();
    while let Some(sign) = rest.chars().next() {
        let next = match sign {
            '>' => Some(Relation::Child),
            '+' => Some(Relation::Next),
            '~' => Some(Relation::Behind),
            _ => None,
        };
        if next.is_some() {
            if relation.is_some() || steps.is_empty() {
                return Err(Fault::Dangling(sign));
            }
            relation = next;
            rest = rest[1..].trim_start();
            continue;
        }
        let (compound, length) = compound(rest, depth)?;
        steps.push(Step { compound, relation: relation.take().unwrap_or(Relation::Below) });
        rest = rest[length..].trim_start();
    }
    if steps.len() == scope || relation.is_some() {
        return Err(Fault::Empty(text.trim().into()));
    }
    Ok(steps)
}

/// Reads one compound at the beginning of a text; gives it with its length.
fn compound(text: &str, depth: usize) -> Result<(Compound, usize), Fault> {
    let mut compound = Compound::default();
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        let rest = &text[at..];
        match sign {
            '[' => {
                let end = square(rest).ok_or(Fault::Unclosed('['))?;
                compound.attributes.push(attribute(&rest[1..end])?);
                at += end + 1;
            }
            ':' => {
                let (found, length) = pseudo(rest, depth)?;
                compound.pseudos.extend(found);
                at += length;
            }
            '*' if at == 0 => at += 1,
            '.' | '#' => {
                let (name, length) = name(&rest[1..]).ok_or_else(|| Fault::Name(rest.trim_end().into()))?;
                if sign == '.' {
                    compound.classes.push(name);
                } else {
                    compound.id = name;
                }
                at += 1 + length;
            }
            ' ' | '\t' | '>' | '+' | '~' => break,
            _ => {
                let found = if at == 0 { name(rest) } else { None };
                let (name, length) = found.ok_or_else(|| Fault::Name(rest.trim_end().into()))?;
                compound.tag = name.to_ascii_lowercase();
                at += length;
            }
        }
    }
    Ok((compound, at))
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
            ("div > + p", "nothing before it"),
            ("a[href", "without `]`"),
            ("a[href^=]", "no value"),
            ("a[=x]", "no name"),
            ("div..x", "is no name"),
            ("div{}", "is no name"),
            ("div:hover", "`:hover` is not known"),
            ("div:matches-css(color: red)", "`:matches-css()` is not known"),
            ("div:not(.x", "without its end"),
            ("p:nth-child(x)", "`:nth-child(x)` does not take that"),
            ("p:has-text()", "does not take that"),
            ("p:has-text(/扫.*码/)", "not `.`"),
            ("div:not(p:not(a:not(b:not(i:not(u)))))", "too many brackets"),
            ("div,,p", "nothing is selected"),
        ];
        for (text, what) in cases {
            let fault = Selector::parse(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }

    #[test]
    fn what_cannot_stand_behind_upward_is_named() {
        let cases = [
            ("p:upward(0)", "does not take that"),
            ("p:upward(65)", "does not take that"),
            ("p:upward(2", "without its end"),
            ("p:upward(2) > a", "cannot stand behind"),
            ("p:upward(2) a", "cannot stand behind"),
            ("p:upward(:hover)", "is not known"),
        ];
        for (text, what) in cases {
            let fault = Chain::parse(text).unwrap_err().to_string();
            assert!(fault.contains(what), "{text}: {fault}");
        }
    }

    #[test]
    fn a_comma_or_a_space_in_brackets_parts_nothing() {
        let selector = Selector::parse("a[title=\"甲, 乙\"] > i, b:has-text(丙, 丁)").unwrap();
        assert_eq!(selector.paths.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(selector.paths[0][1].relation, Relation::Child);
    }
}
