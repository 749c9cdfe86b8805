//! Whether an entry says what the gold says: times, sentences, expressions.

use chrono::{Datelike, NaiveDateTime};
use qingdu_core::timeline::{Entry, Kind, Mention};

use crate::article::{Gold, moment};

/// The year of a start or of the beginning of one (`2025-1`).
fn year(text: &str) -> Option<i32> {
    let end = text.get(1..)?.find('-').map_or(text.len(), |at| at + 1);
    text.get(..end)?.parse().ok()
}

fn days(a: NaiveDateTime, b: NaiveDateTime) -> i64 {
    (a.date() - b.date()).num_days().abs()
}

fn seconds(a: NaiveDateTime, b: NaiveDateTime) -> i64 {
    (a - b).num_seconds().abs()
}

impl Gold {
    /// Whether a start is right at this entry's precision.
    pub(super) fn dates(&self, start: Option<&str>, published: NaiveDateTime) -> bool {
        if self.starts.is_empty() {
            // A vague time may be left open or be guessed near the publication.
            let Some(start) = start else { return true };
            return moment(start).is_some_and(|start| (-1..=31).contains(&(published - start).num_days()));
        }
        let Some(start) = start else { return false };
        self.starts.iter().any(|gold| start.starts_with(gold.as_str()) || self.agrees(start, gold))
    }

    fn agrees(&self, start: &str, gold: &str) -> bool {
        let (Some(a), Some(b)) = (moment(start), moment(gold)) else { return false };
        let clock = start.contains('T');
        let third = |day: u32| if day <= 10 { 0 } else { u32::from(day > 20) + 1 };
        let close = |limit: i64| days(a, b) <= limit;
        match self.precision.as_str() {
            "year" => (a.year() - b.year()).abs() <= i32::from(self.approx),
            "decade" => a.year().div_euclid(10) == b.year().div_euclid(10),
            "half" => (a.year(), a.month0() / 6) == (b.year(), b.month0() / 6),
            "quarter" => (a.year(), a.month0() / 3) == (b.year(), b.month0() / 3),
            "month" => (a.year(), a.month()) == (b.year(), b.month()),
            "month-part" => (a.year(), a.month(), third(a.day())) == (b.year(), b.month(), third(b.day())),
            "week" => close(if self.approx { 4 } else { 0 }),
            "range" if self.approx => {
                let length = self.end.as_deref().and_then(moment).map_or(0, |end| days(end, b));
                close(3.max(length * 15 / 100))
            }
            "range" if gold.contains('T') && clock => seconds(a, b) <= 3600,
            "range" => close(0),
            "day" | "inferred" => close(i64::from(self.approx || self.precision == "inferred")),
            _ if !close(0) => false,
            "part" => !clock || seconds(a, b) <= 3 * 3600,
            "hour" => clock && seconds(a, b) < if self.approx { 7200 } else { 3600 },
            _ => clock && seconds(a, b) <= if self.approx { 3600 } else { 60 },
        }
    }

    /// Whether a precision of the program is this entry's, or says no less of it.
    pub(super) fn grain(&self, precision: &str) -> bool {
        match self.precision.as_str() {
            "month-part" => matches!(precision, "month" | "range"),
            "range" => !matches!(precision, "minute" | "hour" | "part"),
            "hour" | "minute" => matches!(precision, "hour" | "minute" | "range" | "second"),
            gold => gold == precision || precision == "range",
        }
    }

    /// Whether the year is another one, by a date that is wrong.
    pub(super) fn another_year(&self, start: Option<&str>) -> bool {
        let Some(got) = start.and_then(year) else { return false };
        self.starts.iter().all(|gold| year(gold).is_some_and(|gold| gold != got))
    }

    pub(super) fn speaks(&self, mention: &Mention) -> bool {
        let sentence = squeeze(&mention.sentence);
        self.sentences.iter().any(|part| overlap(&sentence, &squeeze(part)))
    }

    pub(super) fn says(&self, mention: &Mention) -> bool {
        let expression = squeeze(&mention.expression);
        self.expressions.iter().any(|gold| touches(&expression, &squeeze(gold)))
    }

    pub(super) fn says_exactly(&self, mention: &Mention) -> bool {
        let expression = squeeze(&mention.expression);
        !expression.is_empty() && self.expressions.iter().any(|gold| squeeze(gold) == expression)
    }

    pub(super) fn print(&self) -> String {
        let start = if self.starts.is_empty() { "vague".to_owned() } else { self.starts.join(" // ") };
        let about = if self.approx { "~" } else { "" };
        let what = format!("{start} {}{about} {}", self.precision, self.kinds.join("//"));
        format!("{what} 「{}」 {}", self.expressions.join(" // "), self.sentences.join(" // "))
    }
}

pub(super) fn squeeze(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

pub(super) fn overlap(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a))
}

/// Whether one expression is the other or a part of it; `5日` is no part of `15日`.
fn touches(a: &str, b: &str) -> bool {
    let inside = |long: &str, short: &str| {
        let digit = short.starts_with(|letter: char| letter.is_ascii_digit());
        long.match_indices(short)
            .any(|(at, _)| !(digit && long[..at].ends_with(|letter: char| letter.is_ascii_digit())))
    };
    !a.is_empty() && !b.is_empty() && (inside(a, b) || inside(b, a))
}

pub(super) fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Happened => "happened",
        Kind::Planned => "planned",
        Kind::Reported => "reported",
        Kind::Denied => "denied",
        Kind::Recurring => "recurring",
    }
}

pub(super) fn show(entry: &Entry) -> String {
    let start = entry.start.as_deref().unwrap_or("vague");
    let (about, inferred) = (if entry.approx { "~" } else { "" }, if entry.inferred { " inferred" } else { "" });
    let expressions: Vec<&str> = entry.mentions.iter().map(|mention| mention.expression.as_str()).collect();
    let what = format!("{start} {}{about}{inferred} {}", entry.precision, name(entry.kind));
    format!("{what} 「{}」 {}", expressions.join(" // "), entry.headline)
}
