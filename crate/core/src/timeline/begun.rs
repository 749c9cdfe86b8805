//! Counts from the first day of what goes on for days, and from a match: 搜救第三天, 第二天 behind 首日, 赛前一天.
//!
//! Several sentences tell of a search or a strike; its days are counted from the one that tells how it began.

use chrono::{Duration, NaiveDateTime};

use super::{
    Kind,
    anchor::{Before, Count, Named, dated, moved, named, shifted},
    document::{Sentence, near},
    mention::Mention,
    words::{self, Class},
};
use crate::timex::{Anchor, Interval};

/// What names the first day.
const FIRST: [&str; 5] = ["首日", "第一天", "头一天", "首个比赛日", "首个交易日"];
/// A match of the news itself was so many days ago at most.
const FRESH: i64 = 7;
/// 第二天 is the day after what was told last, whatever names it.
const SECOND: i64 = 2;
/// So many mentions before its paragraph a row of days may have begun.
const NEAR: usize = 4;
/// So many mentions are looked at.
const BACK: usize = 24;
/// The news itself is told in the first sentences.
const LEAD: usize = 3;
/// The word before 首日 has so many letters at most.
const WORD: usize = 4;

impl Before<'_, '_> {
    /// Where the expression at `at` counts from, if it is a day of what goes on or is counted from a match; `start` is
    /// what the tagger counted `time` from.
    pub(super) fn by_a_beginning(
        &self,
        at: usize,
        sentence: &Sentence<'_>,
        time: &Interval,
        start: &Interval,
    ) -> Option<Count> {
        let span = &self.expressions.get(at)?.span;
        let text = self.document.text.get(span.clone())?;
        let lead = self.document.text.get(sentence.span.start..span.start)?.trim_end();
        if lead.ends_with('赛') && text.starts_with(['前', '后']) {
            return Some(self.match_of(sentence).map_or(Count::Unknown, |told| moved(time, start, told)));
        }
        let number = ordinal(text)?;
        // 国庆假期第二天: the tagger knows the holiday.
        if words::ends(lead, Class::Holiday) {
            return Some(Count::Kept);
        }
        // 事发第四天 is one expression.
        let own = text.split_once('第').map(|(name, _)| name.trim_end_matches('后')).filter(|name| !name.is_empty());
        // 事发当天（9月28日） told its day.
        if own.is_some_and(|name| self.counts_from_words(at, name)) {
            return Some(Count::Kept);
        }
        let own = own.map(|verb| Named { verb, object: None });
        if let Some(verb) = own.or_else(|| named(self.document, sentence, span)) {
            // 8名被困者获救。…被困第六天: the one after which the day fits to the story.
            let told = [self.beginning(&verb, sentence), self.accident(&verb, sentence), self.outset(&verb, sentence)];
            let told: Vec<_> = told.into_iter().flatten().collect();
            let fits = told.iter().find_map(|told| self.fitting(told, sentence, time, start));
            match fits {
                Some(count) => return Some(count),
                None if told.is_empty() => {}
                None => return Some(self.unfitting(at, sentence, time)),
            }
        }
        if let Some(count) = self.behind_the_first(at, number, sentence, time, start) {
            return Some(count);
        }
        // 航行第六天: the first day of what no word of the text tells, where the paragraph has come to several days.
        let named = text.find('第') != Some(0) || lead.ends_with(char::is_alphanumeric);
        let unsure = number > SECOND && named && !self.is_called_so(at, sentence, lead);
        (unsure && self.has_other_days(sentence, start)).then_some(Count::Unknown)
    }

