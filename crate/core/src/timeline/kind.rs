//! Happened, planned, reported, denied: what the sentence says of its event.

use std::{cmp::Ordering, ops::Range};

use chrono::{Duration, NaiveDateTime, NaiveTime};

use super::{
    Kind, about,
    ahead::is_future_will,
    denial,
    document::{Sentence, may_predicate, near},
    hearsay,
    words::{self, Class},
};
use crate::{
    lexicon::Word,
    timex::{Granularity, Interval},
};

/// What a sentence tells at one of its times.
pub(super) struct Told<'d, 't> {
    pub(super) text: &'t str,
    pub(super) sentence: &'d Sentence<'t>,
    /// The expression.
    pub(super) span: &'d Range<usize>,
    /// The clauses that tell the event, from the expression on.
    pub(super) range: Range<usize>,
    /// Where the sentence's next time begins to tell of something else.
    pub(super) until: usize,
}

/// The kind of an event at `time`.
///
/// What lies behind the reference has happened, unless the words say that it was only meant to (原定5月开工，但…); what
/// lies ahead is planned. Only for a time that holds the reference do the verbs decide. Hearsay is hearsay on both sides.
pub(super) fn kind(told: &Told<'_, '_>, time: Option<&Interval>, reference: Option<NaiveDateTime>) -> Kind {
    let hearsay = hearsay::is_hearsay(told);
    if denial::is_denied(told, hearsay) {
        return Kind::Denied;
    }
    if hearsay {
        return Kind::Reported;
    }
    let planned = match side(time, reference) {
        Some(Ordering::Greater) => true,
        Some(Ordering::Less) => was_planned(told) || is_promised(told),
        Some(Ordering::Equal) => opens_ahead(told) || is_due(told) || was_planned(told) || looks_ahead(told),
        None => false,
    };
    if planned { Kind::Planned } else { Kind::Happened }
}

/// Whether a time lies before, at or after the day of the reference.
fn side(time: Option<&Interval>, reference: Option<NaiveDateTime>) -> Option<Ordering> {
    let (time, day) = (time?, reference?.date());
    // 12月20日前: the last day is ahead. 今晚7点: the hour is.
    let timed = matches!(time.granularity, Granularity::Part | Granularity::Hour | Granularity::Minute);
    let deadline = time.start.is_none()
        && time.end.is_some_and(|end| end.date() > day || (timed && reference.is_some_and(|now| end > now)));
    let tonight = timed && time.start > reference && reference.is_some_and(|now| now.time() != NaiveTime::MIN);
    if time.start.is_some_and(|start| start.date() > day) || deadline || tonight {
        return Some(Ordering::Greater);
    }
    // From today until some day to come; 今天夜间到明天白天.
    let ahead = time.start.is_some_and(|start| start.date() == day) && time.granularity == Granularity::Range;
    let until = |days: i64| time.end.is_some_and(|end| end > day.and_time(NaiveTime::MIN) + Duration::days(days));
    let clock = time.start.is_some_and(|start| start.time() != NaiveTime::MIN);
    if ahead && (until(3) || (clock && until(1))) {
        return Some(Ordering::Greater);
    }
    // 今天上午 is over at noon.
    let now = reference.filter(|now| now.time() != NaiveTime::MIN);
    let over = |end: NaiveDateTime| end <= day.and_time(NaiveTime::MIN) || now.is_some_and(|now| end <= now);
    if time.end.is_some_and(over) { Some(Ordering::Less) } else { Some(Ordering::Equal) }
}

/// 未来三天, 今后一周
fn opens_ahead(told: &Told<'_, '_>) -> bool {
    told.text.get(told.span.clone()).is_some_and(|text| words::begins(text, Class::Onward))
}

