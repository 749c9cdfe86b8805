//! 据知情人士透露, 网传: whether a sentence has its event from hearsay. 据介绍, 市民反映 and what an office says are none.

use std::ops::Range;

use super::{
    document::{Sentence, is_predicate, near},
    kind::{Told, plans},
    words::{self, Class},
};
use crate::lexicon::Word;

/// Between 有 and the source, and between the source and what it does, so many words stand.
const BETWEEN: usize = 5;
/// 流传于微信群的名单: so many letters behind its verb the thing is told.
const LETTERS: usize = 12;
/// So many clauses before the event's own can hold its source.
const REACH: usize = 12;
/// What belongs to an expression behind it.
const TAILS: [&str; 5] = ["起", "开始", "左右", "前后", "期间"];

/// Whether hearsay governs the event's clause: from within, as a frame before it (据知情人士透露，), or at the sentence's
/// end (，知情人士称).
pub(super) fn is_hearsay(told: &Told<'_, '_>) -> bool {
    let sentence = told.sentence;
    let own = sentence.clause_at(told.span.start);
    // 3月中旬，网上盛传…: the clause of the time alone is followed by the event's.
    for clause in sentence.clauses.iter().skip(own).take(3).take_while(|clause| clause.start < told.until) {
        if has_source(told, clause) {
            return true;
        }
        let behind = told.text.get(clause.start.max(told.span.end)..of(told, clause).end).unwrap_or_default();
        let behind = TAILS.iter().fold(behind, |rest, tail| rest.trim_start_matches(tail));
        if behind.chars().filter(|letter| letter.is_alphanumeric()).nth(1).is_some() {
            break;
        }
    }
    is_framed(told, own) || ends_with_source(told, own)
}

/// The nearest attribution before the event's clause is hearsay, and goes on to it.
fn is_framed(told: &Told<'_, '_>, own: usize) -> bool {
    let before = told.sentence.clauses.iter().take(own).rev().take(REACH);
    for clause in before {
        let opens = attributes(told.sentence, told, clause);
        if has_source(told, clause) {
            return opens || joins(told, own);
        }
        if opens {
            return false;
        }
    }
    false
}

/// 据知情人士透露，… and …称，…: the clause only says who says it.
fn attributes(sentence: &Sentence<'_>, told: &Told<'_, '_>, clause: &Range<usize>) -> bool {
    let words = sentence.words_in(&of(told, clause));
    let cites = words.iter().take(2).any(|word| matches!(word.text, "据" | "另据" | "又据" | "援引"));
    let said = words.iter().rev().find(|word| word.text.chars().any(char::is_alphanumeric));
    cites || said.is_some_and(|last| words::is(last.text, Class::Speech) || words::is(last.text, Class::Claims))
}

/// 并将于5月签约: the event's clause goes on with the subject of the one before.
fn joins(told: &Told<'_, '_>, own: usize) -> bool {
    let clause = told.sentence.clauses.get(own).and_then(|clause| told.text.get(clause.clone())).unwrap_or_default();
    ["并", "且", "而且", "还", "甚至"].iter().any(|word| clause.starts_with(word))
}

/// 双方将于5月签约，两名知情人士称。
fn ends_with_source(told: &Told<'_, '_>, own: usize) -> bool {
    let clauses = &told.sentence.clauses;
    let Some(last) = clauses.last().filter(|_| own + 1 < clauses.len() && told.until >= told.sentence.span.end) else {
        return false;
    };
    has_source(told, last) && attributes(told.sentence, told, last)
}

/// Whether a clause names a source of hearsay.
fn has_source(told: &Told<'_, '_>, clause: &Range<usize>) -> bool {
    let range = of(told, clause);
    let text = told.text.get(range.clone()).unwrap_or_default();
    let words = told.sentence.words_in(&range);
    // 针对网传消息, 就相关传闻: what is answered, or done about it.
    let answered = |at: usize| {
        let before = words.iter().take_while(|word| word.start < at);
        let mut about = false;
        for word in before {
            about |= matches!(word.text, "针对" | "就" | "对于" | "关于" | "围绕" | "对");
            about &= !is_predicate(word);
        }
        about
    };
    let known = words::of(Class::Hearsay).any(|word| {
        text.match_indices(word).any(|(at, _)| {
            let open = word.starts_with("人士") && words::ends(&text[..at], Class::Open);
            !open
                && !is_aside(&text[..at])
                && !answered(range.start + at)
                && (word != "疑似" || !describes(words, range.start + at))
                && !spreads_a_thing(&text[at + word.len()..])
        })
    });
    let informed = text.match_indices("知情").any(|(at, _)| {
        let whole = text[..at].chars().next_back().map_or(at, |before| at - before.len_utf8());
        !words::of(Class::Informed).any(|word| text[at..].starts_with(word) || text[whole..].starts_with(word))
    });
    // 网上曾传出某人去世的消息
    let spread = text.split_once("传出").is_some_and(|(_, what)| what.contains("的消息"));
    known || informed || spread || is_unnamed(told, words, clause) || is_foretold_by_media(told, words)
}

