//! Where an expression can begin: a look at two letters, or at what follows a number, before the families are asked.
//!
//! It only keeps the families from looking in vain, and must let pass whatever one of them takes.

use super::super::{
    scan::Scan,
    words::{self, Class, Classes, letters},
};

/// How many letters of a number are passed over; longer ones are asked for.
const NUMBER: usize = 24;

/// Whether an expression may begin at a position where no word of one begins.
pub(super) fn may_begin(scan: &Scan, at: usize) -> bool {
    (words::is_number(scan, at) && may_be_counted(scan, at))
        || words::begins(scan, at)
        || (scan.at(at) == '"' && words::longest(scan, at + 1, FESTIVALS).is_some())
}

/// The festivals whose name may stand in quotes.
const FESTIVALS: Classes = Classes::of(&[Class::Festival, Class::LunarFestival]);

/// Whether what follows the number at a position, or what stands in it, makes it one of a time.
fn may_be_counted(scan: &Scan, at: usize) -> bool {
    let mut points = 0;
    for at in at..at + NUMBER {
        match scan.at(at) {
            '.' => points += 1,
            _ if words::is_number(scan, at) => {}
            letter if letters::IN_NUMBERS.contains(letter) => return true,
            // 十四五期间.
            letter => return points > 1 || letters::AFTER_NUMBER.contains(letter) || scan.before(at) == '五',
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::{super::asked, *};

    /// The families are asked at every letter of the gold: what they take there must have been let pass.
    #[test]
    fn the_look_before_keeps_nothing_from_the_families() {
        let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/timex");
        let files = ["sentences", "articles"].map(|name| fs::read_dir(gold.join(name)).unwrap());
        let mut taken = 0;
        for file in files.into_iter().flatten() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let scan = Scan::of(&text);
            for at in 0..scan.len() {
                let inside = scan.at(at).is_ascii_digit() && scan.before(at).is_ascii_digit();
                let passes = !words::beginning(scan.standing(at)).is_empty() || may_begin(&scan, at);
                let Some((_, end, _)) = asked(&scan, at).filter(|_| !inside) else { continue };
                assert!(passes, "{}", &text[scan.bytes(at.saturating_sub(4), end + 4)]);
                taken += 1;
            }
        }
        assert!(taken > 1000, "{taken}");
    }

    #[test]
    fn a_number_is_looked_behind() {
        let cases =
            [("三家公司", false), ("三天", true), ("12.5亿", false), ("2025.11.12", true), ("十四五期间", true)];
        for (text, expected) in cases {
            assert_eq!(may_begin(&Scan::of(text), 0), expected, "{text}");
        }
    }
}
