//! One line of rules.

use super::{LINE, Rule, What};
use crate::selector::Chain;

/// What parts hosts from a selector, with what it means: the longer ones first. `#?#` is how some lists mark
/// the operators beyond CSS.
const SIGNS: [(&str, Sign); 10] = [
    ("#@?#", Sign::Keeps),
    ("#@$#", Sign::Unknown),
    ("#@%#", Sign::Unknown),
    ("#$?#", Sign::Unknown),
    ("#@#", Sign::Keeps),
    ("#?#", Sign::Hides),
    ("#$#", Sign::Unknown),
    ("#%#", Sign::Unknown),
    ("$$", Sign::Unknown),
    ("##", Sign::Hides),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Hides,
    Keeps,
    Unknown,
}

/// Whether a line says nothing: blank, a comment, the head of a list.
pub(super) fn is_comment(line: &str) -> bool {
    line.is_empty()
        || line == "#"
        || line.starts_with('!')
        || line.starts_with("# ")
        || (line.starts_with('[') && line.ends_with(']') && !line.contains("##"))
}

/// Reads a rule.
pub(super) fn rule(line: &str) -> Result<Rule, What> {
    if line.len() > LINE {
        return Err(What::TooLong);
    }
    let found = SIGNS.iter().filter_map(|(sign, means)| Some((line.find(sign)?, *sign, *means)));
    let Some((at, sign, means)) = found.min_by_key(|(at, sign, _)| (*at, std::cmp::Reverse(sign.len()))) else {
        let network = line.starts_with(['|', '@', '/', '-', '.', '*', '&', '?']) || line.contains(['^', '$']);
        return Err(if network { What::Network } else { What::NoRule });
    };
    if means == Sign::Unknown {
        return Err(What::Unknown(sign.into()));
    }
    let selector = line[at + sign.len()..].trim();
    // Scripts, filters of the source, and styles: other work than hiding.
    let other = ["+js(", "^", "script:inject("].iter().find(|other| selector.starts_with(**other));
    if let Some(other) = other.or(["{", ":style(", ":remove("].iter().find(|other| selector.contains(**other))) {
        return Err(What::Unknown(other.trim_end_matches('(').into()));
    }
    let (on, off) = hosts(&line[..at])?;
    Ok(Rule { text: line.into(), keeps: means == Sign::Keeps, on, off, chains: Chain::parse(selector)? })
}

/// The hosts on which a rule holds, and those on which it does not.
fn hosts(text: &str) -> Result<(Vec<String>, Vec<String>), What> {
    let (mut on, mut off) = (Vec::new(), Vec::new());
    for host in text.split(',').map(str::trim).filter(|_| !text.trim().is_empty()) {
        let (list, name) = host.strip_prefix('~').map_or((&mut on, host), |name| (&mut off, name));
        if name == "*" {
            continue;
        }
        let plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_');
        let fits = !name.is_empty() && name.chars().all(plain) && !name.starts_with('.') && !name.ends_with('.');
        if !fits {
            return Err(What::Host(host.into()));
        }
        list.push(name.to_ascii_lowercase());
    }
    Ok((on, off))
}

#[cfg(test)]
mod tests {
    use crate::{filter::Filters, site::Address};

    #[test]
    fn a_bad_line_is_named_and_the_others_hold() {
        let cases = [
            ("hello", "no rule"),
            ("||ggs.example.com^", "for addresses"),
            ("@@||example.com^$document", "for addresses"),
            ("example.com##", "nothing is selected"),
            ("example.*##.x", "`example.*` is no host name"),
            ("example.com/path##.x", "is no host name"),
            ("a.com,,b.com##.x", "`` is no host name"),
            ("例子.中国##.x", "is no host name"),
            ("example.com##+js(noop)", "`+js` is not known"),
            ("example.com##^script", "`^` is not known"),
            ("example.com##.x:style(color: red)", "`:style` is not known"),
            ("example.com#$#.x { color: red }", "`#$#` is not known"),
            ("example.com##.x:matches-css(a: b)", "`:matches-css()` is not known"),
            ("example.com##.x:has-text(/a.b/)", "not `.`"),
        ];
        for (line, what) in cases {
            let (rules, faults) = Filters::parse(&format!("! note\n##.good\n{line}\nexample.com#@#.also\n"));
            assert_eq!((rules.len(), faults.len()), (2, 1), "{line}: {faults:?}");
            assert_eq!(faults[0].line, 3, "{line}");
            assert!(faults[0].to_string().contains(what), "{line}: {}", faults[0]);
            assert!(!faults[0].what.name().is_empty());
        }
    }

    #[test]
    fn what_says_nothing_is_passed_over() {
        let (rules, faults) = Filters::parse("\u{feff}[Adblock Plus 2.0]\n! Title: x\n\n# comment\n#\n##.x\r\n#?#.y\n");
        assert_eq!((rules.len(), faults), (2, vec![]));
    }

    #[test]
    fn a_rule_holds_on_its_hosts() {
        let cases = [
            ("##.x", true),
            ("*##.x", true),
            ("news.example##.x", true),
            ("a.news.example##.x", true),
            ("b.news.example##.x", false),
            ("ews.example##.x", false),
            ("other.org,NEWS.example##.x", true),
            ("~news.example##.x", false),
            ("news.example,~a.news.example##.x", false),
            ("~other.org##.x", true),
        ];
        for (line, expected) in cases {
            let (rules, faults) = Filters::parse(line);
            assert_eq!(faults, [], "{line}");
            assert_eq!(rules.rules[0].holds(&Address::of("https://a.news.example/1.html")), expected, "{line}");
        }
    }

    #[test]
    fn lines_and_their_length_are_bounded() {
        let long = format!("##.{}\n##.ok", "x".repeat(1000));
        let (rules, faults) = Filters::parse(&long);
        assert_eq!((rules.len(), faults[0].to_string()), (1, "line 1: longer than 1000 bytes".into()));
        let (rules, faults) = Filters::parse(&"##.x\n".repeat(6000));
        assert_eq!((rules.len(), faults.len(), faults[0].line), (5000, 1, 5001));
    }
}
