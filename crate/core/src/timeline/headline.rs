//! The headline of an entry: a clause of the article, verbatim.

use std::ops::Range;

use super::{
    document::{Document, Sentence, is_predicate, may_predicate, near},
    words::{self, Class},
};
use crate::lexicon::Word;

/// The most letters that a headline has.
pub(super) const LIMIT: usize = 40;
/// A second clause is taken in while both together have no more letters than this.
const COMFORT: usize = 32;
/// A headline with fewer letters is taken with its time.
const BRIEF: usize = 4;
/// A clause with fewer letters says too little alone.
const SHORT: usize = 10;

/// The headline for a predicate dated by the expression at `time` (empty: the sentence is dated as a whole).
/// The result is a range of the document's text.
///
/// `others` is where the sentence's next expressions begin: their clauses date something else.
pub(super) fn headline(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    time: &Range<usize>,
    others: &[usize],
) -> Range<usize> {
    if let Some(told) = since(document, sentence, time) {
        return brief(document, sentence, time, trim(document, told));
    }
    let foreign = |clause: &Range<usize>| others.iter().any(|other| clause.contains(other));
    // 导演曾表示影片会在年底上映: another time stands in the clause, but does not open it.
    let opened = |clause: &Range<usize>| {
        others.iter().any(|other| clause.contains(other) && count(document, &(clause.start..*other)) < SHORT / 2)
    };
    let mut at = sentence.clause_at(time.start);
    let mut start = begin(document, sentence, at, time);
    // "2018 年，某人获奖": the clause holds the time alone, so the headline begins with the next one.
    if start.is_none() {
        at += 1;
        start = sentence.clauses.get(at).and_then(|_| begin(document, sentence, at, &(time.end..time.end)));
    }
    let mut start = start.unwrap_or(sentence.span.start);
    let mut end = sentence.clauses.get(at).map_or(sentence.span.end, |clause| clause.end).max(start);
    for next in sentence.clauses.iter().skip(at + 1) {
        let so_far = count(document, &(start..end));
        // 5时17分在桐岭县发生地震 tells it; 8月8日，在一家医院住院的… only leads up to it.
        let leads = (start != time.end || time.is_empty()) && only_leads(sentence, &(start..end));
        let longer = start..next.end;
        let incomplete = so_far < SHORT
            || leads
            || is_while(sentence, &(start..end))
            || ends_in_speech(sentence, &(start..end))
            || !says_something(sentence, &(start..end));
        let room = if incomplete { LIMIT } else { COMFORT };
        let empty = !says_something(sentence, &(start..end));
        if count(document, &longer) > room || (if empty { opened(next) } else { foreign(next) }) {
            // 在某人的主导之下 says nothing alone: the headline is then what it leads up to.
            if leads && !foreign(next) {
                start = next.start;
                end = next.end;
                continue;
            }
            break;
        }
        end = next.end;
    }
    let told = trim(document, start..end);
    brief(document, sentence, time, told)
}

/// 2020年停办: two letters alone say too little, so the time stays with them.
fn brief(document: &Document<'_>, sentence: &Sentence<'_>, time: &Range<usize>, told: Range<usize>) -> Range<usize> {
    if count(document, &told) < BRIEF
        && let Some(clause) = sentence.clauses.get(sentence.clause_at(time.start))
    {
        return fit(document, sentence, trim(document, clause.start.min(told.start)..told.end));
    }
    fit(document, sentence, told)
}

/// 自9月23日罢工爆发以来: what happened then, where the expression opens a stretch by it.
pub(super) fn since(document: &Document<'_>, sentence: &Sentence<'_>, time: &Range<usize>) -> Option<Range<usize>> {
    let clause = sentence.clauses.get(sentence.clause_at(time.start))?;
    let told = document.text.get(time.end..clause.end)?.trim_end().strip_suffix("以来")?;
    let range = time.end..time.end + told.len();
    // 上线 and 上市 are nouns to jieba; what stands there happened.
    (told.chars().filter(|letter| letter.is_alphanumeric()).count() > 1).then_some(range)
}

/// Where a headline that begins in a clause begins: behind the time expression where that opens the clause,
/// else at the clause's beginning; `None` where nothing is left.
fn begin(document: &Document<'_>, sentence: &Sentence<'_>, at: usize, time: &Range<usize>) -> Option<usize> {
    let clause = sentence.clauses.get(at)?;
    let head = skip_joining(document, sentence, clause.start, clause.end);
    let lead = document.text.get(head..time.start.max(head)).unwrap_or_default();
    let opens = clause.contains(&time.start) && (is_joining(lead) || lead.trim().is_empty());
    let start = if !opens {
        head
    } else if clings(document, sentence, time.end, clause.end) {
        time.start
    } else {
        behind(document, sentence, time.end, clause.end)
    };
    let rest = document.text.get(start..clause.end).unwrap_or_default();
    rest.chars().filter(|letter| letter.is_alphanumeric()).nth(1).map(|_| start)
}

