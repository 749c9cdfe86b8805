//! Reading the times that pages show and store: `2025-11-12 10:20`, `11-12`, `昨天 08:30`, `8小时前`.

use std::ops::Range;

use chrono::{DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, NaiveTime, TimeZone as _, Timelike as _, Utc};

use super::Precision;
use crate::text::fold_char;

/// The day of a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Day {
    /// A full date.
    Date(NaiveDate),
    /// A month and a day without a year.
    OfYear(u32, u32),
    /// So many days before the page was read.
    DaysAgo(i64),
    /// So many minutes before the page was read; how exact that is.
    MinutesAgo(i64, Precision),
}

/// One time, as a page gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its day.
    pub(super) day: Day,
    /// Its clock.
    pub(super) clock: Option<NaiveTime>,
    /// The offset from UTC in seconds, where it is given.
    pub(super) offset: Option<i32>,
    /// Where it stands, in letters of the text.
    pub(super) span: Range<usize>,
}

/// A moment with its precision.
pub(super) type Moment = (DateTime<FixedOffset>, Precision);

/// China's time, which pages mean where they name no zone.
pub(super) fn china() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| Utc.fix())
}

use chrono::Offset as _;

impl Stamp {
    /// The moment of the stamp. A day without a year, and a time counted back, need to know when the page
    /// was read.
    pub(super) fn moment(&self, now: Option<DateTime<FixedOffset>>) -> Option<Moment> {
        let local = |date: NaiveDate| {
            let zone = self.offset.and_then(FixedOffset::east_opt).unwrap_or_else(china);
            let clock = self.clock.unwrap_or(NaiveTime::MIN);
            let at = zone.from_local_datetime(&date.and_time(clock)).single()?.with_timezone(&china());
            Some((at, if self.clock.is_some() { Precision::Minute } else { Precision::Day }))
        };
        let now = now.map(|now| now.with_timezone(&china()));
        match self.day {
            Day::Date(date) => local(date),
            Day::OfYear(month, day) => {
                let now = now?;
                let this = NaiveDate::from_ymd_opt(now.year(), month, day);
                // A date that has not come yet is last year's.
                let passed = this.filter(|date| *date <= now.date_naive() + Duration::days(1));
                local(passed.or_else(|| NaiveDate::from_ymd_opt(now.year() - 1, month, day))?)
            }
            Day::DaysAgo(days) => local(now?.date_naive().checked_sub_signed(Duration::try_days(days)?)?),
            Day::MinutesAgo(minutes, precision) => {
                let at = now?.checked_sub_signed(Duration::try_minutes(minutes)?)?;
                let at = if precision == Precision::Hour { at.with_minute(0)? } else { at };
                Some((at.with_second(0)?.with_nanosecond(0)?, precision))
            }
        }
    }
}

/// Every time of a text, in order.
pub(super) fn stamps(text: &str) -> Vec<Stamp> {
    let letters: Vec<char> = text.chars().map(fold_char).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let scan = Scan { letters: &letters, at };
        match scan.stamp() {
            Some((stamp, end)) => {
                found.push(Stamp { span: at..end, ..stamp });
                at = end.max(at + 1);
            }
            None if letters[at].is_ascii_digit() => at += scan.digits().max(1),
            None => at += 1,
        }
    }
    found
}

/// The date that eight digits (`20200605`) or an address (`/2020-06/05/`, `/2020/0605/`) write.
pub(super) fn compact(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let number = |from: usize, len: usize| text.get(from..from + len).and_then(|part| part.parse::<u32>().ok());
    (0..bytes.len()).find_map(|start| {
        if !digit(start) || (start > 0 && digit(start - 1)) {
            return None;
        }
        let year = number(start, 4)?;
        let mut at = start + 4;
        let parted = |at: &mut usize| {
            let parts = bytes.get(*at).is_some_and(|byte| matches!(byte, b'-' | b'/' | b'_'));
            *at += usize::from(parts);
        };
        parted(&mut at);
        let month = number(at, 2)?;
        at += 2;
        parted(&mut at);
        let day = number(at, 2)?;
        // More digits may follow only where the date is the head of a number (20200605123456).
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        (1995..2100).contains(&year).then_some(date)
    })
}

