//! Chinese as it is set: no stray spaces, the quotes in pairs, the punctuation in full width.
//!
//! ZAKER and many others put a space between Chinese and Latin letters where a style sheet should make the gap. What
//! is changed is told as a list of changes, so that places in the text before can be found in the text after. Nothing
//! is changed inside of addresses, of code, of numbers and of Latin sentences; and letters and digits never change.

mod gaps;
mod kept;
mod letters;
mod marks;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::page::{Block, Style};
use letters::Letters;

/// What becomes of the gap between Chinese and Latin letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Spacing {
    /// 紧排: no space; the gap is left to the style sheet's `text-autospace`.
    #[default]
    Tight,
    /// 保留原样: the text stays as it is, in its punctuation too.
    AsIs,
    /// 盘古: one space.
    Spaced,
}

/// One change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes, in bytes of the text before; empty where something is only put in.
    pub range: Range<usize>,
    /// What comes in its place.
    pub insert: &'static str,
}

/// What is to be changed in a text, in order and without overlap. Linear in its length.
///
/// ```
/// use qingdu_core::typeset::{Spacing, apply, edits};
/// let text = "今年 7 月,公司发布了 \"白鹭\" 系列。";
/// assert_eq!(apply(text, &edits(text, Spacing::Tight)), "今年7月，公司发布了“白鹭”系列。");
/// assert_eq!(apply(text, &edits(text, Spacing::Spaced)), "今年 7 月，公司发布了“白鹭”系列。");
/// ```
#[must_use]
pub fn edits(text: &str, spacing: Spacing) -> Vec<Edit> {
    if spacing == Spacing::AsIs || !text.chars().any(crate::text::is_han) || kept::is_code(text) {
        return Vec::new();
    }
    let mut letters = Letters::of(text);
    kept::mark(text, &mut letters);
    letters.count_words();
    let mut edits = marks::edits(&mut letters);
    edits.extend(gaps::edits(&letters, spacing));
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    edits
}

/// The text after the changes.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut after = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        after.push_str(text.get(from..edit.range.start).unwrap_or_default());
        after.push_str(edit.insert);
        from = edit.range.end;
    }
    after.push_str(text.get(from..).unwrap_or_default());
    after
}

/// A block with its text set: links move with the text. Code stays as it is. The runs are left out: the text is no
/// longer the page's.
#[must_use]
pub fn block(block: &Block, spacing: Spacing) -> Block {
    if block.kind == crate::page::BlockKind::Preformatted {
        return block.clone();
    }
    let mut edits = edits(&block.text, spacing);
    edits.retain(|edit| !in_code(block, &edit.range));
    let moves = Moves::of(&edits);
    let link = |(range, target): &(Range<usize>, String)| (moves.to(range.start)..moves.to(range.end), target.clone());
    let links: Vec<_> = block.links.iter().map(link).collect();
    let style = |(range, style): &(Range<usize>, Style)| (moves.to(range.start)..moves.to(range.end), *style);
    Block {
        text: apply(&block.text, &edits),
        linked: links.iter().map(|(range, _)| range.len()).sum(),
        runs: Vec::new(),
        links,
        styles: block.styles.iter().map(style).collect(),
        ..block.clone()
    }
}

/// Whether a change lies in code within a line.
fn in_code(block: &Block, edit: &Range<usize>) -> bool {
    let mut code = block.styles.iter().filter(|(_, style)| *style == Style::Code);
    code.any(|(range, _)| range.start < edit.end.max(edit.start + 1) && edit.start < range.end)
}

/// Where the places of a text stand after changes.
struct Moves {
    /// For every change: its range, and the bytes that came and went up to its end.
    changes: Vec<(Range<usize>, usize, usize)>,
}

impl Moves {
    fn of(edits: &[Edit]) -> Moves {
        let sums = edits.iter().scan((0, 0), |(come, gone), edit| {
            *come += edit.insert.len();
            *gone += edit.range.len();
            Some((edit.range.clone(), *come, *gone))
        });
        Moves { changes: sums.collect() }
    }

