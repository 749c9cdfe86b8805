//! Years: 2025年, 二〇二五年, 98年, 去年, 同年, 公元前221年, 贞观三年, 20世纪80年代, 2026财年, “十四五”.

use super::super::{
    expression::Year,
    number::{chinese, digit, digits, positional},
    scan::Scan,
    value::Granularity,
    words::{self, Class, Classes},
};

/// A year at a position, and how many letters it takes. `bare` tells whether 年 was written, without which
/// a number needs more around it.
pub(super) fn year(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let letter = scan.at(at);
    if letter.is_ascii_digit() {
        return in_digits(scan, at);
    }
    match letter {
        '公' | '前' | '西' => common_era(scan, at).or_else(|| by_word(scan, at)),
        '上' | '本' | '新' | '下' => century(scan, at).or_else(|| by_word(scan, at)),
        '"' | '\'' => plan(scan, at).or_else(|| short(scan, at)),
        'f' => fiscal(scan, at),
        _ if is_numeral(letter) => in_numerals(scan, at).or_else(|| by_word(scan, at)),
        _ => by_word(scan, at),
    }
}

fn is_numeral(letter: char) -> bool {
    matches!(
        letter,
        '零' | '〇'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '廿'
            | '百'
            | '千'
            | '两'
    )
}

fn in_digits(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let (value, length) = digits(scan, at)?;
    let value = i32::try_from(value).ok()?;
    let next = scan.at(at + length);
    if scan.has(at + length, "世纪") {
        return century_tail(scan, at + length + 2, value).map(|(year, more)| (year, length + 2 + more));
    }
    if length == 2 && scan.has(at + length, "年代") && value % 10 == 0 {
        return Some((Year::Decade(value, 10), length + 2));
    }
    if length == 4 && (1000..=2200).contains(&value) {
        if scan.has(at + length, "年代") && value % 10 == 0 {
            return Some((Year::Years(value, 10, Granularity::Decade), length + 2));
        }
        // 1996年来的中国, but 2000年来.
        let comes = next == '年' && scan.at(at + length + 1) == '来' && value % 100 != 0;
        if next == '年' && (comes || is_year(scan, at + length)) {
            return Some((Year::Number(value), length + year_tail(scan, at + length)));
        }
        let fiscal = scan.one_of(at + length, &["财政年度", "财年", "赛季"]);
        if let Some(tail) = fiscal {
            return Some((Year::Fiscal(value), length + tail));
        }
        // 2024上半年, 2025春节: news leaves 年 out before these.
        let parts = ["上半年", "下半年", "全年", "前三季度", "春节", "国庆", "中秋", "元旦", "端午", "双十一", "双11"];
        if (1950..=2100).contains(&value) && scan.one_of(at + length, &parts).is_some() {
            return Some((Year::Number(value), length));
        }
        return None;
    }
    if length == 3 && (100..1000).contains(&value) && next == '年' && month_follows(scan, at + length + 1) {
        // 100年7月1日 in Taiwan is a year of the republic; older years say 公元.
        return (100..=130).contains(&value).then_some((Year::Number(1911 + value), length + 1));
    }
    // 618年 in a text of history; 500年 and 有789年 are lengths. 101年 in Taiwan is a year of the republic.
    let republic = (100..=130).contains(&value);
    if length == 3 && (republic || (180..1000).contains(&value) && value % 10 != 0) && next == '年' {
        let counted = matches!(scan.before(at), '约' | '近' | '第' | '过' | '了' | '有' | '达' | '续' | '满' | '逾');
        let length_of = ["来", "历", "间", "后", "前", "的", "之", "多", "余", "树龄", "以"];
        let counted = counted || republic && (measures(scan, at, at + length + 1) || !scan.republic());
        if !counted && scan.one_of(at + length + 1, &length_of).is_none() {
            let tail = if republic { year_tail(scan, at + length) } else { 1 };
            return Some((Year::Number(if republic { 1911 + value } else { value }), length + tail));
        }
    }
    if length == 2 && next == '年' && short_year(scan, at, at + length, value) {
        return Some((Year::Short(value), length + 1));
    }
    (length == 2 && scan.has(at + length, "财年")).then_some((Year::Short(value), length + 2))
}

/// 创校105年,: a number of years behind a verb, with nothing behind it; not 始于95年。
fn measures(scan: &Scan, at: usize, after: usize) -> bool {
    let leads = matches!(scan.before(at), '在' | '于' | '从' | '自' | '到' | '至' | '是');
    crate::text::is_han(scan.before(at)) && !leads && matches!(scan.at(after), ',' | '。' | ';' | '、' | '\n')
}

/// 年, 年度, 年份; the letters it takes.
fn year_tail(scan: &Scan, at: usize) -> usize {
    scan.one_of(at, &["年度", "年份", "年间", "年"]).unwrap_or(1)
}

