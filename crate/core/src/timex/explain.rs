//! A derivation in words that a reader of the timeline understands.

use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};

use super::value::{Amount, Derivation, Granularity, Interval, Modifier, Step, Unit, Vague, Value};

impl Derivation {
    /// How an expression came to its value, in Chinese; only the value where the expression says all of it.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use qingdu_core::timex;
    ///
    /// let published = NaiveDate::from_ymd_opt(2025, 11, 12).unwrap().and_hms_opt(2, 0, 0);
    /// let text = "上个月,团队被裁。2018 年,他还在。";
    /// let found = timex::find(text, published);
    /// let words = |timex: &timex::Timex| timex.derivation.words(&text[timex.span.clone()], &timex.value);
    /// assert_eq!(words(&found[0]), "上个月 → 2025 年 10 月，因为发布于 2025-11-12");
    /// assert_eq!(words(&found[1]), "2018 年");
    /// ```
    #[must_use]
    pub fn words(&self, expression: &str, value: &Value) -> String {
        let meaning = value_words(value);
        if self.steps.is_empty() {
            return meaning;
        }
        let why: Vec<String> = self.steps.iter().map(|step| reason(step, value)).collect();
        format!("{expression} → {meaning}，{}", why.join("，"))
    }
}

fn reason(step: &Step, value: &Value) -> String {
    match step {
        Step::FromReference(reference) => format!("因为发布于 {}", day(*reference)),
        Step::FromDate(words) => format!("从上文“{words}”算起"),
        Step::FromLater(words) => format!("从下文“{words}”算起"),
        Step::Carried(words) => {
            let what = match value {
                Value::Interval(interval) => match interval.granularity {
                    Granularity::Part | Granularity::Hour | Granularity::Minute | Granularity::Second => "日期",
                    Granularity::Day => "年月",
                    _ => "年份",
                },
                _ => "年份",
            };
            format!("{what}承上文“{words}”")
        }
        Step::LatestBefore(reference) => format!("取发布日 {} 之前最近的一个", day(*reference)),
        Step::NearestTo(reference) => format!("取离发布日 {} 最近的一个", day(*reference)),
        Step::NextAfter(reference, word) => format!("文中说“{word}”，取发布日 {} 之后最近的一个", day(*reference)),
    }
}

/// A value in words.
fn value_words(value: &Value) -> String {
    match value {
        Value::Interval(interval) => interval_words(interval),
        Value::Duration(amount) => amount_words(amount),
        Value::Set(amount) => format!("每 {}", amount_words(amount)),
        Value::Vague(Vague::Past) => "发布之前，具体时间不详".into(),
        Value::Vague(Vague::Present) => "发布之时".into(),
        Value::Vague(Vague::Future) => "发布之后，具体时间不详".into(),
        Value::Unresolved => "日期不详".into(),
    }
}

fn interval_words(interval: &Interval) -> String {
    let about = if interval.approx { "约 " } else { "" };
    match (interval.start, interval.end) {
        (Some(start), Some(end)) if interval.modifier != Some(Modifier::After) => {
            format!("{about}{}", stretch(interval, start, end))
        }
        (Some(start), _) => format!("{about}{} 起", day(start)),
        (None, Some(end)) => format!("{about}{} 之前", day(end)),
        (None, None) => "日期不详".into(),
    }
}

