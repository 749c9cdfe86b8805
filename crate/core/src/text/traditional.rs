//! Traditional letters: folded to simplified ones before words are looked for, byte by byte at the same places.

use std::borrow::Cow;

/// Of so many letters one at least is written otherwise where a text is traditional; a simplified one quotes fewer.
const ONE_OF: usize = 10;

/// A text that is written in traditional letters, in simplified ones and with mainland quotation marks; any other as it
/// is. Every letter stays at its byte, so what is found in the folded text is cut from the text itself.
///
/// ```
/// use qingdu_core::text::simplified;
///
/// assert_eq!(simplified("據傳預計發布「新機」"), "据传预计发布“新机”");
/// let text = "著名的乾隆花园昨天重新开放，第一天有三千人参观，票价仍和去年一样";
/// assert_eq!(simplified(text), text);
/// ```
#[must_use]
pub fn simplified(text: &str) -> Cow<'_, str> {
    let (mut han, mut other) = (0_usize, 0_usize);
    for letter in text.chars().filter(|letter| super::is_han(*letter)) {
        han += 1;
        other += usize::from(simple(letter).is_some());
    }
    if other == 0 || other * ONE_OF < han {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|letter| mark(letter).or_else(|| simple(letter)).unwrap_or(letter)).collect())
}

fn simple(letter: char) -> Option<char> {
    let letter = u16::try_from(u32::from(letter)).ok()?;
    let at = SIMPLIFIED.binary_search_by_key(&letter, |(from, _)| *from).ok()?;
    SIMPLIFIED.get(at).and_then(|(_, to)| char::from_u32(u32::from(*to)))
}

fn mark(letter: char) -> Option<char> {
    match letter {
        '「' => Some('“'),
        '」' => Some('”'),
        '『' => Some('‘'),
        '』' => Some('’'),
        _ => None,
    }
}

include!(concat!(env!("OUT_DIR"), "/traditional.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_stays_at_its_byte() {
        let text = "A股：檢方今（3）日表示，「將於11月5日約談」；臺北☂　𠮷野家";
        let folded = simplified(text);
        let places = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(places(&folded), places(text));
        assert_eq!(folded, "A股：检方今（3）日表示，“将于11月5日约谈”；台北☂　𠮷野家");
    }

    #[test]
    fn a_simplified_text_that_quotes_some_traditional_letters_stays() {
        let text = "招牌上写着「國術館」三个字，门口的老人说，这块匾挂了一百多年，从来没有换过，也没有人想换。";
        assert!(matches!(simplified(text), Cow::Borrowed(_)));
        assert!(matches!(simplified("只有 letters。"), Cow::Borrowed(_)));
    }

    #[test]
    fn no_letter_is_folded_twice() {
        for (_, to) in SIMPLIFIED {
            assert!(!SIMPLIFIED.iter().any(|(from, _)| from == to), "{to:x}");
        }
    }
}
