//! The score of one article, and what is wrong with it.

use std::{collections::BTreeSet, fmt::Write as _};

use chrono::NaiveDateTime;
use qingdu_core::timeline::{Entry, Mention};

use crate::{
    agree::{name, overlap, show, squeeze},
    article::{Article, Gold, Not, moment},
    pairs::assign,
};

#[derive(Default)]
pub(super) struct Score {
    pub(super) required: usize,
    pub(super) right: usize,
    pub(super) wrong: usize,
    pub(super) extra: usize,
    pub(super) dated: usize,
    pub(super) dated_right: usize,
    pub(super) ranges: usize,
    pub(super) ranges_right: usize,
    pub(super) paired: usize,
    pub(super) kinds: usize,
    pub(super) headed: usize,
    pub(super) heads: usize,
    pub(super) violations: usize,
    pub(super) twice: usize,
    pub(super) mixed: usize,
    pub(super) wrong_years: usize,
    pub(super) faults: Vec<String>,
    pub(super) broken: Vec<String>,
}

impl Score {
    pub(super) fn add(&mut self, other: &Score) {
        let all: [(&mut usize, usize); 16] = [
            (&mut self.required, other.required),
            (&mut self.right, other.right),
            (&mut self.wrong, other.wrong),
            (&mut self.extra, other.extra),
            (&mut self.dated, other.dated),
            (&mut self.dated_right, other.dated_right),
            (&mut self.ranges, other.ranges),
            (&mut self.ranges_right, other.ranges_right),
            (&mut self.paired, other.paired),
            (&mut self.kinds, other.kinds),
            (&mut self.headed, other.headed),
            (&mut self.heads, other.heads),
            (&mut self.violations, other.violations),
            (&mut self.twice, other.twice),
            (&mut self.mixed, other.mixed),
            (&mut self.wrong_years, other.wrong_years),
        ];
        for (sum, more) in all {
            *sum += more;
        }
        self.broken.extend(other.broken.iter().cloned());
    }

    fn fault(&mut self, article: &Article, kind: &str, what: &str) {
        self.faults.push(format!("{} | {kind} | {what}", article.name));
    }

    pub(super) fn precision(&self) -> f64 {
        percent(self.right, self.right + self.wrong + self.extra)
    }

    pub(super) fn recall(&self) -> f64 {
        percent(self.right, self.required)
    }

    pub(super) fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    pub(super) fn row(&self, name: &str) -> String {
        let mut row = format!("{name:<26}{:>5}{:>7.1}{:>7.1}", self.required, self.precision(), self.recall());
        let _ = write!(row, "{:>7.1}{:>7.1}", self.f1(), percent(self.dated_right, self.dated));
        let _ = write!(row, "{:>7.1}{:>7.1}", percent(self.kinds, self.paired), percent(self.heads, self.headed));
        let _ = write!(row, "{:>7.1}", percent(self.ranges_right, self.ranges));
        let _ = write!(row, "{:>6}{:>6}{:>6}", self.extra, self.violations, self.twice);
        let _ = write!(row, "{:>6}{:>6}", self.mixed, self.wrong_years);
        row
    }
}

pub(super) const HEAD: &str =
    "article                     req  prec    rec     f1   date   kind   head   end  false   not twice mixed  year";

pub(super) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

