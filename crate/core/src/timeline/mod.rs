//! The timeline: the events of an article in order of time, each in the article's own words.

mod about;
mod ahead;
mod anchor;
mod begun;
mod conflict;
mod denial;
mod document;
mod forward;
mod genre;
mod group;
mod headline;
mod hearsay;
mod kind;
#[cfg(test)]
mod linear;
mod list;
mod mention;
mod merge;
mod news;
mod participants;
mod quotation;
mod recount;
mod refusal;
mod restate;
mod same;
mod spoken;
mod today;
mod usage;
mod words;
mod years;

use std::{collections::BTreeSet, ops::Range};

use chrono::{Duration, NaiveDateTime};
use document::Document;
use mention::Time;
use serde::Serialize;

use crate::{
    lexicon::Lexicon,
    text,
    timex::{self, Derivation, Interval, Timex, Value},
};

/// What a timeline is built of: the text that stays after cleaning, and when it was published.
#[derive(Clone, Debug, Default)]
pub struct Input<'t> {
    /// The title.
    pub title: &'t str,
    /// The publication time, local to the page.
    pub published: Option<NaiveDateTime>,
    /// The paragraphs in order.
    pub paragraphs: Vec<Paragraph<'t>>,
}

/// One paragraph of the text.
#[derive(Clone, Copy, Debug)]
pub struct Paragraph<'t> {
    /// Its text.
    pub text: &'t str,
    /// What it is for the article.
    pub role: Role,
}

/// What a paragraph is for the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Body,
    /// A heading: it names what follows, and dates nothing.
    Heading,
    /// A caption, a credit, a reference, a cell: no event is read from it.
    Aside,
}

/// What kind of entry it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It happened.
    Happened,
    /// It is announced, scheduled, expected.
    Planned,
    /// Somebody is said to have said so; hearsay.
    Reported,
    /// It is said not to have happened.
    Denied,
    /// It happens again and again.
    Recurring,
}

/// One event of the timeline.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// When it begins, ISO 8601 as exact as it is known; `None` where only a vague time is given.
    pub start: Option<String>,
    /// When it ends, exclusive.
    pub end: Option<String>,
    /// How exact the time is: `minute`, `hour`, `part`, `day`, `week`, `month`, `quarter`, `year` …, and `before` for a
    /// term (9月10日前), which stands at the day that it names.
    pub precision: &'static str,
    /// Whether the time is approximate (8 月底, 左右).
    pub approx: bool,
    /// Whether no time word of the text dates it.
    pub inferred: bool,
    /// What kind of entry it is.
    pub kind: Kind,
    /// A clause of the article, verbatim.
    pub headline: String,
    /// People, organisations and places that take part.
    pub participants: Vec<String>,
    /// How much it matters to the article, from 0 to 100.
    pub importance: u8,
    /// Where the text speaks of it.
    pub mentions: Vec<Mention>,
    /// What another sentence of the text says otherwise. Which one is right is not for the timeline to say.
    pub conflicts: Vec<Conflict>,
}

/// Two sentences of a text about one event that cannot both be right.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Conflict {
    /// About what they differ.
    pub about: Difference,
    /// The two places in the order of the text, the words that differ as their expressions, without derivation.
    pub mentions: [Mention; 2],
}

/// About what two sentences differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Difference {
    /// The day: 3 日, 4 日.
    Day,
    /// A number: 12 人, 13 人.
    Number,
}

/// One place where the text dates an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mention {
    /// The time expression as the text has it; empty where the time is inferred.
    pub expression: String,
    /// The sentence around it, verbatim.
    pub sentence: String,
    /// How the time follows from the expression, in Chinese words.
    pub derivation: String,
    /// The paragraph's position in the input; `None`: the title.
    #[serde(skip)]
    pub paragraph: Option<usize>,
    /// The sentence in that paragraph, in bytes.
    #[serde(skip)]
    pub span: Range<usize>,
    /// The expression in that paragraph, in bytes; empty where the time is inferred.
    #[serde(skip)]
    pub expression_span: Range<usize>,
}

