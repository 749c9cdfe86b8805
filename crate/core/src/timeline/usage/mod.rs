//! What a time expression does in its sentence: does it date an event, or something else?
//!
//! A date in a text is not yet an event. It may be the yardstick of a comparison (较2019年增长), the name of a
//! document (2018年度报告), the line that says when the news was filed (9月28日报道), the beginning of a record
//! (2010年以来新高) or a habit (常年11月). Every rule here looks at the words beside the expression and names
//! the use it found.

mod compare;
mod measure;
mod noun;
mod state;

use std::ops::Range;

use super::{
    document::{Document, Sentence, near},
    words::{self, Class},
};
use crate::lexicon::Word;

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
    /// It says when the reporter learned of the news.
    Source,
    /// It stands in the title of a work.
    Work,
    /// It stands alone in brackets, or in a line that leads to another story.
    Aside,
    /// It stands in somebody's words and counts from what they know.
    Quoted,
    /// It stands in a condition: 如果是9月以后腌.
    Condition,
    /// It measures how long something took: 运营13年后停运.
    Measure,
    /// The writer speaks to the reader: 今天教大家做一道菜.
    Address,
}

/// A publication line stands within so many letters of the sentence's beginning.
const LEAD: usize = 24;
/// A remark in brackets has so many letters at most.
const BRACKETS: usize = 40;
/// How far a rule looks for its partner, in letters.
const NEAR: usize = 14;

/// The text around an expression, as far as the rules look.
struct Around<'d, 't> {
    sentence: &'d Sentence<'t>,
    span: Range<usize>,
    /// From the sentence's beginning to the expression.
    lead: &'t str,
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

impl<'t> Around<'_, 't> {
    /// The words from the clause's beginning to the expression.
    fn words_before(&self) -> &[Word<'t>] {
        self.sentence.words_in(&(self.span.start.saturating_sub(self.before.len())..self.span.start))
    }

    /// The words from the expression to the clause's end.
    fn words_after(&self) -> &[Word<'t>] {
        self.sentence.words_in(&(self.span.end..self.end))
    }
}

/// Decides what the expression at `span` does in its sentence.
pub(super) fn usage(document: &Document<'_>, sentence: &Sentence<'_>, span: &Range<usize>) -> Usage {
    let clause = sentence.clauses.get(sentence.clause_at(span.start)).cloned().unwrap_or_else(|| sentence.span.clone());
    let clause = near(document.text, &clause, span);
    let whole = near(document.text, &sentence.span, span);
    let text = |range: Range<usize>| document.text.get(range).unwrap_or_default();
    let around = Around {
        sentence,
        span: span.clone(),
        lead: text(whole.start..span.start),
        before: text(clause.start.min(span.start)..span.start),
        expression: text(span.clone()),
        after: text(span.end..clause.end.max(span.end)),
        rest: text(span.end..whole.end),
        end: clause.end,
    };
    let lead = around.lead;
    // The first that holds; what costs most stands last.
    let rules: [(&dyn Fn() -> bool, Usage); 12] = [
        (&|| in_work(lead) || around.names_a_work(), Usage::Work),
        (&|| around.is_dateline(lead), Usage::Dateline),
        (&|| around.is_source(), Usage::Source),
        (&|| around.is_habit() || around.defines(), Usage::Habit),
        (
            &|| {
                is_condition(clause_lead(lead))
                    || around.heads_a_condition()
                    || words::ends(around.before.trim_end(), Class::Imagine)
            },
            Usage::Condition,
        ),
        (&|| around.is_comparison() || around.only_describes(), Usage::Comparison),
        (&|| around.is_record() || around.lasts_over_a_stretch(), Usage::Record),
        (&|| around.is_instruction(), Usage::Address),
        (
            &|| {
                around.is_weather(lead)
                    || around.is_aside()
                    || around.stands_alone()
                    || leads_elsewhere(lead)
                    || around.is_drawing_near()
                    || around.is_filing()
            },
            Usage::Aside,
        ),
        (&|| around.measures() || around.is_a_term(), Usage::Measure),
        (&|| words::has(text(whole.clone()), Class::Address) || asks(text(whole.clone())), Usage::Address),
        (
            &|| {
                around.scopes_a_noun()
                    || around.modifies_a_noun()
                    || around.names_where_it_ends()
                    || around.tells_whom_a_rule_is_for()
            },
            Usage::Scope,
        ),
    ];
    rules.into_iter().find(|(holds, _)| holds()).map_or(Usage::Event, |(_, usage)| usage)
}

/// 2019年的收成，您觉得哪块地最好呢？: an interviewer asks, and a question tells of nothing.
fn asks(sentence: &str) -> bool {
    let sentence = sentence.trim_end_matches(['”', '」', '』', '"', ' ']);
    sentence
        .strip_suffix(['？', '?'])
        .is_some_and(|asked| asked.ends_with(['吗', '呢', '么']) || asked.contains(['您', '哪']))
}

