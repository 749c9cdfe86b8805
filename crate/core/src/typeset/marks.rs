//! Quotes and punctuation. Each is judged by the letters around it, never by other marks: what one change does cannot
//! make another one right or wrong, and a text that was set is set.

use super::{
    Edit,
    letters::{Kind, Letter, Letters},
};

/// From so many words on, a stretch without Chinese is a sentence of its own, with its own punctuation.
const SENTENCE: u32 = 4;

/// Fewer Chinese characters are no sentence that a full stop could end.
const SHORT: usize = 8;

pub(super) fn edits(letters: &mut Letters) -> Vec<Edit> {
    let mut changes: Vec<(usize, &'static str)> = Vec::new();
    double_quotes(letters, &mut changes);
    single_quotes(letters, &mut changes);
    brackets(letters, &mut changes);
    for index in 0..letters.all.len() {
        changes.extend(punctuation(letters, index).map(|mark| (index, mark)));
    }
    let mut edits = Vec::with_capacity(changes.len());
    for (index, insert) in changes {
        let end = letters.end(index);
        if let Some(letter) = letters.all.get_mut(index) {
            edits.push(Edit { range: letter.at..end, insert });
            letter.sign = insert.chars().next().unwrap_or(letter.sign);
        }
    }
    edits
}

/// How many Chinese characters stand before each letter, to ask a stretch for its own.
fn han_before(letters: &Letters) -> Vec<usize> {
    let mut count = 0;
    let counts = letters.all.iter().map(|letter| {
        let before = count;
        count += usize::from(letter.kind == Kind::Han);
        before
    });
    counts.collect()
}

/// Whether Chinese stands in a stretch, or at one of its sides in a text that is Chinese.
fn is_chinese(letters: &Letters, han: &[usize], open: usize, close: usize) -> bool {
    let inside = han.get(close) > han.get(open);
    let (before, behind) =
        (letters.get(Some(open)).and_then(|one| one.before), letters.get(Some(close)).and_then(|one| one.behind));
    inside || letters.chinese && (before == Some(Kind::Han) || behind == Some(Kind::Han))
}

fn double_quotes(letters: &Letters, changes: &mut Vec<(usize, &'static str)>) {
    let mut quotes: Vec<usize> = Vec::new();
    for (index, letter) in letters.all.iter().enumerate() {
        let opens = quotes.len().is_multiple_of(2);
        // Behind a digit, with no quotation open, it says inches.
        let inches = opens && letters.get(index.checked_sub(1)).is_some_and(|one| one.kind == Kind::Digit);
        if letter.sign == '"' && !letter.kept && !inches {
            quotes.push(index);
        }
    }
    if !quotes.len().is_multiple_of(2) {
        return;
    }
    let han = han_before(letters);
    for pair in quotes.chunks_exact(2) {
        let [open, close] = [pair[0], pair[1]];
        if close > open + 1 && is_chinese(letters, &han, open, close) {
            changes.extend([(open, "“"), (close, "”")]);
        }
    }
}

/// Single quotes with Chinese in them; an apostrophe stands in a word.
fn single_quotes(letters: &Letters, changes: &mut Vec<(usize, &'static str)>) {
    let han = han_before(letters);
    let is_word =
        |index: Option<usize>| letters.get(index).is_some_and(|one| matches!(one.kind, Kind::Latin | Kind::Digit));
    let mut open: Option<usize> = None;
    for (index, letter) in letters.all.iter().enumerate() {
        if letter.sign == '\n' {
            open = None;
        }
        if letter.sign != '\'' || letter.kept {
            continue;
        }
        match open {
            Some(start) if !is_word(Some(index + 1)) => {
                if han.get(index) > han.get(start) {
                    changes.extend([(start, "‘"), (index, "’")]);
                }
                open = None;
            }
            None if !is_word(index.checked_sub(1)) => open = Some(index),
            _ => {}
        }
    }
}

/// Round brackets: around Chinese, or behind it.
fn brackets(letters: &Letters, changes: &mut Vec<(usize, &'static str)>) {
    let han = han_before(letters);
    let mut open: Vec<(usize, Option<Kind>)> = Vec::new();
    let mut nearest: Option<Kind> = None;
    for (index, letter) in letters.all.iter().enumerate() {
        match letter.sign {
            _ if letter.kept => {}
            '(' | '（' => open.push((index, nearest)),
            ')' | '）' => {
                let Some((start, before)) = open.pop() else { continue };
                let wide = letters.get(Some(start)).is_some_and(|one| one.sign == '（') || letter.sign == '）';
                let behind_han = letters.chinese && before == Some(Kind::Han);
                if wide || behind_han || han.get(index) > han.get(start) {
                    if letters.get(Some(start)).is_some_and(|one| one.sign == '(') {
                        changes.push((start, "（"));
                    }
                    if letter.sign == ')' {
                        changes.push((index, "）"));
                    }
                }
            }
            _ => {}
        }
        if letter.kind != Kind::Space {
            nearest = Some(letter.kind);
        }
    }
}

/// What a half-width mark becomes, where it stands in Chinese.
fn punctuation(letters: &Letters, index: usize) -> Option<&'static str> {
    let letter = letters.get(Some(index))?;
    if letter.kept {
        return None;
    }
    let wide = match letter.sign {
        ',' => "，",
        ':' => "：",
        ';' => "；",
        '?' => "？",
        '!' => "！",
        '.' => return full_stop(letters, index),
        _ => return None,
    };
    let face = matches!(letter.sign, ':' | ';')
        && letters.get(Some(index + 1)).is_some_and(|next| matches!(next.sign, ')' | '）' | '-'));
    (!face && !in_number(letters, index) && in_chinese(letters, letter)).then_some(wide)
}

/// Between two letters or digits without a gap it is part of a number, a time, a ratio, a name.
fn in_number(letters: &Letters, index: usize) -> bool {
    let narrow =
        |index: Option<usize>| letters.get(index).is_some_and(|one| matches!(one.kind, Kind::Latin | Kind::Digit));
    narrow(index.checked_sub(1)) && narrow(Some(index + 1))
}

fn in_chinese(letters: &Letters, letter: &Letter) -> bool {
    match (letter.before, letter.behind) {
        (Some(Kind::Han), Some(Kind::Han) | None) => true,
        (Some(Kind::Han), Some(_)) => letters.chinese,
        (Some(_), Some(Kind::Han)) => letters.chinese && letter.words < SENTENCE,
        _ => false,
    }
}

/// A full stop ends the text, behind Chinese and at least a few words of it.
fn full_stop(letters: &Letters, index: usize) -> Option<&'static str> {
    let last = letters.all.iter().skip(index + 1).all(|one| matches!(one.sign, '"' | '”' | '\'' | '’' | ' '));
    let direct = letters.get(index.checked_sub(1)).is_some_and(|one| one.kind == Kind::Han);
    let long = letters.all.iter().filter(|one| one.kind == Kind::Han).take(SHORT).count() == SHORT;
    (last && direct && long).then_some("。")
}
