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
    /// What goes from around the article.
    pub chrome: Vec<Chrome>,
}

/// Reads a page.
///
/// Where the page is no article ([`Article::refusal`]) nothing is removed: the verdicts are all
/// [`Level::Keep`] and the chrome is empty.
///
#[must_use]
pub fn read(page: &Page, hints: &Hints, settings: &Settings) -> Reading {
    let article = article::find(page, hints);
    if article.refusal.is_some() {
        let verdicts = article.blocks.iter().map(|_| Verdict::keep()).collect();
        return Reading { article, verdicts, chrome: Vec::new() };
    }
    let verdicts = boilerplate::judge(page, &article, settings);
    let chrome = boilerplate::chrome(page, &article, settings);
    Reading { article, verdicts, chrome }
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
