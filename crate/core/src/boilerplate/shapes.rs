//! Shapes: numbers, addresses, gaps, rows of buttons. Rules are written with them as with classes of words.

use super::{
    folded::Folded,
    rules::{Word, class},
};
use crate::text::{is_han, speaks};

/// A number to dial has at least so many figures.
const DIALLED: usize = 5;
/// A name in Latin letters, as people have on a platform, has at least so many.
const HANDLE: usize = 5;
/// The letters of a button, and of the name of an account.
const BUTTON: usize = 8;
const NAME: usize = 12;
/// The letters of what an account says of itself.
const SLOGAN: std::ops::RangeInclusive<usize> = 6..=30;

/// The shapes in a text, in no order.
pub(super) fn shapes(folded: &Folded, words: &[Word]) -> Vec<Word> {
    let mut found = Vec::new();
    let letters = &folded.letters;
    let mut at = 0;
    while at < letters.len() {
        let end = if letters[at].is_ascii_digit() { figures(letters, at, &mut found) } else { at };
        let end = if letters[at].is_ascii_alphanumeric() { end.max(latin(letters, at, &mut found)) } else { end };
        at = end.max(at + 1);
    }
    found.extend(folded.arrows.iter().map(|at| Word::shape(*at, *at, class::ARROW)));
    found.extend(folded.gaps.iter().filter(|gap| gap.sure).map(|gap| Word::shape(gap.at, gap.at, class::GAP)));
    let bare = folded.bare(0..letters.len());
    if letters[..bare.start].contains(&'©') {
        found.push(Word::shape(bare.start, bare.start, class::COPYMARK));
    }
    if is_menu(folded) {
        found.push(Word::shape(bare.start, bare.start, class::MENU));
    }
    if is_card(folded, words) {
        found.push(Word::shape(bare.start, bare.start, class::CARD));
    }
    found
}

/// A number, a price, a date, a number to dial: the end of the figures that begin here.
fn figures(letters: &[char], start: usize, found: &mut Vec<Word>) -> usize {
    let joins = |at: usize| {
        let next = letters.get(at + 1).is_some_and(|next| next.is_ascii_digit() || *next == '*');
        letters
            .get(at)
            .is_some_and(|letter| letter.is_ascii_digit() || *letter == '*' || (matches!(letter, '-' | '.') && next))
    };
    let mut end = start + 1;
    while joins(end) {
        end += 1;
    }
    // A date, whatever clock stands right behind it.
    if letters.get(start + 4) == Some(&'-') && letters.get(start + 7) == Some(&'-') && end >= start + 10 {
        found.push(Word::shape(start, start + 10, class::STAMP));
        return start + 10;
    }
    let part = &letters[start..end];
    let next = letters.get(end).copied().unwrap_or_default();
    let before = start.checked_sub(1).and_then(|at| letters.get(at)).copied().unwrap_or_default();
    found.push(Word::shape(start, end, class::FIGURE));
    if next == '元' {
        found.push(Word::shape(start, end + 1, class::AMOUNT));
    } else if matches!(before, '¥' | '￥') {
        found.push(Word::shape(start - 1, end, class::AMOUNT));
    } else if !is_unit(next) && part.iter().filter(|letter| !matches!(letter, '-' | '.')).count() >= DIALLED {
        found.push(Word::shape(start, end, class::DIAL));
    }
    end
}

/// What counts or measures, behind a number.
fn is_unit(letter: char) -> bool {
    matches!(
        letter,
        '万' | '亿'
            | '千'
            | '年'
            | '月'
            | '日'
            | '人'
            | '名'
            | '个'
            | '次'
            | '件'
            | '家'
            | '户'
            | '吨'
            | '米'
            | '公'
            | '平'
            | '%'
            | '.'
            | '多'
            | '余'
            | '只'
            | '块'
            | '辆'
            | '篇'
            | '条'
            | '张'
            | '册'
            | '粉'
            | '位'
            | '股'
            | '点'
    )
}

