//! Dating one point, and the two ends of a range.

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Timelike};

use super::{
    Dated, Place, Resolver,
    calendar::{self, Stretch},
};
use crate::timex::{
    expression::{Clock, Day, Inner, Point, Year},
    value::{Anchor, Granularity, Step},
};

/// A year to measure ranges in, which has a 29 February.
const ANY_YEAR: i32 = 2000;

impl Resolver<'_> {
    /// A point, dated; `None` where its day, month or year does not follow.
    pub(super) fn point(&self, point: &Point, place: Place) -> Option<Dated> {
        let dated = self.date(point, place)?;
        let mut stretch = dated.stretch;
        if (point.part.is_some() || point.clock.is_some()) && stretch.granularity != Granularity::Year {
            let part = point.part.or_else(|| self.afternoon(point, place));
            stretch = time_of_day(stretch.start.date(), part, point.clock)?;
        }
        stretch.approx |= point.approx || dated.stretch.approx;
        Some(dated.with(stretch))
    }

    /// 下午3点考外语,5点就结束: an hour behind one of the afternoon in the same sentence is in the afternoon too, where
    /// that is the later one.
    fn afternoon(&self, point: &Point, place: Place) -> Option<(i32, i32)> {
        let hour = point.clock.filter(|_| point.clock_only())?.hour;
        let past = self.history.day().filter(|past| {
            past.sentence == place.sentence
                && matches!(past.stretch.granularity, Granularity::Hour | Granularity::Minute)
                && self.words_of(past.index).contains(['午', '晚'])
        })?;
        let before = past.stretch.start.hour();
        (before >= 12 && hour < 12 && hour + 12 > before).then_some((12, 24))
    }

    /// The calendar part of a point.
    fn date(&self, point: &Point, place: Place) -> Option<Dated> {
        if point.same_period {
            return self.same_period(point, place);
        }
        // 去年今日, 十年前的今天, 2009年的今天.
        if let (Some(year @ (Year::Reference(_) | Year::Number(_))), Some(Day::Reference(0)), None) =
            (point.year, point.day, point.inner)
        {
            let (reference, steps) = self.counted_from_reference()?;
            let today = reference.date();
            let year = match year {
                Year::Reference(years) => today.year().checked_add(years)?,
                Year::Number(year) => year,
                _ => return None,
            };
            let date = NaiveDate::from_ymd_opt(year, today.month(), today.day())?;
            return Some(Dated { anchor: Anchor::Reference, steps, ..Dated::told(Stretch::day(date)?) });
        }
        match point.year {
            Some(year) => {
                let (year, dated) = self.year(year, point.inner, place)?;
                let whole = match (year, point.inner) {
                    (Some(year), Some(Inner::Month(_) | Inner::Months(..))) => calendar::inside(year, point.inner?)?,
                    // 贞观三年正月: the lunar calendar of the table begins in 1900; the year is sure.
                    (Some(_), Some(Inner::Lunar(..) | Inner::LunarFestival(..)))
                        if calendar::inside(year?, point.inner?).is_none() =>
                    {
                        Stretch { approx: true, ..dated.stretch }
                    }
                    (Some(year), Some(inner)) => calendar::inside(year, inner)?,
                    (Some(_) | None, None) => dated.stretch,
                    (None, Some(_)) => return None,
                };
                let approx = dated.stretch.approx;
                let mut stretch = narrowed(whole, point)?;
                stretch.approx |= approx;
                Some(dated.with(stretch))
            }
            None => self.partial(point, place),
        }
    }

    /// The year itself, with its number where it is one year.
    fn year(&self, year: Year, inner: Option<Inner>, place: Place) -> Option<(Option<i32>, Dated)> {
        let one = |number: i32| Some(Dated::told(Stretch::years(number, 1, Granularity::Year)?));
        match year {
            Year::Number(number) => Some((Some(number), one(number)?)),
            Year::Short(value) => {
                let number = self.short_year(value);
                Some((Some(number), one(number)?))
            }
            Year::Fiscal(number) => {
                let mut dated = one(number)?;
                dated.stretch.approx = true;
                Some((Some(number), dated))
            }
            Year::Reference(offset) => {
                let (reference, anchor, steps) = self.now(place, Granularity::Year)?;
                // 今冬 in January began in the December before.
                let winter = offset == 0 && inner == Some(Inner::Season(4)) && reference.month() <= 2;
                let number = reference.year().checked_add(offset - i32::from(winter))?;
                Some((Some(number), Dated { anchor, steps, ..one(number)? }))
            }
            Year::Prior => {
                let told = self.carried_year(place).filter(|past| past.sentence == place.sentence);
                let (base, anchor, steps) = match told {
                    Some(past) => self.counted_from_past(past),
                    None => self.now(place, Granularity::Year)?,
                };
                let number = base.year().checked_sub(1)?;
                Some((Some(number), Dated { anchor, steps, ..one(number)? }))
            }
            Year::Same(offset) => {
                let past = self.year_meant(place)?;
                let number = past.year_number().checked_add(offset)?;
                let steps = vec![Step::FromDate(self.words_of(past.index))];
                Some((Some(number), Dated { anchor: Anchor::Discourse(past.index), steps, ..one(number)? }))
            }
            Year::Years(first, count, granularity) => {
                Some((None, Dated::told(Stretch::years(first, count, granularity)?)))
            }
            Year::Decade(decade, years) => {
                let (reference, steps) = self.counted_from_reference()?;
                let this = reference.year().div_euclid(100) * 100 + decade;
                let first = if this > reference.year() { this - 100 } else { this };
                let stretch = Stretch::years(first, years, Granularity::Decade)?;
                Some((None, Dated { anchor: Anchor::Reference, steps, ..Dated::told(stretch) }))
            }
            Year::Century(offset, decade) => {
                let (reference, steps) = self.counted_from_reference()?;
                let first = (reference.year() - 1).div_euclid(100).checked_add(offset)?.checked_mul(100)?;
                let stretch = match decade {
                    Some((decade, years)) => Stretch::years(first + decade, years, Granularity::Decade)?,
                    None => Stretch::years(first, 100, Granularity::Century)?,
                };
                Some((None, Dated { anchor: Anchor::Reference, steps, ..Dated::told(stretch) }))
            }
        }
    }

    /// 去年同期: the last period, in another year.
    fn same_period(&self, point: &Point, place: Place) -> Option<Dated> {
        let (year, dated) = self.year(point.year?, None, place)?;
        let year = year?;
        let Some(past) = self.history.period().filter(|past| place.paragraph - past.paragraph <= 1) else {
            let stretch = Stretch { approx: true, ..dated.stretch };
            return Some(dated.with(stretch));
        };
        let shift = year.checked_sub(past.year_number())?;
        let moved = |time: chrono::NaiveDateTime| {
            let date = time.date();
            let to = date.year().checked_add(shift)?;
            let day = date.with_year(to).or_else(|| NaiveDate::from_ymd_opt(to, date.month(), 28))?;
            Some(day.and_time(time.time()))
        };
        let stretch = Stretch { start: moved(past.stretch.start)?, end: moved(past.stretch.end)?, ..past.stretch };
        let mut steps = dated.steps.clone();
        steps.push(Step::FromDate(self.words_of(past.index)));
        Some(Dated { anchor: Anchor::Discourse(past.index), steps, ..dated.with(stretch) })
    }

    /// The ends of a range; what one leaves out the other tells.
    pub(super) fn ends(&self, left: &Point, right: &Point, place: Place) -> Option<(Dated, Dated)> {
        let mut left = left.clone();
        // 9月至2024年3月: the first month is in the year of the second, or the one before.
        if left.year.is_none()
            && right.year.is_some()
            && matches!(left.inner, Some(Inner::Month(_) | Inner::Months(..)))
        {
            let last = self.point(right, place)?;
            let year = last.stretch.start.year();
            for year in [year, year.checked_sub(1)?] {
                left.year = Some(Year::Number(year));
                let first = self.point(&left, place)?;
                if first.stretch.start <= last.stretch.start {
                    return Some((Dated { anchor: last.anchor, steps: last.steps.clone(), ..first }, last));
                }
            }
        }
        // 31日至8月2日: the day before the second one.
        if let (None, None, Some(Day::Number(number)), Some(Inner::Month(_)), Some(_)) =
            (left.year, left.inner, left.day, right.inner, right.day)
        {
            let last = self.point(right, place)?;
            if let Some(day) = day_before(last.stretch.start.date(), number, &left) {
                return Some((last.clone().with(day), last));
            }
        }
        let lasts = self.lasts(&left, right, place).unwrap_or(0);
        let first = self.point(&left, Place { lasts, ..place })?;
        let last = self.right_end(&first, right, place)?;
        Some((first, last))
    }

    /// How many days a range of months or days lasts, in whatever year it is.
    fn lasts(&self, left: &Point, right: &Point, place: Place) -> Option<i64> {
        if !matches!(right.year, None | Some(Year::Same(_))) || matches!(right.day, Some(Day::Reference(_))) {
            return None;
        }
        let whole = match (left.year, left.inner, left.day) {
            (None, Some(inner), _) => narrowed(calendar::inside(ANY_YEAR, inner)?, left)?,
            (None, None, Some(Day::Number(number))) => Stretch::day(NaiveDate::from_ymd_opt(ANY_YEAR, 1, number)?)?,
            _ => return None,
        };
        let last = self.right_end(&Dated::told(whole), right, place)?;
        Some((last.stretch.end - whole.start).num_days())
    }

    fn right_end(&self, first: &Dated, right: &Point, place: Place) -> Option<Dated> {
        let start = first.stretch.start;
        if right.clock_only() {
            let mut stretch = time_of_day(start.date(), right.part, right.clock)?;
            if stretch.start < start {
                stretch = time_of_day(start.date().succ_opt()?, right.part, right.clock)?;
            }
            return Some(first.clone().with(stretch));
        }
        // 28日晚8时至次日凌晨2时: the day after the left end.
        if let (Some(Day::Same(offset)), None) = (right.day, right.year) {
            let date = calendar::moved(start.date(), offset.into())?;
            let stretch = match (right.part, right.clock) {
                (None, None) => Stretch::day(date)?,
                (part, clock) => time_of_day(date, part, clock)?,
            };
            return Some(first.clone().with(stretch));
        }
        // 2023年11月至次年3月.
        if let Some(Year::Same(offset)) = right.year {
            let year = Some(Year::Number(start.year().checked_add(offset)?));
            return self.point(&Point { year, ..right.clone() }, place);
        }
        let counted = matches!(right.day, Some(Day::Reference(_)));
        if right.year.is_some() || counted || matches!(right.inner, Some(Inner::MonthReference(_) | Inner::Week(_))) {
            return self.point(right, place);
        }
        let date = start.date();
        let stretch = match (right.inner, right.day) {
            (Some(inner), _) => (0..=1).find_map(|more| {
                let whole = calendar::inside(date.year().checked_add(more)?, inner)?;
                let stretch = narrowed(whole, right)?;
                (stretch.end > start).then_some(stretch)
            })?,
            (None, Some(Day::Number(number))) => (0..=2).find_map(|more| {
                let month = calendar::first_of(date.year(), i32::try_from(date.month()).ok()? + more)?;
                let stretch = Stretch::day(month.with_day(number)?)?;
                (stretch.start >= start.date().and_time(NaiveTime::MIN)).then_some(stretch)
            })?,
            (None, Some(Day::Weekday(weekday, None))) => {
                let monday = calendar::monday(date, 0)?;
                let day = calendar::moved(monday, weekday)?;
                Stretch::day(if day < date { calendar::moved(day, 7)? } else { day })?
            }
            _ => return self.point(right, place),
        };
        let stretch = match (right.part, right.clock) {
            (None, None) => stretch,
            (part, clock) => time_of_day(stretch.start.date(), part, clock)?,
        };
        Some(first.clone().with(stretch))
    }
}

