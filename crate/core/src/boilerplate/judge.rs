//! The verdicts on the blocks of an article: every block by itself, then by its place and its company.

use std::cell::OnceCell;

use super::{
    Category, Evidence, Level, Settings, Verdict,
    block::{Judged, Nature},
    evidence::{FOLD, HIDE, Part, Zone},
    filler::is_filler,
    folded::Folded,
    rules::{Rule, is_sign, words},
    trim::trim,
};
use crate::{
    article::Article,
    page::{Block, NodeId, Page},
    site::{Part as Row, Role, Site},
};

/// At this sum it is hidden behind a neighbour that goes.
const BEHIND: i32 = 3;
/// At this sum it is hidden before a neighbour that goes: there the article's last paragraph may stand.
const BEFORE: i32 = 5;
/// At this sum a block between sure paragraphs is hidden: there the reader would miss a mistake most.
const HIDE_MIDDLE: i32 = 7;
/// How many blocks the head may have.
const HEAD: usize = 6;
/// The letters that the title of another article may have.
const TITLE: usize = 60;

/// Judges the blocks of an article: one verdict a block, in the same order.
///
/// Promotion stands in a run: before the first sure paragraph or behind the last one. There weak evidence
/// suffices where a neighbour goes; between sure paragraphs only a line that is promotion by itself goes.
/// References, corrections and notes always stay.
#[must_use]
pub fn judge(page: &Page, article: &Article, settings: &Settings) -> Vec<Verdict> {
    let blocks = article.blocks.iter().map(|block| Judged::of(block, &settings.without)).collect();
    let mut blocks = Blocks::of(&article.blocks, blocks);
    if settings.without.contains(&Evidence::Place) {
        blocks.zones.fill(Zone::Tail);
    }
    let mut verdicts = blocks.alone();
    if !settings.without.contains(&Evidence::Company) {
        blocks.links(&mut verdicts);
        blocks.related(&mut verdicts);
        blocks.company(&mut verdicts);
        blocks.pictures(&mut verdicts);
    }
    blocks.trims(&mut verdicts);
    by_place(page, article, &mut verdicts);
    for verdict in &mut verdicts {
        if verdict.category.is_some_and(|category| settings.off.contains(&category)) {
            *verdict = Verdict { category: verdict.category, ..Verdict::keep() };
        }
    }
    verdicts
}

/// The first and the last block of an article that has no sure paragraph: captions, verses. What is marked at
/// its end, with the lines right behind, is no part of it.
fn borders(source: &[Block], judged: &[Judged]) -> (Option<usize>, Option<usize>) {
    let marked = |at: usize| judged.get(at).is_some_and(|block| block.nature == Nature::Marked);
    let mut end = judged.len();
    while let Some(at) = end.checked_sub(1) {
        let follows = at > 0 && marked(at - 1);
        if !(marked(at) || follows || source[at].text.is_empty()) {
            break;
        }
        end = at;
    }
    let first = judged.iter().position(|block| block.nature == Nature::Unsure && !block.folded.letters.is_empty());
    (first, end.checked_sub(1))
}

/// Doubts the last paragraphs that only signs speak against: before another paragraph they are the article's.
fn doubt_last(judged: &mut [Judged]) {
    let last = judged.iter_mut().rev().filter(|block| block.nature == Nature::Sure);
    last.take_while(|block| block.is_signed()).for_each(|block| block.nature = Nature::Marked);
}

/// Protects what stands below a label of references: numbered entries, titles, links.
fn protect(source: &[Block], judged: &mut [Judged]) {
    let mut below = false;
    for (block, judged) in source.iter().zip(judged) {
        let count = judged.folded.letters.len();
        if judged.nature == Nature::Protected {
            below |= count <= 16;
            continue;
        }
        let entry = matches!(judged.folded.letters.first(), Some('[' | '《' | '1'..='9')) || block.link_density() > 0.5;
        below &= entry && count <= 160;
        if below && judged.nature == Nature::Unsure {
            judged.nature = Nature::Protected;
        }
    }
}

/// The verdict of a rule.
fn verdict(rule: &Rule, level: Level) -> Verdict {
    Verdict {
        level: level.min(rule.level),
        category: Some(rule.category),
        rule: rule.key.into(),
        reason: rule.reason.into(),
        trims: Vec::new(),
    }
}

/// What the site's own elements inside the body are.
fn by_place(page: &Page, article: &Article, verdicts: &mut [Verdict]) {
    let Some(site) = Site::of(page.url()) else { return };
    let roles = [
        (Role::Disclaimer, Category::CopyrightDisclaimer, Level::Fold),
        (Role::Chrome, Category::SiteChrome, Level::Hide),
        (Role::Credit, Category::Byline, Level::Keep),
    ];
    for (role, category, level) in roles {
        let rows: Vec<(NodeId, &Row)> = site.rows(page, role);
        let rows = rows.iter().filter(|(node, _)| !article.body.iter().any(|body| page.contains(*node, *body)));
        for (node, row) in rows {
            let inside = |block: &Block| page.contains(*node, block.container);
            for (block, verdict) in article.blocks.iter().zip(&mut *verdicts).filter(|(block, _)| inside(block)) {
                if verdict.level < level || (verdict.category.is_none() && !block.text.is_empty()) {
                    let reason = if level == Level::Keep { String::new() } else { row.reason.into() };
                    *verdict = Verdict {
                        level,
                        category: Some(category),
                        rule: row.selector.into(),
                        reason,
                        trims: Vec::new(),
                    };
                }
            }
        }
    }
}

