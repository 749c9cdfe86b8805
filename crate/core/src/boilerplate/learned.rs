//! What one, two and three letters in a row say of a line: weights that are learned from lines, not thought of.
//!
//! A list of words knows what somebody thought of. These weights come from some two thousand lines of promotion and seven
//! thousand of articles (`cargo run -p xtask -- learn`, which prints what they would have said of lines that they had not
//! seen): a logistic regression over the letters in a row that a line has, each once. They say how likely a line is
//! promotion; what kind of line it is, and whether a statement may be doubted at all, is `signs.rs`.

use super::{
    Category,
    folded::Folded,
    rules::{Rule, rule_of},
};

include!(concat!(env!("OUT_DIR"), "/weights.rs"));

/// The most letters in a row.
const ROW: usize = 3;
/// Every run of figures is this one: which telephone it is says nothing.
const FIGURES: char = '0';
/// Letters count in so many parts of one.
const PARTS: i32 = 16;

/// The letters in a row of a text, each once, as numbers: three letters of 21 bits. `^` and `$` are its ends.
///
/// ```
/// use qingdu_core::boilerplate::grams;
///
/// assert_eq!(grams("关注"), grams("“ 关 注 ”"));
/// assert_eq!(grams("报名电话 010-12345678"), grams("报名电话 020-87654321"));
/// assert_eq!(grams("关注").len(), 4 + 3 + 2);
/// ```
#[must_use]
pub fn grams(text: &str) -> Vec<u64> {
    rows(&Folded::of(text).letters)
}

/// The text of letters in a row, as [`grams`] numbers them.
#[must_use]
pub fn gram_text(gram: u64) -> String {
    let letter = |at: u32| u32::try_from((gram >> (21 * at)) & 0x1f_ffff).ok().and_then(char::from_u32);
    [2, 1, 0].into_iter().filter_map(letter).filter(|letter| *letter != '\0').collect()
}

fn rows(letters: &[char]) -> Vec<u64> {
    let mut line = vec!['^'];
    for letter in letters {
        let figure = letter.is_ascii_digit();
        if !figure || line.last() != Some(&FIGURES) {
            line.push(if figure { FIGURES } else { *letter });
        }
    }
    line.push('$');
    let number = |row: &[char]| row.iter().fold(0, |number, letter| number << 21 | u64::from(u32::from(*letter)));
    let mut rows: Vec<u64> = (1..=ROW).flat_map(|many| line.windows(many).map(number)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// How likely a line is promotion, in sixteenths of a unit of log odds (0: as likely as not), and what it would be.
pub(super) fn likelihood(letters: &[char]) -> (i32, Option<&'static Rule>) {
    let mut sum = BIAS;
    let mut by_category = [0_i32; CATEGORIES.len()];
    let rows = rows(letters);
    let all = rows.len();
    let mut known = 0;
    for row in rows {
        let Some(at) = GRAMS.binary_search(&row).ok() else { continue };
        known += 1;
        let weight = WEIGHTS.get(at).copied().map_or(0, i32::from);
        sum += weight;
        if let Some(of) = KINDS.get(at).and_then(|kind| by_category.get_mut(usize::from(*kind)))
            && weight > 0
        {
            *of += weight;
        }
    }
    let most = by_category.iter().enumerate().max_by_key(|(_, weight)| **weight);
    let category = most.filter(|(_, weight)| **weight > 0).and_then(|(at, _)| CATEGORIES.get(at));
    // Of letters that no line had nothing is known.
    let strange = known * KNOWN.1 < all * KNOWN.0;
    (sum, category.filter(|_| !strange).and_then(|category| rule_of(*category)))
}

/// So many of a line's letters in a row must be known.
const KNOWN: (usize, usize) = (2, 5);

/// Log odds in whole units, rounded down.
pub(super) fn units(likelihood: i32) -> i32 {
    likelihood.div_euclid(PARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_a_row_have_a_text() {
        let texts: Vec<_> = grams("关注").into_iter().map(gram_text).collect();
        for row in ["^", "关", "注", "$", "^关", "关注", "注$", "^关注", "关注$"] {
            assert!(texts.contains(&row.to_owned()), "{row}");
        }
    }

    #[test]
    fn promotion_is_likelier_than_what_an_article_tells() {
        let say = |text: &str| likelihood(&Folded::of(text).letters).0;
        let promotion = [
            "点击上方蓝字关注我们，设为星标不迷路",
            "扫码加小助手进读者群，备注姓名与城市",
            "下载客户端，先看独家快讯",
        ];
        let told =
            ["市民在桥上观看烟花，交警在路口疏导车流。", "法院一审判决被告赔偿三万元。", "他把账号注销，搬回了老家。"];
        let least = promotion.iter().map(|text| say(text)).min();
        let most = told.iter().map(|text| say(text)).max();
        assert!(least > most, "{least:?} {most:?}");
    }

    #[test]
    fn the_weights_are_in_order() {
        assert!(GRAMS.is_sorted() && GRAMS.len() == WEIGHTS.len() && GRAMS.len() == KINDS.len());
    }
}