fn stretch(interval: &Interval, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let clock = start.format("%H:%M");
    let edge = |words: [&'static str; 3]| match interval.modifier {
        Some(Modifier::Start) => words[0],
        Some(Modifier::Mid) => words[1],
        Some(Modifier::End) => words[2],
        _ => "",
    };
    match interval.granularity {
        Granularity::Century => format!("{} 世纪{}", start.year().div_euclid(100) + 1, edge(["初", "中叶", "末"])),
        Granularity::Decade => format!("{} 年代{}", start.year().div_euclid(10) * 10, edge(["初", "中期", "末"])),
        Granularity::Year => format!("{}{}", year(start.year()), edge(["初", "年中", "底"])),
        Granularity::Half => format!("{}{}半年", year(start.year()), if start.month() < 7 { "上" } else { "下" }),
        Granularity::Quarter => {
            format!("{}第 {} 季度{}", year(start.year()), start.month0() / 3 + 1, edge(["初", "中", "末"]))
        }
        Granularity::Month => {
            format!("{} {} 月{}", year(start.year()), start.month(), edge(["上旬", "中旬", "下旬"]))
        }
        Granularity::Day => day(start),
        Granularity::Hour | Granularity::Minute | Granularity::Second if interval.clock_only => clock.to_string(),
        Granularity::Hour | Granularity::Minute => format!("{} {clock}", day(start)),
        Granularity::Second => format!("{} {}", day(start), start.format("%H:%M:%S")),
        Granularity::Part => {
            let last = if end.time() == NaiveTime::MIN { "24:00".into() } else { end.format("%H:%M").to_string() };
            let on = if interval.clock_only { String::new() } else { format!("{} ", day(start)) };
            format!("{on}{clock} 至 {last}")
        }
        Granularity::Season | Granularity::Week | Granularity::Range => format!("{} 至 {}", day(start), last(end)),
    }
}

fn year(year: i32) -> String {
    if year > 0 { format!("{year} 年") } else { format!("公元前 {} 年", 1 - year) }
}

fn day(time: NaiveDateTime) -> String {
    if time.year() > 0 {
        return time.format("%Y-%m-%d").to_string();
    }
    format!("{} {} 月 {} 日", year(time.year()), time.month(), time.day())
}

/// The last day before an end.
fn last(end: NaiveDateTime) -> String {
    let before = TimeDelta::try_seconds(1).and_then(|second| end.checked_sub_signed(second));
    day(before.unwrap_or(end))
}

fn amount_words(amount: &Amount) -> String {
    let unit = match amount.unit {
        Unit::Second => "秒",
        Unit::Minute => "分钟",
        Unit::Hour => "小时",
        Unit::Day => "天",
        Unit::Week => "周",
        Unit::Month => "个月",
        Unit::Quarter => "个季度",
        Unit::Year => "年",
    };
    let about = if amount.approx && amount.most.is_none() { "约 " } else { "" };
    match (amount.least, amount.most) {
        (Some(least), Some(most)) => format!("{least}–{most} {unit}"),
        (Some(least), None) => format!("{about}{least} {unit}"),
        (None, _) => format!("若干{unit}"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::timex::find;

    /// Every expression of a text in words, for an article of 12 November 2025.
    fn words(text: &str) -> Vec<String> {
        let published = NaiveDate::from_ymd_opt(2025, 11, 12).and_then(|day| day.and_hms_opt(2, 0, 0));
        let found = find(text, published);
        found.iter().map(|timex| timex.derivation.words(&text[timex.span.clone()], &timex.value)).collect()
    }

    #[test]
    fn derivations_in_words() {
        let cases = [
            ("上个月被裁", vec!["上个月 → 2025 年 10 月，因为发布于 2025-11-12"]),
            ("2018 年加入", vec!["2018 年"]),
            ("2023 年 5 月立项,9 月上线", vec!["2023 年 5 月", "9 月 → 2023 年 9 月，年份承上文“2023 年 5 月”"]),
            (
                "11 月 12 日宣布,次日开盘",
                vec![
                    "11 月 12 日 → 2025-11-12，取发布日 2025-11-12 之前最近的一个",
                    "次日 → 2025-11-13，从上文“11 月 12 日”算起",
                ],
            ),
            ("8 月底开始", vec!["8 月底 → 约 2025 年 8 月下旬，取发布日 2025-11-12 之前最近的一个"]),
            ("将于12月上市", vec!["12月 → 2025 年 12 月，文中说“将于”，取发布日 2025-11-12 之后最近的一个"]),
            ("公元前221年统一", vec!["公元前 221 年"]),
            ("十多年", vec!["10–19 年"]),
            ("近日", vec!["发布之前，具体时间不详"]),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text), expected, "{text}");
        }
    }
}
