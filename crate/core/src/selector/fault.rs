//! What can be wrong with a selector.

use std::fmt;

/// Why a selector cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It selects nothing.
    Empty(String),
    /// A sign of relation with nothing before it.
    Dangling(char),
    /// A bracket that is never closed.
    Unclosed(char),
    /// Something that is no name.
    Name(String),
    /// An attribute that is no name, or has no value behind its sign.
    Attribute(String),
    /// An argument that its operator does not take.
    Argument(String),
    /// A part of CSS, or an operator, that is not known here.
    Unknown(String),
    /// A sign of a regular expression beyond `^`, `$` and `|`.
    Pattern(char),
    /// Something behind `:upward()` that only stands before it.
    Behind(String),
    /// More brackets in brackets than anybody needs.
    Deep,
}

impl Fault {
    /// The part of the selector that it is about.
    pub(crate) fn part(&self) -> String {
        match self {
            Fault::Dangling(sign) | Fault::Unclosed(sign) | Fault::Pattern(sign) => sign.to_string(),
            Fault::Empty(part)
            | Fault::Name(part)
            | Fault::Attribute(part)
            | Fault::Argument(part)
            | Fault::Unknown(part)
            | Fault::Behind(part) => part.clone(),
            Fault::Deep => String::new(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Empty(part) => write!(f, "nothing is selected by `{part}`"),
            Fault::Dangling(sign) => write!(f, "`{sign}` has nothing before it"),
            Fault::Unclosed('[') => write!(f, "`[` without `]`"),
            Fault::Unclosed(sign) => write!(f, "`{sign}` without its end"),
            Fault::Name(part) => write!(f, "`{part}` is no name"),
            Fault::Attribute(part) => write!(f, "no name or no value in `[{part}]`"),
            Fault::Argument(part) => write!(f, "`{part}` does not take that"),
            Fault::Unknown(part) => write!(f, "`{part}` is not known"),
            Fault::Pattern(sign) => write!(f, "of regular expressions only `^`, `$` and `|` are known, not `{sign}`"),
            Fault::Behind(part) => write!(f, "`{part}` cannot stand behind `:upward()`"),
            Fault::Deep => write!(f, "too many brackets in brackets"),
        }
    }
}

impl std::error::Error for Fault {}
