//! Finding the body: the element whose blocks are prose, and little else.
//!
//! Every block gets a worth in letters: prose counts for it, links, legal lines and what stands in side
//! columns against it. The body is the element with the greatest sum; where two have the same, the inner one.

use std::ops::Range;

use super::tone::Tones;
use crate::{
    page::{Block, BlockKind, NodeId, Page},
    text::speaks,
};

/// The body of a page.
#[derive(Debug)]
pub(super) struct Body {
    /// Its element.
    pub(super) node: NodeId,
    /// Its blocks.
    pub(super) blocks: Vec<Block>,
    /// The blocks inside it that are no part of it, in order.
    pub(super) beside: Vec<Block>,
    /// The blocks before it, in order.
    pub(super) before: Vec<Block>,
    /// The blocks behind it, in order.
    pub(super) after: Vec<Block>,
    /// The worth of its blocks.
    pub(super) worth: i64,
    /// How many links stand on the page.
    pub(super) links: usize,
}

/// The letters of a text that count: neither white space nor signs.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|letter| speaks(*letter)).count()
}

/// The signs that prose has and lists of titles have not.
pub(super) fn marks(text: &str) -> usize {
    text.chars().filter(|letter| is_mark(*letter)).count()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '，' | '。' | '！' | '？' | '；' | '：' | '、' | ',' | '”' | '…')
}

/// [`letters`] and [`marks`] in one walk.
fn measure(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(letters, marks), letter| {
        let speaks = speaks(letter);
        (letters + usize::from(speaks), marks + usize::from(!speaks && is_mark(letter)))
    })
}

/// Whether a block speaks of rights and duties of the site rather than of the news.
pub(super) fn is_legal(text: &str) -> bool {
    const WORDS: [&str; 29] = [
        "用户协议",
        "隐私政策",
        "服务条款",
        "版权",
        "著作权",
        "转载",
        "免责",
        "声明",
        "备案",
        "ICP",
        "许可证",
        "举报电话",
        "授权",
        "侵权",
        "本网",
        "本站",
        "Copyright",
        "All Rights Reserved",
        "违者",
        "法律责任",
        "不代表",
        "注明出处",
        "稿酬",
        "公网安备",
        "违法和不良信息",
        "著作權",
        "轉載",
        "投资有风险",
        "版權",
    ];
    const BEGIN: [char; 25] = [
        '用', '隐', '服', '版', '著', '转', '免', '声', '备', 'I', '许', '举', '授', '侵', '本', 'C', 'A', '违', '法',
        '不', '注', '稿', '公', '轉', '投',
    ];
    debug_assert!(WORDS.iter().all(|word| word.starts_with(BEGIN)), "a word begins with no letter that begins words");
    // One walk over the text, not one for every word.
    let mut said = 0_u32;
    for (at, letter) in text.char_indices().filter(|(_, letter)| BEGIN.contains(letter)) {
        let rest = text.get(at..).unwrap_or_default();
        for (bit, _) in
            WORDS.iter().enumerate().filter(|(_, word)| word.starts_with(letter) && rest.starts_with(**word))
        {
            said |= 1 << bit;
        }
        if said.count_ones() > 1 {
            return true;
        }
    }
    false
}

/// Whether a text is the cut beginning of another article: `…【详细】`.
fn is_cut(text: &str) -> bool {
    let end = text.trim_end_matches(|letter: char| "】]）)>»".contains(letter) || letter.is_whitespace());
    let rest = ["详细", "全文", "阅读全文", "查看全文", "更多", "详情", "详细内容"]
        .iter()
        .find_map(|word| end.strip_suffix(word));
    rest.is_some_and(|rest| {
        let rest = rest.trim_end_matches(|letter: char| "【[（(<«".contains(letter) || letter.is_whitespace());
        rest.ends_with("...") || rest.ends_with('…')
    })
}

/// The worth of a block of which the letters and the marks are known.
fn worth(block: &Block, (all, marks): (usize, usize), bad: bool) -> i64 {
    if all == 0 {
        return 0;
    }
    let linked = all * block.linked / block.text.len().max(1);
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX / 4);
    if linked * 10 > all * 6 {
        return -(15 + count(all) / 2).min(60);
    }
    let prose = all >= 12 && marks > 0 || all >= 40;
    if bad {
        return if prose { -count(all) / 2 } else { -15 };
    }
    if !prose {
        return if matches!(block.kind, BlockKind::Heading(_)) || block.bold { 0 } else { -4 };
    }
    if is_legal(&block.text) || is_cut(&block.text) {
        return -count(all).min(80);
    }
    count(all - linked) + 3 * count(marks.min(20))
}