/// （延伸阅读：国庆过后…）: the line or the brackets lead to another story.
fn leads_elsewhere(lead: &str) -> bool {
    let open = lead.rfind(['(', '（', '【', '［', '[']).map_or(lead, |open| &lead[open..]);
    [lead, open].iter().any(|text| {
        let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        words::begins(text, Class::Elsewhere)
    })
}

/// Whether a title in 《》 is open at the end of the text.
fn in_work(lead: &str) -> bool {
    matches!((lead.rfind('《'), lead.rfind('》')), (Some(open), close) if close.is_none_or(|close| close < open))
}

impl Around<'_, '_> {
    /// 新华社11月12日电: near the sentence's beginning, followed by a word for "filed".
    fn is_dateline(&self, lead: &str) -> bool {
        let after = self.after.trim_start();
        // 1月17日北京消息
        let placed = self.words_after().first().filter(|place| place.tag == "ns");
        let after = placed.and_then(|place| after.strip_prefix(place.text)).map_or(after, str::trim_start);
        // 据外媒11日报道称，…
        if after.starts_with("报道") && self.before.trim_start().starts_with('据') {
            return true;
        }
        let named = words::of(Class::DatelineAfter).any(|word| {
            after.strip_prefix(word).is_some_and(|rest| {
                let next = rest.trim_start().chars().next();
                let parted = rest.starts_with(char::is_whitespace);
                // 11月11日的报道中 and 报道称 are said of somebody else's report, which is an event.
                parted
                    || placed.is_some()
                    || next.is_none_or(|next| !next.is_alphanumeric() || matches!(word, "讯" | "电"))
            })
        });
        named && lead.chars().count() <= LEAD
    }

    /// 记者今天从市应急局获悉，…: when the reporter learned of what another time dates, or none.
    fn is_source(&self) -> bool {
        let learned = words::ends(self.after.trim_end(), Class::Learn) && words::has(&self.clause(), Class::Reporter);
        learned && self.rest.len() > self.after.len()
    }

    /// A line that holds nothing but a time, or a time in brackets: （某刊2012年第2期）.
    fn stands_alone(&self) -> bool {
        let says = |text: &str| text.contains(char::is_alphanumeric);
        let inside = self.lead.trim_start().strip_prefix(['(', '（', '【']);
        let bracketed = inside.is_some_and(|inside| !inside.contains([')', '）', '】']))
            && self.rest.trim_end().ends_with([')', '）', '】'])
            && !self.rest.contains('。')
            && self.lead.chars().count() + self.rest.chars().count() <= BRACKETS;
        bracketed || !(says(self.lead) || says(self.rest)) || self.is_credit_line()
    }

    /// www.example.com 2011-12-14 18:10 来源：…
    fn is_credit_line(&self) -> bool {
        let rest = self.rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let clocked = self.expression.contains([':', '：']) && self.expression.contains(['-', '/', '.', '年']);
        (clocked || self.lead.trim().is_empty())
            && self.lead.chars().count() <= LEAD
            && ((clocked && rest.is_empty()) || words::begins(rest, Class::Credit))
    }

    /// 春节将至: what draws near.
    fn is_drawing_near(&self) -> bool {
        let after = self.after.trim();
        ["将至", "临近", "在即", "来临", "将近", "渐近"].iter().any(|word| {
            after
                .strip_prefix("假期")
                .unwrap_or(after)
                .strip_prefix(word)
                .is_some_and(|rest| !rest.contains(char::is_alphanumeric))
        })
    }

    fn clause(&self) -> String {
        [self.before, self.expression, self.after].concat()
    }

    /// 夜间22时至次日6时尽量减少出行.
    fn is_instruction(&self) -> bool {
        let near: String = self.after.chars().take(NEAR).collect();
        words::has(&near, Class::Instruction)
    }

    /// 2025年3月14日，星期五，多云转晴。: the line of a diary. 白天晴，夜间多云: the line of a forecast.
    fn is_weather(&self, lead: &str) -> bool {
        let part = matches!(self.expression, "白天" | "夜间" | "夜里" | "早晨" | "傍晚" | "早间" | "午后");
        if part
            && (words::begins(self.after.trim_start(), Class::Weather)
                || self.after.contains('级') && self.after.contains('风'))
        {
            return true;
        }
        let rest = self.rest.trim_matches(|letter: char| !letter.is_alphanumeric());
        let brief = rest.chars().count() <= NEAR && lead.chars().count() <= LEAD;
        brief
            && words::ends(rest, Class::Weather)
            && rest.split(['，', ',', ' ']).all(|part| part.chars().count() < LEAD / 4)
    }

