//! What a time expression does in its sentence: does it date an event, or something else?
//!
//! A date in a text is not yet an event. It may be the yardstick of a comparison (较2019年增长), the name of a
//! document (2018年度报告), the line that says when the news was filed (9月28日报道), the beginning of a record
//! (2010年以来新高) or a habit (常年11月). Every rule here looks at the words beside the expression and names
//! the use it found.

use std::ops::Range;

use super::{
    document::{Document, Sentence, is_predicate, may_predicate},
    words::{self, Class},
};

/// What a time expression does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Usage {
    /// It dates a predicate.
    Event,
    /// It belongs to a noun: 2025 年的资本支出预期.
    Scope,
    /// Something is compared with it.
    Comparison,
    /// It opens the stretch over which something is a record or is counted.
    Record,
    /// It says what is usual.
    Habit,
    /// It is the publication line.
    Dateline,
    /// It stands in the title of a work.
    Work,
    /// It stands alone in brackets.
    Aside,
    /// It stands in a condition: 如果是9月以后腌.
    Condition,
    /// It measures how long something took: 运营13年后停运.
    Measure,
    /// The writer speaks to the reader: 今天教大家做一道菜.
    Address,
}

/// The text around an expression, as far as the rules look.
struct Around<'d, 't> {
    sentence: &'d Sentence<'t>,
    span: Range<usize>,
    /// From the clause's beginning to the expression.
    before: &'t str,
    /// The expression.
    expression: &'t str,
    /// From the expression to the clause's end.
    after: &'t str,
    /// From the expression to the sentence's end.
    rest: &'t str,
    /// Where the clause ends.
    end: usize,
}

/// Decides what the expression at `span` does in its sentence.
pub(super) fn usage(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> Usage {
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).cloned().unwrap_or_else(|| sentence.span.clone());
    let text = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    let around = Around {
        sentence,
        span: span.clone(),
        before: text(clause.start.min(span.start)..span.start),
        expression: text(span.clone()),
        after: text(span.end..clause.end.max(span.end)),
        rest: text(span.end..sentence.span.end.max(span.end)),
        end: clause.end,
    };
    let lead = text(sentence.span.start..span.start);
    let rules = [
        (in_work(lead) || around.names_a_work(), Usage::Work),
        (around.is_dateline(lead), Usage::Dateline),
        (around.is_habit() || around.defines(), Usage::Habit),
        (is_condition(clause_lead(lead)), Usage::Condition),
        (around.is_comparison() || around.only_describes(), Usage::Comparison),
        (around.is_record(), Usage::Record),
        (around.is_aside(), Usage::Aside),
        (around.measures(), Usage::Measure),
        (is_address(text(sentence.span.clone())), Usage::Address),
        (around.scopes_a_noun(), Usage::Scope),
    ];
    rules.into_iter().find(|(holds, _)| *holds).map_or(Usage::Event, |(_, usage)| usage)
}

/// Whether a title in 《》 is open at the end of the text.
fn in_work(lead: &str) -> bool {
    matches!((lead.rfind('《'), lead.rfind('》')), (Some(open), close) if close.is_none_or(|close| close < open))
}

impl Around<'_, '_> {
    /// 2018年《白皮书》, 2019年版: what follows is a work, and the year belongs to it.
    fn names_a_work(&self) -> bool {
        self.after.trim_start().starts_with('《')
            && !ends_with_preposition(self.before)
            && !self.before.trim().is_empty()
    }

    /// 新华社11月12日电: near the sentence's beginning, followed by a word for "filed".
    fn is_dateline(&self, lead: &str) -> bool {
        let after = self.after.trim_start();
        let named = words::of(Class::DatelineAfter).any(|word| {
            after.strip_prefix(word).is_some_and(|rest| {
                let next = rest.trim_start().chars().next();
                let parted = rest.starts_with(char::is_whitespace);
                // 11月11日的报道中 and 报道称 are said of somebody else's report, which is an event.
                parted || next.is_none_or(|next| !next.is_alphanumeric() || matches!(word, "讯" | "电"))
            })
        });
        named && lead.chars().count() <= LEAD
    }

    /// 常年11月19日.
    fn is_habit(&self) -> bool {
        let before = self.before.trim_end();
        let open = before.rfind([')', '）']).map_or(before, |closed| &before[closed..]);
        words::of(Class::HabitBefore)
            .any(|word| before.ends_with(word) || (word.chars().count() > 1 && open.contains(word)))
    }

