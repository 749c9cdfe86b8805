//! Calendar arithmetic: stretches of years, months, weeks and days, and their parts.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use super::super::{
    expression::{Calendar, Day, Edge, Holiday, Inner},
    feast, lunar,
    value::{Granularity, Modifier},
};

/// A half-open stretch of the calendar with how fine it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) start: NaiveDateTime,
    pub(super) end: NaiveDateTime,
    pub(super) granularity: Granularity,
    pub(super) modifier: Option<Modifier>,
    pub(super) approx: bool,
}

impl Stretch {
    pub(super) fn new(start: NaiveDateTime, end: NaiveDateTime, granularity: Granularity) -> Stretch {
        Stretch { start, end, granularity, modifier: None, approx: false }
    }

    fn dates(start: NaiveDate, end: NaiveDate, granularity: Granularity) -> Stretch {
        Stretch::new(start.and_time(NaiveTime::MIN), end.and_time(NaiveTime::MIN), granularity)
    }

    pub(super) fn years(first: i32, count: i32, granularity: Granularity) -> Option<Stretch> {
        let start = NaiveDate::from_ymd_opt(first, 1, 1)?;
        Some(Stretch::dates(start, NaiveDate::from_ymd_opt(first.checked_add(count)?, 1, 1)?, granularity))
    }

    /// Months from a month of a year on, which may lie outside 1–12.
    pub(super) fn months(year: i32, month: i32, count: i32, granularity: Granularity) -> Option<Stretch> {
        Some(Stretch::dates(first_of(year, month)?, first_of(year, month.checked_add(count)?)?, granularity))
    }

    pub(super) fn days(start: NaiveDate, count: u64, granularity: Granularity) -> Option<Stretch> {
        Some(Stretch::dates(start, start.checked_add_days(Days::new(count))?, granularity))
    }

    pub(super) fn day(date: NaiveDate) -> Option<Stretch> {
        Stretch::days(date, 1, Granularity::Day)
    }

    /// The week of a day, moved by weeks.
    pub(super) fn week(date: NaiveDate, offset: i32) -> Option<Stretch> {
        Stretch::days(monday(date, offset)?, 7, Granularity::Week)
    }
}

/// The first day of a month counted from a year's January, outside 1–12 as well.
pub(super) fn first_of(year: i32, month: i32) -> Option<NaiveDate> {
    let months = year.checked_mul(12)?.checked_add(month)?.checked_sub(1)?;
    NaiveDate::from_ymd_opt(months.div_euclid(12), u32::try_from(months.rem_euclid(12)).ok()? + 1, 1)
}

/// The Monday of the week of a day, moved by weeks.
pub(super) fn monday(date: NaiveDate, offset: i32) -> Option<NaiveDate> {
    let back = i64::from(date.weekday().num_days_from_monday());
    date.checked_add_signed(TimeDelta::try_days(i64::from(offset) * 7 - back)?)
}

/// A day moved by days.
pub(super) fn moved(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    date.checked_add_signed(TimeDelta::try_days(days)?)
}

