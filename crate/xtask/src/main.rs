//! The steps of the build that are written in Rust.
//!
//! `xtask engine` compiles the core for the browser and writes its glue to `build/engine`.
//! `xtask package chrome firefox` puts `dist/<browser>` and `dist/<archive>.zip` together from what
//! `build/` and `extension/` hold. `build.sh` calls both, with the bundler between them.

mod engine;
mod learn;
mod manifest;
mod package;
mod place;

use std::{error::Error, io::Write, process::ExitCode};

use manifest::Browser;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to report to where stderr is closed.
            let _ = writeln!(std::io::stderr(), "xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = String>) -> Outcome {
    match arguments.next().as_deref() {
        Some("engine") => engine::build(),
        Some("learn") => learn::learn(),
        Some("package") => arguments.try_for_each(|name| package::assemble(Browser::named(&name)?)),
        _ => Err("usage: xtask engine | xtask learn | xtask package [chrome] [firefox]".into()),
    }
}