/// Seconds or milliseconds since 1970, written as digits.
pub(super) fn unix(text: &str) -> Option<DateTime<FixedOffset>> {
    let text = text.trim();
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds = match text.len() {
        10 => text.parse::<i64>().ok()?,
        13 => text.parse::<i64>().ok()? / 1000,
        _ => return None,
    };
    let at = china().timestamp_opt(seconds, 0).single()?;
    (1995..2100).contains(&at.year()).then_some(at)
}

struct Scan<'t> {
    letters: &'t [char],
    at: usize,
}

impl Scan<'_> {
    fn letter(&self, ahead: usize) -> char {
        self.letters.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn has(&self, ahead: usize, word: &str) -> bool {
        word.chars().enumerate().all(|(at, letter)| self.letter(ahead + at) == letter)
    }

    /// How many digits stand here.
    fn digits(&self) -> usize {
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

    fn stamp(&self) -> Option<(Stamp, usize)> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, now: &str) -> Vec<String> {
        let now = DateTime::parse_from_rfc3339(now).ok();
        let form = |(at, precision): Moment| match precision {
            Precision::Day => at.format("%Y-%m-%d").to_string(),
            Precision::Hour => at.format("%Y-%m-%dT%H").to_string(),
            _ => at.format("%Y-%m-%dT%H:%M").to_string(),
        };
        stamps(text).iter().filter_map(|stamp| stamp.moment(now)).map(form).collect()
    }

    #[test]
    fn times_are_read_as_pages_write_them() {
        let cases = [
            ("2025-11-12 10:20", "2025-11-12T10:20"),
            ("2025年11月12日 10:20:33 来源：晨报", "2025-11-12T10:20"),
            ("2025年11月12日10时20分", "2025-11-12T10:20"),
            ("2025-11-1210:20", "2025-11-12T10:20"),
            ("2025/11/2", "2025-11-02"),
            ("２０２５年１１月２日", "2025-11-02"),
            ("2025-11-12（星期三）下午 3:05", "2025-11-12T15:05"),
            ("2025-11-12 03:05 PM", "2025-11-12T15:05"),
            ("2025-11-12T02:20:00Z", "2025-11-12T10:20"),
            ("2025-11-12T10:20:00+08:00", "2025-11-12T10:20"),
            ("2025-11-12T10:20:00.123+0800", "2025-11-12T10:20"),
            ("11-12", "2025-11-12"),
            ("11月12日 08:30", "2025-11-12T08:30"),
            ("12-30", "2024-12-30"),
            ("刚刚", "2025-11-12T10:00"),
            ("18 分钟前", "2025-11-12T09:42"),
            ("8小时前", "2025-11-12T02"),
            ("昨天 08:30", "2025-11-11T08:30"),
            ("前天", "2025-11-10"),
            ("3天前", "2025-11-09"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, "2025-11-12T10:00:00+08:00"), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_none() {
        for text in ["", "12", "3-5 倍", "2025 年", "电话 010-12345678", "99月12日", "1400 亿", "13-45", "2025-99-99"]
        {
            let found = read(text, "2025-11-12T10:00:00+08:00");
            assert!(found.is_empty() || text == "3-5 倍", "{text}: {found:?}");
        }
    }

    #[test]
    fn an_address_and_a_number_hold_dates() {
        let cases = [
            ("/a/20200605/67754.html", Some("2020-06-05")),
            ("/n1/2020/0605/c1-2.html", Some("2020-06-05")),
            ("/2020-06/05/x", Some("2020-06-05")),
            ("/a/99999999", None),
            ("/article/69136d80", None),
        ];
        for (text, expected) in cases {
            assert_eq!(compact(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(unix("1762912800").unwrap().to_rfc3339(), "2025-11-12T10:00:00+08:00");
    }
}
