//! Days: 5日, 十五号, 昨天, 次日, 周三, 上周五, 本周末; not 3号线, 10日均线, 第三天.

use super::super::{
    expression::{Day, Inner, Point},
    number::{chinese, digit, digits, small},
    scan::Scan,
    words::{self, Class, Classes, letters},
};
use crate::text::is_han;

fn narrow(value: i64) -> Option<u32> {
    u32::try_from(value).ok()
}

/// The day at a position; `behind` is what was read before it.
pub(super) fn day(scan: &Scan, at: usize, behind: &Point) -> Option<(Day, usize)> {
    let month_before = behind.inner.is_some();
    number(scan, at, month_before)
        .or_else(|| weekday(scan, at))
        .or_else(|| by_word(scan, at))
        .or_else(|| ends(scan, at, behind))
}

fn number(scan: &Scan, at: usize, month_before: bool) -> Option<(Day, usize)> {
    if !month_before && scan.before(at) == '第' {
        return None;
    }
    let (value, length) = small(scan, at)?;
    if !(1..=31).contains(&value) || length > 3 {
        return None;
    }
    let day = Day::Number(narrow(value)?);
    let after = at + length + 1;
    match scan.at(at + length) {
        '日' if month_before => Some((day, length + 1)),
        '号' if month_before => (!matches!(scan.at(after), '线' | '楼' | '院')).then_some((day, length + 1)),
        '日' => bare(scan, at, after, value).then_some((day, length + 1)),
        '号' => numbered(scan, at, after).then_some((day, length + 1)),
        // 9月15 without 日, where nothing else can be meant.
        _ if month_before && value >= 10 && !scan.at(at).is_ascii_digit() => {
            let next = scan.at(at + length);
            let ends = next == '\n' || matches!(next, ',' | '。' | '、' | '的' | ';' | ')');
            ends.then_some((day, length))
        }
        _ => None,
    }
}

/// Whether N日 alone is a day of the month and not a number of days or a word.
fn bare(scan: &Scan, at: usize, after: usize, value: i64) -> bool {
    let words = [
        "内", "之内", "以内", "游", "均", "线", "元", "圆", "年化", "龄", "式", "三餐", "之间", "后", "之后", "以后",
        "以上", "以下",
    ];
    // 16日以来 is since a day; 十日以来 a length.
    if scan.has(after, "以来") && !scan.at(at).is_ascii_digit() {
        return false;
    }
    // 5日前 is a distance, 20日前 and 20日以前 are deadlines; 5日前后 is about the 5th.
    if scan.at(after) == '前' && value <= 10 && scan.one_of(after, &["前后", "前往", "前来"]).is_none() {
        return false;
    }
    if scan.one_of(after, &words).is_some() && scan.one_of(after, &["前后", "前往", "前来", "元旦"]).is_none() {
        return false;
    }
    let alliance = ["北约", "纽约", "条约", "公约", "附近"].iter().any(|word| scan.ends(at, word));
    if matches!(scan.before(at), '近' | '数' | '每' | '满' | '约' | '几' | '隔') && !alliance || counted(scan, at)
    {
        return false;
    }
    // 一日, 两日: 有朝一日, 某一日.
    !(scan.at(at) == '一' && matches!(scan.before(at), '朝' | '某' | '有' | '这' | '那' | '同' | '终' | '如'))
}

/// Whether N日 counts days by the word before it: 拘留十日, 为期五日.
pub(super) fn counted(scan: &Scan, at: usize) -> bool {
    // 假期为3日至5日.
    let range = small(scan, at).is_some_and(|(_, length)| {
        scan.at(at + length) == '日' && matches!(scan.at(at + length + 1), '至' | '到' | '-' | '~')
    });
    if range {
        return false;
    }
    matches!(scan.before(at), '留' | '为' | '期' | '赛' | '时' | '达' | '置' | '抵' | '制' | '刑' | '役')
        && [
            "拘留",
            "留置",
            "折抵",
            "管制",
            "徒刑",
            "拘役",
            "上诉期",
            "公示期",
            "有效期",
            "保质期",
            "冷静期",
            "答辩期",
            "宽限期",
            "期为",
            "为期",
            "期限为",
            "停赛",
            "缓期",
            "历时",
            "长达",
        ]
        .iter()
        .any(|word| scan.ends(at, word))
}

