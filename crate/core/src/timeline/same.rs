//! Where a mention says itself that it speaks of an event told before.

use std::ops::Range;

use super::{
    document::{Document, Sentence, is_content, near},
    headline,
    mention::{Mention, Time},
    words::{self, Class},
};
use crate::{
    lexicon::Word,
    timex::{Granularity, Interval},
};

/// A sentence that only presents its day has so many letters at most: 最难的一次在9月17日。
const PRESENTS: usize = 18;
/// So many mentions back an event may have been told.
const BACK: usize = 24;
/// The name of an occasion or of a place has so many letters at most.
const OCCASION: usize = 10;

/// The mention whose event a later one takes up, by its position.
pub(super) fn told_before(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    index: usize,
    span: &Range<usize>,
    time: &Time,
    found: &[Mention<'_>],
) -> Option<usize> {
    let Time::Dated(time) = time else { return None };
    let expression = document.text.get(span.clone())?;
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).unwrap_or(&sentence.span);
    let clause = near(document.text, clause, span);
    let after = document.text.get(span.end..clause.end.max(span.end))?;
    let opens = |words: &[&str]| words.iter().any(|word| expression.starts_with(word));
    if let Some(last) = found.last()
        && ((opens(&["那天", "这天", "当天", "当日"]) && holds(last, time) && presents(document, last, index))
            || (opens(&["那一年", "那年", "当年", "这一年", "这年"])
                && is_part_of(time, last)
                && ends_with_its_time(document, last, index)))
    {
        return Some(found.len() - 1);
    }
    if let Some(event) = after.trim_start_matches('的').strip_prefix(['这', '该', '本', '此'])
        && event.starts_with(['场', '次', '起', '轮', '届'])
    {
        return latest(found, |mention| holds(mention, time));
    }
    if let Some(at) = goes_on(document, sentence, index, span, time, found) {
        return Some(at);
    }
    // 2002年上市以来: the year of what was told of that year.
    if headline::since(document, sentence, span).is_some() {
        let words = sentence.words_in(&(span.end..clause.end)).iter().filter(|word| is_content(word)).count();
        let alone = words <= 1 && document.text.get(clause.start..span.start)?.trim().is_empty();
        let same = |mention: &Mention<'_>| matches!(mention.time, Time::Dated(told) if told.start == time.start && told.granularity == time.granularity);
        return latest(found, |mention| alone && same(mention));
    }
    if tells_the_moment(document, sentence, &clause, span, time) {
        return latest(found, |mention| mention.sentence < index && is_about(mention, time));
    }
    if is_sensed(document, sentence, span, time) {
        let then = |mention: &Mention<'_>| mention.sentence < index && begins_within(mention, time);
        return found.iter().take(BACK).position(then);
    }
    let thing = occasion(sentence, span, after).or_else(|| while_it_happens(sentence, span, after))?;
    // 股东会 takes up 临时股东会, whatever words jieba makes of it.
    let named = |mention: &Mention<'_>| {
        let told = document.sentences.get(mention.sentence).map(|told| near(document.text, &told.span, &mention.span));
        told.and_then(|told| document.text.get(told)).is_some_and(|told| told.contains(thing))
    };
    latest(found, |mention| mention.sentence < index && named(mention) && holds(mention, time))
}

/// 她最后一次出门的时间为18日20时07分: when it was, of what was told of about that time.
fn tells_the_moment(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    clause: &Range<usize>,
    span: &Range<usize>,
    time: &Interval,
) -> bool {
    let told = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    let closes = told(span.end..clause.end.max(span.end)).chars().all(|letter| !letter.is_alphanumeric());
    let last = sentence.span.end <= clause.end + '。'.len_utf8();
    let exact = matches!(time.granularity, Granularity::Minute | Granularity::Second);
    exact && closes && last && words::ends(told(clause.start..span.start).trim_end(), Class::ToldWhen)
}