    /// 今年，据他推测，如果订单受影响，…: what follows is only supposed.
    fn heads_a_condition(&self) -> bool {
        let behind = self.rest.get(self.after.len()..).unwrap_or_default();
        let mut next = behind.split(['，', ',']).filter(|clause| !clause.trim().is_empty()).take(2);
        let mut supposes = || next.next().is_some_and(|clause| words::begins(clause, Class::Condition));
        self.after.trim().is_empty()
            && (supposes() || behind.trim_start_matches(['，', ',']).starts_with('据') && supposes())
    }

    /// 截至发稿: the moment of writing is no event's.
    fn is_filing(&self) -> bool {
        self.expression.contains("发稿")
    }

    /// 陈一鸣（2016年）: nothing but the time stands in the brackets. 地节三年，即公元前67年: it explains the one before.
    fn is_aside(&self) -> bool {
        let before = self.before.trim_end();
        let opened = before.ends_with(['(', '（', '[', '［', '【']);
        let closes = [')', '）', ']', '］', '】', '-', '—', '至', '、', '生'];
        (opened && self.after.trim_start().starts_with(closes))
            || (before == "即" && self.rest.chars().all(|letter| !letter.is_alphanumeric()))
    }
}

/// The clauses that a condition may span: from the last full stop, which a sentence does not hold, all of it.
fn clause_lead(lead: &str) -> &str {
    let from = lead.rfind(['；', ';', '“', '：', ':']).unwrap_or(0);
    lead.get(from..).unwrap_or(lead)
}

fn is_condition(lead: &str) -> bool {
    let last = lead.rfind(['，', ',']).map_or(lead, |comma| &lead[comma..]);
    words::has(last, Class::Condition)
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
        let document = Document::read(&input, &joined, &joined, &[], None);
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
            "展期时间为‹10月18日至11月底›。",
            "自‹2010年›发展有轨电车以来，里程不断增加。",
        ] {
            assert_eq!(usage_in(text), Usage::Event, "{text}");
        }
    }

    #[test]
    fn what_dates_no_event_is_named() {
        let cases = [
            ("船厂已将‹2025年›的研发投入预算上调。", Usage::Scope),
            ("学会公布了‹2019年›当选会员名单。", Usage::Scope),
            ("要求补缴‹2016年›企业所得税1亿元。", Usage::Scope),
            ("此次被追缴税款的年份为‹2016年›。", Usage::Scope),
            ("‹2018年度›财务报告显示，公司亏损。", Usage::Scope),
            ("营收较‹2019年›增长三成。", Usage::Comparison),
            ("与‹去年同期›相比，客流翻番。", Usage::Comparison),
            ("客流创‹今年三季度›以来新低。", Usage::Record),
            ("指数继‹上周五›以来第三次大跌。", Usage::Record),
            ("临州（常年‹12月2日›）即将入冬。", Usage::Habit),
            ("新华社北京‹11月12日›电，新馆开放。", Usage::Dateline),
            ("某晚报‹9月28日›报道，歌手去世。", Usage::Dateline),
            ("在本台‹11月11日›的报道中，有镜头显示桥面开裂。", Usage::Scope),
            ("根据此前‹9月14日›公告，船厂拟出售船坞。", Usage::Scope),
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
            ("‹1997年›专案组的三名成员已被立案审查。", Usage::Scope),
            ("最热闹的是‹端午›。", Usage::Scope),
            ("那一年正是‹1909年›。", Usage::Scope),
            ("依规定，‹两年内›被罚三次才会列入。", Usage::Measure),
            ("‹端午›将至，商家早早备好了粽叶。", Usage::Aside),
            ("‹2019年›的收成，您觉得哪块地最好呢？", Usage::Address),
            ("运动会由原定的‹9日›推迟至12日举行。", Usage::Comparison),
            ("白天她去厂里上班，‹夜里›在灯下补渔网。", Usage::Habit),
            ("两家的租赁合同签到‹2031年底›，房东不能提前收回。", Usage::Measure),
            ("对于‹四季度›的销量，店长并不乐观。", Usage::Scope),
            ("‹2022年›第5号通告已经张贴。", Usage::Scope),
            ("匾上的“‹乾隆十年›”四字已经模糊。", Usage::Scope),
            ("闭馆时间由‹17时›延长至20时。", Usage::Habit),
            ("票价与‹前年›保持一致。", Usage::Comparison),
            ("距离‹元宵节›仅剩三天。", Usage::Measure),
            ("物业承诺在‹两个月内›换完电梯。", Usage::Measure),
            ("门上贴着营业时间：‹8:00—20:30›。", Usage::Habit),
            ("从被带走‹那天›算起，他失去了自由。", Usage::Measure),
            ("‹九月初九›是重阳节。", Usage::Habit),
            ("《‹2019年›行业白皮书》显示增长放缓。", Usage::Work),
            ("获奖者为陈一鸣（‹2016年›）、周远（2017年）。", Usage::Aside),
        ];
        for (text, expected) in cases {
            assert_eq!(usage_in(text), expected, "{text}");
        }
    }
}
