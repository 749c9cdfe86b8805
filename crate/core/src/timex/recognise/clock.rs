//! Parts of the day and clock times: 凌晨3时许, 20:30, 上午9点半; not 3:2, 10秒79, 三点建议.

use super::super::{
    expression::Clock,
    number::{chinese, digit, digits},
    scan::Scan,
    words::{self, Class, Classes, letters},
};

fn narrow(value: i64) -> Option<u32> {
    u32::try_from(value).ok()
}

/// A part of the day; one letter (早, 晚) only behind a day.
pub(super) fn part(scan: &Scan, at: usize, behind: bool) -> Option<((i32, i32), usize)> {
    let word = words::of(scan, at, Class::Part)?;
    // 男子|夜里.
    if word.text == "子夜" && matches!(scan.before(at), '男' | '女' | '孩' | '学' | '父' | '母' | '妻' | '弟' | '王')
    {
        return None;
    }
    let after = at + word.length;
    if word.length == 1 {
        let clock_behind =
            scan.at(after).is_ascii_digit() && !scan.before(at).is_ascii_digit() && clock(scan, after, true).is_some();
        let other = letters::NOT_AFTER_EARLY_LATE.contains(scan.at(after));
        // 11日晚会见 is a meeting in the evening.
        let meets = scan.one_of(after, &["会见", "会晤", "于北京", "在", "点"]).is_some() && scan.at(at) == '晚';
        if !(behind || clock_behind) || (other && !meets && !clock_behind) {
            return None;
        }
    }
    Some(((word.first, word.second), word.length))
}

/// 昨晚, 今晨, 当晚: day and part in one word.
pub(super) fn day_part(scan: &Scan, at: usize) -> Option<(words::Word, (i32, i32))> {
    let word = words::longest(scan, at, Classes::of(&[Class::DayPart, Class::DayPartSame]))?;
    Some((word, (word.second / 100, word.second % 100)))
}

/// A clock time; `sure` tells that a day or a part of the day stands before it.
pub(super) fn clock(scan: &Scan, at: usize, sure: bool) -> Option<(Clock, usize)> {
    colon(scan, at, sure).or_else(|| named(scan, at, sure)).or_else(|| meridiem(scan, at))
}

/// 3pm, 11 a.m.: the hour; what it is the half of is read behind it.
fn meridiem(scan: &Scan, at: usize) -> Option<(Clock, usize)> {
    let (hour, length) = digits(scan, at).filter(|(hour, length)| (1..=12).contains(hour) && *length <= 2)?;
    let mark = scan.one_of(at + length, &["a.m.", "p.m.", "am", "pm"])?;
    let ends = !scan.at(at + length + mark).is_ascii_alphanumeric();
    ends.then_some((Clock { hour: narrow(hour)?, minute: None, second: None }, length))
}

/// 七八点: two hours that follow each other; the first.
pub(super) fn two_hours(scan: &Scan, at: usize) -> Option<i64> {
    let (first, second) = (digit(scan.at(at))?, digit(scan.at(at + 1))?);
    let pair = second == first + 1 && !scan.at(at).is_ascii_digit() && scan.at(at + 2) == '点';
    pair.then_some(first)
}

/// 20:30, 9:30:15.
fn colon(scan: &Scan, at: usize, sure: bool) -> Option<(Clock, usize)> {
    let (hour, length) = digits(scan, at).filter(|(hour, length)| *hour <= 24 && *length <= 2)?;
    let (minute, 2) = (scan.at(at + length) == ':').then(|| digits(scan, at + length + 1))?? else {
        return None;
    };
    let mut end = at + length + 3;
    if minute > 59 || (hour == 24 && minute > 0) || scan.at(end) == '.' && scan.at(end + 1).is_ascii_digit() {
        return None;
    }
    let mut second = None;
    if scan.at(end) == ':'
        && let Some((value, 2)) = digits(scan, end + 1)
        && value < 60
    {
        second = Some(narrow(value)?);
        end += 3;
    }
    if scan.at(end) == '\'' || scan.at(end) == '%' {
        return None;
    }
    if !sure && score(scan, at, end) {
        return None;
    }
    Some((Clock { hour: narrow(hour)?, minute: Some(narrow(minute)?), second }, end - at))
}

