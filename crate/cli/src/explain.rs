//! `qingdu explain`.

use std::io::{self, Write};

use clap::Args;
use qingdu_core::{
    article::Hints,
    boilerplate::Settings,
    page::{Limits, Page},
    report::{Line, Report},
};

use crate::{Fault, html, input, read};

#[derive(Args)]
pub(crate) struct Arguments {
    /// A saved page, or a report that the extension's "report a miss" has written; `-` is standard input.
    #[arg(default_value = "-")]
    file: String,
    /// The address of the page.
    #[arg(long, default_value = "")]
    url: String,
    /// The reader's own rules, one a line: hosts##selector hides, hosts#@#selector keeps.
    #[arg(long, value_name = "FILE")]
    rules: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, report: &mut dyn FnMut(Fault)) -> io::Result<()> {
    let explained = match reported(arguments, report) {
        Ok(explained) => explained,
        Err(fault) => {
            report(fault);
            return Ok(());
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    writeln!(out, "address   {}\narticle   {}", shown(&explained.address), shown(&explained.article))?;
    for (at, line) in explained.lines.iter().enumerate() {
        write(&mut out, at + 1, line)?;
    }
    if explained.more > 0 {
        writeln!(out, "\n{} more blocks", explained.more)?;
    }
    out.flush()
}

/// The report in a file, or that of the page in it.
fn reported(arguments: &Arguments, report: &mut dyn FnMut(Fault)) -> Result<Report, Fault> {
    let path = &arguments.file;
    let bytes = input::bytes(path)?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Fault::new(path, "empty"));
    }
    if let Some(text) = std::str::from_utf8(&bytes).ok().filter(|text| Report::is_one(text)) {
        return Report::parse(text).map_err(|fault| Fault::new(path, fault));
    }
    let filters = arguments.rules.as_deref().map(|path| read::rules(path, report)).transpose()?;
    let settings = Settings { filters: filters.unwrap_or_default(), ..Settings::default() };
    let page = Page::new(html::snapshot(&bytes, &arguments.url), Limits::default())
        .map_err(|fault| Fault::new(path, fault))?;
    let reading = qingdu_core::read(&page, &Hints::default(), &settings);
    let explained = Report::of(&page, &reading, &settings, false);
    if explained.lines.is_empty() {
        return Err(Fault::new(path, "no text was found"));
    }
    Ok(explained)
}

fn write(out: &mut impl Write, number: usize, line: &Line) -> io::Result<()> {
    let Line { level, category, rule, place, nature, sum, rules, path, text } = line;
    writeln!(out, "\n{number:>4}  {level}  {}", shown(category))?;
    writeln!(out, "      text      {text}")?;
    if !rule.is_empty() {
        writeln!(out, "      rule      {rule}")?;
    }
    let words = rules.iter().map(|(key, weight)| format!("{key} {weight:+}")).collect::<Vec<_>>().join(", ");
    match sum {
        Some(sum) => writeln!(out, "      evidence  {sum} in all; {words}")?,
        None if words.is_empty() => {}
        None => writeln!(out, "      evidence  no rule holds in this place; {words}")?,
    }
    let nature = if nature.is_empty() { String::new() } else { format!(", {nature}") };
    writeln!(out, "      place     {place}{nature}; {}", shown(path))
}

fn shown(text: &str) -> &str {
    if text.is_empty() { "-" } else { text }
}
