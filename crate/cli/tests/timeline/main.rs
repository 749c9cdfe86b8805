//! The timeline against gold: articles written for this test, with the entries that a careful editor would list.
//!
//! `cargo test -p qingdu-cli --test timeline -- --nocapture` prints a row for every article and every fault.
//! `TIMELINE_ARTICLE=name,other` limits the run to the articles whose folder has one of these in its name.
//!
//! A folder is one article. `article.txt`: the title, the publication time, then a paragraph a line; a line that
//! begins with `## ` is a heading. `gold.txt`: lines of `#` are comments; an entry is
//!
//! `start | end | precision | kind | required or optional | expression | part of its sentence | part of its headline`
//!
//! `start` is `-` where only a vague time is given; `end` is exclusive, `-` if open. Several accepted values stand
//! beside each other with ` // ` (a start given as a prefix, like `2025-10`, accepts all that begin so); several
//! sentences are the places where the text speaks of the event. `~` after the precision: approximate. The precision
//! `inferred`: no time word dates it. The last field may be left out. What must not be read as an event:
//!
//! `not | part of the text | why`: no dated entry rests on an expression in that part;
//! `not sentence | part of the text | why`: no dated entry rests on the sentence.
//!
//! The measures are those of an entry list scored strictly: an entry counts only with its right date, a wrong date is
//! both false and missed; optional entries are neither asked for nor held against the list if their date is right.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a test speaks to people by printing, and stops at the first broken fixture"
)]

mod agree;
mod article;
mod checks;
mod pairs;
mod score;

use article::articles;
use qingdu_core::lexicon::Pack;
use score::{HEAD, Score, percent, score};

/// What the timeline must hold over all articles: a little below what it reaches, so that a loss is seen. Percentages, but for the counts, which are the most that is allowed.
struct Floors {
    precision: f64,
    recall: f64,
    f1: f64,
    dates: f64,
    kinds: f64,
    headlines: f64,
    violations: usize,
    merges: usize,
    false_on_negatives: usize,
    wrong_years: usize,
}

const FLOORS: Floors = Floors {
    precision: 97.4,
    recall: 97.4,
    f1: 97.4,
    dates: 98.1,
    kinds: 97.6,
    headlines: 97.5,
    violations: 0,
    merges: 1,
    false_on_negatives: 0,
    wrong_years: 0,
};

#[test]
fn timelines_hold_against_gold() {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let articles = articles();
    let (mut total, mut negative) = (Score::default(), Score::default());
    let mut faults = Vec::new();
    println!("{HEAD}");
    for article in &articles {
        let one = score(article, &article.build(&pack));
        let none = article.gold.iter().all(|gold| !gold.required);
        println!("{}", one.row(&format!("{}{}", article.name, if none { " (-)" } else { "" })));
        total.add(&one);
        if none {
            negative.add(&one);
        }
        faults.extend(one.faults);
    }
    println!("{}", total.row("all"));
    println!("\n{}", faults.join("\n"));
    let merges = total.twice + total.mixed;
    println!(
        "\n{} articles: STRICT precision {:.1} recall {:.1} F1 {:.1}; dates {:.1}, kinds {:.1}, headlines {:.1}; \
         {} false ({} on articles without a timeline), {} must-not violations, {merges} merge errors, {} wrong years",
        articles.len(),
        total.precision(),
        total.recall(),
        total.f1(),
        percent(total.dated_right, total.dated),
        percent(total.kinds, total.paired),
        percent(total.heads, total.headed),
        total.extra,
        negative.extra,
        total.violations,
        total.wrong_years,
    );
    assert!(total.broken.is_empty(), "hard rules broken:\n{}", total.broken.join("\n"));
    if std::env::var_os("TIMELINE_ARTICLE").is_some() {
        return;
    }
    let reached = [
        ("precision", total.precision(), FLOORS.precision),
        ("recall", total.recall(), FLOORS.recall),
        ("F1", total.f1(), FLOORS.f1),
        ("dates", percent(total.dated_right, total.dated), FLOORS.dates),
        ("kinds", percent(total.kinds, total.paired), FLOORS.kinds),
        ("headlines", percent(total.heads, total.headed), FLOORS.headlines),
    ];
    for (what, got, floor) in reached {
        assert!(got >= floor, "{what}: {got:.1}, floor {floor:.1}");
    }
    let counted = [
        ("must-not violations", total.violations, FLOORS.violations),
        ("merge errors", merges, FLOORS.merges),
        ("false entries on articles without a timeline", negative.extra, FLOORS.false_on_negatives),
        ("wrong years", total.wrong_years, FLOORS.wrong_years),
    ];
    for (what, got, most) in counted {
        assert!(got <= most, "{what}: {got}, at most {most}");
    }
}

#[test]
fn no_article_contradicts_itself() {
    let pack = Pack::read(qingdu_dictionary::PACK).unwrap();
    let mut found = Vec::new();
    for article in articles() {
        let entries = article.build(&pack);
        let conflicts = entries.into_iter().flat_map(|entry| entry.conflicts);
        found.extend(
            conflicts.map(|conflict| (article.name.clone(), conflict.mentions.map(|mention| mention.sentence))),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}
