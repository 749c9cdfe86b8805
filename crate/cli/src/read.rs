//! `qingdu read`.

use std::io::{self, Write};

use chrono::{DateTime, FixedOffset};
use clap::{Args, ValueEnum};
use qingdu_core::{
    Reading,
    article::{Hints, Refusal},
    boilerplate::{Category, Evidence, Level, Settings, Verdict},
    filter::Filters,
    lexicon::{Lexicon, Pack},
    output::{self, Head},
    page::{Block, BlockKind, Limits, Page},
    timeline::{self, Entry, Role},
};
use serde::Deserialize;

use crate::{Fault, html, input, json};

#[derive(Args)]
pub(crate) struct Arguments {
    /// The page, HTML or plain text; `-` is standard input.
    #[arg(default_value = "-")]
    file: String,
    /// The address of the page.
    #[arg(long, default_value = "")]
    url: String,
    /// When it was published, where the page should not be asked.
    #[arg(long, value_parser = input::time)]
    published: Option<DateTime<FixedOffset>>,
    /// When the page was read: "8小时前" counts from it.
    #[arg(long, value_parser = input::time)]
    now: Option<DateTime<FixedOffset>>,
    /// The form of the output.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The reader's own rules, one a line: hosts##selector hides, hosts#@#selector keeps.
    #[arg(long, value_name = "FILE")]
    rules: Option<String>,
    /// Leaves evidence out, to measure what it contributes: docs/BOILERPLATE.md.
    #[arg(long, value_enum, value_delimiter = ',', hide = true)]
    without: Vec<Without>,
    /// Reads many pages: FILE has a line of JSON for each, {"id","path","url","now","published"}.
    #[arg(long)]
    jsonl: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// The cleaned text, one paragraph a line.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// All there is to know.
    Json,
}

/// Evidence that can be left out.
#[derive(Clone, Copy, ValueEnum)]
enum Without {
    Shape,
    Place,
    Company,
}

/// One line of a batch.
#[derive(Deserialize)]
struct Line {
    id: String,
    path: String,
    #[serde(default)]
    url: String,
    now: Option<String>,
    published: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, report: &mut dyn FnMut(Fault)) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let settings = match arguments.rules.as_deref().map(|path| rules(path, report)).transpose() {
        Ok(filters) => Settings {
            filters: filters.unwrap_or_default(),
            without: arguments.without.iter().copied().map(evidence).collect(),
            ..Settings::default()
        },
        Err(fault) => {
            report(fault);
            return Ok(());
        }
    };
    if arguments.jsonl {
        input::lines(&arguments.file, report, |number, line, report| {
            let place = format!("{}:{number}", arguments.file);
            match batch_line(&place, line, &settings, report) {
                Ok(Some(json)) => writeln!(out, "{json}"),
                Ok(None) => Ok(()),
                Err(fault) => {
                    report(fault);
                    Ok(())
                }
            }
        })?;
        return out.flush();
    }
    let hints = Hints { now: arguments.now, published: arguments.published };
    match one(&arguments.file, &arguments.url, &hints, &settings) {
        Ok((reading, _)) if reading.article.refusal.is_some() => report(refused(&arguments.file, &reading)),
        Ok((reading, entries)) => writeln!(out, "{}", form(arguments, &reading, &entries)?)?,
        Err(fault) => report(fault),
    }
    out.flush()
}

fn batch_line(
    place: &str,
    line: &str,
    settings: &Settings,
    report: &mut dyn FnMut(Fault),
) -> Result<Option<String>, Fault> {
    let line: Line = serde_json::from_str(line).map_err(|error| Fault::new(place, error))?;
    let time = |text: &Option<String>| {
        text.as_deref().map(input::time).transpose().map_err(|what| Fault::new(format!("{place} ({})", line.id), what))
    };
    let hints = Hints { now: time(&line.now)?, published: time(&line.published)? };
    let (reading, entries) = one(&line.path, &line.url, &hints, settings)?;
    if reading.article.refusal.is_some() {
        report(refused(&line.path, &reading));
    }
    let page = json::page(Some(&line.id), &reading, &entries);
    serde_json::to_string(&page).map(Some).map_err(|error| Fault::new(place, error))
}