    /// 农历腊月初八是腊八节: what a day is called, every year.
    fn defines(&self) -> bool {
        let after = self.after.trim_start();
        let named = after.strip_prefix('是').or_else(|| after.strip_prefix('为')).map(|name| name.trim_end());
        let calls = named.is_some_and(|name| name.ends_with(['节', '日']) && name.chars().count() <= NEAR);
        calls && !self.expression.contains(|letter: char| letter.is_numeric() || letter == '年')
    }

    /// 较2019年, 与去年同期相比.
    fn is_comparison(&self) -> bool {
        if self.expression.ends_with("同期") {
            return true;
        }
        let before = self.before.trim_end().trim_end_matches(['在', '于', '了', '到', '至']).trim_end();
        if words::of(Class::CompareBefore).any(|word| before.ends_with(word)) {
            return true;
        }
        let joined = before.ends_with(['与', '同', '和', '跟']);
        let near: String = self.after.chars().take(NEAR).collect();
        let inside = self.before.is_empty() || joined;
        words::of(Class::CompareAfter).any(|word| {
            let at = near.find(word);
            at == Some(0)
                || (joined && at.is_some())
                || (inside && at.is_some_and(|at| near[..at].trim_matches('的').is_empty()))
        })
    }

    /// 今年明显偏晚: a year, and nothing happens in its clause.
    fn only_describes(&self) -> bool {
        let year = self.expression.ends_with('年') && !self.expression.contains(|letter: char| letter.is_ascii_digit());
        // 2017年是一个重要节点
        let turning =
            ["节点", "元年", "拐点", "之年", "年份", "一年"].iter().any(|noun| self.after.trim_end().ends_with(noun));
        if self.expression.ends_with('年') && self.after.trim_start().starts_with('是') && turning {
            return true;
        }
        let after = self.sentence.words_in(&(self.span.end..self.end));
        let verb = after.iter().any(|word| may_predicate(word) && word.tag != "a");
        year && !verb && after.iter().any(|word| word.tag == "a")
    }

    /// 创2019年以来新高, 继上周五以来第三次.
    fn is_record(&self) -> bool {
        let after = self.after.trim_start();
        // 年内累计跌幅达47%: a sum over the stretch.
        if after.starts_with("累计") {
            return true;
        }
        let opens = ["以来", "之后", "后", "来"].iter().find_map(|word| after.strip_prefix(word));
        let inside = self.expression.ends_with("以来") || self.expression.ends_with("年来");
        let Some(behind) = opens.or(inside.then_some(after)) else { return false };
        let near: String = behind.trim_start().chars().take(NEAR).collect();
        let counted = ["第", "的第", "首", "的首"].iter().any(|word| near.starts_with(word));
        // The record may stand in the next clause: 开设四年以来，她是首位女性获奖者.
        let wide: String = self.rest.chars().take(2 * NEAR).collect();
        let record = words::of(Class::RecordAfter).any(|word| wide.contains(word));
        let since = inside || after.starts_with(['以', '来']);
        counted || (record && since) || (self.before.trim_end().ends_with('继') && near.contains('第'))
    }

    /// 卢煜明（2016年）: nothing but the time stands in the brackets. 地节三年，即公元前67年: it explains the one before.
    fn is_aside(&self) -> bool {
        let before = self.before.trim_end();
        let opened = before.ends_with(['(', '（', '[', '［', '【']);
        let closes = [')', '）', ']', '］', '】', '-', '—', '至', '、', '生'];
        (opened && self.after.trim_start().starts_with(closes))
            || (before == "即" && self.rest.chars().all(|letter| !letter.is_alphanumeric()))
    }