/// Whether H:MM is a score or a ratio by what stands around it.
fn score(scan: &Scan, at: usize, end: usize) -> bool {
    let behind = [
        "的比",
        "比分",
        "战胜",
        "击败",
        "大胜",
        "领先",
        "落后",
        "逆转",
        "险胜",
        "力克",
        "横扫",
        "取胜",
        "获胜",
        "拿下",
        "告负",
        "不敌",
        "平",
        "胜",
        "负",
        "的比例",
        "的优势",
    ];
    let before = [
        "比分",
        "比分为",
        "比分是",
        "打成",
        "以",
        "比例为",
        "比例",
        "比值",
        "赔率",
        "大比分",
        "总比分",
        "局",
        "盘",
        "半场",
        // Verses: 约翰福音3:16.
        "福音",
        "诗篇",
        "世记",
        "及记",
        "箴言",
        "启示录",
        "马书",
        "亚书",
        "前书",
        "后书",
    ];
    // 11:9、8:11、11:7: a score beside it has one digit, or more than a minute has.
    let other = |at: usize| {
        let (_, length) = digits(scan, at)?;
        let (value, letters) = digits(scan, at + length + 1).filter(|_| scan.at(at + length) == ':')?;
        Some(letters == 1 || value > 59)
    };
    let lists = |letter: char| matches!(letter, '、' | ',');
    let list = (lists(scan.at(end)) && other(end + 1) == Some(true))
        || (lists(scan.before(at)) && (3..=5).any(|back| at.checked_sub(back + 1).and_then(other) == Some(true)));
    list || beside_scores(scan, at)
        || scan.one_of(end, &behind).is_some()
        || before.iter().any(|word| scan.ends(at, word))
}

/// 从4:7追到11:11, 以21:25、25:22负: a number of its sentence that no clock shows.
fn beside_scores(scan: &Scan, at: usize) -> bool {
    let in_sentence = |at: &usize| !matches!(scan.at(*at), '。' | '!' | '?' | ';' | '\n' | '\0');
    let first = (at.saturating_sub(SENTENCE)..at).rev().take_while(in_sentence).last().unwrap_or(at);
    (first..at + SENTENCE).take_while(in_sentence).filter(|at| scan.at(*at) == ':').any(|colon| {
        let left = (1..=2).take_while(|back| colon.checked_sub(*back).is_some_and(|at| scan.at(at).is_ascii_digit()));
        let hour = left.last().and_then(|length| digits(scan, colon - length));
        let minute = digits(scan, colon + 1);
        matches!((hour, minute), (Some((hour, _)), Some((minute, length))) if hour > 24 || minute > 59 || length == 1)
    })
}

/// So many letters around a number belong to its sentence.
const SENTENCE: usize = 40;

/// 3时许, 8点半, 十点一刻, 9时30分15秒.
fn named(scan: &Scan, at: usize, sure: bool) -> Option<(Clock, usize)> {
    let (hour, length) = (two_hours(scan, at).filter(|_| sure).map(|hour| (hour, 2)))
        .or_else(|| digits(scan, at))
        .or_else(|| chinese(scan, at))
        .or((scan.at(at) == '两' && sure).then_some((2, 1)))?;
    if hour > 24 || length > 3 {
        return None;
    }
    let mut end = at + length;
    let unit = scan.at(end);
    let hour_mark = match unit {
        '时' => !letters::NOT_AFTER_HOUR.contains(scan.at(end + 1)),
        '点' => {
            (!letters::NOT_AFTER_POINT.contains(scan.at(end + 1))
                || (sure && (scan.at(end + 1) == '多' || (scan.at(end + 1) == '要' && scan.at(end + 2) != '求'))))
                && (!scan.at(end + 1).is_ascii_digit() || digit_minutes(scan, end + 1))
        }
        _ => false,
    };
    if !hour_mark {
        return None;
    }
    end += 1;
    if unit == '点' && scan.at(end) == '钟' {
        end += 1;
    }
    let mut clock = Clock { hour: narrow(hour)?, minute: None, second: None };
    let mut told = scan.at(end - 1) == '钟';
    if scan.at(end) == '半' && !matches!(scan.at(end + 1), '小' | '个' | '天' | '年' | '决') {
        clock.minute = Some(30);
        end += 1;
        told = true;
    } else if let Some(quarter) =
        [("一刻", 15), ("1刻", 15), ("三刻", 45), ("3刻", 45)].iter().find(|(word, _)| scan.has(end, word))
    {
        clock.minute = Some(quarter.1);
        end += 2;
        told = true;
    } else if scan.at(end) == '整' {
        clock.minute = Some(0);
        end += 1;
        told = true;
    } else if let Some((minute, length)) = minutes(scan, end, sure) {
        clock.minute = Some(narrow(minute)?);
        end += length;
        told = true;
        if let Some((second, length)) = digits(scan, end).or_else(|| chinese(scan, end))
            && second < 60
            && scan.at(end + length) == '秒'
        {
            clock.second = Some(narrow(second)?);
            end += length + 1;
        }
    }
    if !sure && !told && scan.at(at) == '一' && unit == '时' {
        return None;
    }
    (sure || told || alone(scan, at, end, unit)).then_some((clock, end - at))
}

