//! Dating what counts by a length: 三天前, 近三年, 三年内; and lengths as values.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::{
    Dated, Place, Resolver,
    calendar::{self, Stretch},
    interval,
};
use crate::timex::{
    expression::{Day, From, Length, Open, Point},
    number,
    value::{Amount, Anchor, Granularity, Kind, Step, Unit, Vague, Value},
};

/// How many days before the publication a day lies from which 两天前 of the next sentence counts.
pub(super) const FRESH: i64 = 14;

type Resolved = (Kind, Value, Option<Dated>);

/// A length as a value.
#[allow(clippy::cast_precision_loss, reason = "counts of a text are far below 2^52")]
pub(super) fn of(length: Length) -> Amount {
    let number = length.number;
    let scale = length.scale as f64;
    let unit = seconds(length.unit) as f64;
    // 1年8个月 are 20 months, 1小时20分 80 minutes.
    if let Some((smaller, each)) = smaller(length) {
        let count = (number.value * seconds(length.unit) + length.rest) / each;
        return Amount { least: Some(count as f64), most: None, unit: smaller, approx: length.approx };
    }
    let rest = length.rest as f64 / unit + if number.half { 0.5 } else { 0.0 };
    let least = (number.value as f64 + number.thousandths as f64 / 1000.0 + rest) * scale;
    Amount {
        least: Some(least),
        most: number.most.map(|most| most as f64 * scale).filter(|most| *most > least),
        unit: length.unit,
        approx: length.approx || number.vague,
    }
}

/// The unit in which a length with a rest is a whole number.
fn smaller(length: Length) -> Option<(Unit, i64)> {
    let units = match length.unit {
        Unit::Year => [Unit::Month, Unit::Day],
        Unit::Hour => [Unit::Minute, Unit::Second],
        Unit::Minute => [Unit::Second, Unit::Second],
        Unit::Month | Unit::Week => [Unit::Day, Unit::Day],
        _ => [Unit::Hour, Unit::Hour],
    };
    let whole = |unit: Unit| length.rest % seconds(unit) == 0;
    let unit = units.into_iter().find(|unit| whole(*unit)).filter(|_| length.rest > 0)?;
    Some((unit, seconds(unit)))
}

/// About how many seconds a unit has.
fn seconds(unit: Unit) -> i64 {
    match unit {
        Unit::Second => 1,
        Unit::Minute => 60,
        Unit::Hour => 3600,
        Unit::Day => 86_400,
        Unit::Week => 604_800,
        Unit::Month => 2_629_746,
        Unit::Quarter => 7_889_238,
        Unit::Year => 31_556_952,
    }
}

/// A time moved by some units, forward or back; months and years keep the day or take the month's last.
fn moved(time: NaiveDateTime, count: i64, half: bool, unit: Unit, sign: i64) -> Option<NaiveDateTime> {
    let months = |count: i64| -> Option<NaiveDateTime> {
        let date = time.date();
        let total =
            i64::from(date.year()).checked_mul(12)?.checked_add(i64::from(date.month0()))?.checked_add(count)?;
        let month = i32::try_from(total.rem_euclid(12)).ok()? + 1;
        let first = calendar::first_of(i32::try_from(total.div_euclid(12)).ok()?, month)?;
        let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?.day();
        Some(first.with_day(date.day().min(last))?.and_time(time.time()))
    };
    let halves = i64::from(half) * sign;
    let count = count.checked_mul(sign)?;
    match unit {
        Unit::Year => months(count.checked_mul(12)?.checked_add(6 * halves)?),
        Unit::Quarter => months(count.checked_mul(3)?),
        Unit::Month => months(count)?.checked_add_signed(TimeDelta::try_days(15 * halves)?),
        _ => {
            let each = seconds(unit);
            let total = count.checked_mul(each)?.checked_add(each / 2 * halves)?;
            time.checked_add_signed(TimeDelta::try_seconds(total)?)
        }
    }
}

fn granularity(unit: Unit) -> Granularity {
    match unit {
        Unit::Second => Granularity::Second,
        Unit::Minute | Unit::Hour => Granularity::Minute,
        Unit::Day => Granularity::Day,
        Unit::Week => Granularity::Week,
        Unit::Month => Granularity::Month,
        Unit::Quarter => Granularity::Quarter,
        Unit::Year => Granularity::Year,
    }
}

