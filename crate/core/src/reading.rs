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
    /// The blocks of further articles behind it, each with its verdict, in the page's order.
    pub further: Vec<(Block, Verdict)>,
    /// What goes from around the article, and what the reader's rules hide.
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
    let mut article = article::find(page, hints);
    let beside = boilerplate::beside(page, &mut article);
    let (mut verdicts, mut further, mut chrome) = if article.refusal.is_some() {
        (article.blocks.iter().map(|_| Verdict::keep()).collect(), Vec::new(), Vec::new())
    } else {
        let further = boilerplate::further(page, &article, settings);
        let chrome = boilerplate::chrome(page, &article, settings).into_iter();
        let off = |part: &Chrome| part.verdict.category.is_some_and(|category| settings.off.contains(&category));
        let beside = beside.iter().filter(|part| !off(part)).cloned();
        (boilerplate::judge(page, &article, settings), further, chrome.chain(beside).collect())
    };
    let behind = further.iter_mut().map(|(block, verdict)| (&*block, verdict));
    let mut judged: Vec<_> = article.blocks.iter().zip(&mut verdicts).chain(behind).collect();
    let overrun = boilerplate::apply_rules(page, settings, &mut judged, &mut chrome);
    boilerplate::lift_kept(settings, &mut judged, &mut chrome);
    if article.refusal.is_none() {
        verdicts = boilerplate::give_back(page, &mut article, verdicts, beside, &chrome);
    }
    Reading { article, verdicts, further, chrome, overrun }
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

    /// The blocks with their verdicts, those of further articles behind them.
    pub fn all_judged(&self) -> impl Iterator<Item = (&Block, &Verdict)> {
        self.judged().chain(self.further.iter().map(|(block, verdict)| (block, verdict)))
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