    /// Whether what the expression counts from stands in its sentence, or in one that has the word before it: 9日取样。取样后
    /// 第四天….
    fn is_called_so(&self, at: usize, sentence: &Sentence<'_>, lead: &str) -> bool {
        let Some(Anchor::Discourse(from)) = self.expressions.get(at).map(|here| here.anchor) else { return false };
        let Some(from) = self.expressions.get(from) else { return false };
        let of = self.document.sentence_of(&from.span).and_then(|at| self.document.sentences.get(at));
        let lead = lead.trim_end_matches('后');
        let end = sentence.span.start + lead.len();
        let word = sentence.words_in(&(sentence.span.start..end)).last().map_or("", |word| word.text);
        let told = of.and_then(|of| self.document.text.get(near(self.document.text, &of.span, &from.span)));
        from.span.start >= sentence.span.start || (!word.is_empty() && told.is_some_and(|told| told.contains(word)))
    }

    /// Whether the expression that the one at `at` counts from begins with a name.
    fn counts_from_words(&self, at: usize, name: &str) -> bool {
        let Some(Anchor::Discourse(from)) = self.expressions.get(at).map(|here| here.anchor) else { return false };
        let words = self.expressions.get(from).and_then(|from| self.document.text.get(from.span.clone()));
        words.is_some_and(|words| words.starts_with(name))
    }

    /// Whether the paragraph has told of another day than the one of `start`.
    fn has_other_days(&self, sentence: &Sentence<'_>, start: &Interval) -> bool {
        let day = |moment: Option<NaiveDateTime>| moment.map(|moment| moment.date());
        let told = || self.fine().filter(|mention| !is_planned(mention));
        let mut here = told().take_while(|mention| self.paragraph(mention) == sentence.paragraph).peekable();
        let apart = here.peek().is_none();
        let other = |mention: &Mention<'_>| day(begin(mention)) != day(start.start);
        here.any(other) || (apart && told().take(NEAR).any(other))
    }

    /// 会谈13日开始，首日只进行了四个小时。第二天…: the day after the one that is called the first.
    fn behind_the_first(
        &self,
        at: usize,
        number: i64,
        sentence: &Sentence<'_>,
        time: &Interval,
        start: &Interval,
    ) -> Option<Count> {
        let span = &self.expressions.get(at)?.span;
        let here = self.document.sentence_of(span)?;
        let before = self.document.sentences.get(here.checked_sub(1)?)?;
        let from = if before.paragraph == sentence.paragraph { before.span.start } else { sentence.span.start };
        let from = near(self.document.text, &(from..span.start), span).start;
        let lead = self.document.text.get(from..span.start)?;
        let (first, _) = FIRST.iter().filter_map(|word| lead.rfind(word).map(|at| (from + at, word))).max()?;
        // 五一假期首日
        let before = (0..at).rev().take_while(|at| self.expressions.get(*at).is_some_and(|one| one.span.start >= from));
        let holiday = before.into_iter().find(|at| self.expressions.get(*at).is_some_and(|one| one.span.end == first));
        if let Some(day) = holiday.and_then(|holiday| self.interval(holiday)?.start) {
            let by = day.signed_duration_since(time.start?) + Duration::days(number - 1);
            return Some(Count::From(holiday?, shifted(time, by)));
        }
        let told = |mention: &&Mention<'_>| mention.span.start >= from && !is_planned(mention);
        if let Some(mention) = self.fine().find(told) {
            return Some(moved(time, start, mention));
        }
        let of = self.document.sentence_of(&(first..first + 1)).and_then(|at| self.document.sentences.get(at))?;
        let clause = of.clauses.get(of.clause_at(first))?;
        let word = of.words_in(&(clause.start..first)).last()?;
        let name = Named { verb: word.text, object: None };
        let told = self.beginning(&name, sentence).filter(|_| word.text.chars().count() <= WORD);
        let fits =
            |told| self.fitting(told, sentence, time, start).unwrap_or_else(|| self.unfitting(at, sentence, time));
        Some(told.map_or(Count::Unknown, fits))
    }

    /// A day of what goes on, where it is not before what the paragraph has told and is not to come.
    fn fitting(&self, told: &Mention<'_>, sentence: &Sentence<'_>, time: &Interval, start: &Interval) -> Option<Count> {
        let count = moved(time, start, told);
        let day = match &count {
            Count::From(_, moved) => moved.start,
            Count::Kept => time.start,
            Count::Unknown => None,
        };
        self.fits(day, sentence).then_some(count)
    }