/// The unit of the calendar around a time.
fn around(time: NaiveDateTime, unit: Unit) -> Option<Stretch> {
    let (year, month) = (time.year(), i32::try_from(time.month()).ok()?);
    match unit {
        Unit::Year => Stretch::years(year, 1, Granularity::Year),
        Unit::Quarter => Stretch::months(year, (month - 1) / 3 * 3 + 1, 3, Granularity::Quarter),
        Unit::Month => Stretch::months(year, month, 1, Granularity::Month),
        // The days around it: a week ago is no calendar week.
        Unit::Week => Stretch::days(calendar::moved(time.date(), -3)?, 7, Granularity::Week),
        Unit::Day => Stretch::day(time.date()),
        Unit::Hour | Unit::Minute => {
            Some(Stretch::new(time, time.checked_add_signed(TimeDelta::try_minutes(1)?)?, Granularity::Minute))
        }
        Unit::Second => {
            Some(Stretch::new(time, time.checked_add_signed(TimeDelta::try_seconds(1)?)?, Granularity::Second))
        }
    }
}

/// Where the unit of the calendar around a time begins, or the next one.
fn unit_around(time: NaiveDateTime, unit: Unit, next: bool) -> Option<NaiveDateTime> {
    let stretch = match unit {
        Unit::Week => Stretch::week(time.date(), 0)?,
        _ => around(time, unit)?,
    };
    Some(if next { stretch.end } else { stretch.start })
}

