//! Reading the times that pages show and store: `2025-11-12 10:20`, `11-12`, `昨天 08:30`, `8小时前`.

use std::ops::Range;

use chrono::{
    DateTime, Datelike as _, Duration, FixedOffset, NaiveDate, NaiveTime, Offset as _, TimeZone as _, Timelike as _,
    Utc,
};

use super::{Precision, scan::Scan};
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

/// Whether a time may begin with a folded letter.
fn begins(letter: char) -> bool {
    matches!(letter, '0'..='9' | '刚' | '半' | '今' | '昨' | '前' | '大')
}

/// Every time of a text, in order.
pub(super) fn stamps(text: &str) -> Vec<Stamp> {
    // Most texts hold nothing that a time begins with.
    if !text.chars().any(|letter| begins(letter) || matches!(letter, '０'..='９')) {
        return Vec::new();
    }
    let letters: Vec<char> = text.chars().map(fold_char).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !begins(letters[at]) {
            at += 1;
            continue;
        }
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
