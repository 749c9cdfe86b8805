//! What a page looks like to the core, block by block: written for an issue, where a reader reports that something was
//! missed, and read again by `qingdu explain`.

mod line;
mod redact;

use std::{collections::HashMap, fmt};

pub use line::Line;

use crate::{
    Reading,
    article::Refusal,
    boilerplate::{self, Account, Category, Level, Settings, Verdict},
    page::{self, Block, NodeId, Page},
};

/// The version of the form that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// The first words of a report.
const HEAD: &str = "qingdu report";

/// So many blocks a report has; the others are counted.
const MOST: usize = 600;

/// A page, block by block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Its address; in a report for strangers only its shape.
    pub address: String,
    /// `yes`, or why it is read as no article.
    pub article: String,
    /// Its blocks in order.
    pub lines: Vec<Line>,
    /// How many blocks more there are.
    pub more: usize,
}

/// Why a text is no report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin like one.
    Other,
    /// It is of a newer version.
    Newer(u32),
    /// A line does not have the parts of a block.
    Line(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Other => write!(f, "not a report"),
            Fault::Newer(version) => {
                write!(f, "a report of a newer version ({version}; this one reads up to {VERSION})")
            }
            Fault::Line(line) => write!(f, "line {line} is no line of a report"),
        }
    }
}

impl std::error::Error for Fault {}

impl Report {
    /// Looks at a page that was read; `redacted`: so that strangers may see it.
    #[must_use]
    pub fn of(page: &Page, reading: &Reading, settings: &Settings, redacted: bool) -> Report {
        let accounts = boilerplate::explain(&reading.article, settings);
        let judged: HashMap<Key, usize> =
            reading.article.blocks.iter().enumerate().filter_map(|(at, block)| Some((key(block)?, at))).collect();
        let blocks: Vec<Block> = page.roots().flat_map(|root| page::blocks(page, root)).collect();
        let look = Look { page, reading, redacted };
        let lines = blocks.iter().take(MOST).map(|block| {
            let at = key(block).and_then(|key| judged.get(&key)).copied();
            match at.and_then(|at| Some((reading.verdicts.get(at)?, accounts.get(at)?))) {
                Some((verdict, account)) => look.inside(block, verdict, account),
                None => look.around(block),
            }
        });
        Report {
            address: if redacted { redact::address(page.url()) } else { page.url().to_owned() },
            article: refusal(reading.article.refusal).to_owned(),
            lines: lines.collect(),
            more: blocks.len().saturating_sub(MOST),
        }
    }

    /// Whether a text begins like a report, however it is fenced.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        head(text).is_some()
    }

    /// Reads a report. Blank lines and the fence of a code block do nothing.
    ///
    /// # Errors
    /// [`Fault`], with the line where there is one.
    pub fn parse(text: &str) -> Result<Report, Fault> {
        let (first, version) = head(text).ok_or(Fault::Other)?;
        if version > VERSION {
            return Err(Fault::Newer(version));
        }
        let mut report = Report { address: String::new(), article: String::new(), lines: Vec::new(), more: 0 };
        for (at, line) in text.lines().enumerate().skip(first + 1) {
            let line = line.trim();
            if line.is_empty() || line.starts_with("```") {
                continue;
            }
            if let Some(address) = line.strip_prefix("address:") {
                address.trim().clone_into(&mut report.address);
            } else if let Some(article) = line.strip_prefix("article:") {
                article.trim().clone_into(&mut report.article);
            } else if let Some(more) = line.strip_prefix("more:") {
                report.more = more.trim().parse().map_err(|_| Fault::Line(at + 1))?;
            } else {
                report.lines.push(line.parse().map_err(|()| Fault::Line(at + 1))?);
            }
        }
        Ok(report)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD} {VERSION}\naddress: {}\narticle: {}", self.address, self.article)?;
        for line in &self.lines {
            writeln!(f, "{line}")?;
        }
        if self.more > 0 {
            writeln!(f, "more: {}", self.more)?;
        }
        Ok(())
    }
}

/// Where a report begins, and its version.
fn head(text: &str) -> Option<(usize, u32)> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let (at, line) = lines.find(|(_, line)| !line.trim().is_empty() && !line.trim().starts_with("```"))?;
    Some((at, line.trim().strip_prefix(HEAD)?.trim().parse().ok()?))
}

