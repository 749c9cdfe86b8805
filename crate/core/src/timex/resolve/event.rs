//! What a dated day is the day of: an event that others count from, a telling of it, or the filing of the article.

use super::{Place, Resolver, history::Past};
use crate::timex::{
    expression::{Event, Found, Meaning},
    value::Granularity,
    words::{self, Class},
};

/// How many letters behind a date a word for an event is taken to be of that day.
const TOLD: usize = 20;

/// A page is at most so many days younger than its agency's copy; a larger gap is another date.
const LAG: i64 = 5;

/// The line of an agency stands in one of the first sentences.
const LEAD: usize = 4;

/// The same for an event of a group, up to the end of the sentence.
const TOLD_IN_SENTENCE: usize = 40;

impl Resolver<'_> {
    /// The day of an event for an expression. What was before it (发病前两周) counts from no day that another paragraph
    /// told of something else.
    pub(super) fn day_of(&self, event: Event, found: &Found, place: Place) -> Option<Past> {
        let back = matches!(found.meaning, Meaning::Away { ahead: false, .. });
        let known = self.history.knows(event);
        self.history.event(event, place.sentence).filter(|past| known || !back || past.paragraph == place.paragraph)
    }

    /// 新华社北京11月11日电 on a page of the 12th; 某报网站1月14日文章 in one that brings several papers' words.
    pub(super) fn files(&self, past: Past) -> bool {
        let article = self.scan.has(past.to, "文章");
        let line = article || matches!(self.scan.at(past.to), '电' | '讯');
        let line = line && past.stretch.granularity == Granularity::Day;
        let lag = self.reference.map(|reference| (reference.date() - past.stretch.start.date()).num_days());
        line && (article || past.sentence < LEAD) && lag.is_some_and(|lag| (1..=LAG).contains(&lag))
    }

    /// Whether the day is one on which something was told, filed or judged, and not the day of an event: 11月10日开庭,
    /// 11日通报.
    pub(super) fn procedural(&self, place: Place) -> bool {
        (place.to..place.to + TOLD)
            .take_while(|at| !ends_sentence(self.scan.at(*at)))
            .any(|at| words::of(self.scan, at, Class::Report).is_some())
    }

    /// 11月12日,教体局通报称…: the words for events right behind a date have that day.
    pub(super) fn note_told_events(&mut self, past: Past) {
        let sentence = (past.to..past.to + TOLD_IN_SENTENCE).take_while(|at| !ends_sentence(self.scan.at(*at)));
        for at in sentence {
            // 事发 is told by what happened, not by its name.
            let named = !matches!(self.scan.at(at), '事' | '案' | '出');
            let Some(word) = words::of(self.scan, at, Class::Event).filter(|_| named) else {
                continue;
            };
            let counts =
                matches!(self.scan.at(at + word.length), '当' | '次' | '后' | '前' | '第' | '时' | '现' | '地');
            if !counts && (word.first > 0 || at < past.to + TOLD) {
                self.history.tell_event(Event::of(&word), past);
            }
        }
    }
}

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '。' | '\n' | '!' | '?')
}