/// Finds the body below `root`; `known` is where the site's table says that it is.
pub(super) fn find(page: &Page, root: NodeId, tones: &Tones, title: &str, known: Option<NodeId>) -> Option<Body> {
    let blocks = crate::page::blocks(page, root);
    let starts: Vec<usize> = blocks.iter().map(first).collect();
    let span = |node: NodeId| {
        let subtree = page.subtree(node);
        (starts.partition_point(|at| *at < subtree.start), starts.partition_point(|at| *at < subtree.end))
    };
    let sizes: Vec<(usize, usize)> = blocks.iter().map(|block| measure(&block.text)).collect();
    let own: Vec<i64> = blocks.iter().zip(&sizes).map(|(block, size)| worth(block, *size, false)).collect();
    let plain: Vec<i64> = sums(own.iter().map(|own| *own.max(&0)));
    let total = *plain.last()?;
    // What is named as something beside the article, and does not hold most of the prose all the same.
    let mut bad = vec![false; blocks.len()];
    for node in page.descendants(root).filter(|node| tones.own(*node) < 0) {
        let (from, to) = span(node);
        if from < to && (plain[to] - plain[from]) * 10 <= total * 7 {
            bad[from..to].fill(true);
        }
    }
    let worths: Vec<i64> = sums(
        blocks.iter().enumerate().map(|(at, block)| if bad[at] { worth(block, sizes[at], true) } else { own[at] }),
    );
    let mut seen = vec![false; page.len()];
    let mut best: Option<(i64, NodeId)> = None;
    for (at, block) in blocks.iter().enumerate() {
        if worths[at + 1] <= worths[at] {
            continue;
        }
        for node in std::iter::once(block.container).chain(page.ancestors(block.container)) {
            if std::mem::replace(&mut seen[node.index()], true) || !page.contains(root, node) {
                break;
            }
            let (from, to) = span(node);
            let sum = worths[to] - worths[from];
            let sum = sum + sum.max(0) * i64::from(tones.own(node).max(0)) / 20;
            let better = best.is_none_or(|(known, other)| sum > known || (sum == known && page.contains(other, node)));
            if better {
                best = Some((sum, node));
            }
        }
    }
    let (mut worth, mut node) = best?;
    // A short article beside a long text of something else: the title tells.
    let about = |node: NodeId, share: usize| {
        let (from, to) = span(node);
        let good = (from..to).filter(|at| worths[at + 1] > worths[*at]).map(|at| blocks[at].text.as_str());
        is_about(title, good, share)
    };
    if let Some(known) = known {
        let (from, to) = span(known);
        (worth, node) = (worths[to] - worths[from], known);
    } else if !title.is_empty() && !about(node, STRANGE) {
        let other = rivals(page, root, &blocks, &worths, &span, node);
        if let Some((sum, rival)) =
            other.into_iter().filter(|(_, rival)| about(*rival, ABOUT)).max_by_key(|(sum, _)| *sum)
        {
            (worth, node) = (sum, rival);
        }
    }
    let (mut from, mut to) = span(node);
    if let Some(parent) = page.parent(node).filter(|_| known.is_none() && page.tag(node) == "p") {
        // A single paragraph wins where all stand right in what holds the whole page: those beside it are its text.
        let beside =
            |at: usize| !bad[at] && worths[at + 1] > worths[at] && page.parent(blocks[at].container) == Some(parent);
        let alone = (from, to);
        while from > 0 && beside(from - 1) {
            from -= 1;
        }
        while to < blocks.len() && beside(to) {
            to += 1;
        }
        if (from, to) != alone {
            (worth, node) = (worths[to] - worths[from], parent);
        }
    }
    if known.is_none() && worth < FAINT {
        // Bare text right in what holds the whole page: what stands around it outweighs it.
        let bare = |at: usize| blocks[at].container == node && !bad[at] && worths[at + 1] > worths[at];
        if let Some((start, end)) = greatest_run(from..to, &worths, bare) {
            (worth, from, to) = (worths[end] - worths[start], start, end);
        }
    }
    // Prose between the title and the body, under the same roof, belongs to the article.
    let wanted = super::title::key(title);
    let shown = blocks[..from].iter().rposition(|block| wanted.len() > 8 && super::title::key(&block.text) == wanted);
    if let Some(shown) = shown.filter(|_| known.is_none()) {
        let prose = |at: &usize| !bad[*at] && worths[at + 1] - worths[*at] >= 40;
        let above = |at: usize| page.ancestors(node).take(3).find(|above| page.contains(*above, blocks[at].container));
        if let Some((at, roof)) = (shown + 1..from).filter(prose).find_map(|at| Some((at, above(at)?))) {
            (from, node) = (at, roof);
            // Shorter sentences right before it, too.
            while from > shown + 1 && !bad[from - 1] && worths[from] - worths[from - 1] >= 12 {
                from -= 1;
            }
        }
    }
    let links = blocks.iter().map(|block| block.links.len()).sum();
    let mut all = blocks;
    let after = all.split_off(to);
    let inside = all.split_off(from);
    let mut kept = Vec::new();
    let mut beside = Vec::new();
    for (block, bad) in inside.into_iter().zip(&bad[from..to]) {
        if *bad && is_beside(&block) { beside.push(block) } else { kept.push(block) }
    }
    Some(Body { node, blocks: kept, beside, before: all, after, worth, links })
}

