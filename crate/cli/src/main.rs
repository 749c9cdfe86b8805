//! `qingdu`: 清读's core over files, for people, tests and scores.
//!
//! Exit codes: 0, all went well; 2, some input was bad. Every fault is one line on stderr that names the
//! file (and the line of a batch); the other lines of a batch still come out.
#![allow(clippy::print_stderr, reason = "a command line speaks to people by printing")]

mod dom;
mod explain;
mod html;
mod input;
mod json;
mod read;
mod timex;

use std::{fmt, process::ExitCode};

use clap::{Parser, Subcommand};

/// Reads Chinese news pages: cleans the text, dates its events.
#[derive(Parser)]
#[command(name = "qingdu", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a page (HTML or plain text): the cleaned text, what was removed, the timeline.
    Read(read::Arguments),
    /// Shows why each block of a page got its verdict: of a saved page, or of a report from the extension.
    Explain(explain::Arguments),
    /// Finds the time expressions of a text.
    Timex(timex::Arguments),
}

/// One fault, ready to be printed on one line.
#[derive(Debug)]
pub(crate) struct Fault {
    place: String,
    what: String,
}

impl Fault {
    pub(crate) fn new(place: impl fmt::Display, what: impl fmt::Display) -> Fault {
        Fault { place: place.to_string(), what: what.to_string().replace(['\n', '\r'], " ") }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "qingdu: {}: {}", self.place, self.what)
    }
}

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let mut bad = false;
    let mut report = |fault: Fault| {
        bad = true;
        eprintln!("{fault}");
    };
    let done = match command {
        Command::Read(arguments) => read::run(&arguments, &mut report),
        Command::Explain(arguments) => explain::run(&arguments, &mut report),
        Command::Timex(arguments) => timex::run(&arguments, &mut report),
    };
    match done {
        // The reader of our output has gone: nothing is wrong with the input.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => report(Fault::new("output", error)),
        Ok(()) => {}
    }
    if bad { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
