//! Times in somebody's words, which may be of a day that only the speaker knows.

use chrono::{Datelike as _, NaiveDateTime};

use super::{
    document::{Document, Sentence, near},
    words::{self, Class},
};
use crate::timex::{Anchor, Timex, Value};

/// Whether an expression is of a day that somebody else speaks from.
pub(super) fn is_somebody_elses(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expression: &Timex,
    expressions: &[Timex],
    reference: Option<NaiveDateTime>,
) -> bool {
    points_out_of_a_quotation(document, sentence, expression, expressions)
        || is_of_another_telling(document, sentence, expression, expressions, reference)
        || is_a_speakers_hour(document, sentence, expression)
        || is_a_speakers_today(document, sentence, expression)
}

/// “凌晨四点就起来揉面”: a clock time in somebody's words is a habit, or of a day that they know.
fn is_a_speakers_hour(document: &Document<'_>, sentence: &Sentence<'_>, expression: &Timex) -> bool {
    let clock = matches!(expression.value, Value::Interval(time) if time.clock_only);
    clock && is_quoted(document, sentence.span.start, expression)
}

/// 林澈在信中写道：“今天，我们站在牌桌上。”: the day on which it was said, which need not be the page's.
fn is_a_speakers_today(document: &Document<'_>, sentence: &Sentence<'_>, expression: &Timex) -> bool {
    let text = document.text.get(expression.span.clone()).unwrap_or_default();
    expression.anchor == Anchor::Reference
        && words::begins(text, Class::Today)
        && is_quoted(document, sentence.base, expression)
}

/// Whether a quotation is open at an expression, of those that begin behind `from`.
pub(super) fn is_quoted(document: &Document<'_>, from: usize, expression: &Timex) -> bool {
    opened(document, from, expression).is_some()
}

/// Where the quotation begins that is open at an expression, counted from `from`.
pub(super) fn opened(document: &Document<'_>, from: usize, expression: &Timex) -> Option<usize> {
    let lead = document.text.get(from..expression.span.start)?;
    // Nobody is quoted for longer; so much is looked at, whatever the paragraph's length.
    let far = lead.char_indices().rev().nth(QUOTED).map_or(0, |(at, _)| at);
    let open = far + lead[far..].rfind(['“', '「'])?;
    (!lead[open..].contains(['”', '」'])).then_some(open)
}

/// 他承认当天因争吵…, 师父当年就跑这条线: the day or year of what is remembered, which the text has not told.
fn is_of_another_telling(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expression: &Timex,
    expressions: &[Timex],
    reference: Option<NaiveDateTime>,
) -> bool {
    let Anchor::Discourse(from) = expression.anchor else { return false };
    let span = &expression.span;
    let text = document.text.get(span.clone()).unwrap_or_default();
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).unwrap_or(&sentence.span);
    if matches!(text, "当天" | "当日" | "当晚" | "那天") {
        let before = sentence.words_in(&(near(document.text, clause, span).start..span.start));
        return before.iter().any(|word| words::is(word.text, Class::Recall));
    }
    let elsewhere = expressions.get(from).is_none_or(|from| from.span.start < sentence.base);
    // 当年 is never this year.
    let this_year = matches!(
        (&expression.value, reference),
        (Value::Interval(time), Some(now)) if time.start.is_some_and(|start| start.year() == now.year())
    );
    text == "当年" && (this_year || (elsewhere && span.start > clause.start))
}

/// “那天晚上我坐到天亮。”: within somebody's words, 那天 is a day that the speaker knows and the text may not.
fn points_out_of_a_quotation(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    expression: &Timex,
    expressions: &[Timex],
) -> bool {
    let Anchor::Discourse(anchor) = expression.anchor else { return false };
    let outside =
        |open: usize, at: usize| expressions.get(at).is_none_or(|anchor| anchor.span.start < sentence.base + open);
    opened(document, sentence.base, expression).is_some_and(|open| {
        // “当时我们想着没那么严重，第二天又出”: what stands between may itself point out.
        let mut chain = std::iter::successors(Some(anchor), |at| match expressions.get(*at)?.anchor {
            Anchor::Discourse(next) => Some(next),
            _ => None,
        });
        chain.by_ref().take(CHAIN).any(|at| outside(open, at))
    })
}

/// So many expressions of a quotation count from each other.
const CHAIN: usize = 4;

/// A quotation has so many letters at most.
const QUOTED: usize = 600;
