//! The title: the heading that the page's own title names, without the site's suffix.

use super::facts::Facts;
use crate::{
    page::{NodeId, Page},
    text::{fold, speaks},
};

/// Signs that part a title from the name of the site.
const PARTERS: [char; 12] = ['_', '|', '-', '—', '–', '·', '»', '«', '>', '<', '~', '｜'];

/// A title and the element that shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// The text.
    pub(super) text: String,
    /// The element.
    pub(super) node: Option<NodeId>,
}

/// Letters that count when titles are compared.
pub(super) fn key(text: &str) -> String {
    fold(text).chars().filter(|letter| speaks(*letter)).collect()
}

/// Finds the title of a page: of the headings and of elements named so, the one that the document's title
/// begins with; else the document's title without its suffixes.
pub(super) fn find(page: &Page, facts: &Facts<'_>, named: &[NodeId], before: usize) -> Title {
    let document = page.title().trim();
    let declared = facts.named(&["og:title", "twitter:title", "weibo:article:title"]).unwrap_or_default();
    let declared_key = key(declared);
    let document_key = key(document);
    let (bare, document_pairs) = (key(&without_suffix(document)), pairs(&document_key));
    if is_channel(&bare)
        && let Some(title) = above(page, facts, before)
    {
        return title;
    }
    let mut best: Option<(usize, Title)> = None;
    let headings = facts.headings.iter().map(|node| (*node, true));
    for (node, is_heading) in headings.chain(named.iter().map(|node| (*node, false))) {
        if page.subtree(node).len() > 64 {
            continue;
        }
        let text = page.text_of(node);
        let own = key(&text);
        let letters = own.chars().count();
        if !(4..=120).contains(&letters) {
            continue;
        }
        let mut score = 0;
        if document_key.starts_with(&own) {
            score += 60;
        } else if document_key.contains(&own) {
            score += 35;
        } else if letters >= 8 && own.starts_with(&bare) {
            score += 45;
        }
        if !declared_key.is_empty() && (declared_key == own || declared_key.starts_with(&own)) {
            score += 25;
        }
        if score == 0 {
            score += similarity(&own, &document_pairs);
        }
        // A site's name in a heading is short; a heading behind the body's beginning is seldom the title.
        score += letters.min(30);
        score += if is_heading && page.tag(node) == "h1" { 12 } else { 0 };
        if node.index() > before {
            score = score.saturating_sub(30);
        }
        // Of two headings that say the same, the one nearer to the body.
        let nearer = node.index() <= before;
        if best.as_ref().is_none_or(|(known, _)| score > *known || (score == *known && nearer)) {
            best = Some((score, Title { text, node: Some(node) }));
        }
    }
    match best {
        Some((score, title)) if score >= 55 => title,
        best => {
            let text = if document.is_empty() { declared.to_owned() } else { without_suffix(document) };
            if text.chars().count() >= 4 {
                return Title { text, node: None };
            }
            best.map(|(_, title)| title).unwrap_or(Title { text, node: None })
        }
    }
}

/// Whether a document is named after a channel of its site and not after its article.
fn is_channel(name: &str) -> bool {
    const ENDS: [&str; 12] =
        ["动态", "新闻", "要闻", "公告", "通知", "资讯", "快讯", "详情", "正文", "详细页", "内容页", "文章"];
    name.chars().count() <= 6 && ENDS.iter().any(|end| name.ends_with(end))
}

/// The letters of a headline, at least.
const HEADLINE: usize = 10;

/// The headline above the text: the last heading there that is long enough for one.
fn above(page: &Page, facts: &Facts<'_>, before: usize) -> Option<Title> {
    let near = facts.headings.iter().rev().filter(|node| node.index() <= before && page.subtree(**node).len() <= 64);
    let mut titles = near.map(|node| Title { text: page.text_of(*node), node: Some(*node) });
    titles.find(|title| key(&title.text).chars().count() >= HEADLINE)
}

/// What stands before each of the parters of a document's title, the longest first.
pub(super) fn heads(title: &str) -> impl Iterator<Item = &str> {
    let parters = title.char_indices().rev().filter(|(at, letter)| PARTERS.contains(letter) && *at > 0);
    parters.filter_map(|(at, _)| title.get(..at).map(str::trim))
}

/// The pairs of neighbouring letters of a text.
fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

/// How alike a text is to one whose pairs of letters are given, 0 to 45: the share of its own that are among them.
fn similarity(one: &str, other: &[(char, char)]) -> usize {
    let one = pairs(one);
    if one.is_empty() || one.len() > 200 || other.len() > 300 {
        return 0;
    }
    let common = one.iter().filter(|pair| other.contains(pair)).count();
    45 * common / one.len()
}