/// Whether 年 after four digits means the calendar year: not 2000年历史, 1000多年.
fn is_year(scan: &Scan, at: usize) -> bool {
    !matches!(scan.at(at + 1), '历' | '来' | '的' | '级' | '之')
        || scan.one_of(at, &["年历史", "年来", "年的历史", "年级", "年之久"]).is_none()
}

fn month_follows(scan: &Scan, at: usize) -> bool {
    let Some((month, length)) = digits(scan, at).or_else(|| chinese(scan, at)) else {
        return false;
    };
    (1..=12).contains(&month) && scan.at(at + length) == '月'
}

/// Whether two digits before 年 are a year and not a number of years.
fn short_year(scan: &Scan, at: usize, year: usize, value: i32) -> bool {
    if matches!(scan.before(at), '第' | '近' | '约' | '满' | '前' | '后' | '.' | '每') {
        return false;
    }
    let after = year + 1;
    let ordinal = scan.at(after) == '第'
        && digits(scan, after + 1)
            .or_else(|| chinese(scan, after + 1))
            .is_some_and(|(_, length)| matches!(scan.at(after + 1 + length), '季' | '周'));
    if month_follows(scan, after)
        || ordinal
        || scan.one_of(after, &["底", "末", "初", "春", "夏", "秋", "冬", "上半年", "下半年", "年底", "伊始"]).is_some()
    {
        return true;
    }
    // 24年全年, 25年一季度, 24年Q3.
    let business = ["全年", "一季", "二季", "三季", "四季", "首季", "前三季", "q", "h1", "h2"];
    if (10..=35).contains(&value) && scan.one_of(after, &business).is_some() {
        return true;
    }
    // 08年, 98年: nobody counts so. 70年 and 80年 may be counted.
    let told = matches!(scan.before(at), '在' | '于' | '从' | '自' | '到' | '至' | ',' | '。' | '\n' | '是');
    let counted =
        scan.one_of(after, &["的", "来", "历", "间", "后", "前", "之", "以", "里", "时间", "华诞", "风雨"]).is_some();
    let bare = value > 77 && value % 10 != 0 && !measures(scan, at, after);
    let past = (60..=99).contains(&value) && (told || bare);
    (value < 10 && scan.at(at) == '0') || (past && !counted)
}

/// '98年, "98年.
fn short(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let (value, length) = digits(scan, at + 1)?;
    let fits = scan.at(at) == '\'' && length == 2 && scan.at(at + 3) == '年';
    fits.then_some((Year::Short(i32::try_from(value).ok()?), 4))
}

fn in_numerals(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    if let Some((first, length)) = two_decades(scan, at) {
        return Some((Year::Decade(first, 20), length));
    }
    if let Some((value, 4)) = positional(scan, at, 4) {
        let value = i32::try_from(value).ok()?;
        let fits = (1000..=2200).contains(&value);
        if fits && scan.has(at + 4, "年代") && value % 10 == 0 {
            return Some((Year::Years(value, 10, Granularity::Decade), 6));
        }
        if fits && let Some(tail) = scan.one_of(at + 4, &["财政年度", "财年"]) {
            return Some((Year::Fiscal(value), 4 + tail));
        }
        return (fits && scan.at(at + 4) == '年').then(|| (Year::Number(value), 4 + year_tail(scan, at + 4)));
    }
    // 一〇五年 is a year of the republic: a number of years has its 百.
    if let Some((value @ 100..=130, 3)) = positional(scan, at, 3)
        && scan.at(at + 3) == '年'
        && !scan.has(at + 3, "年级")
    {
        return Some((Year::Number(1911 + i32::try_from(value).ok()?), 3 + year_tail(scan, at + 3)));
    }
    if let Some((value, 2)) = positional(scan, at, 2)
        && scan.at(at + 2) == '年'
        && !matches!(scan.before(at), '第' | '近' | '约')
        && (month_follows(scan, at + 3)
            || scan.one_of(at + 3, &["底", "末", "初", "春", "夏", "秋", "冬"]).is_some()
            // 九七年 cannot be a number of years; 七八年 can.
            || (value > 49 && value % 10 != value / 10 + 1))
    {
        return Some((Year::Short(i32::try_from(value).ok()?), 3));
    }
    let (value, length) = chinese(scan, at)?;
    let value = i32::try_from(value).ok()?;
    // 九十六年九月 is a year of the republic.
    if (60..=130).contains(&value)
        && length >= 3
        && scan.at(at + length) == '年'
        && month_follows(scan, at + length + 1)
    {
        return Some((Year::Number(1911 + value), length + 1));
    }
    // 两千零四年.
    if (2001..=2100).contains(&value) && length > 2 && scan.at(at + length) == '年' && is_year(scan, at + length) {
        return Some((Year::Number(value), length + year_tail(scan, at + length)));
    }
    if scan.has(at + length, "世纪") && !matches!(scan.before(at), '个' | '半') {
        return century_tail(scan, at + length + 2, value).map(|(year, more)| (year, length + 2 + more));
    }
    if scan.has(at + length, "年代") && (10..100).contains(&value) && value % 10 == 0 {
        return Some((Year::Decade(value, 10), length + 2));
    }
    // 十四五 without quotes.
    plan_number(scan, at)
}

