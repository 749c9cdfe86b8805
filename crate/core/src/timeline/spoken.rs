//! 今天, 昨晚, 明天 in somebody's words, where the text tells on which day they were said.
//!
//! 李某11月3日表示：“我们今天复工。” is of 11月3日. Words of an interview, a letter or a memory, of long ago, of a day
//! that is not told, and words that only say how things are (“今天，我们站在牌桌上”) date nothing: a wrong day is worse.

use std::ops::Range;

use chrono::{Duration, NaiveDateTime};

use super::{
    document::{Document, Sentence, is_predicate},
    mention::{Mention, Time},
    quotation::opened,
    usage::Usage,
    words::{self, Class},
};
use crate::lexicon::Word;
use crate::timex::{Anchor, Granularity, Interval, Step, Timex, Value};

/// Who speaks is told within so many letters of the quotation.
const FRAME: usize = 60;
/// The verb stands so near to the quotation, in letters: 表示：“, 说，“.
const VERB: usize = 6;
/// What is quoted for longer ago than so many days is history.
const RECENT: i64 = 31;
/// A clause that tells what is done has so many letters at most.
const CLAUSE: usize = 30;
/// So many expressions may stand between the frame's own and the quoted one.
const BACK: usize = 6;

/// The words that count days from the day of speaking begin so.
const DAYS: [(&str, i64); 6] = [("大前", -3), ("前", -2), ("昨", -1), ("今", 0), ("明", 1), ("后", 2)];

/// What the text told before a quotation.
pub(super) struct SoFar<'d, 't> {
    pub(super) document: &'d Document<'t>,
    pub(super) expressions: &'d [Timex],
    pub(super) found: &'d [Mention<'t>],
    pub(super) other: &'d [(usize, Usage)],
    /// The day that the story is at, where it was told in this paragraph or the one before.
    pub(super) day: Option<NaiveDateTime>,
    pub(super) reference: Option<NaiveDateTime>,
}

/// The day on which words were said.
struct Day {
    at: NaiveDateTime,
    /// The expression that says so.
    from: Option<usize>,
}