    /// Where a place stands; one inside a change goes to its end.
    fn to(&self, place: usize) -> usize {
        let after = self.changes.partition_point(|(range, ..)| range.start < place);
        let Some((range, come, gone)) = after.checked_sub(1).and_then(|last| self.changes.get(last)) else {
            return place;
        };
        place.max(range.end) + come - gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tight(text: &str) -> String {
        apply(text, &edits(text, Spacing::Tight))
    }

    #[test]
    fn stray_spaces_between_chinese_and_latin_go() {
        let cases = [
            ("2025 年 11 月 12 日，iPhone 17 Pro 发布", "2025年11月12日，iPhone 17 Pro发布"),
            ("增长 5.2% 左右，约 $30 亿", "增长5.2%左右，约$30亿"),
            ("他说 ：“ 好 。 ”", "他说：“好。”"),
            ("参考链接： https://example.org/a b", "参考链接：https://example.org/a b"),
            // Between Chinese words a space means something.
            ("快讯 北京时间 张 明", "快讯 北京时间 张 明"),
            ("[ 1 ] 见 [ 2 ]", "[ 1 ] 见 [ 2 ]"),
            ("He said “so” and left 他走了", "He said “so” and left他走了"),
        ];
        for (text, expected) in cases {
            assert_eq!(tight(text), expected);
        }
    }

    #[test]
    fn half_width_punctuation_between_chinese_becomes_full_width() {
        let cases = [
            ("他来了,看了;走了:好吗?好!", "他来了，看了；走了：好吗？好！"),
            ("公司(总部在宁波)说", "公司（总部在宁波）说"),
            ("腾讯控股(00700.HK)涨 3%", "腾讯控股（00700.HK）涨3%"),
            ("OpenAI,谷歌和 Meta 都在招人", "OpenAI，谷歌和Meta都在招人"),
            ("时间:10:30,比分 3:2,共 1,000 人", "时间：10:30，比分3:2，共1,000人"),
            ("见https://example.org/a?b=c&d=e,任何人都能看", "见https://example.org/a?b=c&d=e，任何人都能看"),
            ("真的?!不会吧.", "真的？！不会吧."),
            ("他在会上说这件事还要再等三个月.", "他在会上说这件事还要再等三个月。"),
        ];
        for (text, expected) in cases {
            assert_eq!(tight(text), expected);
        }
    }

    #[test]
    fn straight_quotes_are_paired() {
        let cases = [
            ("他说:\"走吧\",然后走了", "他说：“走吧”，然后走了"),
            ("所谓\"AI\"时代", "所谓“AI”时代"),
            ("他问\"什么叫'好'\"", "他问“什么叫‘好’”"),
            // One is missing: which one, nobody knows.
            ("他说\"走吧,然后走了", "他说\"走吧，然后走了"),
            // Inches.
            ("换上 5.5\" 和 6.1\" 的屏幕", "换上5.5\" 和6.1\" 的屏幕"),
            ("这是 Tom's 的店", "这是Tom's的店"),
        ];
        for (text, expected) in cases {
            assert_eq!(tight(text), expected);
        }
    }

    #[test]
    fn addresses_code_numbers_and_latin_sentences_stay() {
        let same = [
            "见https://example.org/a,b;c?d=e(f)!g",
            "发信到a.b@example.org",
            "运行`cargo run , \"中文\" x`即可",
            "if (a > 0) { print(\"你好,世界\"); }",
            "He wrote \"Hello, world; goodbye (again)!\" in 2024.",
            "1,000 3:2 10:30 f(x, y)",
            "",
        ];
        for text in same {
            assert_eq!(tight(text), text);
        }
        let latin = "他写道 I came, I saw, I won, 就这些";
        assert_eq!(tight(latin), "他写道I came, I saw, I won, 就这些");
    }

    #[test]
    fn pangu_puts_one_space_and_as_is_changes_nothing() {
        let text = "2025年,iPhone17发布  Pro版,涨5%了";
        assert_eq!(apply(text, &edits(text, Spacing::Spaced)), "2025 年，iPhone17 发布 Pro 版，涨 5% 了");
        assert_eq!(edits(text, Spacing::AsIs), []);
    }

    #[test]
    fn links_move_with_the_text() {
        use crate::page::{Builder, Limits, Page, blocks};
        let mut builder = Builder::new("", "");
        let body = builder.element(None, "body", false);
        let paragraph = builder.element(Some(body), "p", false);
        builder.text(paragraph, "今年 7 月,见");
        let link = builder.element(Some(paragraph), "a", false);
        builder.attribute(link, "href", "/a");
        builder.text(link, "第 2 版");
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        let root = page.roots().next().unwrap();
        let set = block(&blocks(&page, root)[0], Spacing::Tight);
        assert_eq!(set.text, "今年7月，见第2版");
        assert_eq!(&set.text[set.links[0].0.clone()], "第2版");
    }

    #[test]
    fn a_text_of_a_million_letters_is_set_in_one_walk() {
        // In anything but linear time this would not come to an end.
        let text = "今年 7 月,\"甲(乙)'丙'\";A:丁?".repeat(40_000);
        assert!(edits(&text, Spacing::Tight).len() > 200_000);
    }
}
