//! What stands around the body on sites that the tables know.

use super::{Category, Chrome, Level, Settings, Verdict};
use crate::{
    article::Article,
    page::{Name, NodeId, Page},
    site::{Role, Site},
};

/// Judges what stands around the body, on sites that the tables know; and lines that were copied along with
/// a plain text. What holds the body or the title is never chrome.
#[must_use]
pub fn chrome(page: &Page, article: &Article, settings: &Settings) -> Vec<Chrome> {
    let stray = article.stray.iter().filter(|_| !settings.off.contains(&Category::SiteChrome)).map(|block| Chrome {
        nodes: block.nodes.clone(),
        text: block.text.clone(),
        verdict: verdict(Category::SiteChrome, "stray", "正文之外的站点文字"),
        by_rule: false,
        blocks: Vec::new(),
    });
    let mut found: Vec<Chrome> = stray.collect();
    if let Some(site) = Site::of(page.url()) {
        let kept: Vec<NodeId> = article.body.iter().copied().chain(article.title_node).collect();
        let mut end = 0;
        for (node, row) in site.rows(page, Role::Chrome) {
            // What stands inside a part that goes already goes with it.
            let inside = node.index() < end || article.body.iter().any(|body| page.contains(*body, node));
            if inside || kept.iter().any(|kept| page.contains(node, *kept)) {
                continue;
            }
            let text = page.text_of(node);
            let seen = !text.is_empty() || shows(page, node);
            let category = category(row.reason);
            // Where a list is left alone, an advertisement in it is not.
            if !seen || settings.off.contains(&category) {
                continue;
            }
            end = page.subtree(node).end;
            found.push(Chrome {
                nodes: vec![node],
                text,
                verdict: verdict(category, row.selector, row.reason),
                by_rule: true,
                blocks: Vec::new(),
            });
        }
    }
    found
}

/// Whether something in a part can be seen although it has no text.
fn shows(page: &Page, node: NodeId) -> bool {
    let inside = std::iter::once(node).chain(page.descendants(node));
    inside.into_iter().any(|node| matches!(page.name(node), Name::Picture | Name::Media))
}

/// The category of a part that goes, by what the table says of it.
fn category(reason: &str) -> Category {
    let words = [
        ("推荐", Category::RelatedReading),
        ("广告", Category::AdProduct),
        ("评论", Category::CommentUi),
        ("App", Category::AppDownload),
        ("分享", Category::ShareUi),
        ("点赞", Category::LikeShare),
    ];
    words.iter().find(|(word, _)| reason.contains(word)).map_or(Category::SiteChrome, |(_, category)| *category)
}

fn verdict(category: Category, rule: &str, reason: &str) -> Verdict {
    Verdict {
        level: Level::Hide,
        category: Some(category),
        rule: rule.into(),
        reason: reason.into(),
        trims: Vec::new(),
    }
}
