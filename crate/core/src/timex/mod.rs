//! Chinese time expressions: found, normalised, resolved, explained.
//!
//! Three steps, kept apart: `scan` folds the letters, `recognise` finds expressions and takes them to parts
//! (one family a file), `resolve` dates the parts against the reference and against what the text has dated
//! before. Words, letters, the lunar calendar and traditional letters are tables under `data/timex`.
//!
//! The form and the conventions of values follow TIMEX3: an expression has a type, a value, a granularity, a
//! modifier and an anchor. Values are local to the page; there is no zone arithmetic and no clock, the
//! reference time is an argument.

mod explain;
mod expression;
mod feast;
mod lunar;
mod number;
mod recognise;
mod resolve;
mod scan;
mod value;
mod words;

use std::ops::Range;

use chrono::NaiveDateTime;
pub use value::{Amount, Anchor, Derivation, Granularity, Interval, Kind, Modifier, Step, Timex, Unit, Vague, Value};

/// Finds the time expressions of a text, in order, not overlapping, each resolved. Linear in the length of
/// the text.
///
/// `reference` is the time at which the text was published; without it what counts from it stays
/// unresolved. Line ends part paragraphs: dates are carried on through a paragraph and, more carefully, into
/// the next one.
#[must_use]
pub fn find(text: &str, reference: Option<NaiveDateTime>) -> Vec<Timex> {
    let scan = scan::Scan::of(text);
    let found = recognise::recognise(&scan);
    resolve::resolve(text, &scan, &found, reference)
}

/// Where the text of an expression stands, in bytes.
pub type Span = Range<usize>;
