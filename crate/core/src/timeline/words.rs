//! Word classes, from `data/timeline/words.tsv`.

/// What a word tells about the time expression beside it, or about the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// 比, 较: what follows is a yardstick.
    CompareBefore,
    /// 相比, 同期: what stands before is a yardstick.
    CompareAfter,
    /// 常年, 每逢: what follows recurs.
    HabitBefore,
    /// 新高, 首次: behind …以来, the time opens a stretch of comparison.
    RecordAfter,
    /// 讯, 电: what stands before is a publication line.
    DatelineAfter,
    /// 公布, 补缴: the object may carry a year of its own.
    Publish,
    /// 报告, 名单: such an object.
    Document,
    /// 报告, 名单: a paper that a year before it names.
    Paper,
    /// 近日, 日前: an event of no certain day.
    Shelf,
    /// 可以, 建议: speaks to the reader.
    Advice,
    /// 记者, 据: says that it reports.
    Reporter,
    /// 表示, 称: a report of words.
    Speech,
    /// 将, 拟: looks ahead.
    Plan,
    /// 原定, 本应: a plan that the text looks back to.
    MeantTo,
    /// 今天, 昨晚: counts from the day of speaking.
    Today,
    /// 事故, 火灾: what an article is about, by a noun.
    Accident,
    /// 营业时间: when something is open.
    Opening,
    /// 否认, 不实: it did not happen.
    Deny,
    /// 彼时, 当时: takes up the time of the event before.
    SameTime,
    /// 据传, 网传: hearsay.
    Hearsay,
    /// 获悉, 宣布: fresh news.
    News,
    /// 但, 此外: joins sentences.
    Connective,
    /// 他, 其: stands for somebody else.
    Pronoun,
    /// 公司, 法院: the last part of an organisation's name.
    Role,
    /// 王, 欧阳: begins a person's name.
    Surname,
    /// 在, 于: leads into a time.
    Preposition,
    /// 尽量, 请勿: tells the reader what to do then.
    Instruction,
    /// 没有人相信: what nobody thought then.
    Unthought,
    /// 多云, 小雨: the weather beside the day of a diary.
    Weather,
    /// 获悉, 了解到: where the reporter has it from.
    Learn,
    /// 连续, 接连: what follows counts days.
    Running,
    /// 曾, 早在, 去年: the story goes on from elsewhere.
    LooksBack,
    /// 承认, 回忆: tells of another day than the sentence's.
    Recall,
    /// 展望, 回顾: the time behind is what is spoken of.
    About,
    /// 更多详情, 延伸阅读: leads to another story.
    Elsewhere,
    /// 如果: opens a condition.
    Condition,
    /// 小编, 教大家: the writer speaks to the reader.
    Address,
    /// 届, 版: what a time before it numbers.
    Counter,
    /// 节点, 元年: what a year was.
    Turning,
    /// 公告: a paper that is cited by its date.
    Cited,
    /// 根据: cites it.
    Citing,
    /// 为, 是: the time is what is said.
    Copula,
    /// 时间为: says when.
    ToldWhen,
    /// 期间, 过后: behind a festival that is a time.
    NameCloses,
    /// 上, 期间: ends an occasion.
    OccasionCloses,
    /// 报道: a paper, which is no occasion.
    OccasionPaper,
    /// 一天, 下午: a time of a time.
    OccasionTime,
    /// 计划, 需: what follows measures.
    UntilPlan,
    /// 了, 长达: between a verb and its measure.
    MeasureAdverb,
    /// 增至, 又有: a number takes the place of one before it.
    Grows,
    /// 次日, 第二: tells of one more of its kind.
    Another,
    /// 人, 辆: what is counted.
    Unit,
    /// 始于, 爆发: says that something that goes on began.
    Begins,
    /// 搜救, 救援: one activity under many names.
    Search,
    /// 赛, 战胜: tells of a match.
    Match,
    /// 假期, 长假: days off, counted from a festival.
    Holiday,
}

include!(concat!(env!("OUT_DIR"), "/timeline.rs"));

/// Whether a word is of a class.
pub(super) fn is(word: &str, class: Class) -> bool {
    looked_at(1);
    let from = WORDS.partition_point(|(known, _)| *known < word);
    WORDS.iter().skip(from).take_while(|(known, _)| *known == word).any(|(_, of)| *of == class)
}

/// The words of a class.
pub(super) fn of(class: Class) -> impl Iterator<Item = &'static str> {
    of_class(class).iter().copied()
}

/// Whether a text begins with a word of the class.
pub(super) fn begins(text: &str, class: Class) -> bool {
    of(class).any(|word| text.starts_with(word))
}

/// Whether a text ends with a word of the class.
pub(super) fn ends(text: &str, class: Class) -> bool {
    of(class).any(|word| text.ends_with(word))
}

/// Whether a text holds a word of the class.
pub(super) fn has(text: &str, class: Class) -> bool {
    looked_at(text.len());
    of(class).any(|word| text.contains(word))
}

/// Counts work in tests: so many letters or words were looked at.
#[cfg(not(test))]
pub(super) fn looked_at(_: usize) {}

#[cfg(test)]
pub(super) use super::linear::looked_at;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_classes() {
        assert!(is("宣布", Class::Speech) && is("宣布", Class::News));
        assert!(!is("宣布", Class::Plan) && !is("", Class::Plan));
        assert!(of(Class::Pronoun).any(|word| word == "他们"));
    }
}
