//! Who tells a time, and when: words that look ahead and what they govern; 今天 in words said on another day.

use chrono::NaiveDateTime;

use super::{Place, Resolver, history::Past};
use crate::timex::{
    value::{Anchor, Granularity, Step},
    words::{self, Class},
};

/// How many letters behind an expression a word may stand by which it looks ahead.
const REACH: usize = 40;

/// How many letters of a quote are looked back through for its beginning.
const QUOTE: usize = 80;

/// Where words are said or written.
const OCCASIONS: [&str; 12] =
    ["采访", "专访", "访谈", "演讲", "讲话", "日记", "信中", "信里", "来信", "致辞", "发言", "会上"];

/// What an office says in writing.
const NOTICES: [&str; 6] = ["公告称", "通报称", "声明称", "通告称", "公告显示", "通报显示"];

impl Resolver<'_> {
    /// The word by which an expression looks ahead; a term (12月底前完成) does so by itself, unless its clause
    /// tells of something done, and so does what is counted down to (距12月5日还有三周).
    pub(super) fn ahead(&self, place: Place) -> Option<&'static str> {
        let found = self.layout.ahead(place.from, place.to);
        let word = found.filter(|(at, word)| self.governs(place, *at, word)).map(|(_, word)| word);
        word.or_else(|| (place.term && !self.past_act(place)).then_some("前"))
            .or_else(|| self.counted_down(place).then_some("距"))
    }

    /// Whether a word that looks ahead governs an expression: not where something is told on that day (9月5日,公司宣布将…),
    /// not where it is done (将食堂外包了), and not where 将 takes a thing somewhere (将对手告上法庭).
    fn governs(&self, place: Place, at: usize, word: &str) -> bool {
        let scan = self.scan;
        let ends = |at: &usize| !matches!(scan.at(*at), ',' | '。' | ';' | '\n');
        if word == "将" && scan.at(place.to) != '起' && (at + 3..at + REACH).take_while(ends).any(|at| self.taken(at))
        {
            return false;
        }
        if at < place.to {
            return true;
        }
        let done = |at: usize| {
            scan.at(at) == '了' && !matches!(scan.before(at), '为' | '除') && !matches!(scan.at(at + 1), '解' | '结')
        };
        at < place.to + REACH
            && !(place.to..at).any(|at| self.tells(at) || done(at))
            && !(at + 1..at + REACH).take_while(ends).any(done)
    }

    /// Whether what is said behind an expression is told or done: 8月25日,公司发布了报告.
    pub(super) fn told_act(&self, place: Place) -> bool {
        let ends = |at: &usize| !matches!(self.scan.at(*at), '。' | ';' | '\n');
        self.past_act(place)
            || (place.to..place.to + REACH / 2)
                .take_while(ends)
                .any(|at| words::of(self.scan, at, Class::Tell).is_some())
    }

    /// 原定3月20日举行: what was planned for a day may be still to come.
    pub(super) fn meant(&self, place: Place) -> bool {
        ["原定", "原订", "原定于", "原订于", "原计划", "原计划于", "原拟", "原拟于"]
            .iter()
            .any(|word| self.scan.ends(place.from, word))
    }

    fn taken(&self, at: usize) -> bool {
        words::of(self.scan, at, Class::Take).is_some()
    }

    /// Whether the word right before an expression looks ahead.
    pub(super) fn directly_ahead(&self, place: Place) -> bool {
        let found = self.layout.ahead(place.from, place.to);
        found.is_some_and(|(at, word)| at + word.chars().count() == place.from)
    }

    /// Whether a word for telling stands at a position, and is no attribute.
    pub(super) fn tells(&self, at: usize) -> bool {
        words::of(self.scan, at, Class::Tell).is_some_and(|word| self.scan.at(at + word.length) != '的')
    }

    /// 距12月5日还有三周.
    fn counted_down(&self, place: Place) -> bool {
        let scan = self.scan;
        let from = ["距", "距离"].iter().any(|word| scan.ends(place.from, word));
        let mut clause = (place.to..place.to + REACH).take_while(|at| !matches!(scan.at(*at), '。' | ';' | '\n'));
        from && clause.any(|at| scan.at(at) == '剩' || scan.one_of(at, &["还有", "不足", "不到"]).is_some())
    }

    /// What an expression counts from that says no other: the publication; in a quote, the day on which its words were
    /// said, where the sentence tells that (5月3日,他写道:"今天…"). None where that is too coarse.
    pub(super) fn now(&self, place: Place, grain: Granularity) -> Option<(NaiveDateTime, Anchor, Vec<Step>)> {
        if let Some(past) = self.said(place).or_else(|| self.noticed(place)) {
            return (past.stretch.granularity >= grain).then(|| self.counted_from_past(past));
        }
        let (reference, steps) = self.counted_from_reference()?;
        Some((reference, Anchor::Reference, steps))
    }

    /// 警方3月11日通报称,昨日19时许…: what a notice says is told as of its day.
    fn noticed(&self, place: Place) -> Option<Past> {
        let past = self.history.day().filter(|past| {
            let day = past.stretch.granularity == Granularity::Day && past.root && !past.ahead;
            let over = self.reference.is_some_and(|reference| past.stretch.end <= reference);
            day && over && past.sentence == place.sentence
        })?;
        let from = past.to.max(place.from.saturating_sub(QUOTE));
        // What stands behind a semicolon is the paper's own again.
        let own = (from..place.from).rev().take_while(|at| self.scan.at(*at) != ';');
        let notice = own.into_iter().any(|at| self.scan.one_of(at, &NOTICES).is_some());
        notice.then_some(past)
    }

    fn said(&self, place: Place) -> Option<Past> {
        let scan = self.scan;
        let open = (place.from.saturating_sub(QUOTE)..place.from).rev().find(|at| scan.at(*at) == '"')?;
        if scan.before(open) != ':' {
            return None;
        }
        let (known, said) = self.said.get();
        if known == open {
            return said;
        }
        let told = self.history.last().filter(|past| {
            let grain = past.stretch.granularity;
            let over = self.reference.is_some_and(|reference| past.stretch.end <= reference);
            let head = past.heads && (grain == Granularity::Day || !past.attributive);
            let occasion = (past.to..open).take(QUOTE).any(|at| scan.one_of(at, &OCCASIONS).is_some());
            let before =
                (head || occasion) && past.to <= open && self.layout.sentence(past.to) == self.layout.sentence(open);
            // 日记里写道:"1938年10月27日,…": the day that the words begin with.
            let begins = self.out.get(past.index).map(|told| told.span.start);
            let within = past.to > open && begins == scan.get(open + 1).map(|letter| letter.start);
            over && grain != Granularity::Range && (before || within)
        });
        self.said.set((open, told));
        told
    }
}
