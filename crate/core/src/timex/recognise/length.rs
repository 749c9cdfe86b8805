//! Lengths: 三年, 十多天, 两个半小时, 3至5个月, 1小时20分; not 三年级, 七天酒店, 10秒79.

use super::super::{
    expression::Length,
    number::{self, Number},
    scan::Scan,
    value::Unit,
    words::letters,
};

/// The units that 个 begins, longest first.
const COUNTED: [(&str, Unit, i64); 17] = [
    ("个工作日", Unit::Day, 1),
    ("个交易日", Unit::Day, 1),
    ("个半小时", Unit::Hour, 1),
    ("个半月", Unit::Month, 1),
    ("个世纪", Unit::Year, 100),
    ("个季度", Unit::Quarter, 1),
    ("个星期", Unit::Week, 1),
    ("个礼拜", Unit::Week, 1),
    ("个小时", Unit::Hour, 1),
    ("个钟头", Unit::Hour, 1),
    ("个自然日", Unit::Day, 1),
    ("个昼夜", Unit::Day, 1),
    ("个财年", Unit::Year, 1),
    ("个年头", Unit::Year, 1),
    ("个月", Unit::Month, 1),
    ("个周", Unit::Week, 1),
    ("个钟", Unit::Hour, 1),
];

/// The other units, longest first; 年 and 日 need what `fits` asks.
const UNITS: [(&str, Unit, i64); 18] = [
    ("昼夜", Unit::Day, 1),
    ("年时间", Unit::Year, 1),
    ("周年", Unit::Year, 0),
    ("分钟", Unit::Minute, 1),
    ("秒钟", Unit::Second, 1),
    ("小时", Unit::Hour, 1),
    ("钟头", Unit::Hour, 1),
    ("星期", Unit::Week, 1),
    ("礼拜", Unit::Week, 1),
    ("世纪", Unit::Year, 100),
    ("刻钟", Unit::Minute, 15),
    ("季度", Unit::Quarter, 0),
    ("年", Unit::Year, 1),
    ("载", Unit::Year, 1),
    ("天", Unit::Day, 1),
    ("周", Unit::Week, 1),
    ("秒", Unit::Second, 1),
    ("日", Unit::Day, 2),
];

/// Units with 多, 半 or 来 in them: the unit, whether a half is in it, whether it is vague.
const JOINED: [(&str, Unit, bool, bool); 19] = [
    ("个多月", Unit::Month, false, true),
    ("个多星期", Unit::Week, false, true),
    ("个多小时", Unit::Hour, false, true),
    ("个来月", Unit::Month, false, true),
    ("个半月", Unit::Month, true, false),
    ("个半小时", Unit::Hour, true, false),
    ("个半钟头", Unit::Hour, true, false),
    ("个半世纪", Unit::Year, true, false),
    ("多个月", Unit::Month, false, true),
    ("多个小时", Unit::Hour, false, true),
    ("多小时", Unit::Hour, false, true),
    ("多分钟", Unit::Minute, false, true),
    ("余个月", Unit::Month, false, true),
    ("余小时", Unit::Hour, false, true),
    ("多天", Unit::Day, false, true),
    ("多年", Unit::Year, false, true),
    ("多周", Unit::Week, false, true),
    ("余年", Unit::Year, false, true),
    ("余天", Unit::Day, false, true),
];

/// A length at a position and where it ends. `counted` tells that what stands before wants a number of
/// days (近3日, 未来三月).
pub(super) fn length(scan: &Scan, at: usize, counted: bool) -> Option<(Length, usize)> {
    let (mut number, length) = number::count(scan, at)?;
    let mut end = at + length;
    let next = scan.at(end);
    if !(letters::BEGIN_UNIT.contains(next) || matches!(next, '整' | '-' | '~' | '至' | '到')) {
        return None;
    }
    let counted = counted || super::day::counted(scan, at);
    if range_of_numbers(scan, &mut number, &mut end).is_none()
        && !number.vague
        && scan.at(end) == '来'
        && number.value >= 10
    {
        number.vague = true;
        end += 1;
    }
    let mut approx = number.vague;
    // 三个多月, 两个半小时, 十个来月.
    let mut half = number.half;
    let (unit, scale, unit_letters) = unit(scan, end, &number, counted)?;
    if unit_letters.1 {
        half = true;
    }
    approx |= unit_letters.2;
    let unit_at = end;
    end += unit_letters.0;
    if !fits(scan, at, unit_at, end, &number, unit, scale) {
        return None;
    }
    if scan.at(end) == '半'
        && matches!(unit, Unit::Year | Unit::Day)
        && !matches!(scan.at(end + 1), '个' | '小' | '数' | '价' | '载' | '决' | '天')
    {
        half = true;
        end += 1;
    }
    if scan.at(end) == '多' && !matches!(scan.at(end + 1), '次' | '个' | '人' | '元' | '家' | '名' | '年' | '地' | '方')
    {
        approx = true;
        end += 1;
    }
    if scan.at(end) == '余' && matches!(scan.at(end + 1), ',' | '。' | '的' | '\n') {
        approx = true;
        end += 1;
    }
    number.half = half;
    let rest = rest(scan, &mut end, unit);
    let working = scan.one_of(unit_at, &["个工作日", "个交易日"]).is_some();
    Some((Length { number, unit, scale: scale.max(1), rest, working, approx }, end))
}

