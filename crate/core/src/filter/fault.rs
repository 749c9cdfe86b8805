//! What can be wrong with a rule.

use std::fmt;

use crate::selector;

/// A line that is no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRule {
    /// Its number, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with a line. [`name`](Self::name) is its short name, for interfaces in other languages;
/// [`part`](Self::part) the part of the line that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing parts hosts from a selector.
    NoRule,
    /// It blocks addresses; that is for a content blocker.
    Network,
    /// A kind of rule, or an action, that is not known here.
    Unknown(String),
    /// Something that is no host name.
    Host(String),
    /// The selector cannot be read.
    Selector(BadSelector),
    /// The line is longer than [`LINE`](super::LINE) bytes.
    TooLong,
    /// There are more rules than [`LINES`](super::LINES); this one and all after it are left out.
    TooMany,
}

/// Why a selector cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadSelector(pub(super) selector::Fault);

impl What {
    /// The name of the fault.
    #[must_use]
    pub fn name(&self) -> &'static str {
        use selector::Fault;
        match self {
            What::NoRule => "no_rule",
            What::Network => "network",
            What::Unknown(_) => "unknown",
            What::Host(_) => "host",
            What::TooLong => "too_long",
            What::TooMany => "too_many",
            What::Selector(BadSelector(fault)) => match fault {
                Fault::Empty(_) => "empty",
                Fault::Dangling(_) => "dangling",
                Fault::Unclosed(_) => "unclosed",
                Fault::Name(_) => "name",
                Fault::Attribute(_) => "attribute",
                Fault::Argument(_) => "argument",
                Fault::Unknown(_) => "unknown",
                Fault::Pattern(_) => "pattern",
                Fault::Behind(_) => "behind",
                Fault::Deep => "deep",
            },
        }
    }

    /// The part of the line that it is about; empty where it is about the whole line.
    #[must_use]
    pub fn part(&self) -> String {
        match self {
            What::Unknown(part) | What::Host(part) => part.clone(),
            What::Selector(BadSelector(fault)) => fault.part(),
            What::NoRule | What::Network | What::TooLong | What::TooMany => String::new(),
        }
    }
}

impl From<selector::Fault> for What {
    fn from(fault: selector::Fault) -> What {
        What::Selector(BadSelector(fault))
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            What::NoRule => write!(f, "no rule: `##` or `#@#` is missing"),
            What::Network => write!(f, "a rule for addresses; only rules for parts of a page are known"),
            What::Unknown(part) => write!(f, "`{part}` is not known"),
            What::Host(part) => write!(f, "`{part}` is no host name"),
            What::Selector(BadSelector(fault)) => write!(f, "{fault}"),
            What::TooLong => write!(f, "longer than {} bytes", super::LINE),
            What::TooMany => write!(f, "more than {} rules; this one and those behind it do not count", super::LINES),
        }
    }
}

impl fmt::Display for BadRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for BadRule {}
