//! The text as one string with its sentences, their words and their places.

use std::{collections::BTreeMap, ops::Range};

use super::{Input, Role, words::looked_at};
use crate::{
    lexicon::{Lexicon, Word},
    text,
    timex::Timex,
};

/// The text of an article, ready to be read.
pub(super) struct Document<'t> {
    /// All paragraphs that say something, parted by line ends; in simplified letters, which the rules know.
    pub(super) text: &'t str,
    /// The same as the page has it, every letter at the same byte: what is shown is cut from here.
    page: &'t str,
    /// The sentences in order.
    pub(super) sentences: Vec<Sentence<'t>>,
    /// Where every name stands that jieba may have cut short.
    names: BTreeMap<&'t str, Vec<usize>>,
}

/// One sentence.
pub(super) struct Sentence<'t> {
    /// Where it stands in [`Document::text`], in bytes.
    pub(super) span: Range<usize>,
    /// The paragraph's position in the input.
    pub(super) paragraph: usize,
    /// Where that paragraph begins in [`Document::text`].
    pub(super) base: usize,
    /// What the paragraph is.
    pub(super) role: Role,
    /// Its clauses, as ranges of [`Document::text`].
    pub(super) clauses: Vec<Range<usize>>,
    /// Its words; `start` counts from the beginning of [`Document::text`]. Empty without a lexicon.
    pub(super) words: Vec<Word<'t>>,
}

/// Joins what can hold events or name them: everything but asides.
pub(super) fn join(input: &Input<'_>) -> String {
    let mut whole = String::new();
    for paragraph in input.paragraphs.iter().filter(|paragraph| paragraph.role != Role::Aside) {
        whole.push_str(paragraph.text);
        whole.push('\n');
    }
    whole
}

impl<'t> Document<'t> {
    /// Reads the joined text of an input: as the page has it, and in simplified letters.
    pub(super) fn read(
        input: &Input<'_>,
        page: &'t str,
        text: &'t str,
        expressions: &[Timex],
        lexicon: Option<&'t Lexicon>,
    ) -> Document<'t> {
        let mut sentences = Vec::new();
        let mut cuts = expressions.iter().flat_map(|one| [one.span.start, one.span.end]).peekable();
        let mut base = 0;
        for (paragraph, part) in input.paragraphs.iter().enumerate().filter(|(_, part)| part.role != Role::Aside) {
            let end = base + part.text.len();
            let whole = text.get(base..end).unwrap_or_default();
            for range in text::sentences(whole) {
                let span = base + range.start..base + range.end;
                let inner = &whole[range];
                let clauses = text::clauses(inner).into_iter().flat_map(|clause| pieces(inner, clause));
                sentences.push(Sentence {
                    paragraph,
                    base,
                    role: part.role,
                    clauses: clauses.map(|clause| span.start + clause.start..span.start + clause.end).collect(),
                    words: lexicon.map(|lexicon| words(lexicon, inner, span.start, &mut cuts)).unwrap_or_default(),
                    span,
                });
            }
            base = end + 1;
        }
        let mut names: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for word in sentences.iter().flat_map(|sentence: &Sentence<'_>| &sentence.words).filter(|word| is_name(word)) {
            names.entry(word.text).or_default().push(word.end());
        }
        Document { text, page, sentences, names }
    }

    /// The words of a range, verbatim.
    pub(super) fn verbatim(&self, range: &Range<usize>) -> &'t str {
        self.page.get(range.clone()).unwrap_or_default()
    }

    /// Where a name ends that begins with a word: 扎克 is always followed by 伯格 in a text about 扎克伯格, so the name
    /// goes on for as long as every place that has the word goes on alike.
    pub(super) fn name_end(&self, word: &Word<'_>) -> usize {
        let mut length = 0;
        let Some(places) = self.names.get(word.text).filter(|places| places.len() >= RECURS) else { return word.end() };
        for _ in 0..LONGER {
            let next =
                |end: &usize| self.text.get(end + length..)?.chars().next().filter(|letter| text::is_han(*letter));
            let Some(first) = places.first().and_then(next) else { break };
            // 的, 在 and the like follow many names and belong to none.
            if "的在是和与将对为也等说称表了从到有不就".contains(first)
                || !places.iter().take(COMPARED).all(|end| next(end) == Some(first))
            {
                break;
            }
            length += first.len_utf8();
        }
        word.end() + length
    }

    /// The sentence that holds a range.
    pub(super) fn sentence_of(&self, range: &Range<usize>) -> Option<usize> {
        let at = self.sentences.partition_point(|sentence| sentence.span.end <= range.start);
        self.sentences.get(at).filter(|sentence| sentence.span.start <= range.start).map(|_| at)
    }
}