/// 一干人（据说是8个）: what stands in brackets is of its word alone.
fn is_aside(before: &str) -> bool {
    before.rfind(['（', '(']).is_some_and(|open| !before[open..].contains(['）', ')']))
}

/// 据外媒报道，双方将签约: plans that are told by media without a name.
fn is_foretold_by_media(told: &Told<'_, '_>, words: &[Word<'_>]) -> bool {
    let media = words.iter().position(|word| word.text == "外媒" || word.text == "媒体");
    let Some(at) = media else { return false };
    let official = at
        .checked_sub(1)
        .is_some_and(|before| words::is(words[before].text, Class::Open) || words[before].text == "社交");
    let says = words[at + 1..]
        .iter()
        .take(BETWEEN)
        .any(|word| words::is(word.text, Class::Claims) || word.text.starts_with("报道"));
    let behind = told.sentence.words_in(&near(
        told.text,
        &(words[at].start..told.until.max(told.range.end)),
        &(words[at].start..words[at].start),
    ));
    !official && says && !plans(behind, told.text).is_empty()
}

/// 一例疑似病例: the word only describes a noun.
fn describes(words: &[Word<'_>], at: usize) -> bool {
    let from = words.partition_point(|word| word.end() <= at);
    // jieba takes 疑似病例 together.
    let whole = words.get(from).is_some_and(|here| here.text.len() > "疑似".len());
    let noun = words.get(from + 1).is_some_and(|next| next.tag.starts_with('n'));
    // 某品牌的疑似致死
    let named = from.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.text == "的");
    whole || named || noun && !words.get(from + 2).is_some_and(is_predicate)
}

/// 网传图片, 流传于微信群的名单: a picture or a list is no hearsay.
fn spreads_a_thing(after: &str) -> bool {
    let near = after.char_indices().nth(LETTERS).map_or(after, |(end, _)| &after[..end]);
    words::begins(near, Class::Exhibit)
        || near.split_once('的').is_some_and(|(_, noun)| {
            let noun = noun.trim_start_matches(['“', '《']);
            words::begins(noun, Class::Exhibit)
        })
}

/// 有媒体称, 多家媒体推测, 有账号发布消息，称: a source that is not named says it.
fn is_unnamed(told: &Told<'_, '_>, words: &[Word<'_>], clause: &Range<usize>) -> bool {
    let some = |word: &Word<'_>| {
        word.text.ends_with('有') || matches!(word.text, "多家" | "多名" | "一些" | "部分" | "不少" | "多位")
    };
    for (at, _) in words.iter().enumerate().filter(|(_, word)| some(word)) {
        let behind = &words[at + 1..words.len().min(at + 1 + BETWEEN)];
        // 有员工爆料
        if behind.iter().any(|word| word.text.starts_with("爆料")) {
            return true;
        }
        let source =
            behind.iter().position(|word| words::begins(word.text, Class::Unnamed) || word.text.ends_with("账号"));
        let Some(source) = source.filter(|source| !behind[..*source].iter().any(|word| word.text == "《")) else {
            continue;
        };
        let then = &words[at + 2 + source..];
        if then.iter().take(BETWEEN).any(|word| words::is(word.text, Class::Claims)) {
            return true;
        }
        let goes_on = told.sentence.clauses.get(told.sentence.clause_at(clause.start) + 1);
        let text = goes_on.and_then(|next| told.text.get(next.clone())).unwrap_or_default();
        return words::begins(text, Class::Claims);
    }
    // 一名接近谈判的外交官透露
    words.iter().enumerate().any(|(at, word)| {
        let leans =
            at.checked_sub(1).is_some_and(|before| words[before].tag.starts_with('m') || words[before].tag == "q");
        word.text == "接近" && leans && words[at..].iter().any(|word| words::is(word.text, Class::Claims))
    })
}

/// A clause as far as it is near its beginning.
fn of(told: &Told<'_, '_>, clause: &Range<usize>) -> Range<usize> {
    near(told.text, clause, &(clause.start..clause.start))
}
