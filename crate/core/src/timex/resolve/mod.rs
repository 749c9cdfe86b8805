//! Dating the recognised expressions, in the order of the text.

mod amount;
mod calendar;
mod counted;
mod event;
mod history;
mod layout;
mod likeliest;
mod moved;
mod partial;
mod point;
mod role;
mod voice;
mod weekday;

use std::cell::Cell;

use chrono::{Datelike, NaiveDateTime};

use self::{
    calendar::Stretch,
    history::{History, Past},
    layout::Layout,
};
use super::{
    expression::{Day, Found, Meaning, Open, Point, Year},
    scan::Scan,
    value::{Anchor, Derivation, Granularity, Interval, Kind, Modifier, Step, Timex, Vague, Value},
};

/// Dates the expressions.
pub(super) fn resolve(text: &str, scan: &Scan, found: &[Found], reference: Option<NaiveDateTime>) -> Vec<Timex> {
    let mut resolver = Resolver {
        text,
        scan,
        reference,
        layout: Layout::of(scan),
        history: History::default(),
        base: Base::Last,
        said: Cell::default(),
        filed: None,
        out: Vec::with_capacity(found.len()),
    };
    for expression in found {
        resolver.take(expression);
    }
    resolver.out
}

/// A dated point: its value, what it counts from, and why.
#[derive(Clone, Debug)]
struct Dated {
    stretch: Stretch,
    anchor: Anchor,
    steps: Vec<Step>,
    year_told: bool,
    ahead: bool,
    clock_only: bool,
}

impl Dated {
    fn told(stretch: Stretch) -> Dated {
        Dated { stretch, anchor: Anchor::None, steps: Vec::new(), year_told: true, ahead: false, clock_only: false }
    }

    fn with(self, stretch: Stretch) -> Dated {
        Dated { stretch, ..self }
    }
}

/// What the expression at hand counts from.
#[derive(Clone, Copy)]
enum Base {
    /// The last date.
    Last,
    /// An event; its day if that was told.
    Event(Option<Past>),
}

impl Base {
    fn or(self, last: impl FnOnce() -> Option<Past>) -> Option<Past> {
        match self {
            Base::Last => last(),
            Base::Event(day) => day,
        }
    }
}

struct Resolver<'t> {
    text: &'t str,
    scan: &'t Scan,
    reference: Option<NaiveDateTime>,
    layout: Layout,
    history: History,
    base: Base,
    /// The quote that was looked at last, and the day on which its words were said.
    said: Cell<(usize, Option<Past>)>,
    /// The day on which an agency filed the article, where the page is a few days younger: 今天 is that day.
    filed: Option<Past>,
    out: Vec<Timex>,
}

/// 24年 may be short for 2024 in Taiwan too; from here on two digits are years of the republic.
const REPUBLIC: i32 = 36;

/// Where an expression stands, for the resolver.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each answers one question about the place")]
struct Place {
    from: usize,
    to: usize,
    paragraph: usize,
    sentence: usize,
    clause: usize,
    opens: bool,
    heads: bool,
    /// …前, which sets a term.
    term: bool,
    /// Whether it is all of its text.
    whole: bool,
    /// How many days what begins with it lasts: 1月至10月; 0 where it stands alone.
    lasts: i64,
}

