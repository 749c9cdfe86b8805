//! A text in the form in which rules see it.

use std::ops::Range;

use crate::text::{self, fold_char, is_han};

/// A text without white space, quotes and emoji, its letters folded; every letter knows where it comes from.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
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
    /// Letters before which something points. Sorted.
    pub(super) arrows: Vec<usize>,
    /// Letters before which white space or a sign stands. Sorted, without 0.
    pub(super) gaps: Vec<Gap>,
    /// Whether the text begins as an entry of a list does: `·`, `◆`.
    pub(super) bullet: bool,
    /// Whether it begins with somebody's words and goes on behind them: `“……！”孩子们喊。`
    pub(super) speech: bool,
    /// Whether the text ends as a sentence does.
    pub(super) closed: bool,
}

/// A gap between two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The letter behind it.
    pub(super) at: usize,
    /// Whether it parts what a space between Chinese and Latin letters does not.
    pub(super) sure: bool,
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
                if points(letter) {
                    folded.points = true;
                    folded.arrows.push(folded.letters.len());
                }
                spaced = true;
                continue;
            }
            let ends = matches!(small, '。' | '!' | '?' | '…' | '\n');
            let before = folded.letters.last().copied().unwrap_or_default();
            let gap = spaced
                && (is_han(small) || small == '【')
                && (is_han(before) || matches!(before, '。' | '!' | '?' | '…' | '~' | ')' | '】'));
            if !folded.letters.is_empty() && ((ended && !ends && !matches!(small, ')' | ']' | '】')) || gap) {
                folded.breaks.push(folded.letters.len());
            }
            if spaced && !folded.letters.is_empty() {
                let sure = is_han(small) && (is_han(before) || matches!(before, '。' | '!' | ')'));
                folded.gaps.push(Gap { at: folded.letters.len(), sure });
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
        folded.bullet = text.trim_start().starts_with(['·', '•', '・', '●', '◆', '■', '◇', '▪', '►', '▶', '▸']);
        folded.speech = folded.begins_with_speech();
        let end = text.trim_end_matches(|letter: char| letter.is_whitespace() || "\"”」』)）".contains(letter));
        folded.closed = end.ends_with(['。', '！', '？', '!', '?', '…', '；']);
        folded
    }

    fn begins_with_speech(&self) -> bool {
        let said = self.quoted.iter().take_while(|quoted| **quoted).count();
        let last = said.checked_sub(1).and_then(|at| self.letters.get(at));
        last.is_some_and(|last| matches!(last, '。' | '!' | '?' | ',' | '…')) && said + 3 <= self.letters.len()
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
    if letter == '丨' {
        return '|';
    }
    if !('\u{4e00}'..='\u{9fff}').contains(&letter) {
        return letter;
    }
    SIMPLE.binary_search_by_key(&letter, |(from, _)| *from).map_or(letter, |at| SIMPLE[at].1)
}

