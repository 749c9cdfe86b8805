//! `qingdu timex`.

use std::io;

use clap::Args;

use crate::Fault;

#[derive(Args)]
pub(crate) struct Arguments {
    /// The text; `-` is standard input.
    #[arg(default_value = "-")]
    file: String,
    /// Reads many texts: FILE has a line of JSON for each, {"id","text","ref"}.
    #[arg(long)]
    jsonl: bool,
}

pub(crate) fn run(_arguments: &Arguments, _report: &mut dyn FnMut(Fault)) -> io::Result<()> {
    Ok(())
}