/// Whether what follows the expression means nothing without it: 春节将至, 12月21日发生的月食.
fn clings(document: &Document<'_>, sentence: &Sentence<'_>, from: usize, end: usize) -> bool {
    let rest = document.text.get(from..end).unwrap_or_default().trim_start();
    let mut words = sentence.words_in(&(from..end)).iter();
    let described =
        matches!((words.next(), words.next()), (Some(first), Some(next)) if is_predicate(first) && next.text == "的");
    described || words::begins(rest, Class::Clings)
}

/// Skips what only joins the sentence to the one before (但, 此外), and the line that says who filed it
/// (新华社澜宁11月9日电（记者某某）).
fn skip_joining(document: &Document<'_>, sentence: &Sentence<'_>, start: usize, end: usize) -> usize {
    let start = if start == sentence.span.start { behind_dateline(document, start, end) } else { start };
    let words = sentence.words_in(&(start..end));
    let joining = words.iter().take_while(|word| words::is(word.text, Class::Connective));
    joining.last().map_or(start, crate::lexicon::Word::end)
}

/// The letters that a publication line has at most, with the names in its brackets.
const LINE: usize = 60;

/// One without brackets is so long.
const FILED: usize = 20;

/// The name of who files has so many letters at most, where nothing else tells that it is one.
const AGENCY: usize = 4;

/// Where a sentence goes on behind its publication line.
fn behind_dateline(document: &Document<'_>, start: usize, end: usize) -> usize {
    let text = document.text.get(start..end).unwrap_or_default();
    let far = text.char_indices().nth(LINE).map_or(text.len(), |(at, _)| at);
    let line = &text[..far];
    // 某地消息（记者 某某）, 〔记者某某／某地报导〕
    let credit = |rest: &str| {
        let open = rest.chars().next().filter(|open| is_opening(*open))?;
        let close = rest.find(partner(open))? + partner(open).len_utf8();
        rest[..close].contains("记者").then_some(close)
    };
    let opened = credit(line);
    let closed = opened.or_else(|| {
        let at = ["消息", "报道"].iter().find_map(|word| Some(line.find(word)? + word.len()))?;
        Some(at + credit(&line[at..])?)
    });
    let closed = closed.or_else(|| {
        let at = line.find(['电', '讯'])?;
        let rest = line[at..].trim_start_matches(['电', '讯', ' ', '\u{3000}', '】']);
        let open = rest.chars().next().filter(|open| matches!(open, '(' | '（'))?;
        let close = rest.find(partner(open))?;
        Some(far - rest.len() + close + partner(open).len_utf8())
    });
    // 本报云岭8月18日电 今天…, 某报讯：…
    let closed = closed.or_else(|| {
        let at = line.find(['电', '讯'])?;
        let (lead, rest) = (&line[..at], &line[at + '电'.len_utf8()..]);
        // 财经讯 美东时间8月2日，…
        let named = lead.chars().count() <= AGENCY && lead.chars().all(crate::text::is_han) && !lead.is_empty();
        let filed =
            (named || lead.ends_with(['日', '报', '网', '社'])) && rest.starts_with([' ', '\u{3000}', '：', ':']);
        (filed && lead.chars().count() <= FILED)
            .then(|| far - rest.trim_start_matches([' ', '\u{3000}', '：', ':']).len())
    });
    start + closed.unwrap_or(0)
}

fn is_joining(lead: &str) -> bool {
    let lead = lead.trim();
    let lead = ["当地时间", "北京时间"].iter().find_map(|clock| lead.strip_suffix(clock)).map_or(lead, str::trim_end);
    lead.is_empty()
        || matches!(
            lead,
            "在" | "于"
                | "自"
                | "从"
                | "到"
                | "至"
                | "截至"
                | "截止"
                | "直到"
                | "早在"
                | "并于"
                | "并在"
                | "到了"
                | "进入"
                | "就在"
                | "时间回到"
                | "回到"
        )
}

