//! Promotion and chrome: a verdict on every block, with the category, the rule and the reason.

mod block;
mod chrome;
mod evidence;
mod folded;
mod judge;
mod rules;
mod trim;

use std::ops::Range;

pub use chrome::chrome;
pub(crate) use judge::is_furniture;
pub use judge::judge;
use serde::{Deserialize, Serialize};

use crate::page::NodeId;

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
}

/// What the reader has set.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Categories that are left alone.
    pub off: Vec<Category>,
}