/// So many bytes around an expression can say what it does: a clause without a mark for longer is no prose, and a
/// text of one such clause must not be read once for every date in it.
const REACH: usize = 1_200;

/// The part of `whole` that is near `span`, cut between letters.
pub(super) fn near(text: &str, whole: &Range<usize>, span: &Range<usize>) -> Range<usize> {
    let mut start = whole.start.max(span.start.saturating_sub(REACH)).min(span.start);
    let mut end = whole.end.min(span.end + REACH).max(span.end);
    while start < span.start && !text.is_char_boundary(start) {
        start += 1;
    }
    while end > span.end && !text.is_char_boundary(end) {
        end -= 1;
    }
    looked_at(end - start);
    start..end
}

/// A clause without a mark for longer is read in pieces, so that no rule reads it once for every date in it.
fn pieces(text: &str, clause: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut from = clause.start;
    std::iter::from_fn(move || {
        let mut to = clause.end.min(from + REACH);
        while to < clause.end && !text.is_char_boundary(to) {
            to -= 1;
        }
        let piece = from..to;
        from = to;
        (!piece.is_empty()).then_some(piece)
    })
}

/// A name goes on only where it recurs so often.
const RECURS: usize = 3;
/// A name goes on by so many letters at most.
const LONGER: usize = 3;
/// So many places are compared.
const COMPARED: usize = 24;

fn is_name(word: &Word<'_>) -> bool {
    matches!(word.tag, "nr" | "nrt" | "nrfg" | "ns" | "x" | "nz")
        && word.text.chars().all(text::is_han)
        && word.text.chars().count() > 1
}

/// The words of a sentence that begins at `base`. No word goes over the end of a time expression: in 1日中金所宣布 jieba
/// takes 日 for a part of what follows. `cuts` are the ends of the text's expressions that were not passed yet, in order.
fn words<'t>(
    lexicon: &'t Lexicon,
    text: &'t str,
    base: usize,
    cuts: &mut std::iter::Peekable<impl Iterator<Item = usize>>,
) -> Vec<Word<'t>> {
    let mut words = Vec::new();
    let mut from = 0;
    while from < text.len() {
        while cuts.next_if(|cut| *cut <= base + from).is_some() {}
        let to = cuts.peek().map_or(text.len(), |cut| (cut - base).min(text.len()));
        let piece = text.get(from..to).unwrap_or_default();
        words.extend(lexicon.words(piece).into_iter().map(|word| Word { start: word.start + base + from, ..word }));
        from = to;
    }
    words.retain(|word| !word.text.trim().is_empty());
    words
}

impl<'t> Sentence<'t> {
    /// The clause that holds an offset, by its position.
    pub(super) fn clause_at(&self, offset: usize) -> usize {
        let at = self.clauses.partition_point(|clause| clause.end <= offset);
        at.min(self.clauses.len().saturating_sub(1))
    }

    /// The words that lie in a range.
    pub(super) fn words_in(&self, range: &Range<usize>) -> &[Word<'t>] {
        let from = self.words.partition_point(|word| word.start < range.start);
        let to = self.words.partition_point(|word| word.end() <= range.end);
        looked_at(to.saturating_sub(from));
        self.words.get(from..to).unwrap_or_default()
    }
}

/// Whether a word can be a predicate: a verb (not one used as a noun) or an adjective.
pub(super) fn is_predicate(word: &Word<'_>) -> bool {
    (word.tag.starts_with('v') && word.tag != "vn")
        || word.tag == "a"
        || matches!(word.text, "是" | "为")
        || word.tag == "zg"
}

/// Whether a word can carry a clause, in the widest sense: what jieba tags as a noun's verb or as an idiom may be
/// the only predicate that it found (聚众斗殴, 宣判).
pub(super) fn may_predicate(word: &Word<'_>) -> bool {
    // jieba tags a word that it does not know (失联, 流片) as x.
    let unknown = word.tag == "x" && word.text.chars().count() == 2 && word.text.chars().all(text::is_han);
    is_predicate(word) || matches!(word.tag, "vn" | "l" | "i" | "ul" | "ug") || word.text == "被" || unknown
}

/// Whether a word carries meaning of its own: what two sentences about one event share.
pub(super) fn is_content(word: &Word<'_>) -> bool {
    let tag = word.tag;
    let kind = tag.starts_with('n')
        || tag.starts_with('v')
        || matches!(tag, "eng" | "a" | "b")
        || tag == "j"
        || tag == "i"
        || tag == "l"
        || (tag == "x" && word.text.chars().all(text::is_han));
    kind && (tag == "eng" || word.text.chars().count() > 1)
}