impl Resolver<'_> {
    fn take(&mut self, found: &Found) {
        let place = self.place(found);
        let event = found.event.map(|word| (word, self.day_of(word, found, place)));
        if let Some((word, Some(past))) = event {
            // 事发当天(9月28日) tells the day itself.
            let told = matches!(&found.meaning, Meaning::Point(point) if matches!(point.day, Some(Day::Number(_))));
            if !told && past.paragraph == place.paragraph {
                self.history.note_event(word, past);
            }
        }
        self.base = event.map_or(Base::Last, |(_, past)| Base::Event(past));
        let (kind, value, mut dated) = match &found.meaning {
            Meaning::Point(point) => self.one(point, place),
            Meaning::Span(left, right) => self.span(left, right, place),
            Meaning::Away { length, ahead, from } => self.away(*length, *ahead, *from, place),
            Meaning::Beside { length, ahead, from } => self.beside(*length, *ahead, *from, place),
            Meaning::Within(length) => self.within(*length, place),
            Meaning::Length(length) => (Kind::Duration, Value::Duration(amount::of(*length)), None),
            Meaning::Set(length) => (Kind::Set, Value::Set(amount::of(*length)), None),
            Meaning::Vague(vague) => (Kind::Date, Value::Vague(self.side(*vague, place)), None),
            Meaning::Then { ahead } => self.then(*ahead, place),
        };
        let index = self.out.len();
        let (anchor, steps) = match &mut dated {
            Some(dated) => (dated.anchor, std::mem::take(&mut dated.steps)),
            None if matches!(value, Value::Vague(_)) => (Anchor::Reference, Vec::new()),
            None => (Anchor::None, Vec::new()),
        };
        if let Some(dated) = dated.filter(|dated| !dated.clock_only) {
            let past = Past {
                index,
                stretch: dated.stretch,
                paragraph: place.paragraph,
                sentence: place.sentence,
                clause: place.clause,
                to: place.to,
                opens: place.opens,
                heads: place.heads,
                attributive: self.scan.at(place.to) == '的',
                published: ["预告", "公布", "披露", "发布", "预计", "确认"]
                    .iter()
                    .any(|word| self.scan.ends(place.from, word)),
                year_told: dated.year_told,
                of_now: self.reference.is_some_and(|reference| reference.year() == dated.stretch.start.year()),
                ahead: dated.ahead,
                to_come: dated.ahead || self.is_to_come(dated.stretch) || self.directly_ahead(place),
                procedural: self.procedural(place),
                root: !matches!(dated.anchor, Anchor::Discourse(_)),
                // 在4月10日前登记: also where 前 is left to what follows; 推迟至27日 is not yet where the story is.
                term: place.term || self.scan.at(place.to) == '前' || self.put_off(place.from),
                of_a_thing: ["截至", "截止"].iter().any(|word| self.scan.ends(place.from, word))
                    || self.scan.one_of(place.to, &["报道", "刊发", "刊登", "刊文"]).is_some(),
                festival: role::is_festival(&found.meaning),
            };
            if self.files(past) {
                self.filed = Some(past);
            }
            // 去年同期 is only compared with.
            let compared = matches!(&found.meaning, Meaning::Point(point) if point.same_period)
                || self.compared(place)
                || self.is_on_record(place);
            self.history.note(past, compared);
            if let Some(word) = found.event {
                self.history.note_event(word, past);
            } else if past.stretch.granularity >= Granularity::Day && !compared {
                self.note_told_events(past);
            }
        }
        let some_years = ["几年前", "数年前", "多年前", "若干年前"];
        if matches!(value, Value::Vague(Vague::Past)) && some_years.iter().any(|word| self.scan.has(place.from, word)) {
            self.history.note_long_ago(place.paragraph);
        }
        let span = self.scan.bytes(found.from, found.to);
        self.out.push(Timex { span, kind, value, anchor, derivation: Derivation { steps } });
    }

    fn place(&self, found: &Found) -> Place {
        let before = self.scan.before(found.from);
        Place {
            from: found.from,
            to: found.to,
            paragraph: self.layout.paragraph(found.from),
            sentence: self.layout.sentence(found.from),
            clause: self.layout.clause(found.from),
            opens: before == '\n',
            heads: self.heads(found.from),
            whole: found.from == 0 && self.scan.at(found.to) == '\n',
            lasts: 0,
            term: matches!(&found.meaning, Meaning::Point(point) if point.open == Some(Open::Before)),
        }
    }

    /// The side of a vague time: 将于近期 is to come, and 不久后 in a story about the past is not.
    fn side(&self, vague: Vague, place: Place) -> Vague {
        let ahead = self.ahead(place).is_some();
        match vague {
            Vague::Past if ahead && ["近期", "近日"].iter().any(|word| self.scan.ends(place.to, word)) => {
                Vague::Future
            }
            Vague::Future if !ahead && self.scan.has(place.from, "不久后") && self.history.last().is_some() => {
                Vague::Past
            }
            _ => vague,
        }
    }

    /// Whether nothing of a clause stands before a position but what leads into a time.
    fn heads(&self, from: usize) -> bool {
        let lead = [
            "早在",
            "截至",
            "截止",
            "直到",
            "到了",
            "在",
            "于",
            "从",
            "自",
            "到",
            "至",
            "而",
            "但",
            "当地时间",
            "北京时间",
            "约",
            "大约",
            "其中",
            "就在",
            "此后",
            "随后",
            "紧接着",
            "不到",
            "仅",
            "仅仅",
            "整整",
            "足足",
            "短短",
        ];
        let may = matches!(
            self.scan.before(from),
            '在' | '至'
                | '止'
                | '整'
                | '足'
                | '到'
                | '了'
                | '于'
                | '从'
                | '自'
                | '而'
                | '但'
                | '间'
                | '约'
                | '中'
                | '后'
                | '着'
                | '仅'
                | '短'
        );
        let lead = if may { lead.as_slice() } else { &[] };
        let length =
            lead.iter().filter(|word| self.scan.ends(from, word)).map(|word| word.chars().count()).max().unwrap_or(0);
        !crate::text::is_han(self.scan.before(from - length))
            && !self.scan.before(from - length).is_ascii_alphanumeric()
    }

    fn one(&self, point: &Point, place: Place) -> (Kind, Value, Option<Dated>) {
        let Some(dated) = self.point(point, place) else {
            // 当年 without a date before it is long ago.
            let long_ago =
                point.year == Some(Year::Same(0)) && point.inner.is_none() && self.scan.has(place.from, "当年");
            let value = if long_ago { Value::Vague(Vague::Past) } else { Value::Unresolved };
            return (kind_of(point), value, None);
        };
        let interval = opened(interval(&dated, point), point.open, self.reference);
        let kind = if point.open.is_some() { Kind::Range } else { kind_of(point) };
        (kind, Value::Interval(interval), Some(dated))
    }

    fn span(&self, left: &Point, right: &Point, place: Place) -> (Kind, Value, Option<Dated>) {
        let Some((first, last)) = self.ends(left, right, place) else {
            return (Kind::Range, Value::Unresolved, None);
        };
        let end = if right.clock.is_some() { last.stretch.start } else { last.stretch.end };
        let stretch = Stretch {
            end: end.max(first.stretch.start),
            granularity: Granularity::Range,
            modifier: None,
            approx: first.stretch.approx || last.stretch.approx || left.approx || right.approx,
            ..first.stretch
        };
        let dated = first.with(stretch);
        (Kind::Range, Value::Interval(interval(&dated, &Point::default())), Some(dated))
    }

    fn then(&self, ahead: bool, place: Place) -> (Kind, Value, Option<Dated>) {
        let last = if self.scan.has(place.from, "同期") { self.history.period() } else { self.history.last() };
        let last = last.filter(|past| place.paragraph - past.paragraph <= 2);
        let Some(past) = last.filter(|past| !ahead || past.ahead || Some(past.stretch.end) > self.reference) else {
            let vague = if ahead { Vague::Future } else { Vague::Past };
            return (Kind::Date, Value::Vague(vague), None);
        };
        let dated = Dated {
            stretch: past.stretch,
            anchor: Anchor::Discourse(past.index),
            steps: vec![Step::FromDate(self.words_of(past.index))],
            year_told: past.year_told,
            ahead: past.ahead,
            clock_only: false,
        };
        (Kind::Date, Value::Interval(interval(&dated, &Point::default())), Some(dated))
    }

    /// The text of an earlier result.
    fn words_of(&self, index: usize) -> String {
        self.out.get(index).and_then(|timex| self.text.get(timex.span.clone())).unwrap_or_default().to_owned()
    }

    fn counted_from_reference(&self) -> Option<(NaiveDateTime, Vec<Step>)> {
        let reference = self.reference?;
        Some((reference, vec![Step::FromReference(reference)]))
    }

    /// The year that 同年, 次年, 那年 count from: the last one; 那年 is no year of now where another one was told.
    fn year_meant(&self, place: Place) -> Option<Past> {
        let last = self.history.year()?;
        // 2013年3月,有消息传出。第二天,…。当年秋天: a day that counts from elsewhere tells no year.
        let counted = !last.root && last.stretch.granularity >= Granularity::Day;
        let last = self.history.root_year().filter(|root| counted && root.paragraph == place.paragraph).unwrap_or(last);
        // 3月18日回应称，曾在当年8月回访: nobody calls the year of the publication so who tells its days without it.
        let bygone = last.of_now && (self.scan.at(place.from) == '那' || !last.year_told);
        if bygone { self.history.told_year().or(Some(last)) } else { Some(last) }
    }

    /// A year of two digits: not later than five years after the reference; of the republic in a text of Taiwan, where
    /// that is over.
    fn short_year(&self, value: i32) -> i32 {
        let now = self.reference.map_or(2030, |reference| reference.year());
        if value >= REPUBLIC && 1911 + value <= now && self.scan.republic() {
            return 1911 + value;
        }
        let century = now.div_euclid(100) * 100;
        if century + value > now + 10 { century - 100 + value } else { century + value }
    }
}

