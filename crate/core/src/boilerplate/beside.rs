//! Parts inside an article that the page itself names as something else: other articles, advertising, ways to follow.
//!
//! The name of an element is written for its look, and proves little: what holds a paragraph of the article stays,
//! whatever it is called. What holds none is folded, and hidden where its text says the same as its name.

use super::{
    Category, Chrome, Level, Verdict,
    block::{Judged, Nature},
    evidence::{FOLD, Score, Zone},
};
use crate::{
    article::{Article, Beside, is_apart, place},
    page::{Block, BlockKind, Page},
    text::speaks,
};

/// So many letters a sentence has that keeps the part around it.
const SENTENCE: usize = 20;
/// Fewer letters than these say nothing but the name of the part.
const LABEL: usize = 12;
/// The letters that the title of another article has.
const TITLE: std::ops::RangeInclusive<usize> = 4..=60;

/// Judges the named parts of an article. What turns out to be the article's own is put among its blocks; the others
/// are given, each with its verdict. What neither is stays in the page and is in no text.
pub(crate) fn beside(page: &Page, article: &mut Article) -> Vec<Chrome> {
    let mut own = Vec::new();
    let mut found = Vec::new();
    for part in std::mem::take(&mut article.beside) {
        let lines: Vec<Line<'_>> = part.blocks.iter().map(Line::of).collect();
        let verdict = verdict(&part, &lines);
        if holds_article(&part, &lines) {
            own.extend(part.blocks.into_iter().map(|block| (block, ())));
        } else if let Some(verdict) = verdict {
            let text = page.text_of(part.node);
            found.push(Chrome { nodes: vec![part.node], text, verdict, by_rule: true, blocks: part.blocks });
        } else {
            article.beside.push(part);
        }
    }
    if !own.is_empty() {
        let mut blocks: Vec<_> = std::mem::take(&mut article.blocks).into_iter().map(|block| (block, ())).collect();
        place(&mut blocks, own);
        article.blocks = blocks.into_iter().map(|(block, ())| block).collect();
    }
    found
}

/// Puts the blocks of the parts that do not go after all among those of the article: the reader has their category off,
/// or keeps them. Gives the verdicts on all blocks.
pub(crate) fn give_back(
    page: &Page,
    article: &mut Article,
    verdicts: Vec<Verdict>,
    beside: Vec<Chrome>,
    chrome: &[Chrome],
) -> Vec<Verdict> {
    let goes = |part: &Chrome| {
        let mut outer = chrome.iter().flat_map(|gone| &gone.nodes);
        outer.any(|outer| part.nodes.iter().all(|node| page.contains(*outer, *node)))
    };
    let back: Vec<_> = beside.into_iter().filter(|part| !goes(part)).collect();
    if back.is_empty() {
        return verdicts;
    }
    let kept = |part: Chrome| {
        let verdict = Verdict { category: part.verdict.category, ..Verdict::keep() };
        part.blocks.into_iter().map(move |block| (block, verdict.clone()))
    };
    let mut judged: Vec<_> = std::mem::take(&mut article.blocks).into_iter().zip(verdicts).collect();
    place(&mut judged, back.into_iter().flat_map(kept));
    let (blocks, verdicts) = judged.into_iter().unzip();
    article.blocks = blocks;
    verdicts
}

/// A block of a part with what its text says.
struct Line<'b> {
    block: &'b Block,
    judged: Judged,
}

impl Line<'_> {
    fn of(block: &Block) -> Line<'_> {
        Line { block, judged: Judged::of(block, &[]) }
    }

    /// Its sum behind an article, where it goes there by itself: credits do not.
    fn score(&self) -> Option<Score> {
        let score = self.judged.whole.score(&self.judged.folded, Zone::Tail);
        score.filter(|score| score.sum >= FOLD && !score.rule.category.is_credit())
    }

    /// Whether it is the article's own: a full sentence, or what is never removed.
    fn is_own(&self) -> bool {
        match self.judged.nature {
            Nature::Protected => true,
            Nature::Sure => self.judged.folded.letters.len() >= SENTENCE,
            Nature::Marked | Nature::Unsure => false,
        }
    }

    /// Whether it is the title of another article, with the way to it.
    fn is_title(&self) -> bool {
        let count = self.judged.folded.letters.iter().filter(|letter| speaks(**letter)).count();
        self.block.link_density() > 0.8 && TITLE.contains(&count)
    }

    /// Whether it is a few letters that tell nothing.
    fn is_label(&self) -> bool {
        self.judged.folded.letters.len() <= LABEL
            && !self.judged.whole.reports()
            && self.block.pictures.is_empty()
            && !self.block.text.contains('。')
    }
}

/// Whether the article goes on in a part: with a full sentence, with what is never removed, or with a heading for what
/// stands behind it.
fn holds_article(part: &Beside, lines: &[Line<'_>]) -> bool {
    let is_heading = |line: &Line<'_>| matches!(line.block.kind, BlockKind::Heading(_)) && line.score().is_none();
    let heads = lines.len() == 1 && lines.iter().all(is_heading);
    !is_apart(part.category) && (heads || lines.iter().any(Line::is_own))
}

/// What is done with a part that holds nothing of the article; `None` where neither its name nor its text says what it
/// is.
fn verdict(part: &Beside, lines: &[Line<'_>]) -> Option<Verdict> {
    let texts = || lines.iter().filter(|line| !line.block.text.is_empty());
    let titles = texts().filter(|line| line.is_title()).count();
    let says = |line: &Line<'_>| line.score().is_some() || (titles > 1 && line.is_title());
    let said = texts().any(says) && texts().all(|line| says(line) || line.is_label());
    // A few letters that tell nothing, under a name that tells all.
    let is_label = lines.len() == 1 && texts().any(Line::is_label);
    let most = texts().filter_map(Line::score).map(|score| score.rule.level).min().unwrap_or(Level::Hide);
    let level = if said || is_label { most } else { Level::Fold };
    let by_text = || {
        let best = texts().filter_map(Line::score).max_by_key(|score| score.sum);
        best.map(|score| score.rule.category).or(Some(Category::RelatedReading))
    };
    // What no name gives away and is a part of the site may be the way to the article's next page.
    let category = part.category.or_else(|| by_text().filter(|own| said && *own != Category::SiteChrome))?;
    Some(Verdict {
        level,
        category: Some(category),
        rule: if part.word.is_empty() { "named".into() } else { format!("named-{}", part.word) },
        reason: reason(category).into(),
        trims: Vec::new(),
    })
}

/// Why it goes, in the reader's words.
fn reason(category: Category) -> &'static str {
    match category {
        Category::RelatedReading => "网页标明的相关推荐",
        Category::AdProduct => "网页标明的广告",
        Category::FollowPrompt => "网页标明的关注、订阅",
        Category::QrGroup => "网页标明的二维码",
        Category::ShareUi => "网页标明的分享按钮",
        Category::AccountCard => "网页标明的作者名片",
        Category::CommentUi => "网页标明的评论区",
        _ => "网页标明不是正文",
    }
}
