//! Dating a day of the month that stands alone: 15日 of the month that the text is in, else the latest.

use chrono::{Datelike, NaiveDateTime};

use super::{
    Dated, Place, Resolver,
    calendar::{self, Stretch},
    history::Past,
};
use crate::timex::value::{Anchor, Granularity, Step};

/// A day of this month that is so near is the coming one.
const SOON: i64 = 7;
const SOON_DAYS: u32 = 7;

/// A day of this month that was so few days ago is the one that is told of.
const FRESH: u32 = 14;

/// A month is of the news while it is so many days away.
const RECENT: i64 = 62;

impl Resolver<'_> {
    /// 15日: of the month that the text is in, or the latest 15th.
    pub(super) fn day_of_month(&self, number: u32, place: Place) -> Option<Dated> {
        let of_month = |year: i32, month: i32| Stretch::day(calendar::first_of(year, month)?.with_day(number)?);
        if !self.reported(place)
            && let Some(past) = self.carried_month(number, place)
            && let Some(stretch) = self.in_month_of(past, number, &of_month)
            && self.reference.is_none_or(|reference| {
                stretch.start <= reference || past.stretch.end > reference || past.ahead || past.year_told
            })
            && !self.is_over(past, stretch, place)
            && !self.goes_back(past, stretch, place)
            && !self.is_due(past, stretch, place)
            && !self.tells_of_now(past, stretch, number, place)
            && !self.is_of_another_plan(past, number, place)
        {
            let steps = vec![Step::Carried(self.words_of(past.index))];
            let dated = Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(stretch) };
            let over = self.reference.is_some_and(|reference| stretch.end <= reference);
            return Some(Dated { year_told: past.year_told, ahead: past.ahead && !over, ..dated });
        }
        let reference = self.reference?;
        if let Some((past, stretch)) = self.in_the_story(number, reference, place, &of_month) {
            let steps = vec![Step::Carried(self.words_of(past.index))];
            return Some(Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(stretch) });
        }
        let month = i32::try_from(reference.month()).ok()?;
        // 20日起 on the 18th is no day of the month before.
        let soon = of_month(reference.year(), month).filter(|soon| {
            let near = soon.start > reference && (soon.start - reference).num_days() < SOON;
            let begins =
                self.scan.at(place.to) == '起' || self.layout.looks_ahead_before(place.from) || self.meant(place);
            // 他买的是18日的车票, on the 17th: a day of a month ago would have its month told.
            let story = self.history.day().is_some_and(|past| past.paragraph == place.paragraph);
            near && (begins || !story && !self.told_act(place)) && !self.reported(place) && !self.past_act(place)
        });
        if let Some(soon) = soon {
            let step = Step::NearestTo(reference);
            let dated = Dated { anchor: Anchor::Reference, steps: vec![step], year_told: false, ..Dated::told(soon) };
            return Some(Dated { ahead: true, ..dated });
        }
        let (stretch, step, ahead) =
            self.nearest(reference, place, 0, |offset| of_month(reference.year(), month.checked_add(offset)?))?;
        Some(Dated { anchor: Anchor::Reference, steps: vec![step], year_told: false, ahead, ..Dated::told(stretch) })
    }

    /// 2031年7月到期的债券收益率较10日扩大: a month to come that only a thing has is not the month of a day.
    fn is_due(&self, past: Past, stretch: Stretch, place: Place) -> bool {
        let due = self.reference.is_some_and(|reference| stretch.start > reference);
        due && past.stretch.granularity == Granularity::Month
            && !past.ahead
            && self.ahead(place).is_none()
            && !self.layout.looks_ahead_before(place.from)
    }

    /// 2008年5月12日，他失去了右腿。8日，他站上领奖台: no story of long ago goes back by itself.
    fn goes_back(&self, past: Past, stretch: Stretch, place: Place) -> bool {
        let old = self.reference.is_some_and(|reference| (reference - past.stretch.end).num_days() > RECENT);
        let day = past.stretch.granularity >= Granularity::Day && past.stretch.granularity != Granularity::Range;
        old && day && past.sentence != place.sentence && stretch.start.date() < past.stretch.start.date()
    }

    /// 新规将于1月1日施行。14日，主管部门召开座谈会: a sentence that looks ahead to nothing tells of the last weeks, and
    /// not of the month that another one looked ahead to.
    fn tells_of_now(&self, past: Past, stretch: Stretch, number: u32, place: Place) -> bool {
        let Some(reference) = self.reference.filter(|reference| stretch.start > *reference) else { return false };
        let looks = self.ahead(place).is_some() || self.scan.at(place.to) == '起';
        let last = reference.day() >= number && reference.day() - number <= FRESH;
        past.sentence != place.sentence && place.heads && !looks && last
    }

    /// 拟从3月1日起推行。⏎他买的是18日的车票: what another paragraph looked ahead to is not the month of a day so near.
    fn is_of_another_plan(&self, past: Past, number: u32, place: Place) -> bool {
        let near = |now: NaiveDateTime| (now.day()..now.day() + SOON_DAYS).contains(&number);
        let apart = past.paragraph != place.paragraph || past.sentence != place.sentence && self.ahead(place).is_some();
        let planned = apart && past.ahead;
        planned && self.reference.is_some_and(|now| past.stretch.start.month() != now.month() && near(now))
    }

    /// A day that would be some weeks old is the one of the story's month, where the story goes on to it.
    fn in_the_story(
        &self,
        number: u32,
        reference: NaiveDateTime,
        place: Place,
        of_month: &dyn Fn(i32, i32) -> Option<Stretch>,
    ) -> Option<(Past, Stretch)> {
        let past = self.history.day().filter(|past| {
            place.paragraph - past.paragraph <= 2 && past.stretch.end <= reference && !self.reported(place)
        })?;
        let stretch = self.in_month_of(past, number, of_month)?;
        let months =
            |offset: i32| of_month(reference.year(), i32::try_from(reference.month()).ok()?.checked_add(offset)?);
        let last = (0..3).find_map(|back| months(-back).filter(|stretch| stretch.start <= reference))?;
        let old = (reference - last.start).num_days() > 10 && self.ahead(place).is_none();
        (old && stretch.start >= past.stretch.start && stretch.start <= reference).then_some((past, stretch))
    }

    /// 有望在10日前后入冬, behind another sentence's 11月24日: a day that is past cannot be looked forward to.
    fn is_over(&self, past: Past, stretch: Stretch, place: Place) -> bool {
        let over = self.reference.is_some_and(|reference| stretch.end <= reference);
        over && past.clause != place.clause && self.ahead(place).is_some()
    }

    /// 记者15日获悉, 北京15日电: the day of the report.
    fn reported(&self, place: Place) -> bool {
        self.scan.at(place.to) == '电' || self.scan.at(place.to) == '讯' || self.scan.ends(place.from, "记者")
    }

    /// 转折出现在5月。11日…, in an article of 3 November: a day that is neither of this month nor of the last two weeks would
    /// have its month told, unless the paragraph told that.
    fn is_stale(&self, number: u32) -> bool {
        self.reference.is_none_or(|reference| {
            let first = reference.day() < number;
            let month = reference.date().with_day(1).and_then(|day| day.checked_sub_months(chrono::Months::new(1)));
            let last = month.and_then(|month| month.with_day(number));
            first && last.is_none_or(|last| (reference.date() - last).num_days() > i64::from(FRESH))
        })
    }

    fn carried_month(&self, number: u32, place: Place) -> Option<Past> {
        // 春节前已签协议。29日,公司回应…: a festival's term is of no month.
        let past = self.history.month().filter(|past| {
            let apart = past.sentence != place.sentence;
            let old = self.reference.is_some_and(|reference| (reference - past.stretch.end).num_days() > RECENT);
            // 截至2022年12月31日，公司负债…。某报2015年5月6日报道…: the day of a sum or of a paper.
            let of_a_thing = old && past.of_a_thing;
            !(apart && (past.term && past.festival || of_a_thing))
        })?;
        let fine = past.stretch.granularity != Granularity::Month;
        let recent = self.reference.is_some_and(|reference| (reference - past.stretch.end).num_days().abs() <= RECENT);
        let told = fine || recent || (self.is_stale(number) && !past.attributive);
        let same = past.paragraph == place.paragraph && (past.sentence == place.sentence || told);
        let next = past.paragraph + 1 == place.paragraph;
        let near = next && ((fine && past.opens && place.opens) || (recent && (fine || place.opens)));
        (same || near).then_some(past)
    }

    fn in_month_of(&self, past: Past, number: u32, of_month: &dyn Fn(i32, i32) -> Option<Stretch>) -> Option<Stretch> {
        let date = past.stretch.start.date();
        let month = i32::try_from(date.month()).ok()?;
        // 10月31日…2日 is in November.
        if past.stretch.granularity >= Granularity::Day && date.day() >= 24 && number + 20 <= date.day() {
            let next = of_month(date.year(), month + 1)?;
            if self.reference.is_none_or(|reference| next.start <= reference) {
                return Some(next);
            }
        }
        of_month(date.year(), month)
    }
}