/// Of the runs of two blocks and more that fit, the one with the greatest worth, if that is an article's.
fn greatest_run(range: Range<usize>, worths: &[i64], fits: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
    let starts = range.clone().filter(|at| fits(*at) && (*at == range.start || !fits(at - 1)));
    let runs = starts.map(|start| (start, (start..range.end).find(|at| !fits(*at)).unwrap_or(range.end)));
    let worth = |(start, end): &(usize, usize)| worths[*end] - worths[*start];
    runs.filter(|run| run.1 > run.0 + 1 && worth(run) >= FAINT).max_by_key(worth)
}

/// Less worth than this is hardly an article.
const FAINT: i64 = 60;
/// Below this share of the title's pairs of letters a text is about something else.
const STRANGE: usize = 15;
/// From this share on it is about what the title says.
const ABOUT: usize = 40;

/// Whether so large a share of the title's pairs of letters, in percent, stands in the texts too.
pub(super) fn is_about<'t>(title: &str, texts: impl Iterator<Item = &'t str>, share: usize) -> bool {
    fn pairs(text: &str) -> impl Iterator<Item = (char, char)> {
        let letters = || text.chars().map(crate::text::fold_char).filter(|letter| speaks(*letter));
        letters().zip(letters().skip(1))
    }
    let mut wanted: Vec<((char, char), bool)> = pairs(title).map(|pair| (pair, false)).collect();
    if wanted.is_empty() {
        return true;
    }
    wanted.sort_unstable();
    let mut count = 0;
    for pair in texts.take(40).flat_map(pairs) {
        let from = wanted.partition_point(|(known, _)| *known < pair);
        let same = wanted[from..].iter_mut().take_while(|(known, _)| *known == pair);
        same.for_each(|(_, found)| count += usize::from(!std::mem::replace(found, true)));
        if count * 100 >= share * wanted.len() {
            return true;
        }
    }
    false
}

/// The elements that hold prose and neither hold the best one nor stand in it, each with its sum; of those
/// around the same prose only the greatest counts.
fn rivals(
    page: &Page,
    root: NodeId,
    blocks: &[Block],
    worths: &[i64],
    span: &dyn Fn(NodeId) -> (usize, usize),
    best: NodeId,
) -> Vec<(i64, NodeId)> {
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().filter(|(at, _)| worths[at + 1] > worths[*at] + 10) {
        let up = std::iter::once(block.container).chain(page.ancestors(block.container));
        let up = up.take_while(|node| *node != root && !page.contains(*node, best) && !page.contains(best, *node));
        let sums = up.take(16).map(|node| {
            let (from, to) = span(node);
            (worths[to] - worths[from], node)
        });
        found.extend(sums.max_by_key(|(sum, node)| (*sum, node.index())));
        if at > 400 || found.len() > 60 {
            break;
        }
    }
    found
}

/// Whether a block inside the body that stands in an element named as something else goes: everything but
/// what is plainly prose without links.
fn is_beside(block: &Block) -> bool {
    let all = letters(&block.text);
    !(all >= 60 && block.linked * 5 < block.text.len() && !is_legal(&block.text))
}

/// Whether blocks are a list of other articles: titles that are links stand between short texts, again and
/// again.
pub(super) fn is_list<'b>(blocks: impl Iterator<Item = &'b Block>) -> bool {
    let blocks: Vec<(&Block, usize)> = blocks.map(|block| (block, letters(&block.text))).collect();
    let kinds = blocks.iter().filter_map(|(block, count)| match count {
        6.. if block.link_density() > 0.8 => Some(true),
        20.. => Some(false),
        _ => None,
    });
    let kinds: Vec<bool> = kinds.collect();
    let titles = kinds.iter().filter(|title| **title).count();
    let turns = kinds.windows(2).filter(|pair| pair[0] && !pair[1]).count();
    let long = blocks.iter().filter(|(_, count)| *count >= 80).count();
    // Posts and comments carry a time each, in the forms of machines.
    let stamped = || {
        blocks
            .iter()
            .filter(|(block, count)| {
                let short = (2..=30).contains(count) && !block.text.contains('年');
                short && !super::clock::stamps(&block.text).is_empty()
            })
            .count()
    };
    // So many lines with a time are not there where there are not so many lines.
    if blocks.len() >= (long * 6).max(6) {
        let stamped = stamped();
        if stamped >= 6 && stamped * 4 >= kinds.len() && long * 6 <= stamped {
            return true;
        }
    }
    (turns >= 5 && titles * 10 >= kinds.len() * 3 && long <= turns / 2)
        || (titles >= 20 && titles * 10 >= kinds.len() * 7)
}

/// The position of a block's first node.
pub(super) fn first(block: &Block) -> usize {
    let text = block.runs.first().map(|run| run.node.index());
    let picture = block.pictures.first().map(|picture| picture.node.index());
    text.into_iter().chain(picture).min().unwrap_or(0)
}

fn sums(values: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut sums = vec![0];
    let mut sum = 0;
    for value in values {
        sum += value;
        sums.push(sum);
    }
    sums
}
