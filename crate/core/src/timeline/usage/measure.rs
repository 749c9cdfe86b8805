//! Times that measure how long something took, or how old somebody is.

use super::{
    super::{
        document::may_predicate,
        words::{self, Class},
    },
    Around,
};

impl Around<'_, '_> {
    /// 运营13年后, 逗留将近1000天后: a verb right before it says what took so long. 今年43岁, 行政拘留5日, 此后三十年.
    pub(super) fn measures(&self) -> bool {
        let after = self.after.trim_start();
        let aged = after.trim_start_matches(|letter: char| letter.is_numeric() || is_numeral(letter)).trim_start();
        if aged.len() < after.len() && (aged.starts_with('岁') || aged.starts_with("周岁")) {
            return true;
        }
        let before = self.before.trim_end();
        let within = self.expression.ends_with('内');
        let planned = words::ends(before, Class::UntilPlan);
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
        let near = before.iter().rev().find(|word| !words::is(word.text, Class::MeasureAdverb));
        let verb = near.is_some_and(|word| {
            may_predicate(word) && word.text.chars().count() > 1 && !words::is(word.text, Class::Plan)
        });
        counted && (elapsed || sentenced) && verb
    }
}

fn is_numeral(letter: char) -> bool {
    "一二三四五六七八九十百千万两几数".contains(letter)
}