/// What lies in a year, where the year is known.
pub(super) fn inside(year: i32, inner: Inner) -> Option<Stretch> {
    match inner {
        Inner::Month(month) => Stretch::months(year, i32::try_from(month).ok()?, 1, Granularity::Month),
        Inner::Months(first, count, granularity) => {
            Stretch::months(year, i32::try_from(first).ok()?, i32::try_from(count).ok()?, granularity)
        }
        Inner::Season(season) => season_of(year, season),
        Inner::Festival(day, holiday) => {
            let date = NaiveDate::from_ymd_opt(year, u32::try_from(day / 100).ok()?, u32::try_from(day % 100).ok()?)?;
            match day {
                1001 => national(year, date, holiday),
                501 => around(date, holiday, 0, labour(year)),
                101 => statutory(date, holiday),
                _ => around(date, holiday, 0, 1),
            }
        }
        Inner::LunarFestival(day, holiday) => {
            let (month, number) = (u32::try_from(day / 100).ok()?, u32::try_from(day % 100).ok()?);
            // 2026年除夕 is in January or February of 2026, the end of the lunar year before.
            let year = if month == 12 { year.checked_sub(1)? } else { year };
            let number = if number == 99 { lunar::month_length(year, month, false)? } else { number };
            let date = lunar::civil(year, month, false, number)?;
            let (before, length) = match day {
                101 => new_year(year),
                1299 => (0, new_year(year).1),
                _ => (0, 3),
            };
            if matches!(day, 505 | 815) { statutory(date, holiday) } else { around(date, holiday, before, length) }
        }
        Inner::WeekdayFestival(rule, after) => {
            let month = u32::try_from(rule / 100).ok()?;
            let (week, weekday) = (i64::from(rule / 10 % 10), i64::from(rule % 10) - 1);
            let first = NaiveDate::from_ymd_opt(year, month, 1)?;
            let ahead = (weekday - i64::from(first.weekday().num_days_from_monday())).rem_euclid(7);
            Stretch::day(moved(first, ahead + 7 * (week - 1) + i64::from(after))?)
        }
        Inner::Easter(after, holiday) => around(moved(easter(year)?, after.into())?, holiday, 2, 4),
        Inner::Feast(calendar, day, length, holiday) => feast(year, calendar, day, length, holiday),
        Inner::Term(6, holiday) => statutory(lunar::term(year, 6)?, holiday),
        Inner::Term(term, holiday) => around(lunar::term(year, term)?, holiday, 0, 3),
        Inner::Lunar(month, leap, Some(day)) => Stretch::day(lunar::civil(year, month, leap, day)?),
        Inner::Lunar(month, leap, None) => {
            let first = lunar::civil(year, month, leap, 1)?;
            Stretch::days(first, lunar::month_length(year, month, leap)?.into(), Granularity::Month)
        }
        _ => None,
    }
}

/// Easter Sunday by the Gregorian rule (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let century = year.div_euclid(100);
    let golden = year.rem_euclid(19);
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let epact = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + epact + 2 - century + century / 4).rem_euclid(7);
    let after = epact - weekday;
    let month = 3 + (after + 40) / 44;
    let day = after + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// A feast of another calendar: its day, or all of it where it lasts a week or longer, a Jewish one from the evening before.
fn feast(year: i32, calendar: Calendar, day: i32, length: u32, holiday: Holiday) -> Option<Stretch> {
    let first = feast::first(calendar, year, day)?;
    let about = matches!(calendar, Calendar::Islamic | Calendar::Moon);
    let stretch = match (calendar, holiday) {
        (Calendar::Orthodox, _) => around(first, holiday, 2, 4)?,
        (_, Holiday::Eve) => around(first, holiday, 0, 1)?,
        _ if length >= 7 => {
            let evening = i64::from(calendar == Calendar::Hebrew);
            Stretch::days(moved(first, -evening)?, u64::from(length) + u64::from(evening > 0), Granularity::Range)?
        }
        _ => around(first, holiday, 0, length.into())?,
    };
    Some(Stretch { approx: about || stretch.approx, ..stretch })
}

/// The holiday of the lunar new year: whether it begins on its eve, and its days.
fn new_year(year: i32) -> (i64, u64) {
    match year {
        ..2008 | 2014 => (0, 7),
        2008..=2013 | 2015..2024 => (1, 7),
        2024 => (0, 8),
        _ => (1, 8),
    }
}

/// The days of the holiday of the first of May.
fn labour(year: i32) -> u64 {
    match year {
        ..2008 => 7,
        2008..2019 => 3,
        2019 => 4,
        _ => 5,
    }
}

/// The holiday of the first of October: a week, a day longer and from the mid-autumn festival on where that is close.
fn national(year: i32, date: NaiveDate, holiday: Holiday) -> Option<Stretch> {
    let autumn = lunar::civil(year, 8, false, 15)
        .filter(|autumn| year >= 2008 && (-2..=7).contains(&(*autumn - date).num_days()));
    match autumn {
        Some(autumn) if holiday == Holiday::Period => around(date.min(autumn), holiday, 0, 8),
        _ => around(date, holiday, 0, 7),
    }
}