/// 3-5天, 三到五年, 3至5个月: both numbers before one unit.
fn range_of_numbers(scan: &Scan, number: &mut Number, end: &mut usize) -> Option<()> {
    let mark = scan.one_of(*end, &["-", "~", "至", "到"])?;
    let (most, letters) = number::digits(scan, *end + mark).or_else(|| number::chinese(scan, *end + mark))?;
    let follows = unit_word(scan, *end + mark + letters).is_some();
    if !follows || most <= number.value || number.value > 366 {
        return None;
    }
    number.most = Some(most);
    number.vague = true;
    *end += mark + letters;
    Some(())
}

/// The unit: its kind, its scale, and (letters, a half in it, vague in it).
fn unit(scan: &Scan, at: usize, number: &Number, counted: bool) -> Option<(Unit, i64, (usize, bool, bool))> {
    // 一整年, 三整天.
    if scan.at(at) == '整' && matches!(scan.at(at + 1), '年' | '天' | '月' | '周') {
        let (unit, scale, (letters, half, vague)) = unit_of(scan, at + 1, number, true)?;
        return Some((unit, scale, (letters + 1, half, vague)));
    }
    unit_of(scan, at, number, counted)
}

/// The first of the units that stands at a position.
fn unit_word(scan: &Scan, at: usize) -> Option<&'static (&'static str, Unit, i64)> {
    let units = if scan.at(at) == '个' { COUNTED.as_slice() } else { UNITS.as_slice() };
    scan.row(at, units, |row| row.0)
}

/// The unit without what may stand between it and the number.
fn unit_of(scan: &Scan, at: usize, number: &Number, counted: bool) -> Option<(Unit, i64, (usize, bool, bool))> {
    if !letters::BEGIN_UNIT.contains(scan.at(at)) {
        return None;
    }
    // 个多月, 多年, 余天: no other unit begins so.
    let letter = scan.at(at);
    let joined = match letter {
        '个' => matches!(scan.at(at + 1), '多' | '来' | '半'),
        _ => matches!(letter, '多' | '余'),
    };
    if let Some((word, unit, half, vague)) = JOINED.into_iter().filter(|_| joined).find(|(word, ..)| scan.has(at, word))
    {
        return Some((unit, if word == "个半世纪" { 100 } else { 1 }, (word.chars().count(), half, vague)));
    }
    if (number.vague || counted) && scan.at(at) == '月' && !matches!(scan.at(at + 1), '份' | '饼' | '球') {
        // 数月, 未来三月 with 里 or 内.
        let months = number.digits == 0 && (number.vague || counted);
        return months.then_some((Unit::Month, 1, (1, false, false)));
    }
    if scan.at(at) == '月' && number.half {
        return Some((Unit::Month, 1, (1, false, false)));
    }
    if number.half && number.value == 0 && scan.has(at, "个月") {
        return Some((Unit::Month, 1, (2, false, false)));
    }
    // 5分25秒; a result has hundredths.
    if letter == '分' && !scan.has(at, "分钟") && number.digits > 0 && !number.vague {
        let seconds =
            number::digits(scan, at + 1).filter(|(value, length)| *value < 60 && scan.at(at + 1 + length) == '秒');
        return seconds
            .filter(|(_, length)| !scan.at(at + 2 + length).is_ascii_digit())
            .map(|_| (Unit::Minute, 1, (1, false, false)));
    }
    let (word, unit, scale) = unit_word(scan, at)?;
    // 两周年假 are two weeks of leave.
    if *word == "周年" && scan.at(at + 2) == '假' {
        return Some((Unit::Week, 1, (1, false, false)));
    }
    if *scale == 0 {
        return None;
    }
    if *word == "日"
        && !(counted || number.vague || number.value > 31)
        && scan.one_of(at + 1, &["内", "之内", "以内", "后", "之后", "以后", "前", "以上", "以下"]).is_none()
    {
        return None;
    }
    let letters = if *word == "年时间" { 1 } else { word.chars().count() };
    Some((*unit, if *word == "日" { 1 } else { *scale }, (letters, false, false)))
}

