//! The tables of promotion: classes of words, and the rules written in them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::table::{Fault, Row, Table, first_letters};

#[path = "../src/text/fold.rs"]
#[allow(dead_code, unreachable_pub, reason = "the build folds words as the core folds texts")]
mod fold;

const CATEGORIES: [(&str, &str); 24] = [
    ("follow_prompt", "FollowPrompt"),
    ("like_share", "LikeShare"),
    ("comment_prompt", "CommentPrompt"),
    ("qr_group", "QrGroup"),
    ("event_award_ad", "EventAwardAd"),
    ("recruit_bd", "RecruitBd"),
    ("submit_reprint", "SubmitReprint"),
    ("related_reading", "RelatedReading"),
    ("app_download", "AppDownload"),
    ("expand_paywall", "ExpandPaywall"),
    ("live_promo", "LivePromo"),
    ("ad_product", "AdProduct"),
    ("ad_disclaimer", "AdDisclaimer"),
    ("copyright_disclaimer", "CopyrightDisclaimer"),
    ("editor_credit", "EditorCredit"),
    ("source_credit", "SourceCredit"),
    ("image_credit", "ImageCredit"),
    ("byline", "Byline"),
    ("end_marker", "EndMarker"),
    ("site_chrome", "SiteChrome"),
    ("comment_ui", "CommentUi"),
    ("share_ui", "ShareUi"),
    ("wechat_chrome", "WechatChrome"),
    ("account_card", "AccountCard"),
];
/// Classes that have a form and no words: `src/boilerplate/shapes.rs` finds them.
const SHAPES: [&str; 11] =
    ["figure", "amount", "stamp", "dial", "mail", "handle", "arrow", "gap", "copymark", "menu", "card"];
const PLACES: [(&str, &str); 5] =
    [("any", "Any"), ("edge", "Edge"), ("tail", "Tail"), ("head", "Head"), ("appeal", "Appeal")];
const LEVELS: [(&str, &str); 3] = [("hide", "Hide"), ("fold", "Fold"), ("keep", "Keep")];

