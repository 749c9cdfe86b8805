//! The reader's own rules: read once, not once a page.

use std::cell::RefCell;

use qingdu_core::filter::{BadRule, Filters};
use serde::Serialize;
use tsify::Tsify;

thread_local! {
    /// The rules that were read last, with their text.
    static READ: RefCell<(String, Filters)> = RefCell::default();
}

/// The rules of a text; lines that are none are passed over.
pub(crate) fn filters(text: &str) -> Filters {
    READ.with_borrow_mut(|read| {
        if read.0 != text {
            *read = (text.to_owned(), Filters::parse(text).0);
        }
        read.1.clone()
    })
}

/// A line that is no rule.
#[derive(Debug, Serialize, Tsify)]
pub struct RuleFault {
    /// Its number, from 1.
    line: usize,
    /// What is wrong: the interface has words for it, `ruleFault_` and this.
    #[tsify(
        type = "'no_rule' | 'network' | 'unknown' | 'host' | 'too_long' | 'too_many' | 'empty' | 'dangling' | 'unclosed' | 'name' | 'attribute' | 'argument' | 'pattern' | 'behind' | 'deep'"
    )]
    what: &'static str,
    /// The part of the line that it is about; empty where it is about the whole line.
    part: String,
}

impl From<BadRule> for RuleFault {
    fn from(fault: BadRule) -> RuleFault {
        RuleFault { line: fault.line, what: fault.what.name(), part: fault.what.part() }
    }
}
