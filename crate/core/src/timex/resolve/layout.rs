//! Where paragraphs, sentences and clauses end, and where words look ahead.

use super::super::{
    scan::Scan,
    words::{self, Class, letters},
};

/// The places that a resolver asks for.
pub(super) struct Layout {
    /// Positions right behind paragraphs, sentences and clauses, ascending.
    paragraphs: Vec<usize>,
    sentences: Vec<usize>,
    clauses: Vec<usize>,
    /// Words that look ahead: where they begin and the word.
    forward: Vec<(usize, &'static str)>,
}

impl Layout {
    pub(super) fn of(scan: &Scan) -> Layout {
        let mut layout =
            Layout { paragraphs: Vec::new(), sentences: Vec::new(), clauses: Vec::new(), forward: Vec::new() };
        for at in scan.stops().iter().copied() {
            layout.clauses.push(at + 1);
            match scan.at(at) {
                '\n' => {
                    layout.paragraphs.push(at + 1);
                    // A line that ends in a comma goes on in the next one.
                    if !matches!(scan.before(at), ',' | '、') {
                        layout.sentences.push(at + 1);
                    }
                }
                '。' | '!' | '?' => layout.sentences.push(at + 1),
                _ => {}
            }
        }
        let words = scan.forward().iter().filter_map(|at| Some((*at, words::of(scan, *at, Class::Forward)?.text)));
        layout.forward = words.filter(|(at, word)| looks_ahead(scan, *at, word)).collect();
        layout
    }

    pub(super) fn paragraph(&self, at: usize) -> usize {
        self.paragraphs.partition_point(|end| *end <= at)
    }

    pub(super) fn sentence(&self, at: usize) -> usize {
        self.sentences.partition_point(|end| *end <= at)
    }

    pub(super) fn clause(&self, at: usize) -> usize {
        self.clauses.partition_point(|end| *end <= at)
    }

    /// Where the clause of a position begins and ends.
    fn clause_range(&self, clause: usize) -> (usize, usize) {
        let start = clause.checked_sub(1).and_then(|before| self.clauses.get(before)).copied().unwrap_or(0);
        (start, self.clauses.get(clause).copied().unwrap_or(usize::MAX))
    }

    /// Whether a word of the sentence before a position looks ahead.
    pub(super) fn looks_ahead_before(&self, at: usize) -> bool {
        let start =
            self.sentence(at).checked_sub(1).and_then(|before| self.sentences.get(before)).copied().unwrap_or(0);
        let first = self.forward.partition_point(|(word, _)| *word < start);
        self.forward.get(first).is_some_and(|(word, _)| *word < at)
    }

    /// The word by which an expression looks ahead, and where it stands: in its clause, or in the next one where the expression
    /// ends its own (12月15日,公司将…).
    pub(super) fn ahead(&self, from: usize, to: usize) -> Option<(usize, &'static str)> {
        let clause = self.clause(from);
        let (start, end) = self.clause_range(clause);
        let within = |start: usize, end: usize| {
            let first = self.forward.partition_point(|(at, _)| *at < start);
            // 23日宣布延长至7月12日: 至 governs only what follows it.
            // 23日发出限期整改书: nor is 限期 of a day before it.
            let governs = |at: usize, word: &str| {
                (!word.ends_with(['至', '到']) || at + word.chars().count() == from) && (word != "限期" || at < from)
            };
            let words = self.forward.iter().skip(first).take(NEAR).take_while(|(at, _)| *at < end);
            words.filter(|(at, word)| governs(*at, word)).copied().next()
        };
        // A word far before the expression governs something else (计划要求法官驳回在3月提起的诉讼).
        within(start.max(from.saturating_sub(REACH)), end).or_else(|| {
            let closes = to + 1 >= end;
            let (next, next_end) = self.clause_range(clause + 1);
            let same_sentence = self.sentence(next) == self.sentence(from);
            (closes && same_sentence).then(|| within(next, next_end)).flatten()
        })
    }
}

/// How many words that look ahead one clause is asked for.
const NEAR: usize = 4;

/// How many letters before an expression a word that looks ahead may stand.
const REACH: usize = 12;

/// 将 before a thing is 把 (将其出售), 将近 is nearly, 料 is a material.
fn looks_ahead(scan: &Scan, at: usize, word: &str) -> bool {
    let after = scan.at(at + word.chars().count());
    let before = scan.before(at);
    match word {
        "将" => !letters::NOT_AFTER_WILL.contains(after) && !letters::NOT_BEFORE_WILL.contains(before),
        "料" => matches!(after, '将' | '在' | '于'),
        "拟" => !matches!(after, '真' | '人' | '态' | '声' | '制' | '订') && !matches!(before, '虚' | '模' | '草'),
        // 主要到, 只要到 are other words.
        _ if word.starts_with('要') => !matches!(before, '主' | '重' | '只' | '纪' | '首' | '需'),
        // 同意周五继续谈判, but 法院同意了.
        "同意" => matches!(after, '周' | '星' | '于' | '下'),
        // 低于预期, 超出预期.
        "预期" if matches!(before, '于' | '出' | '超' | '合' | '如' | '及' | '到') => false,
        "预计" | "预期" | "预定" | "计划" => {
            !matches!(after, '外' | '生' | '经' | '的' | '被' | '书' | '遭' | '中' | '内' | '落')
        }
        // 将评级展望由稳定调降至负面.
        "展望" => !matches!(after, '由' | '为' | '从' | '稳' | '负' | '正' | '上' | '下'),
        "准备" => !matches!(after, '金' | '好' | '了' | '工' | '的'),
        _ => true,
    }
}