/// Builds the timeline of a text: dated entries in order of time, then those of vague time in the order of the
/// text. Linear in the length of the text. Without a lexicon there are no participants, no inferred entry, and
/// headlines are cut by punctuation alone.
///
/// ```
/// use chrono::NaiveDate;
/// use qingdu_core::timeline::{Input, Paragraph, Role, build};
///
/// let published = NaiveDate::from_ymd_opt(2025, 11, 12).and_then(|day| day.and_hms_opt(8, 0, 0));
/// let text = "今年 7 月，新馆奠基。2018 年，旧馆关闭。";
/// let paragraphs = vec![Paragraph { text, role: Role::Body }];
/// let entries = build(&Input { title: "新馆奠基", published, paragraphs }, None);
/// assert_eq!(entries[0].start.as_deref(), Some("2018-01-01"));
/// assert_eq!(entries[1].headline, "新馆奠基");
/// ```
#[must_use]
pub fn build(input: &Input<'_>, lexicon: Option<&Lexicon>) -> Vec<Entry> {
    let text = document::join(input);
    let (plain, title) = (text::simplified(&text), text::simplified(input.title));
    let mut reference = input.published;
    let mut expressions = timex::find(&text, reference);
    let document = Document::read(input, &text, &plain, &expressions, lexicon);
    let (mut mentions, other) = mention::mentions(&document, &expressions, reference);
    if let Some(published) = reference
        && let Some(today) = today::spoken_from(&document, &expressions, &other, published)
    {
        reference = Some(today);
        expressions = timex::find(&text, reference);
        (mentions, _) = mention::mentions(&document, &expressions, reference);
    }
    if forward::bind(&document, &mut expressions, &mentions, reference) {
        (mentions, _) = mention::mentions(&document, &expressions, reference);
    }
    let named = Title::of(&title, lexicon);
    let mut entries: Vec<(Option<NaiveDateTime>, usize, Entry)> = Vec::new();
    let conflicts = conflict::conflicts(&document, &mentions);
    for group in merge::groups(&document, &mentions) {
        let members: Vec<&mention::Mention<'_>> = group.iter().filter_map(|at| mentions.get(*at)).collect();
        let Some(first) = members.iter().copied().max_by_key(|mention| finer(mention)) else { continue };
        let mut entry = entry(&document, &expressions, first, &members, &named);
        let own = conflicts.iter().filter(|conflict| conflict.of.iter().any(|of| group.contains(of)));
        entry.conflicts = own.map(|conflict| told_otherwise(&document, conflict)).collect();
        let start = if let Time::Dated(time) = first.time { placed(&time).0 } else { None };
        entries.push((start, members[0].span.start, entry));
    }
    if let Some(published) = reference
        && let Some(news) = news::undated(&document, &title, lexicon, &mentions, published)
        && genre::bar(&document, &expressions, reference) == genre::Bar::None
    {
        let day = published.date().and_hms_opt(0, 0, 0).unwrap_or(published);
        entries.push((
            Some(day),
            document.sentences[news.sentence].span.start,
            inferred(&document, &news, published, &named),
        ));
    }
    entries.sort_by_key(|(start, at, _)| (start.is_none(), *start, *at));
    entries.into_iter().map(|(.., entry)| entry).collect()
}

/// The words of the title, for weighing entries by what they share with it.
struct Title(BTreeSet<String>);

impl Title {
    fn of(title: &str, lexicon: Option<&Lexicon>) -> Title {
        let words = lexicon.map(|lexicon| lexicon.words(title)).unwrap_or_default();
        Title(words.into_iter().filter(document::is_content).map(|word| word.text.to_owned()).collect())
    }

    fn shared<'w>(&self, words: impl Iterator<Item = &'w str>) -> usize {
        words.filter(|word| self.0.contains(*word)).count()
    }
}

/// Of the mentions of one event the finest time counts, of equals the first.
fn finer(mention: &mention::Mention<'_>) -> (timex::Granularity, std::cmp::Reverse<usize>) {
    let fine = match mention.time {
        Time::Dated(time) if time.granularity != timex::Granularity::Range => time.granularity,
        _ => timex::Granularity::Century,
    };
    (fine, std::cmp::Reverse(mention.span.start))
}

/// Where a time stands on the line, when it ends, and how exact that is: at its beginning; a term (9月10日前) at the day
/// that it names, and 月底前 at the last day.
fn placed(time: &Interval) -> (Option<NaiveDateTime>, Option<NaiveDateTime>, &'static str) {
    let day = Duration::days(1);
    let clock = time.granularity >= timex::Granularity::Part && time.granularity != timex::Granularity::Range;
    match (time.start, time.end) {
        (None, Some(end)) if clock => (Some(end), Some(end), BEFORE),
        (None, Some(end))
            if time.modifier == Some(timex::Modifier::Before) && time.granularity >= timex::Granularity::Day =>
        {
            (Some(end), Some(end + day), BEFORE)
        }
        (None, Some(end)) => (Some(end - day), Some(end), time.granularity.name()),
        (start, end) => (start, end, time.granularity.name()),
    }
}

/// The precision of a term.
const BEFORE: &str = "before";