impl Resolver<'_> {
    /// What a length counts from: the reference, or the last date of the text.
    fn counted_from(
        &self,
        length: Length,
        from: From,
        place: Place,
        ahead: bool,
    ) -> Option<(NaiveDateTime, Anchor, Vec<Step>)> {
        let reference = || {
            let (reference, steps) = self.counted_from_reference()?;
            Some((reference, Anchor::Reference, steps))
        };
        let last = self.history.last();
        let short = matches!(length.unit, Unit::Day | Unit::Week);
        match from {
            From::Reference | From::Unit => reference(),
            From::Discourse => {
                // 随后两个交易日 behind a plan counts from what was before it.
                let here = last.filter(|past| past.sentence == place.sentence);
                let passed = last.filter(|past| !past.ahead || self.ahead(place).is_some());
                let past = self.base.or(|| passed.or_else(|| self.history.day_behind()).or(here))?;
                let (start, anchor, steps) = self.counted_from_past(past);
                Some((if ahead { start.max(last_day(past.stretch)) } else { start }, anchor, steps))
            }
            From::Either => {
                let looks_ahead = self.ahead(place).is_some();
                // 两天后, at the head of its clause; 在解除封锁约半年后 counts from an event.
                let pronoun = matches!(self.scan.before(place.from), '他' | '她' | '它' | '我' | '们');
                // 宣布三个月后辞职.
                let tells = ["宣布", "决定", "同意", "承诺"].iter().any(|word| self.scan.ends(place.from, word));
                let heads = place.heads || pronoun || tells;
                // 7日宣布2010年的奖项;委员会一天后…: days count from the day of the sentence.
                let day = self.history.day().filter(|past| {
                    matches!(length.unit, Unit::Day | Unit::Week)
                        && past.sentence == place.sentence
                        && !past.attributive
                });
                // 13日公开,承诺1月底前公布结果。三天后,…: no days count from a term of another sentence.
                let due = last.is_some_and(|past| past.term && past.sentence != place.sentence);
                let told = self.history.day().filter(|past| due && short && past.paragraph == place.paragraph);
                let last = day.or(told).or_else(|| self.history.last_or_era());
                // 20日表示…,一天后国家将…: within the sentence of a day it counts from that, whatever looks ahead.
                let near = last.filter(|past| {
                    let told = past.sentence == place.sentence && past.stretch.granularity >= Granularity::Day;
                    let short = told
                        && past.stretch.granularity != Granularity::Range
                        && match length.unit {
                            Unit::Day | Unit::Week => true,
                            // 18时50分起火,塔尖一小时后倒下.
                            Unit::Hour | Unit::Minute => past.stretch.granularity >= Granularity::Hour,
                            _ => false,
                        };
                    // 比赛第12分钟首开纪录,25分钟后…: minutes count from no evening.
                    let fine = length.unit > Unit::Minute || past.stretch.granularity >= Granularity::Hour;
                    fine && (heads || short) && place.paragraph - past.paragraph <= 2 && (!looks_ahead || told)
                });
                // 3日落水,潜水组40分钟后将人救起: from something on that day.
                let within =
                    last.filter(|past| past.sentence == place.sentence && past.stretch.granularity == Granularity::Day);
                if !heads && length.unit < Unit::Day && within.is_some() {
                    return None;
                }
                match near {
                    Some(past) => Some(self.counted_from_past(past)),
                    // 三天后 by itself.
                    None if looks_ahead
                        || (heads && last.is_none() && (place.whole || self.scan.at(place.to) == '的')) =>
                    {
                        reference()
                    }
                    None => None,
                }
            }
        }
    }

    /// 三天前, 两年后.
    pub(super) fn away(&self, length: Length, ahead: bool, from: From, place: Place) -> Resolved {
        let kind = if length.unit < Unit::Day { Kind::DateTime } else { Kind::Date };
        // 10日前将发出: the term, and no ten days ago.
        let days =
            !ahead && self.scan.at(place.to - 2) == '日' && length.number.digits > 0 && length.number.most.is_none();
        if days && self.ahead(place).is_some() {
            let day = u32::try_from(length.number.value).ok().map(Day::Number);
            return self.one(&Point { day, open: Some(Open::Before), ..Point::default() }, place);
        }
        // 数月后 stays vague: before the publication, unless the sentence looks ahead.
        if ahead && length.number.some() {
            let future = self.ahead(place).is_some();
            return (kind, Value::Vague(if future { Vague::Future } else { Vague::Past }), None);
        }
        let Some(dated) = self.away_dated(length, ahead, from, place) else {
            return (kind, Value::Unresolved, None);
        };
        (kind, Value::Interval(interval(&dated, &Point::default())), Some(dated))
    }

    fn away_dated(&self, length: Length, ahead: bool, from: From, place: Place) -> Option<Dated> {
        let from = if from == From::Reference && !ahead { self.counted_back_from(length, place) } else { from };
        let (base, anchor, steps) = self.counted_from(length, from, place, false)?;
        let sign = if ahead { 1 } else { -1 };
        // 13年后 behind a past date ends in the past; what would lie after the reference is not told.
        let planned = self.history.last().is_some_and(|past| past.ahead);
        let planned = planned || self.ahead(place).is_some() || self.scan.at(place.to) == '的';
        // 昨天签字,一个月后生效: what is told of these days may be still to come.
        let fresh = self.reference.is_some_and(|reference| (reference - base).num_days().abs() <= FRESH);
        let unseen = ahead && matches!(anchor, Anchor::Discourse(_)) && from == From::Either && !planned && !fresh;
        // 18日报警;6小时后落网: not told from when on that day.
        let day = self.history.last().filter(|past| {
            matches!(anchor, Anchor::Discourse(_))
                && length.unit < Unit::Day
                && past.stretch.granularity == Granularity::Day
        });
        if day.is_some() && ahead && length.number.value.saturating_mul(seconds(length.unit)) < seconds(Unit::Day) {
            let stretch = Stretch { approx: true, ..Stretch::day(base.date())? };
            return Some(self.lying(Dated { anchor, steps, ahead, ..Dated::told(stretch) }));
        }
        let number = length.number;
        let near = moved_by(base, length, number.value, sign)?;
        let approx = length.approx || length.working || number.most.is_some() || length.unit >= Unit::Week;
        let unit = if number.half && length.unit == Unit::Year {
            Unit::Month
        } else if number.half && length.unit == Unit::Month {
            Unit::Day
        } else {
            length.unit
        };
        let mut stretch = around(near, unit)?;
        if let Some(most) = number.most {
            let far = around(moved_by(base, length, most, sign)?, unit)?;
            let (start, end) = (stretch.start.min(far.start), stretch.end.max(far.end));
            stretch = Stretch { start, end, granularity: Granularity::Range, ..stretch };
        } else {
            stretch.granularity = granularity(unit);
        }
        // 十个半月后 is about the half month around it.
        if number.half && length.unit == Unit::Month {
            let by = |days: i64| Some(calendar::moved(near.date(), days)?.and_time(NaiveTime::MIN));
            stretch = Stretch::new(by(-15)?, by(15)?, Granularity::Month);
        }
        stretch.approx = approx;
        if unseen && self.reference.is_some_and(|reference| stretch.start > reference) {
            return None;
        }
        Some(self.lying(Dated { anchor, steps, ahead, ..Dated::told(stretch) }))
    }

    /// What counts forward to a day that is over looks ahead to nothing: 10月6日出访;三天后,双方会谈.
    fn lying(&self, dated: Dated) -> Dated {
        let over = self.reference.is_some_and(|reference| dated.stretch.end <= reference);
        Dated { ahead: dated.ahead && !over, ..dated }
    }

    /// Whether no sentence ends between a byte of the text and a place.
    fn same_sentence(&self, byte: usize, place: Place) -> bool {
        let start = self.scan.bytes(place.from, place.to).start;
        self.text.get(byte..start).is_some_and(|between| between.len() < 90 && !between.contains(['。', '\n']))
    }

    /// 近三年, 未来两周, 此后三天.
    pub(super) fn beside(&self, length: Length, ahead: bool, from: From, place: Place) -> Resolved {
        // 期限为20年,前三年只还利息: a part of the length before it.
        let part = from == From::Unit
            && !ahead
            && matches!(self.out.last().map(|last| &last.value), Some(Value::Duration(last)) if last.unit == length.unit);
        if part && self.out.last().is_some_and(|last| self.same_sentence(last.span.end, place)) {
            return (Kind::Duration, Value::Duration(of(length)), None);
        }
        let Some(dated) = self.beside_dated(length, ahead, from, place) else {
            return (Kind::Range, Value::Unresolved, None);
        };
        (Kind::Range, Value::Interval(interval(&dated, &Point::default())), Some(Dated { clock_only: true, ..dated }))
    }

    fn beside_dated(&self, length: Length, ahead: bool, from: From, place: Place) -> Option<Dated> {
        // 此前三个交易日 before any date.
        let alone = from == From::Either && !ahead && self.history.last().is_none();
        let from = if alone { From::Reference } else { from };
        let (base, anchor, steps) = self.counted_from(length, from, place, true)?;
        let count = length.number.most.unwrap_or(length.number.value);
        // 此后三天 begin when the day is over, 接下来的两年 when the year is.
        let base = match self.history.last() {
            Some(past) if ahead && matches!(anchor, Anchor::Discourse(_)) && length.unit >= Unit::Day => {
                // A part of a day or a clock time: the days behind it begin at midnight.
                let end = past.stretch.end;
                let midnight = end.date().and_time(NaiveTime::MIN);
                if end == midnight { end } else { calendar::moved(end.date(), 1)?.and_time(NaiveTime::MIN) }
            }
            _ => base,
        };
        let whole = from == From::Unit && length.unit >= Unit::Day;
        let base = if whole { unit_around(base, length.unit, ahead)? } else { base };
        let other = moved_by(base, length, count, if ahead { 1 } else { -1 })?;
        // 近三年 begin with a day, 一天半以来 at an hour.
        let fine = length.unit < Unit::Day || (length.unit == Unit::Day && length.number.half);
        let days = !fine && !ahead && from == From::Reference;
        let other = if days { other.date().and_time(NaiveTime::MIN) } else { other };
        let (start, end) = if ahead { (base, other) } else { (other, base) };
        let approx = length.unit > Unit::Hour && !whole;
        let stretch = Stretch { approx, ..Stretch::new(start, end, Granularity::Range) };
        Some(Dated { anchor, steps, year_told: true, ahead, ..Dated::told(stretch) })
    }

    /// 三年内: forward from the reference; about an act that is past, a length.
    pub(super) fn within(&self, length: Length, place: Place) -> Resolved {
        let past = self.past_act(place);
        // 一个月内五次预警: how often.
        let often = number::count(self.scan, place.to)
            .is_some_and(|(_, length)| matches!(self.scan.at(place.to + length), '次' | '度' | '起'));
        let counted =
            often || matches!(self.scan.before(place.from), '后' | '起' | '续' | '每' | '任' | '到' | '至' | '为');
        let ahead = self.ahead(place).is_some();
        // 30分钟内赶到现场 tells how fast; only longer terms run forward by themselves.
        let alone = matches!(self.scan.at(place.to), ',' | '。' | '\n');
        // 8月20日上线,三天内突破千万份: it ran from then.
        let told = self.history.last().is_some_and(|past| {
            past.sentence == place.sentence && self.reference.is_some_and(|reference| past.stretch.end <= reference)
        });
        let words = ["须在", "需在", "必须在", "要求", "要求在", "责令", "责令其", "要求其", "限其", "承诺", "承诺在"];
        let required = words.iter().any(|word| self.scan.ends(place.from, word)) && !past;
        let past = past || (told && !ahead);
        if required && self.reference.is_some() {
            return self.beside(length, true, if told { From::Discourse } else { From::Reference }, place);
        }
        let runs = ahead || (place.heads && (alone || length.unit >= Unit::Day));
        if past || counted || !runs || self.reference.is_none() {
            return (Kind::Duration, Value::Duration(of(length)), None);
        }
        self.beside(length, true, From::Reference, place)
    }

    /// Whether the clause tells of something done: 三年内翻了一番.
    pub(super) fn past_act(&self, place: Place) -> bool {
        // 9月前,公司已停产: the clause behind the comma is what it is said of.
        let from = if self.scan.at(place.to) == ',' { place.to + 1 } else { place.to };
        (from..from + 40)
            .take_while(|at| !matches!(self.scan.at(*at), ',' | '。' | ';' | '\n'))
            // 通过平台登记, 超过三成
            .any(|at| match self.scan.at(at) {
                '过' => !matches!(self.scan.before(at), '通' | '经' | '超' | '不'),
                letter => matches!(letter, '了' | '已' | '曾'),
            })
    }
}

