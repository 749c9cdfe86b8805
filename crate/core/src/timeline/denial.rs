//! 否认, 不实: whether a sentence says that its event did not happen.

use super::{
    document::{is_predicate, near},
    kind::{Told, dates_something},
    words::{self, Class},
};
use crate::{lexicon::Word, text::is_han};

/// So many clauses behind the event's own can deny it.
const REACH: usize = 6;
/// 系一则网络谣言: so many words stand between what is said of it and its verb.
const BETWEEN: usize = 4;

/// Whether the event's own clause denies (公司否认裁员), the same speaker goes on to (发布消息，称该说法毫无根据), or a later
/// clause says of what was told that it is not so (该传闻不实). `claimed`: the event is hearsay, and 否认 answers it.
pub(super) fn is_denied(told: &Told<'_, '_>, claimed: bool) -> bool {
    if answers_no(told) {
        return true;
    }
    let first = told.sentence.clause_at(told.range.start);
    let clauses = told.sentence.clauses.iter().skip(first).take(REACH);
    // A clause with another time is another event: 11日对此予以否认.
    let clauses = clauses.take_while(|clause| clause.start <= told.range.start || clause.end <= told.until);
    // Whether what the clauses before tell is more than that somebody says something.
    let (mut opened, mut speaks) = (false, true);
    // Whether the clause before ends in 称: what follows is the answer.
    let mut content = false;
    for clause in clauses {
        let start = clause.start.max(told.range.start).min(clause.end);
        let part = near(told.text, &(start..clause.end), &(start..start));
        let text = told.text.get(part.clone()).unwrap_or_default();
        let words = told.sentence.words_in(&part);
        if let Some(deny) = denial(text, words, part.start, opened && speaks) {
            let same = speaks && part.start < told.range.end && (goes_on(words) || (content && deny != "否认"));
            let answers = claimed || deny != "否认";
            if !opened || same || (answers && (refers_back(text) || says_what_it_is(words) || claimed)) {
                return true;
            }
        }
        content = words.last().is_some_and(|last| words::is(last.text, Class::Speech));
        if dates_something(words) {
            opened = true;
            speaks &= [Class::Speech, Class::Cited, Class::Reporter].iter().any(|class| words::has(text, *class));
        }
    }
    false
}

/// 公司昨日回应称，“没有这样的计划”: an answer whose first verb is negated, where it tells no lack of news (没有收到通知).
fn answers_no(told: &Told<'_, '_>) -> bool {
    const ANSWERS: [&str; 3] = ["回应", "答复", "澄清"];
    const NOT: [&str; 10] = ["没有", "没", "未", "从未", "并未", "未曾", "并非", "并没有", "不存在", "暂无"];
    let sentence = told.sentence;
    let whole = near(told.text, &sentence.span, told.span);
    let about = told.text.get(whole.clone()).is_some_and(|text| text.contains("对此"));
    let words = sentence.words_in(&(told.span.end..whole.end));
    let answer = |word: &Word<'_>| {
        ANSWERS.iter().any(|answer| word.text.starts_with(answer)) || (about && words::is(word.text, Class::Said))
    };
    let Some(from) = words.iter().take(BEFORE).position(answer) else { return false };
    // What the time dates is the answer.
    if words[from].start >= told.until.max(told.range.end)
        || words[..from].iter().any(|word| word.tag == "v" && !matches!(word.text, "发布" | "作出" | "做出" | "发表"))
    {
        return false;
    }
    let said = &words[from + 1..];
    // jieba knows no 称未.
    let negates = |word: &Word<'_>| NOT.contains(&word.text) || (word.tag == "x" && word.text.ends_with('未'));
    let Some(not) = said.iter().take(BEFORE).position(negates) else { return false };
    let plain = |word: &Word<'_>| {
        !is_predicate(word)
            || [Class::Speech, Class::Cited, Class::Said].iter().any(|class| words::is(word.text, *class))
    };
    let lacks = |word: &Word<'_>| words::begins(word.text, Class::Lacks);
    said[..not].iter().all(plain) && !said[not + 1..].iter().take(BETWEEN).any(lacks)
}

/// So many words stand before an answer and before its 没有 at most.
const BEFORE: usize = 12;

/// The word by which a clause denies, if any.
fn denial<'w>(text: &str, words: &[Word<'w>], base: usize, said: bool) -> Option<&'w str>
where
    'static: 'w,
{
    for word in words::of(Class::Deny) {
        let mut places = text.match_indices(word);
        if places.any(|(at, _)| denies(word, &text[..at], &text[at + word.len()..])) {
            return Some(word);
        }
    }
    // 系谣言, 纯属捏造; 传播谣言 is done.
    let untrue = words::of(Class::Untrue).find(|word| {
        text.match_indices(word).any(|(at, _)| {
            let end = words.partition_point(|word| word.start < base + at);
            words[..end].iter().rev().take(BETWEEN).any(|word| words::is(word.text, Class::Asserts))
        })
    });
    // 并无 is a denial where somebody says it.
    let none = text.split_once("并无").filter(|(before, _)| said || words::has(before, Class::Speech)).map(|_| "并无");
    untrue.or(none)
}

fn denies(word: &str, before: &str, after: &str) -> bool {
    // 没有否认, 不予否认, 不可否认
    let not = ["未", "没有", "不", "不予", "未予", "不可", "无可"].iter().any(|not| before.ends_with(not));
    match word {
        "否认" => !not,
        // 不实信息 is what was told, 散布不实言论 is done.
        "不实" => !after.starts_with(is_han),
        "辟谣" => !["平台", "专区", "网站"].iter().any(|noun| after.starts_with(noun)),
        _ => true,
    }
}

/// 称该说法毫无根据, 否认造假: no subject of its own stands before the verb.
fn goes_on(words: &[Word<'_>]) -> bool {
    let subject = |word: &&Word<'_>| word.tag.starts_with('n') || word.tag.starts_with('r') || word.tag == "x";
    let verb = |word: &&Word<'_>| is_predicate(word) || words::is(word.text, Class::Deny);
    let first = words.iter().find(|word| subject(word) || verb(word));
    first.is_some_and(|first| verb(&first))
}

/// 该传闻不实, 对此予以否认: what the clause speaks of was told before.
fn refers_back(text: &str) -> bool {
    ["该", "此", "这", "上述", "相关", "传闻", "传言", "说法", "网传"].iter().any(|word| text.contains(word))
}

/// 系谣言, 均为不实信息
fn says_what_it_is(words: &[Word<'_>]) -> bool {
    words.iter().find(|word| word.tag != "d").is_some_and(|first| words::is(first.text, Class::Asserts))
}