/// Skips what belongs to the expression behind it: 起, 左右, 以来, 里.
fn behind(document: &Document<'_>, sentence: &Sentence<'_>, from: usize, end: usize) -> usize {
    const TAILS: [&str; 22] = [
        "开始", "左右", "前后", "以来", "期间", "当天", "之后", "之前", "以后", "以前", "之际", "时分", "起", "里",
        "中", "内", "间", "许", "后", "前", "时", "的",
    ];
    let mut at = from;
    for word in sentence.words_in(&(from..end)) {
        // jieba knows no 前能: 除夕前能到家.
        if word.start == at && at == from && word.tag == "x" && word.text.starts_with(['前', '后']) {
            return at + '前'.len_utf8();
        }
        let gap = document.text.get(at..word.start).unwrap_or_default();
        if !gap.trim().is_empty() || !TAILS.contains(&word.text) {
            break;
        }
        // 2023年中法双边贸易额
        let next = document.text.get(word.end()..end).and_then(|rest| rest.chars().next());
        if word.text == "中" && next.is_some_and(char::is_alphanumeric) {
            break;
        }
        at = word.end();
    }
    at
}

/// Whether a range ends in a verb of speech: 发布消息称.
pub(super) fn ends_in_speech(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let last = sentence.words_in(range).iter().rev().find(|word| word.tag != "x" || word.text.len() > 3);
    last.is_some_and(|word| words::is(word.text, Class::Speech))
}

/// Whether the clauses only lead up to what happened: 在某人的主导之下, 受某人邀请, 随着市场回暖.
fn only_leads(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let words = sentence.words_in(range);
    let opens =
        words.first().is_some_and(|word| word.tag == "p" || matches!(word.text, "随着" | "由于" | "因为" | "为了"));
    let invited = words.iter().take(4).any(|word| matches!(word.text, "受" | "应" | "经"))
        && words.last().is_some_and(|word| word.tag == "vn" || word.tag == "v");
    opens || invited
}

/// Whether the clauses only tell when: 在与同学玩闹时, 在店员告知停售后.
fn is_while(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    let words = sentence.words_in(range);
    let Some(last) = words.iter().rposition(|word| word.text.chars().any(char::is_alphanumeric)) else { return false };
    // 18时 is no clause.
    let clock = last.checked_sub(1).is_none_or(|before| words[before].tag.starts_with('m'));
    matches!(words[last].text, "时" | "后" | "之后" | "之际" | "时候") && !clock
}

fn says_something(sentence: &Sentence<'_>, range: &Range<usize>) -> bool {
    sentence.words.is_empty() || sentence.words_in(range).iter().any(may_predicate)
}

/// The letters of a range, as far as they matter: a clause without end is too long, however long it is.
fn count(document: &Document<'_>, range: &Range<usize>) -> usize {
    document.text.get(range.clone()).unwrap_or_default().trim().chars().take(LIMIT + 1).count()
}

/// Takes away marks and white space at both ends, and quotation marks that lost their partner.
pub(super) fn trim(document: &Document<'_>, range: Range<usize>) -> Range<usize> {
    // A clause without end is cut anyway.
    let range = near(document.text, &range, &(range.start..range.start));
    let text = document.text.get(range.clone()).unwrap_or_default();
    let edge = |letter: char| !letter.is_alphanumeric() && !is_opening(letter) && !is_closing(letter);
    let from = text.len() - text.trim_start_matches(|letter| edge(letter) || is_closing(letter)).len();
    let mut inner = text
        .get(from..)
        .unwrap_or_default()
        .trim_end_matches(|letter| (edge(letter) && letter != '%' && letter != '℃') || is_opening(letter));
    let mut start = range.start + from;
    if let Some(first) = inner.chars().next().filter(|first| is_opening(*first))
        && !inner.contains(partner(first))
    {
        inner = &inner[first.len_utf8()..];
        start += first.len_utf8();
    }
    if let Some(last) = inner.chars().next_back().filter(|last| is_closing(*last))
        && !inner.contains(partner(last))
    {
        inner = &inner[..inner.len() - last.len_utf8()];
    }
    // Poor’s）周一调低…: a bracket that opened before the headline.
    if let Some((at, close)) = inner.char_indices().find(|(_, letter)| is_closing(*letter))
        && !inner[..at].contains(partner(close))
        && at * 2 < inner.len()
    {
        let rest = inner[at + close.len_utf8()..].trim_start_matches(edge);
        start += inner.len() - rest.len();
        inner = rest;
    }
    pair(document, start..start + inner.len())
}