/// A holiday of three days as it is joined to the weekend since 2008: Saturday to Monday, Sunday to Tuesday, Wednesday
/// alone, else from the day on.
fn statutory(date: NaiveDate, holiday: Holiday) -> Option<Stretch> {
    let (before, length) = match date.weekday() {
        Weekday::Mon | Weekday::Tue => (2, 3),
        Weekday::Wed => (0, 1),
        Weekday::Sun => (1, 3),
        _ => (0, 3),
    };
    around(date, holiday, before, length)
}

fn around(date: NaiveDate, holiday: Holiday, before: i64, length: u64) -> Option<Stretch> {
    match holiday {
        Holiday::Day => Stretch::day(date),
        Holiday::Eve => {
            let eve = Stretch::days(moved(date, -1)?, 1, Granularity::Day)?;
            Some(Stretch { approx: true, modifier: Some(Modifier::Before), ..eve })
        }
        Holiday::Period => {
            let period = Stretch::days(moved(date, -before)?, length, Granularity::Range)?;
            Some(Stretch { approx: true, ..period })
        }
    }
}

/// Seasons by the months that news means; the winter of a year begins in its December.
fn season_of(year: i32, season: i32) -> Option<Stretch> {
    let (first, count) = match season {
        1 => (3, 3),
        2 => (6, 3),
        3 => (9, 3),
        4 => (12, 3),
        5 => (7, 2),
        _ => (1, 2),
    };
    let found = Stretch::months(year, first, count, Granularity::Season)?;
    Some(Stretch { approx: true, ..found })
}

/// A part of a stretch: 初, 中, 底, 上旬, 内.
pub(super) fn edge(stretch: Stretch, edge: Edge) -> Option<Stretch> {
    let start = stretch.start.date();
    let (year, month) = (start.year(), i32::try_from(start.month()).ok()?);
    let part = |from: i32, count: i32| Stretch::months(year, month.checked_add(from)?, count, stretch.granularity);
    let modifier = match edge {
        Edge::Start | Edge::Third(1) | Edge::Half(1) => Some(Modifier::Start),
        Edge::Mid | Edge::Third(_) => Some(Modifier::Mid),
        Edge::End | Edge::Half(_) => Some(Modifier::End),
        Edge::Whole => None,
    };
    let modifier = if edge == Edge::Third(3) { Some(Modifier::End) } else { modifier };
    let approx = matches!(edge, Edge::Start | Edge::Mid | Edge::End);
    let cut = match (stretch.granularity, edge) {
        (_, Edge::Whole) => return Some(stretch),
        (Granularity::Year | Granularity::Half, Edge::Start) => part(0, 2)?,
        (Granularity::Year, Edge::Mid) => part(5, 2)?,
        (Granularity::Year, Edge::End) => part(11, 1)?,
        // The first or the last year of a five-year plan.
        (Granularity::Range, Edge::Start) if (stretch.end - stretch.start).num_days() > 1800 => part(0, 12)?,
        (Granularity::Range, Edge::Mid) if (stretch.end - stretch.start).num_days() > 1800 => part(24, 12)?,
        (Granularity::Range, Edge::End) if (stretch.end - stretch.start).num_days() > 1800 => part(48, 12)?,
        (Granularity::Decade, Edge::Start) => part(0, 36)?,
        (Granularity::Decade, Edge::Mid) => part(48, 36)?,
        (Granularity::Decade, Edge::End) => part(84, 36)?,
        (Granularity::Century, Edge::Start) => part(0, 240)?,
        (Granularity::Century, Edge::Mid) => part(480, 240)?,
        (Granularity::Century, Edge::End) => part(960, 240)?,
        (Granularity::Month, Edge::Third(4)) => days(stretch, 10, None),
        (Granularity::Month, Edge::Third(5)) => days(stretch, 0, Some(20)),
        (Granularity::Month, Edge::Start | Edge::Third(1)) => days(stretch, 0, Some(10)),
        (Granularity::Month, Edge::Mid | Edge::Third(2)) => days(stretch, 10, Some(20)),
        (Granularity::Month, Edge::End | Edge::Third(_)) => days(stretch, 20, None),
        (Granularity::Month, Edge::Half(1)) => days(stretch, 0, Some(15)),
        (Granularity::Month, Edge::Half(_)) => days(stretch, 15, None),
        (Granularity::Quarter, Edge::Start) => part(0, 1)?,
        (Granularity::Quarter, Edge::Mid) => part(1, 1)?,
        (Granularity::Quarter, Edge::End) => part(2, 1)?,
        (Granularity::Half, Edge::Mid) => part(2, 2)?,
        (Granularity::Half, Edge::End) => part(4, 2)?,
        (_, Edge::Half(1)) => portion(stretch, 0, 2, 4),
        (_, Edge::Half(_)) => portion(stretch, 2, 4, 4),
        (_, Edge::Start | Edge::Third(1)) => portion(stretch, 0, 1, 3),
        (_, Edge::Mid | Edge::Third(2)) => portion(stretch, 1, 2, 3),
        (_, _) => portion(stretch, 2, 3, 3),
    };
    Some(Stretch { modifier, approx: approx || stretch.approx, ..cut })
}

