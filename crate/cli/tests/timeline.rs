//! The timeline against gold: articles written for this test, with the entries that a careful editor would list.
//!
//! `cargo test -p qingdu-cli --test timeline -- --nocapture` prints a row for every article and every fault.
//! `TIMELINE_ARTICLE=name` limits the run to the articles whose folder has `name` in its name.
//!
//! A folder is one article. `article.txt`: the title, the publication time, then a paragraph a line; a line that
//! begins with `## ` is a heading. `gold.txt`: lines of `#` are comments; an entry is
//!
//! `start | end | precision | kind | required or optional | expression | part of its sentence | part of its headline`
//!
//! `start` is `-` where only a vague time is given; `end` is exclusive, `-` if open. Several accepted values stand
//! beside each other with ` // ` (a start given as a prefix, like `2025-10`, accepts all that begin so); several
//! sentences are the places where the text speaks of the event. `~` after the precision: approximate. The precision
//! `inferred`: no time word dates it. The last field may be left out. What must not be read as an event:
//!
//! `not | part of the text | why`: no dated entry rests on an expression in that part;
//! `not sentence | part of the text | why`: no dated entry rests on the sentence.
//!
//! The measures are those of an entry list scored strictly: an entry counts only with its right date, a wrong date is
//! both false and missed; optional entries are neither asked for nor held against the list if their date is right.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a test speaks to people by printing, and stops at the first broken fixture"
)]

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

use chrono::{Datelike, NaiveDate, NaiveDateTime};
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Entry, Input, Kind, Mention, Paragraph, Role},
};

/// What the timeline must hold over all articles: a little below what it reaches, so that a loss is seen. Percentages, but for the counts, which are the most that is allowed.
struct Floors {
    precision: f64,
    recall: f64,
    f1: f64,
    dates: f64,
    kinds: f64,
    headlines: f64,
    violations: usize,
    merges: usize,
    false_on_negatives: usize,
    wrong_years: usize,
}

const FLOORS: Floors = Floors {
    precision: 91.5,
    recall: 95.5,
    f1: 93.5,
    dates: 97.0,
    kinds: 97.0,
    headlines: 97.5,
    violations: 14,
    merges: 11,
    false_on_negatives: 4,
    wrong_years: 2,
};

const PRECISIONS: [&str; 13] = [
    "minute",
    "hour",
    "part",
    "day",
    "week",
    "month-part",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "range",
    "inferred",
];
const KINDS: [&str; 5] = ["happened", "planned", "reported", "denied", "recurring"];

/// One article with its gold.
struct Article {
    name: String,
    title: String,
    published: NaiveDateTime,
    paragraphs: Vec<(Role, String)>,
    gold: Vec<Gold>,
    nots: Vec<Not>,
}

/// One entry that the editor would list.
struct Gold {
    line: usize,
    /// Accepted starts; none: vague.
    starts: Vec<String>,
    end: Option<String>,
    precision: String,
    approx: bool,
    kinds: Vec<String>,
    required: bool,
    expressions: Vec<String>,
    sentences: Vec<String>,
    headline: Vec<String>,
}

/// What is no event.
struct Not {
    line: usize,
    text: String,
    why: String,
    sentence: bool,
}

// ---------- reading the fixtures

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timeline")
}

fn articles() -> Vec<Article> {
    let wanted = std::env::var("TIMELINE_ARTICLE").unwrap_or_default();
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| name.contains(&wanted))
        .collect();
    names.sort();
    names.iter().map(|name| article(name)).collect()
}

fn article(name: &str) -> Article {
    let read = |file: &str| {
        let path = folder().join(name).join(file);
        fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
    };
    let text = read("article.txt");
    let mut lines = text.lines();
    let title = lines.next().unwrap_or_default().to_owned();
    let published = lines.next().and_then(moment).unwrap_or_else(|| panic!("{name}: line 2 is no time"));
    let paragraphs = lines
        .filter(|line| !line.trim().is_empty())
        .map(|line| match line.strip_prefix("## ") {
            Some(heading) => (Role::Heading, heading.to_owned()),
            None => (Role::Body, line.to_owned()),
        })
        .collect();
    let (mut gold, mut nots) = (Vec::new(), Vec::new());
    for (at, line) in read("gold.txt").lines().enumerate() {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        match fields.as_slice() {
            [only] if only.is_empty() || only.starts_with('#') => {}
            [word @ ("not" | "not sentence"), text, why] => nots.push(Not {
                line: at + 1,
                text: (*text).to_owned(),
                why: (*why).to_owned(),
                sentence: *word == "not sentence",
            }),
            [start, end, precision, kind, required, expression, sentence, headline @ ..] if headline.len() < 2 => {
                gold.push(Gold {
                    line: at + 1,
                    starts: values(start),
                    end: values(end).pop(),
                    precision: precision.trim_end_matches('~').to_owned(),
                    approx: precision.ends_with('~'),
                    kinds: values(kind),
                    required: *required == "required",
                    expressions: values(expression),
                    sentences: values(sentence),
                    headline: headline.first().map(|value| values(value)).unwrap_or_default(),
                });
                assert!(matches!(*required, "required" | "optional"), "{name}/gold.txt:{}: {required}", at + 1);
            }
            _ => panic!("{name}/gold.txt:{}: not an entry: {line}", at + 1),
        }
    }
    Article { name: name.to_owned(), title, published, paragraphs, gold, nots }
}