pub(super) fn score(article: &Article, entries: &[Entry]) -> Score {
    let mut score = Score { required: article.gold.iter().filter(|gold| gold.required).count(), ..Score::default() };
    let weights: Vec<Vec<f64>> = entries
        .iter()
        .map(|entry| article.gold.iter().map(|gold| weigh(entry, gold, article.published)).collect())
        .collect();
    let pairs = assign(&weights, article.gold.len());
    let mut right = BTreeSet::new();
    for &(at, of) in &pairs {
        if score_pair(&mut score, article, &entries[at], &article.gold[of]) {
            right.insert(at);
        }
    }
    let taken: BTreeSet<usize> = pairs.iter().map(|&(_, of)| of).collect();
    let paired: BTreeSet<usize> = pairs.iter().map(|&(at, _)| at).collect();
    for (_, entry) in entries.iter().enumerate().filter(|(at, _)| !paired.contains(at)) {
        score_unpaired(&mut score, article, entry, &taken);
    }
    for (_, gold) in article.gold.iter().enumerate().filter(|(of, gold)| gold.required && !taken.contains(of)) {
        score.fault(article, "MISS", &format!("gold.txt:{}\n    gold {}", gold.line, gold.print()));
    }
    for entry in entries {
        let days: Vec<BTreeSet<&str>> = entry.mentions.iter().map(|mention| golden_days(article, mention)).collect();
        let mut told = days.iter().filter(|days| !days.is_empty());
        let first = told.next().cloned().unwrap_or_default();
        if told.any(|days| days.is_disjoint(&first)) {
            score.mixed += 1;
            score.fault(article, "MIXED", &format!("\n    got  {}", show(entry)));
        }
    }
    for not in &article.nots {
        let breaks = |entry: &Entry| entry.start.is_some() && entry.mentions.iter().any(|m| violates(article, not, m));
        if let Some((_, entry)) = entries.iter().enumerate().find(|(at, entry)| !right.contains(at) && breaks(entry)) {
            score.violations += 1;
            let what = format!("gold.txt:{} {} ({})\n    got  {}", not.line, not.text, not.why, show(entry));
            score.fault(article, "NOT", &what);
        }
    }
    score.broken = hard_rules(article, entries);
    score
}

/// Whether an entry speaks of what the gold speaks of: from one of its sentences, dated where it is dated.
fn near(entry: &Entry, gold: &Gold) -> bool {
    entry.start.is_some() != gold.starts.is_empty() && entry.mentions.iter().any(|mention| gold.speaks(mention))
}

fn says(entry: &Entry, gold: &Gold) -> bool {
    entry.mentions.iter().any(|mention| gold.speaks(mention) && gold.says(mention))
}

/// How well an entry fits; nothing where it cannot be meant: a wrong date on another expression is a false entry.
fn weigh(entry: &Entry, gold: &Gold, published: NaiveDateTime) -> f64 {
    let (says, right) = (says(entry, gold), gold.dates(entry.start.as_deref(), published));
    if !near(entry, gold) || !(says || right) {
        return 0.0;
    }
    let exactly = entry.mentions.iter().any(|mention| gold.speaks(mention) && gold.says_exactly(mention));
    let bonus = |yes: bool, weight: f64| if yes { weight } else { 0.0 };
    1.0 + bonus(says, 0.5)
        + bonus(exactly, 0.2)
        + bonus(right, 0.8)
        + bonus(!gold.headline.is_empty() && headed(entry, gold), 0.3)
        + bonus(gold.required, 0.05)
}

/// Scores an entry beside its gold, and says whether its date is right.
fn score_pair(score: &mut Score, article: &Article, entry: &Entry, gold: &Gold) -> bool {
    let right = gold.dates(entry.start.as_deref(), article.published);
    let both = format!("gold.txt:{}\n    gold {}\n    got  {}", gold.line, gold.print(), show(entry));
    match (right, gold.required) {
        (true, true) => score.right += 1,
        (false, _) => score.wrong += 1,
        (true, false) => {}
    }
    score.paired += 1;
    if gold.kinds.iter().any(|kind| kind == name(entry.kind)) {
        score.kinds += 1;
    } else {
        score.fault(article, "KIND", &both);
    }
    if !gold.headline.is_empty() {
        score.headed += 1;
        if headed(entry, gold) {
            score.heads += 1;
        } else {
            score.fault(article, "HEAD", &format!("wanted 「{}」, {both}", gold.headline.join(" // ")));
        }
    }
    if gold.starts.is_empty() {
        return right;
    }
    score.dated += 1;
    score.dated_right += usize::from(right);
    if !right {
        let year = gold.another_year(entry.start.as_deref());
        score.wrong_years += usize::from(year);
        score.fault(article, if year { "YEAR" } else { "DATE" }, &both);
        return false;
    }
    if gold.precision == "range" && !gold.approx {
        score.ranges += 1;
        let ends = |text: Option<&str>| text.and_then(moment).map(|end| end.date());
        if ends(entry.end.as_deref()) == ends(gold.end.as_deref()) {
            score.ranges_right += 1;
        } else {
            score.fault(article, "END", &format!("got end {}, {both}", entry.end.as_deref().unwrap_or("open")));
        }
    }
    if !gold.approx && gold.precision != "inferred" && !gold.grain(entry.precision) {
        score.fault(article, "GRAIN", &both);
    }
    if entry.inferred && !gold.expressions.is_empty() {
        score.fault(article, "INFERRED", &both);
    }
    true
}

