//! Articles about what promotion speaks of: awards, codes to scan, comments, live sales. Every paragraph
//! stays; the lines of promotion below them (`- ` in the files) go.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Write as _, fs, path::Path};

use qingdu_core::{
    article::Hints,
    boilerplate::Settings,
    page::{Builder, Limits, Page},
};

fn shown(title: &str, paragraphs: &[&str]) -> Vec<String> {
    let mut builder = Builder::new("https://www.myzaker.com/article/69136d80aaaaaaaaaaaaaaaa", title);
    let body = builder.element(None, "body", false);
    let heading = builder.element(Some(body), "h1", false);
    builder.text(heading, title);
    let outer = builder.element(Some(body), "div", false);
    builder.attribute(outer, "class", "article_content");
    let content = builder.element(Some(outer), "div", false);
    builder.attribute(content, "id", "content");
    for text in paragraphs {
        let paragraph = builder.element(Some(content), "p", false);
        builder.text(paragraph, text);
    }
    let page = Page::new(builder.finish(), Limits::default()).unwrap();
    let reading = qingdu_core::read(&page, &Hints::default(), &Settings::default());
    reading.shown().map(|kept| kept.block.text.clone()).collect()
}

#[test]
fn articles_about_promotion_lose_nothing() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/adversarial");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut faults = String::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let (title, rest) = text.split_once('\n').unwrap();
        let lines: Vec<&str> = rest.lines().filter(|line| !line.is_empty()).collect();
        let bare: Vec<&str> = lines.iter().map(|line| line.strip_prefix("- ").unwrap_or(line)).collect();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        // With its promotion, and cut off before it: then the article's last line is the page's.
        let genuine = lines.iter().filter(|line| !line.starts_with("- ")).count();
        for end in [lines.len(), genuine, genuine - 1, genuine - 2] {
            let shown = shown(title, &bare[..end]);
            for (line, bare) in lines[..end].iter().zip(&bare) {
                let there = shown.iter().any(|shown| shown == bare);
                if there == line.starts_with("- ") {
                    let _ = writeln!(faults, "{name} {end} {}: {line}", if there { "stays" } else { "lost" });
                }
            }
        }
    }
    assert_eq!(faults, "");
}
