//! A text letter by letter, each with its kind and the kinds of its neighbours.

use crate::text::is_han;

/// What a letter is for setting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A Chinese character, or a kana.
    Han,
    /// A letter of another script that is set with gaps.
    Latin,
    /// A digit.
    Digit,
    /// A space; not the ideographic one, which is as wide as a letter and stands where it is meant to.
    Space,
    /// Anything else.
    Mark,
}

/// One letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// The letter as it will be: marks change.
    pub(super) sign: char,
    pub(super) kind: Kind,
    /// It is part of an address or of code.
    pub(super) kept: bool,
    /// The kind of the nearest letter or digit before it, and behind it, across marks and spaces.
    pub(super) before: Option<Kind>,
    pub(super) behind: Option<Kind>,
    /// How many words the stretch without Chinese before it has.
    pub(super) words: u32,
}

/// A text.
#[derive(Debug)]
pub(super) struct Letters {
    pub(super) all: Vec<Letter>,
    /// Whether the text is Chinese with other words in it, and not the other way round.
    pub(super) chinese: bool,
    pub(super) len: usize,
}

impl Letters {
    pub(super) fn of(text: &str) -> Letters {
        let mut all: Vec<Letter> = Vec::with_capacity(text.len() / 2);
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let kind = kind(letter);
            all.push(Letter { at, sign: letter, kind, kept: false, before, behind: None, words: 0 });
            if matches!(kind, Kind::Han | Kind::Latin | Kind::Digit) {
                before = Some(kind);
            }
        }
        let mut behind = None;
        for letter in all.iter_mut().rev() {
            letter.behind = behind;
            if matches!(letter.kind, Kind::Han | Kind::Latin | Kind::Digit) {
                behind = Some(letter.kind);
            }
        }
        Letters { all, chinese: false, len: text.len() }
    }

    /// Counts the words, once it is known what is kept: an address is none.
    pub(super) fn count_words(&mut self) {
        let (mut han, mut words, mut run, mut in_word) = (0_u32, 0_u32, 0_u32, false);
        for letter in &mut self.all {
            letter.words = run;
            match letter.kind {
                Kind::Han => {
                    han += 1;
                    run = 0;
                }
                Kind::Latin if !in_word && !letter.kept => {
                    words += 1;
                    run += 1;
                }
                _ => {}
            }
            // What an apostrophe or a digit parts is one word.
            in_word = matches!(letter.kind, Kind::Latin | Kind::Digit)
                || in_word && matches!(letter.sign, '\'' | '’' | '-' | '.');
        }
        self.chinese = han >= words;
    }

    /// Where the letter after one begins.
    pub(super) fn end(&self, index: usize) -> usize {
        self.all.get(index + 1).map_or(self.len, |next| next.at)
    }

    pub(super) fn get(&self, index: Option<usize>) -> Option<&Letter> {
        self.all.get(index?)
    }
}

fn kind(letter: char) -> Kind {
    match letter {
        ' ' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => Kind::Space,
        '0'..='9' => Kind::Digit,
        'a'..='z' | 'A'..='Z' => Kind::Latin,
        'ぁ'..='ヿ' => Kind::Han,
        _ if is_han(letter) => Kind::Han,
        // Full-width letters and digits are as wide as Chinese: there is no gap to them.
        '\u{ff00}'..='\u{ffef}' | '\u{3000}'..='\u{303f}' => Kind::Mark,
        _ if letter.is_alphabetic() => Kind::Latin,
        _ => Kind::Mark,
    }
}