fn refusal(refusal: Option<Refusal>) -> &'static str {
    match refusal {
        None => "yes",
        Some(Refusal::Challenge) => "no, a challenge",
        Some(Refusal::Empty) => "no, without text",
        Some(Refusal::List) => "no, a list",
        Some(_) => "no",
    }
}

/// What a block is known by: where its first letter or its first picture stands.
type Key = (NodeId, usize);

fn key(block: &Block) -> Option<Key> {
    let text = block.runs.first().map(|run| (run.node, run.offset));
    text.or_else(|| Some((block.pictures.first()?.node, 0)))
}

struct Look<'r> {
    page: &'r Page,
    reading: &'r Reading,
    redacted: bool,
}

impl Look<'_> {
    /// A block of the article.
    fn inside(&self, block: &Block, verdict: &Verdict, account: &Account) -> Line {
        let level = match verdict.level {
            Level::Hide => "hide",
            Level::Fold => "fold",
            Level::Keep if verdict.trims.is_empty() => "keep",
            Level::Keep => "trim",
        };
        // The paragraphs of the article themselves are nobody's matter but the reader's.
        let is_prose = account.nature == "sure" && account.place == "middle" && level == "keep";
        let is_credit = verdict.category.is_some_and(Category::is_credit);
        Line {
            place: account.place.to_owned(),
            nature: account.nature.to_owned(),
            sum: account.sum,
            rules: account.rules.clone(),
            ..self.line(block, level, Some(verdict), is_prose || is_credit)
        }
    }

    /// A block around the article: gone, or in sight because nothing is known of it.
    fn around(&self, block: &Block) -> Line {
        let chrome = self.reading.chrome.iter().find(|chrome| {
            chrome.nodes.iter().any(|node| self.page.contains(*node, block.container) || block.nodes.contains(node))
        });
        let verdict = chrome.map(|chrome| &chrome.verdict);
        let level = match verdict.map(|verdict| verdict.level) {
            Some(Level::Fold) => "fold",
            Some(_) => "hide",
            None => "keep",
        };
        Line { place: "around".to_owned(), ..self.line(block, level, verdict, false) }
    }

    fn line(&self, block: &Block, level: &str, verdict: Option<&Verdict>, hidden: bool) -> Line {
        let article = &self.reading.article;
        let names = [&article.author, &article.source, &article.title];
        let hidden = hidden || names.iter().any(|name| !name.is_empty() && block.text.contains(name.as_str()));
        let said = |text: &str| if self.redacted { redact::text(text, hidden) } else { redact::beginning(text) };
        let of_reader = verdict.is_some_and(|verdict| verdict.category == Some(Category::UserRule));
        let rule = verdict.map(|verdict| verdict.rule.replace('|', "¦")).unwrap_or_default();
        Line {
            level: level.to_owned(),
            category: verdict.and_then(|verdict| verdict.category).map(category).unwrap_or_default(),
            // A rule of the reader's own may name a site or a word that is nobody's matter.
            rule: if self.redacted && of_reader { "own".to_owned() } else { rule },
            place: String::new(),
            nature: String::new(),
            sum: None,
            rules: Vec::new(),
            path: self.path(block.container),
            text: if block.text.is_empty() { format!("〔{}〕", block.pictures.len()) } else { said(&block.text) },
        }
    }

    /// The innermost elements around a block, the outermost of them first.
    fn path(&self, node: NodeId) -> String {
        let mut elements: Vec<String> = std::iter::once(node)
            .chain(self.page.ancestors(node))
            .filter(|node| !matches!(self.page.tag(*node), "" | "html" | "body"))
            .take(5)
            .map(|node| self.element(node))
            .collect();
        elements.reverse();
        elements.join(">")
    }

    fn element(&self, node: NodeId) -> String {
        let mut element = redact::name(self.page.tag(node));
        if let Some(id) = self.page.attribute(node, "id").map(redact::name).filter(|id| !id.is_empty()) {
            element.push('#');
            element.push_str(&id);
        }
        let classes = self.page.attribute(node, "class").unwrap_or_default();
        for class in classes.split_whitespace().map(redact::name).filter(|class| !class.is_empty()).take(2) {
            element.push('.');
            element.push_str(&class);
        }
        element
    }
}

/// The name of a category on the outside.
fn category(category: Category) -> String {
    let mut name = String::new();
    for letter in format!("{category:?}").chars() {
        if letter.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests;
