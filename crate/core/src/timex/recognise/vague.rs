//! Times kept vague, and times that are the last one again: 近日, 目前, 今后, 彼时, 届时.

use super::super::{
    expression::Meaning,
    scan::Scan,
    value::Vague,
    words::{self, Class, Classes, letters},
};

/// The classes of vague times.
pub(super) const VAGUE: Classes = Classes::of(&[Class::Past, Class::Present, Class::Future, Class::Then]);

/// A vague time at a position and where it ends.
pub(super) fn vague(scan: &Scan, at: usize) -> Option<(Meaning, usize)> {
    let word = words::longest(scan, at, VAGUE)?;
    let end = at + word.length;
    if !fits(scan, at, end, word.text) {
        return None;
    }
    let meaning = match word.class {
        Class::Past => Meaning::Vague(Vague::Past),
        Class::Present => Meaning::Vague(Vague::Present),
        Class::Future => Meaning::Vague(Vague::Future),
        _ => Meaning::Then { ahead: word.text == "届时" },
    };
    Some((meaning, end))
}

fn fits(scan: &Scan, at: usize, end: usize, word: &str) -> bool {
    let before = scan.before(at);
    let after = scan.at(end);
    // 发|现阶段, 出|现在.
    if word.starts_with('现')
        && matches!(
            before,
            '发' | '实' | '出' | '表' | '呈' | '体' | '展' | '浮' | '显' | '重' | '兑' | '再' | '变' | '闪' | '涌'
        )
    {
        return false;
    }
    match word {
        "之前" => {
            matches!(before, ',' | '。' | ';' | ':' | '\n') && matches!(after, ',' | '也' | '曾' | '有' | '就' | '已')
        }
        // 过去的2024年 and 刚刚过去的10月 tell the time themselves.
        "过去" if before == '刚' || (after == '的' && scan.at(end + 1).is_ascii_digit()) => false,
        "过去" => !letters::NOT_AFTER_GONE.contains(after) && !letters::NOT_BEFORE_GONE.contains(before),
        "最近" => {
            !matches!(after, '的' if scan.one_of(end + 1, &["地", "超", "医", "距", "一家", "一处", "车", "邻", "加", "派", "机", "银", "商", "城", "路", "出"]).is_some())
                && !matches!(before, '离' | '距')
        }
        "时下" => !matches!(before, '面' | '到' | '的'),
        "以前" => !matches!(before, '年' | '月' | '日' | '天' | '周' | '岁' | '点'),
        "近期" | "近日" => !matches!(before, '最' | '远' | '接'),
        "未来" => !matches!(after, '感' | '式' | '派' | '主' | '汽' | '科' | '论' | '学' | '已'),
        "同期" => matches!(before, ',' | '。' | ';' | '\n'),
        "先前" => before != '原',
        "将来" => !matches!(after, '自' | '到' | '临' | '华' | '源'),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::expressions;

    #[test]
    fn vague_times() {
        let cases: &[(&str, &[&str])] = &[
            ("近日宣布", &["近日"]),
            ("目前仍在", &["目前"]),
            ("今后继续", &["今后"]),
            ("体现在", &[]),
            ("走过去", &[]),
            ("发现阶段", &[]),
            ("未来感", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(expressions(text), *expected, "{text}");
        }
    }
}
