//! Reading one time at one place of a text, by hand: pages write times in a few forms, often glued together.

use chrono::{NaiveDate, NaiveTime};

use super::{
    Precision,
    clock::{Day, Stamp},
};

/// A place in a text whose letters are folded.
pub(super) struct Scan<'t> {
    /// The letters.
    pub(super) letters: &'t [char],
    /// The place.
    pub(super) at: usize,
}

impl Scan<'_> {
    fn letter(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn has(&self, ahead: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(at, letter)| self.letter(ahead + at) == letter)
    }

    /// How many digits stand here.
    pub(super) fn digits(&self) -> usize {
        self.digits_at(0)
    }

    fn digits_at(&self, ahead: usize) -> usize {
        self.letters[(self.at + ahead).min(self.letters.len())..].iter().take_while(|l| l.is_ascii_digit()).count()
    }

    fn number(&self, ahead: usize, len: usize) -> u32 {
        (0..len.min(9)).fold(0, |sum, at| sum * 10 + self.letter(ahead + at).to_digit(10).unwrap_or(0))
    }

    fn spaces(&self, ahead: usize) -> usize {
        (0..self.letters.len()).take_while(|at| self.letter(ahead + at) == ' ').count()
    }

    /// The time that begins here, and where it ends.
    pub(super) fn stamp(&self) -> Option<(Stamp, usize)> {
        let before = self.at.checked_sub(1).map_or(' ', |at| self.letters[at]);
        if self.letter(0).is_ascii_digit() {
            if before.is_ascii_digit() {
                return None;
            }
            return self.date().or_else(|| self.ago()).or_else(|| self.month_day());
        }
        self.word()
    }

    /// `2025-11-12`, `2025年11月12日`, and a clock behind it.
    fn date(&self) -> Option<(Stamp, usize)> {
        let long = self.digits_at(0) >= 4;
        let year = i32::try_from(self.number(0, if long { 4 } else { 2 })).ok()?;
        if long && (self.digits_at(0) != 4 || !(1995..2100).contains(&year)) {
            return None;
        }
        if !long {
            return None;
        }
        let mut ahead = 4 + self.spaces(4);
        let sign = self.letter(ahead);
        if !matches!(sign, '-' | '/' | '.' | '年') {
            return None;
        }
        ahead += 1;
        ahead += self.spaces(ahead);
        let digits = self.digits_at(ahead).min(2);
        let month = self.number(ahead, digits);
        ahead += digits;
        ahead += self.spaces(ahead);
        if digits == 0 || !matches!(self.letter(ahead), '-' | '/' | '.' | '月') {
            return None;
        }
        ahead += 1;
        ahead += self.spaces(ahead);
        let digits = self.digits_at(ahead).min(2);
        let day = self.number(ahead, digits);
        ahead += digits;
        if matches!(self.letter(ahead + self.spaces(ahead)), '日' | '号') {
            ahead += self.spaces(ahead) + 1;
        }
        let date = NaiveDate::from_ymd_opt(year, month, day).filter(|_| digits > 0)?;
        Some(self.with_clock(Day::Date(date), ahead))
    }

    /// `11-12`, `11月12日`, and a clock behind it.
    fn month_day(&self) -> Option<(Stamp, usize)> {
        let digits = self.digits();
        let mut ahead = digits + self.spaces(digits);
        let month = self.number(0, digits);
        let sign = self.letter(ahead);
        if digits > 2 || !matches!(sign, '-' | '/' | '月') || !(1..=12).contains(&month) {
            return None;
        }
        ahead += 1;
        ahead += self.spaces(ahead);
        let digits = self.digits_at(ahead);
        let day = self.number(ahead, digits);
        ahead += digits;
        if !(1..=2).contains(&digits) || !(1..=31).contains(&day) {
            return None;
        }
        if sign == '月' {
            ahead += self.spaces(ahead);
            if !matches!(self.letter(ahead), '日' | '号') {
                return None;
            }
            ahead += 1;
        } else if self.letter(ahead) == sign {
            return None;
        }
        Some(self.with_clock(Day::OfYear(month, day), ahead))
    }

    /// `8小时前`.
    fn ago(&self) -> Option<(Stamp, usize)> {
        const UNITS: [(&str, i64, Precision); 8] = [
            ("秒", 0, Precision::Minute),
            ("分钟", 1, Precision::Minute),
            ("分鐘", 1, Precision::Minute),
            ("分", 1, Precision::Minute),
            ("小时", 60, Precision::Hour),
            ("小時", 60, Precision::Hour),
            ("天", 1440, Precision::Day),
            ("日", 1440, Precision::Day),
        ];
        let digits = self.digits();
        let ahead = digits + self.spaces(digits);
        let (unit, minutes, precision) = UNITS.iter().find(|(unit, ..)| self.has(ahead, unit))?;
        let end = ahead + unit.chars().count();
        let end = end + self.spaces(end);
        if digits > 4 || self.letter(end) != '前' {
            return None;
        }
        let count = i64::from(self.number(0, digits));
        let day = match precision {
            Precision::Day => Day::DaysAgo(count),
            _ => Day::MinutesAgo(count * minutes, *precision),
        };
        Some((Stamp { day, clock: None, offset: None, span: 0..0 }, self.at + end + 1))
    }

    /// `刚刚`, `昨天 08:30`.
    fn word(&self) -> Option<(Stamp, usize)> {
        const DAYS: [(&str, i64); 8] =
            [("今天", 0), ("今日", 0), ("昨天", 1), ("昨日", 1), ("昨晚", 1), ("前天", 2), ("前日", 2), ("大前天", 3)];
        let plain = |day| Stamp { day, clock: None, offset: None, span: 0..0 };
        for (word, minutes, precision) in [("刚刚", 0, Precision::Minute), ("半小时前", 30, Precision::Minute)] {
            if self.has(0, word) {
                let end = self.at + word.chars().count();
                return Some((plain(Day::MinutesAgo(minutes, precision)), end));
            }
        }
        let (word, days) = DAYS.iter().find(|(word, _)| self.has(0, word))?;
        Some(self.with_clock(Day::DaysAgo(*days), word.chars().count()))
    }

    /// A clock that may follow a day, and the zone that may follow the clock.
    fn with_clock(&self, day: Day, ahead: usize) -> (Stamp, usize) {
        let mut stamp = Stamp { day, clock: None, offset: None, span: 0..0 };
        let mut at = ahead;
        // Between day and clock: T, spaces, a weekday in brackets, a bar, a word for the part of the day.
        while at < ahead + 12 && !self.letter(at).is_ascii_digit() {
            let letter = self.letter(at);
            let passes = matches!(letter, ' ' | 't' | '|' | ',' | '(' | ')' | '[' | ']' | '/' | '-' | '·')
                || "星期周一二三四五六日天上下午凌晨早中晚间傍时间北京am.p:".contains(letter);
            if !passes {
                return (stamp, self.at + ahead);
            }
            at += 1;
        }
        let part: String = self.letters
            [(self.at + ahead).min(self.letters.len())..(self.at + at).min(self.letters.len())]
            .iter()
            .collect();
        let Some((clock, end)) = self.clock(at, &part) else { return (stamp, self.at + ahead) };
        stamp.clock = Some(clock);
        let zone = end + self.spaces(end);
        if self.letter(zone) == 'z' && !self.letter(zone + 1).is_alphanumeric() {
            stamp.offset = Some(0);
        } else if matches!(self.letter(zone), '+' | '-') && zone == end && self.digits_at(zone + 1) >= 2 {
            let hours = self.number(zone + 1, 2);
            let colon = usize::from(self.letter(zone + 3) == ':');
            let minutes = self.number(zone + 3 + colon, 2);
            let seconds = i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0);
            stamp.offset = Some(if self.letter(zone) == '-' { -seconds } else { seconds });
        }
        (stamp, self.at + end)
    }

    fn clock(&self, at: usize, part: &str) -> Option<(NaiveTime, usize)> {
        let digits = self.digits_at(at);
        let mut hour = self.number(at, digits);
        let mut end = at + digits + self.spaces(at + digits);
        if !(1..=2).contains(&digits) || hour > 24 || !matches!(self.letter(end), ':' | '时' | '点' | '時' | '點') {
            return None;
        }
        end += 1;
        end += self.spaces(end);
        let digits = self.digits_at(end);
        if !(1..=2).contains(&digits) {
            return None;
        }
        let minute = self.number(end, digits);
        end += digits;
        let mut second = 0;
        if matches!(self.letter(end), ':' | '分') {
            let seconds = self.digits_at(end + 1);
            if (1..=2).contains(&seconds) {
                second = self.number(end + 1, seconds);
                end += 1 + seconds;
            } else {
                end += 1;
            }
            // Fractions of a second.
            if self.letter(end) == '.' {
                end += 1 + self.digits_at(end + 1);
            }
        }
        let behind = end + self.spaces(end);
        let after_noon = ["pm", "p.m", "下午", "晚"].iter().any(|word| self.has(behind, word))
            || ["下午", "晚", "傍晚", "pm"].iter().any(|word| part.contains(word));
        if after_noon && hour < 12 {
            hour += 12;
        }
        if (part.contains("凌晨") || self.has(behind, "am")) && hour == 12 {
            hour = 0;
        }
        Some((NaiveTime::from_hms_opt(hour % 24, minute, second.min(59))?, end))
    }
}
