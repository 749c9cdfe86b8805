//! Names that hold time words: 陈月末, 夏至清, 歌曲“十年”, “周末时光”咖啡馆, 一月路12号, 2小时05分的成绩.

use super::super::{
    expression::{Day, Inner, Meaning, Point},
    scan::Scan,
    value::Unit,
    words::{self, Class, letters},
};
use crate::text::is_han;

/// How many letters a name in quotes has at most.
const QUOTED: usize = 8;

/// Whether an expression is all or a part of a name, or the result of a race.
pub(super) fn is_name(scan: &Scan, at: usize, end: usize, meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Point(point) => {
            (lone_word(point) && (person(scan, at, end) || quoted(scan, at, end))) || street(scan, end, point)
        }
        Meaning::Length(length) => quoted(scan, at, end) || length.unit < Unit::Day && result(scan, at, end),
        Meaning::Vague(_) => quoted(scan, at, end),
        _ => false,
    }
}

/// A word for a day or a part of the year with nothing beside it.
fn lone_word(point: &Point) -> bool {
    point.year.is_none()
        && point.clock.is_none()
        && point.open.is_none()
        && !matches!(point.day, Some(Day::Number(_)))
        && !(matches!(point.inner, Some(Inner::Month(_))) && point.day.is_some())
}

/// 主持人|陈月末, 记者|夏至清, 周一鸣和…: the word is of two letters; a surname stands before it, or a given name's letter
/// behind it, and a role before both or what follows a name behind them.
fn person(scan: &Scan, at: usize, end: usize) -> bool {
    if end != at + 2 {
        return false;
    }
    let known = letters::SURNAME.contains(scan.before(at));
    // 快递员|赵端午, 孙中秋|教授.
    let trade = |at: usize| role(scan, at) || matches!(scan.before(at), '者' | '员' | '师' | '家' | '长' | '手');
    let titled = words::of(scan, end, Class::Person).is_some_and(|word| word.length > 1);
    let term =
        matches!(scan.at(at), '立' | '冬' | '夏' | '白' | '谷' | '春' | '小' | '大' | '秋' | '寒' | '霜' | '芒' | '惊');
    let known = known || (term && scan.before(at) == '周');
    let free =
        |before: char| !is_han(before) || matches!(before, '的' | '和' | '与' | '叫' | '是' | '员' | '师' | '长');
    let surname = known && (trade(at - 1) || (titled && free(scan.before(at - 1))));
    let given = scan.at(end);
    let next = scan.at(end + 1);
    let begins = matches!(scan.at(at), '周' | '夏');
    let likely = letters::GIVEN.contains(given) && (role(scan, at) || letters::AFTER_NAME.contains(next));
    // 周三强是村里人: more letters of names, where nothing stands before and only that he is somebody behind.
    let somebody = !is_han(scan.before(at))
        && letters::GIVEN_TOO.contains(given)
        && matches!(next, '是' | '和' | '与' | '、' | '(');
    // 诗人周三畏的故居.
    let named = is_han(given) && !letters::NOT_GIVEN.contains(given) && matches!(next, '的' | '和' | '与' | '、');
    surname || (begins && (likely || somebody || (named && role(scan, at))))
}

/// Whether a word for what a person does ends at a position.
fn role(scan: &Scan, at: usize) -> bool {
    [
        "记者",
        "作者",
        "学者",
        "作家",
        "画家",
        "专家",
        "演员",
        "队员",
        "成员",
        "议员",
        "学员",
        "运动员",
        "歌手",
        "选手",
        "助手",
        "主持人",
        "负责人",
        "创始人",
        "发言人",
        "候选人",
        "合伙人",
        "嫌疑人",
        "传承人",
        "董事长",
        "校长",
        "院长",
        "市长",
        "局长",
        "部长",
        "县长",
        "书记",
        "导演",
        "编剧",
        "教授",
        "教练",
        "律师",
        "医生",
        "老师",
        "教师",
        "分析师",
        "设计师",
        "工程师",
        "总经理",
        "经理",
        "学生",
        "村民",
        "业主",
        "车主",
        "店主",
        "女子",
        "男子",
        "司机",
        "编辑",
        "摄影",
        "主播",
        "博主",
        "棋手",
        "新秀",
        "小将",
        "名将",
        "主任",
        "研究员",
        "翻译家",
        "诗人",
        "艺人",
        "商人",
    ]
    .iter()
    .any(|word| scan.ends(at, word))
}

/// 歌曲“十年”, “周末时光”咖啡馆: quotes around a few letters, and beside them what is named so.
fn quoted(scan: &Scan, at: usize, end: usize) -> bool {
    if scan.before(at) != '"' {
        return false;
    }
    let close = (end..end + QUOTED).find(|at| !is_han(scan.at(*at)));
    let Some(close) = close.filter(|close| scan.at(*close) == '"') else {
        return false;
    };
    let kind = |at: usize| words::of(scan, at, Class::Kind).map(|word| at + word.length);
    // "七月书店": what it is stands in the quotes.
    let inside = (end..close).any(|at| kind(at) == Some(close));
    let behind = inside || (close + 1..close + 3).any(|at| kind(at).is_some());
    behind || (2..=3).any(|back| at.checked_sub(back + 1).and_then(kind) == Some(at - 1))
}

/// 一月路12号: a street with a number or a sign.
fn street(scan: &Scan, end: usize, point: &Point) -> bool {
    let month = point.year.is_none() && point.edge.is_none() && !scan.at(end - 2).is_ascii_digit();
    let named = month && point.day.is_none() && matches!(scan.at(end), '路' | '街' | '巷');
    // 十月广场.
    let places = ["广场", "公园", "大厦", "小区", "社区", "中学", "小学", "大道", "大桥", "新村"];
    if month && point.day.is_none() && scan.one_of(end, &places).is_some() {
        return true;
    }
    named && (scan.at(end + 1).is_ascii_digit() || matches!(scan.at(end + 1), '与' | '和' | '口' | '站' | '段' | '附'))
}

/// 跑出2小时05分, 1小时58分的个人最好成绩: the result of a race.
fn result(scan: &Scan, at: usize, end: usize) -> bool {
    let ran = ["跑出", "游出", "滑出", "骑出", "跑进", "游进"].iter().any(|word| scan.ends(at, word));
    let behind = [
        "的成绩",
        "的个人",
        "的最好",
        "的佳绩",
        "的好成绩",
        "的赛会",
        "的世界纪录",
        "夺冠",
        "完赛",
        "率先冲线",
        "摘金",
    ];
    ran || scan.one_of(end, &behind).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn names() {
        let cases: &[(&str, &[&str])] = &[
            ("主持人陈月末说", &[]),
            ("记者夏至清报道", &[]),
            ("周一鸣和队友", &[]),
            ("歌曲“十年”", &[]),
            ("“周末时光”咖啡馆", &[]),
            ("一月路12号", &[]),
            ("跑出2小时05分", &[]),
            ("记者周末探访", &["周末"]),
            ("“十年了”,他说", &["十年"]),
            ("三月路演", &["三月"]),
            ("周一宁德", &["周一"]),
            ("等了2小时05分", &["2小时05分"]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
