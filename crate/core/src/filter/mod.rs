//! The reader's own rules, in the cosmetic filter language that readers know from content blockers.
//!
//! ```text
//! ! a comment
//! example.com,~m.example.com##.promo        hides on a site, but not on its mobile one
//! ##p:has-text(扫码入群)                     hides everywhere
//! example.com##img[src*=qr]:upward(2)       hides what stands two levels above
//! example.com#@#.related                    leaves in sight, whatever would hide it
//! ```
//!
//! A line that cannot be read is named with its number and its fault; the others hold. `#@#` lifts more than the
//! rule of the same selector: what it selects is left in sight by the engine and by the site tables too.

mod apply;
mod fault;
mod line;

use std::sync::Arc;

pub(crate) use apply::{find, touches};
pub use fault::{BadRule, What};

use crate::{selector::Chain, site::Address};

/// The most lines that count.
pub const LINES: usize = 5_000;
/// The most bytes that a line may have.
pub const LINE: usize = 1_000;

/// Rules, read.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    rules: Arc<[Rule]>,
}

/// One rule.
#[derive(Debug)]
struct Rule {
    /// Its line.
    text: String,
    /// Whether what it selects is left in sight.
    keeps: bool,
    /// Hosts on which it holds; none: everywhere.
    on: Vec<String>,
    /// Hosts on which it does not.
    off: Vec<String>,
    /// What it selects.
    chains: Vec<Chain>,
}

impl Filters {
    /// Reads rules, one a line. The faults come with the rules that could be read.
    ///
    /// ```
    /// use qingdu_core::filter::Filters;
    ///
    /// let (rules, faults) = Filters::parse("example.com##.promo\nexample.com##div:hover\n");
    /// assert_eq!(rules.len(), 1);
    /// assert_eq!(faults[0].to_string(), "line 2: `:hover` is not known");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> (Filters, Vec<BadRule>) {
        let mut rules = Vec::new();
        let mut faults = Vec::new();
        let mut count = 0;
        for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let bad = |what| BadRule { line: at + 1, what };
            if line::is_comment(line.trim()) {
                continue;
            }
            count += 1;
            if count > LINES {
                faults.push(bad(What::TooMany));
                break;
            }
            match line::rule(line.trim()) {
                Ok(rule) => rules.push(rule),
                Err(what) => faults.push(bad(what)),
            }
        }
        (Filters { rules: rules.into() }, faults)
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether there is no rule.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }
}

impl Rule {
    /// Whether the rule holds on a page.
    fn holds(&self, address: &Address<'_>) -> bool {
        let within = |host: &String| address.within(host);
        (self.on.is_empty() || self.on.iter().any(within)) && !self.off.iter().any(within)
    }
}
