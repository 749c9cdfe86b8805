//! The fixtures: articles with their gold.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::{NaiveDate, NaiveDateTime};
use qingdu_core::{
    lexicon::{Lexicon, Pack},
    timeline::{self, Entry, Input, Paragraph, Role},
};

pub(super) const PRECISIONS: [&str; 13] = [
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
pub(super) const KINDS: [&str; 5] = ["happened", "planned", "reported", "denied", "recurring"];

/// One article with its gold.
pub(super) struct Article {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) published: NaiveDateTime,
    pub(super) paragraphs: Vec<(Role, String)>,
    pub(super) gold: Vec<Gold>,
    pub(super) nots: Vec<Not>,
}

/// One entry that the editor would list.
pub(super) struct Gold {
    pub(super) line: usize,
    /// Accepted starts; none: vague.
    pub(super) starts: Vec<String>,
    pub(super) end: Option<String>,
    pub(super) precision: String,
    pub(super) approx: bool,
    pub(super) kinds: Vec<String>,
    pub(super) required: bool,
    pub(super) expressions: Vec<String>,
    pub(super) sentences: Vec<String>,
    pub(super) headline: Vec<String>,
}

/// What is no event.
pub(super) struct Not {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) why: String,
    pub(super) sentence: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timeline")
}

pub(super) fn articles() -> Vec<Article> {
    let wanted = std::env::var("TIMELINE_ARTICLE").unwrap_or_default();
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .filter(|name| wanted.split(',').any(|part| name.contains(part)))
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
    pub(super) fn text(&self) -> String {
        let mut text = self.title.clone();
        for (_, paragraph) in &self.paragraphs {
            text.push('\n');
            text.push_str(paragraph);
        }
        text
    }

    pub(super) fn build(&self, pack: &Pack<'_>) -> Vec<Entry> {
        let lexicon = Lexicon::of(pack, &self.text()).unwrap();
        let paragraphs = self.paragraphs.iter().map(|(role, text)| Paragraph { text, role: *role }).collect();
        timeline::build(&Input { title: &self.title, published: Some(self.published), paragraphs }, Some(&lexicon))
    }

    /// The paragraph or the title in which a part of the text stands.
    pub(super) fn host(&self, part: &str) -> Option<&str> {
        self.hosts().find(|host| host.contains(part))
    }

    fn hosts(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.title.as_str()).chain(self.paragraphs.iter().map(|(_, text)| text.as_str()))
    }
}

pub(super) fn moment(text: &str) -> Option<NaiveDateTime> {
    let (date, clock) = text.split_once('T').unwrap_or((text, "00:00"));
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    let (hour, minute) = clock.split_once(':')?;
    date.and_hms_opt(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0)
}