/// How many letters before a day of a list its month may stand.
const LIST: usize = 30;

/// 9月10号,11号,12号: whether a list of days that began with a month comes to a position.
fn listed(scan: &Scan, at: usize) -> bool {
    let mark = matches!(scan.before(at), '、' | ',' | '和' | '及' | '与') && scan.before(at.saturating_sub(1)) == '号';
    let month = (1..=LIST).map(|back| at.checked_sub(back).map_or('\n', |at| scan.at(at))).find(|letter| {
        !(letter.is_ascii_digit()
            || digit(*letter).is_some()
            || matches!(letter, '十' | '、' | ',' | '和' | '及' | '与' | '号'))
    });
    mark && month == Some('月')
}

/// Whether N号 alone is a day: it needs a sign of time around it.
fn numbered(scan: &Scan, at: usize, after: usize) -> bool {
    let behind = ["当天", "起", "前后", "之前", "之后", "左右", "开始", "至", "到"];
    let behind = scan.one_of(after, &behind).is_some() || words::of(scan, after, Class::Part).is_some();
    let before = matches!(
        scan.before(at),
        '本' | '在' | '于' | '到' | '至' | '从' | '自' | '月' | ',' | '\n' | '。' | '是' | '截' | '个'
    );
    // 约定5号再谈。可到了5号,…
    let due = ["到了", "约定", "约好", "定在"].iter().any(|word| scan.ends(at, word));
    (behind && (before || !is_han(scan.before(at)))) || due || scan.before(at) == '月' || listed(scan, at)
}

/// 周三, 星期日, 上周五, 本周末, 下礼拜天.
pub(super) fn weekday(scan: &Scan, at: usize) -> Option<(Day, usize)> {
    let (week, head) = match words::of(scan, at, Class::Week) {
        Some(word) => (Some(word.first), word.length),
        None => (None, 0),
    };
    let mut next = at + head;
    if head > 0 && matches!(scan.at(next), '的') {
        next += 1;
    }
    if head > 0 {
        next += scan.one_of(next, &["星期", "礼拜"]).unwrap_or(0);
    }
    if head == 0 {
        if !matches!(scan.at(next), '周' | '星' | '礼') {
            return None;
        }
        next += scan.one_of(next, &["周", "星期", "礼拜"])?;
        if matches!(scan.before(at), '一' | '每' | '两' | '四' | '第' | '庄' | '北' | '单' | '色' | '级') {
            return None;
        }
    }
    let letter = scan.at(next);
    let after = scan.at(next + 1);
    let day = match letter {
        '一' => 0,
        '二' => 1,
        '三' => 2,
        '四' => 3,
        '五' => 4,
        '六' => 5,
        '日' | '天' => 6,
        '末' => return Some((Day::Weekend(week), next + 1 - at)),
        '1'..='6' if !after.is_ascii_digit() => i64::from(letter.to_digit(10)?) - 1,
        _ => return None,
    };
    let named = scan.at(next - 1) == '周' && head == 0;
    let not = match letter {
        // 周一围, 周三的 is fine; 周天子, 周日本, 周五多 are not days. 本周五多.
        _ if named && is_name(scan, next + 1) => true,
        '天' => {
            matches!(after, '子' | '津' | '王' | '然')
                || (named && !matches!(after, ',' | '。' | '\n' | '上' | '下' | '晚' | '早'))
        }
        '日' => matches!(after, '本' | '报' | '元'),
        '一' => {
            (after == '围' && scan.at(next + 2) != '绕')
                || matches!(after, '致' | '个' | '些' | '样' | '定') && head == 0
        }
        '六' => after == '福' || after == '小' && scan.at(next + 2) == '龄',
        // 上周四0比7.
        _ => after.is_ascii_digit() && head == 0,
    };
    (!not).then_some((Day::Weekday(day, week), next + 1 - at))
}

/// 周三|强表示, 周一|凡获得: whether what follows makes the weekday the first two letters of a name.
fn is_name(scan: &Scan, at: usize) -> bool {
    let given = scan.at(at);
    is_han(given) && !letters::NOT_GIVEN.contains(given) && words::of(scan, at + 1, Class::Person).is_some()
}

