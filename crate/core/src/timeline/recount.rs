//! Counts of days whose start the sentences tell better than the nearest date: 被捕当晚, 案发两周后, 第二天 behind a month.

use std::ops::Range;

use super::{
    Kind,
    anchor::{Before, Count, clock_only, dated, is_fine, is_weekday, moved, named, shifted},
    document::{Sentence, near},
    mention::Mention,
    usage::Usage,
    words::{self, Class},
};
use crate::timex::{Anchor, Granularity, Interval, Timex};

/// So many expressions back the day of an event is in mind.
const ROW: usize = 8;

impl Before<'_, '_> {
    pub(super) fn recount(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let Some(Timex { anchor: Anchor::Discourse(from), span, .. }) = self.expressions.get(at) else {
            return Count::Kept;
        };
        let by = self.shifts.get(from).copied().unwrap_or_default();
        let Some(start) = self.interval(*from).map(|start| shifted(&start, by)) else { return Count::Kept };
        // 那年国庆, 同月5日 count no days.
        let text = self.document.text.get(span.clone()).unwrap_or_default();
        let counted = !text.contains(['年', '月']) && !is_weekday(text);
        if time.granularity < Granularity::Week || !counted {
            return Count::Kept;
        }
        if let Some(count) = self.beside(at, span, time, &start) {
            return count;
        }
        if ["当晚", "当天", "当日", "当夜", "那天"].contains(&text)
            && (self.is_elsewhile(*from, span) && !self.is_passed_over(*from, at)
                || self.is_that_day(*from, text, time))
        {
            return Count::Unknown;
        }
        if let Some(count) = self.by_a_beginning(at, sentence, time, &start) {
            return count;
        }
        if let Some(verb) = named(self.document, sentence, span) {
            // 被捕当晚: only a sentence that tells of the arrest says when that was.
            let tells = |mention: &&Mention<'_>| verb.is_told_by(mention) && !self.only_counts(mention, verb.verb);
            if let Some(count) = self.counts_from_noun(at, verb.verb, sentence, time, &start) {
                return count;
            }
            // Not from the day for which it was planned, where one tells when it was.
            let told = self.fine().find(|mention| tells(mention) && mention.kind != Kind::Planned);
            let told = told.or_else(|| self.fine().find(tells)).or_else(|| self.accident(&verb, sentence));
            let told = told.or_else(|| self.outset(&verb, sentence));
            if let Some(event) = told {
                return moved(time, &start, event);
            }
            if verb.object.is_some() {
                return Count::Kept;
            }
            // 两个月后，他改了口。录音当晚就炸了锅: of that month.
            if let Some(count) = self.behind_a_month(at, *from, sentence, &start) {
                return count;
            }
            // 闭幕前一天: the day before what was not told is unknown; 第三天 behind it goes on with the story.
            let goes_on = !text.starts_with('前') && self.is_near(*from, sentence) && self.is_told(*from);
            return if goes_on { Count::Kept } else { Count::Unknown };
        }
        // 下午4点: the tagger did not know of which day.
        if let Some(last) = self.last_told(at, *from, sentence)
            && dated(last).is_some_and(|told| is_fine(&told))
            && self.expressions.get(last.timex).is_some_and(clock_only)
        {
            return moved(time, &start, last);
        }
        if let Some(count) = self.behind_a_month(at, *from, sentence, &start) {
            return count;
        }
        // 7月11日发帖，称一盒6月28日生产的酸奶有异味。三天后…: a thing's day is not the story's, where the story has one.
        let thing = matches!(self.does(*from), Some(Usage::Scope)) && !words::begins(text, Class::Today);
        let near_day = || self.fine().next().is_some_and(|last| self.paragraph(last) == sentence.paragraph);
        let foreign = !is_fine(&start)
            || self.does(*from) == Some(Usage::Quoted)
            || self.is_of_words(*from, at)
            || thing && near_day();
        if !foreign {
            return Count::Kept;
        }
        let near = self.fine().find(|mention| {
            let near = sentence.paragraph - self.paragraph(mention).min(sentence.paragraph) <= 1;
            near && !self.is_of_words(mention.timex, at)
        });
        match near {
            Some(event) => moved(time, &start, event),
            None if start.granularity == Granularity::Month
                && self.is_near(*from, sentence)
                && self.expressions.get(*from).is_some_and(|from| from.span.start >= sentence.span.start) =>
            {
                Count::Unknown
            }
            None if start.granularity == Granularity::Month => Count::From(*from, Interval { approx: true, ..start }),
            None => Count::Unknown,
        }
    }

    /// 除夕前一天: from the day that stands right before it.
    fn beside(&self, at: usize, span: &Range<usize>, time: &Interval, start: &Interval) -> Option<Count> {
        let before = at.checked_sub(1)?;
        let day = self.interval(before).filter(is_fine)?;
        let joined = self.expressions.get(before)?.span.end == span.start;
        let by = day.start?.date().signed_duration_since(start.start?.date());
        joined.then(|| Count::From(before, shifted(time, by)))
    }

