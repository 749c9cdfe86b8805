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
    /// 原, 最初: before a word of plans, the text looks back to one.
    Formerly,
    /// 定, 打算: such a word of plans.
    Intends,
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
    /// 表示, 说: words said aloud on a day.
    Said,
    /// 采访, 信中: words whose day is not told.
    Elsewhen,
    /// 是, 面临: how things are.
    State,
    /// 目击者: was there.
    Witness,
    /// 听到, 看到: what was heard and seen.
    Senses,
    /// 案发, 事故: the accident of the article.
    Case,
    /// 命案, 起火: what that may be.
    Crime,
    /// 案发, 被困: what a story of days counts from, told in other words.
    Outset,
    /// 通报, 召开: what is done about it.
    Handled,
    /// 小时候: the story is at another time.
    Elsewhile,
    /// 应, 须: a rule.
    Must,
    /// 据传, 网传: hearsay.
    Hearsay,
    /// 获悉, 宣布: fresh news.
    News,
    /// 但, 此外: joins sentences.
    Connective,
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
    /// 到期: when a paper falls due.
    Due,
    /// 预定, 购买: the day of what is bought.
    Book,
    /// 年会, 演练: an occasion whose name may hold a year.
    Occasion,
    /// 就当是, 好像: what follows is only likened to.
    Likened,
    /// 推迟, 提前, 延长: moves something to another time.
    Moves,
    /// 承诺, 责令: binds somebody to a term.
    Binds,
    /// 模拟, 假设: what follows is imagined.
    Imagine,
    /// 少见, 多发: says what is usual.
    HabitAfter,
    /// 来源, 责编: a line of credits.
    Credit,
    /// 充满, 面临: says how things are, and not what happened.
    Stative,
    /// 任期, 合同, 续约: holds until the time that follows.
    Holding,
    /// 预期, 预测: what follows was foretold.
    Foretold,
    /// 比去年, 比往年: set beside another year.
    ThanBefore,
    /// 将至, 伊始: means nothing without its time.
    Clings,
    /// 局, 法院: ends the name of an office, which makes news.
    Office,
    /// 物价指数, 失业率: figures that are of a month.
    Figures,
    /// 小说, 主人公: speaks of a work and what it tells.
    Review,
    /// 如何, 是否: leaves open what happens.
    Unsettled,
    /// 谣言, 捏造: behind 系 it did not happen.
    Untrue,
    /// 收到, 造成: what an answer may lack without denying.
    Lacks,
    /// 系, 纯属: says what something is.
    Asserts,
    /// 预计, 预报: what follows is a forecast.
    Forecast,
    /// 未来, 今后: begins a time that looks ahead.
    Onward,
    /// 定于, 承诺在: right before a time that is over, it was only meant.
    Promised,
    /// 媒体, 账号: a source without a name.
    Unnamed,
    /// 称, 推测: what such a source does.
    Claims,
    /// 知情权: 知情 is no source there.
    Informed,
    /// 官方, 业内: whose 人士 are no hearsay.
    Open,
    /// 图片, 名单: what is there, whoever spreads it.
    Exhibit,
    /// 当天, 当月: says once more which day it is.
    ThatTime,
    /// 但, 却: what became of a plan.
    Contrary,
    /// 应, 按计划: what was to happen.
    Ought,
    /// 持续: how long what was told took.
    Lasts,
    /// 现场: where it was told to happen.
    Scene,
    /// 举行, 举办: an event is its object.
    Holds,
    /// 举行, 发布: a verb that says little.
    Light,
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
    beginning(word, class).any(|known| known == word)
}

/// The words of a class, a longer one before those that it begins with.
pub(super) fn of(class: Class) -> impl Iterator<Item = &'static str> {
    of_class(class).iter().map(|(_, word)| *word)
}

/// Whether a text begins with a word of the class.
pub(super) fn begins(text: &str, class: Class) -> bool {
    at_head(text, class).is_some()
}

/// The longest word of the class with which a text begins.
pub(super) fn at_head(text: &str, class: Class) -> Option<&'static str> {
    beginning(text, class).find(|word| text.starts_with(*word))
}

/// Whether a text ends with a word of the class.
pub(super) fn ends(text: &str, class: Class) -> bool {
    of(class).any(|word| text.ends_with(word))
}

/// Whether a text holds a word of the class.
pub(super) fn has(text: &str, class: Class) -> bool {
    places(text, class).next().is_some()
}

/// Where words of a class stand in a text, in its order: at each place the longest.
pub(super) fn places(text: &str, class: Class) -> impl Iterator<Item = (usize, &'static str)> {
    looked_at(text.len());
    text.char_indices().filter_map(move |(at, letter)| {
        let words = with_first(letter, class);
        if words.is_empty() {
            return None;
        }
        let rest = text.get(at..)?;
        words.iter().find(|(_, word)| rest.starts_with(*word)).map(|(_, word)| (at, *word))
    })
}

/// The words of a class that have the first letter of a text.
fn beginning(text: &str, class: Class) -> impl Iterator<Item = &'static str> {
    text.chars().next().map(|letter| with_first(letter, class)).unwrap_or_default().iter().map(|(_, word)| *word)
}

fn with_first(letter: char, class: Class) -> &'static [(char, &'static str)] {
    let words = of_class(class);
    let from = words.partition_point(|(first, _)| *first < letter);
    let count = words[from..].iter().take_while(|(first, _)| *first == letter).count();
    &words[from..from + count]
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
        assert!(of(Class::Speech).any(|word| word == "宣布"));
    }

    #[test]
    fn of_words_that_begin_alike_the_longest_stands_at_a_place() {
        assert_eq!(at_head("但是没走", Class::Contrary), Some("但是"));
        let found: Vec<_> = places("来了，但是没走，可没说", Class::Contrary).collect();
        assert_eq!(found, [(9, "但是"), (24, "可")]);
        assert!(!has("", Class::Contrary) && !begins("", Class::Contrary));
    }
}