    /// 2025 年的资本支出预期, 公布2019年名单.
    fn scopes_a_noun(&self) -> bool {
        let after = self.after.trim_start();
        let told = self.before.trim_end();
        // 最近一次是今年1月8日的3.2级地震: the sentence says when.
        if told.ends_with('是') && after.starts_with('的') && told.chars().count() > 1 {
            return false;
        }
        // 对2023年以后出生的婴幼儿
        if told.starts_with('对') && after.contains('的') {
            return true;
        }
        if let Some(noun) = after.strip_prefix('的') {
            return !self.is_occasion(noun);
        }
        // 根据此前9月29日公告
        let cited = ["公告", "通报", "声明", "报道", "消息", "文件"].iter().any(|paper| after.starts_with(paper));
        if cited && ["根据", "依据", "按照", "据"].iter().any(|word| self.before.contains(word)) {
            return true;
        }
        if starts_with_counter(after) {
            return true;
        }
        let before = self.before.trim_end();
        // 截至6月29日的第三季度, 不被打扰的夜晚: the time is a noun that is described.
        let described = ["日的", "月的", "年的"].iter().any(|time| before.ends_with(time))
            || (before.ends_with('的') && after.chars().all(|letter| !letter.is_alphanumeric()));
        if described || before.ends_with("时至") || self.names_a_paper() || self.is_named_in_passing() {
            return true;
        }
        if before.is_empty() || ends_with_preposition(before) {
            return false;
        }
        let published = words::of(Class::Publish).any(|verb| contains_near(before, verb));
        let document = words::of(Class::Document).any(|noun| after.contains(noun));
        if published && document {
            return true;
        }
        // 年份为2016年: the time is what is said, not when.
        let empty = after.chars().all(|letter| !letter.is_alphanumeric());
        let told_when = ["时间为", "时间是", "时间：", "时间:", "日期为"].iter().any(|copula| before.ends_with(copula));
        if empty
            && !told_when
            && ["年份为", "年份是", "年度为", "为", "是", ":", "："].iter().any(|copula| before.ends_with(copula))
        {
            return true;
        }
        self.is_object_of_a_verb()
    }

    /// 腊八粥, 资本寒冬: the name of a festival or a season inside another noun, or one that is only spoken of.
    fn is_named_in_passing(&self) -> bool {
        if !is_name_of_time(self.expression) {
            return false;
        }
        const CLOSING: [&str; 16] = [
            "，", ",", "刚过", "将至", "期间", "当天", "当日", "假期", "过后", "前夕", "前后", "之际", "后", "前",
            "这天", "那天",
        ];
        let before = self.before.trim_end();
        let opens = before.is_empty() || ends_with_preposition(before);
        let after = self.after.trim_start();
        let closes = after.is_empty() || CLOSING.iter().any(|word| after.starts_with(word));
        !(opens && closes)
    }

    /// 2018年度财务报告: a paper within a few letters, and no predicate before it.
    fn names_a_paper(&self) -> bool {
        if self.expression.ends_with(['日', '号']) {
            return false;
        }
        let near: String = self.after.chars().take(PAPER).collect();
        let Some((at, paper)) = words::of(Class::Paper).filter_map(|paper| Some((near.find(paper)?, paper))).min()
        else {
            return false;
        };
        let between = self.sentence.words_in(&(self.span.end..self.span.end + at));
        // 获奖名单, 当选名单: a verb right before the paper only tells what kind it is, unless it made the paper public.
        let verbs = between.iter().filter(|word| word.tag == "v" && word.text != paper);
        let kinds = verbs.clone().all(|verb| verb.end() == self.span.end + at && !words::is(verb.text, Class::Publish));
        kinds && verbs.count() <= 1
    }

    /// 11月11日的报道中，…: an occasion that dates what follows.
    fn is_occasion(&self, noun: &str) -> bool {
        const CLOSING: [&str; 10] = ["上", "中", "里", "期间", "时", "之际", "现场", "后", "前", "间"];
        let noun = noun.trim_end();
        if ["报道", "公告", "通报", "文章", "报告"].iter().any(|paper| noun.contains(paper)) {
            return false;
        }
        let closed = CLOSING.iter().any(|word| noun.ends_with(word)) && noun.chars().count() <= LEAD;
        let time = ["一天", "一个", "某", "早", "晚", "上午", "下午", "凌晨", "春", "夏", "秋", "冬", "最后", "第"];
        let timely = time.iter().any(|word| noun.trim_start().starts_with(word));
        // 1月5日的首轮联赛，他没有出场: the clause holds nothing but the occasion.
        let opens = matches!(self.before.trim(), "" | "在" | "于" | "就在" | "但在" | "而在");
        let words = self.sentence.words_in(&(self.span.end..self.end));
        if opens && self.rest.len() > self.after.len() + 12 && !words.is_empty() && !words.iter().any(is_predicate) {
            return true;
        }
        // 今年3月的诉讼被驳回 still speaks of the lawsuit; but 在今年3月的会上，他说 dates his words.
        closed || (timely && self.before.trim().chars().count() <= 1)
    }