    /// The last mention behind what an expression counts from, in its paragraph; neither somebody's words nor a term (“7月前
    /// 肯定交房。”) are where the story is.
    fn last_told(&self, at: usize, from: usize, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let is_term = |last: &Mention<'_>| {
            let behind = self.document.text.get(last.span.end..).unwrap_or_default();
            behind.starts_with('前') || self.document.text.get(last.span.clone()).is_some_and(|own| own.ends_with('前'))
        };
        self.found.last().filter(|last| {
            let here = last.timex > from && self.paragraph(last) == sentence.paragraph;
            here && !self.is_of_words(last.timex, at) && !is_term(last)
        })
    }

    /// 2006年8月，台风来了。第二天…: some day of that month; 2008年1月那场大雪，他推了一夜的车，第二天才到家: the same story still.
    fn behind_a_month(&self, at: usize, from: usize, sentence: &Sentence<'_>, start: &Interval) -> Option<Count> {
        let last = self.last_told(at, from, sentence)?;
        let told = dated(last).filter(|told| told.granularity == Granularity::Month)?;
        let held = told.start <= start.start && start.start < told.end;
        let same =
            self.expressions.get(at).is_some_and(|here| self.document.sentence_of(&here.span) == Some(last.sentence));
        match (held, same) {
            (true, _) => None,
            (_, true) => Some(Count::Unknown),
            _ => Some(Count::From(last.timex, Interval { approx: true, ..told })),
        }
    }

    /// 案发两周后, where the tagger found nothing to count from but the publication.
    pub(super) fn recount_from_nothing(&self, here: &Timex, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let text = self.document.text.get(here.span.clone()).unwrap_or_default();
        let counts = text.ends_with('后') || (text.starts_with('第') && text.ends_with('天'));
        // 10分钟后: never counted from the publication.
        if text.ends_with("分钟后") || text.ends_with("秒后") {
            return Count::Unknown;
        }
        let Some(verb) =
            named(self.document, sentence, &here.span).filter(|_| counts && here.anchor == Anchor::Reference)
        else {
            return Count::Kept;
        };
        let told = self.fine().find(|mention| verb.is_told_by(mention));
        match (told, self.reference) {
            (None, _) if verb.object.is_some() => Count::Kept,
            (Some(event), Some(reference)) => moved(time, &Interval { start: Some(reference), ..*time }, event),
            _ => Count::Unknown,
        }
    }

    /// 那天 is never the page's own day, nor is 当晚 behind it.
    fn is_that_day(&self, from: usize, text: &str, time: &Interval) -> bool {
        let from = self.expressions.get(from).and_then(|from| self.document.text.get(from.span.clone()));
        let that = text == "那天" || from == Some("那天");
        let today = self.reference.zip(time.start).is_some_and(|(now, start)| now.date() == start.date());
        that && today
    }

    /// Whether the story left the day of an expression for one that is not told: 事故发生后…, 地震那天…, 小时候….
    fn is_elsewhile(&self, from: usize, span: &Range<usize>) -> bool {
        let Some(from) = self.expressions.get(from).map(|from| &from.span) else { return false };
        let Some(told) = self.document.sentence_of(from).and_then(|at| self.document.sentences.get(at)) else {
            return false;
        };
        let part =
            |range: Range<usize>| self.document.text.get(near(self.document.text, &range, span)).unwrap_or_default();
        let between = part(told.span.end.min(span.start)..span.start);
        let own = self.document.text.get(near(self.document.text, &told.span, from)).unwrap_or_default();
        let accident = words::of(Class::Accident).filter(|word| !own.contains(word)).any(|word| {
            let behind = between.match_indices(word).map(|(at, _)| between[at + word.len()..].trim_start());
            behind.into_iter().any(|behind| {
                ["后", "之后", "发生后", "那天", "那晚", "当天"].iter().any(|tail| behind.starts_with(tail))
            })
        });
        accident || words::has(between, Class::Elsewhile)
    }

    /// Whether the tagger passed over a later day: 7月4日通报。事故发生后，…。当晚 is of the accident that the text dates.
    fn is_passed_over(&self, from: usize, at: usize) -> bool {
        (from + 1..at).take(ROW).any(|between| self.interval(between).is_some_and(|time| is_fine(&time)))
    }

    /// 26日的投票并不顺利。投票前一天…: from the day that the paragraph gives to the event itself.
    fn counts_from_noun(
        &self,
        at: usize,
        verb: &str,
        sentence: &Sentence<'_>,
        time: &Interval,
        start: &Interval,
    ) -> Option<Count> {
        let own = |from: &usize| {
            let span = self.expressions.get(*from).map(|one| &one.span).filter(|span| span.start >= sentence.base);
            let behind = span.and_then(|span| self.document.text.get(span.end..)?.strip_prefix('的'));
            behind.is_some_and(|behind| behind.starts_with(verb))
        };
        let from = (at.saturating_sub(ROW)..at).rev().find(own)?;
        let day = self.interval(from).filter(is_fine)?.start?;
        let by = day.date().signed_duration_since(start.start?.date());
        Some(Count::From(from, shifted(time, by)))
    }

    /// Whether an expression dates an event or says its day itself; 这一天 of somebody's words may do neither.
    fn is_told(&self, at: usize) -> bool {
        let says = self.expressions.get(at).is_some_and(|from| !matches!(from.anchor, Anchor::Discourse(_)));
        says || self.found.binary_search_by_key(&at, |mention| mention.timex).is_ok()
    }

    /// Whether an expression stands in the same paragraph.
    fn is_near(&self, at: usize, sentence: &Sentence<'_>) -> bool {
        self.expressions.get(at).is_some_and(|from| from.span.start >= sentence.base)
    }
}
