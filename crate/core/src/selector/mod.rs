//! Selectors: the part of CSS that the site tables and the reader's own rules are written in, and the few
//! operators beyond CSS that such rules know.

mod family;
mod fault;
mod matching;
mod names;
mod parse;
mod pseudo;
mod words;

pub(crate) use fault::Fault;
pub(crate) use matching::{Matcher, select};
pub(crate) use parse::{Chain, Selector, Stage};
