//! Times in somebody's words, which may be of a day that only the speaker knows.

use chrono::{Datelike as _, NaiveDateTime};

use super::{
    document::{Document, Sentence, is_predicate, near},
    words::{self, Class},
};
use crate::lexicon::Word;
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
        || is_no_told_deed(document, sentence, expression)
}

/// “周六带孩子去公园”, “今年9月就能上市”, “去年冬天，上万户没有暖气”: in direct speech a bare verb is what the speaker does,
/// means to do or says of how things are. A deed that is told is marked as done (了, 过, 被, 已) or counted, one to come
/// is announced (将, 预计), or it is of something else than the speaker. A day or a year that is stated is of a story.
fn is_no_told_deed(document: &Document<'_>, sentence: &Sentence<'_>, expression: &Timex) -> bool {
    let text = document.text.get(expression.span.clone()).unwrap_or_default();
    let goal =
        text.ends_with('年') && document.text.get(..expression.span.start).is_some_and(|lead| lead.ends_with('到'));
    if expression.anchor == Anchor::None && !goal || text.contains(['日', '号']) {
        return false;
    }
    let Some(open) = opened(document, sentence.base, expression).map(|open| open + sentence.base) else { return false };
    let at = sentence.clause_at(expression.span.start);
    let Some(clause) = sentence.clauses.get(at) else { return false };
    let behind = document.text.get(expression.span.end..clause.end.max(expression.span.end)).unwrap_or_default();
    // 去年冬天，…; 去年1月重启后，…: what is told stands in the next clause.
    let leads = behind.trim().is_empty() || behind.trim_end().ends_with(['后', '时']);
    let end = sentence.clauses.get(at + usize::from(leads)).unwrap_or(clause).end;
    let range = near(document.text, &(clause.start.max(open)..end), &expression.span);
    let words: Vec<&Word<'_>> = sentence
        .words_in(&range)
        .iter()
        .filter(|word| word.end() <= expression.span.start || expression.span.end <= word.start)
        .collect();
    let any = |class: Class| words.iter().any(|word| words::is(word.text, class));
    // 没见过, 看不懂, which jieba may take for one word.
    let not = |word: &&Word<'_>| {
        matches!(word.text, "不" | "未" | "不会" | "不能" | "无法" | "从未" | "一直")
            || word.text.starts_with('没')
            || word.text.chars().count() == 3 && word.text.chars().nth(1) == Some('不')
    };
    if words.iter().any(not) {
        return true;
    }
    let done = |word: &&Word<'_>| {
        matches!(word.tag, "m" | "mq") && !word.text.starts_with('好')
            || word.text.ends_with(['了', '过'])
            || matches!(word.text, "被" | "已" | "已经" | "曾" | "曾经" | "刚" | "刚刚" | "把")
    };
    // 是客户半年前主动提出来的
    let cleft = document.text.get(..end).is_some_and(|told| told.ends_with('的'));
    // “下个月我们要去考证”: more than one person's wish.
    let announced = any(Class::Plan)
        || words.windows(2).any(|pair| matches!((pair[0].text, pair[1].text), ("我们" | "咱们", "要")));
    if cleft || announced || words.iter().any(done) {
        return false;
    }
    // “到2011年，医疗保障覆盖城乡居民”
    if goal {
        return true;
    }
    // 产品上个月通过了认证，明年二季度上车: who does it was told before.
    let subject = sentence
        .words_in(&near(document.text, &(sentence.span.start.max(open)..range.end), &expression.span))
        .iter()
        .take_while(|word| word.start < range.start || !is_predicate(word))
        .any(|word| {
            word.tag.starts_with('n')
                || matches!(word.tag, "j" | "x" | "eng" | "vn") && word.text.starts_with(char::is_alphanumeric)
        });
    let speaker = words.iter().any(|word| word.text.starts_with(['我', '咱', '你']));
    any(Class::State) || speaker || !subject
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
    let mut far = lead.len().saturating_sub(QUOTED * '“'.len_utf8());
    while !lead.is_char_boundary(far) {
        far += 1;
    }
    let Some(open) = lead[far..].rfind(['“', '「']).map(|open| far + open) else {
        // Straight marks come in pairs within a paragraph.
        let odd = far == 0 && lead.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
        return lead.rfind('"').filter(|_| odd);
    };
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
