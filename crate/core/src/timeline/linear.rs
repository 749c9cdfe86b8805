//! The work grows with the text and no faster: what is looked at is counted, not timed.

use std::cell::Cell;

use super::{Input, Paragraph, Role, build};
use crate::lexicon::{Lexicon, Pack};

thread_local! {
    static WORK: Cell<usize> = const { Cell::new(0) };
}

/// So many letters or words were looked at.
pub(super) fn looked_at(many: usize) {
    WORK.with(|work| work.set(work.get() + many));
}

/// Words of the texts below, as the dictionary's source has them.
const WORDS: &str = "公司 900 n\n北京 900 ns\n宣布 900 v\n裁员 90 v\n随后 900 d\n员工 900 n\n表示 900 v\n不满 90 a\n离开 900 v\n\
    研究院 90 n\n加入 900 v\n警方 90 n\n通报 90 v\n事故 90 n\n造成 900 v\n死亡 90 v\n现场 90 s\n消防车 90 n\n赶到 90 v\n桥梁 90 n\n\
    正式 90 ad\n通车 90 v\n团队 90 n\n只有 900 c\n据 900 p\n报道 900 v\n项目 900 n\n计划 900 n\n投产 90 v\n记者 900 n\n告诉 900 v\n\
    提交 90 v\n辞呈 9 n\n当晚 90 t\n彼时 90 t\n红 90 a\n黄 90 a\n";

const PARTS: [&str; 10] = [
    "2018年5月3日公司在北京宣布裁员100人",
    "随后员工表示不满",
    "去年12月他离开研究院加入新公司",
    "三天后警方通报称事故造成5人死亡",
    "当晚现场有消防车赶到",
    "今年7月桥梁正式通车",
    "彼时团队只有十二个人",
    "近日据报道该项目计划于明年6月投产",
    "他告诉记者上周五就提交了辞呈",
    "4日、5日和6日当天",
];

/// A text of so many letters, its parts joined by a mark.
fn text(letters: usize, mark: &str) -> String {
    let mut seed = 7_usize;
    let (mut text, mut length) = (String::new(), 0);
    while length < letters {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345) % (1 << 31);
        let part = PARTS[(seed >> 16) % PARTS.len()];
        text.push_str(part);
        text.push_str(mark);
        length += part.chars().count() + mark.chars().count();
    }
    text
}

fn work(text: &str) -> usize {
    let bytes = Pack::write(WORDS).unwrap();
    let lexicon = Lexicon::of(&Pack::read(&bytes).unwrap(), text).unwrap();
    let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 12).and_then(|day| day.and_hms_opt(8, 0, 0));
    let paragraphs = text.lines().map(|text| Paragraph { text, role: Role::Body }).collect();
    WORK.with(|work| work.set(0));
    let _ = build(&Input { title: "公司宣布裁员", published, paragraphs }, Some(&lexicon));
    WORK.with(Cell::get)
}

#[test]
fn work_is_linear_up_to_a_hundred_thousand_letters() {
    // One endless clause; then, smaller, an endless sentence, an open quotation, a paragraph, paragraphs.
    for (mark, letters) in [("", 50_000), ("，", 5_000), ("“", 5_000), ("。", 5_000), ("。\n", 5_000)] {
        let (half, whole) = (work(&text(letters, mark)), work(&text(2 * letters, mark)));
        assert!(half > letters, "nothing was counted: {mark:?} {half}");
        assert!(whole * 10 <= half * 22, "{mark:?}: {letters} letters {half}, twice as many {whole}");
    }
    // Nothing but letters, no predicate among them.
    for word in ["红", "红黄", "2018年", "当晚", "“"] {
        let of = |letters: usize| work(&word.repeat(letters / word.chars().count()));
        let (half, whole) = (of(5_000), of(10_000));
        assert!(whole * 10 <= half * 22 + 1_000, "{word}: 5,000 letters {half}, 10,000 letters {whole}");
    }
}
