//! What the text has dated so far, for what counts from it.

use chrono::Datelike;

use super::{
    super::{expression::Event, value::Granularity},
    calendar::Stretch,
};

/// A dated expression.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each answers one question about its place or its value")]
pub(super) struct Past {
    /// Its place among the results.
    pub(super) index: usize,
    pub(super) stretch: Stretch,
    pub(super) paragraph: usize,
    pub(super) sentence: usize,
    pub(super) clause: usize,
    /// The letter behind it.
    pub(super) to: usize,
    /// Whether its paragraph begins with it.
    pub(super) opens: bool,
    /// Whether it stands at the head of its clause (2018年,…; 早在2018年) and says nothing of a thing (2018年的…).
    pub(super) heads: bool,
    pub(super) attributive: bool,
    /// Whether it is the year of what is published: 预告2022年亏损.
    pub(super) published: bool,
    /// Whether its year was told (2023年, 去年) or carried, not found by looking for the nearest.
    pub(super) year_told: bool,
    /// Whether it lies in the year of the publication.
    pub(super) of_now: bool,
    /// Whether it was found by looking ahead.
    pub(super) ahead: bool,
    /// The same, or that its words say a day to come: 明年1月10日抵达.
    pub(super) to_come: bool,
    /// Whether something was told, filed or judged then: not the day of an event.
    pub(super) procedural: bool,
    /// Whether it counts from no other expression.
    pub(super) root: bool,
    /// Whether it is the day of a sum or of a paper: 截至2022年12月31日, 2015年5月6日报道.
    pub(super) of_a_thing: bool,
    /// Whether it only sets a term: 1月底前, 春节前.
    pub(super) term: bool,
    /// Whether a festival names it: 国庆长假.
    pub(super) festival: bool,
}

/// The last dated expressions of each kind.
#[derive(Debug, Default)]
pub(super) struct History {
    day: Option<Past>,
    /// The first day of the paragraph.
    opening: Option<Past>,
    /// The paragraph that has come to a time of no certain year: 几年前.
    long_ago: Option<usize>,
    /// The last day that was not looked forward to.
    day_behind: Option<Past>,
    /// The last day on which something may have happened that others count from.
    scene: Option<Past>,
    month: Option<Past>,
    /// The last festival or its holiday.
    holiday: Option<Past>,
    year: Option<Past>,
    /// The last one whose year was told, if it can be another one than the publication's.
    told_year: Option<Past>,
    /// The last one that counts from no other.
    root_year: Option<Past>,
    /// The last one whose year others may take over; none since a date that counts from the reference.
    year_source: Option<Past>,
    /// The last one that nothing counts from but what is listed right behind it.
    aside: Option<Past>,
    /// The last decade or century.
    era: Option<Past>,
    /// The last one of a period that 同期 can mean.
    period: Option<Past>,
    /// Days and months that the text said to come: said again, they are the same.
    planned: Vec<Past>,
    /// The days of events, and whether a sentence told of the event on that day.
    events: Vec<(Event, Past, bool)>,
}

/// How many planned days are kept in mind.
const PLANNED: usize = 32;

impl History {
    /// Takes note of a dated expression. `compared`: 比去年, which nothing counts from.
    pub(super) fn note(&mut self, past: Past, compared: bool) {
        let granularity = past.stretch.granularity;
        if compared {
            self.aside = Some(past);
            return;
        }
        self.long_ago = None;
        if matches!(granularity, Granularity::Decade | Granularity::Century) {
            self.era = Some(past);
        }
        if past.ahead && granularity >= Granularity::Month && self.planned.len() < PLANNED {
            self.planned.push(past);
        }
        let short = (past.stretch.end - past.stretch.start).num_days() <= 31;
        // 承诺1月20日前公布: what is only due by then is not where the story is.
        let due = past.term && self.day.is_some_and(|day| day.paragraph == past.paragraph);
        if past.festival && !past.term {
            self.holiday = Some(past);
        }
        if granularity >= Granularity::Day && (granularity != Granularity::Range || short) && !due {
            self.day = Some(past);
            self.opening = self.opening.filter(|opening| opening.paragraph == past.paragraph).or(Some(past));
            self.day_behind = if past.to_come { self.day_behind } else { Some(past) };
            if past.root && !past.procedural && !past.ahead {
                self.scene = Some(past);
            }
        }
        if granularity == Granularity::Month || granularity >= Granularity::Day && short {
            self.month = Some(past);
        }
        if past.year_told && granularity >= Granularity::Year {
            self.told_year = self.told_year.filter(|_| past.of_now).or(Some(past));
        }
        // 2021年10月，他自称手里有2022年的指标: the year of a thing does not become the story's.
        // 17年后的2月1日 is of that year.
        let of_a_thing = granularity == Granularity::Year
            && (past.attributive && !past.stretch.approx || past.published)
            && self
                .year_source
                .is_some_and(|told| told.paragraph == past.paragraph && told.stretch.granularity > Granularity::Year);
        if granularity >= Granularity::Year && !of_a_thing {
            self.year = Some(past);
            self.root_year = if past.root { Some(past) } else { self.root_year };
            self.year_source = Some(past).filter(|_| granularity != Granularity::Range || short);
        }
        if granularity >= Granularity::Year && granularity != Granularity::Day {
            self.period = Some(past);
        }
    }