fn last_day(stretch: Stretch) -> NaiveDateTime {
    TimeDelta::try_seconds(1).and_then(|second| stretch.end.checked_sub_signed(second)).unwrap_or(stretch.start)
}

/// A day moved by working days.
fn worked(date: NaiveDate, count: i64, sign: i64) -> Option<NaiveDate> {
    let weekday = i64::from(date.weekday().num_days_from_monday());
    // The working days of its week that lie behind it on the way.
    let done = if sign > 0 { weekday.min(4) } else { (4 - weekday).max(-1) };
    let first = calendar::moved(date, if sign > 0 { done - weekday } else { 4 - done - weekday })?;
    let total = done.checked_add(count)?;
    calendar::moved(first, sign * (total.div_euclid(5) * 7 + total.rem_euclid(5) - done))
}

fn moved_by(base: NaiveDateTime, length: Length, count: i64, sign: i64) -> Option<NaiveDateTime> {
    if length.working {
        return Some(worked(base.date(), count, sign)?.and_time(base.time()));
    }
    // Half a century is 50 of its years.
    let whole = count.checked_mul(length.scale)?.checked_add(i64::from(length.number.half) * (length.scale / 2))?;
    let time = moved(base, whole, length.number.half && length.scale == 1, length.unit, sign)?;
    let part = length.number.thousandths.checked_mul(seconds(length.unit))? / 1000 * sign;
    let time = time.checked_add_signed(TimeDelta::try_seconds(part)?)?;
    time.checked_add_signed(TimeDelta::try_seconds(length.rest.checked_mul(sign)?)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_leave_out_weekends() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 11, day).unwrap();
        // The 12th is a Wednesday, the 15th a Saturday.
        let cases = [
            (12, 2, 1, 14),
            (12, 3, 1, 17),
            (12, 5, 1, 19),
            (15, 1, 1, 17),
            (12, 3, -1, 7),
            (17, 1, -1, 14),
            (16, 1, -1, 14),
        ];
        for (from, count, sign, to) in cases {
            assert_eq!(worked(day(from), count, sign), Some(day(to)), "{from} {count} {sign}");
        }
    }
}