/// The accepted values of a field; none of `-` and of nothing.
fn values(field: &str) -> Vec<String> {
    field.split(" // ").map(str::trim).filter(|value| !value.is_empty() && *value != "-").map(str::to_owned).collect()
}

impl Article {
    fn text(&self) -> String {
        let mut text = self.title.clone();
        for (_, paragraph) in &self.paragraphs {
            text.push('\n');
            text.push_str(paragraph);
        }
        text
    }

    fn build(&self, pack: &Pack<'_>) -> Vec<Entry> {
        let lexicon = Lexicon::of(pack, &self.text()).unwrap();
        let paragraphs = self.paragraphs.iter().map(|(role, text)| Paragraph { text, role: *role }).collect();
        timeline::build(&Input { title: &self.title, published: Some(self.published), paragraphs }, Some(&lexicon))
    }

    /// The paragraph or the title in which a part of the text stands.
    fn host(&self, part: &str) -> Option<&str> {
        self.hosts().find(|host| host.contains(part))
    }

    fn hosts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.title.as_str()).chain(self.paragraphs.iter().map(|(_, text)| text.as_str()))
    }
}

// ---------- comparing times

fn moment(text: &str) -> Option<NaiveDateTime> {
    let (date, clock) = text.split_once('T').unwrap_or((text, "00:00"));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let (hour, minute) = clock.split_once(':')?;
    date.and_hms_opt(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0)
}

/// The year of a start or of the beginning of one (`2025-1`).
fn year(text: &str) -> Option<i32> {
    let end = text.get(1..)?.find('-').map_or(text.len(), |at| at + 1);
    text.get(..end)?.parse().ok()
}

fn days(a: NaiveDateTime, b: NaiveDateTime) -> i64 {
    (a.date() - b.date()).num_days().abs()
}

fn seconds(a: NaiveDateTime, b: NaiveDateTime) -> i64 {
    (a - b).num_seconds().abs()
}

impl Gold {
    /// Whether a start is right at this entry's precision.
    fn dates(&self, start: Option<&str>, published: NaiveDateTime) -> bool {
        if self.starts.is_empty() {
            // A vague time may be left open or be guessed near the publication.
            let Some(start) = start else { return true };
            return moment(start).is_some_and(|start| (-1..=31).contains(&(published - start).num_days()));
        }
        let Some(start) = start else { return false };
        self.starts.iter().any(|gold| start.starts_with(gold.as_str()) || self.agrees(start, gold))
    }

    fn agrees(&self, start: &str, gold: &str) -> bool {
        let (Some(a), Some(b)) = (moment(start), moment(gold)) else { return false };
        let clock = start.contains('T');
        let third = |day: u32| if day <= 10 { 0 } else { u32::from(day > 20) + 1 };
        let close = |limit: i64| days(a, b) <= limit;
        match self.precision.as_str() {
            "year" => (a.year() - b.year()).abs() <= i32::from(self.approx),
            "decade" => a.year().div_euclid(10) == b.year().div_euclid(10),
            "half" => (a.year(), a.month0() / 6) == (b.year(), b.month0() / 6),
            "quarter" => (a.year(), a.month0() / 3) == (b.year(), b.month0() / 3),
            "month" => (a.year(), a.month()) == (b.year(), b.month()),
            "month-part" => (a.year(), a.month(), third(a.day())) == (b.year(), b.month(), third(b.day())),
            "week" => close(if self.approx { 4 } else { 0 }),
            "range" if self.approx => {
                let length = self.end.as_deref().and_then(moment).map_or(0, |end| days(end, b));
                close(3.max(length * 15 / 100))
            }
            "range" if gold.contains('T') && clock => seconds(a, b) <= 3600,
            "range" => close(0),
            "day" | "inferred" => close(i64::from(self.approx || self.precision == "inferred")),
            _ if !close(0) => false,
            "part" => !clock || seconds(a, b) <= 3 * 3600,
            "hour" => clock && seconds(a, b) < if self.approx { 7200 } else { 3600 },
            _ => clock && seconds(a, b) <= if self.approx { 3600 } else { 60 },
        }
    }

