//! Sentences and clauses of Chinese prose.

use std::ops::Range;

/// The sentences of a text, as byte ranges without white space at their ends.
///
/// A sentence ends after `。！？!?…` and any closing quotes or brackets that follow, at a line end, and at
/// an ASCII full stop only where white space or the end follows and no letter or digit stands right after.
/// A mark inside a quotation that goes on after it (「真的吗？」他问) does not end the sentence.
///
/// ```
/// let text = "他问：“真的吗？”没人回答。第二天，雨停了！";
/// let parts: Vec<&str> = qingdu_core::text::sentences(text).into_iter().map(|range| &text[range]).collect();
/// assert_eq!(parts, ["他问：“真的吗？”没人回答。", "第二天，雨停了！"]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    split(text, ends_sentence)
}

/// The clauses of a text, as byte ranges: what stands between commas, semicolons, colons, dashes and the
/// ends of sentences. The marks themselves are left out; white space is not.
#[must_use]
pub fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    for (index, (at, letter)) in letters.iter().enumerate() {
        let next = letters.get(index + 1).map(|(_, next)| *next);
        if ends_clause(*letter, index.checked_sub(1).and_then(|before| letters.get(before)).map(|(_, b)| *b), next) {
            push(text, start..*at, &mut parts);
            start = at + letter.len_utf8();
        }
    }
    push(text, start..text.len(), &mut parts);
    parts
}

fn split(text: &str, ends: fn(char, Option<char>) -> bool) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        if !ends(letter, next) {
            continue;
        }
        let mut end = at + letter.len_utf8();
        let mut quoted = false;
        while let Some((at, closing)) = letters.next_if(|(_, next)| is_closing(*next) || ends(*next, None)) {
            quoted |= matches!(closing, '”' | '’' | '」' | '』');
            end = at + closing.len_utf8();
        }
        // 「真的吗？」他问。 — the sentence goes on behind the quotation, unless a new one plainly begins.
        let goes_on = letters.peek().is_some_and(|(_, next)| continues(*next));
        if quoted && goes_on && !matches!(letter, '。' | '\n') {
            continue;
        }
        push(text, start..end, &mut parts);
        start = end;
    }
    push(text, start..text.len(), &mut parts);
    parts
}

fn push(text: &str, range: Range<usize>, parts: &mut Vec<Range<usize>>) {
    let whole = &text[range.clone()];
    let start = range.start + (whole.len() - whole.trim_start().len());
    let end = start + whole.trim().len();
    if start < end {
        parts.push(start..end);
    }
}

fn ends_sentence(letter: char, next: Option<char>) -> bool {
    match letter {
        '。' | '！' | '？' | '!' | '?' | '\n' => true,
        '…' => next.is_none_or(|next| next.is_whitespace() || is_closing(next)),
        '.' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

fn ends_clause(letter: char, before: Option<char>, next: Option<char>) -> bool {
    let digit = |side: Option<char>| side.is_some_and(|side| side.is_ascii_digit());
    match letter {
        '，' | '；' | ';' | '。' | '！' | '？' | '!' | '?' | '—' | '…' | '\n' => true,
        ',' | '：' | ':' => !(digit(before) && digit(next)),
        _ => false,
    }
}

fn is_closing(letter: char) -> bool {
    matches!(letter, '”' | '’' | '」' | '』' | '）' | ')' | '】' | '》' | '〉' | ']')
}

fn continues(letter: char) -> bool {
    !letter.is_whitespace() && !matches!(letter, '“' | '‘' | '「' | '『')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let cases: [(&str, &[&str]); 6] = [
            ("股价跌了 1.5%。后来回升。", &["股价跌了 1.5%。", "后来回升。"]),
            ("“走吧！”他说。雨停了。", &["“走吧！”他说。", "雨停了。"]),
            ("他说：“我不去。”第二天，他还是去了。", &["他说：“我不去。”", "第二天，他还是去了。"]),
            ("一段\n又一段", &["一段", "又一段"]),
            ("真的？！是的……", &["真的？！", "是的……"]),
            ("见 example.com/a.html 一文. 完", &["见 example.com/a.html 一文.", "完"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_clock_time_and_a_thousands_comma_do_not_part_a_clause() {
        let text = "当天20:30，会场坐了1,200人；气氛热烈。";
        let found: Vec<&str> = clauses(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["当天20:30", "会场坐了1,200人", "气氛热烈"]);
    }
}
