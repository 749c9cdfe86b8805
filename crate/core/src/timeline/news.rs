//! The article's own news, where no expression dates it.

use std::{collections::BTreeSet, ops::Range};

use chrono::NaiveDateTime;

use super::{
    Role,
    document::{Document, Sentence, is_content, is_predicate},
    headline,
    mention::{Mention, Time},
    words::{self, Class},
};
use crate::lexicon::Lexicon;

/// Where the article tells its own news.
pub(super) struct News {
    /// The sentence, by its position in the document.
    pub(super) sentence: usize,
    /// The headline, a range of the document's text.
    pub(super) headline: Range<usize>,
}

/// Finds the sentence of the lead that tells what the title tells, where no mention dates it.
///
/// An essay, a recipe, a review have a title and a lead too, and no news: only an article that says that it reports
/// (宣布, 消息, 获悉) and that dates other events has news of its own. `None` where the publication day already stands
/// on the timeline with the same event.
pub(super) fn undated(
    document: &Document<'_>,
    title: &str,
    lexicon: Option<&Lexicon>,
    mentions: &[Mention<'_>],
    reference: NaiveDateTime,
) -> Option<News> {
    let lexicon = lexicon?;
    let told: BTreeSet<&str> = lexicon.words(title).into_iter().filter(is_content).map(|word| word.text).collect();
    if told.len() < 2 || mentions.iter().any(|mention| is_the_news(mention, &told, reference)) {
        return None;
    }
    let dated = mentions.iter().filter(|mention| matches!(mention.time, Time::Dated(_))).count();
    let lead = document.sentences.iter().enumerate().filter(|(_, sentence)| sentence.role == Role::Body).take(LEAD);
    let scored = lead.filter_map(|(at, sentence)| {
        let said: BTreeSet<&str> =
            sentence.words.iter().filter(|word| is_content(word)).map(|word| word.text).collect();
        let shared = told.intersection(&said).count();
        let predicate = sentence.words.iter().any(is_predicate);
        // 如果确定是奶粉问题，…: what is only supposed is no news.
        let supposed = document.text.get(sentence.span.clone()).is_some_and(|text| words::has(text, Class::Condition));
        let dates_itself = mentions.iter().any(|mention| mention.sentence == at);
        let reports = reports(sentence);
        (shared >= 1 && predicate && !dates_itself && !supposed).then_some((
            shared * 2 + usize::from(reports) * 5,
            reports,
            shared,
            at,
        ))
    });
    // Of equals the earlier one.
    let (_, reports, shared, at) = scored.max_by_key(|(score, .., at)| (*score, usize::MAX - at))?;
    // Where no word says that it reports, the lead must tell most of what the title tells, beside a story with dates.
    let retold = shared >= 4 && shared * 10 >= told.len() * 6 && at < HEAD && dated >= 2;
    let news = reports && (dated >= 1 && shared >= 2 || at < HEAD && shared >= 3);
    if !(news || retold) {
        return None;
    }
    let sentence = document.sentences.get(at)?;
    // The clause that tells most of what the title tells; of equals the first.
    let tells =
        |clause: &&Range<usize>| sentence.words_in(clause).iter().filter(|word| told.contains(word.text)).count();
    let clause = sentence.clauses.iter().rev().max_by_key(tells).unwrap_or(&sentence.span);
    let headline = headline::headline(document, sentence, &(clause.start..clause.start), &[]);
    Some(News { sentence: at, headline })
}

/// Whether the sentence says that it reports: 宣布, 获悉; 金融时报消息， with a mark or a verb of speech behind the noun.
/// 曾 tells of a report before this one.
fn reports(sentence: &Sentence<'_>) -> bool {
    let words = &sentence.words;
    let told = words.iter().enumerate().any(|(at, word)| {
        let next = words.get(at + 1);
        let noun = word.tag.starts_with('n');
        let leads = next
            .is_some_and(|next| matches!(next.text, "，" | "," | "：" | ":") || words::is(next.text, Class::Speech));
        words::is(word.text, Class::News)
            // 有报道称 is somebody else's report.
            && !at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| matches!(before.text, "有" | "据"))
            && (!noun || (leads && at > 0 && !words[..at].iter().any(|word| is_predicate(word))))
    });
    told && !words.iter().any(|word| word.text == "曾")
}

/// The first sentences, which tell the news where the article has any.
const HEAD: usize = 3;
/// News is no older.
const WEEK: i64 = 8;
/// The lead: so many sentences.
const LEAD: usize = 6;

/// Whether a mention already tells the news: it is of the days around the publication and near the head of the
/// text, or it shares the title's words.
fn is_the_news(mention: &Mention<'_>, told: &BTreeSet<&str>, reference: NaiveDateTime) -> bool {
    let Time::Dated(time) = mention.time else {
        // 近日, in the lead: the news is told, and its day is not known.
        return mention.sentence < LEAD && shared(mention, told) >= 2;
    };
    let Some(start) = time.start else { return false };
    let age = reference.date().signed_duration_since(start.date()).num_days();
    let recent = (-1..=3).contains(&age) && (mention.sentence < LEAD || shared(mention, told) >= 2);
    // The lead's own day may be some days ago.
    recent || ((0..=WEEK).contains(&age) && mention.sentence < HEAD && shared(mention, told) >= 2)
}

fn shared(mention: &Mention<'_>, told: &BTreeSet<&str>) -> usize {
    mention.content.iter().filter(|word| told.contains(*word)).count()
}