/// A document's title without the names of site and channel behind it.
pub(super) fn without_suffix(title: &str) -> String {
    let mut rest = title.trim();
    loop {
        let cut = rest
            .char_indices()
            .rev()
            .find(|(at, letter)| PARTERS.contains(letter) && *at > 0 && !between_digits(rest, *at, *letter));
        let Some((at, letter)) = cut else { break };
        let tail = rest[at + letter.len_utf8()..].trim();
        let head = rest[..at].trim_end_matches(|last: char| PARTERS.contains(&last) || last.is_whitespace());
        let letters = tail.chars().count();
        let spaced = rest[..at].ends_with(' ') || rest[at + letter.len_utf8()..].starts_with(' ');
        // A strong parter (`_`, `|`) parts wherever it stands; a dash only before what looks like a name.
        let strong = matches!(letter, '_' | '|' | '｜' | '»' | '«');
        let name = is_name(tail);
        let parts = strong && letters <= 20 || name || (spaced && letters <= 12);
        if head.chars().count() < 4 || !(parts || tail.is_empty()) {
            break;
        }
        rest = head;
    }
    rest.trim().to_owned()
}

fn between_digits(text: &str, at: usize, letter: char) -> bool {
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric());
    digit(text[..at].chars().next_back()) && digit(text[at + letter.len_utf8()..].chars().next())
}

/// Whether a part of a title looks like the name of a site or a channel.
fn is_name(text: &str) -> bool {
    const ENDS: [&str; 24] = [
        "网", "網", "新闻", "新聞", "频道", "頻道", "中心", "资讯", "報", "报", "日报", "门户", "在线", "財經", "财经",
        "科技", "体育", "娱乐", "首页", "平台", "论坛", "社", ".com", ".cn",
    ];
    let text = text.trim();
    text.chars().count() <= 16 && ENDS.iter().any(|end| text.to_ascii_lowercase().ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        article::{self, Hints},
        page::{Builder, Limits},
    };

    /// The title that is found of a page with a heading, a line of text, and an article below.
    fn found(document: &str, (tag, shown): (&str, &str)) -> String {
        let mut builder = Builder::new("", document);
        let body = builder.element(None, "body", false);
        for (name, text) in [("h2", "晨光网新闻动态"), (tag, shown)] {
            let heading = builder.element(Some(body), name, false);
            builder.text(heading, text);
        }
        let content = builder.element(Some(body), "div", false);
        for line in [
            "修缮队花了十一个月把古桥的拱券拆下来编号，又照原样砌了回去。",
            "住在桥头的老人每天来看，他说小时候桥下能过粮船。",
        ] {
            let paragraph = builder.element(Some(content), "p", false);
            builder.text(paragraph, line);
        }
        let page = Page::new(builder.finish(), Limits::default()).unwrap();
        article::find(&page, &Hints::default()).title
    }

    #[test]
    fn a_headline_is_found_where_the_document_is_named_otherwise() {
        let headline = "城东古桥修缮完工，拱券照原样砌回";
        let cases = [
            ("after a channel", "新闻动态--晨光网", ("h5", headline), headline),
            ("with a channel behind a dash", "城东古桥修缮条例-纪检", ("div", "城东古桥修缮条例"), "城东古桥修缮条例"),
            ("with a dash of its own", "古桥修缮-从拱券到石板", ("div", "拱券"), "古桥修缮-从拱券到石板"),
        ];
        for (what, document, shown, expected) in cases {
            assert_eq!(found(document, shown), expected, "{what}");
        }
    }

    #[test]
    fn suffixes_go_and_titles_stay() {
        let cases = [
            ("新馆开放首日迎客两万_ZAKER新闻", "新馆开放首日迎客两万"),
            ("新馆开放首日迎客两万 - 晨报网", "新馆开放首日迎客两万"),
            ("新馆开放首日迎客两万_本地新闻_晨报网", "新馆开放首日迎客两万"),
            ("新馆开放首日迎客两万|新馆|开放_晨报网", "新馆开放首日迎客两万"),
            ("COVID-19 疫苗到货", "COVID-19 疫苗到货"),
            ("新馆——一座城的记忆", "新馆——一座城的记忆"),
            ("晨报网", "晨报网"),
        ];
        for (title, expected) in cases {
            assert_eq!(without_suffix(title), expected);
        }
    }
}