/// 公元前221年, 前221年, 公元618年, 西元1999年.
fn common_era(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let head = scan.one_of(at, &["公元前", "西元前", "公元", "西元", "前"])?;
    let before = scan.at(at + head - 1) == '前';
    let number = at + head;
    let (value, length) =
        digits(scan, number).or_else(|| positional(scan, number, 3)).or_else(|| chinese(scan, number))?;
    let value = i32::try_from(value).ok()?;
    if scan.has(number + length, "世纪") && head > 1 {
        let first =
            if before { 1 - value.checked_mul(100)? } else { (value - 1).checked_mul(100)? + i32::from(value == 1) };
        return Some((Year::Years(first, 100, Granularity::Century), head + length + 2));
    }
    let fits = scan.at(number + length) == '年' && (1..=9999).contains(&value);
    // 前 alone: 前221年 in a text of history; 前三年 and 前10年 are stretches.
    let alone = head == 1 && (length < 3 || !scan.at(number).is_ascii_digit() || !(100..=2200).contains(&value));
    (fits && !alone).then_some((Year::Number(if before { 1 - value } else { value }), head + length + 1))
}

fn century_tail(scan: &Scan, at: usize, value: i32) -> Option<(Year, usize)> {
    if !(1..=30).contains(&value) {
        return None;
    }
    let first = (value - 1) * 100;
    let (decade, length) = match decade(scan, at) {
        Some((decade, years, length)) => (Some((decade, years)), length),
        None => (None, 0),
    };
    let year = match decade {
        Some((decade, years)) => Year::Years(first + decade, years, Granularity::Decade),
        None => Year::Years(first, 100, Granularity::Century),
    };
    Some((year, length))
}

/// 头十年, 第二个十年 of a century: the year it begins in, and the letters.
fn tenth(scan: &Scan, at: usize) -> Option<(i32, usize)> {
    let words =
        [("头十年", 0), ("头10年", 0), ("前十年", 0), ("第一个十年", 0), ("第二个十年", 10), ("第三个十年", 20)];
    let (word, first) = words.into_iter().find(|(word, _)| scan.has(at, word))?;
    Some((first, word.chars().count()))
}

/// 80年代, 八十年代, 六七十年代 after a century: the year it begins in, how many years; 初 is left to the edge.
fn decade(scan: &Scan, at: usize) -> Option<(i32, i32, usize)> {
    if let Some((first, length)) = two_decades(scan, at) {
        return Some((first, 20, length));
    }
    if let Some((first, length)) = tenth(scan, at) {
        return Some((first, 10, length));
    }
    let (value, length) = digits(scan, at).or_else(|| chinese(scan, at))?;
    let fits = (0..100).contains(&value) && value % 10 == 0 && scan.has(at + length, "年代");
    fits.then_some((i32::try_from(value).ok()?, 10, length + 2))
}

/// 六七十年代.
fn two_decades(scan: &Scan, at: usize) -> Option<(i32, usize)> {
    let (first, second) = (digit(scan.at(at))?, digit(scan.at(at + 1))?);
    let fits = second == first + 1 && scan.has(at + 2, "十年代") && !scan.at(at).is_ascii_digit();
    fits.then_some((i32::try_from(first).ok()? * 10, 5))
}

fn century(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let words = [("上个世纪", -1), ("上世纪", -1), ("本世纪", 0), ("新世纪", 0), ("下世纪", 1), ("下个世纪", 1)];
    let (word, offset) = words.into_iter().find(|(word, _)| scan.has(at, word))?;
    let length = word.chars().count();
    match decade(scan, at + length) {
        Some((decade, years, more)) => Some((Year::Century(offset, Some((decade, years))), length + more)),
        None if word == "新世纪" => None,
        None => Some((Year::Century(offset, None), length)),
    }
}

/// FY2025, fy25.
fn fiscal(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    if scan.at(at + 1) != 'y' || scan.before(at).is_ascii_alphanumeric() {
        return None;
    }
    let (value, length) = digits(scan, at + 2)?;
    let value = i32::try_from(value).ok()?;
    match length {
        4 if (1900..=2200).contains(&value) => Some((Year::Fiscal(value), 6)),
        2 => Some((Year::Fiscal(2000 + value), 4)),
        _ => None,
    }
}

