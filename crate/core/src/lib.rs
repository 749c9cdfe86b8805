//! 清读's core: what a Chinese news page says, without the page.
//!
//! The core is a function of its arguments. It has no DOM, no clock and no I/O; the reference time is an
//! argument. It does not panic, and its work is bounded. Offsets are bytes of UTF-8.

pub mod article;
pub mod boilerplate;
pub mod filter;
pub mod lexicon;
pub mod output;
pub mod page;
mod reading;
pub mod report;
mod selector;
pub mod site;
pub mod text;
pub mod timeline;
pub mod timex;
pub mod typeset;

pub use reading::{Kept, Reading, read};
