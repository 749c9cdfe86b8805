//! Times that are bound to another one: the end of what began, the day to which something is put off, and the days of a
//! story that goes on in the next paragraph.

use super::{Dated, Place, Resolver, calendar::Stretch};
use crate::timex::value::{Anchor, Granularity, Step};

/// How many letters behind a time its act may stand.
const REACH: usize = 24;

impl Resolver<'_> {
    /// 2月2日启动，至3月13日结束; 2020年12月中旬开始，截至6月27日: the end of what began earlier in the sentence is the
    /// first one behind that.
    pub(super) fn last_of_a_stretch(&self, place: Place, inside: &dyn Fn(i32) -> Option<Stretch>) -> Option<Dated> {
        let ends = ["至", "到", "截止"].iter().any(|word| self.scan.ends(place.from, word));
        let past = self.history.last().filter(|past| {
            ends && past.sentence == place.sentence && past.stretch.granularity >= Granularity::Month && !past.ahead
        })?;
        let begun = (self.scan.at(past.to) == '起')
            || (past.to..place.from).take(REACH).any(|at| {
                self.scan
                    .one_of(at, &["开始", "启动", "开幕", "起", "开启", "实施", "生效", "施行", "举行", "解除", "首日"])
                    .is_some()
            });
        let year = past.year_number();
        let stretch = (0..=1)
            .find_map(|more| inside(year.checked_add(more)?).filter(|stretch| stretch.start >= past.stretch.start))?;
        let over = self.reference.is_some_and(|reference| stretch.start > reference);
        let until_now = self.scan.ends(place.from, "截至");
        if !begun || (over && (until_now || (stretch.start - past.stretch.start).num_days() > 200)) {
            return None;
        }
        let steps = vec![Step::Carried(self.words_of(past.index))];
        let dated = Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(stretch) };
        Some(Dated { year_told: past.year_told, ahead: over, ..dated })
    }

    /// Whether what stands before a position puts something off to it.
    pub(super) fn put_off(&self, at: usize) -> bool {
        ["推迟至", "推迟到", "延期至", "延期到", "延后至", "延后到", "顺延至", "押后至"]
            .iter()
            .any(|word| self.scan.ends(at, word))
    }

    /// 将明年3月的选举提前至9月28日, 12月20日的演出推迟至1月5日: on the one side of the time from which it is moved.
    pub(super) fn moved_to(&self, place: Place, inside: &dyn Fn(i32) -> Option<Stretch>) -> Option<Dated> {
        let follows = |words: &[&str]| words.iter().any(|word| self.scan.ends(place.from, word));
        let early = follows(&["提前至", "提前到", "提早至", "提早到"]);
        let late = self.put_off(place.from);
        let past = self.history.last().filter(|past| {
            (early || late) && past.clause == place.clause && past.stretch.granularity >= Granularity::Month
        })?;
        let fits = |stretch: &Stretch| {
            if early { stretch.start < past.stretch.start } else { stretch.start >= past.stretch.start }
        };
        let stretch = (0..=1).find_map(|years| {
            inside(past.year_number().checked_add(if early { -years } else { years })?).filter(fits)
        })?;
        let steps = vec![Step::Carried(self.words_of(past.index))];
        let ahead = self.reference.is_some_and(|reference| stretch.start > reference);
        let dated = Dated { anchor: Anchor::Carried(past.index), steps, ..Dated::told(stretch) };
        Some(Dated { year_told: past.year_told, ahead, ..dated })
    }
}
