//! What the text has dated so far, for what counts from it.

use chrono::Datelike;

use super::{super::value::Granularity, calendar::Stretch};

/// A dated expression.
#[derive(Clone, Copy, Debug)]
pub(super) struct Past {
    /// Its place among the results.
    pub(super) index: usize,
    pub(super) stretch: Stretch,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
    pub(super) clause: usize,
    /// Whether its paragraph begins with it.
    pub(super) opens: bool,
    /// Whether its year was told (2023年, 去年) or carried, not found by looking for the nearest.
    pub(super) year_told: bool,
    /// Whether it was found by looking ahead.
    pub(super) ahead: bool,
}

/// The last dated expressions of each kind.
#[derive(Debug, Default)]
pub(super) struct History {
    day: Option<Past>,
    month: Option<Past>,
    year: Option<Past>,
    /// The last one whose year others may take over; none since a date that counts from the reference.
    year_source: Option<Past>,
    /// The last one of a period that 同期 can mean.
    period: Option<Past>,
}

impl History {
    /// Takes note of a dated expression. `compared`: 比去年, which nothing counts from.
    pub(super) fn note(&mut self, past: Past, compared: bool) {
        let granularity = past.stretch.granularity;
        if compared {
            return;
        }
        let short = (past.stretch.end - past.stretch.start).num_days() <= 31;
        if granularity >= Granularity::Day && (granularity != Granularity::Range || short) {
            self.day = Some(past);
        }
        if matches!(granularity, Granularity::Month | Granularity::Week) || granularity >= Granularity::Day && short {
            self.month = Some(past);
        }
        if granularity >= Granularity::Year {
            self.year = Some(past);
            self.year_source = Some(past);
        }
        if granularity >= Granularity::Year && granularity != Granularity::Day {
            self.period = Some(past);
        }
    }

    pub(super) fn day(&self) -> Option<Past> {
        self.day
    }

    pub(super) fn month(&self) -> Option<Past> {
        self.month
    }

    pub(super) fn year(&self) -> Option<Past> {
        self.year
    }

    pub(super) fn year_source(&self) -> Option<Past> {
        self.year_source
    }

    pub(super) fn period(&self) -> Option<Past> {
        self.period
    }

    /// The last one of all.
    pub(super) fn last(&self) -> Option<Past> {
        [self.day, self.month, self.year].into_iter().flatten().max_by_key(|past| past.index)
    }
}

impl Past {
    pub(super) fn year_number(&self) -> i32 {
        self.stretch.start.year()
    }
}