impl SoFar<'_, '_> {
    /// The time of the quoted expression at `at`, counted from the day on which it was said, and why.
    pub(super) fn time(&self, at: usize, sentence: &Sentence<'_>) -> Option<(Interval, Option<Step>)> {
        let here = self.expressions.get(at)?;
        let text = self.document.text.get(here.span.clone())?;
        let by = DAYS.iter().find(|(word, _)| text.starts_with(word))?.1;
        let Value::Interval(time) = here.value else { return None };
        if !words::begins(text, Class::Today) || time.granularity < Granularity::Day {
            return None;
        }
        let open = opened(self.document, sentence.base, here)? + sentence.base;
        if !self.tells_what_is_done(sentence, open, at) {
            return None;
        }
        let day = self.said(open, at)?;
        let now = self.reference?;
        if !(0..=RECENT).contains(&now.date().signed_duration_since(day.at.date()).num_days()) {
            return None;
        }
        let moved = day.at.date().checked_add_signed(Duration::days(by))?.signed_duration_since(time.start?.date());
        let shift = |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.checked_add_signed(moved));
        let time = Interval { start: shift(time.start), end: shift(time.end), ..time };
        let step = day.from.and_then(|from| self.expressions.get(from));
        let step = step.map(|from| Step::FromDate(self.document.verbatim(&from.span).to_owned()));
        Some((time, step.filter(|_| moved != Duration::zero() || here.anchor != Anchor::Reference)))
    }

    /// The day on which the words that open at `open` were said, if who says them is told beside them.
    fn said(&self, open: usize, at: usize) -> Option<Day> {
        let frame = self.before(open).or_else(|| self.behind(at))?;
        let text = self.document.text.get(frame.clone())?;
        if words::has(text, Class::Elsewhen) || words::has(text, Class::Recall) {
            return None;
        }
        let inside = |index: &usize| {
            self.expressions.get(*index).is_some_and(|one| frame.start <= one.span.start && one.span.end <= frame.end)
        };
        let near = at.saturating_sub(BACK)..self.expressions.len().min(at + BACK);
        let Some(own) = near.rev().filter(|index| *index != at).find(inside) else {
            // Nothing says when: only where the story is at the page's own day.
            let now = self.reference.filter(|_| !words::has(text, Class::LooksBack))?;
            return self.day.filter(|day| day.date() == now.date()).map(|at| Day { at, from: None });
        };
        self.day_of(own).map(|day| Day { at: day, from: Some(own) })
    }

    /// 李某11月3日表示：“: the part of the sentence before a quotation, where it ends with a verb of speech.
    fn before(&self, open: usize) -> Option<Range<usize>> {
        let sentence = self.document.sentences.get(self.document.sentence_of(&(open..open))?)?;
        let lead = self.document.text.get(sentence.span.start..open)?;
        let from = lead.char_indices().rev().take(FRAME).take_while(|(_, letter)| *letter != '”').last()?.0;
        let frame = lead.get(from..)?;
        let tail = frame.char_indices().rev().nth(VERB).map_or(0, |(at, _)| at);
        words::has(frame.get(tail..)?, Class::Said).then_some(sentence.span.start + from..open)
    }

    /// …，”李某11月3日表示。: the same behind it.
    fn behind(&self, at: usize) -> Option<Range<usize>> {
        let from = self.expressions.get(at)?.span.end;
        let rest = self.document.text.get(from..)?;
        let near = rest.char_indices().nth(4 * FRAME).map_or(rest, |(at, _)| &rest[..at]);
        let close = near.find('”')?;
        if near[..close].contains(['“', '\n']) || !near[..close].ends_with(['，', ',']) {
            return None;
        }
        let frame = &near[close + '”'.len_utf8()..];
        let frame = &frame[..frame.find(['。', '“', '\n', '；'])?];
        let verb = frame.trim_end_matches(['，', ',', '：', ':']);
        let start = from + close + '”'.len_utf8();
        words::ends(verb, Class::Said).then_some(start..start + frame.len())
    }

    /// The day of an expression that says when something was said.
    fn day_of(&self, at: usize) -> Option<NaiveDateTime> {
        let fine = |time: &Interval| {
            time.granularity >= Granularity::Day && time.granularity != Granularity::Range && !time.approx
        };
        if let Ok(found) = self.found.binary_search_by_key(&at, |mention| mention.timex) {
            let Time::Dated(time) = self.found.get(found)?.time else { return None };
            return time.start.filter(|_| fine(&time));
        }
        let does = self.other.binary_search_by_key(&at, |(at, _)| *at).ok().and_then(|found| self.other.get(found));
        let one = self.expressions.get(at)?;
        let Value::Interval(time) = one.value else { return None };
        let plain = matches!(one.anchor, Anchor::None | Anchor::Reference | Anchor::Carried(_)) && !time.clock_only;
        let said = does.is_none_or(|(_, usage)| matches!(usage, Usage::Scope | Usage::Event));
        time.start.filter(|_| plain && said && fine(&time))
    }

    /// Whether the quoted clause tells what is done on that day, and not how things are nowadays (“今天，我们站在…”),
    /// asks (“明天能走吗？”), or is of a day that the speaker named before.
    fn tells_what_is_done(&self, sentence: &Sentence<'_>, open: usize, at: usize) -> bool {
        let Some(here) = self.expressions.get(at) else { return false };
        let text = self.document.text;
        let before = self.expressions.get(at.saturating_sub(BACK)..at).unwrap_or_default();
        let other = before.iter().any(|one| {
            one.span.start > open && text.get(one.span.clone()).is_none_or(|one| !words::begins(one, Class::Today))
        });
        let rest = text.get(here.span.end..sentence.span.end).unwrap_or_default();
        let clause = &rest[..rest.find(['，', '。', '；', '！', '？', '”', '、']).unwrap_or(rest.len())];
        let asks = rest.find(['。', '！', '？', '”']).is_some_and(|ends| rest[ends..].starts_with('？'));
        let brief = clause.chars().take(CLAUSE + 1).count() <= CLAUSE;
        let words = sentence.words_in(&(here.span.end..here.span.end + clause.len()));
        let long = |word: &Word<'_>| word.text.chars().count() > 1;
        let deed = |word: &Word<'_>| is_predicate(word) && word.tag != "a" || matches!(word.tag, "vn" | "x");
        let thing = |word: &Word<'_>| long(word) && (word.tag.starts_with('n') || matches!(word.tag, "s" | "x"));
        // 复工; 撤出山区, which jieba takes apart.
        let does = words
            .iter()
            .enumerate()
            .any(|(at, word)| deed(word) && (long(word) || word.tag == "v" && words.iter().skip(at + 1).any(thing)));
        let state = words.iter().any(|word| words::is(word.text, Class::State));
        !other && !asks && brief && does && !state
    }
}
