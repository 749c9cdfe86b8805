//! A text in the form in which rules see it.

use std::ops::Range;

use crate::text::{fold_char, is_han};

/// A text without white space, quotes and emoji, its letters folded; every letter knows where it comes from.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    /// The letters.
    pub(super) letters: Vec<char>,
    /// For every letter its place in the text, in bytes; and the length of the text.
    places: Vec<usize>,
    /// For every letter, whether it stands inside quotes or in a title.
    quoted: Vec<bool>,
    /// Letters before which a new part may begin: after the end of a sentence, after a space between two
    /// Chinese letters. Sorted, without 0.
    pub(super) breaks: Vec<usize>,
    /// Whether something points: an arrow, a hand.
    pub(super) points: bool,
    /// Whether the text ends as a sentence does.
    pub(super) closed: bool,
}

impl Folded {
    /// Folds a text.
    pub(super) fn of(text: &str) -> Folded {
        let mut folded = Folded::default();
        let mut depth = 0_i32;
        let mut straight = false;
        let mut spaced = false;
        let mut ended = false;
        for (at, letter) in text.char_indices() {
            match letter {
                '“' | '「' | '『' | '《' => depth += 1,
                '”' | '」' | '』' | '》' => depth = (depth - 1).max(0),
                '"' | '＂' => straight = !straight,
                _ => {}
            }
            let small = simple(fold_char(letter));
            if matches!(small, '"' | '\'') {
                continue;
            }
            if small == ' ' || letter.is_whitespace() {
                spaced = true;
                continue;
            }
            if is_sign(letter) {
                folded.points |= points(letter);
                spaced = true;
                continue;
            }
            let ends = matches!(small, '。' | '!' | '?' | '…' | '\n');
            let before = folded.letters.last().copied().unwrap_or_default();
            let gap = spaced && (is_han(small) || small == '【') && (is_han(before) || !before.is_alphanumeric());
            if !folded.letters.is_empty() && ((ended && !ends && !matches!(small, ')' | ']' | '】')) || gap) {
                folded.breaks.push(folded.letters.len());
            }
            ended = ends || (ended && matches!(small, ')' | ']' | '】'));
            spaced = false;
            folded.letters.push(small);
            folded.places.push(at);
            folded.quoted.push(depth > 0 || straight);
        }
        folded.places.push(text.len());
        // A straight quote that is never closed quotes nothing.
        if straight && depth == 0 && text.matches(['"', '＂']).count() == 1 {
            folded.quoted.fill(false);
        }
        let end = text.trim_end_matches(|letter: char| letter.is_whitespace() || "\"”」』)）".contains(letter));
        folded.closed = end.ends_with(['。', '！', '？', '!', '?', '…', '；']);
        folded
    }

    /// The place of a letter in the text, in bytes.
    pub(super) fn place(&self, letter: usize) -> usize {
        self.places.get(letter).or(self.places.last()).copied().unwrap_or(0)
    }

    /// Whether all letters of a range stand in quotes.
    pub(super) fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.quoted.get(range.clone()).is_some_and(|part| !part.is_empty() && part.iter().all(|quoted| *quoted))
    }

    /// Whether the text stands here.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        let mut letters = self.letters.get(at..).unwrap_or_default().iter();
        word.chars().all(|letter| letters.next() == Some(&letter))
    }

    /// The range without signs at its ends, which decorate and do not speak.
    pub(super) fn bare(&self, range: Range<usize>) -> Range<usize> {
        let part = self.letters.get(range.clone()).unwrap_or_default();
        let start = part.iter().take_while(|letter| !speaks(**letter)).count();
        let end = part.iter().rev().take_while(|letter| !speaks(**letter)).count();
        if start == part.len() { range.start..range.start } else { range.start + start..range.end - end }
    }
}

/// The simplified form of a traditional letter that the tables' words are written with.
fn simple(letter: char) -> char {
    if !('\u{4e00}'..='\u{9fff}').contains(&letter) {
        return letter;
    }
    TRADITIONAL.chars().position(|one| one == letter).and_then(|at| SIMPLE.chars().nth(at)).unwrap_or(letter)
}

const TRADITIONAL: &str = "載權轉關註讚贊聲聯們閱讀點擊掃碼絲團訂會員專頁網報導圖來訊編輯責經許線視頻購買動優詳請歡機電號帳賬體發佈製內觀隱違眾錄過開與個這說話對應該據稱後時間門題當獲獎評論選廣傳務業職歷參資鏈連術協規條約預馬長還實驗證學額層標識別誰為無損圍場檔寫薦喚鬧錯聽覽譯譽讓謝絕";
const SIMPLE: &str = "载权转关注赞赞声联们阅读点击扫码丝团订会员专页网报导图来讯编辑责经许线视频购买动优详请欢机电号账账体发布制内观隐违众录过开与个这说话对应该据称后时间门题当获奖评论选广传务业职历参资链连术协规条约预马长还实验证学额层标识别谁为无损围场档写荐唤闹错听览译誉让谢绝";

fn speaks(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '@' || letter == '+'
}

/// Emoji, arrows, ornaments and what joins them.
fn is_sign(letter: char) -> bool {
    matches!(letter,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{2190}'..='\u{21ff}'
        | '\u{25a0}'..='\u{25ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        | '\u{20e3}' | '\u{ad}')
}

fn points(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{1f446}'..='\u{1f449}' | '\u{261d}' | '\u{2b05}'..='\u{2b07}' | '▼' | '▽')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rules_do_not_look_at_is_gone_and_places_stay() {
        let text = "👇 点击 「 蓝 字 」， 关注ＡＢＣ！ 下一句";
        let folded = Folded::of(text);
        assert_eq!(folded.letters.iter().collect::<String>(), "点击蓝字,关注abc!下一句");
        for (at, letter) in folded.letters.iter().enumerate() {
            assert_eq!(text[folded.place(at)..].chars().next().map(fold_char), Some(*letter));
        }
        assert!(folded.points);
        assert!(folded.is_quoted(&(2..4)));
        assert!(!folded.is_quoted(&(1..4)));
        assert_eq!(folded.breaks.last().map(|at| folded.place(*at)), text.find("下一句"));
    }

    #[test]
    fn a_lone_inch_mark_quotes_nothing() {
        assert!(!Folded::of("屏幕 6.1\" 点赞").is_quoted(&(0..2)));
        assert!(Folded::of("他说 \" 点赞 \"").is_quoted(&(2..4)));
    }
}