/// An address of mail, a name in Latin letters: the end of the letters that begin here.
fn latin(letters: &[char], start: usize, found: &mut Vec<Word>) -> usize {
    let is_name = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    let run = |from: usize| {
        from + letters.get(from..).unwrap_or_default().iter().take_while(|letter| is_name(letter)).count()
    };
    let end = run(start);
    if letters.get(end) == Some(&'@') {
        let host = run(end + 1);
        if letters[end + 1..host].contains(&'.') {
            found.push(Word::shape(start, host, class::MAIL));
            return host;
        }
    }
    let part = &letters[start..end];
    let dotted = part.contains(&'.') || matches!(letters.get(end), Some(':' | '/'));
    if part.len() >= HANDLE && !dotted && part.iter().any(char::is_ascii_alphabetic) {
        found.push(Word::shape(start, end, class::HANDLE));
    }
    // Figures in it are looked at by themselves.
    if part.iter().all(|letter| !letter.is_ascii_digit()) { end } else { start }
}

/// A row of short names parted by spaces or signs, as navigation and share buttons are.
fn is_menu(folded: &Folded) -> bool {
    let mut parts = 1;
    let mut sure = false;
    let mut length = 0;
    for (at, letter) in folded.letters.iter().enumerate() {
        let gap = folded.gaps.binary_search_by_key(&at, |gap| gap.at).ok().and_then(|at| folded.gaps.get(at));
        let sign = matches!(letter, '|' | '/' | '>' | '·');
        if (gap.is_some() || sign) && length > 0 {
            sure |= sign || gap.is_some_and(|gap| gap.sure);
            parts += 1;
            length = 0;
        }
        if sign {
            continue;
        }
        length += 1;
        if length > BUTTON || !(speaks(*letter) || *letter == ':') {
            return false;
        }
    }
    parts >= 3 && sure && length > 0
}

/// The card of an account: the name of a medium, a gap, and what it says of itself.
fn is_card(folded: &Folded, words: &[Word]) -> bool {
    let Some(gap) = folded.gaps.iter().find(|gap| gap.sure && (2..=NAME).contains(&gap.at)) else { return false };
    let named = words.iter().any(|word| word.class == class::MEDIUM && word.end == gap.at);
    let (name, slogan) = folded.letters.split_at(gap.at);
    let signs = |letter: &char| matches!(letter, ',' | '。' | '、');
    named
        && name.iter().all(|letter| speaks(*letter))
        && SLOGAN.contains(&slogan.len())
        && !slogan.iter().any(|letter| letter.is_ascii_digit() || matches!(letter, ':' | '|' | '/'))
        && (slogan.iter().any(signs) || slogan.len() >= 8)
        && slogan.iter().filter(|letter| is_han(**letter)).count() >= 4
        && !words.iter().any(|word| matches!(word.class, class::BYLINE | class::EDITOR | class::SAY | class::PUBLIC))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(u16, String)> {
        let folded = Folded::of(text);
        let shapes = shapes(&folded, &super::super::rules::words(&folded));
        shapes.into_iter().map(|word| (word.class, folded.letters[word.start..word.end].iter().collect())).collect()
    }

    #[test]
    fn numbers_and_addresses_are_known_by_their_form() {
        let cases = [
            ("热线 021-5566 7788", class::DIAL, "021-55667788", true),
            ("热线：96060", class::DIAL, "96060", true),
            ("来了 96060 人", class::DIAL, "96060", false),
            ("写信到 tip@example.com.cn", class::MAIL, "tip@example.com.cn", true),
            ("微信：chengshi_01", class::HANDLE, "chengshi_01", true),
            ("见 example.com", class::HANDLE, "example.com", false),
            ("到手 59.9 元", class::AMOUNT, "59.9元", true),
            ("2025-03-04 08:00", class::STAMP, "2025-03-04", true),
        ];
        for (text, class, part, expected) in cases {
            assert_eq!(found(text).contains(&(class, part.to_owned())), expected, "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn rows_of_buttons_and_cards_of_accounts_are_known_by_their_form() {
        let cases = [
            ("首页 > 本地 > 正文", class::MENU, true),
            ("收藏 分享 举报", class::MENU, true),
            ("他走了很久，才到那座桥 边", class::MENU, false),
            ("江城晚报 记录这座城的人和事", class::CARD, true),
            ("江城晚报 记者 周全", class::CARD, false),
            ("风起了 船还没有来", class::CARD, false),
            ("👉 点这里", class::ARROW, true),
        ];
        for (text, class, expected) in cases {
            assert_eq!(found(text).iter().any(|(found, _)| *found == class), expected, "{text}");
        }
    }
}
