//! What the reader has decided: rules of their own, and removals that they do not want again.

use super::{Category, Chrome, Level, Settings, Verdict, folded::Folded};
use crate::{
    filter,
    page::{Block, NodeId, Page},
};

/// Why a part goes that a reader's rule selects.
const REASON: &str = "你添加的规则";

/// Applies the reader's rules: what they hide goes, what they keep stays. Gives whether the rules were too much
/// work on this page, so that none of them held.
pub(crate) fn apply_rules(
    page: &Page,
    settings: &Settings,
    judged: &mut [(&Block, &mut Verdict)],
    chrome: &mut Vec<Chrome>,
) -> bool {
    if settings.filters.is_empty() {
        return false;
    }
    let found = filter::find(page, &settings.filters);
    let kept =
        |nodes: &[NodeId]| nodes.iter().any(|node| found.kept.iter().any(|kept| filter::touches(page, *kept, *node)));
    chrome.retain(|part| !kept(&part.nodes));
    for (block, verdict) in judged.iter_mut().filter(|(_, verdict)| verdict.goes()) {
        if kept(&block.nodes) {
            **verdict = Verdict::keep();
        }
    }
    if settings.off.contains(&Category::UserRule) {
        return found.overrun;
    }
    for (node, rule) in found.hidden {
        if chrome.iter().any(|part| part.nodes.iter().any(|outer| page.contains(*outer, node))) {
            continue;
        }
        for (block, verdict) in judged.iter_mut() {
            hide(page, block, verdict, node, rule);
        }
        let (text, verdict) = (page.text_of(node), by_rule(rule));
        chrome.push(Chrome { nodes: vec![node], text, verdict, by_rule: true, blocks: Vec::new() });
    }
    found.overrun
}

/// The verdict of a reader's rule.
fn by_rule(rule: &str) -> Verdict {
    Verdict {
        level: Level::Hide,
        category: Some(Category::UserRule),
        rule: rule.into(),
        reason: REASON.into(),
        trims: Vec::new(),
    }
}

/// Takes out of a block what stands in a node that goes.
fn hide(page: &Page, block: &Block, verdict: &mut Verdict, node: NodeId, rule: &str) {
    let inside = |of: &NodeId| page.contains(node, *of);
    if block.nodes.iter().all(inside) {
        *verdict = by_rule(rule);
        return;
    }
    let inner = block.runs.iter().filter(|run| inside(&run.node)).map(|run| run.start..run.start + run.len);
    let mut trims: Vec<_> = inner.chain(verdict.trims.iter().cloned()).collect();
    if trims.len() > verdict.trims.len() {
        trims.sort_by_key(|trim| (trim.start, trim.end));
        // What was cut already and what goes now may overlap.
        trims.dedup_by(|after, before| {
            let joins = after.start <= before.end;
            before.end = if joins { before.end.max(after.end) } else { before.end };
            joins
        });
        let own = if verdict.goes() { verdict.clone() } else { Verdict { level: Level::Keep, ..by_rule(rule) } };
        *verdict = Verdict { trims, ..own };
    }
}

/// The key under which a reader may say "never again": of a text its letters, without spaces, signs and the
/// figures that change from day to day; of a part of the page that a rule or a table points at, the rule.
///
/// It is 16 hex digits, and stays the same over versions. `None` where there is nothing to know it by again.
#[must_use]
pub fn keep_key(text: &str, verdict: &Verdict, by_rule: bool) -> Option<String> {
    let mut letters = String::new();
    if by_rule {
        letters.push_str(&verdict.rule);
    } else {
        for letter in Folded::of(text).letters {
            match letter {
                '0'..='9' if letters.ends_with('0') => {}
                '0'..='9' => letters.push('0'),
                _ if letter.is_alphanumeric() => letters.push(letter),
                _ => {}
            }
        }
    }
    (!letters.is_empty()).then(|| format!("{:016x}", fnv(letters.as_bytes())))
}

/// FNV-1a: short, and the same everywhere and always, which the standard library's hashes do not promise.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Leaves in sight what the reader does not want removed again.
pub(crate) fn lift_kept(settings: &Settings, judged: &mut [(&Block, &mut Verdict)], chrome: &mut Vec<Chrome>) {
    if settings.keep.is_empty() {
        return;
    }
    let kept = |key: Option<String>| key.is_some_and(|key| settings.keep.contains(&key));
    let mut lifted = Vec::new();
    chrome.retain(|part| {
        let stays = !kept(part.key());
        if !stays && part.verdict.category == Some(Category::UserRule) {
            lifted.push(part.verdict.rule.clone());
        }
        stays
    });
    for (block, verdict) in judged.iter_mut().filter(|(_, verdict)| verdict.goes()) {
        let own = verdict.category == Some(Category::UserRule);
        if if own { lifted.contains(&verdict.rule) } else { kept(verdict.key(block)) } {
            **verdict = Verdict::keep();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_again_whatever_its_spaces_signs_and_figures() {
        let key = |text| keep_key(text, &Verdict::keep(), false);
        let first = key("11 月 15 日 19:30，准时开讲！");
        assert_eq!(first, key("👉11月3日9:00 准时开讲"));
        assert_ne!(first, key("11 月 15 日 19:30，准时开播！"));
        assert_eq!(key("— ▼ —"), None);
        // Stored keys outlive versions.
        assert_eq!(key("点个在看"), Some("60045cf0681f5fd2".into()));
    }
}
