//! From the bytes of a saved page, or of a plain text, to the snapshot that the core reads.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};
use qingdu_core::page::{Builder, PageSnapshot};

use crate::dom::{DOCUMENT, Dom, Id, Kind};

/// The longest script whose text the snapshot takes, in bytes: data in a page is short, programs are long.
const SCRIPT: usize = 16 << 10;

/// The longest attribute that the snapshot takes, in bytes; what is longer is a picture written into the page.
const ATTRIBUTE: usize = 4 << 10;

/// The snapshot of a page, or of a plain text: a text has one paragraph a line.
pub(crate) fn snapshot(bytes: &[u8], url: &str) -> PageSnapshot {
    let text = decode(bytes);
    if is_html(&text) { of_html(&text, url) } else { of_text(&text, url) }
}

fn of_text(text: &str, url: &str) -> PageSnapshot {
    let mut builder = Builder::new(url, "");
    let root = builder.element(None, "html", false);
    let body = builder.element(Some(root), "body", false);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let paragraph = builder.element(Some(body), "p", false);
        builder.text(paragraph, line);
    }
    builder.finish()
}

fn of_html(text: &str, url: &str) -> PageSnapshot {
    let dom = Dom::parse(text);
    let mut builder = Builder::new(url, "");
    let mut title: Option<String> = None;
    // Nodes still to write, the next one last, each with its parent. A stack, because pages nest as deep as they like.
    let mut waiting: Vec<(Id, Option<i32>)> = vec![(DOCUMENT, None)];
    while let Some((id, parent)) = waiting.pop() {
        let below = match &dom.node(id).kind {
            Kind::Text(text) => {
                if let Some(parent) = parent {
                    builder.text(parent, text);
                }
                continue;
            }
            Kind::Element(name, _) => {
                if title.is_none() && &*name.local == "title" {
                    title = Some(text_of(&dom, id).split_whitespace().collect::<Vec<_>>().join(" "));
                }
                let (at, skip) = element(&mut builder, &dom, id, parent);
                if skip {
                    continue;
                }
                Some(at)
            }
            Kind::Document => None,
            Kind::Other => continue,
        };
        waiting.extend(dom.children_back(id).map(|child| (child, below)));
    }
    builder.title(&title.unwrap_or_default());
    builder.finish()
}

/// Writes an element, and says where it stands and whether what is below it stays out.
fn element(builder: &mut Builder, dom: &Dom, id: Id, parent: Option<i32>) -> (i32, bool) {
    let Kind::Element(name, attributes) = &dom.node(id).kind else { return (-1, true) };
    let hidden = attributes.iter().any(|attribute| match &*attribute.name.local {
        "hidden" => true,
        "style" => hides(&attribute.value),
        _ => false,
    });
    let at = builder.element(parent, &name.local, hidden);
    let mut data = false;
    for attribute in attributes {
        let key = &*attribute.name.local;
        data |= key == "type" && attribute.value.contains("json");
        if attribute.value.len() <= ATTRIBUTE && key != "style" && !key.starts_with("on") {
            builder.attribute(at, key, &attribute.value);
        }
    }
    let skip = match &*name.local {
        "script" => !data && text_of(dom, id).len() > SCRIPT,
        "style" | "template" | "noscript" | "textarea" | "svg" => true,
        _ => false,
    };
    (at, skip)
}

/// The text directly below a node.
fn text_of(dom: &Dom, id: Id) -> String {
    let texts = dom.children(id).filter_map(|child| match &dom.node(child).kind {
        Kind::Text(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}

fn hides(style: &str) -> bool {
    style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
        let value = value.trim().to_ascii_lowercase();
        name.trim().eq_ignore_ascii_case("display") && value.split_whitespace().next() == Some("none")
    })
}

/// Whether a text has the tags that a page cannot do without.
fn is_html(text: &str) -> bool {
    const TAGS: [&str; 12] =
        ["!doctype", "html", "head", "body", "p", "div", "br", "article", "section", "span", "table", "meta"];
    text.match_indices('<').any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches('/').as_bytes();
        TAGS.iter().any(|tag| {
            rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
                && rest.get(tag.len()).is_some_and(|next| next.is_ascii_whitespace() || matches!(next, b'>' | b'/'))
        })
    })
}

