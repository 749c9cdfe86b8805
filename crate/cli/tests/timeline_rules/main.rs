//! The timeline's rules one by one, with the full dictionary: a short text, and the entries that it should give.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod anchors;
mod ask;
mod conflicts;
mod counts;
mod dates;
mod headlines;
mod kinds;
mod merging;
mod news;
mod spoken;
mod usage;
