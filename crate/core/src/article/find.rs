//! Finding the article: the parts put together.

use chrono::{FixedOffset, TimeZone as _};

use super::{
    Article, Hints, Refusal,
    body::letters,
    caption,
    clock::{Day, Stamp, china, stamps},
    draft::Draft,
    facts::Facts,
    further,
    head::Line,
    plain,
    published::Evidence,
    title,
};
use crate::{
    page::{NodeId, Page},
    site::{Kind, Role, Site},
};

/// Finds the article of a page. Linear in the size of the page.
#[must_use]
pub fn find(page: &Page, hints: &Hints) -> Article {
    let facts = Facts::of(page);
    let Some(root) = facts.body else {
        return Article { refusal: Some(Refusal::Empty), ..Article::default() };
    };
    if plain::is_plain(page, root) {
        return of_text(page, root, hints);
    }
    let site = Site::of(page.url());
    let found = site.filter(|site| site.made.is_some()).and_then(|site| of_site(page, &facts, site, hints));
    let mut article = found.unwrap_or_else(|| match Draft::of(page, &facts, root, site) {
        Some(draft) => draft.finish(hints),
        None => Article { refusal: Some(Refusal::Empty), ..Article::default() },
    });
    if site.is_some_and(|site| site.kind == Kind::List) {
        article.refusal = Some(Refusal::List);
    }
    if article.refusal.is_none()
        && let Some((border, further)) = further::find(page, &article.body, article.title_node)
    {
        article.blocks.retain(|block| block.container.index() < border);
        article.beside.retain(|part| part.node.index() < border);
        article.further = further;
    }
    caption::mark(page, site, &article.title, &mut article.blocks);
    let prose = || article.blocks.iter().map(|block| letters(&block.text)).sum::<usize>();
    if (facts.challenge || is_challenge(page.title())) && prose() < 200 {
        article.refusal = Some(Refusal::Challenge);
    }
    article
}

/// Why a page is no article, `None` where it is one: the refusal of [`find`], without reading what only a reader of the
/// article needs. Linear in the size of the page.
#[must_use]
pub fn refusal(page: &Page) -> Option<Refusal> {
    let facts = Facts::of(page);
    let site = Site::of(page.url());
    let Some(root) = facts.body else { return Some(Refusal::Empty) };
    let made = site.is_some_and(|site| site.made.is_some());
    // The few pages that need more are not worth a path of their own.
    if made || facts.challenge || is_challenge(page.title()) || plain::is_plain(page, root) {
        return find(page, &Hints::default()).refusal;
    }
    if site.is_some_and(|site| site.kind == Kind::List) {
        return Some(Refusal::List);
    }
    Draft::of(page, &facts, root, site).map_or(Some(Refusal::Empty), Draft::refused)
}

/// Whether a title is that of a page which asks for a person.
fn is_challenge(title: &str) -> bool {
    const WORDS: [&str; 8] =
        ["安全验证", "人机验证", "访问验证", "请完成验证", "Just a moment", "滑动验证", "访问过于频繁", "429 Too Many"];
    WORDS.iter().any(|word| title.contains(word))
}

/// A plain text.
fn of_text(page: &Page, root: NodeId, hints: &Hints) -> Article {
    let blocks = crate::page::blocks(page, root);
    let head = plain::head(&blocks);
    let mut article = Article { body: vec![root], ..Article::default() };
    let mut evidence = Evidence { made: made(page), ..Evidence::default() };
    if let Some((_, line)) = &head.data {
        article.source = if line.source.is_empty() { line.lead.clone() } else { line.source.clone() };
        article.author.clone_from(&line.author);
        evidence.shown.clone_from(&line.stamps);
    }
    if let Some(block) = head.title.and_then(|at| blocks.get(at)) {
        article.title.clone_from(&block.text);
        article.title_node = Some(block.container);
    }
    article.published = evidence.weigh(hints);
    let data = head.data.map(|(at, _)| at);
    for (at, block) in blocks.into_iter().enumerate() {
        if head.chrome.contains(&at) {
            article.stray.push(block);
        } else if Some(at) != head.title && Some(at) != data {
            article.blocks.push(block);
        }
    }
    if article.blocks.iter().map(|block| letters(&block.text)).sum::<usize>() < 20 {
        article.refusal = Some(Refusal::Empty);
    }
    article
}

/// When the id in the page's address was made.
pub(super) fn made(page: &Page) -> Option<chrono::DateTime<FixedOffset>> {
    let seconds = Site::of(page.url())?.made?;
    china().timestamp_opt(seconds, 0).single()
}

