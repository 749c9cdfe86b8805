//! Dating a time that leaves out its year or month: 9月, 12月1日, 15日, 国庆.
//!
//! A reader takes the one that is nearest to where the text is: to a time that the story has told, or to the
//! publication. Every candidate has a price for either, in doublings of the distance in days, and what makes it unlikely
//! adds to that (`data/timex/prices.tsv`); the cheapest is taken.

use chrono::{Datelike as _, NaiveDateTime, TimeDelta};

use super::{Dated, Place, Resolver, calendar::Stretch, history::Past};
use crate::timex::{
    value::{Anchor, Granularity, Step},
    words::price,
};

/// Candidates for the news lie so many years or months ahead of the publication, and so many before it: eight years for a
/// 29 February.
const AROUND: std::ops::RangeInclusive<i32> = -8..=2;

/// Of those that are over, so many are the nearest.
const BEHIND: usize = 2;

/// So soon a story goes over into the next year.
const SOON: i64 = 62;

/// So many letters behind a time are looked at for words that tell.
const TOLD: usize = 60;

/// A longer range is of several months.
const MONTH: i64 = 31;

/// So soon a bare day goes over into the next month: 31日…2日.
const DAYS: i64 = 10;

/// How a time's words look at it.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each answers one question about the words")]
struct Look<'w> {
    /// The word by which its clause looks ahead.
    ahead: Option<&'w str>,
    /// Whether its sentence looks ahead, or the time is where something begins (9月1日起).
    led: bool,
    /// Whether what is said behind it is done or told.
    done: bool,
    /// Whether it is a day that leaves out its month.
    bare: bool,
    /// Whether it is a festival.
    festival: bool,
    /// Whether the word right before it looks ahead.
    directly: bool,
}

/// The cheapest so far, and what of the story it is near to; `None`: the publication.
type Cheapest = Option<(f64, Stretch, Option<Past>)>;

