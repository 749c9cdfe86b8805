//! Promotion and chrome: a verdict on every block, with the category, the rule and the reason.

mod beside;
mod block;
mod chrome;
mod evidence;
mod explain;
mod filler;
mod folded;
mod further;
mod judge;
mod learned;
mod reader;
mod rules;
mod shapes;
mod signs;
mod trim;

use std::{collections::BTreeSet, ops::Range};

pub(crate) use beside::{beside, give_back};
pub use chrome::chrome;
pub use explain::{Account, explain};
pub use further::further;
pub(crate) use judge::is_furniture;
pub use judge::judge;
pub use learned::{gram_text, grams};
pub use reader::keep_key;
pub(crate) use reader::{apply_rules, lift_kept};
use serde::{Deserialize, Serialize};

use crate::{
    filter::Filters,
    page::{Block, NodeId},
};

/// How sure a verdict is. Content lost is the worst fault, so whatever is unsure is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The block stays.
    Keep,
    /// Likely no part of the article: folded under one line that opens.
    Fold,
    /// Surely no part of the article: hidden.
    Hide,
}

/// What kind of promotion or chrome a block is. The names are those of the command line's output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's own; the tables describe them")]
pub enum Category {
    FollowPrompt,
    LikeShare,
    CommentPrompt,
    QrGroup,
    EventAwardAd,
    RecruitBd,
    SubmitReprint,
    RelatedReading,
    AppDownload,
    ExpandPaywall,
    LivePromo,
    AdProduct,
    AdDisclaimer,
    CopyrightDisclaimer,
    EditorCredit,
    SourceCredit,
    ImageCredit,
    Byline,
    EndMarker,
    SiteChrome,
    CommentUi,
    ShareUi,
    WechatChrome,
    AccountCard,
    /// Hidden by a rule that the reader wrote.
    UserRule,
}

impl Category {
    /// Whether a block of this category names people and sources, and sells nothing. It may stay in sight, but
    /// nothing in it is an event.
    #[must_use]
    pub fn is_credit(self) -> bool {
        matches!(
            self,
            Category::EditorCredit
                | Category::SourceCredit
                | Category::ImageCredit
                | Category::Byline
                | Category::EndMarker
        )
    }
}

/// The verdict on one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What is done with it.
    pub level: Level,
    /// What it is, where it is not plain content.
    pub category: Option<Category>,
    /// The row of the tables (or the user's rule) that weighed most; empty for plain content.
    pub rule: String,
    /// Why, in words that a reader understands, in Chinese.
    pub reason: String,
    /// Parts of the block's text to leave out, in bytes, where the rest stays.
    pub trims: Vec<Range<usize>>,
}

impl Verdict {
    /// The verdict on plain content.
    #[must_use]
    pub fn keep() -> Verdict {
        Verdict { level: Level::Keep, category: None, rule: String::new(), reason: String::new(), trims: Vec::new() }
    }

    /// Whether the block, or a part of it, goes.
    #[must_use]
    pub fn goes(&self) -> bool {
        self.level != Level::Keep || !self.trims.is_empty()
    }

    /// What goes of a block by this verdict, as text.
    #[must_use]
    pub fn gone(&self, block: &Block) -> String {
        if self.level != Level::Keep {
            return block.text.clone();
        }
        let parts = self.trims.iter().filter_map(|trim| block.text.get(trim.clone()));
        parts.collect::<Vec<_>>().join(" … ")
    }

    /// The key by which a reader may keep what goes of a block: see [`keep_key`].
    #[must_use]
    pub fn key(&self, block: &Block) -> Option<String> {
        keep_key(&self.gone(block), self, false)
    }
}

/// A part of the page outside the article's body that is no part of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chrome {
    /// The nodes to hide.
    pub nodes: Vec<NodeId>,
    /// What a reader would have seen there.
    pub text: String,
    /// The verdict on it.
    pub verdict: Verdict,
    /// Whether it is known by a rule that points at elements, and not by its text.
    pub by_rule: bool,
    /// The blocks in it that the article's text has again where it is put back.
    pub blocks: Vec<Block>,
}

impl Chrome {
    /// The key by which a reader may keep it: see [`keep_key`].
    #[must_use]
    pub fn key(&self) -> Option<String> {
        keep_key(&self.text, &self.verdict, self.by_rule)
    }
}

/// The kinds of evidence beside the words themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// How a line is made: its length, its mood, whom it speaks to, what it tells.
    Shape,
    /// Whether it stands before, among or behind the sure paragraphs.
    Place,
    /// What stands beside it.
    Company,
}

/// What the reader has set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Categories that are left alone.
    pub off: Vec<Category>,
    /// The reader's own rules.
    pub filters: Filters,
    /// Evidence that is left out, to measure what it contributes.
    pub without: Vec<Evidence>,
    /// The keys of removals that are not wanted on this site: see [`keep_key`].
    pub keep: BTreeSet<String>,
}
