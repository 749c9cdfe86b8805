//! Finding the article: the parts put together.

use chrono::{FixedOffset, TimeZone as _};

use super::{
    Article, Hints, Precision, Refusal, body,
    body::letters,
    clock::{Day, Stamp, china, stamps},
    facts::Facts,
    feed, further,
    head::Line,
    plain,
    published::Evidence,
    title,
    title::key,
    tone::Tones,
};
use crate::{
    page::{Block, BlockKind, Node, NodeId, Page},
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
    let mut article = found.unwrap_or_else(|| of_page(page, &facts, root, site, hints));
    if site.is_some_and(|site| site.kind == Kind::List) {
        article.refusal = Some(Refusal::List);
    }
    if article.refusal.is_none()
        && let Some((border, further)) = further::find(page, &article.body, article.title_node)
    {
        article.blocks.retain(|block| block.container.index() < border);
        article.further = further;
    }
    let prose: usize = article.blocks.iter().map(|block| letters(&block.text)).sum();
    if (facts.challenge || is_challenge(page.title())) && prose < 200 {
        article.refusal = Some(Refusal::Challenge);
    }
    article
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
fn made(page: &Page) -> Option<chrono::DateTime<FixedOffset>> {
    let seconds = Site::of(page.url())?.made?;
    china().timestamp_opt(seconds, 0).single()
}

/// The letters below which the body that a table points at is not believed.
const FEW: usize = 40;

/// Fewer letters than this with neither time nor source nor picture are a notice of the site.
const SPARSE: usize = 60;

fn has_pictures(article: &Article) -> bool {
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
    let mut article = Article {
        title: title.text,
        title_node: title.node,
        source: text(Role::Source),
        author: text(Role::Author),
        body: vec![body],
        ..Article::default()
    };
    let mut evidence = Evidence { made: made(page), ..Evidence::hidden(facts, page.url()) };
    let time = text(Role::Time);
    if time.is_empty() || article.source.is_empty() {
        let lines = head_lines(page, title.node, body);
        fill(&mut article, &mut evidence, lines.iter().map(String::as_str));
    }
    if !time.is_empty() {
        evidence.shown.splice(0..0, stamps(&time));
    }
    article.published = evidence.weigh(hints);
    article.blocks = blocks;
    article.refusal = refusal(&article, article.blocks.iter().map(|block| letters(&block.text)).sum());
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

/// Takes source, author and times from lines, the best ones first.
fn fill<'l>(article: &mut Article, evidence: &mut Evidence, lines: impl Iterator<Item = &'l str>) {
    for text in lines {
        let line = Line::of(text);
        let data = line.is_data(letters(text));
        if article.source.is_empty() && !line.source.is_empty() {
            article.source.clone_from(&line.source);
        }
        if article.author.is_empty() && !line.author.is_empty() {
            article.author.clone_from(&line.author);
        }
        let name = if line.lead.is_empty() { &line.tail } else { &line.lead };
        if article.source.is_empty()
            && data
            && (2..=12).contains(&letters(name))
            && !name.contains([':', '：'])
            && !name.contains("时间")
            && !name.contains("時間")
        {
            article.source.clone_from(name);
        }
        evidence.shown.extend(line.stamps.into_iter().filter(|stamp| data || is_full(stamp)));
    }
}

fn is_full(stamp: &Stamp) -> bool {
    matches!(stamp.day, Day::Date(_))
}

/// The text of the first part of a site's page that has one.
fn part(page: &Page, site: Option<Site>, role: Role) -> Option<(String, NodeId)> {
    let nodes = site?.nodes(page, role);
    nodes.into_iter().map(|node| (page.text_of(node), node)).find(|(text, _)| !text.is_empty())
}

/// An article of any page. What the tables know of the site goes before what is found.
fn of_page(page: &Page, facts: &Facts<'_>, root: NodeId, site: Option<Site>, hints: &Hints) -> Article {
    let tones = Tones::of(page);
    let known = part(page, site, Role::Body).filter(|(text, _)| letters(text) >= 40).map(|(_, node)| node);
    let Some(mut found) = body::find(page, root, &tones, &title::without_suffix(page.title()), known) else {
        return Article { refusal: Some(Refusal::Empty), ..Article::default() };
    };
    let start = found.blocks.first().map_or(found.node.index(), body::first);
    let named: Vec<NodeId> = page.nodes().filter(|node| is_named_title(page, *node)).collect();
    let mut title = title::find(page, facts, &named, start.max(found.node.index()) + 40);
    // What a row points at must be named by the document's title: pages change.
    let named = |text: &str| letters(text) >= 4 && body::overlap(text, std::iter::once(page.title())) >= 40;
    if let Some((text, node)) = part(page, site, Role::Title).filter(|(text, _)| named(text)) {
        title = title::Title { text, node: Some(node) };
    }
    if title.node.is_none() {
        let wanted = key(&title.text);
        let shown =
            found.before.iter().rev().chain(found.blocks.iter().take(4)).find(|block| key(&block.text) == wanted);
        title.node = shown.map(|block| block.container);
    }
    let mut article =
        Article { title: title.text, title_node: title.node, body: vec![found.node], ..Article::default() };
    let mut evidence = Evidence { made: made(page), ..Evidence::hidden(facts, page.url()) };
    if let Some((text, _)) = part(page, site, Role::Time) {
        evidence.shown = stamps(&text);
    }
    let short =
        |role| part(page, site, role).map(|(text, _)| text).filter(|text| letters(text) <= 20).unwrap_or_default();
    (article.source, article.author) = (short(Role::Source), short(Role::Author));
    let mut blocks = std::mem::take(&mut found.blocks);
    let head = split_head(page, &mut blocks, &article);
    // The lines behind the title come first, then the ones before it, then the end of the page.
    let at = title.node.map_or(0, |node| found.before.partition_point(|block| body::first(block) <= node.index()));
    let (above, below) = found.before.split_at(at.min(found.before.len()));
    let near = below.len().saturating_sub(24);
    let lines = below[if title.node.is_some() { 0 } else { near }..].iter().take(24);
    let lines = lines.chain(&head).chain(above.iter().rev().take(8)).chain(blocks.iter().take(2));
    let lines =
        lines.chain(blocks.iter().rev().take(2)).chain(found.beside.iter().take(8)).chain(found.after.iter().take(6));
    fill(&mut article, &mut evidence, lines.map(|block| block.text.as_str()).filter(|text| letters(text) <= 120));
    if let Some(summary) = summary(page, below, &tones, found.node) {
        blocks.insert(0, summary);
    }
    if article.source.is_empty() {
        article.source = facts.named(&["source", "article:source", "og:article:source"]).unwrap_or_default().into();
    }
    if article.author.is_empty() {
        article.author = facts.named(&["author", "article:author"]).unwrap_or_default().into();
    }
    article.published = evidence.weigh(hints);
    if article.published.is_none_or(|published| published.precision == Precision::Day) {
        // No clock near the title: one further away that names the same day, or any where none is known.
        let far = found
            .beside
            .iter()
            .chain(above.iter().rev())
            .chain(below)
            .chain(&found.after)
            .filter(|block| letters(&block.text) <= 60);
        let day = article.published.map(|published| published.at.date_naive());
        let full = |stamp: &Stamp| match stamp.day {
            Day::Date(date) => stamp.clock.is_some() && day.is_none_or(|day| day == date),
            _ => false,
        };
        if let Some(stamp) = far.flat_map(|block| stamps(&block.text)).find(full) {
            evidence.shown.insert(0, stamp);
            article.published = evidence.weigh(hints);
        }
    }
    article.blocks = blocks;
    let prose: usize = article.blocks.iter().map(|block| letters(&block.text)).sum();
    article.refusal = refusal(&article, prose);
    // A short text that says what the title says is an article, whatever stands around it.
    let texts = article.blocks.iter().map(|block| block.text.as_str());
    let strange = article.title_node.is_none() || body::overlap(&article.title, texts) < 30;
    if found.worth < 30 || (found.links > 40 && found.worth < 60 && strange) {
        article.refusal = Some(if found.links > 20 { Refusal::List } else { Refusal::Empty });
    }
    let all = found.before.iter().chain(&article.blocks).chain(&found.after);
    if body::is_list(article.blocks.iter())
        || (found.worth < 100 && strange && body::is_list(all))
        || feed::is_feed(&article.blocks)
    {
        article.refusal = Some(Refusal::List);
    }
    if prose < SPARSE && article.published.is_none() && article.source.is_empty() && !has_pictures(&article) {
        article.refusal = article.refusal.or(Some(Refusal::Other));
    }
    article
}

/// The summary that stands between the title and the body, where there is one.
fn summary(page: &Page, below: &[Block], tones: &Tones, body: NodeId) -> Option<Block> {
    const LABELS: [&str; 8] = ["摘要", "核心提示", "内容提要", "导读", "提要", "导语", "内容摘要", "编者按"];
    let block = below.iter().rev().take(6).find(|block| letters(&block.text) >= 20)?;
    let bad = page.ancestors(block.container).chain([block.container]).any(|node| tones.own(node) < 0);
    let near = page.ancestors(body).take(3).any(|node| page.contains(node, block.container));
    let labelled = LABELS.iter().any(|label| block.text.trim_start_matches(['【', '[', ' ']).starts_with(label));
    let named = page.ancestors(block.container).take(2).chain([block.container]).any(|node| {
        page.attributes(node).any(|(key, value)| {
            let value = value.to_ascii_lowercase();
            (key == "class" || key == "id")
                && ["summary", "abstract", "digest", "zhaiyao", "daodu", "lead", "intro"]
                    .iter()
                    .any(|word| value.contains(word))
        })
    });
    let prose = body::marks(&block.text) > 1 && block.linked * 4 < block.text.len() && !body::is_legal(&block.text);
    (prose && near && (labelled || named) && (!bad || labelled)).then(|| block.clone())
}

fn refusal(article: &Article, prose: usize) -> Option<Refusal> {
    let pictures = article.blocks.iter().map(|block| block.pictures.len()).sum::<usize>();
    (prose < 12 && (pictures == 0 || article.title.is_empty())).then_some(Refusal::Empty)
}

/// Whether an element is named as a title.
fn is_named_title(page: &Page, node: NodeId) -> bool {
    let Node::Element(tag) = page.node(node) else { return false };
    if matches!(tag, "a" | "meta" | "link" | "body" | "h1" | "h2" | "h3") {
        return false;
    }
    let named =
        |name: &str| page.attribute(node, name).is_some_and(|value| value.to_ascii_lowercase().contains("title"));
    (named("class") || named("id")) && page.subtree(node).len() < 12
}

/// Parts the head from the blocks of a body: the title itself, what stands before it, and lines of data at
/// the beginning.
fn split_head(page: &Page, blocks: &mut Vec<Block>, article: &Article) -> Vec<Block> {
    let title = key(&article.title);
    let within = |block: &Block| {
        article.title_node.is_some_and(|node| block.runs.iter().any(|run| page.contains(node, run.node)))
    };
    let is_title = |block: &Block| within(block) || (!title.is_empty() && key(&block.text) == title);
    let mut end = blocks.iter().take(12).position(is_title).map_or(0, |at| at + 1);
    let is_data = |block: &Block| {
        let line = Line::of(&block.text);
        line.is_data(letters(&block.text)) && (!line.stamps.is_empty() || !line.source.is_empty())
    };
    // Names, buttons and portraits may stand between the title and a line of data.
    let small = |block: &Block| {
        let count = letters(&block.text);
        count <= 4 && block.pictures.is_empty() && !block.bold
            || count <= 12 && body::marks(&block.text) == 0 && !matches!(block.kind, BlockKind::Caption)
    };
    loop {
        let ahead = if end > 0 { 6 } else { 3 };
        let next =
            blocks.iter().skip(end).take(ahead).take_while(|block| small(block) || is_data(block)).position(is_data);
        let Some(next) = next.filter(|_| end < 16) else { break };
        end += next + 1;
    }
    let tiny = |block: &&Block| letters(&block.text) <= 4 && block.pictures.is_empty() && !block.bold;
    end += if end > 0 { blocks.iter().skip(end).take_while(tiny).count() } else { 0 };
    blocks.drain(..end).collect()
}