impl Resolver<'_> {
    /// The likeliest of what `inside` gives for years.
    pub(super) fn likeliest_year(
        &self,
        place: Place,
        festival: bool,
        inside: &dyn Fn(i32) -> Option<Stretch>,
    ) -> Option<Dated> {
        let told = self.told(place);
        let of_story = told.iter().flat_map(|past| [past.year_number(), past.year_number() + 1]).filter_map(inside);
        let around = self.around(&|now, by| inside(now.year() + by));
        let look = Look { festival, ..self.look(place) };
        self.likeliest(place, look, &told, around.into_iter().chain(of_story))
    }

    /// The likeliest of what `inside` gives for months of years, which may lie outside 1–12.
    pub(super) fn likeliest_month(&self, place: Place, inside: &dyn Fn(i32, i32) -> Option<Stretch>) -> Option<Dated> {
        let mut told = self.told(place);
        // A year tells nothing of the month, and a festival only where its days are told: 清明假期为3日至5日.
        told.retain(|past| !is_coarse(past.stretch) && (!past.festival || past.sentence == place.sentence));
        let month = |moment: NaiveDateTime, by: i32| inside(moment.year(), moment.month().cast_signed() + by);
        let around = self.around(&month);
        let of_story = told.iter().flat_map(|past| (0..=1).filter_map(|by| month(past.stretch.start, by)));
        let look = Look { bare: true, ..self.look(place) };
        self.likeliest(place, look, &told, around.into_iter().chain(of_story))
    }

    /// The candidates around the publication, by their distance from it.
    fn around(&self, candidate: &dyn Fn(NaiveDateTime, i32) -> Option<Stretch>) -> Vec<Stretch> {
        let Some(now) = self.reference else { return Vec::new() };
        let mut behind = 0;
        let near = |stretch: &Stretch| {
            behind += usize::from(stretch.start <= now);
            behind <= BEHIND
        };
        let mut around: Vec<_> = AROUND.rev().filter_map(|by| candidate(now, by)).take_while(near).collect();
        // Of two that are as likely the earlier one counts.
        around.reverse();
        around
    }

    fn look(&self, place: Place) -> Look<'_> {
        let ahead = self.ahead(place);
        let begins = self.scan.at(place.to) == '起' || self.scan.before(place.to) == '起';
        let meant = self.meant(place);
        let led = begins || ahead.is_some() || self.layout.looks_ahead_before(place.from) || meant;
        // 原定5月启用: what was meant to be is mostly over.
        let ahead = ahead.filter(|_| !meant);
        let directly = self.directly_ahead(place);
        Look { ahead, led, done: self.told_act(place), bare: false, festival: false, directly }
    }

    /// What the story has told that a time may be near to; nothing where it is the day of the report.
    fn told(&self, place: Place) -> Vec<Past> {
        if self.is_report(place) {
            return Vec::new();
        }
        let history = &self.history;
        // 灌装日期为2024年3月6日和4月19日: a list goes on behind what else nothing counts from.
        let listed = matches!(self.scan.before(place.from), '和' | '、' | '与' | '及');
        let mut told: Vec<Past> = history.aside(place.from).filter(|_| listed).into_iter().collect();
        for past in [history.last(), history.day(), history.month(), history.year_source()].into_iter().flatten() {
            if told.iter().all(|known| known.index != past.index) {
                told.push(past);
            }
        }
        told
    }

    /// 记者15日获悉, 北京15日电, 本次5月28日开幕: of the news, whatever the story has told.
    fn is_report(&self, place: Place) -> bool {
        matches!(self.scan.at(place.to), '电' | '讯')
            || self.scan.ends(place.from, "记者")
            || self.is_of_this_time(place)
    }

    fn likeliest(
        &self,
        place: Place,
        look: Look<'_>,
        told: &[Past],
        candidates: impl Iterator<Item = Stretch>,
    ) -> Option<Dated> {
        let mut best: Cheapest = None;
        let mut offer = |price: f64, stretch: Stretch, past: Option<Past>| {
            if best.is_none_or(|(cheapest, ..)| price < cheapest) {
                best = Some((price, stretch, past));
            }
        };
        let here = told.iter().any(|past| {
            let day = past.stretch.granularity >= Granularity::Day && !is_coarse(past.stretch);
            let behind = self.reference.is_some_and(|now| past.stretch.start <= now);
            day && behind && past.paragraph == place.paragraph
        });
        let away = if here { price::AWAY } else { 0.0 };
        for stretch in candidates {
            let whole = lasting(stretch, place.lasts);
            if let Some(now) = self.reference {
                offer(of_news(now, whole, look) + away, stretch, None);
            }
            for past in told {
                let newer = |other: &Past| {
                    let other_year = other.year_number() != past.year_number() && !other.attributive;
                    // A year that is told in between takes a month or a quarter with it, and no day.
                    let year = other_year && (is_long(whole) || !is_coarse(other.stretch));
                    other.index > past.index && (other.paragraph > past.paragraph || year)
                };
                let superseded = if told.iter().any(newer) { price::SUPERSEDED } else { 0.0 };
                if let Some(price) = self.of_story(*past, place, whole, look) {
                    offer(price + superseded, stretch, Some(*past));
                }
            }
            if let Some(past) = self.history.planned(stretch) {
                offer(price::AGAIN, stretch, Some(past));
            }
        }
        let (_, stretch, past) = best?;
        Some(self.counted_as(stretch, past, look))
    }

    /// A candidate as one of the story or of the news, and why.
    fn counted_as(&self, stretch: Stretch, past: Option<Past>, look: Look<'_>) -> Dated {
        let ahead = self.reference.is_some_and(|now| stretch.start > now);
        if let Some(past) = past {
            let steps = vec![Step::Carried(self.words_of(past.index))];
            let dated = Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(stretch) };
            return Dated { year_told: past.year_told, ahead, ..dated };
        }
        let step = self.reference.map(|now| match look.ahead {
            Some(word) if ahead => Step::NextAfter(now, word.to_owned()),
            _ if ahead => Step::NearestTo(now),
            _ => Step::LatestBefore(now),
        });
        let dated = Dated { anchor: Anchor::Reference, steps: step.into_iter().collect(), ..Dated::told(stretch) };
        Dated { year_told: false, ahead, ..dated }
    }

    /// The price of a candidate as a time that the story has come to; `None` where it lies outside of a year that was
    /// told, or too far from that.
    fn of_story(&self, past: Past, place: Place, stretch: Stretch, look: Look<'_>) -> Option<f64> {
        let near = Near {
            past,
            stretch,
            bare: look.bare,
            held: past.stretch.start <= stretch.start && stretch.start < past.stretch.end,
            same: past.sentence == place.sentence,
            paragraphs: place.paragraph - past.paragraph,
            opens: place.opens,
            days: apart(past.stretch, stretch),
        };
        // 17年后的2月1日: of that year and no other.
        if near.held && past.to + 1 == place.from && past.attributive {
            return Some(0.0);
        }
        let apart = match near.paragraphs {
            0 => 0.0,
            1 if near.is_listed() => 0.0,
            1 if near.opens_in_month() => price::PARAGRAPH_BEFORE + price::OPENING,
            1 if near.opens && near.days > 0 => price::PARAGRAPH_BEFORE + price::GOING_ON,
            _ => price::PARAGRAPH_BEFORE,
        };
        Some(near.distance()? + apart + self.against(near, place, look))
    }

    /// What else speaks against a candidate as one of the story.
    fn against(&self, near: Near, place: Place, look: Look<'_>) -> f64 {
        let Near { past, stretch, same, .. } = near;
        let now = self.reference;
        let to_come = now.is_some_and(|now| stretch.start.date() > now.date());
        let over = now.is_some_and(|now| stretch.end <= now);
        let goes_on = now.is_some_and(|now| past.stretch.start <= now && now < past.stretch.end);
        let unled = to_come && !look.led && !past.ahead && !goes_on;
        let long = unled && is_long(stretch);
        let month = past.stretch.granularity == Granularity::Month;
        let looks_past = over && past.clause != place.clause && look.directly;
        let told_then = looks_past && near.paragraphs == 0 && (past.to..place.from).take(TOLD).any(|at| self.tells(at));
        let added = [
            (unled, price::FAR_AHEAD_OF_STORY),
            (long, price::COARSE_TO_COME),
            (long && self.scan.at(place.to) == '的', price::OF_A_NOUN),
            (now.is_some_and(|now| past.stretch.start > now), price::OF_A_PLAN),
            (looks_past && !told_then, price::LOOKED_AHEAD_FROM),
            (over && look.ahead.is_some() && !told_then && !same, price::NO_LONGER_AHEAD),
            (told_then, price::TOLD_THEN),
            (near.bare && !near.is_in_month() && (month || near.days.abs() > DAYS), price::INTO_ANOTHER_MONTH),
            (!near.is_in_year() && near.days.abs() > SOON, price::INTO_ANOTHER_YEAR),
            (!near.is_in_year() && past.year_told && near.days.abs() <= SOON, price::OVER_NEW_YEAR),
            (past.attributive && !near.opens_in_month(), price::OF_A_NOUN),
        ];
        added.iter().filter(|(is, _)| *is).map(|(_, more)| more).sum()
    }
}

