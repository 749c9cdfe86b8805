//! The tables of sites: the addresses, and the parts of their pages.

use std::{collections::BTreeSet, fmt::Write as _};

use super::table::{Fault, Table};

// The core's own parser of selectors.
#[path = "../src/selector/fault.rs"]
#[allow(dead_code, reason = "the build only prints it")]
mod fault;
#[path = "../src/selector/names.rs"]
mod names;
#[path = "../src/selector/parse.rs"]
#[allow(dead_code, reason = "the build only asks whether a selector can be parsed")]
mod parse;
#[path = "../src/selector/pseudo.rs"]
mod pseudo;

const KINDS: [(&str, &str); 3] = [("article", "Article"), ("list", "List"), ("any", "Unknown")];

const ROLES: [(&str, &str); 9] = [
    ("body", "Body"),
    ("title", "Title"),
    ("source", "Source"),
    ("author", "Author"),
    ("time", "Time"),
    ("chrome", "Chrome"),
    ("disclaimer", "Disclaimer"),
    ("caption", "Caption"),
    ("credit", "Credit"),
];

fn variant(choices: &[(&str, &'static str)], name: &str) -> &'static str {
    choices.iter().find(|(known, _)| *known == name).map_or("", |(_, variant)| variant)
}

pub(crate) fn tables() -> Result<String, Fault> {
    let mut code = String::from(
        "/// Site, host, form of the address, kind of page.\nconst ADDRESSES: &[(&str, &str, &str, Kind)] = &[\n",
    );
    let mut sites = BTreeSet::new();
    for row in Table::read("sites/addresses.tsv", &["site", "host", "path", "kind", "reason"])?.rows() {
        let (site, host, path) = (row.need("site")?, row.need("host")?, row.need("path")?);
        let kind = variant(&KINDS, row.one_of("kind", &KINDS.map(|(name, _)| name))?);
        row.need("reason")?;
        if host.contains('/') || host != host.to_ascii_lowercase() {
            return Err(row.fault(format!("{host} is no host in lower case")));
        }
        if !path.starts_with('/') {
            return Err(row.fault(format!("{path} does not begin with /")));
        }
        sites.insert(site.to_owned());
        let _ = writeln!(code, "    ({site:?}, {host:?}, {path:?}, Kind::{kind}),");
    }
    code.push_str("];\n\n/// The parts of the pages.\nconst PARTS: &[Part] = &[\n");
    for row in Table::read("sites/parts.tsv", &["site", "role", "selector", "reason"])?.rows() {
        let (site, selector) = (row.need("site")?, row.need("selector")?);
        if !sites.contains(site) {
            return Err(row.fault(format!("the site {site} has no address")));
        }
        parse::Selector::parse(selector).map_err(|what| row.fault(what.to_string()))?;
        let role = variant(&ROLES, row.one_of("role", &ROLES.map(|(name, _)| name))?);
        let reason = row.need("reason")?;
        let _ = writeln!(
            code,
            "    Part {{ site: {site:?}, role: Role::{role}, selector: {selector:?}, reason: {reason:?} }},"
        );
    }
    code.push_str("];\n");
    Ok(code)
}
