//! Dating weekdays: 周三, 上周五, 周末.

use chrono::Datelike;

use super::{
    Dated, Place, Resolver,
    calendar::{self, Stretch},
};
use crate::timex::value::{Anchor, Granularity, Step};

impl Resolver<'_> {
    /// 周三, 上周五, 周末.
    pub(super) fn weekday(&self, weekday: i64, length: u64, week: Option<i32>, place: Place) -> Option<Dated> {
        let (reference, steps) = self.counted_from_reference()?;
        let granularity = if length > 1 { Granularity::Week } else { Granularity::Day };
        let on = |offset: i32| {
            Stretch::days(calendar::moved(calendar::monday(reference.date(), offset)?, weekday)?, length, granularity)
        };
        if let Some(week) = week {
            return Some(Dated { anchor: Anchor::Reference, steps, ..Dated::told(on(week)?) });
        }
        // 12月10日,星期六; 三月三恰逢周四: the weekday of the date right before it.
        let meets = ["恰逢", "适逢", "正逢", "正值", "恰好是", "正好是", "恰为", "是", "为"];
        let between =
            meets.iter().filter(|word| self.scan.ends(place.from, word)).map(|word| word.chars().count()).max();
        if let Some(past) = self.history.day().filter(|past| place.from <= past.to + 1 + between.unwrap_or(0)) {
            let date = past.stretch.start.date();
            if i64::from(date.weekday().num_days_from_monday()) == weekday {
                let steps = vec![Step::FromDate(self.words_of(past.index))];
                let stretch = Stretch::days(date, length, granularity)?;
                return Some(Dated {
                    anchor: Anchor::Discourse(past.index),
                    steps,
                    year_told: past.year_told,
                    ahead: past.ahead,
                    ..Dated::told(stretch)
                });
            }
        }
        // 下周二、周三: in the week of the one before.
        if let Some(past) =
            self.history.day().filter(|past| past.to + 1 == place.from && past.paragraph == place.paragraph)
            && matches!(self.scan.before(place.from), '、' | '和' | '与' | '及')
        {
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let date = calendar::moved(calendar::monday(past.stretch.start.date(), 0)?, weekday)?;
            let stretch = Stretch::days(date, length, granularity)?;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ..Dated::told(stretch) });
        }
        // 本周后期回暖,周末最高20℃: in the week that the sentence is about.
        let this = self.history.period().filter(|past| {
            let week = past.stretch.granularity == Granularity::Week && past.sentence == place.sentence;
            week && past.stretch.end > reference && (past.stretch.end - reference).num_days() < 7
        });
        if let Some(past) = this {
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let date = calendar::moved(calendar::monday(past.stretch.start.date(), 0)?, weekday)?;
            let stretch = Stretch::days(date, length, granularity)?;
            let ahead = stretch.start > reference;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ahead, ..Dated::told(stretch) });
        }
        // 上周先扬后抑,周一到周三上涨: in the week gone by that the sentence is about.
        let gone = self.history.period().filter(|past| {
            let week = past.stretch.granularity == Granularity::Week && past.sentence == place.sentence;
            week && past.stretch.end <= reference
                && (reference - past.stretch.end).num_days() < 7
                && self.ahead(place).is_none()
        });
        if let Some(past) = gone {
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let stretch = Stretch::days(calendar::moved(past.stretch.start.date(), weekday)?, length, granularity)?;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ..Dated::told(stretch) });
        }
        // 展望下周,周四公布数据: in the week to come that the sentence is about.
        let week = self.history.last().filter(|past| {
            let whole = (past.stretch.end - past.stretch.start).num_days() == 7;
            let about = self.scan.one_of(past.to.saturating_sub(4), &["展望", "预告", "看点"]).is_some();
            let meant = about || self.ahead(place).is_some();
            whole && meant && past.sentence == place.sentence && past.stretch.start > reference
        });
        if let Some(past) = week {
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let stretch = Stretch::days(calendar::moved(past.stretch.start.date(), weekday)?, length, granularity)?;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ahead: true, ..Dated::told(stretch) });
        }
        // 明晨停止,周末转好: the first one behind a day to come of the sentence.
        let coming =
            self.history.day().filter(|past| past.sentence == place.sentence && past.stretch.start > reference);
        if let Some(past) = coming {
            let date = past.stretch.start.date();
            let next = calendar::moved(calendar::monday(date, 0)?, weekday)?;
            let next = if next < date { calendar::moved(next, 7)? } else { next };
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let stretch = Stretch::days(next, length, granularity)?;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ahead: true, ..Dated::told(stretch) });
        }
        // 3月2日(周六)开业。周日,…: behind a weekday of long before that the paragraph told, the next one.
        let row = self.history.day().filter(|past| {
            let told = past.paragraph == place.paragraph && self.ahead(place).is_none();
            let old = told && (reference - past.stretch.end).num_days() > 7;
            old && ["周", "星期"].iter().any(|word| self.words_of(past.index).contains(word))
        });
        if let Some(past) = row {
            let date = past.stretch.start.date();
            let next = calendar::moved(calendar::monday(date, 0)?, weekday)?;
            let next = if next < date { calendar::moved(next, 7)? } else { next };
            let steps = vec![Step::FromDate(self.words_of(past.index))];
            let stretch = Stretch::days(next, length, granularity)?;
            return Some(Dated { anchor: Anchor::Discourse(past.index), steps, ..Dated::told(stretch) });
        }
        let (stretch, step, ahead) = self.nearest(reference, place, on)?;
        Some(Dated { anchor: Anchor::Reference, steps: vec![step], year_told: false, ahead, ..Dated::told(stretch) })
    }
}
