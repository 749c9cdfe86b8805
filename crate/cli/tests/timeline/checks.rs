//! Checks of the gold itself: it stands in its article, and scores itself full.

use qingdu_core::timeline::{Entry, Kind, Mention};

use crate::{
    agree::squeeze,
    article::{Article, Gold, KINDS, PRECISIONS, articles, moment},
    score::score,
};

#[test]
fn gold_is_in_its_article() {
    let mut faults = Vec::new();
    for article in articles() {
        let text = article.text();
        let letters = squeeze(&text).chars().count();
        let mut say = |line: usize, what: String| faults.push(format!("{}/gold.txt:{line}: {what}", article.name));
        if !(200..=2200).contains(&letters) {
            say(0, format!("{letters} characters"));
        }
        for gold in &article.gold {
            let known =
                gold.starts.is_empty() && gold.precision == "vague" || PRECISIONS.contains(&gold.precision.as_str());
            if !known || gold.kinds.is_empty() || gold.kinds.iter().any(|kind| !KINDS.contains(&kind.as_str())) {
                say(gold.line, "precision or kind".into());
            }
            let first = gold.starts.first().and_then(|start| moment(start));
            let end = gold.end.as_deref().and_then(moment);
            if gold.end.is_some() != end.is_some() || first.is_some_and(|first| end.is_some_and(|end| end <= first)) {
                say(gold.line, "end".into());
            }
            if first.is_none() && gold.starts.first().is_some_and(|start| !start.starts_with('-')) {
                say(gold.line, "start".into());
            }
            if gold.expressions.is_empty() != (gold.precision == "inferred") {
                say(gold.line, "an expression is missing, or has nothing to do there".into());
            }
            for part in &gold.sentences {
                if text.matches(part.as_str()).count() != 1 {
                    say(gold.line, format!("not once in the text: {part}"));
                }
            }
            for expression in &gold.expressions {
                let hosts = gold.sentences.iter().filter_map(|part| article.host(part));
                if !hosts.into_iter().any(|host| host.contains(expression.as_str())) {
                    say(gold.line, format!("not in the paragraphs of its sentences: {expression}"));
                }
            }
            for part in &gold.headline {
                if !text.contains(part.as_str()) {
                    say(gold.line, format!("headline not in the text: {part}"));
                }
            }
        }
        for not in &article.nots {
            if !text.contains(&not.text) {
                say(not.line, format!("not in the text: {}", not.text));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The entry that a gold line asks for, resting on the sentences of the text.
fn own_entry(article: &Article, gold: &Gold) -> Entry {
    let mut mentions = Vec::new();
    for part in &gold.sentences {
        let Some(host) = article.host(part) else { continue };
        let at = host.find(part.as_str()).unwrap_or_default();
        let start = host[..at].rfind(['。', '！', '？']).map_or(0, |end| end + '。'.len_utf8());
        let after = at + part.len();
        let end = host[after..].find(['。', '！', '？']).map_or(host.len(), |end| after + end + '。'.len_utf8());
        let sentence = &host[start..end];
        let said = gold.expressions.iter().find_map(|expression| Some((expression, sentence.find(expression)?)));
        let span = said.map_or(start..start, |(expression, at)| start + at..start + at + expression.len());
        mentions.push(Mention {
            expression: host[span.clone()].to_owned(),
            sentence: sentence.to_owned(),
            paragraph: article.paragraphs.iter().position(|(_, text)| text == host),
            span: start..end,
            expression_span: span,
            ..Mention::default()
        });
    }
    let kind = match gold.kinds.first().map(String::as_str) {
        Some("planned") => Kind::Planned,
        Some("reported") => Kind::Reported,
        Some("denied") => Kind::Denied,
        Some("recurring") => Kind::Recurring,
        _ => Kind::Happened,
    };
    Entry {
        start: gold.starts.first().cloned(),
        end: gold.end.clone(),
        precision: PRECISIONS.into_iter().find(|precision| *precision == gold.precision).unwrap_or("vague"),
        approx: gold.approx,
        inferred: gold.precision == "inferred",
        kind,
        headline: gold.headline.first().unwrap_or(&gold.sentences[0]).chars().take(40).collect(),
        participants: Vec::new(),
        importance: 0,
        mentions,
        conflicts: Vec::new(),
    }
}

#[test]
fn gold_scores_itself_full() {
    for article in articles() {
        let mut entries: Vec<Entry> = article.gold.iter().map(|gold| own_entry(&article, gold)).collect();
        entries.sort_by_key(|entry| (entry.start.is_none(), entry.start.as_deref().and_then(moment)));
        let score = score(&article, &entries);
        let full = score.right == score.required && score.wrong + score.extra + score.violations == 0;
        let whole = full && score.kinds == score.paired && score.twice + score.mixed == 0 && score.broken.is_empty();
        assert!(whole, "{}\n{}\n{}", article.name, score.faults.join("\n"), score.broken.join("\n"));
    }
}
