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
        // 今后三年每年加薪4%: the terms of an offer. 发病前两周没有离开过: for how long it did not happen.
        let term = ["今后", "未来"].iter().any(|ahead| self.expression.starts_with(ahead)) && after.starts_with('每');
        let never = ["没有", "没", "未"].iter().any(|not| after.starts_with(not)) && self.after.contains('过');
        if term || (never && !self.expression.contains(['月', '日', '号']) && !self.names_a_year()) {
            return true;
        }
        if self.spans_to_now() || after.starts_with("时间") || after.starts_with("的时间") {
            return true;
        }
        let before = self.before.trim_end().trim_end_matches(['在', '于']);
        let within = self.expression.ends_with(['内', '內']) || after.starts_with(['内', '內']);
        let planned = words::ends(before, Class::UntilPlan);
        if within
            && (planned
                || self.expression.contains("工作日")
                || self.expression.contains("分钟")
                || self.expression.ends_with("小时内")
                || self.expression.ends_with("小时"))
        {
            return true;
        }
        // 承诺在两个月内换完: the term of a promise; 距离元宵节仅剩三天.
        let counted = self.expression.starts_with(|first: char| first.is_numeric() || is_numeral(first));
        let left = ["距", "距离", "离"].iter().any(|word| self.before.trim_end().ends_with(word))
            && ["剩", "还有", "不到", "不足", "只有"].iter().any(|word| self.after.contains(word));
        let year = self.expression.chars().take_while(|letter| letter.is_numeric()).count() >= 4;
        if left || within && counted && !year && words::has(self.before, Class::Binds) {
            return true;
        }
        // 应在60天前通报
        let ago = ["天前", "周前", "个月前", "小时前", "工作日前"].iter().any(|unit| self.expression.ends_with(unit));
        if ago && words::ends(before, Class::Must) {
            return true;
        }
        // 两年内被罚三次才会列入
        let counts = ["次", "次以上", "起"]
            .iter()
            .any(|unit| after.trim_end_matches(|letter: char| !letter.is_alphanumeric()).ends_with(unit));
        if within && (counts || self.after.contains("次才") || self.after.contains("次就")) {
            return true;
        }
        // 点火9分27秒后入轨: who counts seconds measures.
        if self.expression.contains('秒') && self.expression.ends_with(['后', '內', '内']) {
            return true;
        }
        // 从被带走那天算起
        if after.starts_with("算起") || after.starts_with("起算") {
            return true;
        }
        if self.ends_a_stretch()
            || self.goes_on_from_there()
            || self.before.trim_end().ends_with('已') && self.expression.starts_with("过去")
        {
            return true;
        }
        // 聊了一个下午
        let running = words::ends(before, Class::Running) && !self.names_a_year();
        if before.ends_with("一个") && !self.names_a_day()
            || before.ends_with("整个")
            || running
            || self.is_stretch()
            || self.is_waited_for()
        {
            return true;
        }
        let elapsed = self.expression.ends_with('后') && !self.expression.ends_with("前后");
        let sentenced = self.expression.ends_with('日')
            && !self.expression.contains('月')
            && after.chars().all(|letter| !letter.is_alphanumeric());
        let near = self.words_before().iter().rev().find(|word| !words::is(word.text, Class::MeasureAdverb));
        let verb = near.is_some_and(|word| {
            may_predicate(word)
                && word.text.chars().count() > 1
                && !words::is(word.text, Class::Plan)
                && !words::is(word.text, Class::Preposition)
        });
        self.is_counted() && (elapsed || sentenced) && verb
    }

    /// 13年, 三天; not 去年.
    fn is_counted(&self) -> bool {
        self.expression.starts_with(|first: char| first.is_numeric() || is_numeral(first))
    }

    /// 4年来，招生逐年上升; 试运营半年以来: a stretch up to now, counted in years or months.
    fn spans_to_now(&self) -> bool {
        let after = self.after.trim_start();
        let since = ["以来", "来"].iter().any(|word| self.expression.ends_with(word) || after.starts_with(word));
        let counted = self.expression.starts_with(|first: char| {
            first.is_numeric() || is_numeral(first) || matches!(first, '半' | '多' | '近' | '数')
        });
        since && counted && !self.names_a_year()
    }

    /// 2008年: a year by its number, and not so many years.
    pub(super) fn names_a_year(&self) -> bool {
        let figures = self.expression.chars().take_while(|letter| letter.is_numeric() || is_numeral(*letter)).count();
        figures >= 4 || self.expression.contains('月')
    }

    /// 从7日晚饭到今天中午，食堂供应了…; 自2019年三季度起，至2021年末，…: until when something was done that began before.
    fn ends_a_stretch(&self) -> bool {
        let before = self.before.trim();
        let opened = self.lead.strip_suffix(self.before).unwrap_or_default().trim_end_matches(['，', ',', ' ']);
        let alone = matches!(before, "至" | "到" | "直至" | "直到") && opened.ends_with(['起', '始']);
        let within = before.starts_with(['从', '自']) && before.ends_with(['至', '到']);
        (alone || within) && self.after.trim().is_empty()
    }

    /// 此后三十余年里, 此后三个月: for how long something went on; 此后三天 and 此后两周内 may be when.
    fn goes_on_from_there(&self) -> bool {
        let counted = ["此后", "之后", "其后", "随后"].iter().find_map(|word| self.expression.strip_prefix(word));
        counted.is_some_and(|rest| {
            let rest = rest.trim_start_matches(['的', ' ']).trim_end_matches(['里', '中', '间']);
            rest.starts_with(|first: char| first.is_numeric() || is_numeral(first))
                && (rest.ends_with('年') || rest.ends_with("个月"))
        })
    }

    /// 一个5月3日, not 一个晚上.
    fn names_a_day(&self) -> bool {
        self.expression.contains(['月', '日', '号', '年'])
    }

    /// 过去三年有12人获奖, 近五年来: a stretch up to now, over which something is summed up.
    fn is_stretch(&self) -> bool {
        let stretch = self.expression.strip_prefix("刚刚").unwrap_or(self.expression);
        let counted = ["过去", "近", "最近", "这"].iter().find_map(|word| stretch.strip_prefix(word));
        counted.is_some_and(|rest| {
            rest.trim_start_matches(['的', ' ']).starts_with(|first: char| first.is_numeric() || is_numeral(first))
        })
    }

    /// 等到了年底: until when something went on.
    fn is_waited_for(&self) -> bool {
        let closes = self.after.chars().all(|letter| !letter.is_alphanumeric());
        let mut words = self.words_before().iter().rev().skip_while(|word| matches!(word.text, "了" | "到"));
        // 庭审推迟到了5月26日 is then.
        let waited = words.next().is_some_and(|word| {
            (word.text.ends_with('到') || may_predicate(word)) && !words::is(word.text, Class::Moves)
        });
        closes && waited && self.before.trim_end().ends_with("到了")
    }
}

pub(super) fn is_numeral(letter: char) -> bool {
    "一二三四五六七八九十百千万两几数".contains(letter)
}
