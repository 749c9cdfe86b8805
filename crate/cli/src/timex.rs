//! `qingdu timex`.

use std::io::{self, Write as _};

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDateTime};
use clap::Args;
use qingdu_core::timex::{self, Amount, Interval, Kind, Timex, Unit, Vague, Value};
use serde::{Deserialize, Serialize};

use crate::{Fault, input};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The text; `-` is standard input.
    #[arg(default_value = "-")]
    file: String,
    /// When the text was published: what counts from it is dated by it.
    #[arg(long = "ref", value_parser = input::time)]
    reference: Option<DateTime<FixedOffset>>,
    /// Reads many texts: FILE has a line of JSON for each, {"id","text","ref"}.
    #[arg(long)]
    jsonl: bool,
}

/// One line of a batch.
#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    #[serde(rename = "ref")]
    reference: Option<String>,
}

/// What comes out for it.
#[derive(Serialize)]
struct Found<'l> {
    id: &'l str,
    spans: Vec<Span>,
}

/// An expression; offsets are code points.
#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: Option<Meaning>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Meaning {
    Interval {
        start: Option<String>,
        end: Option<String>,
        grain: &'static str,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        approx: bool,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        tod_only: bool,
    },
    Duration {
        duration: String,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        approx: bool,
    },
    Set {
        every: String,
    },
    Ref {
        #[serde(rename = "ref")]
        reference: &'static str,
    },
}

pub(crate) fn run(arguments: &Arguments, report: &mut dyn FnMut(Fault)) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if arguments.jsonl {
        input::lines(&arguments.file, report, |number, line, report| {
            match batch_line(line) {
                Ok(json) => writeln!(out, "{json}")?,
                Err(what) => report(Fault::new(format!("{}:{number}", arguments.file), what)),
            }
            Ok(())
        })?;
        return out.flush();
    }
    let text = input::bytes(&arguments.file)
        .and_then(|bytes| String::from_utf8(bytes).map_err(|_| Fault::new(&arguments.file, "not UTF-8")));
    match text {
        Ok(text) => {
            for timex in timex::find(&text, arguments.reference.map(|time| time.naive_local())) {
                let words = text.get(timex.span.clone()).unwrap_or_default();
                let value = meaning(&timex.value).map_or_else(|| "?".to_owned(), |meaning| readable(&meaning));
                let why = timex.derivation.words(words, &timex.value);
                writeln!(out, "{words}\t{}\t{value}\t{why}", kind(timex.kind))?;
            }
        }
        Err(fault) => report(fault),
    }
    out.flush()
}

fn batch_line(line: &str) -> Result<String, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let reference = line.reference.as_deref().map(input::time).transpose();
    let reference = reference.map_err(|what| format!("{}: {what}", line.id))?.map(|time| time.naive_local());
    let spans = spans(&line.text, &timex::find(&line.text, reference));
    serde_json::to_string(&Found { id: &line.id, spans }).map_err(|error| error.to_string())
}

/// The expressions with offsets in code points; both run through the text once.
fn spans(text: &str, found: &[Timex]) -> Vec<Span> {
    let mut letters = 0;
    let mut at = 0;
    let mut point = |byte: usize| {
        letters += text.get(at..byte).map_or(0, |part| part.chars().count());
        at = at.max(byte);
        letters
    };
    let span = |timex: &Timex| Span {
        start: point(timex.span.start),
        end: point(timex.span.end),
        kind: kind(timex.kind),
        value: meaning(&timex.value),
    };
    found.iter().map(span).collect()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Date => "date",
        Kind::Time => "time",
        Kind::DateTime => "datetime",
        Kind::Range => "range",
        Kind::Duration => "duration",
        Kind::Set => "set",
    }
}

fn meaning(value: &Value) -> Option<Meaning> {
    Some(match value {
        Value::Interval(interval) => calendar(interval),
        Value::Duration(amount) => Meaning::Duration { duration: between(amount), approx: amount.approx },
        Value::Set(amount) => Meaning::Set { every: period(amount.least, amount.unit) },
        Value::Vague(side) => Meaning::Ref {
            reference: match side {
                Vague::Past => "PAST_REF",
                Vague::Present => "PRESENT_REF",
                Vague::Future => "FUTURE_REF",
            },
        },
        Value::Unresolved => return None,
    })
}

fn calendar(interval: &Interval) -> Meaning {
    Meaning::Interval {
        start: interval.start.map(iso),
        end: interval.end.map(iso),
        grain: interval.granularity.name(),
        approx: interval.approx,
        tod_only: interval.clock_only,
    }
}

/// ISO 8601; years before the common era are astronomical, with four digits.
fn iso(time: NaiveDateTime) -> String {
    let year = time.year();
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}{}", year.unsigned_abs(), time.format("-%m-%dT%H:%M:%S"))
}

/// `P6M`; `P3D/P8D` for between.
fn between(amount: &Amount) -> String {
    let least = period(amount.least, amount.unit);
    match amount.most {
        Some(most) => format!("{least}/{}", period(Some(most), amount.unit)),
        None => least,
    }
}

/// An ISO 8601 length; `X` for a number that the text does not tell.
fn period(count: Option<f64>, unit: Unit) -> String {
    let count = count.map_or_else(|| "X".to_owned(), |count| format!("{count}"));
    let (clock, letter) = match unit {
        Unit::Second => ("T", 'S'),
        Unit::Minute => ("T", 'M'),
        Unit::Hour => ("T", 'H'),
        Unit::Day => ("", 'D'),
        Unit::Week => ("", 'W'),
        Unit::Month => ("", 'M'),
        Unit::Quarter => ("", 'Q'),
        Unit::Year => ("", 'Y'),
    };
    format!("P{clock}{count}{letter}")
}

fn readable(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Interval { start, end, grain, approx, .. } => {
            let about = if *approx { "~" } else { "" };
            let side = |side: &Option<String>| {
                side.as_deref().map_or_else(|| "..".to_owned(), |time| time.trim_end_matches("T00:00:00").to_owned())
            };
            format!("{about}{}/{} {grain}", side(start), side(end))
        }
        Meaning::Duration { duration, approx } => format!("{}{duration}", if *approx { "~" } else { "" }),
        Meaning::Set { every } => format!("every {every}"),
        Meaning::Ref { reference } => (*reference).to_owned(),
    }
}
