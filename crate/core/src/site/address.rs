//! Addresses: the host, the path and the parameters of a URL, and the forms that the site tables give them.

/// The parts of an address that the tables look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Address<'u> {
    /// The host, as the address writes it.
    pub(crate) host: &'u str,
    /// The path, without the slash at its end.
    pub(crate) path: &'u str,
    /// What stands behind `?`.
    pub(crate) query: &'u str,
}

impl<'u> Address<'u> {
    /// Takes an address apart. Anything is an address; a missing part is empty.
    pub(crate) fn of(url: &'u str) -> Address<'u> {
        let rest = url.trim();
        let rest = rest.split_once("://").map_or_else(|| rest.trim_start_matches("//"), |(_, rest)| rest);
        let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
        let host = host.split_once(':').map_or(host, |(host, _)| host);
        Address { host, path: path.trim_end_matches('/'), query }
    }

    /// Whether the host is that one, or stands below it.
    pub(crate) fn within(&self, host: &str) -> bool {
        let Some(at) = self.host.len().checked_sub(host.len()) else { return false };
        let Some(end) = self.host.get(at..) else { return false };
        end.eq_ignore_ascii_case(host) && (at == 0 || self.host.as_bytes()[at - 1] == b'.')
    }

    /// The value of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> Option<&'u str> {
        self.query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, v)| v)
    }

    /// Whether the address has a form of the tables: path segments, `*` for any one, `**` at the end for any
    /// rest, `{id}` for an `ObjectId`, `?name={id}` for one in a parameter. Gives that id where there is one.
    #[allow(clippy::option_option, reason = "outer: whether it fits; inner: whether the form has an id")]
    pub(crate) fn fits(&self, form: &str) -> Option<Option<&'u str>> {
        let (path, query) = form.split_once('?').unwrap_or((form, ""));
        let mut id = None;
        let mut segments = self.path.split('/').filter(|segment| !segment.is_empty());
        for wanted in path.split('/').filter(|segment| !segment.is_empty()) {
            if wanted == "**" {
                return Some(id);
            }
            let segment = segments.next()?;
            match wanted {
                "{id}" => id = Some(object_id(segment)?),
                "*" => {}
                _ if segment == wanted => {}
                _ => return None,
            }
        }
        if segments.next().is_some() {
            return None;
        }
        if let Some((name, _)) = query.split_once('=') {
            id = Some(object_id(self.parameter(name)?)?);
        }
        Some(id)
    }
}

/// A `MongoDB` `ObjectId`: 24 hex digits.
fn object_id(text: &str) -> Option<&str> {
    (text.len() == 24 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart() {
        let address = Address::of("https://user@WWW.MyZaker.com:8080/article/5aad21fa1bc8e04b1c00004b/?a=1&pk=2#x");
        assert_eq!((address.host, address.path), ("WWW.MyZaker.com", "/article/5aad21fa1bc8e04b1c00004b"));
        assert_eq!(address.parameter("pk"), Some("2"));
        assert!(address.within("myzaker.com"));
        assert!(!address.within("aker.com"));
        for odd in ["", "about:blank", "//", "文", "?", "https://"] {
            let address = Address::of(odd);
            assert!(!address.within("myzaker.com"), "{odd}");
            assert_eq!(address.fits("/article/{id}"), None, "{odd}");
        }
    }

    #[test]
    fn a_form_gives_the_id() {
        let id = "5aad21fa1bc8e04b1c00004b";
        let cases = [
            (format!("http://h/article/{id}/"), "/article/{id}", Some(Some(id))),
            (format!("http://h/news/article.php?f=x&pk={id}"), "/news/article.php?pk={id}", Some(Some(id))),
            ("http://h/article/123".into(), "/article/{id}", None),
            ("http://h/channel/13".into(), "/channel/**", Some(None)),
            ("http://h/".into(), "/", Some(None)),
            ("http://h/a/b".into(), "/a/*", Some(None)),
            ("http://h/a/b/c".into(), "/a/*", None),
        ];
        for (url, form, expected) in cases {
            assert_eq!(Address::of(&url).fits(form), expected, "{url} {form}");
        }
    }
}