/// The blocks of an article, each with its evidence and its zone.
pub(super) struct Blocks<'a> {
    source: &'a [Block],
    pub(super) judged: Vec<Judged>,
    pub(super) zones: Vec<Zone>,
}

impl<'a> Blocks<'a> {
    pub(super) fn of(source: &'a [Block], mut judged: Vec<Judged>) -> Blocks<'a> {
        protect(source, &mut judged);
        doubt_last(&mut judged);
        let sure = |block: &Judged| block.nature == Nature::Sure;
        let (first, last) = match (judged.iter().position(sure), judged.iter().rposition(sure)) {
            (None, None) => {
                for block in &mut judged {
                    block.whole.forget_signs();
                }
                borders(source, &judged)
            }
            borders => borders,
        };
        let zones = (0..judged.len()).map(|at| match (first, last) {
            (Some(first), _) if at < first && at < HEAD => Zone::Head,
            (_, Some(last)) if at > last => Zone::Tail,
            (None, _) => Zone::Tail,
            _ => Zone::Middle,
        });
        Blocks { source, zones: zones.collect(), judged }
    }

    /// Every block by its own evidence.
    fn alone(&self) -> Vec<Verdict> {
        let each = self.judged.iter().zip(&self.zones).map(|(block, zone)| {
            if block.nature == Nature::Protected || block.mixed {
                return Verdict::keep();
            }
            let Some(score) = block.whole.score(&block.folded, *zone) else { return Verdict::keep() };
            let level = match zone {
                Zone::Middle if score.sum >= HIDE_MIDDLE => Level::Hide,
                Zone::Head | Zone::Tail if score.sum >= HIDE => Level::Hide,
                Zone::Head | Zone::Tail if score.sum >= FOLD => Level::Fold,
                _ => return Verdict::keep(),
            };
            verdict(score.rule, level)
        });
        each.collect()
    }

    /// Rows of links behind the last paragraph: other articles, whatever stands above them.
    fn links(&self, verdicts: &mut [Verdict]) {
        let is_link = |at: &usize| {
            let count = self.judged[*at].folded.letters.len();
            self.zones[*at] == Zone::Tail
                && self.source[*at].link_density() > 0.9
                && (4..=TITLE).contains(&count)
                && self.judged[*at].nature != Nature::Protected
        };
        let mut at = 0;
        while at < verdicts.len() {
            let row: Vec<usize> = (at..verdicts.len()).take_while(is_link).collect();
            if row.len() >= 2 {
                for at in &row {
                    if verdicts[*at].level == Level::Keep {
                        verdicts[*at] = Verdict {
                            level: Level::Hide,
                            category: Some(Category::RelatedReading),
                            rule: "row-of-links".into(),
                            reason: "文末的其他文章链接".into(),
                            trims: Vec::new(),
                        };
                    }
                }
            }
            at += row.len().max(1);
        }
    }

    /// Titles of other articles below a heading that announces them.
    fn related(&self, verdicts: &mut [Verdict]) {
        let mut at = 0;
        while at < verdicts.len() {
            let is_head = verdicts[at].category == Some(Category::RelatedReading) && verdicts[at].level > Level::Keep;
            if !is_head || self.zones[at] == Zone::Middle {
                at += 1;
                continue;
            }
            let head = verdicts[at].clone();
            if head.rule == "view-it" {
                // The title stands above the link.
                if let Some(above) =
                    self.before(at).filter(|above| verdicts[*above].level == Level::Keep && self.is_title(*above))
                    && self.zones[above] == self.zones[at]
                {
                    verdicts[above] = Verdict { level: Level::Hide, ..head.clone() };
                    verdicts[at].level = Level::Hide;
                }
                at += 1;
                continue;
            }
            let mut end = at + 1;
            while end < verdicts.len()
                && self.zones[end] == self.zones[at]
                && self.is_title(end)
                && (verdicts[end].rule.is_empty() || is_sign(&verdicts[end].rule))
            {
                verdicts[end] = Verdict { level: Level::Hide, ..head.clone() };
                end += 1;
            }
            verdicts[at].level = Level::Hide;
            at = end;
        }
    }

    fn is_title(&self, at: usize) -> bool {
        let block = &self.judged[at];
        let count = block.folded.letters.len();
        block.nature == Nature::Unsure
            && count <= TITLE
            && !self.source[at].text.ends_with(['。', '；', '，', '：', ':'])
            && (count > 0 || !self.source[at].pictures.is_empty())
    }

    /// The nearest block before that has text.
    fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|at| !self.source[*at].text.is_empty())
    }

    fn after(&self, at: usize) -> Option<usize> {
        (at + 1..self.source.len()).find(|at| !self.source[*at].text.is_empty())
    }

    /// Lines that only their company gives away.
    fn company(&self, verdicts: &mut [Verdict]) {
        let goes = |verdicts: &[Verdict], at: Option<usize>| {
            at.is_some_and(|at| verdicts[at].level == Level::Hide && self.zones[at] != Zone::Middle)
        };
        // Behind the mark of its end the article is over.
        let ended = |verdicts: &[Verdict], at: Option<usize>| {
            at.is_some_and(|at| self.zones[at] == Zone::Tail && verdicts[at].category == Some(Category::EndMarker))
        };
        let told = OnceCell::new();
        // Lines in a row that had nothing but their company; after two the company proves nothing.
        let mut weakly = 0;
        for at in 0..verdicts.len() {
            if self.zones[at] == Zone::Middle || verdicts[at].level == Level::Hide {
                weakly = 0;
                continue;
            }
            let before = goes(verdicts, self.before(at)) || ended(verdicts, self.before(at));
            let after = goes(verdicts, self.after(at));
            let block = &self.judged[at];
            if block.nature == Nature::Protected || block.mixed || !(before || after) {
                continue;
            }
            if let Some(score) = block.whole.score(&block.folded, self.zones[at])
                && score.sum >= if before { BEHIND } else { BEFORE }
                && (before || !self.source[at].text.ends_with(['。', '？', '?']))
            {
                if !score.rule.category.is_credit() || verdicts[at].category.is_none() {
                    verdicts[at] = verdict(score.rule, Level::Hide);
                }
                continue;
            }
            let joins = match self.zones[at] {
                Zone::Tail => before,
                _ => before && after,
            };
            let weak = joins && weakly < 2 && verdicts[at].category.is_none();
            if weak && is_filler(&self.source[at], block, &told, &self.judged) {
                weakly += 1;
                let of = self.before(at).unwrap_or(at);
                verdicts[at] = Verdict { trims: Vec::new(), level: Level::Hide, ..verdicts[of].clone() };
            }
        }
    }

    /// Posters and codes inside a run, or behind its last line.
    fn pictures(&self, verdicts: &mut [Verdict]) {
        for at in 0..verdicts.len() {
            if !self.source[at].text.is_empty() || self.zones[at] != Zone::Tail {
                continue;
            }
            let goes = |at: usize| verdicts[at].level == Level::Hide && self.zones[at] == Zone::Tail;
            let before = self.before(at).filter(|at| goes(*at));
            let after = self.after(at).filter(|at| goes(*at));
            let named = after.filter(|after| self.points_up(*after));
            let next = self.after(at);
            if let Some(of) = named.or(before.filter(|_| {
                next.is_none()
                    || after.is_some()
                    || next.is_some_and(|next| self.judged[next].nature != Nature::Protected)
            })) {
                verdicts[at] = verdicts[of].clone();
            }
        }
    }

    /// Whether a line speaks of the picture above it.
    fn points_up(&self, at: usize) -> bool {
        let text: String = self.judged[at].folded.letters.iter().collect();
        ["上方", "上图", "上面"].iter().any(|word| text.contains(word))
    }

    /// The zone of a block whose edge may touch promotion: the last sure paragraph touches the tail.
    fn border(&self, at: usize) -> Zone {
        let zone = |at: Option<usize>| at.and_then(|at| self.zones.get(at)).copied();
        match (zone(at.checked_sub(1)), zone(Some(at + 1))) {
            (_, None | Some(Zone::Tail)) => Zone::Tail,
            (None | Some(Zone::Head), _) => Zone::Head,
            _ => self.zones[at],
        }
    }

    /// Promotion at the beginning or the end of a block that stays.
    fn trims(&self, verdicts: &mut [Verdict]) {
        for (at, verdict) in verdicts.iter_mut().enumerate() {
            let block = &self.judged[at];
            let keeps = verdict.level == Level::Keep && matches!(block.nature, Nature::Sure | Nature::Unsure);
            if !keeps || block.folded.breaks.is_empty() {
                continue;
            }
            if let Some((range, rule)) = trim(block, self.border(at)) {
                let place = |letter| block.folded.place(letter);
                let text = &self.source[at].text;
                // Signs before the first letter and behind the last one go along.
                let start = if range.start == 0 { 0 } else { place(range.start) };
                let range = start..place(range.end);
                if text.get(range.clone()).is_some() {
                    *verdict = Verdict { trims: vec![range], ..self::verdict(rule, Level::Keep) };
                }
            }
        }
    }
}

/// Whether a line is part of the page around an article: navigation, buttons, the way to an app.
pub(crate) fn is_furniture(text: &str) -> bool {
    let folded = Folded::of(text);
    let words = words(&folded);
    let part = Part::of(&folded, &words, 0..folded.letters.len(), 0.0);
    let of = [Category::SiteChrome, Category::AppDownload, Category::CommentUi, Category::ShareUi];
    part.score(&folded, Zone::Head).is_some_and(|score| score.sum >= HIDE && of.contains(&score.rule.category))
}