/// Scores an entry that no gold asked for: one told again, or one that is none.
fn score_unpaired(score: &mut Score, article: &Article, entry: &Entry, taken: &BTreeSet<usize>) {
    let again: Vec<&Gold> = taken
        .iter()
        .map(|of| &article.gold[*of])
        .filter(|gold| near(entry, gold))
        .filter(|gold| gold.dates(entry.start.as_deref(), article.published) || says(entry, gold))
        .collect();
    if entry.start.is_some() && (again.is_empty() || again.iter().any(|gold| gold.required)) {
        score.extra += 1;
    }
    if let Some(gold) = again.first() {
        score.twice += 1;
        score.fault(article, "TWICE", &format!("gold.txt:{}\n    got  {}", gold.line, show(entry)));
        return;
    }
    let place = entry.mentions.first().map(|mention| mention.sentence.as_str()).unwrap_or_default();
    let kind = if entry.start.is_some() { "FALSE" } else { "VAGUE" };
    score.fault(article, kind, &format!("\n    got  {}\n    in   {place}", show(entry)));
}

fn headed(entry: &Entry, gold: &Gold) -> bool {
    let headline = squeeze(&entry.headline);
    gold.headline.is_empty() || gold.headline.iter().any(|part| headline.contains(&squeeze(part)))
}

/// The days of the gold entries that have exactly this expression in this sentence.
fn golden_days<'a>(article: &'a Article, mention: &Mention) -> BTreeSet<&'a str> {
    let said = article.gold.iter().filter(|gold| gold.speaks(mention) && gold.says_exactly(mention));
    said.flat_map(|gold| gold.starts.iter().map(|start| start.get(..10).unwrap_or(start))).collect()
}

fn violates(article: &Article, not: &Not, mention: &Mention) -> bool {
    if not.sentence {
        return mention.sentence.contains(&not.text) || overlap(&squeeze(&mention.sentence), &squeeze(&not.text));
    }
    if mention.expression.is_empty() {
        return false;
    }
    let host = match mention.paragraph {
        Some(at) => article.paragraphs.get(at).map(|(_, text)| text.as_str()),
        None => Some(article.title.as_str()),
    };
    let span = &mention.expression_span;
    match host {
        Some(host) if host.get(span.clone()) == Some(mention.expression.as_str()) => {
            host.match_indices(&not.text).map(|(at, part)| at..at + part.len()).any(|part| {
                part.start <= span.start && span.end <= part.end || span.start <= part.start && part.end <= span.end
            })
        }
        _ => overlap(&mention.expression, &not.text) && overlap(&mention.sentence, &not.text),
    }
}

/// What must hold for every entry of every article, gold or not.
fn hard_rules(article: &Article, entries: &[Entry]) -> Vec<String> {
    let text = article.text();
    let mut broken = Vec::new();
    let mut say = |what: &str, entry: &Entry| broken.push(format!("{} | {what} | {}", article.name, show(entry)));
    let mut last: Option<NaiveDateTime> = None;
    let mut vague = false;
    for entry in entries {
        let letters = entry.headline.chars().count();
        if !text.contains(&entry.headline) {
            say("headline not in the text", entry);
        }
        if !(1..=40).contains(&letters) {
            say("headline of more than 40 characters or none", entry);
        }
        if entry.mentions.is_empty() || entry.mentions.iter().any(|mention| !text.contains(&mention.sentence)) {
            say("sentence not in the text", entry);
        }
        let start = entry.start.as_deref().and_then(moment);
        if entry.start.is_some() && start.is_none() && !entry.start.as_deref().is_some_and(|text| text.starts_with('-'))
        {
            say("start is no time", entry);
        }
        if entry.start.is_none() {
            vague = true;
        } else if vague {
            say("dated after vague ones", entry);
        }
        if last.is_some_and(|last| start.is_some_and(|start| start < last)) {
            say("not in order of time", entry);
        }
        last = start.or(last);
    }
    broken
}
