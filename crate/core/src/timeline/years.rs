//! Years that count from a year of the text: 那年冬天, 次年6月, 14岁那年, 九年前的那场洪水.

use chrono::{Datelike as _, NaiveDateTime};

use super::{
    anchor::{BACK, Before, Count, dated},
    document::{Sentence, near},
    mention::{Mention, moves_on},
};
use crate::timex::{Anchor, Granularity, Interval, Timex};

/// So many paragraphs back a year is in mind.
const NEAR: usize = 2;
/// So many expressions back one was just named.
const NAMED: usize = 3;

impl Before<'_, '_> {
    /// 1924年出生…。14岁那年: so many years behind the birth, where one is told.
    pub(super) fn of_an_age(&self, here: &Timex, time: &Interval) -> Option<Count> {
        let text = self.document.text;
        let lead = text
            .get(..here.span.start)
            .filter(|_| text.get(here.span.clone()).is_some_and(|own| own.starts_with("那年")))?;
        let lead = lead.trim_end().strip_suffix('岁')?;
        let digits = lead.len() - lead.trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
        let age: i32 = lead.get(lead.len() - digits..)?.parse().ok()?;
        let born = |mention: &&Mention<'_>| {
            let sentence = self.document.sentences.get(mention.sentence).map_or(0..0, |sentence| sentence.span.clone());
            let around = text.get(near(text, &sentence, &mention.span)).unwrap_or_default();
            ["出生", "生于", "诞生"].iter().any(|word| around.contains(word))
        };
        let birth = self.found.iter().rev().take(BACK).find(born).map(|birth| (birth.timex, dated(birth)));
        let Some((from, Some(Interval { start: Some(start), .. }))) = birth else { return Some(Count::Unknown) };
        let by = start.year() + age - time.start?.year();
        let turn = |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.with_year(moment.year() + by));
        Some(Count::From(from, Interval { start: turn(time.start), end: turn(time.end), ..*time }))
    }

    /// 那年冬天: of the year that the story is in, which a look back (她是1997年结的婚) does not move and a count of
    /// days from elsewhere may have missed.
    pub(super) fn of_that_year(
        &self,
        from: usize,
        here: &Timex,
        sentence: &Sentence<'_>,
        time: &Interval,
    ) -> Option<Count> {
        let text = self.document.text.get(here.span.clone())?;
        let near = |mention: &&Mention<'_>| self.paragraph(mention) + NEAR >= sentence.paragraph;
        let says = |mention: &&Mention<'_>| {
            let from = self.expressions.get(mention.timex);
            let years = |from: &Timex| self.document.text.get(from.span.clone()).is_some_and(|own| own.contains('年'));
            from.is_some_and(|from| {
                matches!(from.anchor, Anchor::None | Anchor::Carried(_))
                    || from.anchor == Anchor::Reference && years(from)
            }) && self
                .document
                .sentences
                .get(mention.sentence)
                .is_some_and(|told| moves_on(self.document, told, &mention.span))
        };
        let mut told = self.found.iter().rev().take(BACK).take_while(near).filter(says);
        let later = ["翌年", "次年", "第二年"].iter().any(|next| text.starts_with(next));
        let that = text.starts_with("那年");
        // 早在2017年就取得了土地，次年…: of one sentence, whatever that looks back to.
        let near = self.expressions.get(from).is_some_and(|from| from.span.start >= sentence.span.start);
        let last = told.next().filter(|_| that || !near && (later || text.starts_with("同年")))?;
        let (year, old) = (dated(last)?.start?.year() + i32::from(later), time.start?.year());
        let turn =
            |moment: Option<NaiveDateTime>| moment.and_then(|moment| moment.with_year(moment.year() + year - old));
        let moved = Interval { start: turn(time.start), end: turn(time.end), ..*time };
        (year != old && moved.start.is_some()).then_some(Count::From(last.timex, moved))
    }

    /// 比2016年9月的水位高。九年前的那场洪水…: the month or day that was just named, in that year.
    pub(super) fn that_one(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Option<Count> {
        let span = &self.expressions.get(at)?.span;
        let after = self.document.text.get(span.end..sentence.span.end)?;
        let points = ["的那场", "的那次", "那场", "那次", "的那一次"].iter().any(|word| after.starts_with(word));
        if !points || time.granularity != Granularity::Year || !self.document.text.get(span.clone())?.ends_with("年前")
        {
            return None;
        }
        let from = (at.saturating_sub(NAMED)..at).rev().find(|from| {
            let near = self.expressions.get(*from).is_some_and(|one| one.span.start >= sentence.base);
            let told = self.interval(*from);
            let inside = told.is_some_and(|told| told.start >= time.start && told.end <= time.end);
            near && inside && told.is_some_and(|told| matches!(told.granularity, Granularity::Month | Granularity::Day))
        })?;
        Some(Count::From(from, self.interval(from)?))
    }
}
