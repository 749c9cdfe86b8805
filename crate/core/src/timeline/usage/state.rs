//! Times of how things stand, and times until which something holds: nothing happens then.

use super::{
    super::{
        document::{is_predicate, may_predicate},
        words::{self, Class},
    },
    Around, NEAR,
};
use crate::lexicon::Word;

impl Around<'_, '_> {
    /// 今年明显偏晚: a year, and nothing happens in its clause.
    pub(super) fn only_describes(&self) -> bool {
        let year = self.expression.ends_with('年') && !self.expression.contains(|letter: char| letter.is_ascii_digit());
        // 今年进的货比去年还多
        if year && words::has(self.after, Class::ThanBefore) {
            return true;
        }
        // 今日欧美以看空为主
        let told = self.after.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if told.ends_with("为主") && told.contains('以') && self.expression.starts_with(['今', '本', '近']) {
            return true;
        }
        // 2017年是一个重要节点
        let after = self.words_after();
        let turning = words::ends(self.after.trim_end(), Class::Turning);
        // 六七十年代是轮渡的黄金时期
        if self.expression.ends_with(['年', '代', '纪', '初', '末', '季'])
            && self.after.trim_start().starts_with('是')
            && turning
        {
            return true;
        }
        // 今年全省造船业景气度高于往常水平: so it is, nothing happens.
        let measured = |word: &Word<'_>| matches!(word.text, "高于" | "低于" | "好于" | "优于" | "不及");
        if year && self.before.trim().is_empty() && after.iter().any(measured) {
            return true;
        }
        // 5月9日是周日。 the sentence says nothing else.
        let named = self.expression.contains('是') || self.after.trim_start().starts_with('是');
        let rest = self.rest.get(self.after.len()..).unwrap_or_default();
        let alone = self.before.trim().is_empty() && rest.chars().all(|letter| !letter.is_alphanumeric());
        if named && alone && !after.iter().any(|word| is_predicate(word) && word.text != "是") {
            return true;
        }
        // jieba knows 偏晚 and 偏高 as nothing in particular.
        // 非常重视 may be one word.
        let to_a_degree = |word: &Word<'_>| {
            word.tag == "l"
                && words::of(Class::Stative).any(|how| how.chars().count() > 1 && word.text.starts_with(how))
        };
        let says_how = |word: &&Word<'_>| {
            word.tag == "a" || word.text.starts_with('偏') || words::is(word.text, Class::Stative) || to_a_degree(word)
        };
        // 市况充满挑战: beside such a verb others are nouns, unless jieba is sure.
        let so = after.iter().any(|word| words::is(word.text, Class::Stative) || to_a_degree(word));
        // 对于市场的开拓非常重视: what stands behind 的 is a noun.
        let object = |at: usize| {
            at > 0
                && (at + 1 == after.len() && words::is(after[at - 1].text, Class::Stative)
                    || after[at - 1].text == "的" && at + 1 < after.len())
        };
        let happens = |(at, word): (usize, &Word<'_>)| {
            let noun = so && (matches!(word.tag, "vn" | "l" | "i" | "x") || object(at));
            may_predicate(word) && word.tag != "zg" && !says_how(&word) && !noun
        };
        let verb = after.iter().enumerate().any(happens);
        // 今年是她从事外贸的第九年
        if year && self.after.trim_start().starts_with('是') && self.after.trim_end().ends_with('年') {
            return true;
        }
        // 2012年需求非常疲软: of a year or a quarter that is named only what is plainly a state.
        let named = self.expression.ends_with('年') && self.names_a_year() || self.expression.ends_with("季度");
        let coarse = year || so && named;
        coarse && !verb && after.iter().any(|word| says_how(&word))
    }

    /// 7月以来没有离开过, 2020年之前公司一直盈利: what did not happen over a stretch, or lasted all of it.
    pub(super) fn lasts_over_a_stretch(&self) -> bool {
        let after = self.after.trim_start();
        let opens = ["以来", "之前", "以前"].iter().find_map(|word| after.strip_prefix(word));
        let inside = ["以来", "之前", "以前"].iter().any(|word| self.expression.ends_with(word));
        let Some(told) = opens.or(inside.then_some(after)) else { return false };
        let told = if told.trim().is_empty() { self.next_clause() } else { told };
        ["一直", "始终", "没", "从未", "尚未", "并未", "未曾"].iter().any(|word| told.contains(word))
    }

    /// 任期至2029年, 合同到2024年夏天才结束, 租赁合同签到2031年底, 净利润累计不低于11亿元: how long something holds, and what
    /// must be kept in it.
    pub(super) fn is_a_term(&self) -> bool {
        let closes = self.after.trim().is_empty() && !self.before.contains(['将', '拟']);
        let until = self
            .before
            .trim_end()
            .strip_suffix(['至', '到'])
            .is_some_and(|held| words::ends(held, Class::Holding) || closes && words::has(held, Class::Holding));
        // A term ends then even where the contract says that it ends.
        let told = if self.after.trim().is_empty() { self.next_clause() } else { self.after };
        until || ["不低于", "不少于", "不高于", "不超过"].iter().any(|bound| told.contains(bound))
    }

    /// The clause behind the expression's own: 2月以来，当地一直没有降雨.
    fn next_clause(&self) -> &str {
        let next = self.rest.get(self.after.len()..).unwrap_or_default().trim_start_matches(['，', ',']);
        next.split(['，', '。', '；']).next().unwrap_or_default()
    }

    /// 军队撤至2022年停火线以东: a year in the name of what something gets to.
    pub(super) fn names_where_it_ends(&self) -> bool {
        let before = self.before.trim_end();
        let verb = self.words_before().iter().rev().find(|word| !matches!(word.text, "至" | "到"));
        let after = self.words_after();
        self.expression.ends_with('年')
            && before.ends_with(['至', '到'])
            && verb.is_some_and(|verb| verb.tag.starts_with(['v', 'x']) && !verb.text.starts_with('截'))
            && after.first().is_some_and(|next| next.tag.starts_with(['n', 'v']) || matches!(next.tag, "x" | "b"))
            && self.after.trim_start().starts_with(char::is_alphanumeric)
            // 停火线, 控制线: a verb in a name.
            && !after.iter().enumerate().any(|(at, word)| {
                let line = after.get(at + 1).is_some_and(|next| next.tag == "n" && next.text.chars().count() == 1);
                is_predicate(word) && !line
            })
    }

    /// 且在9月14日收盘后仍持有的投资者，可以登记索赔: whom a rule is for.
    pub(super) fn tells_whom_a_rule_is_for(&self) -> bool {
        let end = self.rest.char_indices().nth(4 * NEAR).map_or(self.rest.len(), |(at, _)| at);
        let Some(near) = self.rest.get(..end).filter(|near| near.contains('的')) else { return false };
        let rules = ["，可", "可以", "，应", "，须", "，均", "有权", "，不得"];
        let Some(at) = rules.iter().filter_map(|rule| near.find(rule)).min() else { return false };
        let class = near.get(..at).unwrap_or_default();
        let Some((told, whom)) = class.rsplit_once('的') else { return false };
        // 昨天公布的办法，可以…: what came of a deed is no class.
        let people = whom.chars().count() <= NEAR / 2
            && whom.ends_with(['者', '人', '户', '民', '员', '工', '庭', '业', '童', '生']);
        people && !told.contains(['。', '；', '了', '“']) && !self.expression.contains(['今', '昨'])
    }
}