/// 首批措施本月内公布: a deadline to come, where nothing says that it is done.
fn is_due(told: &Told<'_, '_>) -> bool {
    let (text, span) = (told.text, told.span);
    let within = text.get(span.clone()).is_some_and(|text| text.ends_with('内'))
        || text.get(span.end..clause(told).end.max(span.end)).is_some_and(|behind| behind.starts_with('内'));
    within && !told.sentence.words_in(&near(text, &told.range, span)).iter().any(is_perfect)
}

/// The clause that the expression stands in.
fn clause(told: &Told<'_, '_>) -> Range<usize> {
    let whole = told.sentence.clauses.get(told.sentence.clause_at(told.span.start)).unwrap_or(&told.sentence.span);
    near(told.text, whole, told.span)
}

/// Whether a time that is over was only meant: 原定5月开工, 曾表示影片会在去年年底上映.
fn was_planned(told: &Told<'_, '_>) -> bool {
    let (text, span, clause) = (told.text, told.span, clause(told));
    let whole = text.get(clause.start..told.range.end.max(clause.end)).unwrap_or_default();
    // 原定于10月1日开幕, 10月1日原定开幕: the plan's word before the time, or behind it in its clause.
    // What is moved from there is meant no longer: 原定2月的庭审推迟到了5月26日.
    let lead = clause.start..span.start;
    let mut former = about::former_plans(text, told.sentence, &lead);
    if former.any(|behind| !words::has(behind, Class::Moves)) {
        return true;
    }
    let here = text.get(span.end..clause.end.max(span.end)).unwrap_or_default();
    if about::behind_a_former_plan(here.trim_start_matches(['起', ' '])).is_some() {
        return true;
    }
    let looked_back = ["曾", "此前", "当时", "早先", "一度"].iter().any(|word| whole.contains(word));
    let said = told.sentence.words_in(&(clause.start..span.start));
    let ahead = said
        .iter()
        .rev()
        .take(3)
        .any(|word| matches!(word.text, "会" | "会在" | "会于" | "将" | "将于" | "将在" | "拟于" | "拟"));
    looked_back && ahead && said.iter().any(|word| words::is(word.text, Class::Speech))
}

/// Whether the words right before a time that is over are a plan's: 承诺在1月底前修好, 计划于2022年投产.
fn is_promised(told: &Told<'_, '_>) -> bool {
    let clause = clause(told);
    let before = told.text.get(clause.start..told.span.start).unwrap_or_default();
    // 庙会定在23日，那天…: what is told is what became of it.
    let says = told.text.get(told.span.end..clause.end).is_some_and(|behind| behind.chars().nth(1).is_some());
    says && words::ends(before.trim_end(), Class::Promised)
}

/// Whether words of plans govern the predicate that the time dates: 今年仍将沿用, 预计今晚到达, 气象台预计，今天有雨.
///
/// 今天宣布将裁员: what is dated is the announcement.
fn looks_ahead(told: &Told<'_, '_>) -> bool {
    if told.sentence.words.is_empty() {
        // Without a lexicon, the letters: those that can hardly be anything else.
        let text = told.text.get(near(told.text, &told.range, told.span)).unwrap_or_default();
        return words::places(text, Class::Plan).any(|(_, plan)| plan.chars().count() > 1);
    }
    let own = told.sentence.clause_at(told.span.start);
    let before = told.sentence.clauses.iter().take(own).rev().take(CLAUSES);
    let forecast = |clause: &Range<usize>| {
        let words = told.sentence.words_in(&near(told.text, clause, &(clause.start..clause.start)));
        [words.first(), words.last()].into_iter().flatten().any(|word| words::is(word.text, Class::Forecast))
    };
    before.into_iter().any(forecast) || is_governed_before(told) || is_governed_behind(told)
}

/// So many clauses before the event's can hold its forecast.
const CLAUSES: usize = 8;