/// 目击者说，下午三点多，他听到一声巨响: what the article tells of at that hour.
fn is_sensed(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>, time: &Interval) -> bool {
    let part = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    let whole = near(document.text, &sentence.span, span);
    let next = sentence.clauses.get(sentence.clause_at(span.start) + 1).map_or(span.end, |clause| clause.end);
    time.granularity == Granularity::Hour
        && words::has(part(whole.start..span.start), Class::Witness)
        && words::has(part(span.end..next.min(whole.end).max(span.end)), Class::Senses)
}

/// Whether a mention is of a moment within a time.
fn begins_within(mention: &Mention<'_>, time: &Interval) -> bool {
    let Time::Dated(told) = mention.time else { return false };
    let clock = told.granularity >= Granularity::Hour && told.granularity != Granularity::Range;
    clock && matches!((time.start, time.end, told.start), (Some(from), Some(to), Some(at)) if from <= at && at < to)
}

/// Whether a mention is of about an exact time: 20时许 holds 20时07分.
fn is_about(mention: &Mention<'_>, time: &Interval) -> bool {
    let Time::Dated(told) = mention.time else { return false };
    let hour = told.granularity == Granularity::Hour;
    hour && matches!((told.start, told.end, time.start), (Some(from), Some(to), Some(at)) if from <= at && at < to)
}

