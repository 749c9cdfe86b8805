//! What an expression is to the text: something is compared with it, it lies ahead, a festival names it.

use super::{Place, Resolver, calendar::Stretch};
use crate::timex::{
    expression::{Day, Inner, Meaning},
    value::Granularity,
};

/// A list of dates on record has so many letters at most.
const RECORD: usize = 40;

impl Resolver<'_> {
    /// 比去年, 较上年末: a time that something is compared with.
    pub(super) fn compared(&self, place: Place) -> bool {
        // 为2009年11月以来最高, 1959年建库以来的峰值: a record since then.
        let since = self.scan.ends(place.to, "以来")
            || (place.to..place.to + 16)
                .take_while(|at| crate::text::is_han(self.scan.at(*at)))
                .any(|at| self.scan.has(at, "以来"));
        let record = since
            && (place.to..place.to + 10).filter(|at| matches!(self.scan.at(*at), '最' | '首' | '新' | '峰')).any(
                |at| {
                    self.scan
                        .one_of(
                            at,
                            &[
                                "最高", "最低", "最大", "首次", "新高", "新低", "最快", "最慢", "最差", "最好", "最",
                                "峰值",
                            ],
                        )
                        .is_some()
                },
            );
        // 演练模拟12月22日15时,一列车…: the day of what only is supposed.
        if ["模拟", "假设", "假定", "设想"].iter().any(|word| self.scan.ends(place.from, word)) {
            return true;
        }
        let may = matches!(self.scan.before(place.from), '比' | '较' | '与' | '起' | '继');
        // 自去年3月开启加息以来: where something began.
        let began = since && ["自", "从", "自从"].iter().any(|word| self.scan.ends(place.from, word));
        record
            || began && !self.scan.ends(place.to, "以来")
            || may
                && ["比", "较", "同比", "与", "比起", "相比", "相较", "继"]
                    .iter()
                    .any(|word| self.scan.ends(place.from, word))
    }

    /// 灌装日期为2024年3月6日和4月19日: what stands on a thing, which is not where the story is.
    pub(super) fn is_on_record(&self, place: Place) -> bool {
        let from = place.from.saturating_sub(RECORD);
        let clause = (from..place.from).rev().take_while(|at| !matches!(self.scan.at(*at), ',' | '。' | ';' | '\n'));
        let named = clause.into_iter().find(|at| self.scan.has(*at, "日期"));
        named.is_some_and(|at| {
            self.scan
                .one_of(at + 2, &["为", "是", "分别为", "分别是", "均为", "都是", "显示为", ":", "标注为"])
                .is_some()
        })
    }

    /// 本次5月28日开幕: of the news itself.
    pub(super) fn is_of_this_time(&self, place: Place) -> bool {
        ["本次", "此次", "这次", "本届", "此番"].iter().any(|word| self.scan.ends(place.from, word))
    }

    /// Whether a day lies behind the publication.
    pub(super) fn is_to_come(&self, stretch: Stretch) -> bool {
        let day = stretch.granularity >= Granularity::Day && stretch.granularity != Granularity::Range;
        day && self.reference.is_some_and(|reference| stretch.start.date() > reference.date())
    }
}

/// Whether a festival, and no number, names a time.
pub(super) fn is_festival(meaning: &Meaning) -> bool {
    let (Meaning::Point(point) | Meaning::Span(point, _)) = meaning else { return false };
    point.inner.is_some_and(names_festival) && !matches!(point.day, Some(Day::Number(_)))
}

/// Whether a part of a year is a festival, a solar term or its holiday.
pub(super) fn names_festival(inner: Inner) -> bool {
    matches!(
        inner,
        Inner::Festival(..) | Inner::LunarFestival(..) | Inner::Easter(..) | Inner::Feast(..) | Inner::Term(..)
    )
}