/// 预计澜宁是今年唯一…, 公司拟于今年上市: a plan's word before the time, not in a description (拟收购的公司今年).
fn is_governed_before(told: &Told<'_, '_>) -> bool {
    let clause = clause(told);
    let words = told.sentence.words_in(&(clause.start..clause.end.max(told.range.end)));
    let described = |from: usize| told.text.get(from..told.span.start).is_some_and(|between| between.contains('的'));
    let mut plans = plans(words, told.text).into_iter().map(|at| &words[at]);
    plans.any(|word| word.end() <= told.span.start && !described(word.end()))
}

/// 今年有关部门将…: a plan's word behind the time, and no verb before it that the time dates.
fn is_governed_behind(told: &Told<'_, '_>) -> bool {
    let first = told.sentence.clause_at(told.span.start);
    let clauses = told.sentence.clauses.iter().skip(first).take_while(|clause| clause.start < told.range.end);
    for clause in clauses {
        let start = clause.start.max(told.span.end).min(clause.end);
        let range = near(told.text, &(start..clause.end), &(start..start));
        let words = told.sentence.words_in(&range);
        let dated = words.iter().position(|word| is_verb(word) && !words::is(word.text, Class::Plan));
        if let Some(plan) = plans(words, told.text).first() {
            return dated.is_none_or(|dated| dated >= *plan);
        }
        let clause = told.text.get(range).unwrap_or_default();
        if dated.is_some() && (words::has(clause, Class::Speech) || is_done(words)) {
            return false;
        }
    }
    false
}

/// Whether words hold a predicate; 起 and 开始 belong to the time (8月中旬起).
pub(super) fn dates_something(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| may_predicate(word) && !matches!(word.text, "起" | "开始" | "到" | "至"))
}

/// 发布了公告, 已抵达, 宣布: what the clause tells is done.
fn is_done(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| is_perfect(word) || words::is(word.text, Class::News) && word.tag.starts_with('v'))
}

fn is_perfect(word: &Word<'_>) -> bool {
    matches!(word.text, "了" | "已" | "已经" | "曾")
}

/// A verb that a time can date; 是 and 有 may stand before the one that matters.
fn is_verb(word: &Word<'_>) -> bool {
    word.tag.starts_with('v') && word.tag != "vn" && !matches!(word.text, "是" | "有" | "为")
}

/// Where words of plans stand that are used as verbs: not 计划 in 护林计划手册, nor 将 in 将数据上报.
pub(super) fn plans(words: &[Word<'_>], text: &str) -> Vec<usize> {
    let verbal = |at: usize| {
        let word = &words[at];
        let next = words.get(at + 1);
        match word.text {
            "将" => is_future_will(words, at),
            // 也将工作重点转向
            _ if next.is_some_and(|next| next.text == "将") => is_future_will(words, at + 1),
            "计划" | "准备" | "打算" | "预定" | "承诺" | "争取" | "估计" | "预测" => {
                let noun = at.checked_sub(1).is_some_and(|before| matches!(words[before].tag, "uj" | "vn" | "b"));
                !noun && next.is_some_and(|next| leads_to_verb(next))
            }
            _ => true,
        }
    };
    (0..words.len()).filter(|at| is_plan(words, *at, text) && verbal(*at)).collect()
}

/// What stands behind a verb of plans: another verb, an adverb, a preposition, a time.
fn leads_to_verb(next: &Word<'_>) -> bool {
    let time = next.text.starts_with(|first: char| first.is_ascii_digit());
    matches!(next.tag, "d" | "p" | "t" | "m" | "ad" | "f" | "c") || next.tag.starts_with('v') || time
}

/// Whether a word of plans begins at a word: jieba takes some apart (或 将).
fn is_plan(words: &[Word<'_>], at: usize, text: &str) -> bool {
    let one = |word: &str| words::is(word, Class::Plan) || words::is(word, Class::Forecast);
    let two = || {
        let next = words.get(at + 1)?;
        text.get(words[at].start..next.end()).map(|both| words::is(both, Class::Plan))
    };
    one(words[at].text) || two().unwrap_or(false)
}