/// The letters below which the body that a table points at is not believed.
const FEW: usize = 40;

pub(super) fn has_pictures(article: &Article) -> bool {
    article.blocks.iter().any(|block| !block.pictures.is_empty())
}

/// An article whose address has an id, on a site that the tables know all of; `None` where its body is not where they say.
fn of_site(page: &Page, facts: &Facts<'_>, site: Site, hints: &Hints) -> Option<Article> {
    let body = site.nodes(page, Role::Body).into_iter().next()?;
    let blocks = crate::page::blocks(page, body);
    let pictures = blocks.iter().any(|block| !block.pictures.is_empty());
    // A broken page closes the body too early; then its form tells where the text is.
    if blocks.iter().map(|block| letters(&block.text)).sum::<usize>() < FEW && !pictures {
        return None;
    }
    let text = |role| {
        let nodes = site.nodes(page, role);
        nodes.into_iter().map(|node| page.text_of(node)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let named = site.nodes(page, Role::Title);
    let title = match named.iter().map(|node| (page.text_of(*node), *node)).find(|(text, _)| !text.is_empty()) {
        Some((text, node)) => title::Title { text, node: Some(node) },
        None => title::find(page, facts, &[], body.index()),
    };
    let mut signed = Signature { source: text(Role::Source), author: text(Role::Author) };
    let mut evidence = Evidence { made: made(page), ..Evidence::hidden(facts, page.url()) };
    let time = text(Role::Time);
    if time.is_empty() || signed.source.is_empty() {
        let lines = head_lines(page, title.node, body);
        fill(&mut signed, &mut evidence, lines.iter().map(String::as_str));
    }
    if !time.is_empty() {
        evidence.shown.splice(0..0, stamps(&time));
    }
    let mut article = Article {
        title: title.text,
        title_node: title.node,
        source: signed.source,
        author: signed.author,
        published: evidence.weigh(hints),
        body: vec![body],
        ..Article::default()
    };
    article.blocks = blocks;
    article.refusal = too_little(&article, article.blocks.iter().map(|block| letters(&block.text)).sum());
    Some(article)
}

/// The texts of the short lines around the title of a page.
fn head_lines(page: &Page, title: Option<NodeId>, body: NodeId) -> Vec<String> {
    let around = match title {
        Some(title) => page.ancestors(title).find(|node| page.contains(*node, body)),
        None => page.parent(body),
    };
    let Some(around) = around else { return Vec::new() };
    let above = title.and_then(|title| page.ancestors(title).take_while(|node| *node != around).last().or(Some(title)));
    let top = above.unwrap_or(around);
    let between = page.children(around).filter(|node| *node >= top && node.index() < body.index());
    let blocks = between.flat_map(|node| crate::page::blocks(page, node));
    blocks.map(|block| block.text).filter(|text| letters(text) <= 120).take(12).collect()
}

/// Who published an article and who wrote it.
#[derive(Default)]
pub(super) struct Signature {
    pub(super) source: String,
    pub(super) author: String,
}

/// Takes source, author and times from lines, the best ones first.
pub(super) fn fill<'l>(signed: &mut Signature, evidence: &mut Evidence, lines: impl Iterator<Item = &'l str>) {
    for text in lines {
        let line = Line::of(text);
        let data = line.is_data(letters(text));
        if signed.source.is_empty() && !line.source.is_empty() {
            signed.source.clone_from(&line.source);
        }
        if signed.author.is_empty() && !line.author.is_empty() {
            signed.author.clone_from(&line.author);
        }
        let name = if line.lead.is_empty() { &line.tail } else { &line.lead };
        if signed.source.is_empty()
            && data
            && (2..=12).contains(&letters(name))
            && !name.contains([':', '：'])
            && !name.contains("时间")
            && !name.contains("時間")
        {
            signed.source.clone_from(name);
        }
        evidence.shown.extend(line.stamps.into_iter().filter(|stamp| data || is_full(stamp)));
    }
}

fn is_full(stamp: &Stamp) -> bool {
    matches!(stamp.day, Day::Date(_))
}

pub(super) fn too_little(article: &Article, prose: usize) -> Option<Refusal> {
    let pictures = article.blocks.iter().map(|block| block.pictures.len()).sum::<usize>();
    (prose < 12 && (pictures == 0 || article.title.is_empty())).then_some(Refusal::Empty)
}
