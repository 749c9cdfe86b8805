//! Finding expressions: one pass over the letters, every family asked where its first letter may stand.

mod amount;
mod begin;
mod clock;
mod day;
mod event;
mod inner;
mod length;
mod lookalike;
mod lunar;
mod name;
mod numeric;
mod point;
mod run;
mod set;
mod span;
mod tail;
mod vague;
mod year;

use super::{
    expression::{Event, Found, Meaning},
    scan::Scan,
    words::{self, Class},
};

/// The expressions of a text, in order, not overlapping.
pub(super) fn recognise(scan: &Scan) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut title = false;
    while at < scan.len() {
        title = match scan.at(at) {
            '《' => true,
            '》' | '\n' => false,
            _ => title,
        };
        if !scan.begins(at) {
            at += 1;
            continue;
        }
        let (meaning, end, event) = match (best(scan, at), lookalike::length(scan, at)) {
            (Some((meaning, end, event)), length)
                if end > at + length && lookalike::allows(scan, at, end, &meaning, title) =>
            {
                // Nothing inside of a name is a time either.
                if name::is_name(scan, at, end, &meaning) {
                    at = end;
                    continue;
                }
                (meaning, end, event)
            }
            (_, length) => {
                at += length.max(1);
                continue;
            }
        };
        found.push(Found { from: at, to: end, meaning, event });
        at = end;
    }
    found
}

/// The longest expression that begins at a position, where it ends, and the event it counts from.
fn best(scan: &Scan, at: usize) -> Option<(Meaning, usize, Option<Event>)> {
    let letter = scan.at(at);
    let digit = letter.is_ascii_digit();
    if digit && scan.before(at).is_ascii_digit() && !scan.gap(at) {
        return None;
    }
    if words::beginning(scan.standing(at)).is_empty() && !begin::may_begin(scan, at) {
        return None;
    }
    asked(scan, at)
}

/// What the families say of a position.
fn asked(scan: &Scan, at: usize) -> Option<(Meaning, usize, Option<Event>)> {
    let standing = scan.standing(at);
    if let Some((meaning, end)) = set::set(scan, at) {
        return Some((meaning, end, None));
    }
    let mut best = span::span(scan, at);
    let vague = standing.meets(vague::VAGUE).then(|| vague::vague(scan, at)).flatten();
    for other in [amount::amount(scan, at), vague].into_iter().flatten() {
        if best.as_ref().is_none_or(|(_, end)| *end < other.1) {
            best = Some(other);
        }
    }
    match best {
        Some((meaning, end)) => Some((meaning, end, None)),
        None if standing.has(Class::Event) => event::event(scan, at),
        None => None,
    }
}

/// The words of the expressions of a text, for the tests of the families.
#[cfg(test)]
fn expressions(text: &str) -> Vec<&str> {
    let scan = Scan::of(text);
    recognise(&scan).iter().map(|found| &text[scan.bytes(found.from, found.to)]).collect()
}
