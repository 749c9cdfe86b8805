//! What the recognisers hand to the resolver: expressions normalised into parts, not yet dated.

use super::{
    number::Number,
    value::{Granularity, Unit, Vague},
    words::Word,
};

/// A recognised expression; positions are letters of the scan.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) meaning: Meaning,
    /// The event that it counts from: 事发当天, 案发后两小时. The same event has the same day all through.
    pub(super) event: Option<Event>,
}

/// An event that a time counts from: its group (0: none), and the word where it is in none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) group: i32,
    pub(super) word: &'static str,
}

impl Event {
    pub(super) fn of(word: &Word) -> Event {
        Event { group: word.first, word: if word.first > 0 { "" } else { word.text } }
    }
}

/// What an expression says, before it is dated.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// One stretch of the calendar or the clock.
    Point(Point),
    /// From one to another, both included.
    Span(Point, Point),
    /// 三天前, 两小时后: a distance from the reference or from an earlier date.
    Away { length: Length, ahead: bool, from: From },
    /// 近三年, 未来两周, 此后三天: the stretch beside the reference or an earlier date.
    Beside { length: Length, ahead: bool, from: From },
    /// 三年内: forward from the reference, or a length where the act is past.
    Within(Length),
    /// A length alone.
    Length(Length),
    /// Every so often.
    Set(Length),
    /// 近日, 目前, 今后.
    Vague(Vague),
    /// 彼时, 当时: the last date again; 届时 when `ahead`.
    Then { ahead: bool },
}

/// What a distance counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The reference.
    Reference,
    /// The unit that the reference lies in: 前两年 are the two calendar years before it.
    Unit,
    /// The last date of the text; nothing else will do: 此后三天.
    Discourse,
    /// The last date of the paragraph if there is one, else the reference: 三天后.
    Either,
}

/// A length of time: a number of a unit, and what is left over in a smaller one (一小时20分).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub(super) number: Number,
    pub(super) unit: Unit,
    /// Counted in one unit of 10 (旬), 100 (世纪) or 1.
    pub(super) scale: i64,
    /// The part in smaller units, in seconds.
    pub(super) rest: i64,
    /// Working days: Saturdays and Sundays do not count.
    pub(super) working: bool,
    pub(super) approx: bool,
}

/// A point of the calendar in parts; what is not said is `None`.
#[derive(Clone, Debug, Default)]
pub(super) struct Point {
    pub(super) year: Option<Year>,
    pub(super) inner: Option<Inner>,
    pub(super) edge: Option<Edge>,
    /// 第三周 of the year or month, or its third Sunday; 0 is the last week.
    pub(super) week: Option<(u32, Option<i64>)>,
    pub(super) day: Option<Day>,
    /// A part of the day, in hours.
    pub(super) part: Option<(i32, i32)>,
    pub(super) clock: Option<Clock>,
    pub(super) approx: bool,
    pub(super) open: Option<Open>,
    /// 同期: the period of an earlier expression, in this year.
    pub(super) same_period: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// As stated, astronomical before the common era.
    Number(i32),
    /// The last two digits.
    Short(i32),
    /// Counted from the reference.
    Reference(i32),
    /// 上年: the one before the year that the sentence tells, else before the reference.
    Prior,
    /// Counted from the last date.
    Same(i32),
    /// From a first year, for some years.
    Years(i32, i32, Granularity),
    /// 80年代 without a century: the year of the century it begins in, and how many years.
    Decade(i32, i32),
    /// 上世纪 −1, 本世纪 0, and the decade in it if told.
    Century(i32, Option<(i32, i32)>),
    /// 2026财年: about the year.
    Fiscal(i32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    Month(u32),
    MonthReference(i32),
    MonthSame(i32),
    /// From a month on, some months: 上半年, 三季度, 前七个月.
    Months(u32, u32, Granularity),
    QuarterReference(i32),
    QuarterSame(i32),
    Season(i32),
    Week(i32),
    /// 前一周, 当周: counted from the last date.
    WeekSame(i32),
    /// Month × 100 + day of the civil calendar; whether the holiday around it is meant.
    Festival(i32, Holiday),
    /// Month × 100 + day of the lunar calendar.
    LunarFestival(i32, Holiday),
    /// Month × 100 + week × 10 + weekday (7 is Sunday), and the days after it.
    WeekdayFestival(i32, i32),
    /// Days from Easter Sunday.
    Easter(i32, Holiday),
    /// A feast of another calendar, as the table of words has it, and the days it lasts.
    Feast(Calendar, i32, u32, Holiday),
    Term(u32, Holiday),
    /// A lunar month, whether it is the leap one, and its day.
    Lunar(u32, bool, Option<u32>),
}

/// The calendar of a feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    /// Days from the Orthodox Easter.
    Orthodox,
    Hebrew,
    Islamic,
    /// Days of the Chinese calendar's moons.
    Moon,
}

/// How much around a festival is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// The day.
    Day,
    /// 前夕: the day before, approximate.
    Eve,
    /// 期间, 假期, 长假.
    Period,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    /// 初, 伊始.
    Start,
    /// 中.
    Mid,
    /// 底, 末.
    End,
    /// 上旬 1, 中旬 2, 下旬 3; 中下旬 4, 上中旬 5.
    Third(u32),
    /// 上半月 1, 下半月 2; 前半 and 后半 of anything.
    Half(u32),
    /// 内: the whole, up to its end.
    Whole,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    Number(u32),
    /// Counted from the reference.
    Reference(i32),
    /// Counted from the last date.
    Same(i32),
    /// 0 is Monday; with the week if told.
    Weekday(i64, Option<i32>),
    /// Saturday and Sunday; with the week if told.
    Weekend(Option<i32>),
    /// The last day, of a month or a year.
    Last,
    /// The first days or the last days of the month: 前五天, 最后五天.
    First(u32),
    Final(u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: Option<u32>,
    pub(super) second: Option<u32>,
}

/// An open end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Open {
    /// 以来, 至今.
    Since,
    /// 以前, 前.
    Before,
    /// 以后, 后.
    After,
    /// 或之前: it included.
    Until,
    /// 或之后: it included.
    From,
}

impl Point {
    pub(super) fn has_date(&self) -> bool {
        self.year.is_some() || self.inner.is_some() || self.day.is_some()
    }

    /// Whether only a time of day is told.
    pub(super) fn clock_only(&self) -> bool {
        !self.has_date() && self.edge.is_none() && (self.part.is_some() || self.clock.is_some())
    }
}
