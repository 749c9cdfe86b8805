//! What a time expression means.

use std::fmt;

use chrono::NaiveDateTime;

use super::Span;

/// A time expression of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Timex {
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// Its type.
    pub kind: Kind,
    /// What it means.
    pub value: Value,
    /// What its value counts from.
    pub anchor: Anchor,
    /// How the value follows from the expression.
    pub derivation: Derivation,
}

/// The type of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A calendar time not finer than a day.
    Date,
    /// A clock time without a day.
    Time,
    /// A day and a clock time or a part of the day.
    DateTime,
    /// From one time to another, open ends among them.
    Range,
    /// A length of time.
    Duration,
    /// A time that comes again and again.
    Set,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A stretch of the calendar.
    Interval(Interval),
    /// A length of time that stands nowhere on the calendar.
    Duration(Amount),
    /// Every so often.
    Set(Amount),
    /// Some time before, at or after the reference, kept vague: 近日, 目前, 今后.
    Vague(Vague),
    /// An expression whose day, month or year does not follow from the text: it is found, not resolved.
    Unresolved,
}

/// A stretch of the calendar, half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its beginning, inclusive; `None`: open.
    pub start: Option<NaiveDateTime>,
    /// Its end, exclusive; `None`: open.
    pub end: Option<NaiveDateTime>,
    /// How fine it is.
    pub granularity: Granularity,
    /// How the expression narrows or blurs it.
    pub modifier: Option<Modifier>,
    /// Whether it is approximate.
    pub approx: bool,
    /// A clock time whose day is not told: only the time of day counts.
    pub clock_only: bool,
}

/// How fine a time is, from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Granularity {
    /// A century.
    Century,
    /// A decade.
    Decade,
    /// A year.
    Year,
    /// Half a year.
    Half,
    /// A season.
    Season,
    /// A quarter.
    Quarter,
    /// A month.
    Month,
    /// A week, or a weekend.
    Week,
    /// A day.
    Day,
    /// A part of a day.
    Part,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second.
    Second,
    /// From one time to another.
    Range,
}

impl Granularity {
    /// The name that the outputs use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Granularity::Century => "century",
            Granularity::Decade => "decade",
            Granularity::Year => "year",
            Granularity::Half => "half",
            Granularity::Season => "season",
            Granularity::Quarter => "quarter",
            Granularity::Month => "month",
            Granularity::Week => "week",
            Granularity::Day => "day",
            Granularity::Part => "part",
            Granularity::Hour => "hour",
            Granularity::Minute => "minute",
            Granularity::Second => "second",
            Granularity::Range => "range",
        }
    }
}

impl fmt::Display for Granularity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// TIMEX3's `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// 初, 上旬, 早些时候.
    Start,
    /// 中, 中旬.
    Mid,
    /// 底, 末, 下旬.
    End,
    /// 左右, 前后, 约, 许.
    Approx,
    /// …前.
    Before,
    /// …后, …以来.
    After,
}

/// A unit of the calendar or the clock, from short to long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

/// How much of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// How many; of 两三 the smaller; `None`: the text does not say (数月).
    pub least: Option<f64>,
    /// The larger end, where it is a range.
    pub most: Option<f64>,
    /// Of what.
    pub unit: Unit,
    /// Whether it is approximate.
    pub approx: bool,
}

/// Which side of the reference a vague time lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vague {
    /// 日前, 近日, 此前.
    Past,
    /// 目前, 如今.
    Present,
    /// 今后, 未来.
    Future,
}

/// What the value of an expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Nothing: the expression says all of it.
    None,
    /// The reference time.
    Reference,
    /// An earlier expression of the text, by its position among the found ones: 次日, 同月.
    Discourse(usize),
    /// An earlier expression that states the year or the month which this one leaves out.
    Carried(usize),
}

/// How a value follows from an expression, as data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derivation {
    /// Why, as short steps in the order in which they were taken.
    pub steps: Vec<Step>,
}

/// One step of a derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Counted from the reference time.
    FromReference(NaiveDateTime),
    /// Counted from an earlier expression; its text.
    FromDate(String),
    /// Counted from what a later expression dates; its text.
    FromLater(String),
    /// The year (or month) was stated by an earlier expression; its text.
    Carried(String),
    /// The latest one that is not after the reference.
    LatestBefore(NaiveDateTime),
    /// The nearest one to the reference: a day shortly after it, the last one being almost a year ago.
    NearestTo(NaiveDateTime),
    /// The next one after the reference, because the sentence looks ahead; the word that says so.
    NextAfter(NaiveDateTime, String),
}
