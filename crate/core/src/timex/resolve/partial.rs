//! Dating points that leave out their year, month or day: carried on from the text, or the nearest one on
//! the side of the reference that the sentence looks to.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};

use super::{
    Dated, Place, Resolver,
    calendar::{self, Stretch},
    history::Past,
    point::narrowed,
    role::names_festival,
};
use crate::timex::{
    expression::{Day, Edge, Inner, Point},
    value::{Anchor, Granularity, Step},
};

/// What was so many days ago is told as a story, and its plans count from there.
const STORY: i64 = 62;

impl Resolver<'_> {
    pub(super) fn partial(&self, point: &Point, place: Place) -> Option<Dated> {
        match (point.inner, point.day) {
            (
                Some(
                    Inner::MonthReference(_) | Inner::MonthSame(_) | Inner::QuarterReference(_) | Inner::QuarterSame(_),
                ),
                _,
            )
            | (Some(Inner::Week(_) | Inner::WeekSame(_)), None) => self.counted(point, place),
            (None | Some(Inner::Week(_)), Some(Day::Reference(_) | Day::Same(_))) => {
                self.counted_day(point.day?, place)
            }
            (None, Some(Day::Number(number))) => self.day_of_month(number, place),
            (None, Some(Day::Weekday(weekday, week))) => self.weekday(weekday, 1, week, place),
            (None, Some(Day::Weekend(week))) => self.weekday(5, 2, week, place),
            (Some(inner), _) => self.part_of_year(inner, point, place),
            (None, None) if point.edge.is_some() => self.edge_of_year(point, place),
            (None, None) => self.day_of_clock(place),
            (None, Some(_)) => None,
        }
    }

    /// 上月, 当月, 本季度, 上周: counted in months or weeks from the reference or the last date.
    fn counted(&self, point: &Point, place: Place) -> Option<Dated> {
        let (base, anchor, steps) = match point.inner? {
            Inner::MonthSame(i32::MIN) => {
                let told = |past: &Past| past.sentence == place.sentence && past.year_told;
                match self.history.month().filter(|past| told(past) || self.is_at_month(*past, place)) {
                    Some(past) => self.counted_from_past(past),
                    None => self.base()?,
                }
            }
            Inner::MonthSame(_) | Inner::QuarterSame(_) => {
                self.counted_from_past(self.history.month().or(self.history.year())?)
            }
            // 前一周 is the week before the last date, or before the publication.
            Inner::WeekSame(offset) => match self.history.period().or(self.history.day()) {
                Some(past) if offset >= 0 || past.paragraph == place.paragraph => self.counted_from_past(past),
                _ => self.base()?,
            },
            Inner::MonthReference(-1) | Inner::QuarterReference(-1)
                if self.compared_period(point.inner?, place).is_some() =>
            {
                self.counted_from_past(self.compared_period(point.inner?, place)?)
            }
            Inner::MonthReference(_) => self.now(place, Granularity::Month)?,
            _ => self.base()?,
        };
        let (year, month) = (base.year(), i32::try_from(base.month()).ok()?);
        let whole = match point.inner? {
            Inner::MonthSame(i32::MIN) => {
                let fresh = anchor == Anchor::Reference && base.day() <= 5;
                let over = fresh && point.edge == Some(Edge::End) && self.ahead(place).is_none();
                Stretch::months(year, month - i32::from(over), 1, Granularity::Month)?
            }
            Inner::MonthReference(offset) | Inner::MonthSame(offset) => {
                Stretch::months(year, month.checked_add(offset)?, 1, Granularity::Month)?
            }
            Inner::QuarterReference(offset) | Inner::QuarterSame(offset) => {
                let first = (month - 1) / 3 * 3 + 1;
                Stretch::months(year, first + 3 * offset, 3, Granularity::Quarter)?
            }
            Inner::Week(offset) | Inner::WeekSame(offset) => Stretch::week(base.date(), offset)?,
            _ => return None,
        };
        let mut stretch = narrowed(whole, point)?;
        // 10月18日安装到位，没想到月初试水漏水: a story goes on, where that is not to come.
        if point.inner == Some(Inner::MonthSame(i32::MIN)) && anchor != Anchor::Reference && stretch.end <= base {
            let next = narrowed(Stretch::months(year, month + 1, 1, Granularity::Month)?, point)?;
            stretch = if self.reference.is_some_and(|now| next.start <= now) { next } else { stretch };
        }
        Some(Dated { anchor, steps, ..Dated::told(stretch) })
    }

    /// 11月8日上门,得到答复。等到月底,…: the month of the story, where that is over and nothing looks ahead from the
    /// publication; 4月15日没有到账,公司称推迟到月底 looks ahead from a day of long ago.
    fn is_at_month(&self, past: Past, place: Place) -> bool {
        let Some(now) = self.reference else { return false };
        let over = past.stretch.end <= now && past.stretch.start.month() != now.month();
        let long_ago = (now - past.stretch.end).num_days() > STORY && place.sentence - past.sentence <= 1;
        let here = past.paragraph == place.paragraph && !past.of_a_thing;
        over && here && (long_ago || self.ahead(place).is_none())
    }

    /// 5月指数比上月回落, 一季度亏损2亿元,上季度亏损1亿元: the period that the one before is compared with.
    fn compared_period(&self, inner: Inner, place: Place) -> Option<Past> {
        let quarter = matches!(inner, Inner::QuarterReference(_));
        let past = if quarter { self.history.period() } else { self.history.month() }?;
        let grain = if quarter { Granularity::Quarter } else { Granularity::Month };
        let meant = quarter || self.compared(place);
        (meant && past.sentence == place.sentence && past.stretch.granularity == grain).then_some(past)
    }

    fn base(&self) -> Option<(NaiveDateTime, Anchor, Vec<Step>)> {
        let (reference, steps) = self.counted_from_reference()?;
        Some((reference, Anchor::Reference, steps))
    }

    pub(super) fn counted_from_past(&self, past: Past) -> (NaiveDateTime, Anchor, Vec<Step>) {
        (past.stretch.start, Anchor::Discourse(past.index), vec![Step::FromDate(self.words_of(past.index))])
    }

    /// 年底, 年初, 年内: of the year that the sentence tells, else of the reference.
    fn edge_of_year(&self, point: &Point, place: Place) -> Option<Dated> {
        let looks_ahead = self.ahead(place).is_some();
        let told = self.history.year_source().filter(|past| {
            let over = self.reference.is_some_and(|reference| past.year_number() < reference.year());
            let same = past.sentence == place.sentence && past.year_told && !(over && looks_ahead);
            // 8月暂停,10月恢复,年底前完成: the end of a list of what is over.
            let list = self.history.last().is_some_and(|last| {
                let month = last.stretch.granularity >= Granularity::Month && last.sentence == place.sentence;
                month && !last.ahead && place.term && self.layout.ahead(place.from, place.to).is_none()
            });
            same || (place.heads && over && (!looks_ahead || list) && self.carried_year(place).is_some())
        });
        let (year, anchor, steps) = if let Some(past) = told {
            (past.year_number(), Anchor::Carried(past.index), vec![Step::Carried(self.words_of(past.index))])
        } else {
            let (reference, steps) = self.counted_from_reference()?;
            // 年底 in January is that of last year, unless the sentence looks ahead.
            let ahead = self.ahead(place).is_some();
            let late = point.edge == Some(Edge::End) || self.scan.has(place.from, "全年");
            let over = late && reference.month() <= 3 && !ahead;
            (reference.year() - i32::from(over), Anchor::Reference, steps)
        };
        let stretch = narrowed(Stretch::years(year, 1, Granularity::Year)?, point)?;
        Some(Dated { anchor, steps, ..Dated::told(stretch) })
    }

    /// 15日: of the month that the text is in, or the latest 15th.
    fn day_of_month(&self, number: u32, place: Place) -> Option<Dated> {
        let of_month = |year: i32, month: i32| Stretch::day(calendar::first_of(year, month)?.with_day(number)?);
        self.likeliest_month(place, &of_month)
    }

    /// 9月, 三季度, 国庆: carried year, or the nearest.
    fn part_of_year(&self, inner: Inner, point: &Point, place: Place) -> Option<Dated> {
        let inside = |year: i32| narrowed(calendar::inside(year, inner)?, point);
        let told = self.last_of_a_stretch(place, &inside).or_else(|| self.moved_to(place, &inside));
        if let Some(dated) = told {
            return Some(dated);
        }
        // 几年前，他来到这座城市。9月，孩子上学: of which year is not told.
        if self.history.is_long_ago(place.paragraph) && self.ahead(place).is_none() {
            return None;
        }
        self.likeliest_year(place, names_festival(inner), &inside)
    }

    /// The expression whose year a part of a year takes over.
    pub(super) fn carried_year(&self, place: Place) -> Option<Past> {
        let past = self.history.year_source().filter(|_| !self.is_of_this_time(place))?;
        let same = past.paragraph == place.paragraph;
        let next = past.paragraph + 1 == place.paragraph && past.opens && place.opens;
        let fine = past.stretch.granularity != Granularity::Year;
        // 十年后的国庆节 is of that year.
        let apart = past.to + 1 != place.from;
        let bare = !fine && apart && (past.attributive || (past.sentence != place.sentence && !past.heads));
        let told = past.year_told || (past.ahead && past.sentence == place.sentence);
        (told && !bare && (same || (next && fine))).then_some(past)
    }

    /// The latest candidate that does not begin after the reference, or, where the sentence looks ahead, the first that
    /// does not end before it. Candidates are asked for by their distance from now.
    pub(super) fn nearest(
        &self,
        reference: NaiveDateTime,
        place: Place,
        candidate: impl Fn(i32) -> Option<Stretch>,
    ) -> Option<(Stretch, Step, bool)> {
        if let Some(word) = self.ahead(place) {
            let next = (-1..=8).find_map(|more| candidate(more).filter(|stretch| stretch.end > reference));
            if let Some(next) = next {
                return Some((next, Step::NextAfter(reference, word.to_owned()), true));
            }
        }
        let back = (0..=8).find_map(|less| candidate(-less).filter(|stretch| stretch.start <= reference));
        Some((back?, Step::LatestBefore(reference), false))
    }

    /// 凌晨3时 without a day: the day that the paragraph is at; else only the time of day is known.
    fn day_of_clock(&self, place: Place) -> Option<Dated> {
        // Into the next paragraph only from a clock time, which it goes on from.
        let near = |past: &Past| {
            let timed = past.stretch.granularity >= Granularity::Part && past.stretch.granularity != Granularity::Range;
            past.paragraph == place.paragraph || (timed && past.paragraph + 1 == place.paragraph)
        };
        if let Some(past) = self.history.day().filter(near) {
            let steps = vec![Step::Carried(self.words_of(past.index))];
            // 晚上…排到凌晨, 夜里船在打转，凌晨3点…: of the next day, unless somebody tells it in between.
            let dawn = ["凌晨", "零时", "零点"].iter().any(|word| self.scan.has(place.from, word));
            let night = past.stretch.start.hour() >= 17 && dawn;
            let to = ["到", "至"].iter().any(|word| self.scan.ends(place.from, word));
            let next = past.paragraph == place.paragraph && past.sentence + 1 == place.sentence;
            let goes_on = (past.sentence == place.sentence && past.clause != place.clause || next) && !past.procedural;
            let over = night && (to || goes_on && !(past.to..place.from).any(|at| self.tells(at)));
            let day = Stretch::day(calendar::moved(past.stretch.start.date(), i64::from(over))?)?;
            let dated = Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(day) };
            return Some(Dated { year_told: past.year_told, ..dated });
        }
        let (reference, steps) = self.counted_from_reference()?;
        let day = Stretch::day(reference.date().and_time(NaiveTime::MIN).date())?;
        Some(Dated { anchor: Anchor::Reference, steps, clock_only: true, ..Dated::told(day) })
    }
}