/// The text of a page: by its byte order mark; as UTF-8 where it is that; by the name in its `meta`; and
/// where that does not fit, by what leaves the fewest letters unread.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let named = named(&bytes[..bytes.len().min(8192)]);
    let tried = [named, Some(UTF_8), Some(GB18030)].into_iter().flatten();
    let texts = tried.map(|encoding| encoding.decode_without_bom_handling(bytes).0);
    texts.min_by_key(|text| text.matches('\u{fffd}').count()).unwrap_or_default()
}

/// The encoding that the head of a page names: `<meta charset=…>` or `content="text/html; charset=…"`.
fn named(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let encodings = head.match_indices("charset").filter_map(|(at, word)| {
        let rest = head[at + word.len()..].trim_start().strip_prefix('=')?;
        let rest = rest.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-' && letter != '_')?;
        Encoding::for_label(&rest.as_bytes()[..end])
    });
    // GB2312 and GBK pages use letters of the larger set.
    let larger = |encoding: &'static Encoding| if encoding == encoding_rs::GBK { GB18030 } else { encoding };
    encodings.map(larger).next()
}

#[cfg(test)]
mod tests {
    use qingdu_core::page::{Limits, Page};

    use super::*;

    fn page(bytes: &[u8]) -> Page {
        Page::new(snapshot(bytes, "https://example.cn/a"), Limits::default()).unwrap()
    }

    fn text(bytes: &[u8]) -> String {
        let page = page(bytes);
        let root = page.roots().next().unwrap();
        page.text_of(root)
    }

    #[test]
    fn a_page_is_read_in_the_encoding_that_it_names_or_that_fits() {
        let html = |charset: &str| format!("<html><head><meta charset={charset}></head><body><p>新馆开放</p></body>");
        let gbk = |text: &str| GB18030.encode(text).0.into_owned();
        let cases: [(&str, Vec<u8>); 5] = [
            ("UTF-8", html("utf-8").into_bytes()),
            ("GBK", gbk(&html("gb2312"))),
            ("GBK under a wrong name", gbk(&html("utf-8"))),
            ("Big5", encoding_rs::BIG5.encode(&html("big5").replace("开", "開").replace("馆", "館")).0.into_owned()),
            ("a byte order mark", [b"\xef\xbb\xbf".as_slice(), html("gbk").as_bytes()].concat()),
        ];
        for (what, bytes) in cases {
            assert_eq!(text(&bytes).replace('開', "开").replace('館', "馆"), "新馆开放", "{what}");
        }
    }

    #[test]
    fn a_plain_text_has_a_paragraph_a_line() {
        let page = page("标题\r\n\n  价格 < 100 元。\n".as_bytes());
        let texts: Vec<&str> = page.nodes().map(|node| page.text(node)).filter(|text| !text.is_empty()).collect();
        assert_eq!(texts, ["标题", "价格 < 100 元。"]);
    }

    #[test]
    fn what_is_not_rendered_is_marked_and_the_title_is_folded() {
        let page =
            page("<title> 甲\n乙 </title><div style='color:red; DISPLAY : none'>藏</div><p hidden>藏</p>".as_bytes());
        assert_eq!(page.title(), "甲 乙");
        assert_eq!(page.nodes().filter(|node| page.is_hidden(*node)).count(), 2);
    }

    #[test]
    fn deep_nesting_is_read() {
        let deep = format!("{}底{}", "<div>".repeat(5000), "</div>".repeat(5000));
        assert_eq!(text(deep.as_bytes()), "底");
    }
}