fn variant(choices: &[(&str, &'static str)], name: &str) -> &'static str {
    choices.iter().find(|(known, _)| *known == name).map_or("", |(_, variant)| variant)
}

fn choice<const N: usize>(
    row: &Row<'_>,
    column: &str,
    choices: &[(&str, &'static str); N],
) -> Result<&'static str, Fault> {
    let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
    Ok(variant(choices, row.one_of(column, &names)?))
}

/// The category in a row's column of that name, as the core calls it.
pub(crate) fn category(row: &Row<'_>) -> Result<&'static str, Fault> {
    choice(row, "category", &CATEGORIES)
}

/// Words in the form in which the core sees texts.
fn folded(word: &str) -> String {
    fold::fold(word).chars().filter(|letter| !letter.is_whitespace() && *letter != '"').collect()
}

#[derive(Default)]
struct Classes {
    names: BTreeMap<String, usize>,
    words: BTreeSet<(String, usize)>,
}

impl Classes {
    fn number(&mut self, name: &str) -> usize {
        let next = self.names.len();
        *self.names.entry(name.to_owned()).or_insert(next)
    }
}

pub(crate) fn tables() -> Result<String, Fault> {
    let mut classes = Classes::default();
    for shape in SHAPES {
        classes.number(shape);
    }
    for row in Table::read("boilerplate/words.tsv", &["class", "words", "reason"])?.rows() {
        row.need("reason")?;
        if SHAPES.contains(&row.need("class")?) {
            return Err(row.fault("a shape has no words".into()));
        }
        let class = classes.number(row.need("class")?);
        for word in row.need("words")?.split(' ').filter(|word| !word.is_empty()) {
            if !classes.words.insert((folded(word), class)) {
                return Err(row.fault(format!("{word} stands twice in its class")));
            }
        }
    }
    let columns = ["key", "category", "place", "max", "weight", "level", "pattern", "reason"];
    let mut keys = Vec::new();
    let mut rules = String::new();
    for row in Table::read("boilerplate/rules.tsv", &columns)?.rows() {
        let key = row.need("key")?.to_owned();
        if keys.contains(&key) {
            return Err(row.fault(format!("{key} stands twice")));
        }
        let _ = writeln!(
            rules,
            "    Rule {{ key: {key:?}, category: Category::{}, place: Place::{}, max: {}, weight: {}, level: Level::{}, pattern: &[{}], ends: {}, reason: {:?} }},",
            category(&row)?,
            choice(&row, "place", &PLACES)?,
            row.number::<usize>("max")?,
            row.number::<i32>("weight")?,
            choice(&row, "level", &LEVELS)?,
            pattern(&row, &mut classes)?,
            row.need("pattern")?
                .ends_with('$')
                .then(|| ends(row.get("pattern")))
                .map_or("None".into(), |gap| format!("Some({gap})")),
            row.need("reason")?,
        );
        keys.push(key);
    }
    let signs = signs(&mut classes)?;
    let mut code = String::from("/// Every word with its class, sorted.\nconst WORDS: &[(&str, u16)] = &[\n");
    for (word, class) in &classes.words {
        let _ = writeln!(code, "    ({word:?}, {class}),");
    }
    code.push_str("];\n\n");
    code.push_str(&first_letters(classes.words.iter().map(|(word, _)| word.as_str())));
    code.push_str("\n/// The rules, in the order of the table.\nconst RULES: &[Rule] = &[\n");
    code.push_str(&rules);
    code.push_str("];\n\n");
    code.push_str(&signs);
    for (name, class) in classes.names.iter().filter(|(name, _)| name.is_ascii()) {
        if name.chars().all(|letter| letter.is_ascii_lowercase()) {
            let _ = writeln!(
                code,
                "#[allow(dead_code, reason = \"every class has a name\")]\nconst {}: u16 = {class};",
                name.to_ascii_uppercase()
            );
        }
    }
    Ok(code)
}

/// The signs of promotion: of each its class, its weight and the rule that it speaks for.
fn signs(classes: &mut Classes) -> Result<String, Fault> {
    let mut code = String::from("/// The signs, in the order of the table, by class.\nconst SIGNS: &[Sign] = &[\n");
    for row in Table::read("boilerplate/signs.tsv", &["key", "category", "weight", "words", "reason"])?.rows() {
        let key = row.need("key")?;
        let class = classes.number(&format!("sign {key}"));
        for word in row.need("words")?.split(' ').filter(|word| !word.is_empty()) {
            if !classes.words.insert((folded(word), class)) {
                return Err(row.fault(format!("{word} stands twice in its row")));
            }
        }
        let category = category(&row)?;
        let level = if category == "CopyrightDisclaimer" { "Fold" } else { "Hide" };
        let _ = writeln!(
            code,
            "    Sign {{ class: {class}, weight: {}, rule: Rule {{ key: {key:?}, category: Category::{category}, place: Place::Tail, max: 0, weight: 0, level: Level::{level}, pattern: &[], ends: None, reason: {:?} }} }},",
            row.number::<i32>("weight")?,
            row.need("reason")?,
        );
    }
    code.push_str("];\n");
    Ok(code)
}

/// The letters allowed between the last word and the end of the segment.
fn ends(pattern: &str) -> usize {
    let before = pattern.trim_end_matches('$').trim_end().rsplit(' ').next().unwrap_or_default();
    before.strip_prefix("..").and_then(|gap| gap.parse().ok()).unwrap_or(0)
}

/// A pattern as constants: (class, letters allowed before it; `ANYWHERE` for the first one without `^`).
fn pattern(row: &Row<'_>, classes: &mut Classes) -> Result<String, Fault> {
    let mut code = String::new();
    let mut gap: Option<usize> = None;
    let mut first = true;
    let text = row.need("pattern")?;
    for part in text.split(' ').filter(|part| !part.is_empty()) {
        if part == "^" {
            gap = Some(0);
            continue;
        }
        if part == "$" {
            continue;
        }
        if let Some(number) = part.strip_prefix("..") {
            gap = Some(number.parse().map_err(|_| row.fault(format!("{part} is no gap")))?);
            continue;
        }
        let class = if let Some(word) = part.strip_prefix('"').and_then(|part| part.strip_suffix('"')) {
            let class = classes.number(&format!("={word}"));
            classes.words.insert((folded(word), class));
            class
        } else {
            *classes.names.get(part).ok_or_else(|| row.fault(format!("no class {part} in words.tsv")))?
        };
        let allowed = match gap.take() {
            Some(gap) => gap.to_string(),
            None if first => "ANYWHERE".into(),
            None => "0".into(),
        };
        let _ = write!(code, "({class}, {allowed}), ");
        first = false;
    }
    if first {
        return Err(row.fault("the pattern is empty".into()));
    }
    if classes.names.len() > 1023 {
        return Err(row.fault("there are more than 1023 classes".into()));
    }
    Ok(code)
}
