//! The text as the recognisers read it: folded letters without white space, each with its place.
//!
//! ZAKER prints `今年 7 月`; other pages print full width or traditional letters. Every letter is folded
//! one to one, and white space is left out but remembered, so that a recogniser sees one spelling and every
//! span still leads back to the text as given.

use crate::text::fold_char;

/// One letter of the folded text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub(super) folded: char,
    /// Its bytes in the text as given.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stood before it.
    pub(super) gap: bool,
}

/// The folded text.
#[derive(Debug)]
pub(super) struct Scan {
    letters: Vec<Letter>,
}

impl Scan {
    pub(super) fn of(text: &str) -> Scan {
        let mut letters = Vec::with_capacity(text.len() / 2);
        let mut gap = false;
        for (start, letter) in text.char_indices() {
            if letter == '\n' || !(letter.is_whitespace() || is_zero_width(letter)) {
                let folded = if letter == '\n' { '\n' } else { simplify(fold_char(letter)) };
                letters.push(Letter { folded, start, end: start + letter.len_utf8(), gap });
                gap = false;
            } else {
                gap |= !is_zero_width(letter);
            }
        }
        Scan { letters }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<Letter> {
        self.letters.get(at).copied()
    }

    /// The letter at a position; a line end where there is none, which no recogniser takes.
    pub(super) fn at(&self, at: usize) -> char {
        self.get(at).map_or('\n', |letter| letter.folded)
    }

    /// Whether white space stands before a position.
    pub(super) fn gap(&self, at: usize) -> bool {
        self.get(at).is_some_and(|letter| letter.gap)
    }

    /// The letter before a position.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\n', |before| self.at(before))
    }

    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(offset, letter)| self.at(at + offset) == letter)
    }

    /// Whether the letters right before a position are the word.
    pub(super) fn ends(&self, at: usize, word: &str) -> bool {
        let length = word.chars().count();
        at.checked_sub(length).is_some_and(|from| self.has(from, word))
    }

    /// The length of the first of the words that stands at a position.
    pub(super) fn one_of(&self, at: usize, words: &[&str]) -> Option<usize> {
        words.iter().find(|word| self.has(at, word)).map(|word| word.chars().count())
    }

    /// The bytes of a range of letters.
    pub(super) fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.get(from).map_or(0, |letter| letter.start);
        let end = to.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |letter| letter.end);
        start..end.max(start)
    }
}

fn is_zero_width(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The simplified form of the traditional letters that time expressions are made of.
fn simplify(letter: char) -> char {
    match letter {
        '號' => '号',
        '點' | '点' => '点',
        '週' => '周',
        '個' => '个',
        '後' | '后' => '后',
        '時' => '时',
        '鐘' | '鍾' => '钟',
        '來' => '来',
        '兩' => '两',
        '萬' => '万',
        '億' => '亿',
        '內' => '内',
        '從' => '从',
        '將' => '将',
        '這' => '这',
        '間' => '间',
        '過' => '过',
        '幾' => '几',
        '數' => '数',
        '餘' => '余',
        '約' => '约',
        '現' => '现',
        '當' => '当',
        '歲' => '岁',
        '節' => '节',
        '國' => '国',
        '慶' => '庆',
        '農' => '农',
        '曆' | '歷' => '历',
        '陰' => '阴',
        '陽' => '阳',
        '臘' => '腊',
        '紀' => '纪',
        '開' => '开',
        '禮' => '礼',
        '拜' => '拜',
        '傍' => '傍',
        '晩' => '晚',
        '淩' => '凌',
        '剛' => '刚',
        '預' => '预',
        '計' => '计',
        '擬' => '拟',
        '於' => '于',
        '還' => '还',
        '沒' => '没',
        '發' => '发',
        '歐' => '欧',
        '財' => '财',
        '頭' => '头',
        '連' => '连',
        '續' => '续',
        '舊' => '旧',
        '總' => '总',
        '長' => '长',
        '達' => '达',
        '婦' => '妇',
        '兒' => '儿',
        '親' => '亲',
        '師' => '师',
        '聖' => '圣',
        '誕' => '诞',
        '勞' => '劳',
        '動' => '动',
        '處' => '处',
        '驚' => '惊',
        '蟄' => '蛰',
        '穀' => '谷',
        '滿' => '满',
        '種' => '种',
        '黃' => '黄',
        '無' => '无',
        '閏' => '闰',
        '廿' => '廿',
        '貳' => '二',
        '參' => '三',
        '零' | '○' | 'О' => '零',
        '〇' => '〇',
        '彼' => '彼',
        '爾' => '尔',
        '遠' => '远',
        '舉' => '举',
        '訊' => '讯',
        '電' => '电',
        _ => letter,
    }
}