/// A candidate beside a time that the story has told.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each answers one question about the two")]
struct Near {
    past: Past,
    stretch: Stretch,
    /// Whether it is a day that leaves out its month.
    bare: bool,
    /// Whether it begins within the told time.
    held: bool,
    /// Whether the told time stands in the same sentence.
    same: bool,
    /// How many paragraphs before it stands.
    paragraphs: usize,
    /// Whether it opens its paragraph.
    opens: bool,
    /// How many days lie between.
    days: i64,
}

impl Near {
    /// 5月，…⏎9月，…: in a list of paragraphs; 她11月27日失踪。⏎12月1日，…: in the next one of a story, soon behind.
    fn is_listed(self) -> bool {
        let fine = self.stretch.granularity >= Granularity::Day;
        let listed = self.past.opens || fine && (1..=DAYS).contains(&self.days);
        self.paragraphs == 1 && self.opens && listed && !self.bare
    }

    /// 9月的那几页写得密密麻麻。⏎1日，…
    fn opens_in_month(self) -> bool {
        self.paragraphs == 1 && self.bare && self.opens && self.held
    }

    fn is_in_year(self) -> bool {
        self.past.year_number() == self.stretch.start.year()
    }

    fn is_in_month(self) -> bool {
        self.is_in_year() && self.past.stretch.start.month() == self.stretch.start.month()
    }

