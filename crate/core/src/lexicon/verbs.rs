//! Verbs of the news that jieba's dictionary takes for nouns (上市, 亮相, 去世) or does not have (复牌).

include!(concat!(env!("OUT_DIR"), "/verbs.rs"));

/// How often a word is taken to stand that the dictionary does not have: seldom, but oftener than its letters alone.
const SELDOM: &str = "50";

/// A dictionary in jieba's form, `word frequency tag` a line, with the verbs of `data/text/verbs.tsv` tagged as such, or
/// added. Linear in the dictionary; a line of another form stays as it is.
///
/// ```
/// let dictionary = qingdu_core::lexicon::with_verbs("大桥 100 n\n亮相 200 n\n");
/// assert!(dictionary.starts_with("大桥 100 n\n亮相 200 v\n"));
/// assert!(dictionary.contains("\n复牌 50 v\n"));
/// ```
#[must_use]
pub fn with_verbs(dictionary: &str) -> String {
    let mut known = vec![false; VERBS.len()];
    let mut all = String::with_capacity(dictionary.len());
    for line in dictionary.lines() {
        let mut cells = line.split(' ');
        let (word, often) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        match VERBS.binary_search(&word) {
            Ok(at) => {
                known[at] = true;
                all.extend([word, " ", often, " v\n"]);
            }
            Err(_) => all.extend([line, "\n"]),
        }
    }
    for (verb, _) in VERBS.iter().zip(known).filter(|(_, known)| !known) {
        all.extend([verb, " ", SELDOM, " v\n"]);
    }
    all
}
