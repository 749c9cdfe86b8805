//! Times that something is compared with, that open a record, or that come every year.

use super::{
    super::words::{self, Class},
    Around, NEAR,
    measure::is_numeral,
};

impl Around<'_, '_> {
    /// 常年11月19日.
    pub(super) fn is_habit(&self) -> bool {
        // 半个月来一次
        if self.expression.ends_with('来') && self.after.trim_start().starts_with('一') {
            return true;
        }
        // 通常，订购从10月底开始: an adverb that opens the sentence is said of all of it.
        let first = self.lead.trim_start().split(['，', ',', '；']).next().unwrap_or_default();
        if words::is(first.trim_end_matches("情况下"), Class::HabitBefore) && !self.lead.contains('；') {
            return true;
        }
        let before = self.before.trim_end();
        // 营业时间：8:00—20:30
        if words::has(self.lead, Class::Opening) && self.expression.contains([':', '：', '时', '点']) {
            return true;
        }
        if self.is_in_a_timetable() || self.is_day_and_night() {
            return true;
        }
        // 沿海5月出现大雪的情况较为少见
        let usual = words::of(Class::HabitAfter).any(|word| self.after.trim_end().ends_with(word));
        if usual && !self.expression.contains(['日', '号']) && !self.expression.contains('年') {
            return true;
        }
        // 他每趟要走两天，夜里就住在窝棚
        let any_day =
            self.expression.chars().all(|letter| !letter.is_numeric() && !"日号天今昨明当次周年月".contains(letter));
        if any_day && words::of(Class::HabitBefore).any(|word| word.chars().count() > 1 && self.lead.contains(word)) {
            return true;
        }
        let open = before.rfind([')', '）']).map_or(before, |closed| &before[closed..]);
        words::of(Class::HabitBefore)
            .any(|word| before.ends_with(word) || (word.chars().count() > 1 && open.contains(word)))
    }

    /// 闭馆时间由17时延长至20时: an hour that is moved, where the sentence names no day.
    fn is_in_a_timetable(&self) -> bool {
        let hour = self.expression.contains(['时', '点', ':', '：'])
            && !self.expression.contains(['日', '号', '天', '今', '昨', '明', '当', '次']);
        let before = self.before.trim_end();
        let moved = before.strip_suffix(['至', '到', '为']).is_some_and(|rest| words::ends(rest, Class::Moves))
            || before.ends_with(['由', '从']) && words::begins(self.after.trim_start(), Class::Moves);
        hour && moved && !self.lead.contains(['日', '号', '天', '今', '昨', '当', '次', '周'])
    }

    /// 白天她去上班，夜里在灯下补渔网: day by day.
    fn is_day_and_night(&self) -> bool {
        let night = ["夜里", "夜间", "晚上", "夜晚"];
        let whole = [self.lead, self.rest];
        let has = |word: &str| whole.iter().any(|text| text.contains(word));
        match self.expression {
            "白天" => night.iter().any(|word| has(word)),
            own if night.contains(&own) => has("白天"),
            _ => false,
        }
    }

    /// 九月初九是重阳节: what a day is called, every year.
    pub(super) fn defines(&self) -> bool {
        let after = self.after.trim_start();
        let named = after.strip_prefix('是').or_else(|| after.strip_prefix('为')).map(str::trim_end);
        let calls = named.is_some_and(|name| name.ends_with(['节', '日']) && name.chars().count() <= NEAR);
        calls && !self.expression.contains(|letter: char| letter.is_numeric() || letter == '年')
    }

    /// 较2019年, 与去年同期相比; 三年前没有人相信: a time when things stood otherwise.
    pub(super) fn is_comparison(&self) -> bool {
        let behind = self.rest.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        if words::begins(behind, Class::Unthought) || words::ends(self.before.trim_end(), Class::Likened) {
            return true;
        }
        // 按2020年标准, 1998年那样的洪水: the time tells which.
        let told = self.before.trim_end();
        if ["按", "按照", "参照", "比照"].iter().any(|word| told.ends_with(word)) || self.after.starts_with("那样")
        {
            return true;
        }
        // 在去年的基础上: what was then is only where something starts from.
        let based = self.before.trim_end().ends_with('在') && self.after.contains("基础上");
        if based || self.is_set_beside() {
            return true;
        }
        if self.expression.ends_with("同期") {
            return true;
        }
        // 由原定的9日推迟至12日: the day from which it is moved.
        let told = self.before.trim_end().trim_end_matches('的');
        let told = told.strip_suffix("原定").or_else(|| told.strip_suffix("原来")).unwrap_or(told);
        if told.ends_with(['由', '从']) && words::begins(self.after.trim_start(), Class::Moves) {
            return true;
        }
        let whole = self.before.trim_end();
        let before = whole.trim_end_matches(['在', '于', '了', '到', '至']).trim_end();
        let before = before.strip_suffix("截至").or_else(|| before.strip_suffix("截止")).unwrap_or(before);
        let whole = whole.strip_suffix("截至").unwrap_or(whole);
        if words::of(Class::CompareBefore).any(|word| before.ends_with(word) || whole.ends_with(word)) {
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

    /// 12月上涨4.2%，11月为上涨4.8%: the figure of another month or year, beside the one that is news.
    fn is_set_beside(&self) -> bool {
        let unit =
            ['月', '季', '年'].into_iter().find(|unit| self.expression.trim_end_matches(['份', '度']).ends_with(*unit));
        let Some(unit) = unit else { return false };
        let figure = ["为", "是"].iter().find_map(|word| self.after.trim_start().strip_prefix(word));
        let counted = figure.is_some_and(|told| told.chars().take(NEAR).any(|letter| letter.is_ascii_digit()));
        let other = self
            .lead
            .char_indices()
            .any(|(at, letter)| letter == unit && self.lead[..at].ends_with(|before: char| before.is_ascii_digit()));
        counted && other && self.before.trim().is_empty()
    }

    /// 去年以来，当地已发生4起: how often it happened in a stretch.
    fn sums_up(&self) -> bool {
        let mut told = self.rest.split(['，', ',']).filter(|clause| !clause.trim().is_empty());
        told.next().is_some_and(|clause| {
            let summed = ["已", "共", "累计", "先后"].iter().filter_map(|word| clause.split_once(word));
            summed.into_iter().any(|(_, sum)| sum.contains(|letter: char| letter.is_numeric() || is_numeral(letter)))
        })
    }

    /// 创2019年以来新高, 继上周五以来第三次.
    pub(super) fn is_record(&self) -> bool {
        let after = self.after.trim_start();
        // 年内累计跌幅达47%: a sum over the stretch.
        if after.starts_with("累计") {
            return true;
        }
        let opens = ["以来", "之后", "后", "来"].iter().find_map(|word| after.strip_prefix(word));
        let inside = self.expression.ends_with("以来") || self.expression.ends_with("年来");
        let Some(behind) = opens.or(inside.then_some(after)) else { return false };
        let near: String = behind.trim_start().chars().take(NEAR).collect();
        if inside && self.sums_up() {
            return true;
        }
        let counted = ["第", "的第", "首", "的首"].iter().any(|word| near.starts_with(word));
        // The record may stand in the next clause: 开设四年以来，她是首位女性获奖者.
        let wide: String = self.rest.chars().take(2 * NEAR).collect();
        let record = words::has(&wide, Class::RecordAfter);
        let since = inside || after.starts_with(['以', '来']);
        counted || (record && since) || (self.before.trim_end().ends_with('继') && near.contains('第'))
    }
}
