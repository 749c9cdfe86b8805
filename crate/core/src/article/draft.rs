//! The article of a page that no table describes: first its body and its title, by which it is judged; then what it says
//! of itself, which only a reader of the article needs.

use std::collections::HashMap;

use super::{
    Article, Hints, Precision, Refusal, beside, body,
    body::{Body, letters},
    clock::{Day, Stamp, stamps},
    facts::Facts,
    feed,
    find::{Signature, fill, has_pictures, made, too_little},
    head::Line,
    published::Evidence,
    title,
    title::key,
    tone::Tones,
};
use crate::{
    page::{Block, BlockKind, Node, NodeId, Page},
    site::{Role, Site},
};

/// So many letters a headline has that no heading names.
const HEADLINE: usize = 8;
/// Fewer letters than this with neither time nor source nor picture are a notice of the site.
const SPARSE: usize = 60;

/// An article with its body and its title, and what stood around them.
pub(super) struct Draft<'p> {
    page: &'p Page,
    facts: &'p Facts<'p>,
    tones: Tones,
    site: Option<Site>,
    article: Article,
    found: Body,
    /// The lines that stood at the head of the body.
    head: Vec<Block>,
    /// How many of the blocks before the body stand before the title.
    above: usize,
    /// Whether the first block is the summary that stood above the body.
    summed: bool,
    /// The letters of its blocks.
    prose: usize,
}