/// "十四五"期间: a five-year plan in quotes.
fn plan(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let (_, length) = five_year_plan(scan, at + 1)?;
    (scan.at(at + 1 + length) == '"').then_some(())?;
    let (year, _) = five_year_plan(scan, at + 1)?;
    let tail = plan_tail(scan, at + length + 2)?;
    Some((year, length + 2 + tail))
}

fn plan_number(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let (year, length) = five_year_plan(scan, at)?;
    let tail = plan_tail(scan, at + length)?;
    Some((year, length + tail))
}

/// What follows the name of a plan where its years are meant and not the document.
fn plan_tail(scan: &Scan, at: usize) -> Option<usize> {
    if let Some(length) = scan.one_of(at, &["计划期间", "计划时期", "时期", "期间"]) {
        return Some(length);
    }
    scan.one_of(at, &["末", "初", "以来", "中期", "后期", "前期", "开局", "收官", "头", "前三年", "后两年"]).map(|_| 0)
}

fn five_year_plan(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let (value, length) = if scan.at(at) == '十' && scan.at(at + 2) == '五' {
        (chinese(scan, at).filter(|(_, length)| *length == 2).map(|(value, _)| value)?, 3)
    } else if scan.at(at + 1) == '五' {
        (chinese(&Scan::of(scan.at(at).encode_utf8(&mut [0; 4])), 0)?.0, 2)
    } else {
        return None;
    };
    let first = match value {
        1 | 2 => 1953 + 5 * (value - 1),
        3..=20 => 1966 + 5 * (value - 3),
        _ => return None,
    };
    Some((Year::Years(i32::try_from(first).ok()?, 5, Granularity::Range), length))
}

/// Whether nothing but what leads into a time stands before a position.
fn leads(scan: &Scan, at: usize) -> bool {
    !crate::text::is_han(scan.before(at)) || matches!(scan.before(at), '在' | '到' | '至' | '但' | '而' | '且' | '于')
}

fn by_word(scan: &Scan, at: usize) -> Option<(Year, usize)> {
    let classes = Classes::of(&[Class::Year, Class::YearSame, Class::Era]);
    let word = words::longest(scan, at, classes)?;
    match word.class {
        // 成立以来|年化; 下年9月 but not 时下|年轻人.
        Class::Year if word.text == "来年" && matches!(scan.before(at), '以' | '近' | '多' | '几' | '数' | '十') => {
            None
        }
        Class::Year if word.text == "下年" && !month_follows(scan, at + 2) => None,
        Class::Year if word.second == 1 => Some((Year::Prior, word.length)),
        Class::Year => Some((Year::Reference(word.first), word.length)),
        // 连续第二年, 留学的第二年.
        Class::YearSame if word.text.starts_with('第') && !leads(scan, at) => None,
        // 本次|年会.
        Class::YearSame if word.text.starts_with('次') && super::inner::ordinal(scan.before(at)) => None,
        Class::YearSame => Some((Year::Same(word.first), word.length)),
        _ => {
            let number = at + word.length;
            let republic = word.text == "民国";
            let (value, length) = if scan.at(number) == '元' {
                (1, 1)
            } else {
                // 民国一〇五年, 民国二六年.
                let in_places = || positional(scan, number, 2).filter(|_| republic);
                digits(scan, number).or_else(in_places).or_else(|| chinese(scan, number))?
            };
            // 他在绍兴三年: a place, and a length.
            let named = ["绍兴", "嘉定", "永嘉", "政和", "永泰", "景德", "宝庆", "建安", "太康"].contains(&word.text);
            let place = named && matches!(scan.before(at), '在' | '来' | '到' | '去');
            if place || (scan.at(number).is_ascii_digit() && word.first < 1600) {
                return None;
            }
            let fits = (1..=if republic { 130 } else { 70 }).contains(&value) && scan.at(number + length) == '年';
            let year = word.first + i32::try_from(value).ok()? - 1;
            fits.then_some((Year::Number(year), word.length + length + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn years_in_all_their_spellings() {
        let cases: &[(&str, &[&str])] = &[
            ("2025年立项", &["2025年"]),
            ("二〇二五年立项", &["二〇二五年"]),
            ("两千零四年成立", &["两千零四年"]),
            ("98年毕业", &["98年"]),
            ("公元前221年统一", &["公元前221年"]),
            ("光绪二十四年变法", &["光绪二十四年"]),
            ("上世纪六七十年代", &["上世纪六七十年代"]),
            ("“十四五”期间建成", &["“十四五”期间"]),
            ("FY2025营收", &["FY2025"]),
            ("24年前三季度", &["24年前三季度"]),
            ("2024赛季", &["2024赛季"]),
            ("本世纪头十年", &["本世纪头十年"]),
            ("成立以来年化回报", &[]),
            ("连续第二年", &[]),
            ("会议室在2025号院", &[]),
            ("十四五规划纲要", &[]),
            ("三年级学生", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