    /// 运营13年后, 逗留将近1000天后: a verb right before it says what took so long. 今年43岁, 行政拘留5日, 此后三十年.
    fn measures(&self) -> bool {
        let after = self.after.trim_start();
        let aged = after.trim_start_matches(|letter: char| letter.is_numeric() || is_numeral(letter)).trim_start();
        if aged.len() < after.len() && (aged.starts_with('岁') || aged.starts_with("周岁")) {
            return true;
        }
        let before = self.before.trim_end();
        let within = self.expression.ends_with('内');
        let planned = ["计划", "打算", "准备", "需", "须"].iter().any(|word| before.ends_with(word));
        if within && (planned || self.expression.contains("工作日") || self.expression.ends_with("小时内")) {
            return true;
        }
        let stretch = ["此后", "之后", "其后"].iter().any(|word| self.expression.starts_with(word));
        if stretch && self.expression.ends_with('年')
            || self.before.trim_end().ends_with('已') && self.expression.starts_with("过去")
        {
            return true;
        }
        let counted = self.expression.starts_with(|first: char| first.is_numeric() || is_numeral(first));
        let elapsed = self.expression.ends_with('后');
        let sentenced = self.expression.ends_with('日')
            && !self.expression.contains('月')
            && after.chars().all(|letter| !letter.is_alphanumeric());
        let clause = self.span.start.saturating_sub(self.before.len());
        let before = self.sentence.words_in(&(clause..self.span.start));
        let near = before
            .iter()
            .rev()
            .find(|word| !matches!(word.text, "了" | "将近" | "近" | "约" | "超过" | "长达" | "达" | "满"));
        let verb = near.is_some_and(|word| {
            may_predicate(word) && word.text.chars().count() > 1 && !words::is(word.text, Class::Plan)
        });
        counted && (elapsed || sentenced) && verb
    }

    /// Whether the expression stands between a verb and the noun that is the verb's object, with no predicate of
    /// its own: 确定2024年工作重点.
    fn is_object_of_a_verb(&self) -> bool {
        let before = self.sentence.words_in(&(self.span.start.saturating_sub(self.before.len())..self.span.start));
        let after = self.sentence.words_in(&(self.span.end..self.end));
        let Some(last) = before.iter().rev().find(|word| !matches!(word.text, "了" | "过" | "其" | "的" | "对"))
        else {
            return false;
        };
        let verb = last.tag.starts_with('v') && last.text.chars().count() > 1 && !words::is(last.text, Class::Speech);
        // 参赛资格, 运行情况: a verb right before the last noun only tells what kind it is.
        let predicate = after.iter().enumerate().any(|(at, word)| {
            let kind = at + 2 == after.len() && after[at + 1].tag.starts_with('n');
            is_predicate(word) && word.tag != "a" && !kind
        });
        let noun = after.iter().any(|word| word.tag.starts_with('n') || word.tag == "vn" || word.tag == "x");
        verb && noun && !predicate
    }
}

/// A publication line stands within so many letters of the sentence's beginning.
const LEAD: usize = 24;
/// A paper's name has so many letters at most.
const PAPER: usize = 9;
/// How far a rule looks for its partner, in letters.
const NEAR: usize = 14;

/// Whether an expression is a bare name, of a festival, a solar term or a season, without a number or a unit.
fn is_name_of_time(expression: &str) -> bool {
    let season = expression.trim_end_matches(['天', '季']);
    let bare = if season.ends_with(['春', '夏', '秋', '冬']) { season } else { expression };
    !bare.contains(|letter: char| letter.is_numeric() || "年月日号周天晚早晨午夜点时分季纪".contains(letter))
}

/// The clauses that a condition may span: from the last full stop, which a sentence does not hold, all of it.
fn clause_lead(lead: &str) -> &str {
    let from = lead.rfind(['；', ';', '“', '：', ':']).unwrap_or(0);
    lead.get(from..).unwrap_or(lead)
}

fn is_condition(lead: &str) -> bool {
    let last = lead.rfind(['，', ',']).map_or(lead, |comma| &lead[comma..]);
    ["如果", "假如", "倘若", "若是", "要是", "一旦", "哪怕", "即使", "即便"].iter().any(|word| last.contains(word))
}

fn is_numeral(letter: char) -> bool {
    "一二三四五六七八九十百千万两几数".contains(letter)
}

/// Whether the sentence speaks to the reader.
fn is_address(sentence: &str) -> bool {
    ["小编", "教大家", "教你", "跟大家", "和大家", "给大家", "为大家"].iter().any(|word| sentence.contains(word))
}

fn ends_with_preposition(before: &str) -> bool {
    const WORDS: [&str; 14] =
        ["在", "于", "到", "至", "自", "从", "截至", "截止", "就", "早在", "直到", "经", "、", "是"];
    WORDS.iter().any(|word| before.ends_with(word))
}