/// The last day of a number before a date, at the hour of a point; `None` where the month before has no such day.
fn day_before(date: NaiveDate, number: u32, point: &Point) -> Option<Stretch> {
    let month = i32::try_from(date.month()).ok()? - i32::from(number > date.day());
    let day = calendar::first_of(date.year(), month)?.with_day(number)?;
    match (point.part, point.clock) {
        (None, None) => Stretch::day(day),
        (part, clock) => time_of_day(day, part, clock),
    }
}

/// The edge and the day of a point inside its year, month or quarter.
pub(super) fn narrowed(whole: Stretch, point: &Point) -> Option<Stretch> {
    let mut stretch = whole;
    if let Some(edge) = point.edge {
        stretch = calendar::edge(stretch, edge)?;
    }
    if let Some((number, weekday)) = point.week {
        return calendar::week_in(stretch, number, weekday);
    }
    match point.day {
        Some(day @ (Day::Number(_) | Day::Last | Day::First(_) | Day::Final(_))) => calendar::day(stretch, day),
        Some(_) => None,
        None => Some(stretch),
    }
}

/// A part of a day or a clock time on a day.
pub(super) fn time_of_day(date: NaiveDate, part: Option<(i32, i32)>, clock: Option<Clock>) -> Option<Stretch> {
    let midnight = date.and_time(NaiveTime::MIN);
    let at = |seconds: i64| midnight.checked_add_signed(TimeDelta::try_seconds(seconds)?);
    let Some(clock) = clock else {
        let (from, to) = part?;
        return Some(Stretch::new(at(i64::from(from) * 3600)?, at(i64::from(to) * 3600)?, Granularity::Part));
    };
    let hour = i64::from(clock.hour);
    let hour = match part {
        Some((from, _)) if from >= 17 => match hour {
            12 => 24,
            0..=4 if from < 22 => hour + 24,
            5..=11 => hour + 12,
            _ => hour,
        },
        Some((from, _)) if from >= 11 && hour <= 6 => hour + 12,
        Some((12, _)) if hour < 12 => hour + 12,
        Some((0, _)) if hour == 12 => 0,
        _ => hour,
    };
    let (granularity, length) = match (clock.minute, clock.second) {
        (_, Some(_)) => (Granularity::Second, 1),
        (Some(_), None) => (Granularity::Minute, 60),
        (None, None) => (Granularity::Hour, 3600),
    };
    let start = hour * 3600 + i64::from(clock.minute.unwrap_or(0)) * 60 + i64::from(clock.second.unwrap_or(0));
    Some(Stretch::new(at(start)?, at(start + length)?, granularity))
}