/// Straight quotation marks come in pairs: a lost partner right behind is taken in, else the odd one stays out.
fn pair(document: &Document<'_>, range: Range<usize>) -> Range<usize> {
    let inner = document.text.get(range.clone()).unwrap_or_default();
    if inner.matches('"').count().is_multiple_of(2) {
        return range;
    }
    let behind = document.text.get(range.end..).unwrap_or_default();
    let gap = behind.len() - behind.trim_start_matches(' ').len();
    let whole = range.start..range.end + gap + 1;
    // A range that is too long already is cut later, and trimmed again.
    let fits = count(document, &whole) <= LIMIT || count(document, &range) > LIMIT;
    if behind[gap..].starts_with('"') && fits {
        return whole;
    }
    match inner.rfind('"') {
        Some(odd) if odd * 2 > inner.len() => range.start..range.start + inner[..odd].trim_end().len(),
        Some(odd) => {
            let rest = inner[odd + 1..].trim_start();
            range.end - rest.len()..range.end
        }
        None => range,
    }
}

/// Cuts what is too long at the border of a word, not behind one that leans on the next. Where the predicate would
/// be cut off (a long list of subjects), the headline begins with the predicate instead.
fn fit(document: &Document<'_>, sentence: &Sentence<'_>, range: Range<usize>) -> Range<usize> {
    if count(document, &range) <= LIMIT {
        return range;
    }
    let kept = cut(document, sentence, range.clone());
    let predicate = sentence.words_in(&range).iter().position(is_predicate);
    match predicate.and_then(|at| sentence.words_in(&range).get(at).map(|word| (at, word))) {
        Some((at, word)) if word.end() > kept.end => {
            // 共同获得了: the adverbs before it belong to it.
            let words = sentence.words_in(&range);
            let adverbs = words[..at].iter().rev().take_while(|word| matches!(word.tag, "d" | "ad")).last();
            let told = cut(document, sentence, adverbs.unwrap_or(word).start..range.end);
            // 【某某网讯】（记者 某某）…年会于昨日举行: the verb alone says nothing.
            if count(document, &told) < BRIEF { ending(document, sentence, &range) } else { told }
        }
        _ => kept,
    }
}

/// The last words of a range that fit.
fn ending(document: &Document<'_>, sentence: &Sentence<'_>, range: &Range<usize>) -> Range<usize> {
    let fits = |word: &&Word<'_>| count(document, &(word.start..range.end)) <= LIMIT;
    let opens = |word: &&Word<'_>| word.text.starts_with(char::is_alphanumeric);
    let mut words = sentence.words_in(range).iter().rev().take(LIMIT).take_while(fits).collect::<Vec<_>>();
    // Not within the brackets of a credit.
    let closed = words.iter().position(|word| word.text.ends_with(is_closing));
    words.truncate(closed.filter(|at| *at > SHORT / 2).unwrap_or(words.len()));
    let first = words.into_iter().rev().find(opens);
    trim(document, first.map_or(range.start, |word| word.start)..range.end)
}

fn cut(document: &Document<'_>, sentence: &Sentence<'_>, range: Range<usize>) -> Range<usize> {
    if count(document, &range) <= LIMIT {
        return trim(document, range);
    }
    let text = document.text.get(range.clone()).unwrap_or_default();
    let hard = range.start + text.char_indices().nth(LIMIT).map_or(text.len(), |(at, _)| at);
    let words = sentence.words_in(&(range.start..hard));
    let leans = |tag: &str| matches!(tag, "p" | "c" | "uj" | "u" | "d" | "r" | "m" | "ud" | "uv" | "x" | "b" | "f");
    let least = range.start + text.char_indices().nth(LIMIT / 2).map_or(text.len(), |(at, _)| at);
    let cut = words.iter().rev().filter(|word| word.end() > least).find(|word| !leans(word.tag));
    trim(document, range.start..cut.map_or(hard, crate::lexicon::Word::end))
}

fn is_opening(letter: char) -> bool {
    matches!(letter, '“' | '‘' | '「' | '『' | '《' | '（' | '(' | '【' | '〔' | '〈' | '[')
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '”' | '’' | '」' | '』' | '》' | '）' | ')' | '】' | '〕' | '〉' | ']')
}

fn partner(letter: char) -> char {
    const PAIRS: [(char, char); 11] = [
        ('“', '”'),
        ('‘', '’'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('（', '）'),
        ('(', ')'),
        ('【', '】'),
        ('〔', '〕'),
        ('〈', '〉'),
        ('[', ']'),
    ];
    let found = PAIRS.iter().find(|(open, close)| *open == letter || *close == letter);
    found.map_or(letter, |(open, close)| if *open == letter { *close } else { *open })
}