/// Sorted by the traditional letter.
#[rustfmt::skip]
const SIMPLE: [(char, char); 149] = [
    ('佈', '布'), ('來', '来'), ('個', '个'), ('們', '们'), ('傳', '传'), ('價', '价'), ('億', '亿'), ('優', '优'), ('內', '内'), ('別', '别'),
    ('動', '动'), ('務', '务'), ('區', '区'), ('協', '协'), ('參', '参'), ('員', '员'), ('喚', '唤'), ('單', '单'), ('圍', '围'), ('圖', '图'),
    ('團', '团'), ('報', '报'), ('場', '场'), ('學', '学'), ('實', '实'), ('寫', '写'), ('專', '专'), ('對', '对'), ('導', '导'), ('層', '层'),
    ('帳', '账'), ('廠', '厂'), ('廣', '广'), ('後', '后'), ('應', '应'), ('掃', '扫'), ('損', '损'), ('擊', '击'), ('據', '据'), ('攝', '摄'),
    ('時', '时'), ('會', '会'), ('條', '条'), ('業', '业'), ('樓', '楼'), ('標', '标'), ('機', '机'), ('檔', '档'), ('權', '权'), ('歡', '欢'),
    ('歲', '岁'), ('歷', '历'), ('為', '为'), ('無', '无'), ('熱', '热'), ('獎', '奖'), ('獲', '获'), ('當', '当'), ('發', '发'), ('眾', '众'),
    ('碼', '码'), ('禮', '礼'), ('稱', '称'), ('約', '约'), ('絕', '绝'), ('絲', '丝'), ('經', '经'), ('網', '网'), ('線', '线'), ('編', '编'),
    ('聯', '联'), ('聲', '声'), ('職', '职'), ('聽', '听'), ('與', '与'), ('萬', '万'), ('薦', '荐'), ('號', '号'), ('術', '术'), ('衛', '卫'),
    ('製', '制'), ('規', '规'), ('視', '视'), ('覽', '览'), ('觀', '观'), ('訂', '订'), ('訊', '讯'), ('記', '记'), ('許', '许'), ('註', '注'),
    ('評', '评'), ('話', '话'), ('該', '该'), ('詳', '详'), ('說', '说'), ('誰', '谁'), ('請', '请'), ('論', '论'), ('謝', '谢'), ('證', '证'),
    ('識', '识'), ('譯', '译'), ('譽', '誉'), ('讀', '读'), ('讓', '让'), ('讚', '赞'), ('責', '责'), ('買', '买'), ('費', '费'), ('貼', '贴'),
    ('資', '资'), ('賬', '账'), ('購', '购'), ('贊', '赞'), ('載', '载'), ('輯', '辑'), ('轉', '转'), ('這', '这'), ('連', '连'), ('過', '过'),
    ('違', '违'), ('選', '选'), ('還', '还'), ('鄰', '邻'), ('錄', '录'), ('錯', '错'), ('鍵', '键'), ('鏈', '链'), ('長', '长'), ('門', '门'),
    ('開', '开'), ('間', '间'), ('閱', '阅'), ('關', '关'), ('隱', '隐'), ('雲', '云'), ('電', '电'), ('頁', '页'), ('預', '预'), ('領', '领'),
    ('頻', '频'), ('題', '题'), ('額', '额'), ('馬', '马'), ('驗', '验'), ('體', '体'), ('鬧', '闹'), ('鮮', '鲜'), ('點', '点'),
];

fn speaks(letter: char) -> bool {
    text::speaks(letter) || letter == '@' || letter == '+'
}

/// Emoji, arrows, ornaments and what joins them.
fn is_sign(letter: char) -> bool {
    matches!(letter,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{2190}'..='\u{21ff}'
        | '\u{25a0}'..='\u{25ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
        | '\u{20e3}' | '\u{ad}')
}

fn points(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{1f446}'..='\u{1f449}' | '\u{261a}'..='\u{261f}' | '\u{2b05}'..='\u{2b07}' | '▼' | '▽' | '▶' | '▸' | '►' | '➤')
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
    fn gaps_arrows_and_words_of_somebody_are_seen() {
        let folded = Folded::of("江城 App 晚报");
        assert_eq!(folded.gaps, [Gap { at: 2, sure: false }, Gap { at: 5, sure: false }]);
        assert_eq!(Folded::of("江城晚报 说说").gaps, [Gap { at: 4, sure: true }]);
        assert_eq!(Folded::of("来 👉 点这里").arrows, [1]);
        assert!(Folded::of("“点个赞！”孩子们喊。").speech);
        assert!(!Folded::of("“点赞”“在看”，都行").speech);
        assert!(Folded::of("· 桥修好了").bullet);
    }

    #[test]
    fn a_lone_inch_mark_quotes_nothing() {
        assert!(!Folded::of("屏幕 6.1\" 点赞").is_quoted(&(0..2)));
        assert!(Folded::of("他说 \" 点赞 \"").is_quoted(&(2..4)));
    }
}