fn days(stretch: Stretch, from: i64, to: Option<i64>) -> Stretch {
    let shifted = |days| TimeDelta::try_days(days).and_then(|delta| stretch.start.checked_add_signed(delta));
    let start = shifted(from).unwrap_or(stretch.start);
    Stretch { start, end: to.and_then(shifted).unwrap_or(stretch.end), ..stretch }
}

fn portion(stretch: Stretch, from: i32, to: i32, of: i32) -> Stretch {
    let whole = (stretch.end - stretch.start).num_days();
    days(stretch, whole * i64::from(from) / i64::from(of), (to < of).then(|| whole * i64::from(to) / i64::from(of)))
}

/// 第三周 or the third Sunday of a month; of a year, the week by ISO 8601.
pub(super) fn week_in(stretch: Stretch, number: u32, weekday: Option<i64>) -> Option<Stretch> {
    let start = stretch.start.date();
    // 2月最后一周: its last seven days.
    if number == 0 {
        return Stretch::days(moved(stretch.end.date(), -7)?, 7, Granularity::Week);
    }
    let weeks = i64::from(number.checked_sub(1)?) * 7;
    let ahead = |weekday: i64| (weekday - i64::from(start.weekday().num_days_from_monday())).rem_euclid(7);
    match weekday {
        Some(weekday) => Stretch::day(moved(start, ahead(weekday) + weeks)?),
        None if stretch.granularity == Granularity::Year => {
            Stretch::days(moved(monday(start.with_day(4)?, 0)?, weeks)?, 7, Granularity::Week)
        }
        None => Stretch::days(moved(start, ahead(0) + weeks)?, 7, Granularity::Week),
    }
}

/// A day inside a month or a year: its number, its last, its first or last few.
pub(super) fn day(stretch: Stretch, day: Day) -> Option<Stretch> {
    let start = stretch.start.date();
    let last = stretch.end.date().pred_opt()?;
    match day {
        Day::Number(number) => Stretch::day(start.with_day(number)?),
        Day::Last => Stretch::day(last),
        Day::First(count) => Stretch::days(start, count.into(), Granularity::Range),
        Day::Final(count) => Stretch::days(moved(last, 1 - i64::from(count))?, count.into(), Granularity::Range),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_sundays() {
        let known =
            [(1998, 4, 12), (2013, 3, 31), (2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25)];
        for (year, month, day) in known {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
        for year in 1900..=2100 {
            let sunday = easter(year).unwrap();
            assert_eq!(sunday.weekday(), chrono::Weekday::Sun, "{year}");
        }
    }
}