    /// Where no day fits: the tagger's, if that counts from the sentence before: 12月26日作出判决。宣判后第十天….
    fn unfitting(&self, at: usize, sentence: &Sentence<'_>, time: &Interval) -> Count {
        let kept = self.fits(time.start, sentence) && self.counts_from_right_before(at);
        if kept { Count::Kept } else { Count::Unknown }
    }

    fn fits(&self, day: Option<NaiveDateTime>, sentence: &Sentence<'_>) -> bool {
        let last = self.fine().find(|mention| self.paragraph(mention) == sentence.paragraph).and_then(begin);
        let after = |moment: NaiveDateTime| last.is_none_or(|last| last.date() <= moment.date());
        let over = |moment: NaiveDateTime| self.reference.is_none_or(|now| moment <= now);
        day.is_some_and(|day| after(day) && over(day))
    }

    /// Whether the expression counts from one of its own sentence or the one before.
    fn counts_from_right_before(&self, at: usize) -> bool {
        let Some(Anchor::Discourse(from)) = self.expressions.get(at).map(|here| here.anchor) else { return false };
        let sentence = |at: usize| self.expressions.get(at).and_then(|one| self.document.sentence_of(&one.span));
        sentence(from).zip(sentence(at)).is_some_and(|(from, here)| here - from.min(here) <= 1)
    }

    /// The mention that tells how something began: one that says so, else the earliest.
    fn beginning(&self, name: &Named<'_>, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let search = words::is(name.verb, Class::Search);
        let tells = |mention: &&Mention<'_>| {
            let same = |word: &&str| search && words::has(word, Class::Search);
            self.paragraph(mention) <= sentence.paragraph
                && !self.only_counts(mention, name.verb)
                && !is_planned(mention)
                && (name.is_told_by(mention) || mention.content.iter().any(same))
        };
        // 罢工始于12月5日, 9月23日爆发罢工.
        let begins = |mention: &&Mention<'_>| {
            let text = self.document.text.get(mention.headline.clone()).unwrap_or_default();
            let parts = || text.match_indices(name.verb).map(|(at, verb)| (&text[..at], &text[at + verb.len()..]));
            parts().any(|(before, after)| words::ends(before, Class::Begins) || words::begins(after, Class::Begins))
        };
        let told = || self.fine().filter(tells);
        told()
            .filter(begins)
            .min_by_key(|mention| begin(mention))
            .or_else(|| told().min_by_key(|mention| begin(mention)))
    }

    /// The match that a count is from: the last one of the paragraph, else that of the news itself.
    fn match_of(&self, sentence: &Sentence<'_>) -> Option<&Mention<'_>> {
        let plays = |mention: &&Mention<'_>| mention.content.iter().any(|word| words::has(word, Class::Match));
        let here = self.fine().find(|mention| self.paragraph(mention) == sentence.paragraph && plays(mention));
        let fresh = |mention: &&Mention<'_>| {
            let day = self.reference.zip(begin(mention)).map(|(now, day)| now.signed_duration_since(day).num_days());
            day.is_some_and(|days| (0..FRESH).contains(&days))
        };
        here.or_else(|| {
            self.found.iter().take(BACK).take_while(|mention| mention.sentence < LEAD).filter(fresh).find(plays)
        })
    }
}

/// Which day 第三天 is, and with what leads into it 搜救第三天.
fn ordinal(text: &str) -> Option<i64> {
    let (_, behind) = text.split_once('第')?;
    let (number, _) = behind.split_once(['天', '日'])?;
    let digits = "一二三四五六七八九十".chars().zip(1..).find(|(letter, _)| number == letter.to_string());
    digits.map(|(_, value)| value).or_else(|| number.parse().ok())
}

fn is_planned(mention: &Mention<'_>) -> bool {
    mention.kind == Kind::Planned
}

fn begin(mention: &Mention<'_>) -> Option<NaiveDateTime> {
    dated(mention).and_then(|time| time.start)
}