    /// Whether a precision of the program is this entry's, or says no less of it.
    fn grain(&self, precision: &str) -> bool {
        match self.precision.as_str() {
            "month-part" => matches!(precision, "month" | "range"),
            "range" => !matches!(precision, "minute" | "hour" | "part"),
            "hour" | "minute" => matches!(precision, "hour" | "minute" | "range" | "second"),
            gold => gold == precision || precision == "range",
        }
    }

    /// Whether the year is another one, by a date that is wrong.
    fn another_year(&self, start: Option<&str>) -> bool {
        let Some(got) = start.and_then(year) else { return false };
        self.starts.iter().all(|gold| year(gold).is_some_and(|gold| gold != got))
    }

    fn speaks(&self, mention: &Mention) -> bool {
        let sentence = squeeze(&mention.sentence);
        self.sentences.iter().any(|part| overlap(&sentence, &squeeze(part)))
    }

    fn says(&self, mention: &Mention) -> bool {
        let expression = squeeze(&mention.expression);
        self.expressions.iter().any(|gold| touches(&expression, &squeeze(gold)))
    }

    fn says_exactly(&self, mention: &Mention) -> bool {
        let expression = squeeze(&mention.expression);
        !expression.is_empty() && self.expressions.iter().any(|gold| squeeze(gold) == expression)
    }

    fn print(&self) -> String {
        let start = if self.starts.is_empty() { "vague".to_owned() } else { self.starts.join(" // ") };
        let about = if self.approx { "~" } else { "" };
        let what = format!("{start} {}{about} {}", self.precision, self.kinds.join("//"));
        format!("{what} 「{}」 {}", self.expressions.join(" // "), self.sentences.join(" // "))
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn overlap(a: &str, b: &str) -> bool {
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a))
}

/// Whether one expression is the other or a part of it; `5日` is no part of `15日`.
fn touches(a: &str, b: &str) -> bool {
    let inside = |long: &str, short: &str| {
        let digit = short.starts_with(|letter: char| letter.is_ascii_digit());
        long.match_indices(short)
            .any(|(at, _)| !(digit && long[..at].ends_with(|letter: char| letter.is_ascii_digit())))
    };
    !a.is_empty() && !b.is_empty() && (inside(a, b) || inside(b, a))
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Happened => "happened",
        Kind::Planned => "planned",
        Kind::Reported => "reported",
        Kind::Denied => "denied",
        Kind::Recurring => "recurring",
    }
}

fn show(entry: &Entry) -> String {
    let start = entry.start.as_deref().unwrap_or("vague");
    let (about, inferred) = (if entry.approx { "~" } else { "" }, if entry.inferred { " inferred" } else { "" });
    let expressions: Vec<&str> = entry.mentions.iter().map(|mention| mention.expression.as_str()).collect();
    let what = format!("{start} {}{about}{inferred} {}", entry.precision, name(entry.kind));
    format!("{what} 「{}」 {}", expressions.join(" // "), entry.headline)
}

// ---------- pairing entries with gold: the assignment of the greatest weight (Hungarian method)