fn entry(
    document: &Document<'_>,
    expressions: &[Timex],
    first: &mention::Mention<'_>,
    members: &[&mention::Mention<'_>],
    title: &Title,
) -> Entry {
    let (start, end, precision, approx) = match first.time {
        Time::Dated(time) => {
            let (start, end, precision) = placed(&time);
            let print = |moment: Option<NaiveDateTime>| moment.map(|moment| print(moment, time.granularity));
            (print(start), print(end), precision, time.approx)
        }
        Time::Vague => (None, None, "vague", false),
    };
    let mut named: Vec<String> = Vec::new();
    for mention in members {
        let Some(sentence) = document.sentences.get(mention.sentence) else { continue };
        let clause = sentence.clauses.get(sentence.clause_at(mention.headline.start));
        let from = clause.map_or(mention.headline.start, |clause| clause.start.min(mention.headline.start));
        let told = document::near(document.text, &(from..mention.headline.end), &mention.headline);
        for name in participants::participants(document, sentence, &told) {
            if !named.contains(&name) && named.len() < participants::LIMIT {
                named.push(name);
            }
        }
    }
    let shared = title.shared(members.iter().flat_map(|mention| mention.content.iter().copied()));
    Entry {
        start,
        end,
        precision,
        approx,
        inferred: false,
        kind: first.kind,
        headline: document.verbatim(&first.headline).to_owned(),
        importance: importance(document, first, members.len(), shared, named.len()),
        participants: named,
        mentions: members.iter().map(|mention| mentioned(document, expressions, mention)).collect(),
        conflicts: Vec::new(),
    }
}

/// How much an entry matters: what the title speaks of, what stands early, what is told more than once, what is
/// dated to the day.
fn importance(document: &Document<'_>, first: &mention::Mention<'_>, times: usize, shared: usize, named: usize) -> u8 {
    let early = 20_usize.saturating_sub(20 * first.sentence / document.sentences.len().max(1));
    let fine = match first.time {
        Time::Dated(time) if time.granularity >= timex::Granularity::Month => 10,
        _ => 0,
    };
    let sum = 20 + early + fine + 10 * (times - 1).min(2) + 8 * shared.min(3) + 3 * named.min(4);
    u8::try_from(sum.min(100)).unwrap_or(100)
}

fn mentioned(document: &Document<'_>, expressions: &[Timex], mention: &mention::Mention<'_>) -> Mention {
    let words = |timex: &Timex| document.verbatim(&timex.span);
    let derivation = expressions.get(mention.timex).map(|timex| match (&mention.why, mention.time) {
        (Some(step), Time::Dated(time)) => {
            Derivation { steps: vec![step.clone()] }.words(words(timex), &Value::Interval(time))
        }
        _ => timex.derivation.words(words(timex), &timex.value),
    });
    Mention { derivation: derivation.unwrap_or_default(), ..quoted(document, mention.sentence, &mention.span) }
}

/// A place of the text: words of a sentence and the sentence around them.
fn quoted(document: &Document<'_>, sentence: usize, words: &Range<usize>) -> Mention {
    let expression = document.verbatim(words).to_owned();
    let Some(sentence) = document.sentences.get(sentence) else { return Mention { expression, ..Mention::default() } };
    let inside =
        |range: &Range<usize>| range.start.saturating_sub(sentence.base)..range.end.saturating_sub(sentence.base);
    // A text without a full stop is not given again for every date in it.
    let told = document::near(document.text, &sentence.span, words);
    Mention {
        sentence: document.verbatim(&told).to_owned(),
        expression,
        derivation: String::new(),
        paragraph: Some(sentence.paragraph),
        span: inside(&told),
        expression_span: inside(words),
    }
}

fn told_otherwise(document: &Document<'_>, conflict: &conflict::Pair) -> Conflict {
    let [first, second] = &conflict.places;
    let mentions = [quoted(document, first.0, &first.1), quoted(document, second.0, &second.1)];
    Conflict { about: conflict.about, mentions }
}

/// The entry of the article's own news, at the day of its publication.
fn inferred(document: &Document<'_>, news: &news::News, published: NaiveDateTime, title: &Title) -> Entry {
    let sentence = &document.sentences[news.sentence];
    let inside = |at: usize| at.saturating_sub(sentence.base);
    let day = published.date();
    let next = day.succ_opt().unwrap_or(day);
    let words = sentence.words.iter().map(|word| word.text);
    Entry {
        start: Some(day.format("%Y-%m-%d").to_string()),
        end: Some(next.format("%Y-%m-%d").to_string()),
        precision: timex::Granularity::Day.name(),
        approx: true,
        inferred: true,
        kind: Kind::Happened,
        headline: document.verbatim(&news.headline).to_owned(),
        participants: participants::participants(document, sentence, &sentence.span),
        importance: u8::try_from((70 + 5 * title.shared(words)).min(100)).unwrap_or(100),
        mentions: vec![Mention {
            expression: String::new(),
            sentence: document.verbatim(&sentence.span).to_owned(),
            derivation: format!("文中没有写明时间，按发布日 {day} 推定"),
            paragraph: Some(sentence.paragraph),
            span: inside(sentence.span.start)..inside(sentence.span.end),
            expression_span: inside(sentence.span.start)..inside(sentence.span.start),
        }],
        conflicts: Vec::new(),
    }
}

/// A moment as exact as its time is known: a day, or a minute of it.
fn print(moment: NaiveDateTime, granularity: timex::Granularity) -> String {
    let clock = match granularity {
        timex::Granularity::Part
        | timex::Granularity::Hour
        | timex::Granularity::Minute
        | timex::Granularity::Second => true,
        timex::Granularity::Range => moment.time() != chrono::NaiveTime::MIN,
        _ => false,
    };
    moment.format(if clock { "%Y-%m-%dT%H:%M" } else { "%Y-%m-%d" }).to_string()
}