/// Whether the expression only says once more when what was just told happened: 截至10月8日，店里当月…; 当天现场;
/// 讨论从下午2时持续到夜里11时; 其中13日; 头班船应在3月9日起航，但那天….
fn goes_on(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    index: usize,
    span: &Range<usize>,
    time: &Interval,
    found: &[Mention<'_>],
) -> Option<usize> {
    let (last, at) = (found.last()?, found.len() - 1);
    let Time::Dated(told) = last.time else { return None };
    let expression = document.text.get(span.clone())?;
    let own = sentence.clause_at(span.start);
    let clause = near(document.text, sentence.clauses.get(own).unwrap_or(&sentence.span), span);
    let (before, after) =
        (document.text.get(clause.start..span.start)?, document.text.get(span.end..clause.end.max(span.end))?);
    let same = last.sentence == index;
    let next = last.sentence + 1 == index;
    let inside = matches!((time.start, told.start, time.end, told.end), (Some(a), Some(b), Some(c), Some(d)) if a <= b && d <= c);
    let back = words::is(expression, Class::ThatTime);
    // 截至10月8日，店里当月…; 8日贴出当日停航的告示
    let near_by =
        same && own <= sentence.clause_at(last.span.start) + usize::from(is_only_time(document, sentence, last));
    let repeats = back && near_by && inside && expression.starts_with(['当', '同']);
    // 头班船应该在3月9日起航，但那天…
    let meant = document.text.get(near(
        document.text,
        &(sentence.span.start..last.span.start.max(sentence.span.start)),
        &last.span,
    ));
    let fails = back
        && same
        && holds(last, time)
        && words::begins(before.trim_start(), Class::Contrary)
        && meant.is_some_and(|meant| words::has(meant, Class::Ought));
    // 最冷的一刻出现在13日清晨。5时40分许，…
    let clock = |time: &Interval| time.granularity >= Granularity::Day && time.granularity != Granularity::Range;
    let finer = clock(&told)
        && clock(time)
        && told.granularity < time.granularity
        && matches!((told.start, time.start, told.end), (Some(a), Some(b), Some(c)) if a <= b && b < c);
    // 突破是在国庆假期。10月3日，…
    let of_a_stretch = told.granularity == Granularity::Range && clock(time) && is_part_of(time, last);
    let told_now = (finer || of_a_stretch) && before.trim().is_empty() && own == 0 && presents(document, last, index);
    // 截至今天8时，今年栽树六万棵: one clause, two times for it.
    let both = same
        && own == sentence.clause_at(last.span.start) + 1
        && is_only_time(document, sentence, last)
        && before.trim().is_empty()
        && inside
        && clock(&told)
        && time.granularity < told.granularity;
    if repeats || fails || told_now || both {
        return Some(at);
    }
    // 其中，北京13日…
    let part = next
        && clock(time)
        && told.start == time.start
        && told.granularity == time.granularity
        && document.text.get(sentence.span.clone())?.starts_with("其中");
    // 讨论从下午2时持续到夜里11时许
    let lasts = next
        && time.granularity == Granularity::Range
        && time.start.is_some_and(|start| start.time() != chrono::NaiveTime::MIN)
        && (words::has(after, Class::Lasts) || words::has(expression, Class::Lasts))
        && holds(last, time);
    // 当天现场
    let scene = back && words::begins(after, Class::Scene) && holds(last, time);
    (part || lasts || scene).then_some(at)
}

/// 截至10月8日: the clause of a mention's time holds nothing else.
fn is_only_time(document: &Document<'_>, sentence: &Sentence<'_>, mention: &Mention<'_>) -> bool {
    let clause = sentence.clauses.get(sentence.clause_at(mention.span.start)).unwrap_or(&sentence.span);
    let behind = document.text.get(mention.span.end..clause.end.max(mention.span.end)).unwrap_or_default();
    let behind = behind.trim_start_matches("为止");
    behind.chars().take(3).filter(|letter| letter.is_alphanumeric()).count() < 2
}

/// 称灯是自己关的，当晚犯了困: 当晚 in somebody's words about another day, where the sentence's own day is told before them.
pub(super) fn is_of_what_is_said(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    index: usize,
    span: &Range<usize>,
    found: &[Mention<'_>],
) -> bool {
    let Some(last) = found.last().filter(|last| last.sentence == index) else { return false };
    let back = document.text.get(span.clone()).is_some_and(|text| words::is(text, Class::ThatTime));
    let own = sentence.clause_at(span.start);
    let from = sentence.clause_at(last.span.start) + 1;
    let said = |clause: &Range<usize>| {
        let text = document.text.get(clause.clone()).unwrap_or_default();
        ["称", "说", "承认", "回忆", "坦言", "交代"].iter().any(|word| text.starts_with(word))
    };
    back && from <= own
        && sentence.clauses.get(from.max(own.saturating_sub(2))..=own).is_some_and(|near| near.iter().any(said))
}

fn latest(found: &[Mention<'_>], meets: impl Fn(&Mention<'_>) -> bool) -> Option<usize> {
    (found.len().saturating_sub(BACK)..found.len()).rev().find(|at| found.get(*at).is_some_and(&meets))
}

/// Whether a mention's sentence stands right before and says hardly more than its day.
fn presents(document: &Document<'_>, mention: &Mention<'_>, index: usize) -> bool {
    let told = document.sentences.get(mention.sentence).filter(|_| mention.sentence + 1 == index);
    let Some(told) = told else { return false };
    let text = document.text.get(told.span.clone()).unwrap_or_default();
    // 最难的一次在9月17日。矛盾在9月30日爆发。
    let behind = told.words_in(&(mention.span.end..told.span.end)).iter().filter(|word| is_content(word)).count();
    text.chars().filter(|letter| letter.is_alphanumeric()).take(PRESENTS + 1).count() <= PRESENTS && behind <= 1
}

/// 最早发现于1958年。当年冬天…: whether the time is the news of the sentence right before, which it closes.
fn ends_with_its_time(document: &Document<'_>, mention: &Mention<'_>, index: usize) -> bool {
    let told = document.sentences.get(mention.sentence).filter(|_| mention.sentence + 1 == index);
    let Some(told) = told else { return false };
    let part = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    let before = part(told.span.start..mention.span.start).trim_end();
    before.ends_with('于') && part(mention.span.end..told.span.end).chars().all(|letter| !letter.is_alphanumeric())
}

/// Whether a time begins within a mention's: the winter of 1958 ends in the next year.
fn is_part_of(time: &Interval, mention: &Mention<'_>) -> bool {
    let Time::Dated(told) = mention.time else { return false };
    matches!((told.start, time.start, told.end), (Some(from), Some(at), Some(to)) if from <= at && at < to)
}

/// Whether a mention is of the day of a time.
fn holds(mention: &Mention<'_>, time: &Interval) -> bool {
    let (Time::Dated(told), Some(start)) = (mention.time, time.start) else { return false };
    told.start.is_some_and(|told| told.date() == start.date())
}

/// 在昨日的股东会上: the occasion or the place, which was told of before.
fn occasion<'t>(sentence: &Sentence<'t>, span: &Range<usize>, after: &'t str) -> Option<&'t str> {
    let noun = after.trim_end_matches(['，', ',']).trim_end();
    let named = noun.strip_prefix('的').filter(|_| noun.chars().count() <= OCCASION)?;
    let named = named.strip_suffix(['上', '里', '中'])?.trim();
    let words = sentence.words_in(&(span.end..span.end + after.len()));
    let last = words.iter().rev().find(|word| word.tag.starts_with('n') && is_content(word))?;
    // jieba reads 股东会上 as 股东, 会上.
    let end = after.find(named)? + named.len();
    after.get(last.start.checked_sub(span.end)?..end)
}

/// 8日下午仓库起火时，库内…: what was going on, which was told of before.
fn while_it_happens<'t>(sentence: &Sentence<'t>, span: &Range<usize>, after: &str) -> Option<&'t str> {
    let told = after.trim_end_matches(['，', ',']).trim_end();
    let closes = ["时", "之时", "的时候"].iter().any(|closes| told.ends_with(closes));
    // 接受记者采访时 is what many do on a day.
    if !closes || told.chars().count() > 2 * OCCASION || words::has(told, Class::Reporter) {
        return None;
    }
    let words = sentence.words_in(&(span.end..span.end + after.len()));
    words.iter().find(|word| is_content(word)).map(|word| word.text)
}