fn assign(weights: &[Vec<f64>], columns: usize) -> Vec<(usize, usize)> {
    let size = weights.len().max(columns);
    let cost = |row: usize, column: usize| -weights.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0.0);
    let (mut u, mut v) = (vec![0.0; size + 1], vec![0.0; size + 1]);
    let (mut row_of, mut way) = (vec![0_usize; size + 1], vec![0_usize; size + 1]);
    for row in 1..=size {
        row_of[0] = row;
        let mut column = 0;
        let (mut least, mut used) = (vec![f64::INFINITY; size + 1], vec![false; size + 1]);
        while row_of[column] != 0 {
            used[column] = true;
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for other in 1..=size {
                if used[other] {
                    continue;
                }
                let current = cost(row_of[column] - 1, other - 1) - u[row_of[column]] - v[other];
                if current < least[other] {
                    (least[other], way[other]) = (current, column);
                }
                if least[other] < delta {
                    (delta, next) = (least[other], other);
                }
            }
            for other in 0..=size {
                if used[other] {
                    u[row_of[other]] += delta;
                    v[other] -= delta;
                } else {
                    least[other] -= delta;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[way[column]];
            column = way[column];
        }
    }
    (1..=size).map(|column| (row_of[column] - 1, column - 1)).filter(|&(row, column)| cost(row, column) < 0.0).collect()
}

// ---------- one article

#[derive(Default)]
struct Score {
    required: usize,
    right: usize,
    wrong: usize,
    extra: usize,
    dated: usize,
    dated_right: usize,
    ranges: usize,
    ranges_right: usize,
    paired: usize,
    kinds: usize,
    headed: usize,
    heads: usize,
    violations: usize,
    twice: usize,
    mixed: usize,
    wrong_years: usize,
    faults: Vec<String>,
    broken: Vec<String>,
}

impl Score {
    fn add(&mut self, other: &Score) {
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

    fn precision(&self) -> f64 {
        percent(self.right, self.right + self.wrong + self.extra)
    }

    fn recall(&self) -> f64 {
        percent(self.right, self.required)
    }

    fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    fn row(&self, name: &str) -> String {
        let mut row = format!("{name:<26}{:>5}{:>7.1}{:>7.1}", self.required, self.precision(), self.recall());
        let _ = write!(row, "{:>7.1}{:>7.1}", self.f1(), percent(self.dated_right, self.dated));
        let _ = write!(row, "{:>7.1}{:>7.1}", percent(self.kinds, self.paired), percent(self.heads, self.headed));
        let _ = write!(row, "{:>7.1}", percent(self.ranges_right, self.ranges));
        let _ = write!(row, "{:>6}{:>6}{:>6}", self.extra, self.violations, self.twice);
        let _ = write!(row, "{:>6}{:>6}", self.mixed, self.wrong_years);
        row
    }
}

const HEAD: &str =
    "article                     req  prec    rec     f1   date   kind   head   end  false   not twice mixed  year";

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

fn score(article: &Article, entries: &[Entry]) -> Score {
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

// ---------- the tests

#[test]
fn timelines_hold_against_gold() {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let articles = articles();
    let (mut total, mut negative) = (Score::default(), Score::default());
    let mut faults = Vec::new();
    println!("{HEAD}");
    for article in &articles {
        let one = score(article, &article.build(&pack));
        let none = article.gold.iter().all(|gold| !gold.required);
        println!("{}", one.row(&format!("{}{}", article.name, if none { " (-)" } else { "" })));
        total.add(&one);
        if none {
            negative.add(&one);
        }
        faults.extend(one.faults);
    }
    println!("{}", total.row("all"));
    println!("\n{}", faults.join("\n"));
    let merges = total.twice + total.mixed;
    println!(
        "\n{} articles: STRICT precision {:.1} recall {:.1} F1 {:.1}; dates {:.1}, kinds {:.1}, headlines {:.1}; \
         {} false ({} on articles without a timeline), {} must-not violations, {merges} merge errors, {} wrong years",
        articles.len(),
        total.precision(),
        total.recall(),
        total.f1(),
        percent(total.dated_right, total.dated),
        percent(total.kinds, total.paired),
        percent(total.heads, total.headed),
        total.extra,
        negative.extra,
        total.violations,
        total.wrong_years,
    );
    assert!(total.broken.is_empty(), "hard rules broken:\n{}", total.broken.join("\n"));
    if std::env::var_os("TIMELINE_ARTICLE").is_some() {
        return;
    }
    let reached = [
        ("precision", total.precision(), FLOORS.precision),
        ("recall", total.recall(), FLOORS.recall),
        ("F1", total.f1(), FLOORS.f1),
        ("dates", percent(total.dated_right, total.dated), FLOORS.dates),
        ("kinds", percent(total.kinds, total.paired), FLOORS.kinds),
        ("headlines", percent(total.heads, total.headed), FLOORS.headlines),
    ];
    for (what, got, floor) in reached {
        assert!(got >= floor, "{what}: {got:.1}, floor {floor:.1}");
    }
    let counted = [
        ("must-not violations", total.violations, FLOORS.violations),
        ("merge errors", merges, FLOORS.merges),
        ("false entries on articles without a timeline", negative.extra, FLOORS.false_on_negatives),
        ("wrong years", total.wrong_years, FLOORS.wrong_years),
    ];
    for (what, got, most) in counted {
        assert!(got <= most, "{what}: {got}, at most {most}");
    }
}

#[test]
fn gold_is_in_its_article() {
    let mut faults = Vec::new();
    for article in articles() {
        let text = article.text();
        let letters = squeeze(&text).chars().count();
        let mut say = |line: usize, what: String| faults.push(format!("{}/gold.txt:{line}: {what}", article.name));
        if !(200..=1600).contains(&letters) {
            say(0, format!("{letters} characters"));
        }
        for gold in &article.gold {
            let known =
                gold.starts.is_empty() && gold.precision == "vague" || PRECISIONS.contains(&gold.precision.as_str());
            if !known || gold.kinds.is_empty() || gold.kinds.iter().any(|kind| !KINDS.contains(&kind.as_str())) {
                say(gold.line, "precision or kind".into());
            }
            let first = gold.starts.first().and_then(|start| moment(start));
            let end = gold.end.as_deref().and_then(moment);
            if gold.end.is_some() != end.is_some() || first.is_some_and(|first| end.is_some_and(|end| end <= first)) {
                say(gold.line, "end".into());
            }
            if first.is_none() && gold.starts.first().is_some_and(|start| !start.starts_with('-')) {
                say(gold.line, "start".into());
            }
            if gold.expressions.is_empty() != (gold.precision == "inferred") {
                say(gold.line, "an expression is missing, or has nothing to do there".into());
            }
            for part in &gold.sentences {
                if text.matches(part.as_str()).count() != 1 {
                    say(gold.line, format!("not once in the text: {part}"));
                }
            }
            for expression in &gold.expressions {
                let hosts = gold.sentences.iter().filter_map(|part| article.host(part));
                if !hosts.into_iter().any(|host| host.contains(expression.as_str())) {
                    say(gold.line, format!("not in the paragraphs of its sentences: {expression}"));
                }
            }
            for part in &gold.headline {
                if !text.contains(part.as_str()) {
                    say(gold.line, format!("headline not in the text: {part}"));
                }
            }
        }
        for not in &article.nots {
            if !text.contains(&not.text) {
                say(not.line, format!("not in the text: {}", not.text));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The entry that a gold line asks for, resting on the sentences of the text.
fn own_entry(article: &Article, gold: &Gold) -> Entry {
    let mut mentions = Vec::new();
    for part in &gold.sentences {
        let Some(host) = article.host(part) else { continue };
        let at = host.find(part.as_str()).unwrap_or_default();
        let start = host[..at].rfind(['。', '！', '？']).map_or(0, |end| end + '。'.len_utf8());
        let after = at + part.len();
        let end = host[after..].find(['。', '！', '？']).map_or(host.len(), |end| after + end + '。'.len_utf8());
        let sentence = &host[start..end];
        let said = gold.expressions.iter().find_map(|expression| Some((expression, sentence.find(expression)?)));
        let span = said.map_or(start..start, |(expression, at)| start + at..start + at + expression.len());
        mentions.push(Mention {
            expression: host[span.clone()].to_owned(),
            sentence: sentence.to_owned(),
            paragraph: article.paragraphs.iter().position(|(_, text)| text == host),
            span: start..end,
            expression_span: span,
            ..Mention::default()
        });
    }
    let kind = match gold.kinds.first().map(String::as_str) {
        Some("planned") => Kind::Planned,
        Some("reported") => Kind::Reported,
        Some("denied") => Kind::Denied,
        Some("recurring") => Kind::Recurring,
        _ => Kind::Happened,
    };
    Entry {
        start: gold.starts.first().cloned(),
        end: gold.end.clone(),
        precision: PRECISIONS.into_iter().find(|precision| *precision == gold.precision).unwrap_or("vague"),
        approx: gold.approx,
        inferred: gold.precision == "inferred",
        kind,
        headline: gold.headline.first().unwrap_or(&gold.sentences[0]).chars().take(40).collect(),
        participants: Vec::new(),
        importance: 0,
        mentions,
    }
}

#[test]
fn gold_scores_itself_full() {
    for article in articles() {
        let mut entries: Vec<Entry> = article.gold.iter().map(|gold| own_entry(&article, gold)).collect();
        entries.sort_by_key(|entry| (entry.start.is_none(), entry.start.as_deref().and_then(moment)));
        let score = score(&article, &entries);
        let full = score.right == score.required && score.wrong + score.extra + score.violations == 0;
        let whole = full && score.kinds == score.paired && score.twice + score.mixed == 0 && score.broken.is_empty();
        assert!(whole, "{}\n{}\n{}", article.name, score.faults.join("\n"), score.broken.join("\n"));
    }
}