/// 伤后第40天: the day itself is the first.
fn nth(scan: &Scan, at: usize) -> Option<(Day, usize)> {
    if scan.at(at) != '第' || scan.before(at) != '后' {
        return None;
    }
    let (value, length) = small(scan, at + 1).filter(|(value, _)| *value > 0)?;
    let day = Day::Same(i32::try_from(value).ok()? - 1);
    (scan.at(at + 1 + length) == '天').then_some((day, length + 2))
}

/// 第四天 and later: so many days behind the first.
const LATER: i32 = 3;

fn by_word(scan: &Scan, at: usize) -> Option<(Day, usize)> {
    if let Some(found) = nth(scan, at) {
        return Some(found);
    }
    let word = words::longest(scan, at, Classes::of(&[Class::Day, Class::DaySame]))?;
    if scan.at(at) == '第' && ["连续", "续", "的", "比赛", "开赛"].iter().any(|word| scan.ends(at, word)) {
        return None;
    }
    // 罢工进入第九天: how long it lasts.
    if word.first >= LATER
        && ["进入", "步入", "迎来", "届", "屆", "节", "節", "已", "是", "到", "满"]
            .iter()
            .any(|word| scan.ends(at, word))
    {
        return None;
    }
    // 第四天然气管道.
    if scan.at(at) == '第' && "王然津赋资籁鹅".contains(scan.at(at + word.length)) {
        return None;
    }
    // 已是断电第二天, 今天是第三天了: the number of a day; 他是第二天走的 is not.
    let counted = scan.at(at) == '第'
        && matches!(scan.at(at + word.length), '了' | ',' | '。' | '\n')
        && (1..=6).any(|back| at.checked_sub(back).is_some_and(|before| scan.at(before) == '是'));
    if counted {
        return None;
    }
    if scan.at(at) == '次' && super::inner::ordinal(scan.before(at)) {
        return None;
    }
    match word.class {
        Class::Day => Some((Day::Reference(word.first), word.length)),
        _ => Some((Day::Same(word.first), word.length)),
    }
}

/// 最后一天, 前五天, 最后五天 of a year or month.
fn ends(scan: &Scan, at: usize, behind: &Point) -> Option<(Day, usize)> {
    if behind.year.is_none() && behind.inner.is_none() {
        return None;
    }
    let de = usize::from(scan.at(at) == '的');
    let head = scan.one_of(at + de, &["最后", "前", "头"])?;
    let number = at + de + head;
    let (value, length) = digits(scan, number)
        .or_else(|| chinese(scan, number))
        .or((scan.at(number) == '两').then_some((2, 1)))
        .filter(|(value, _)| (1..=15).contains(value))?;
    let unit = scan.one_of(number + length, &["天", "日", "周"])?;
    let weeks = scan.at(number + length) == '周' && matches!(behind.inner, Some(Inner::Month(_)));
    if scan.at(number + length) == '周' && !(weeks && (2..=4).contains(&value)) {
        return None;
    }
    let value = narrow(if weeks { value * 7 } else { value })?;
    let last = scan.has(at + de, "最后");
    let day = match (last, value) {
        (true, 1) => Day::Last,
        (true, _) => Day::Final(value),
        (false, _) => Day::First(value),
    };
    Some((day, de + head + length + unit))
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn days() {
        let cases: &[(&str, &[&str])] = &[
            ("11月12日", &["11月12日"]),
            ("记者15日获悉", &["15日"]),
            ("上周五收盘", &["上周五"]),
            ("本周末开赛", &["本周末"]),
            ("次日离开", &["次日"]),
            ("上月最后一天", &["上月最后一天"]),
            ("9月10号,11号,12号", &["9月10号", "11号", "12号"]),
            ("上周四0比7惨败", &["上周四"]),
            ("北约八日表示", &["八日"]),
            ("行政拘留十日", &["十日"]),
            ("周三强表示", &[]),
            ("周一凡获得金奖", &[]),
            ("周三强调", &["周三"]),
            ("10日均线", &[]),
            ("三日游", &[]),
            ("地铁3号线", &[]),
            ("周大福", &[]),
            ("一次次日常", &[]),
            ("连续第二天", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
