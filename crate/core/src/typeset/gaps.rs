//! The gaps: between Chinese and Latin letters, and beside punctuation that brings its own.

use super::{
    Edit, Spacing,
    letters::{Kind, Letter, Letters},
};

pub(super) fn edits(letters: &Letters, spacing: Spacing) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut before: Option<&Letter> = None;
    let mut index = 0;
    while let Some(letter) = letters.all.get(index) {
        if letter.kind != Kind::Space {
            if let Some(before) = before
                && spacing == Spacing::Spaced
                && is_border(before, letter)
            {
                edits.push(Edit { range: letter.at..letter.at, insert: " " });
            }
            before = Some(letter);
            index += 1;
            continue;
        }
        let run = letters.all.iter().skip(index).take_while(|one| one.kind == Kind::Space).count();
        let behind = letters.all.get(index + run);
        if let (Some(left), Some(right)) = (before, behind) {
            let range = letter.at..right.at;
            if is_set_off(left, right) || spacing == Spacing::Tight && is_border(left, right) {
                edits.push(Edit { range, insert: "" });
            } else if is_border(left, right) && (run > 1 || letter.sign != ' ') {
                edits.push(Edit { range, insert: " " });
            }
        }
        // The next letter is already parted from what stands before.
        before = None;
        index += run;
        if let Some(right) = behind {
            before = Some(right);
            index += 1;
        }
    }
    edits
}

/// Whether Chinese meets Latin letters, digits or their signs here.
fn is_border(left: &Letter, right: &Letter) -> bool {
    let ends = matches!(left.kind, Kind::Latin | Kind::Digit) || matches!(left.sign, '%' | '℃' | '°' | '+');
    let begins = matches!(right.kind, Kind::Latin | Kind::Digit) || matches!(right.sign, '$' | '¥' | '￥' | '€' | '£');
    left.kind == Kind::Han && begins || ends && right.kind == Kind::Han
}

/// Whether one of two letters has its own gap, so that a space between them is one too many.
fn is_set_off(left: &Letter, right: &Letter) -> bool {
    let chinese = |one: &Letter| one.kind == Kind::Han || is_wide(one.sign);
    is_wide(left.sign)
        || is_wide(right.sign)
        || matches!(left.sign, '“' | '‘') && chinese(right)
        || matches!(right.sign, '”' | '’') && chinese(left)
        || matches!(right.sign, '“' | '‘') && chinese(left)
        || matches!(left.sign, '”' | '’') && chinese(right)
}

fn is_wide(letter: char) -> bool {
    matches!(
        letter,
        '，' | '。'
            | '；'
            | '：'
            | '？'
            | '！'
            | '、'
            | '（'
            | '）'
            | '《'
            | '》'
            | '「'
            | '」'
            | '『'
            | '』'
            | '【'
            | '】'
            | '〈'
            | '〉'
    )
}