fn one(path: &str, url: &str, hints: &Hints, settings: &Settings) -> Result<(Reading, Vec<Entry>), Fault> {
    let bytes = input::bytes(path)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::new(path, "empty"));
    }
    let snapshot = html::snapshot(&bytes, url);
    let page = Page::new(snapshot, Limits::default()).map_err(|fault| Fault::new(path, fault))?;
    let reading = qingdu_core::read(&page, hints, settings);
    let entries = entries(&reading).map_err(|fault| Fault::new("dictionary", fault))?;
    Ok((reading, entries))
}

fn evidence(without: Without) -> Evidence {
    match without {
        Without::Shape => Evidence::Shape,
        Without::Place => Evidence::Place,
        Without::Company => Evidence::Company,
    }
}

/// The rules of a file. Each bad line is reported; the good ones hold.
pub(crate) fn rules(path: &str, report: &mut dyn FnMut(Fault)) -> Result<Filters, Fault> {
    let bytes = input::bytes(path)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Fault::new(path, "not UTF-8"))?;
    let (filters, faults) = Filters::parse(text);
    for fault in faults {
        report(Fault::new(format!("{path}:{}", fault.line), fault.what));
    }
    Ok(filters)
}

fn refused(path: &str, reading: &Reading) -> Fault {
    let what = match reading.article.refusal {
        Some(Refusal::Challenge) => "a challenge page, it asks whether a person is there",
        Some(Refusal::Empty) => "no text was found",
        Some(Refusal::List) => "a list of articles, not an article",
        _ => "not an article",
    };
    Fault::new(path, what)
}

fn entries(reading: &Reading) -> Result<Vec<Entry>, qingdu_core::lexicon::Fault> {
    if reading.article.refusal.is_some() {
        return Ok(Vec::new());
    }
    let kept: Vec<_> = reading.kept().collect();
    let paragraphs =
        kept.iter().map(|kept| timeline::Paragraph { text: &kept.block.text, role: role(&kept.block, kept.verdict) });
    let input = timeline::Input {
        title: &reading.article.title,
        published: reading.article.published.map(|published| published.at.naive_local()),
        paragraphs: paragraphs.collect(),
    };
    let mut whole = reading.article.title.clone();
    for kept in &kept {
        whole.push('\n');
        whole.push_str(&kept.block.text);
    }
    let lexicon = Lexicon::of(&Pack::read(qingdu_dictionary::PACK)?, &whole)?;
    Ok(timeline::build(&input, Some(&lexicon)))
}

fn role(block: &Block, verdict: &Verdict) -> Role {
    let aside = verdict.level != Level::Keep || verdict.category.is_some_and(Category::is_credit);
    match block.kind {
        _ if aside => Role::Aside,
        BlockKind::Heading(_) => Role::Heading,
        BlockKind::Caption | BlockKind::Cell | BlockKind::Preformatted | BlockKind::Picture => Role::Aside,
        BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Quote => Role::Body,
    }
}

fn form(arguments: &Arguments, reading: &Reading, entries: &[Entry]) -> io::Result<String> {
    let article = &reading.article;
    let time = article.published.map(|published| published.value());
    let line = [Some(article.source.clone()), time].into_iter().flatten().filter(|part| !part.is_empty());
    let line = line.collect::<Vec<_>>().join(" · ");
    let head = Head { title: &article.title, line: &line, url: &arguments.url };
    let kept: Vec<_> = reading.kept().map(|kept| kept.block.into_owned()).collect();
    Ok(match arguments.format {
        Format::Text => output::plain(&kept),
        Format::Markdown => output::markdown(head, &kept),
        Format::Html => output::html(head, &kept),
        Format::Json => serde_json::to_string_pretty(&json::page(None, reading, entries))?,
    })
}