fn digit_minutes(scan: &Scan, at: usize) -> bool {
    minutes(scan, at, false).is_some()
}

fn minutes(scan: &Scan, at: usize, sure: bool) -> Option<(i64, usize)> {
    let zero = usize::from(scan.at(at) == '零' || scan.at(at) == '过');
    let (minute, length) =
        digits(scan, at + zero).or_else(|| chinese(scan, at + zero)).filter(|(value, _)| *value < 60)?;
    if scan.at(at + zero + length) == '分'
        && !matches!(scan.at(at + zero + length + 1), '之' | '钟' | '别' | '析' | '球' | '成')
    {
        return Some((minute, zero + length + 1));
    }
    // 下午三点十五, 九点零九: without 分 only where nothing else follows.
    let next = scan.at(at + zero + length);
    let plain = zero == 1 || (10..60).contains(&minute);
    let closed = matches!(next, ',' | '。' | '、' | '\n' | ')' | '的' | ';');
    // 6点30pm.
    let half = scan.one_of(at + zero + length, &["am", "pm"]).is_some();
    (plain && (half || sure && closed && !scan.at(at).is_ascii_digit())).then_some((minute, zero + length))
}

/// Whether N点 or N时 without a day is a clock time.
fn alone(scan: &Scan, at: usize, end: usize, unit: char) -> bool {
    let behind = ["许", "左右", "前后", "之前", "之后", "以前", "以后", "起", "开始", "至", "到", "-", "~", "多", "开"];
    let before = ["在", "于", "到", "至", "从", "截至", "约", "早", "晚", "是", "近", "每天", "北京时间", "当地时间"];
    let digits = scan.at(at).is_ascii_digit();
    let marked = scan.one_of(end, &behind).is_some() || before.iter().any(|word| scan.ends(at, word));
    let bounded = matches!(scan.at(end), ',' | '\n' | '。' | ')') && matches!(scan.before(at), ',' | '\n' | '。' | '(');
    // 比赛5点才结束; not 上涨5点才止跌.
    let verb = matches!(scan.at(end), '才' | '就') && !matches!(scan.before(at), '涨' | '跌' | '升' | '降' | '有');
    match unit {
        '时' => (digits && !scan.before(at).is_ascii_alphanumeric()) || marked || bounded,
        _ => marked || bounded || verb,
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn times_of_day() {
        let cases: &[(&str, &[&str])] = &[
            ("凌晨3时许", &["凌晨3时许"]),
            ("昨晚8点半", &["昨晚8点半"]),
            ("11日20:30", &["11日20:30"]),
            ("下午三点十五,", &["下午三点十五"]),
            ("9点到11点", &["9点到11点"]),
            ("晚上七八点", &["晚上七八点"]),
            ("3pm开始", &["3pm"]),
            ("比赛5点才结束", &["5点"]),
            ("下午3点要开会", &["下午3点"]),
            ("PM2.5", &[]),
            ("上涨5点才止跌", &[]),
            ("以21:15取胜", &[]),
            ("三点建议", &[]),
            ("上涨50点", &[]),
            ("晚会开始", &[]),
            ("一时间", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
