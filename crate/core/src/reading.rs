//! A page, read: its article, a verdict on every block, what goes and what stays.

use std::borrow::Cow;

use crate::{
    article::{self, Article, Hints},
    boilerplate::{self, Chrome, Level, Settings, Verdict},
    page::{Block, Page},
};

/// What reading a page gives.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Article,
    /// One verdict a block of the article, in the same order.
    pub verdicts: Vec<Verdict>,
    /// What goes from around the article and from further articles behind it, and what the reader's rules hide.
    pub chrome: Vec<Chrome>,
    /// Whether the reader's rules were too much work on this page, so that none of them held.
    pub overrun: bool,
}

/// Reads a page.
///
/// Where the page is no article ([`Article::refusal`]) only the reader's own rules remove anything: they hold on
/// every page that the reader has us read.
#[must_use]
pub fn read(page: &Page, hints: &Hints, settings: &Settings) -> Reading {
    let article = article::find(page, hints);
    let (mut verdicts, mut chrome) = if article.refusal.is_some() {
        (article.blocks.iter().map(|_| Verdict::keep()).collect(), Vec::new())
    } else {
        let mut chrome = boilerplate::chrome(page, &article, settings);
        chrome.extend(boilerplate::further(page, &article, settings));
        (boilerplate::judge(page, &article, settings), chrome)
    };
    let overrun = boilerplate::apply_rules(page, &article.blocks, settings, &mut verdicts, &mut chrome);
    boilerplate::lift_kept(&article.blocks, settings, &mut verdicts, &mut chrome);
    Reading { article, verdicts, chrome, overrun }
}

/// A block that stays, trimmed where a part of it goes.
#[derive(Clone, Debug)]
pub struct Kept<'r> {
    /// The block as it is shown.
    pub block: Cow<'r, Block>,
    /// The verdict on it; folded blocks are kept ones.
    pub verdict: &'r Verdict,
}

impl Reading {
    /// The blocks with their verdicts.
    pub fn judged(&self) -> impl Iterator<Item = (&Block, &Verdict)> {
        self.article.blocks.iter().zip(&self.verdicts)
    }

    /// The blocks that stay, folded ones among them, in order.
    pub fn kept(&self) -> impl Iterator<Item = Kept<'_>> {
        self.judged().filter(|(_, verdict)| verdict.level != Level::Hide).map(|(block, verdict)| {
            let block =
                if verdict.trims.is_empty() { Cow::Borrowed(block) } else { Cow::Owned(block.without(&verdict.trims)) };
            Kept { block, verdict }
        })
    }

    /// The blocks that a reader sees without opening anything.
    pub fn shown(&self) -> impl Iterator<Item = Kept<'_>> {
        self.kept().filter(|kept| kept.verdict.level == Level::Keep)
    }
}