fn kind_of(point: &Point) -> Kind {
    if point.clock_only() {
        Kind::Time
    } else if point.clock.is_some() || point.part.is_some() {
        Kind::DateTime
    } else {
        Kind::Date
    }
}

fn interval(dated: &Dated, point: &Point) -> Interval {
    let stretch = dated.stretch;
    let modifier = stretch.modifier.or(point.approx.then_some(Modifier::Approx));
    Interval {
        start: Some(stretch.start),
        end: Some(stretch.end),
        granularity: stretch.granularity,
        modifier,
        approx: stretch.approx || point.approx,
        clock_only: dated.clock_only,
    }
}

fn opened(interval: Interval, open: Option<Open>, reference: Option<NaiveDateTime>) -> Interval {
    let Some(open) = open else {
        return interval;
    };
    // 底前: up to the end of it; 以后 of a clock time: from it on.
    let late = interval.modifier == Some(Modifier::End);
    let clock = interval.granularity >= Granularity::Part && interval.granularity != Granularity::Range;
    let (start, end, modifier) = match open {
        Open::Since => {
            (interval.start, reference.filter(|reference| Some(*reference) > interval.start), Modifier::After)
        }
        Open::Before if late => (None, interval.end, Modifier::End),
        Open::Before => (None, interval.start, Modifier::Before),
        Open::Until => (None, interval.end, Modifier::End),
        Open::After if clock => (interval.start, None, Modifier::After),
        Open::After => (interval.end, None, Modifier::After),
        Open::From => (interval.start, None, Modifier::After),
    };
    Interval { start, end, modifier: Some(modifier), ..interval }
}