    /// The price of the distance; `None` where the candidate lies outside of a year that was told, or too far from that.
    fn distance(self) -> Option<f64> {
        let grain = self.past.stretch.granularity;
        let part = matches!(grain, Granularity::Half | Granularity::Season | Granularity::Quarter);
        match (grain, self.held) {
            (Granularity::Month, true) if self.same => Some(0.0),
            (Granularity::Month, true) if self.bare => Some(price::IN_ITS_MONTH),
            (Granularity::Month, true) => Some(price::OF_A_YEAR_APART),
            (_, true) if part && !self.same => Some(price::OF_A_SEASON),
            // 上半年完成论证，下半年动工: goes on within a sentence.
            (_, false) if part && self.same => Some(self.on()),
            (_, false) if part && self.is_in_year() && self.paragraphs == 0 => Some(price::OF_A_YEAR_APART),
            // 2月到4月停工；7月，…
            (Granularity::Range, false) if self.is_in_year() && self.paragraphs == 0 => Some(self.on()),
            (_, held) if is_coarse(self.past.stretch) => match self.paragraphs {
                _ if !held => None,
                _ if self.same && is_long(self.stretch) => Some(price::OF_A_YEAR + price::COARSE_OF_A_YEAR),
                _ if self.same => Some(price::OF_A_YEAR),
                0 => Some(price::OF_A_YEAR_APART),
                1 => Some(price::OF_A_YEAR_BEFORE),
                _ => None,
            },
            _ => Some(self.on()),
        }
    }

    /// The price of going on to the candidate, or back to it.
    fn on(self) -> f64 {
        let doubling = if self.same || self.is_listed() { price::SAME_SENTENCE } else { 1.0 };
        let back = self.stretch.start.date() < self.past.stretch.start.date() && !is_sum(self.stretch);
        doubling * doublings(self.days) + if back { price::BACK } else { 0.0 }
    }
}

/// The price of a candidate as a time that the news tells of on its day.
fn of_news(now: NaiveDateTime, stretch: Stretch, look: Look<'_>) -> f64 {
    let days = apart(Stretch::new(now, now, Granularity::Second), stretch);
    let coarse = is_long(stretch);
    let added = if days > 0 {
        let led = if look.led { price::LOOKED_AHEAD_TO } else { price::TO_COME };
        let coarse = coarse && !look.led && !look.festival;
        led + if coarse { price::COARSE_TO_COME } else { 0.0 } + if look.done { price::DONE } else { 0.0 }
    } else if look.ahead.is_some() && days < 0 {
        price::NO_LONGER_AHEAD
    } else if coarse && !look.led && !look.festival && stretch.end > now {
        price::GOES_ON
    } else {
        0.0
    };
    price::NEWS * doublings(days) + added
}

/// Whether a stretch is of a year, a part of one, or longer.
fn is_coarse(stretch: Stretch) -> bool {
    let long = (stretch.end - stretch.start).num_days() > MONTH;
    stretch.granularity < Granularity::Month || stretch.granularity == Granularity::Range && long
}

/// Whether a stretch is of a month or longer: not 8月下旬.
fn is_long(stretch: Stretch) -> bool {
    (stretch.end - stretch.start).num_days() >= MONTH - 3
}

/// 1月至10月, 前三季度, 上半年: from the beginning of a year on, which sums are of.
fn is_sum(stretch: Stretch) -> bool {
    let long = (stretch.end - stretch.start).num_days() > SOON;
    long && stretch.start.month() == 1 && stretch.start.day() == 1
}

/// A stretch that goes on for so many days; none where it is told alone.
fn lasting(stretch: Stretch, days: i64) -> Stretch {
    let end = TimeDelta::try_days(days).and_then(|days| stretch.start.checked_add_signed(days));
    match end.filter(|_| days > 0) {
        Some(end) => Stretch { end, granularity: Granularity::Range, ..stretch },
        None => stretch,
    }
}

/// In how many days a stretch begins behind another one, or, negative, how many days before it it ends; 0 where they
/// meet.
fn apart(from: Stretch, to: Stretch) -> i64 {
    let last = |stretch: Stretch| {
        let second = TimeDelta::seconds(i64::from(stretch.end > stretch.start));
        stretch.end.checked_sub_signed(second).unwrap_or(stretch.start).date()
    };
    let on = (to.start.date() - last(from)).num_days();
    let back = (from.start.date() - last(to)).num_days();
    if on > 0 { on } else { -back.max(0) }
}

/// How often one day is doubled to reach a distance in days.
fn doublings(days: i64) -> f64 {
    i32::try_from(days.saturating_abs().saturating_add(1)).map_or(f64::INFINITY, f64::from).log2()
}
