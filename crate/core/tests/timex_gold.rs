//! Sentences and short articles with their time expressions, found by walking `tests/timex`.
//!
//! `@ 2025-11-12T10:00` is the publication of the lines that follow, `#` begins a comment,
//! `[words=value]` is an expression with its value; what stands in no brackets must stay untagged. In
//! `sentences` every line is a text, in `articles` every file.
//!
//! Values: `2025`, `2025-07`, `2025-07-03`, `2025-07-03T08` (an hour), `2025-07-03T08:30`, or
//! `start/end`, half open, `..` where open; `~` is approximate, `clock` a time of day whose day is not told.
//! `P6M`, `P3D/P5D` are lengths, `every P1W` comes again; `past`, `present`, `future` stay vague; `?` does
//! not follow from the text.
#![allow(clippy::unwrap_used, clippy::panic, clippy::format_push_string, reason = "a test fails by panicking")]

use std::{fs, path::Path};

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};
use qingdu_core::timex::{self, Amount, Granularity, Interval, Unit, Vague, Value};

fn time(time: NaiveDateTime) -> String {
    let sign = if time.year() < 0 { "-" } else { "" };
    let day = format!("{sign}{:04}{}", time.year().unsigned_abs(), time.format("-%m-%d"));
    match time.time() {
        NaiveTime::MIN => day,
        _ => format!("{day}{}", time.format("T%H:%M")),
    }
}

fn interval(interval: &Interval) -> String {
    let about = if interval.approx { "~" } else { "" };
    let clock = if interval.clock_only { "clock " } else { "" };
    let side = |end: Option<NaiveDateTime>| end.map_or_else(|| "..".into(), time);
    let both = format!("{}/{}", side(interval.start), side(interval.end));
    let (Some(start), Some(end)) = (interval.start, interval.end) else {
        return format!("{clock}{about}{both}");
    };
    let midnight = start.time() == NaiveTime::MIN && start.year() > 0;
    let next_year = start.with_year(start.year() + 1).filter(|_| start.ordinal() == 1);
    let next_month = (start.date() + chrono::Months::new(1)).and_time(NaiveTime::MIN);
    let short = match interval.granularity {
        Granularity::Year if midnight && next_year == Some(end) => format!("{:04}", start.year()),
        Granularity::Month if midnight && start.day() == 1 && end == next_month => start.format("%Y-%m").to_string(),
        Granularity::Day if midnight && end - start == TimeDelta::days(1) => time(start),
        Granularity::Hour => start.format("%Y-%m-%dT%H").to_string(),
        Granularity::Second => start.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Granularity::Minute => start.format("%Y-%m-%dT%H:%M").to_string(),
        _ => both,
    };
    format!("{clock}{about}{short}")
}

fn length(count: Option<f64>, unit: Unit) -> String {
    let count = count.map_or_else(|| "X".into(), |count| count.to_string());
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

fn amount(amount: &Amount) -> String {
    let about = if amount.approx { "~" } else { "" };
    match amount.most {
        Some(most) => format!("{about}{}/{}", length(amount.least, amount.unit), length(Some(most), amount.unit)),
        None => format!("{about}{}", length(amount.least, amount.unit)),
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::Interval(found) => interval(found),
        Value::Duration(found) => amount(found),
        Value::Set(found) => format!("every {}", length(found.least, found.unit)),
        Value::Vague(Vague::Past) => "past".into(),
        Value::Vague(Vague::Present) => "present".into(),
        Value::Vague(Vague::Future) => "future".into(),
        Value::Unresolved => "?".into(),
    }
}

/// The text with its expressions and values in brackets.
fn tagged(text: &str, reference: NaiveDateTime) -> String {
    let mut out = String::new();
    let mut at = 0;
    for timex in timex::find(text, Some(reference)) {
        let words = &text[timex.span.clone()];
        out.push_str(&text[at..timex.span.start]);
        out.push_str(&format!("[{words}={}]", value(&timex.value)));
        at = timex.span.end;
    }
    out + &text[at..]
}

/// The text without the brackets and values of its gold.
fn plain(gold: &str) -> String {
    let mut out = String::new();
    for (number, part) in gold.split('[').enumerate() {
        match part.split_once(']').filter(|_| number > 0) {
            Some((inside, after)) => {
                out.push_str(inside.split_once('=').unwrap_or_else(|| panic!("no value: {inside}")).0);
                out.push_str(after);
            }
            None => out.push_str(part),
        }
    }
    out
}

fn reference(line: &str) -> Option<NaiveDateTime> {
    let time = line.strip_prefix("@ ")?;
    Some(NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").unwrap_or_else(|_| panic!("not a time: {time}")))
}

/// The cases of a folder, with what they are called.
fn cases(folder: &str) -> Vec<(String, NaiveDateTime, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timex").join(folder);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let mut published = None;
        let mut whole = Vec::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            match reference(line) {
                Some(time) => published = Some(time),
                None if folder.ends_with("articles") => whole.push(line),
                None => cases.push((format!("{name}:{}", number + 1), published.unwrap(), line.to_owned())),
            }
        }
        if !whole.is_empty() {
            cases.push((name, published.unwrap(), whole.join("\n")));
        }
    }
    cases
}

fn check(folder: &str) -> usize {
    let cases = cases(folder);
    let mut wrong = String::new();
    for (name, published, gold) in &cases {
        let found = tagged(&plain(gold), *published);
        for (gold, found) in gold.lines().zip(found.lines()).filter(|(gold, found)| gold != found) {
            wrong.push_str(&format!("{name}\n  wanted {gold}\n  found  {found}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    cases.len()
}

#[test]
fn sentences() {
    assert!(check("sentences") >= 400);
    let untagged = cases("sentences").iter().filter(|(_, _, gold)| !gold.contains('[')).count();
    assert!(untagged >= 120, "{untagged} look-alikes");
}

#[test]
fn articles() {
    assert!(check("articles") >= 12);
}