fn fits(scan: &Scan, at: usize, unit_at: usize, end: usize, number: &Number, unit: Unit, scale: i64) -> bool {
    let before = scan.before(at);
    let after = scan.at(end);
    if matches!(before, '第' | '.' | ':' | '-' | '/' | '×' | '*')
        || (before.is_ascii_alphanumeric() && (number.digits > 0 || before.is_ascii_digit()))
        || number::digit(before).is_some()
    {
        return false;
    }
    let last = scan.at(end - 1);
    match last {
        '年' if after == '期' && !scan.has(end, "期间") => return false,
        '年' if letters::NOT_AFTER_YEARS.contains(after) => {
            return false;
        }
        '年' if number.digits == 4 && !number.vague => {
            let since = scan.at(end) == '来' && number.value % 100 == 0;
            return since || scan.one_of(end, &["历史", "的历史", "之久"]).is_some();
        }
        '年' if number.digits == 0 && number.value < 10 && matches!(before, '零' | '〇') => return false,
        '日' if matches!(after, '均' | '线' | '游' | '年') => return false,
        '天' if letters::NOT_AFTER_DAYS.contains(after) => {
            return false;
        }
        '天' if matches!(before, '有' | '某' | '这' | '那' | '哪' | '整' | '同')
            && number.value == 1
            && number.digits == 0 =>
        {
            return false;
        }
        '周' if number.digits == 0
            && number.value == 4
            && scan
                .one_of(end, &["内", "后", "前", "时间", "以", "之", "来", "连", "平均", "假", "的时间"])
                .is_none()
            && !matches!(before, '近' | '去' | '来' | '续' | '期' | '了' | '共' | '约') =>
        {
            return false;
        }
        '周' if !scan.has(end, "年假") && matches!(after, '岁' | '年' | '边' | '围' | '刊' | '报' | '转' | '期') =>
        {
            return false;
        }
        '秒' if after.is_ascii_digit() || matches!(after, '杀' | '表' | '针' | '懂' | '回' | '变') => {
            return false;
        }
        '载' if number.digits > 0
            || matches!(after, '体' | '人' | '重' | '荷' | '誉' | '着' | '客' | '入')
            || number.value < 2 =>
        {
            return false;
        }
        _ => {}
    }
    // 百年梦想, 千年古城: a manner of speaking.
    if number.digits == 0 && matches!(scan.at(at), '百' | '千' | '万') && matches!(unit, Unit::Year | Unit::Day) {
        return matches!(after, '来' | '前' | '后' | '内' | '间' | ',' | '。' | '的' | '之' | '以' | '\n');
    }
    // 3.9秒 is a performance.
    if unit == Unit::Second && (number.thousandths > 0 || number.half) {
        return false;
    }
    // 一时半刻, 一秒: too small to be a time of news unless in digits.
    if unit == Unit::Second && number.digits == 0 && number.value <= 1 && !number.vague && last != '钟' {
        return false;
    }
    if scale == 100 && unit == Unit::Year && scan.at(unit_at) != '个' {
        return number.half;
    }
    if number.vague
        && number.value == 2
        && scan.at(at) == '多'
        && matches!(before, '许' | '很' | '更' | '最' | '大' | '差' | '好' | '太')
    {
        return false;
    }
    true
}

/// 1小时20分, 2分30秒, 一年零三个月, in seconds; a record such as 10秒79 was left before.
fn rest(scan: &Scan, end: &mut usize, unit: Unit) -> i64 {
    let mut seconds = 0;
    let smaller: &[(&str, i64)] = match unit {
        Unit::Hour => &[("分钟", 60), ("分", 60), ("秒", 1)],
        Unit::Minute => &[("秒钟", 1), ("秒", 1)],
        Unit::Year => &[("个月", 2_629_746), ("天", 86_400)],
        Unit::Month | Unit::Week => &[("天", 86_400)],
        Unit::Day => &[("个小时", 3600), ("小时", 3600)],
        _ => &[],
    };
    for (word, each) in smaller {
        let zero = usize::from(matches!(scan.at(*end), '零' | '又'));
        if let Some((value, letters)) = number::small(scan, *end + zero)
            && scan.has(*end + zero + letters, word)
            && !(*word == "秒" && scan.at(*end + zero + letters + 1).is_ascii_digit())
            && !(*word == "分" && matches!(scan.at(*end + zero + letters + 1), '之' | '球'))
        {
            seconds += value * each;
            *end += zero + letters + word.chars().count();
        }
    }
    seconds
}

#[cfg(test)]
mod tests {
    use super::{super::expressions, COUNTED, JOINED, UNITS, letters};

    #[test]
    fn every_unit_begins_with_a_letter_that_begins_units() {
        let units = COUNTED.iter().chain(&UNITS).map(|(word, ..)| *word).chain(JOINED.iter().map(|(word, ..)| *word));
        for word in units {
            assert!(word.chars().next().is_some_and(|first| letters::BEGIN_UNIT.contains(first)), "{word}");
        }
    }

    #[test]
    fn lengths() {
        let cases: &[(&str, &[&str])] = &[
            ("十多年", &["十多年"]),
            ("两个半小时", &["两个半小时"]),
            ("3至5天", &["3至5天"]),
            ("三年零两个月", &["三年零两个月"]),
            ("2.3小时", &["2.3小时"]),
            ("两周年假", &["两周"]),
            ("三年级", &[]),
            ("七天酒店", &[]),
            ("10秒79", &[]),
            ("一天天", &[]),
            ("十分满意", &[]),
            ("成立20周年", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