/// 度, 版, 届, 款: the time belongs to a thing that is counted or versioned.
fn starts_with_counter(after: &str) -> bool {
    const COUNTERS: [&str; 10] = ["度报", "度财", "年度", "版", "款", "届", "级", "年报", "财年报", "新款"];
    COUNTERS.iter().any(|counter| after.starts_with(counter))
}

/// Whether the verb stands near the end of the text.
fn contains_near(text: &str, verb: &str) -> bool {
    text.rfind(verb).is_some_and(|at| text[at + verb.len()..].chars().count() <= 4)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::{Input, Paragraph, Role};

    /// The expression stands between ‹ and ›.
    fn usage_in(marked: &str) -> Usage {
        let start = marked.find('‹').unwrap();
        let text = marked.replace('‹', "");
        let end = text.find('›').unwrap();
        let text = text.replace('›', "");
        let input = Input { paragraphs: vec![Paragraph { text: &text, role: Role::Body }], ..Input::default() };
        let joined = crate::timeline::document::join(&input);
        let document = Document::read(&input, &joined, None);
        usage(&document, &document.sentences[0], &(start..end))
    }

    #[test]
    fn an_expression_that_dates_a_predicate_is_an_event() {
        for text in [
            "‹2018年›，新桥通车。",
            "公司成立于‹2016年›。",
            "市政部门‹昨天›回应：该说法不实。",
            "‹春节›期间，景区接待游客八万人。",
            "在‹国庆›，两人举行了婚礼。",
            "他在‹昨天›的发布会上，宣布退出。",
            "市民‹9月3日›报道称见过它的人不多。",
            "活动时间为‹11月25日至12月底›。",
            "自‹2010年›发展有轨电车以来，里程不断增加。",
        ] {
            assert_eq!(usage_in(text), Usage::Event, "{text}");
        }
    }

    #[test]
    fn what_dates_no_event_is_named() {
        let cases = [
            ("它已将‹2025年›的资本支出预期提高。", Usage::Scope),
            ("学会公布了‹2019年›当选会员名单。", Usage::Scope),
            ("要求补缴‹2016年›企业所得税1亿元。", Usage::Scope),
            ("此次被追缴税款的年份为‹2016年›。", Usage::Scope),
            ("‹2018年度›财务报告显示，公司亏损。", Usage::Scope),
            ("营收较‹2019年›增长三成。", Usage::Comparison),
            ("与‹去年同期›相比，客流翻番。", Usage::Comparison),
            ("气温创‹今年下半年›以来新低。", Usage::Record),
            ("指数继‹上周五›以来第三次大跌。", Usage::Record),
            ("合肥（常年‹11月19日›）即将入冬。", Usage::Habit),
            ("新华社北京‹11月12日›电，新馆开放。", Usage::Dateline),
            ("某晚报‹9月28日›报道，歌手去世。", Usage::Dateline),
            ("在本台‹11月11日›的报道中，有镜头显示桥面开裂。", Usage::Scope),
            ("根据此前‹9月29日›公告，公司将申请复议。", Usage::Scope),
            ("大奖‹2019年›获奖名单公布。", Usage::Scope),
            ("大奖开设‹四年以来›，她是首位女性获奖者。", Usage::Record),
            ("某晚报‹9月28日›报道 记者上午核实，歌手去世。", Usage::Dateline),
            ("‹今天›小编教大家做一碗粥。", Usage::Address),
            ("如果是‹9月以后›腌，时间要延长。", Usage::Condition),
            ("主演‹今年›19岁，身高1.85米。", Usage::Measure),
            ("大家苦等，‹此后三十年›，靠水窖过日子。", Usage::Measure),
            ("归母净利润4.12亿元，‹去年同期›为2.91亿元。", Usage::Comparison),
            ("股价大跌，‹年内›累计跌幅达47%。", Usage::Record),
            ("有“地节三年”的纪年，即‹公元前67年›。", Usage::Aside),
            ("常年这里于‹11月24日›入冬。", Usage::Habit),
            ("财报显示，在截至6月29日的‹第三季度›，营收下降。", Usage::Scope),
            ("想煮出好吃的‹腊八›粥并不难。", Usage::Scope),
            ("资本‹寒冬›来袭。", Usage::Scope),
            ("‹农历腊月初八›是腊八节。", Usage::Habit),
            ("《‹2019年›行业白皮书》显示增长放缓。", Usage::Work),
            ("获奖者为陈一鸣（‹2016年›）、周远（2017年）。", Usage::Aside),
        ];
        for (text, expected) in cases {
            assert_eq!(usage_in(text), expected, "{text}");
        }
    }
}
