//! Dating days that are counted: 昨天, 次日, 当晚, 第三天, 假期第二天; and whether 三天前 counts from the story.

use chrono::{NaiveDate, TimeDelta};

use super::{
    Base, Dated, Place, Resolver,
    amount::FRESH,
    calendar::{self, Stretch},
    history::Past,
};
use crate::timex::{
    expression::{Day, Event, From, Length},
    value::{Anchor, Granularity, Interval, Step, Unit, Value},
    words::{self, Class},
};

/// 第四天 and later: so many days behind the first.
const LATER: i32 = 3;

/// A case is named so many letters before what counts from it.
const SCENE: usize = 120;

impl Resolver<'_> {
    pub(super) fn counted_day(&self, day: Day, place: Place) -> Option<Dated> {
        let (base, offset, anchor, steps) = match day {
            Day::Reference(offset) => {
                let (base, anchor, steps) = match self.filed {
                    Some(past) => self.counted_from_past(past),
                    None => self.now(place, Granularity::Day)?,
                };
                (base, offset, anchor, steps)
            }
            Day::Same(offset) => {
                // 7月31日,也就是事发第四天: the same day.
                let again = ["也就是", "即"].iter().find(|word| self.scan.ends(place.from, word));
                let same = again.and_then(|word| {
                    self.history.day().filter(|past| past.to + word.chars().count() + 1 >= place.from)
                });
                if let Some(past) = same {
                    let (start, anchor, steps) = self.counted_from_past(past);
                    return Some(Dated { anchor, steps, ..Dated::told(Stretch::day(start.date())?) });
                }
                // 假期第二天: its first day is that of the festival.
                if ["假期", "长假"].iter().any(|word| self.scan.ends(place.from, word)) {
                    let holiday = self.history.holiday().filter(|past| place.paragraph - past.paragraph <= 2)?;
                    let (start, anchor, steps) = self.counted_from_past(holiday);
                    let date = calendar::moved(start.date(), offset.into())?;
                    return Some(Dated { anchor, steps, ..Dated::told(Stretch::day(date)?) });
                }
                if let Some((date, from)) = self.first_of_a_row(offset, place) {
                    let steps = vec![Step::FromDate(self.words_of(from))];
                    let stretch = Stretch::day(calendar::moved(date, offset.into())?)?;
                    return Some(Dated { anchor: Anchor::Discourse(from), steps, ..Dated::told(stretch) });
                }
                let past = self.base.or(|| self.told_day(place))?;
                // 第四天 of what the text told of long before, or with other days between, is no certain day.
                let later = offset >= LATER && matches!(self.base, Base::Last);
                if later && place.heads && !self.history.opens_with(past, place.paragraph) {
                    return None;
                }
                let (start, anchor, steps) = self.counted_from_past(past);
                // 次日 of a range counts from its last day.
                let last = past.stretch.end.checked_sub_signed(TimeDelta::try_seconds(1)?)?;
                let ranged = past.stretch.granularity == Granularity::Range && offset > 0;
                (if ranged { last } else { start }, offset, anchor, steps)
            }
            _ => return None,
        };
        let date = calendar::moved(base.date(), offset.into())?;
        Some(Dated { anchor, steps, ..Dated::told(Stretch::day(date)?) })
    }

    /// 开幕。第二天…。第三天…: a row of days counts from the same first one.
    fn first_of_a_row(&self, offset: i32, place: Place) -> Option<(NaiveDate, usize)> {
        let last = self.history.day().filter(|past| past.paragraph == place.paragraph)?;
        let before = self.out.get(last.index)?;
        let Anchor::Discourse(from) = before.anchor else { return None };
        let row = self.scan.at(place.from) == '第' && self.words_of(last.index).starts_with('第');
        let Value::Interval(Interval { start: Some(start), .. }) = self.out.get(from)?.value else { return None };
        let told = (last.stretch.start.date() - start.date()).num_days();
        (row && matches!(self.base, Base::Last) && told < offset.into()).then_some((start.date(), from))
    }

    /// The day that 当天, 次日 count from: the last one. A day that another sentence looked ahead to is passed over where
    /// this one does not look ahead: 8日，剧团宣布将于12日加演；网站翌日瘫痪…
    fn told_day(&self, place: Place) -> Option<Past> {
        let last = self.history.day()?;
        if let Some(scene) = self.scene_named(last, place) {
            return Some(scene);
        }
        let apart = last.sentence != place.sentence || (last.to..place.from).any(|at| self.scan.at(at) == ';');
        let planned = last.to_come && apart && self.ahead(place).is_none();
        if planned { self.history.day_behind().or(Some(last)) } else { Some(last) }
    }

    /// 事故发生后，救援人员赶到。当晚，…: the day of the case that the paragraph has come back to since its last time.
    fn scene_named(&self, last: Past, place: Place) -> Option<Past> {
        let from = last.to.max(place.from.saturating_sub(SCENE));
        let here = (from..place.from).rev().take_while(|at| self.scan.at(*at) != '\n');
        let word = here.into_iter().find_map(|at| {
            let word = words::of(self.scan, at, Class::Event).filter(|word| word.first == 0 && word.second == 0)?;
            let behind = self.scan.one_of(at + word.length, &["后", "之后", "以后", "时"])?;
            matches!(self.scan.at(at + word.length + behind), ',').then_some(word)
        })?;
        self.history.event(Event::of(&word), place.sentence).filter(|scene| scene.index != last.index)
    }

    /// 8日去世。两天前,她还…: days and weeks at the head of their clause count back from a day that is told right before.
    pub(super) fn counted_back_from(&self, length: Length, place: Place) -> From {
        let near = self.history.day().filter(|past| {
            let over = self.reference.is_some_and(|reference| past.stretch.end <= reference);
            let day = past.stretch.granularity >= Granularity::Day && past.stretch.granularity != Granularity::Range;
            // Not from a day of weeks ago that another sentence told.
            let fresh = self.reference.is_some_and(|reference| (reference - past.stretch.end).num_days() <= FRESH);
            let close = past.paragraph == place.paragraph
                && (past.sentence == place.sentence || (fresh && place.sentence - past.sentence == 1));
            over && day && close && past.root && !past.attributive
        });
        let days = matches!(length.unit, Unit::Day | Unit::Week) && !length.number.vague;
        if (days && place.heads && near.is_some()) || self.tells_back(length, place) {
            From::Discourse
        } else {
            From::Reference
        }
    }

    /// 2011年8月25日,出纳因在一年前私刻印章被起诉: within the sentence of a day of another year, 在一年前 counts from that.
    fn tells_back(&self, length: Length, place: Place) -> bool {
        let long = matches!(length.unit, Unit::Year | Unit::Month) && !length.number.vague;
        let led = ["在", "于", "因", "早", "称", "说"].iter().any(|word| self.scan.ends(place.from, word));
        let told = self.history.last().filter(|past| {
            let day = past.stretch.granularity >= Granularity::Day && past.stretch.granularity != Granularity::Range;
            day && past.sentence == place.sentence && past.year_told && !past.of_now && !past.attributive
        });
        long && led && told.is_some_and(|past| self.reference.is_some_and(|reference| past.stretch.end <= reference))
    }
}
