//! Turns the tables under `data/` into Rust constants.
//!
//! A table is a text file: one row a line, columns parted by tabs, `#` begins a comment line, the first
//! row names the columns. A row that does not fit stops the build with its file and line.
#![allow(
    clippy::print_stdout,
    clippy::panic,
    reason = "a build script speaks to cargo by printing and fails by panicking"
)]

mod article;
mod boilerplate;
mod sites;
mod table;
mod text;
mod timeline;
mod timex;
mod weights;

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    let out = env::var("OUT_DIR").unwrap_or_else(|_| panic!("cargo sets OUT_DIR"));
    let out = Path::new(&out);
    // One line a family of tables: the file it writes, and the module that knows its columns.
    let generated = [
        ("boilerplate.rs", boilerplate::tables()),
        ("article.rs", article::tables()),
        ("sites.rs", sites::tables()),
        ("traditional.rs", text::tables()),
        ("verbs.rs", text::verbs()),
        ("timeline.rs", timeline::tables()),
        ("timex.rs", timex::tables()),
        ("weights.rs", weights::tables()),
    ];
    for (name, code) in generated {
        let code = code.unwrap_or_else(|fault| panic!("{fault}"));
        fs::write(out.join(name), code).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
