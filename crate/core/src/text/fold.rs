//! Folding for matching: one letter in, one letter out, so that positions in letters stay the same.

/// The form of a letter that rules are written in: full width becomes half width, the quotes, dashes and
/// spaces of a kind become one, Latin letters become lower case.
///
/// This is the part of NFKC that Chinese news pages need, kept to one letter for one letter.
#[must_use]
pub fn fold_char(letter: char) -> char {
    match letter {
        '\u{3400}'..='\u{9fff}' => letter,
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t' | '\n' | '\r' => ' ',
        '“' | '”' | '„' | '‟' | '「' | '」' | '『' | '』' | '〝' | '〞' | '＂' => '"',
        '‘' | '’' | '＇' => '\'',
        '—' | '–' | '―' | '‒' | '－' | '−' | '─' => '-',
        '～' | '〜' | '∼' => '~',
        '·' | '・' | '•' | '‧' | '∙' => '·',
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter);
            narrow.to_ascii_lowercase()
        }
        _ => letter.to_ascii_lowercase(),
    }
}

/// [`fold_char`] over a text. The result has as many letters as the text.
///
/// ```
/// assert_eq!(qingdu_core::text::fold("２０２５年「ＡＩ」"), "2025年\"ai\"");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

/// Whether the letter is a Chinese character.
#[must_use]
pub fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '〇' | '\u{20000}'..='\u{3ffff}')
}

/// Whether the letter is one of a word: what `char::is_alphanumeric` says, without its search for the letters and signs
/// that Chinese texts are made of.
#[must_use]
pub fn speaks(letter: char) -> bool {
    if matches!(letter, '\u{4e00}'..='\u{9fff}') {
        return true;
    }
    let sign = matches!(letter,
        '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}');
    !sign && (is_han(letter) || letter.is_alphanumeric())
}

/// Appends `part` to `text`, every run of white space folded to one space, none at the beginning.
pub fn push_folded(text: &mut String, part: &str) {
    for letter in part.chars() {
        if !letter.is_whitespace() {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
}
