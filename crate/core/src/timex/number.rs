//! Numbers in digits and in Chinese numerals.

use super::scan::Scan;

/// A number, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value; of 两三 the smaller.
    pub(super) value: i64,
    /// The larger end where it is a range (两三天) or vague (十多年: 11–19).
    pub(super) most: Option<i64>,
    /// Whether a half follows (两年半, 一个半月) is told by the unit, not here; this says that the number is .5.
    pub(super) half: bool,
    /// What stands behind the point, in thousandths, where it is not .5: 2.3小时.
    pub(super) thousandths: i64,
    /// Whether it is vague: 数, 几, 多, 余.
    pub(super) vague: bool,
    /// How many letters were digits (0: Chinese numerals).
    pub(super) digits: usize,
}

impl Number {
    pub(super) fn exact(value: i64, digits: usize) -> Number {
        Number { value, most: None, half: false, thousandths: 0, vague: false, digits }
    }

    /// Whether it only says that there are some: 几, 数, 多, which are read as 2 to 9 (of tens, of hundreds).
    pub(super) fn some(self) -> bool {
        self.vague && self.most == Some(self.value / 2 * 9)
    }
}

/// The digit that a letter stands for.
pub(super) fn digit(letter: char) -> Option<i64> {
    match letter {
        '0'..='9' => letter.to_digit(10).map(i64::from),
        '零' | '〇' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

/// ASCII digits at a position, without white space between them: their value and how many there are.
/// More than nine digits are no number of a date.
pub(super) fn digits(scan: &Scan, at: usize) -> Option<(i64, usize)> {
    let mut value = 0_i64;
    let mut length = 0;
    while let Some(letter) =
        scan.get(at + length).filter(|letter| letter.folded.is_ascii_digit() && (length == 0 || !letter.gap))
    {
        value = value * 10 + digit(letter.folded).unwrap_or(0);
        length += 1;
        if length > 9 {
            return None;
        }
    }
    (length > 0).then_some((value, length))
}

/// Positional Chinese numerals (二〇二五), at least `least` of them; a digit 0 or the letter O inside them is
/// their zero (一九九0, 二OOO).
pub(super) fn positional(scan: &Scan, at: usize, least: usize) -> Option<(i64, usize)> {
    let mut value = 0;
    let mut length = 0;
    while length < 5 {
        let letter = scan.at(at + length);
        let next = match letter {
            '0' | 'o' if length > 0 => Some(0),
            _ => digit(letter).filter(|_| !letter.is_ascii_digit()),
        };
        let Some(next) = next else { break };
        value = value * 10 + next;
        length += 1;
    }
    (length >= least).then_some((value, length))
}

/// The largest number that numerals are read to; what is larger is no time.
const MOST: i64 = 1_000_000_000_000;

/// Chinese numerals with units up to 亿 (三百六十五, 十五, 廿三), or one digit; value and length.
pub(super) fn chinese(scan: &Scan, at: usize) -> Option<(i64, usize)> {
    let (mut total, mut section, mut current) = (0_i64, 0_i64, None);
    let mut length = 0;
    while length < 16 {
        let letter = scan.at(at + length);
        let unit = match letter {
            '十' => 10,
            '廿' => 20,
            '卅' => 30,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ => {
                match digit(letter).or(matches!(letter, '两' | '俩').then_some(2)).filter(|_| !letter.is_ascii_digit())
                {
                    // 二五 without a unit between is positional, not this form; 两 takes a unit or stands alone.
                    Some(next) if current.is_none_or(|before| before == 0) => {
                        current = Some(next);
                        length += 1;
                        continue;
                    }
                    _ => break,
                }
            }
        };
        match unit {
            20 | 30 if section == 0 && current.is_none() => section += unit,
            10_000 | 100_000_000 if total + section + current.unwrap_or(0) > 0 => {
                total = (total + section + current.unwrap_or(0)).saturating_mul(unit).min(MOST);
                section = 0;
            }
            20 | 30 | 10_000 | 100_000_000 => break,
            _ => section += current.unwrap_or(1).max(1) * unit,
        }
        current = None;
        length += 1;
    }
    // 第零, 〇 alone is a number too.
    (length > 0).then_some((total + section + current.unwrap_or(0), length))
}

/// A plain number below 10,000 for a part of a date: digits, positional or with units.
pub(super) fn small(scan: &Scan, at: usize) -> Option<(i64, usize)> {
    digits(scan, at).or_else(|| chinese(scan, at)).filter(|(value, _)| *value < 10_000)
}

/// A count before a unit, vague ones among them: 3, 两三, 十多, 数, 几十, 2.5, 一个半 is left to the unit.
pub(super) fn count(scan: &Scan, at: usize) -> Option<(Number, usize)> {
    if let Some((value, length)) = digits(scan, at) {
        return Some(tail(scan, at, decimal(scan, at, value, length)));
    }
    if let Some(found) = vague(scan, at) {
        return Some(found);
    }
    // 两三天, 七八年: two digits that follow each other.
    let pair = |letter: char| {
        digit(letter).or(matches!(letter, '两' | '俩').then_some(2)).filter(|_| !letter.is_ascii_digit())
    };
    if let (Some(low), Some(high)) = (pair(scan.at(at)), pair(scan.at(at + 1)))
        && (high == low + 1 || (low == 3 && high == 5))
        && pair(scan.at(at + 2)).is_none()
    {
        let (scale, length) = if scan.at(at + 2) == '十' {
            (10, 3)
        } else if scan.at(at + 2) == '百' {
            (100, 3)
        } else {
            (1, 2)
        };
        let number = Number { most: Some(high * scale), vague: true, ..Number::exact(low * scale, 0) };
        return Some((number, length));
    }
    if scan.at(at) == '半' {
        return Some((Number { half: true, ..Number::exact(0, 0) }, 1));
    }
    let (value, length) = chinese(scan, at)?;
    Some(tail(scan, at, (Number::exact(value, 0), length)))
}

fn decimal(scan: &Scan, at: usize, value: i64, length: usize) -> (Number, usize) {
    if scan.at(at + length) == '.'
        && let Some((fraction, places)) = digits(scan, at + length + 1).filter(|(_, places)| *places <= 3)
    {
        let thousandths = fraction * [1000, 100, 10, 1].get(places).copied().unwrap_or(1);
        let half = thousandths == 500;
        let number = Number { half, thousandths: if half { 0 } else { thousandths }, ..Number::exact(value, length) };
        return (number, length + 1 + places);
    }
    let scaled = match scan.at(at + length) {
        '万' => value * 10_000,
        '亿' => value * 100_000_000,
        _ => return (Number::exact(value, length), length),
    };
    (Number::exact(scaled, length), length + 1)
}

/// 多, 余, 来, 几 behind a round number.
fn tail(scan: &Scan, at: usize, (number, length): (Number, usize)) -> (Number, usize) {
    let step = match number.value {
        value if value >= 1000 && value % 1000 == 0 => 1000,
        value if value >= 100 && value % 100 == 0 => 100,
        value if value >= 10 && value % 10 == 0 => 10,
        _ => return (number, length),
    };
    match scan.at(at + length) {
        '多' | '余' | '几' => (Number { most: Some(number.value + step - 1), vague: true, ..number }, length + 1),
        _ => (number, length),
    }
}

fn vague(scan: &Scan, at: usize) -> Option<(Number, usize)> {
    let (scale, length) = match scan.at(at) {
        '数' | '几' | '多' | '若' => match scan.at(at + 1) {
            '十' => (10, 2),
            '百' => (100, 2),
            '千' => (1000, 2),
            '万' => (10_000, 2),
            '干' if scan.at(at) == '若' => (1, 2),
            _ if scan.at(at) == '若' => return None,
            _ => (1, 1),
        },
        _ => return None,
    };
    Some((
        Number { value: 2 * scale, most: Some(9 * scale), half: false, thousandths: 0, vague: true, digits: 0 },
        length,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_mean_what_a_reader_reads() {
        let cases = [
            ("十五", 15, 2),
            ("二十", 20, 2),
            ("廿三", 23, 2),
            ("一百零五", 105, 4),
            ("三千六百", 3600, 4),
            ("十", 10, 1),
            ("两", 2, 1),
            ("一万二千", 12_000, 4),
        ];
        for (text, value, length) in cases {
            assert_eq!(chinese(&Scan::of(text), 0), Some((value, length)), "{text}");
        }
        assert_eq!(positional(&Scan::of("二〇二五年"), 0, 4), Some((2025, 4)));
        assert_eq!(positional(&Scan::of("一九九０年"), 0, 4), Some((1990, 4)));
        assert_eq!(positional(&Scan::of("二OOO年"), 0, 4), Some((2000, 4)));
        assert_eq!(digits(&Scan::of("12 34"), 0), Some((12, 2)));
        assert_eq!(digits(&Scan::of("12345678901"), 0), None);
    }

    #[test]
    fn vague_counts_keep_their_range() {
        let cases = [
            ("十多年", 10, Some(19), 2),
            ("两三天", 2, Some(3), 2),
            ("数月", 2, Some(9), 1),
            ("几十年", 20, Some(90), 2),
            ("30余年", 30, Some(39), 3),
        ];
        for (text, value, most, length) in cases {
            let (number, len) = count(&Scan::of(text), 0).unwrap();
            assert_eq!((number.value, number.most, len, number.vague), (value, most, length, true), "{text}");
        }
    }
}
