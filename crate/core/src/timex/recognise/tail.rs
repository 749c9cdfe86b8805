//! What follows a point: 左右, 以来, 至今, 前, 以后; not 前总统, 后备.

use super::super::{
    expression::{Edge, Open, Point},
    scan::Scan,
    words::letters,
};

/// Behind a point: 左右, 以来, 前 …
pub(super) fn tail(scan: &Scan, point: &mut Point, end: &mut usize) {
    if let Some(length) = scan.one_of(*end, &["左右", "前后", "上下", "许"]) {
        point.approx = true;
        *end += length;
    }
    if point.clock.is_some() && scan.at(*end) == '多' {
        point.approx = true;
        *end += 1 + usize::from(scan.at(*end + 1) == '钟');
    }
    if let Some((open, length)) = open(scan, *end, point) {
        point.open = Some(open);
        *end += length;
    }
}

fn open(scan: &Scan, at: usize, point: &Point) -> Option<(Open, usize)> {
    const WORDS: [(&str, Open); 15] = [
        ("以来", Open::Since),
        ("至今", Open::Since),
        ("到现在", Open::Since),
        ("或之前", Open::Until),
        ("及以前", Open::Until),
        ("及之前", Open::Until),
        ("及以后", Open::From),
        ("及之后", Open::From),
        ("或以前", Open::Until),
        ("或之后", Open::From),
        ("或以后", Open::From),
        ("之前", Open::Before),
        ("以前", Open::Before),
        ("之后", Open::After),
        ("以后", Open::After),
    ];
    if let Some((word, open)) = scan.row(at, &WORDS, |row| row.0) {
        return Some((*open, word.chars().count()));
    }
    let after = scan.at(at + 1);
    match scan.at(at) {
        '前' if !point.same_period && (before_fits(after) || point.edge == Some(Edge::End)) => Some((Open::Before, 1)),
        '后' if matches!(point.edge, None | Some(Edge::End)) && after_fits(after) => Some((Open::After, 1)),
        _ => None,
    }
}

/// Whether 前 closes a time (2025年底前完成) and does not open a title (前总统) or a count (前三).
fn before_fits(after: char) -> bool {
    letters::AFTER_BEFORE.contains(after)
}

fn after_fits(after: char) -> bool {
    letters::AFTER_AFTER.contains(after)
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn what_follows_a_point() {
        let cases: &[(&str, &[&str])] = &[
            ("2013年以来", &["2013年以来"]),
            ("2026年底前完成", &["2026年底前"]),
            ("3日左右", &["3日左右"]),
            ("2021年之后", &["2021年之后"]),
            ("2021年前总统访华", &["2021年"]),
            ("2021年后卫受伤", &["2021年"]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
