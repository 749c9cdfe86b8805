//! What a page says about itself where no reader looks: `meta` elements, JSON-LD, short scripts.

use crate::page::{Node, NodeId, Page};

/// The hints of one page, collected in one walk.
#[derive(Debug, Default)]
pub(super) struct Facts<'p> {
    /// `meta` elements: name in lower case, content.
    metas: Vec<(String, &'p str)>,
    /// The texts of scripts that hold data.
    data: Vec<&'p str>,
    /// Whether a script or the title says that the page asks for a person.
    pub(super) challenge: bool,
    /// The element `body`, or the first root.
    pub(super) body: Option<NodeId>,
    /// The headings that are rendered, in order.
    pub(super) headings: Vec<NodeId>,
    /// `time` elements with a `datetime`.
    pub(super) times: Vec<&'p str>,
}

/// Words in scripts of pages that ask whether a person is there.
const CHALLENGES: [&str; 5] = ["window.captcha", "safeline", "_cf_chl_opt", "/challenge-platform/", "window._waf_"];

impl<'p> Facts<'p> {
    /// Collects the hints of a page.
    pub(super) fn of(page: &'p Page) -> Facts<'p> {
        let mut facts = Facts { body: page.roots().next(), ..Facts::default() };
        for node in page.nodes() {
            let Node::Element(tag) = page.node(node) else { continue };
            match tag {
                "meta" => facts.meta(page, node),
                "script" => facts.script(page, node),
                "body" => facts.body = Some(node),
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if !page.is_hidden(node) => facts.headings.push(node),
                "time" => facts.times.extend(page.attribute(node, "datetime")),
                _ => {}
            }
        }
        facts
    }

    fn meta(&mut self, page: &'p Page, node: NodeId) {
        let name = ["property", "name", "itemprop"].iter().find_map(|key| page.attribute(node, key));
        if let (Some(name), Some(content)) = (name, page.attribute(node, "content"))
            && !content.trim().is_empty()
        {
            self.metas.push((name.trim().to_ascii_lowercase(), content.trim()));
        }
    }

    fn script(&mut self, page: &'p Page, node: NodeId) {
        for child in page.children(node) {
            let text = page.text(child);
            if text.is_empty() {
                continue;
            }
            let start = text.get(..text.floor_char_boundary(2000)).unwrap_or(text).to_ascii_lowercase();
            self.challenge |= CHALLENGES.iter().any(|word| start.contains(word));
            self.data.push(text);
        }
    }

    /// The first `meta` of one of the names, in the order of the names.
    pub(super) fn named(&self, names: &[&str]) -> Option<&'p str> {
        names.iter().find_map(|name| self.metas.iter().find(|(key, _)| key == name)).map(|(_, content)| *content)
    }

    /// The first value of one of the keys in JSON of the page, as it is written; a string or a number.
    pub(super) fn value(&self, keys: &[&str]) -> Option<&'p str> {
        keys.iter().find_map(|key| self.data.iter().find_map(|text| value(text, key)))
    }
}

/// The value of `"key": "value"` or `"key": 123` in JSON or in a script. Not a parser: it looks at what
/// stands behind the key.
fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    text.match_indices(key).find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut rest = &text[at + key.len()..];
        if let Some(quote) = before.filter(|before| matches!(before, '"' | '\'')) {
            rest = rest.strip_prefix(quote)?;
        } else if before.is_some_and(|before| before.is_alphanumeric() || before == '_' || before == '.') {
            return None;
        }
        let rest = rest.trim_start();
        let rest = rest.strip_prefix([':', '='])?.trim_start();
        match rest.chars().next()? {
            quote @ ('"' | '\'') => {
                let inner = &rest[1..];
                let end = inner.find(quote)?;
                Some(inner[..end].trim()).filter(|inner| !inner.is_empty() && inner.len() < 400)
            }
            first if first.is_ascii_digit() => {
                let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
                Some(&rest[..end])
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_behind_its_key() {
        let cases = [
            (r#"{"datePublished": "2025-11-12T10:20:00+08:00"}"#, Some("2025-11-12T10:20:00+08:00")),
            ("var datePublished = '2025-11-12';", Some("2025-11-12")),
            ("{datePublished:1762912800}", Some("1762912800")),
            ("xdatePublished = '1'", None),
            (r#""datePublished""#, None),
            (r#"{"datePublished": null}"#, None),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text, "datePublished"), expected, "{text}");
        }
    }
}