impl<'p> Draft<'p> {
    /// Finds body and title. What the tables know of the site goes before what is found. `None` where there is no prose.
    pub(super) fn of(page: &'p Page, facts: &'p Facts<'p>, root: NodeId, site: Option<Site>) -> Option<Draft<'p>> {
        let tones = Tones::of(page);
        let known = part(page, site, Role::Body).filter(|(text, _)| letters(text) >= 40).map(|(_, node)| node);
        let mut found = body::find(page, root, &tones, &title::without_suffix(page.title()), known)?;
        let start = found.blocks.first().map_or(found.node.index(), body::first);
        let mut title = title::find(page, facts, &named_titles(page), start.max(found.node.index()) + 40);
        // What a row points at must be named by the document's title: pages change.
        let named = |text: &str| letters(text) >= 4 && body::is_about(text, std::iter::once(page.title()), 40);
        if let Some((text, node)) = part(page, site, Role::Title).filter(|(text, _)| named(text)) {
            title = title::Title { text, node: Some(node) };
        }
        if title.node.is_none() {
            let shown = |text: &str| {
                let wanted = key(text);
                let near = || found.before.iter().rev().chain(found.blocks.iter().take(4));
                near().find(|block| key(&block.text) == wanted).map(|block| block.container)
            };
            title.node = shown(&title.text);
            // A part of the document's title that the page shows by itself is the headline.
            let heads = title::heads(&title.text).filter(|head| letters(head) >= HEADLINE);
            let part = heads.map(str::to_owned).find_map(|head| Some((shown(&head)?, head)));
            if let Some((node, head)) = part.filter(|_| title.node.is_none()) {
                title = title::Title { text: head, node: Some(node) };
            }
        }
        let mut article =
            Article { title: title.text, title_node: title.node, body: vec![found.node], ..Article::default() };
        let mut blocks = std::mem::take(&mut found.blocks);
        let head = split_head(page, &mut blocks, &article);
        let at = title.node.map_or(0, |node| found.before.partition_point(|block| body::first(block) <= node.index()));
        let above = at.min(found.before.len());
        let summary = summary(page, &found.before[above..], &tones, found.node);
        let summed = summary.is_some();
        article.blocks = summary.into_iter().chain(blocks).collect();
        let prose = article.blocks.iter().map(|block| letters(&block.text)).sum();
        Some(Draft { page, facts, tones, site, article, found, head, above, summed, prose })
    }

    /// The article, as [`find`](super::find) gives it.
    pub(super) fn finish(mut self, hints: &Hints) -> Article {
        self.sign(hints);
        self.article.refusal = self.refusal();
        let own = self.head.iter().chain(&self.article.blocks).map(body::first);
        let mut kept: Vec<usize> = own.chain(self.article.title_node.map(NodeId::index)).collect();
        kept.sort_unstable();
        let (parts, among) = beside::parts(self.page, &self.tones, self.found.node, &kept, self.found.beside);
        self.article.beside = parts;
        if !among.is_empty() {
            self.article.blocks.extend(among);
            self.article.blocks.sort_by_key(body::first);
        }
        self.article
    }

    /// Why it is none, at the price of no more than that.
    pub(super) fn refused(mut self) -> Option<Refusal> {
        if self.is_sparse() {
            self.sign(&Hints::default());
        }
        self.refusal()
    }

    /// Reads source, author and time.
    fn sign(&mut self, hints: &Hints) {
        let (page, site, facts) = (self.page, self.site, self.facts);
        let (found, article) = (&self.found, &mut self.article);
        let mut evidence = Evidence { made: made(page), ..Evidence::hidden(facts, page.url()) };
        if let Some((text, _)) = part(page, site, Role::Time) {
            evidence.shown = stamps(&text);
        }
        let short =
            |role| part(page, site, role).map(|(text, _)| text).filter(|text| letters(text) <= 20).unwrap_or_default();
        // The lines behind the title come first, then the ones before it, then the end of the page.
        let (above, below) = found.before.split_at(self.above);
        let blocks = &article.blocks[usize::from(self.summed)..];
        let near = below.len().saturating_sub(24);
        let lines = below[if article.title_node.is_some() { 0 } else { near }..].iter().take(24);
        let lines = lines.chain(&self.head).chain(above.iter().rev().take(8)).chain(blocks.iter().take(2));
        let lines = lines.chain(blocks.iter().rev().take(2));
        let lines = lines.chain(found.beside.iter().take(8)).chain(found.after.iter().take(6));
        let lines = lines.map(|block| block.text.as_str()).filter(|text| letters(text) <= 120);
        let mut signed = Signature { source: short(Role::Source), author: short(Role::Author) };
        fill(&mut signed, &mut evidence, lines);
        let named = |names: &[&str]| facts.named(names).unwrap_or_default().to_owned();
        if signed.source.is_empty() {
            signed.source = named(&["source", "article:source", "og:article:source"]);
        }
        if signed.author.is_empty() {
            signed.author = named(&["author", "article:author"]);
        }
        (article.source, article.author) = (signed.source, signed.author);
        article.published = evidence.weigh(hints);
        if article.published.is_none_or(|published| published.precision == Precision::Day) {
            // No clock near the title: one further away that names the same day, or any where none is known.
            let far = found.beside.iter().chain(above.iter().rev()).chain(below).chain(&found.after);
            let far = far.filter(|block| letters(&block.text) <= 60);
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
    }

    /// Whether only its source or its time tells it from a notice of the site.
    fn is_sparse(&self) -> bool {
        self.prose < SPARSE && !has_pictures(&self.article)
    }

    /// Why it is none.
    fn refusal(&self) -> Option<Refusal> {
        let Draft { article, found, .. } = self;
        // A short text that says what the title says is an article, whatever stands around it.
        let texts = article.blocks.iter().map(|block| block.text.as_str());
        let strange = || article.title_node.is_none() || !body::is_about(&article.title, texts.clone(), 30);
        let all = found.before.iter().chain(&article.blocks).chain(&found.after);
        if body::is_list(article.blocks.iter())
            || (found.worth < 100 && strange() && body::is_list(all))
            || feed::is_feed(&article.blocks)
        {
            return Some(Refusal::List);
        }
        if found.worth < 30 || (found.links > 40 && found.worth < 60 && strange()) {
            return Some(if found.links > 20 { Refusal::List } else { Refusal::Empty });
        }
        let unsigned = article.published.is_none() && article.source.is_empty();
        too_little(article, self.prose).or((self.is_sparse() && unsigned).then_some(Refusal::Other))
    }
}

/// The text of the first part of a site's page that has one.
fn part(page: &Page, site: Option<Site>, role: Role) -> Option<(String, NodeId)> {
    let nodes = site?.nodes(page, role);
    nodes.into_iter().map(|node| (page.text_of(node), node)).find(|(text, _)| !text.is_empty())
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

/// What many elements are called names the entries of a list, not the title.
const REPEATED: usize = 12;

/// The elements that are named as a title.
fn named_titles(page: &Page) -> Vec<NodeId> {
    let mut known: Vec<Option<bool>> = vec![None; page.strings()];
    let mut says = |value: usize| {
        known.get_mut(value).is_some_and(|known| *known.get_or_insert_with(|| says_title(page.string(value))))
    };
    let mut name = |node: NodeId| {
        let Node::Element(tag) = page.node(node) else { return None };
        if matches!(tag, "a" | "meta" | "link" | "body" | "h1" | "h2" | "h3") || page.subtree(node).len() >= 12 {
            return None;
        }
        let name = page.told(node).find(|(key, value)| matches!(*key, "class" | "id") && says(*value));
        name.map(|(_, value)| page.string(value))
    };
    let named: Vec<(NodeId, &str)> = page.nodes().filter_map(|node| Some((node, name(node)?))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, name) in &named {
        *counts.entry(name).or_default() += 1;
    }
    named
        .into_iter()
        .filter(|(_, name)| counts.get(name).is_some_and(|count| *count <= REPEATED))
        .map(|(node, _)| node)
        .collect()
}

/// Whether a name is that of a title.
fn says_title(name: &str) -> bool {
    name.as_bytes().windows(5).any(|part| part.eq_ignore_ascii_case(b"title"))
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
        let count = letters(&block.text);
        if count > Line::LONGEST {
            return false;
        }
        let line = Line::of(&block.text);
        line.is_data(count) && (!line.stamps.is_empty() || !line.source.is_empty())
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