    /// Takes note of a time of no certain year; an expression that tells its own ends it.
    pub(super) fn note_long_ago(&mut self, paragraph: usize) {
        self.long_ago = Some(paragraph);
    }

    /// Whether a paragraph is at a time of no certain year.
    pub(super) fn is_long_ago(&self, paragraph: usize) -> bool {
        self.long_ago == Some(paragraph)
    }

    /// The day of an event, for an expression in a sentence: what was told of it before, else the last day of
    /// the text on which it may have happened; a later day also counts where the sentence itself or a later paragraph than the telling one has one.
    pub(super) fn event(&self, event: Event, sentence: usize) -> Option<Past> {
        match self.events.iter().find(|(known, ..)| *known == event) {
            Some((_, past, told)) => {
                let newer = |day: &Past| *told && (day.sentence == sentence || day.paragraph > past.paragraph);
                Some(self.day.filter(newer).unwrap_or(*past))
            }
            None => self.scene.filter(|_| event.group == 0),
        }
    }

    /// Whether the day of an event was told or named.
    pub(super) fn knows(&self, event: Event) -> bool {
        self.events.iter().any(|(known, ..)| *known == event)
    }

    /// Takes note of the day of an event; a later one does not change it.
    pub(super) fn note_event(&mut self, event: Event, past: Past) {
        if !self.events.iter().any(|(known, ..)| *known == event) {
            self.events.push((event, past, false));
        }
    }

    /// Takes note of the day that the text tells of an event; the last told one counts.
    pub(super) fn tell_event(&mut self, event: Event, past: Past) {
        self.events.retain(|(known, ..)| *known != event);
        self.events.push((event, past, true));
    }

    /// What told a stretch to come that is told again, or a day of it.
    pub(super) fn planned(&self, stretch: Stretch) -> Option<Past> {
        let within = |past: &&Past| {
            let day = stretch.granularity == Granularity::Month && past.stretch.granularity >= Granularity::Day;
            let same = past.stretch.granularity == stretch.granularity && past.stretch.start == stretch.start;
            same || day && stretch.start <= past.stretch.start && past.stretch.start < stretch.end
        };
        self.planned.iter().rev().find(within).copied()
    }

    /// What nothing counts from, where a list goes on behind it: 灌装日期为2024年3月6日和4月19日.
    pub(super) fn aside(&self, from: usize) -> Option<Past> {
        self.aside.filter(|past| past.to < from && from - past.to <= 1)
    }

    pub(super) fn day(&self) -> Option<Past> {
        self.day
    }

    /// Whether a paragraph has told no other day before the one of `past`.
    pub(super) fn opens_with(&self, past: Past, paragraph: usize) -> bool {
        let day = |past: Past| past.stretch.start.date();
        self.opening.is_some_and(|opening| opening.paragraph == paragraph && day(opening) == day(past))
    }

    pub(super) fn day_behind(&self) -> Option<Past> {
        self.day_behind
    }

    pub(super) fn holiday(&self) -> Option<Past> {
        self.holiday
    }

    pub(super) fn month(&self) -> Option<Past> {
        self.month
    }

    pub(super) fn year(&self) -> Option<Past> {
        self.year
    }

    pub(super) fn root_year(&self) -> Option<Past> {
        self.root_year
    }

    /// The last one whose year was told and is not that of the publication.
    pub(super) fn told_year(&self) -> Option<Past> {
        self.told_year
    }

    pub(super) fn year_source(&self) -> Option<Past> {
        self.year_source
    }

    pub(super) fn period(&self) -> Option<Past> {
        self.period
    }

    /// The last one of all, decades and centuries among them.
    pub(super) fn last_or_era(&self) -> Option<Past> {
        [self.last(), self.era].into_iter().flatten().max_by_key(|past| past.index)
    }

    /// The last one of all.
    pub(super) fn last(&self) -> Option<Past> {
        [self.day, self.month, self.year].into_iter().flatten().max_by_key(|past| past.index)
    }
}

impl Past {
    pub(super) fn year_number(&self) -> i32 {
        self.stretch.start.year()
    }
}
