//! What JavaScript gets of a text: its events, and its time expressions by themselves.

use chrono::NaiveDateTime;
use qingdu_core::{
    text::Utf16,
    timeline,
    timex::{self, Timex},
};
use serde::Serialize;
use tsify::Tsify;

use crate::view::number;

/// One event of the timeline.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Entry {
    start: Option<String>,
    end: Option<String>,
    precision: &'static str,
    approx: bool,
    inferred: bool,
    #[tsify(type = "'happened' | 'planned' | 'reported' | 'denied' | 'recurring'")]
    kind: timeline::Kind,
    headline: String,
    participants: Vec<String>,
    importance: u8,
    mentions: Vec<Mention>,
    /// What another sentence of the text says otherwise.
    conflicts: Vec<Conflict>,
}

/// Two sentences of a text about one event that cannot both be right; the words that differ are their expressions.
#[derive(Debug, Serialize, Tsify)]
pub struct Conflict {
    #[tsify(type = "'day' | 'number'")]
    about: timeline::Difference,
    #[tsify(type = "[Mention, Mention]")]
    mentions: [Mention; 2],
}

/// Where the text speaks of an event.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    expression: String,
    sentence: String,
    derivation: String,
    /// The paragraph's position in the input; -1 is the title.
    paragraph: i32,
    /// The sentence in that paragraph, in UTF-16.
    start: u32,
    end: u32,
    /// The expression in that paragraph, in UTF-16; empty where the time is inferred.
    expression_start: u32,
    expression_end: u32,
}

/// A time expression of a text.
#[derive(Debug, Serialize, Tsify)]
#[tsify(missing_as_null)]
pub struct Time {
    /// Where it stands, in UTF-16.
    start: u32,
    end: u32,
    /// When what it means begins and ends, in milliseconds as `Date.UTC` counts them, on the clock of the page; the end
    /// is exclusive, and `null` stands where that is open or told by no date.
    #[tsify(type = "number | null")]
    from: Option<i64>,
    #[tsify(type = "number | null")]
    until: Option<i64>,
}

pub(crate) fn times(text: &str, found: &[Timex]) -> Vec<Time> {
    let utf16 = Utf16::of(text);
    let time = |timex: &Timex| {
        let (from, until) = match &timex.value {
            timex::Value::Interval(interval) => (interval.start, interval.end),
            _ => (None, None),
        };
        let counted = |at: NaiveDateTime| at.and_utc().timestamp_millis();
        Time {
            start: number(utf16.at(timex.span.start)),
            end: number(utf16.at(timex.span.end)),
            from: from.map(counted),
            until: until.map(counted),
        }
    };
    found.iter().map(time).collect()
}

pub(crate) fn entries(input: &timeline::Input<'_>, entries: &[timeline::Entry]) -> Vec<Entry> {
    let title = Utf16::of(input.title);
    let paragraphs: Vec<Utf16> = input.paragraphs.iter().map(|paragraph| Utf16::of(paragraph.text)).collect();
    let mention = |mention: &timeline::Mention| {
        let utf16 = mention.paragraph.and_then(|at| paragraphs.get(at)).unwrap_or(&title);
        Mention {
            expression: mention.expression.clone(),
            sentence: mention.sentence.clone(),
            derivation: mention.derivation.clone(),
            paragraph: mention.paragraph.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1),
            start: number(utf16.at(mention.span.start)),
            end: number(utf16.at(mention.span.end)),
            expression_start: number(utf16.at(mention.expression_span.start)),
            expression_end: number(utf16.at(mention.expression_span.end)),
        }
    };
    let conflict = |conflict: &timeline::Conflict| Conflict {
        about: conflict.about,
        mentions: conflict.mentions.each_ref().map(mention),
    };
    let entry = |entry: &timeline::Entry| Entry {
        start: entry.start.clone(),
        end: entry.end.clone(),
        precision: entry.precision,
        approx: entry.approx,
        inferred: entry.inferred,
        kind: entry.kind,
        headline: entry.headline.clone(),
        participants: entry.participants.clone(),
        importance: entry.importance,
        mentions: entry.mentions.iter().map(mention).collect(),
        conflicts: entry.conflicts.iter().map(conflict).collect(),
    };
    entries.iter().map(entry).collect()
}
