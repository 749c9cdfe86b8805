//! The core, compiled for the browser.

use std::{env, ffi::OsString, fs, path::PathBuf, process::Command};

use wasm_bindgen_cli_support::Bindgen;

use crate::{Outcome, place};

const TARGET: &str = "wasm32-unknown-unknown";

/// The wasm may not grow unnoticed: a reader downloads it, and the worker compiles it at every start.
const BUDGET: u64 = 2_500_000;

/// Compiles `qingdu-wasm` and writes glue, types and wasm to `build/engine`, the dictionary beside them.
pub(crate) fn build() -> Outcome {
    compile()?;
    let folder = place::root().join("build/engine");
    place::fresh(&folder)?;
    // `web`: an ES module with static imports, which a service worker, an event page and a page can all
    // load. The reset function lets the engine start again after a trap without a new worker.
    Bindgen::new()
        .input_path(place::target().join(TARGET).join("wasm/qingdu_wasm.wasm"))
        .out_name("qingdu")
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(&folder)?;
    let size = fs::metadata(folder.join("qingdu_bg.wasm"))?.len();
    if size > BUDGET {
        return Err(format!("the engine has {size} bytes, more than its budget of {BUDGET}").into());
    }
    Ok(fs::write(folder.join("dictionary.pack"), qingdu_dictionary::PACK)?)
}

fn compile() -> Outcome {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--locked", "--profile", "wasm", "--target", TARGET, "-p", "qingdu-wasm"])
        .env("CARGO_ENCODED_RUSTFLAGS", flags()?)
        .current_dir(place::root())
        .status()?;
    if status.success() { Ok(()) } else { Err("the core does not compile for the browser".into()) }
}

/// No path of this machine may reach the wasm, or two machines would build different bytes.
fn flags() -> Outcome<OsString> {
    let remaps = [(cargo_home()?, "cargo"), (place::root(), "qingdu"), (sysroot()?, "rust")].map(|(path, name)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(path);
        flag.push("=");
        flag.push(name);
        flag
    });
    Ok(remaps.join(&OsString::from("\u{1f}")))
}

fn cargo_home() -> Outcome<PathBuf> {
    if let Some(path) = env::var_os("CARGO_HOME") {
        return Ok(path.into());
    }
    Ok(PathBuf::from(env::var_os("HOME").ok_or("neither CARGO_HOME nor HOME is set")?).join(".cargo"))
}

fn sysroot() -> Outcome<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "sysroot"]).current_dir(place::root()).output()?;
    Ok(String::from_utf8(output.stdout)?.trim().into())
}