/// Whether an expression only says again which day or year it is; 同日 and 同年 tell of something else.
pub(super) fn takes_up_day(document: &Document<'_>, span: &Range<usize>) -> bool {
    document.text.get(span.clone()).is_some_and(|text| matches!(text, "当天" | "当日" | "当晚" | "当年" | "当月"))
}

/// Who says what a headline tells: the person before the verb of speech, also behind it as far as `until` (公司今日召开说明会，
/// 董事长某某表示，…), or the paper.
pub(super) fn said_by<'t>(
    document: &Document<'t>,
    sentence: &Sentence<'t>,
    headline: &Range<usize>,
    until: usize,
) -> Option<&'t str> {
    let clause = sentence.clauses.get(sentence.clause_at(headline.start))?;
    let range = near(document.text, &(clause.start.min(headline.start)..headline.end), headline);
    let text = document.text.get(range.clone())?;
    // 发布公告称, 公告中称: jieba takes both for other words.
    let paper = words::of(Class::Cited).find(|paper| {
        let behind = text.split_once(*paper).map(|(_, behind)| behind.trim_start_matches('中'));
        behind.is_some_and(|behind| words::begins(behind, Class::Speech))
    });
    let words = sentence.words_in(&near(document.text, &(range.start..until.max(range.end)), &range));
    let says = words.iter().position(|word| words::is(word.text, Class::Speech) && word.text != "宣布");
    // …，某某说。: of which event he speaks is not told.
    let closes =
        |verb: &Word<'_>| verb.start >= range.end && sentence.words.last().is_some_and(|last| last.start <= verb.end());
    let before = says.filter(|at| !closes(&words[*at])).and_then(|at| words.get(..at)).unwrap_or_default();
    before.iter().rev().find(|word| is_person(word)).map(|word| word.text).or(paper)
}

/// jieba tags a name that it does not know as x.
fn is_person(word: &Word<'_>) -> bool {
    let letters = word.text.chars().count();
    let unknown = word.tag == "x" && (2..=3).contains(&letters) && word.text.chars().all(crate::text::is_han);
    (matches!(word.tag, "nr" | "nrt") && letters > 1) || (unknown && words::begins(word.text, Class::Surname))
}
